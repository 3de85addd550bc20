"""The shop's own number of an order: asking for it, and what is wrong with one."""

from datetime import date
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.external_ids import LONGEST, ExternalIdFault, falls_back, fill_template
from packdesk.domain.ids import OrderId
from packdesk.ui.words.notice import Notice, Tone

_EXAMPLE_ORDER, _EXAMPLE_DAY = OrderId(51234567011), date(2026, 12, 31)


def external_number(number: str) -> str:
    """The number that the order has."""
    return QCoreApplication.translate("ExternalId", "external no. {number}").format(number=number)


def give_external_id_label() -> str:
    """The button that gives the order such a number, and its key."""
    return QCoreApplication.translate("ExternalId", "External no.") + "  N"


def which_external_id() -> str:
    """The question."""
    return QCoreApplication.translate("ExternalId", "Type or scan the external number")


def external_id_hint() -> str:
    """An example of one."""
    return QCoreApplication.translate("ExternalId", "for example A-1007")


def barcode_of_goods() -> str:
    """What was scanned is on the goods, and no number of the order."""
    return QCoreApplication.translate(
        "ExternalId", "That is the barcode of a good. Scan the order's own number"
    )


def taken_once() -> str:
    """What must be known before it is sent."""
    return QCoreApplication.translate(
        "ExternalId", "The Market takes it once: it cannot be changed later"
    )


def labels_are_without_it() -> str:
    """A warning: the labels that are printed already show the Market's number."""
    return QCoreApplication.translate(
        "ExternalId", "The printed labels do not have this number. Take it with Enter all the same"
    )


def falls_back_text() -> str:
    """A warning beside a number with other than Latin letters."""
    return QCoreApplication.translate(
        "ExternalId", "Not only Latin letters: the label's barcode will be the Market's number"
    )


def external_id_fault(fault: ExternalIdFault) -> str:
    """Why a text cannot be the external number."""
    match fault:
        case ExternalIdFault.EMPTY:
            return QCoreApplication.translate("ExternalId", "Type the external number")
        case ExternalIdFault.TOO_LONG:
            return QCoreApplication.translate(
                "ExternalId", "Too long: {most} signs at most"
            ).format(most=LONGEST)
        case ExternalIdFault.NOT_PRINTABLE:
            return QCoreApplication.translate(
                "ExternalId", "There are invisible signs in the number"
            )
        case _:
            assert_never(fault)


def template_notice(template: str) -> Notice:
    """What a shop's template makes of an order, by an example."""
    if not template:
        text = QCoreApplication.translate("ExternalId", "Empty: no numbers are given by themselves")
        return Notice(text, Tone.CALM)
    number = fill_template(template, _EXAMPLE_ORDER, _EXAMPLE_DAY)
    if number is None:
        text = QCoreApplication.translate("ExternalId", "This makes no usable number")
        return Notice(text, Tone.REFUSED)
    if falls_back(number):
        return Notice(falls_back_text(), Tone.ATTENTION)
    if "{number}" not in template:
        text = QCoreApplication.translate(
            "ExternalId", "All orders of a day would get the same number"
        )
        return Notice(text, Tone.ATTENTION)
    text = QCoreApplication.translate("ExternalId", "For example {example}")
    return Notice(text.format(example=number), Tone.ACCEPTED)

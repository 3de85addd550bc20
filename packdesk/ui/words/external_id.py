"""The shop's own number of an order: asking for it, and what is wrong with one."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.external_ids import LONGEST, ExternalIdFault


def external_number(number: str) -> str:
    """The number that the order has."""
    return QCoreApplication.translate("ExternalId", "external no. {number}").format(number=number)


def give_external_id_label() -> str:
    """The button that gives the order such a number, and its key."""
    return QCoreApplication.translate("ExternalId", "External no. (N)")


def which_external_id() -> str:
    """The question."""
    return QCoreApplication.translate("ExternalId", "Type or scan the external number")


def external_id_hint() -> str:
    """An example of one."""
    return QCoreApplication.translate("ExternalId", "for example A-1007")


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


def number_example(number: str) -> str:
    """What a template makes; ``number`` is empty where it makes nothing that may be used."""
    if not number:
        return QCoreApplication.translate("ExternalId", "This makes no usable number")
    return QCoreApplication.translate("ExternalId", "as in {number}").format(number=number)


def no_template() -> str:
    """Beside the empty template."""
    return QCoreApplication.translate("ExternalId", "empty: no number is given by itself")

"""The words of Setup about the key and the shops."""

from datetime import datetime
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.station.errors import (
    MarketBroken,
    MarketBusy,
    MarketError,
    MarketKeyRejected,
    MarketOutcomeUnknown,
    MarketUnreachable,
)
from packdesk.station.ports import ApiAvailability, Campaign
from packdesk.station.setup import (
    Grant,
    KeyAbsent,
    KeyBeingChecked,
    KeyBeingRead,
    KeyFlaw,
    KeyFlawed,
    KeyHome,
    KeyNotTaken,
    KeyringTrouble,
    KeyUnchecked,
    KeyUnfit,
    KeyWorks,
    OrderRight,
    SetupReport,
)
from packdesk.ui.words.errors import error_text
from packdesk.ui.words.notice import Notice, Tone

_UNAUTHORISED = 401


def key_notice(report: SetupReport) -> Notice:
    """How the key is, in one sentence."""
    match report:
        case KeyBeingRead():
            return Notice(
                QCoreApplication.translate("Setup", "Looking for the key on this computer…"),
                Tone.CALM,
            )
        case KeyAbsent():
            return Notice(
                QCoreApplication.translate(
                    "Setup",
                    "Make an Api-Key in the seller's cabinet: Settings, API and modules."
                    " Copy it and paste it here",
                ),
                Tone.CALM,
            )
        case KeyBeingChecked():
            return Notice(QCoreApplication.translate("Setup", "Asking the Market…"), Tone.CALM)
        case KeyFlawed(flaw):
            return Notice(flaw_text(flaw), Tone.REFUSED)
        case KeyNotTaken(error):
            return check_failed(error)
        case KeyUnfit():
            return Notice(
                QCoreApplication.translate(
                    "Setup",
                    "This key opens no orders. Make one with access to “Stock and order"
                    " processing”",
                ),
                Tone.REFUSED,
            )
        case KeyUnchecked(_, _, error):
            return check_failed(error)
        case KeyWorks():
            return _works(report)
        case _:
            assert_never(report)


def _works(report: KeyWorks) -> Notice:
    if not report.shops:
        return Notice(
            QCoreApplication.translate(
                "Setup", "The key is valid, but it sees no shop. Add a shop in the cabinet"
            ),
            Tone.ATTENTION,
        )
    name = report.info.name
    if report.grant.orders is OrderRight.LOOK:
        return Notice(
            QCoreApplication.translate(
                "Setup",
                "This key may only look: nothing can be sent with it. Make one that may change"
                " orders",
            ),
            Tone.ATTENTION,
        )
    if name:
        text = QCoreApplication.translate("Setup", "The key “{name}” works").format(name=name)
    else:
        text = QCoreApplication.translate("Setup", "The key works")
    return Notice(text, Tone.ACCEPTED)


def flaw_text(flaw: KeyFlaw) -> str:
    """What is wrong with a pasted text, and what to do."""
    match flaw:
        case KeyFlaw.EMPTY:
            return QCoreApplication.translate("Setup", "Paste the key first")
        case KeyFlaw.CYRILLIC:
            return QCoreApplication.translate(
                "Setup",
                "There are Russian letters in it. Copy the key in the cabinet with the button,"
                " do not retype it",
            )
        case KeyFlaw.SEVERAL_WORDS:
            return QCoreApplication.translate(
                "Setup", "More than the key was copied. Copy the key alone"
            )
        case KeyFlaw.CUT_SHORT:
            return QCoreApplication.translate(
                "Setup", "The key is not whole. Copy it again, to the last sign"
            )
        case KeyFlaw.NOT_A_KEY:
            return QCoreApplication.translate(
                "Setup", "This is no key of the Market: a key begins with ACMA:"
            )
        case _:
            assert_never(flaw)


def check_failed(error: MarketError) -> Notice:
    """Why a key could not be checked; at a table that is being set up nobody can work on."""
    again = ""
    match error:
        case MarketUnreachable():
            again = QCoreApplication.translate(
                "Setup", "No connection to the Market. Check the internet and try again"
            )
        case MarketOutcomeUnknown():
            again = QCoreApplication.translate("Setup", "The Market did not answer. Try again")
        case MarketBusy(retry_at=at):
            again = _busy(at)
        case MarketBroken(status=status):
            again = QCoreApplication.translate(
                "Setup", "The Market has trouble ({status}). Try again in a few minutes"
            ).format(status=status)
        case MarketKeyRejected(status=status) if status == _UNAUTHORISED:
            return Notice(
                QCoreApplication.translate(
                    "Setup", "The Market does not know this key. Copy it again in the cabinet"
                ),
                Tone.REFUSED,
            )
        case MarketKeyRejected():
            return Notice(
                QCoreApplication.translate(
                    "Setup",
                    "The Market closes its API to this key. Look in the cabinet: Settings, API"
                    " and modules",
                ),
                Tone.REFUSED,
            )
        case _:
            return Notice(error_text(error), Tone.REFUSED)
    return Notice(again, Tone.ATTENTION)


def _busy(at: datetime | None) -> str:
    if at is None:
        return QCoreApplication.translate("Setup", "The Market is busy. Try again in a minute")
    return QCoreApplication.translate("Setup", "The Market is busy. Try again at {time}").format(
        time=at.astimezone().strftime("%H:%M")
    )


def home_text(home: KeyHome, trouble: KeyringTrouble | None) -> str:
    """Where the key is kept."""
    match home:
        case KeyHome.KEYRING:
            return QCoreApplication.translate("Setup", "Kept safely by the system")
        case KeyHome.GIVEN:
            return QCoreApplication.translate("Setup", "Given at the start, not kept")
        case KeyHome.SESSION:
            why = trouble_text(trouble or KeyringTrouble.FAILED)
            return QCoreApplication.translate(
                "Setup", "{why}. After closing PackDesk paste the key again"
            ).format(why=why)
        case _:
            assert_never(home)


def absent_text(trouble: KeyringTrouble | None) -> str:
    """What the keyring had to say where no key was found; empty where all is well."""
    if trouble is None:
        return ""
    return QCoreApplication.translate(
        "Setup", "{why}. A key will hold only until PackDesk is closed"
    ).format(why=trouble_text(trouble))


def trouble_text(trouble: KeyringTrouble) -> str:
    """Why the system does not keep the key: the beginning of a sentence."""
    match trouble:
        case KeyringTrouble.ABSENT:
            return QCoreApplication.translate("Setup", "This system has no store for passwords")
        case KeyringTrouble.LOCKED:
            return QCoreApplication.translate("Setup", "The system's password store is locked")
        case KeyringTrouble.DISMISSED:
            return QCoreApplication.translate(
                "Setup", "The system's password store was not unlocked"
            )
        case KeyringTrouble.UNSAFE:
            return QCoreApplication.translate(
                "Setup", "The system's password store would keep the key unprotected"
            )
        case KeyringTrouble.FAILED:
            return QCoreApplication.translate("Setup", "The system's password store does not work")
        case _:
            assert_never(trouble)


def grant_text(grant: Grant) -> str:
    """What a working key lacks; empty where it lacks nothing."""
    if grant.catalogue:
        return ""
    return QCoreApplication.translate(
        "Setup", "No access to the catalogue: pictures and barcodes are missing, the rest works"
    )


def shops_notice(report: SetupReport, chosen: int) -> Notice:
    """What to do about the shops; ``chosen`` is how many are."""
    if not isinstance(report, KeyWorks):
        text = QCoreApplication.translate("Setup", "The shops are shown when the key works")
        return Notice(text, Tone.CALM)
    if not report.shops:
        return Notice(QCoreApplication.translate("Setup", "The key sees no shop"), Tone.ATTENTION)
    if all(shop_closed(shop) for shop in report.shops):
        return Notice(
            QCoreApplication.translate("Setup", "No shop can be packed here now. See why below"),
            Tone.REFUSED,
        )
    text = QCoreApplication.translate("Setup", "Shops packed here: {chosen} of {all}")
    return Notice(text.format(chosen=chosen, all=len(report.shops)), Tone.ACCEPTED)


def shop_name(shop: Campaign) -> str:
    """The shop by its name and model."""
    name = shop.name or QCoreApplication.translate("Setup", "Shop {number}").format(number=shop.id)
    return f"{name} · {shop.placement}" if shop.placement else name


def shop_closed(shop: Campaign) -> str:
    """Why the orders of a shop cannot be packed here; empty where they can."""
    if shop.placement == "FBY":
        return QCoreApplication.translate("Setup", "the Market's warehouse packs its orders")
    if not shop.availability.is_known:
        return QCoreApplication.translate(
            "Setup", "closed by the Market ({reason}). Ask its support"
        ).format(reason=shop.availability.value)
    match shop.availability:
        case ApiAvailability.AVAILABLE:
            return ""
        case ApiAvailability.DISABLED_BY_INACTIVITY:
            return QCoreApplication.translate(
                "Setup", "closed: nothing was offered for 90 days. Offer something in the cabinet"
            )
        case ApiAvailability.DISABLED_BY_NO_ACTIVE_CONTRACT:
            return QCoreApplication.translate(
                "Setup", "closed: there is no contract. Sign it in the cabinet"
            )
        case ApiAvailability.MANUALLY_DISABLED:
            return QCoreApplication.translate(
                "Setup", "the API was switched off by hand. Switch it on in the cabinet"
            )
        case ApiAvailability.DISABLED_BY_NO_PLACEMENT_TYPE:
            return QCoreApplication.translate(
                "Setup", "closed: no way of selling is chosen. Choose one in the cabinet"
            )
        case _:
            assert_never(shop.availability)

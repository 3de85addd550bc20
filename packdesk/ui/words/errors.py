"""The errors of the world, each as one sentence that says what to do."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.market_refusals import MarketReason, reason_of
from packdesk.station.errors import (
    JournalDamaged,
    JournalFault,
    JournalOutOfStep,
    JournalTooNew,
    JournalUnavailable,
    LabelUnreadable,
    MarketAnswerUnreadable,
    MarketBroken,
    MarketBusy,
    MarketKeyRejected,
    MarketOutcomeUnknown,
    MarketRefused,
    MarketUnreachable,
    OrderUnknown,
    PackdeskError,
    PrinterUnavailable,
    PrintOutcomeUnknown,
)
from packdesk.ui.words.market_refusals import market_reason_text
from packdesk.ui.words.notice import Notice, Tone
from packdesk.ui.words.printer import printer_text

_UNAUTHORISED = 401
SOON = timedelta(minutes=1)
"""Nearer than this a time of day tells nobody how long it takes."""


def error_notice(
    error: PackdeskError, retry_at: datetime | None = None, now: datetime | None = None
) -> Notice:
    """The sentence and its tone: what mends itself is only attention."""
    mends_itself = (
        MarketUnreachable,
        MarketOutcomeUnknown,
        MarketBusy,
        MarketBroken,
        JournalOutOfStep,
    )
    tone = Tone.ATTENTION if isinstance(error, mends_itself) else Tone.REFUSED
    return Notice(error_text(error, retry_at, now), tone)


def cause_text(error: PackdeskError) -> str:
    """What has happened, without what becomes of it."""
    match error:
        case MarketUnreachable():
            return QCoreApplication.translate("Errors", "No connection to the Market")
        case MarketOutcomeUnknown():
            return QCoreApplication.translate("Errors", "The Market did not answer")
        case MarketBusy():
            return QCoreApplication.translate("Errors", "The Market is busy")
        case MarketBroken():
            return QCoreApplication.translate("Errors", "The Market has trouble ({status})").format(
                status=error.status
            )
        case _:
            return error_text(error)


def error_text(
    error: PackdeskError, retry_at: datetime | None = None, now: datetime | None = None
) -> str:
    """One sentence for every error of the tree; both times are aware."""
    match error:
        case MarketUnreachable() | MarketOutcomeUnknown() | MarketBroken():
            return _going_on(cause_text(error), retry_at, now)
        case MarketBusy():
            return _going_on(cause_text(error), error.retry_at or retry_at, now)
        case MarketKeyRejected():
            return market_reason_text(_key_reason(error), error.messages)
        case MarketRefused():
            return market_reason_text(reason_of(error.status, error.messages), error.messages)
        case MarketAnswerUnreadable(kept=kept) if kept:
            return QCoreApplication.translate(
                "Errors", "The Market's answer cannot be read. Kept for the manager: {file}"
            ).format(file="/".join(Path(kept).parts[-2:]))
        case MarketAnswerUnreadable():
            return QCoreApplication.translate(
                "Errors", "The Market's answer cannot be read. Tell the manager"
            )
        case OrderUnknown():
            return QCoreApplication.translate(
                "Errors", "Order {order} is not known. Check the number"
            ).format(order=error.order)
        case JournalUnavailable():
            return _journal(error.fault)
        case JournalTooNew():
            return QCoreApplication.translate(
                "Errors", "Stop: a newer PackDesk wrote the journal. Install the newer one"
            )
        case JournalDamaged():
            return QCoreApplication.translate(
                "Errors", "Stop: the journal is damaged. Do not pack, call the manager"
            )
        case JournalOutOfStep():
            return QCoreApplication.translate(
                "Errors", "This order was changed elsewhere. Open it again"
            )
        case PrinterUnavailable() | PrintOutcomeUnknown():
            return printer_text(error)
        case LabelUnreadable():
            return QCoreApplication.translate(
                "Errors", "The label cannot be read. It will be fetched again"
            )
        case _:
            return QCoreApplication.translate("Errors", "Something went wrong: {error}").format(
                error=error
            )


def _key_reason(error: MarketKeyRejected) -> MarketReason:
    """A refusal in words that are not listed is most likely a key that may not do this."""
    reason = reason_of(error.status, error.messages)
    return MarketReason.SCOPE_MISSING if reason is MarketReason.UNLISTED else reason


def _going_on(text: str, at: datetime | None, now: datetime | None) -> str:
    if at is None:
        return QCoreApplication.translate("Errors", "{what}. Work on").format(what=text)
    if now is not None and at - now < SOON:
        return QCoreApplication.translate("Errors", "{what}, going on in a few seconds").format(
            what=text
        )
    return QCoreApplication.translate("Errors", "{what}, going on at {time}").format(
        what=text, time=at.astimezone().strftime("%H:%M")
    )


def _journal(fault: JournalFault) -> str:
    match fault:
        case JournalFault.LOCKED:
            return QCoreApplication.translate(
                "Errors", "Stop: another PackDesk is running here. Close it"
            )
        case JournalFault.READ_ONLY:
            return QCoreApplication.translate(
                "Errors", "Stop: the journal is read-only. Scans cannot be kept"
            )
        case JournalFault.FULL:
            return QCoreApplication.translate("Errors", "Stop: the disk is full. Free some space")
        case JournalFault.CANNOT_OPEN:
            return QCoreApplication.translate(
                "Errors", "Stop: the journal does not open. Call the manager"
            )
        case JournalFault.INPUT_OUTPUT:
            return QCoreApplication.translate(
                "Errors", "Stop: the disk does not answer. Call the manager"
            )
        case _:
            assert_never(fault)

"""The words of the queue."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from packdesk.domain.access import Access
from packdesk.domain.events import AsideReason
from packdesk.station.reports import QueueEntry, SendState
from packdesk.ui.countdown import NOW_MINUTES, SOON_MINUTES, AtTime, Countdown, NoDate, OnDay
from packdesk.ui.queue.filters import QueueFilter
from packdesk.ui.words.access import access_word
from packdesk.ui.words.aside import aside_reason
from packdesk.ui.words.bench import test_order
from packdesk.ui.words.counts import COUNTS
from packdesk.ui.words.goods import kind_mark
from packdesk.ui.words.notice import Tone
from packdesk.ui.words.submission import send_state_word

HOUR = 60
DAY = 24 * HOUR
_CANCELLED = {Access.CANCELLED, Access.CANCEL_REQUESTED}


def countdown_text(left: Countdown) -> str:
    """How long is left: “2 h 10 min”, “today”, “20 min late”."""
    match left:
        case NoDate():
            return QCoreApplication.translate("Queue", "no date")
        case OnDay(days, day):
            if days < 0:
                return QCoreApplication.translate("Queue", "late")
            if days == 0:
                return QCoreApplication.translate("Queue", "today")
            if days == 1:
                return QCoreApplication.translate("Queue", "tomorrow")
            return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM")
        case AtTime(minutes):
            if minutes < 0:
                return QCoreApplication.translate("Queue", "{time} late").format(
                    time=duration(-minutes)
                )
            return duration(minutes)
        case _:
            assert_never(left)


def countdown_lines(left: Countdown) -> tuple[str, str]:
    """The same in two short lines: “12 min” and “late · 14:38”; the second may be empty."""
    match left:
        case AtTime(minutes, at) if minutes < 0:
            return duration(-minutes), QCoreApplication.translate("Queue", "late · {time}").format(
                time=at.strftime("%H:%M")
            )
        case NoDate() | OnDay() | AtTime():
            return countdown_text(left), countdown_until(left)
        case _:
            assert_never(left)


def countdown_until(left: Countdown) -> str:
    """By when: “by 17:00”; empty where only the day is known."""
    match left:
        case AtTime(_, at):
            return QCoreApplication.translate("Queue", "by {time}").format(
                time=at.strftime("%H:%M")
            )
        case OnDay() | NoDate():
            return ""
        case _:
            assert_never(left)


def countdown_tone(left: Countdown) -> Tone:
    """Warning under 60 minutes, error under 15 and when it is late."""
    match left:
        case NoDate():
            return Tone.CALM
        case OnDay(days):
            return Tone.REFUSED if days < 0 else Tone.CALM
        case AtTime(minutes) if minutes < NOW_MINUTES:
            return Tone.REFUSED
        case AtTime(minutes) if minutes < SOON_MINUTES:
            return Tone.ATTENTION
        case AtTime():
            return Tone.CALM
        case _:
            assert_never(left)


def duration(minutes: int) -> str:
    """“45 min”, “2 h 10 min”, “3 d 4 h”."""
    if minutes < HOUR:
        return QCoreApplication.translate("Queue", "{minutes} min").format(minutes=minutes)
    if minutes < DAY:
        return QCoreApplication.translate("Queue", "{hours} h {minutes} min").format(
            hours=minutes // HOUR, minutes=minutes % HOUR
        )
    return QCoreApplication.translate("Queue", "{days} d {hours} h").format(
        days=minutes // DAY, hours=minutes % DAY // HOUR
    )


def goods_line(entry: QueueEntry) -> str:
    """“Sneakers 42 × 2, Slippers”."""
    return ", ".join(
        (item.name or item.offer_id) + (f" × {item.count}" if item.count > 1 else "")
        for item in entry.order.items
    )


def details_line(entry: QueueEntry) -> str:
    """“3 units · CIS, UIN · 2 boxes”."""
    marks = dict.fromkeys(
        kind_mark(requirement.kind) for item in entry.order.items for requirement in item.requires
    )
    parts = [test_order()] if entry.order.fake else []
    parts.append(COUNTS.units(entry.order.units))
    if marks:
        parts.append(", ".join(marks))
    if entry.boxes:
        parts.append(COUNTS.boxes(entry.boxes))
    return " · ".join(parts)


def state_word(entry: QueueEntry) -> str:
    """Where the order is, in a word or two; empty for one that waits to be packed."""
    if entry.is_changed and entry.access not in _CANCELLED:
        return QCoreApplication.translate("Queue", "Changed: look")
    if entry.send is not SendState.NONE and not entry.is_changed:
        return send_state_word(entry.send)
    if entry.access is not Access.PACK:
        return access_word(entry.access)
    if entry.aside is not None:
        is_noted = entry.aside.reason is AsideReason.OTHER and entry.aside.note
        return entry.aside.note if is_noted else aside_reason(entry.aside.reason)
    if entry.packed:
        return QCoreApplication.translate("Queue", "{packed} of {all} packed").format(
            packed=entry.packed, all=entry.order.units
        )
    return ""


def state_tone(entry: QueueEntry) -> Tone:
    """How the state is meant."""
    if entry.is_changed:
        return Tone.REFUSED
    match entry.send:
        case SendState.NEEDS_PERSON:
            return Tone.ATTENTION
        case SendState.DONE:
            return Tone.COMPLETE
        case SendState.SENDING | SendState.CHECKING | SendState.WITH_SHIPMENT | SendState.NONE:
            if entry.access in _CANCELLED:
                return Tone.REFUSED
            return Tone.CALM if entry.aside is None else Tone.ATTENTION
        case _:
            assert_never(entry.send)


def filter_label(which: QueueFilter) -> str:
    """The words on a filter."""
    match which:
        case QueueFilter.EXPRESS:
            return QCoreApplication.translate("Queue", "Express")
        case QueueFilter.FBS:
            return "FBS"
        case QueueFilter.DBS:
            return "DBS"
        case QueueFilter.MARKED:
            return QCoreApplication.translate("Queue", "With codes")
        case QueueFilter.BEGUN:
            return QCoreApplication.translate("Queue", "Begun")
        case QueueFilter.NEEDS_YOU:
            return QCoreApplication.translate("Queue", "Needs you")
        case QueueFilter.OTHERS:
            return QCoreApplication.translate("Queue", "Done and others")
        case _:
            assert_never(which)


def search_hint() -> str:
    """What the search field is for."""
    return QCoreApplication.translate("Queue", "Search: number or good")


def loading() -> str:
    """The queue has not come yet."""
    return QCoreApplication.translate("Queue", "Asking the Market for the orders")


def empty() -> str:
    """There is nothing to pack."""
    return QCoreApplication.translate("Queue", "Nothing to pack. New orders come by themselves")


def no_key() -> str:
    """Nothing can be asked for yet."""
    return QCoreApplication.translate(
        "Queue", "There is no key yet: paste the shop's key, and the orders come"
    )


def no_match() -> str:
    """Search and filters leave nothing."""
    return QCoreApplication.translate("Queue", "No such order in the queue")


def ask_again() -> str:
    """The button that asks the Market."""
    return QCoreApplication.translate("Queue", "Ask the Market")


def show_all() -> str:
    """The button that clears search and filters."""
    return QCoreApplication.translate("Queue", "Show all")


def fresh_text(time: str) -> str:
    """When the Market answered last."""
    return QCoreApplication.translate("Queue", "as of {time}").format(time=time)


def queue_name() -> str:
    """What a screen reader calls the list."""
    return QCoreApplication.translate("Queue", "Orders, most urgent first")

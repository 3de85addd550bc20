"""What the queue shows, derived from what is known."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from packdesk.domain.codes import on_other_layout
from packdesk.domain.ids import OrderId
from packdesk.domain.market_refusals import MarketReason, WayOut, reason_of
from packdesk.domain.order import ProgramType
from packdesk.station.errors import MarketError, MarketKeyRejected
from packdesk.station.reports import QueueEntry, QueueRead
from packdesk.ui.countdown import countdown
from packdesk.ui.pages import PageName
from packdesk.ui.queue.filters import QueueFilter, has, is_to_pack, passes
from packdesk.ui.words import queue as words
from packdesk.ui.words.errors import error_notice
from packdesk.ui.words.goods import model_name, order_name
from packdesk.ui.words.market_refusals import way_out_label
from packdesk.ui.words.notice import Notice, Tone
from packdesk.ui.words.setup_cards import key_first
from packdesk.ui.words.window import page_title


@dataclass(frozen=True, slots=True)
class Trouble:
    """The Market cannot be asked now."""

    error: MarketError
    retry_at: datetime | None


@dataclass(frozen=True, slots=True)
class QueueInputs:
    """``now`` is aware; ``search`` is what was typed.

    ``lacks_key`` while nothing can be asked of the Market; ``is_asked`` while a question stands in
    the band: Escape is its; ``digits_answer`` while the digits are.
    """

    now: datetime
    read: QueueRead | None = None
    on: frozenset[QueueFilter] = frozenset()
    search: str = ""
    trouble: Trouble | None = None
    lacks_key: bool = False
    is_asked: bool = False
    digits_answer: bool = False


@dataclass(frozen=True, slots=True)
class CardProps:
    """One order of the queue."""

    order: OrderId
    left: str
    until: str
    left_tone: Tone
    model: str
    is_express: bool
    number: str
    external: str
    goods: str
    details: str
    state: str
    state_tone: Tone
    aloud: str


@dataclass(frozen=True, slots=True)
class FilterProps:
    """A toggle and how many orders it would show."""

    which: QueueFilter
    label: str
    count: int
    is_on: bool


class QueueAction(Enum):
    """The one thing to do where there is no order to show."""

    REFRESH = "ask the Market"
    CLEAR = "clear search and filters"
    SETTINGS = "go to the settings"


@dataclass(frozen=True, slots=True)
class EmptyProps:
    """What stands in the place of the cards; ``is_waiting`` is while the first answer is awaited."""

    text: str
    tone: Tone
    action: QueueAction
    label: str
    is_waiting: bool = False


@dataclass(frozen=True, slots=True)
class QueueProps:
    """The whole screen. ``trouble`` is told beside the cards, ``empty`` instead of them.

    ``escape_clears``: Escape is the search's, ``can_search``: so are letters and digits.
    """

    cards: tuple[CardProps, ...]
    filters: tuple[FilterProps, ...]
    search: str
    hint: str
    fresh: str
    refresh: str
    name: str
    trouble: Notice | None = None
    empty: EmptyProps | None = None
    escape_clears: bool = True
    can_search: bool = True


@dataclass(frozen=True, slots=True)
class _Fixed:
    """What of a card does not change with the time."""

    entry: QueueEntry
    words: str
    goods: str
    details: str
    state: str
    state_tone: Tone
    model: str


class CardMaker:
    """Makes cards; keeps what does not change with the time, as long as the entry is the same."""

    def __init__(self) -> None:
        self._fixed: dict[OrderId, _Fixed] = {}

    def forget(self) -> None:
        """The language has changed."""
        self._fixed.clear()

    def finds(self, entry: QueueEntry, terms: tuple[str, ...]) -> bool:
        """Whether every term stands somewhere in the numbers or goods."""
        words = self._of(entry).words
        return all(term in words for term in terms)

    def names(self, entry: QueueEntry, terms: tuple[str, ...]) -> bool:
        """Whether every term begins a word, or ends a number: who types that means this order."""
        words = self._of(entry).words
        return all(_meant(term).search(words) for term in terms)

    def card(self, entry: QueueEntry, now: datetime) -> CardProps:
        """The card as it looks now."""
        fixed = self._of(entry)
        order = entry.order
        left = countdown(order, now)
        first, second = words.countdown_lines(left)
        return CardProps(
            order=order.id,
            left=first,
            until=second,
            left_tone=words.countdown_tone(left),
            model=fixed.model,
            is_express=order.program is ProgramType.EXPRESS,
            number=str(order.id),
            external=order.external_id or "",
            goods=fixed.goods,
            details=fixed.details,
            state=fixed.state,
            state_tone=fixed.state_tone,
            aloud=", ".join(
                text
                for text in (
                    order_name(order.id),
                    fixed.model,
                    words.countdown_until(left),
                    words.countdown_text(left),
                    fixed.goods,
                    fixed.details,
                    fixed.state,
                )
                if text
            ),
        )

    def _of(self, entry: QueueEntry) -> _Fixed:
        known = self._fixed.get(entry.order.id)
        if known is None or known.entry is not entry:
            order = entry.order
            goods = words.goods_line(entry)
            offers = " ".join(item.offer_id for item in order.items)
            known = _Fixed(
                entry=entry,
                words=f"{order.id} {order.external_id or ''} {goods} {offers}".casefold(),
                goods=goods,
                details=words.details_line(entry),
                state=words.state_word(entry),
                state_tone=words.state_tone(entry),
                model=model_name(order.program),
            )
            self._fixed[order.id] = known
        return known


def derive_queue_props(inputs: QueueInputs, maker: CardMaker) -> QueueProps:
    """Cards in the station's order. A search looks at all orders, whatever the toggles say.

    Those whose words begin as was typed come first: Enter opens the first one.
    """
    entries = inputs.read.entries if inputs.read is not None else ()
    if inputs.search.strip():
        shown = _found(entries, inputs.search, maker)
    else:
        shown = [entry for entry in entries if passes(entry, inputs.on)]
    notice = _trouble(inputs)
    fresh_at = inputs.read.fresh_at if inputs.read is not None else None
    return QueueProps(
        cards=tuple(maker.card(entry, inputs.now) for entry in shown),
        filters=tuple(_filter(which, entries, inputs) for which in QueueFilter),
        search=inputs.search,
        hint=words.search_hint(),
        fresh=words.fresh_text(fresh_at.astimezone().strftime("%H:%M")) if fresh_at else "",
        refresh=words.ask_again(),
        name=words.queue_name(),
        trouble=notice if shown else None,
        empty=None if shown else _empty(inputs, notice),
        escape_clears=not inputs.is_asked,
        can_search=not inputs.digits_answer,
    )


def _found(entries: tuple[QueueEntry, ...], search: str, maker: CardMaker) -> list[QueueEntry]:
    """Only what nothing answers to may have been typed on the wrong layout."""
    for text in (search, on_other_layout(search)):
        terms = tuple(text.casefold().split())
        found = [entry for entry in entries if maker.finds(entry, terms)]
        if found:
            return sorted(found, key=lambda entry: not maker.names(entry, terms))
    return []


def _meant(term: str) -> re.Pattern[str]:
    """A term as a person types it: the beginning of a word, the last digits of a number."""
    tail = rf"|{term}\b" if term.isdecimal() else ""
    return re.compile(rf"\b{re.escape(term)}{tail}")


def _trouble(inputs: QueueInputs) -> Notice | None:
    """What the Market says to a key that is not there tells nobody anything."""
    if inputs.lacks_key:
        return key_first()
    trouble = inputs.trouble
    if trouble is None:
        return None
    return error_notice(trouble.error, trouble.retry_at, inputs.now)


def _filter(
    which: QueueFilter, entries: tuple[QueueEntry, ...], inputs: QueueInputs
) -> FilterProps:
    is_other = which is QueueFilter.OTHERS
    count = sum((is_other or is_to_pack(entry)) and has(entry, which) for entry in entries)
    return FilterProps(which, words.filter_label(which), count, which in inputs.on)


def _empty(inputs: QueueInputs, notice: Notice | None) -> EmptyProps:
    read = inputs.read
    if read is not None and read.entries and (inputs.search.strip() or inputs.on):
        return EmptyProps(words.no_match(), Tone.CALM, QueueAction.CLEAR, words.show_all())
    if inputs.lacks_key:
        setup = page_title(PageName.SETUP)
        return EmptyProps(words.no_key(), Tone.CALM, QueueAction.SETTINGS, setup)
    if notice is not None and inputs.trouble is not None:
        if _another_key_helps(inputs.trouble.error):
            settings = way_out_label(WayOut.SETTINGS)
            return EmptyProps(notice.text, notice.tone, QueueAction.SETTINGS, settings)
        return EmptyProps(notice.text, notice.tone, QueueAction.REFRESH, words.ask_again())
    if read is None or (read.fresh_at is None and not read.entries):
        return EmptyProps(
            words.loading(), Tone.CALM, QueueAction.REFRESH, words.ask_again(), is_waiting=True
        )
    return EmptyProps(words.empty(), Tone.CALM, QueueAction.REFRESH, words.ask_again())


def _another_key_helps(error: MarketError) -> bool:
    if not isinstance(error, MarketKeyRejected):
        return False
    return reason_of(error.status, error.messages) is not MarketReason.API_DISABLED

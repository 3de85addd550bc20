"""From what is known of couriers to what their section shows. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from packdesk.domain.ids import OrderId
from packdesk.domain.order import EacType, Order
from packdesk.station.courier_codes import (
    CouriersRead,
    EacAnswered,
    EacNotAsked,
    EacReport,
    NotAsked,
    has_no_attempts,
)
from packdesk.station.ports import EacResult
from packdesk.ui.countdown import countdown
from packdesk.ui.day.courier_props import (
    ChosenProps,
    CourierProps,
    CourierRow,
    EnterCode,
    TellCode,
)
from packdesk.ui.words import courier as words
from packdesk.ui.words.day import refresh_label
from packdesk.ui.words.notice import Notice, Tone
from packdesk.ui.words.queue import countdown_text, countdown_tone, countdown_until


@dataclass(frozen=True, slots=True)
class CourierInputs:
    """What is known; ``chosen`` is fresh, and may no longer be among those that were read.

    ``trouble`` is why ``read`` is not of now; ``held`` is a text that waits for the list that is
    being read. ``refusals`` are the wrong codes of each order, ``results`` its last code.
    """

    now: datetime
    read: CouriersRead | None = None
    is_reading: bool = False
    trouble: Notice | None = None
    held: str = ""
    chosen: Order | None = None
    checking: frozenset[OrderId] = frozenset()
    results: Mapping[OrderId, EacReport] = field(default_factory=lambda: MappingProxyType({}))
    refusals: Mapping[OrderId, int] = field(default_factory=lambda: MappingProxyType({}))
    told: Notice | None = None

    @property
    def is_current(self) -> bool:
        """Whether what is not in the list is known not to be waited for."""
        return self.read is not None and not self.is_reading and self.trouble is None


def derive_courier_props(inputs: CourierInputs) -> CourierProps:
    """The section as it looks now."""
    orders = inputs.read.orders if inputs.read is not None else ()
    empty = ""
    if inputs.read is None:
        empty = "" if inputs.trouble is not None else words.being_read()
    elif not orders:
        empty = words.nobody()
    # Where no order is chosen and none was read, the guide says it in large letters.
    is_guide = inputs.read is None and inputs.chosen is None and inputs.told is None
    return CourierProps(
        name=words.page_name(),
        guide=_guide(inputs),
        find=words.find_hint(),
        refresh=refresh_label(),
        caption=words.list_caption(None if inputs.read is None else len(orders)),
        rows=tuple(_row(one, inputs) for one in orders),
        empty=empty,
        told=None if is_guide else _told(inputs),
        chosen=None if inputs.chosen is None else _chosen(inputs.chosen, inputs),
    )


def is_accepted(told: EacReport | None) -> bool:
    """Whether the parcel may be handed over."""
    return isinstance(told, EacAnswered) and told.answer.result is EacResult.ACCEPTED


def is_spent(told: EacReport | None) -> bool:
    """Whether no code may be tried before the order is read anew."""
    if isinstance(told, EacNotAsked):
        return told.why is NotAsked.NO_ATTEMPTS
    return isinstance(told, EacAnswered) and has_no_attempts(told.answer)


def _told(inputs: CourierInputs) -> Notice | None:
    if inputs.told is not None or not inputs.held:
        return inputs.told or inputs.trouble
    return Notice(words.looking_for(inputs.held), Tone.CALM)


def _guide(inputs: CourierInputs) -> Notice:
    chosen = inputs.chosen
    if chosen is None and inputs.held:
        return Notice(words.looking_for(inputs.held), Tone.CALM)
    if chosen is None and inputs.read is None:
        return inputs.trouble or Notice(words.being_read(), Tone.CALM)
    if chosen is None:
        return Notice(words.guide_pick(), Tone.CALM)
    told = inputs.results.get(chosen.id)
    if isinstance(told, EacAnswered) and is_accepted(told):
        return words.answer_notice(told.answer)
    if chosen.delivery.eac_type is EacType.MERCHANT_TO_COURIER:
        return Notice(words.guide_tell(), Tone.CALM)
    return Notice(words.guide_code(), Tone.CALM)


def _left(order: Order, now: datetime) -> Notice:
    left = countdown(order, now)
    texts = (countdown_until(left), countdown_text(left))
    return Notice(" · ".join(text for text in texts if text), countdown_tone(left))


def _row(order: Order, inputs: CourierInputs) -> CourierRow:
    chosen = inputs.chosen
    return CourierRow(
        order.id,
        words.order_title(order),
        words.courier_state(order.substatus),
        _left(order, inputs.now),
        is_chosen=chosen is not None and chosen.id == order.id,
    )


def _chosen(order: Order, inputs: CourierInputs) -> ChosenProps:
    kind = order.delivery.eac_type or EacType.COURIER_TO_MERCHANT
    checking = order.id in inputs.checking
    result = inputs.results.get(order.id)
    code: EnterCode | TellCode = EnterCode(
        words.code_hint(),
        words.check_label(),
        is_on=not (checking or is_accepted(result) or is_spent(result)),
        refusals=inputs.refusals.get(order.id, 0),
    )
    if kind is EacType.MERCHANT_TO_COURIER:
        given = order.delivery.eac_code
        code = TellCode(given, "" if given else words.no_code_yet())
    told = words.told_notice(result) if result is not None else None
    if checking:
        told = Notice(words.checking(), Tone.CALM)
    return ChosenProps(
        order=order.id,
        title=words.order_title(order),
        state=words.courier_state(order.substatus),
        left=_left(order, inputs.now),
        caption=words.code_caption(kind),
        code=code,
        result=told,
        leave=words.other_order_label(),
    )

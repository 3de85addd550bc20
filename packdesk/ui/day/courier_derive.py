"""From what is known of couriers to what their section shows. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from packdesk.domain.ids import OrderId
from packdesk.domain.order import EacType, Order
from packdesk.station.courier_codes import CouriersRead, EacAnswered, EacFailed
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
    """What is known; ``chosen`` is fresh, and may no longer be among those that were read."""

    now: datetime
    read: CouriersRead | None = None
    is_reading: bool = False
    chosen: Order | None = None
    checking: frozenset[OrderId] = frozenset()
    results: Mapping[OrderId, EacAnswered | EacFailed] = field(
        default_factory=lambda: MappingProxyType({})
    )
    told: Notice | None = None


def derive_courier_props(inputs: CourierInputs) -> CourierProps:
    """The section as it looks now."""
    orders = inputs.read.orders if inputs.read is not None else ()
    empty = ""
    if inputs.read is None:
        empty = "" if inputs.told is not None else words.being_read()
    elif not orders:
        empty = words.nobody()
    return CourierProps(
        name=words.page_name(),
        guide=_guide(inputs),
        find=words.find_hint(),
        refresh=refresh_label(),
        caption=words.list_caption(len(orders)),
        rows=tuple(_row(one, inputs) for one in orders),
        empty=empty,
        told=inputs.told,
        chosen=None if inputs.chosen is None else _chosen(inputs.chosen, inputs),
    )


def is_accepted(told: EacAnswered | EacFailed | None) -> bool:
    """Whether the parcel may be handed over."""
    return isinstance(told, EacAnswered) and told.answer.result is EacResult.ACCEPTED


def _guide(inputs: CourierInputs) -> Notice:
    chosen = inputs.chosen
    if chosen is None or is_accepted(inputs.results.get(chosen.id)):
        return Notice(words.guide_pick(), Tone.CALM)
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
        words.code_hint(), words.check_label(), is_on=not checking and not is_accepted(result)
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

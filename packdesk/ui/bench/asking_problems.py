"""The questions about what is wrong with goods of an order, or with the whole order."""

from collections.abc import Callable
from functools import partial

from packdesk.domain.commands import MarkFound, MarkShort
from packdesk.domain.events import AsideReason, ShortReason
from packdesk.domain.ids import ItemId
from packdesk.domain.packing import Packing
from packdesk.domain.taking_codes import has_own_code
from packdesk.domain.units import Loose
from packdesk.station.reports import Bench
from packdesk.ui.band.local_question import Entry, LocalQuestion, Picked, Reply, Typed
from packdesk.ui.bench.asking import Ask, ask_count
from packdesk.ui.bench.asking_pieces import Pieces, ask_pieces
from packdesk.ui.bench.lots import Lot, packed_lots
from packdesk.ui.bench.standing import refused_signs
from packdesk.ui.bench.targets import is_not_packed, may_be_missing, missing_units, refused_unit
from packdesk.ui.intents import Intents
from packdesk.ui.words.aside import (
    aside_note_hint,
    aside_reason,
    cancel_order,
    what_is_wrong_with_order,
    whole_order,
    why_aside,
)
from packdesk.ui.words.bench import it_is_found, it_is_packed, what_is_wrong
from packdesk.ui.words.goods import boxes_named, item_name, short_reason

MOST_GOODS = 6
"""So many goods have room beside the answer about the whole order."""
OF_GOODS = (ShortReason.NOT_FOUND, ShortReason.DAMAGED)
"""Why a good leaves the order, whether its code was refused or it has none: a key for each."""
OF_REFUSED = (*OF_GOODS, ShortReason.CODE_REFUSED)
"""Why a packed unit whose code was refused leaves the order."""

Choice = tuple[str, Callable[[], None]]


def ask_problem(
    ask: Ask, intents: Intents, bench: Bench, item: ItemId | None, lot: Lot | None = None
) -> None:
    """What is wrong with units of the item, those of the lot if one is meant, or with the order.

    Without an item the good in question is asked for first.
    """
    packing = bench.packing
    choices: list[Choice]
    if item is None:
        text = what_is_wrong_with_order()
        goods = [one.id for one in packing.order.items if may_be_missing(packing, one.id)]
        goods.sort(key=lambda one: not is_not_packed(packing, one))
        choices = [
            (item_name(bench.order, one), partial(ask_problem, ask, intents, bench, one))
            for one in goods[:MOST_GOODS]
        ]
    elif lot is not None and refused_unit(packing, item) not in lot.units:
        text, choices = _of_lot(ask, intents, bench, lot)
    else:
        text, choices = _of_good(ask, intents, bench, item)
    _choose(ask, text, [*choices, (whole_order(), partial(ask_aside, ask, intents))])


def _of_good(ask: Ask, intents: Intents, bench: Bench, item: ItemId) -> tuple[str, list[Choice]]:
    packing, name = bench.packing, item_name(bench.order, item)
    lots, refused = packed_lots(packing, item), refused_unit(packing, item)
    loose = sum(isinstance(unit.place, Loose) for unit in packing.units_of(item))
    found: list[Choice] = [
        (it_is_found(), partial(intents.do, MarkFound(unit)))
        for unit in missing_units(packing, item)[-1:]
    ]
    if loose:
        choices: list[Choice] = [
            (short_reason(why), partial(_loose_missing, ask, intents, item, why, loose, name))
            for why in _reasons(packing, item)
        ]
        # While some are loose, that it is a packed one must be said.
        packed = partial(_choose, ask, what_is_wrong(name), _by_lot(ask, intents, bench, lots))
        if len(lots) == 1:
            packed = partial(ask_problem, ask, intents, bench, item, lots[0])
        choices += [(it_is_packed(), packed)] if lots else []
        return what_is_wrong(name), [*choices, *found]
    if refused is not None:
        text = what_is_wrong(f"{name} …{refused_signs(packing, (refused,))[0]}")
        reasons = [
            (short_reason(why), partial(intents.do, MarkShort(item, why, refused.ref)))
            for why in OF_REFUSED
        ]
        return text, [*reasons, *found]
    if len(lots) == 1:
        text, choices = _of_lot(ask, intents, bench, lots[0])
        return text, [*choices, *found]
    return what_is_wrong(name), [*_by_lot(ask, intents, bench, lots), *found]


def _by_lot(ask: Ask, intents: Intents, bench: Bench, lots: tuple[Lot, ...]) -> list[Choice]:
    return [
        (boxes_named(lot.boxes), partial(ask_problem, ask, intents, bench, lot.item, lot))
        for lot in lots[:MOST_GOODS]
    ]


def _of_lot(ask: Ask, intents: Intents, bench: Bench, lot: Lot) -> tuple[str, list[Choice]]:
    name = item_name(bench.order, lot.item)
    choices: list[Choice] = [
        (short_reason(why), partial(_packed_missing, ask, intents, bench, lot, why))
        for why in OF_GOODS
    ]
    return what_is_wrong(f"{name}, {boxes_named(lot.boxes)}"), choices


def _loose_missing(
    ask: Ask,
    intents: Intents,
    item: ItemId,
    why: ShortReason,
    loose: int,
    name: str,
) -> None:
    def missing(count: int) -> None:
        intents.do(MarkShort(item, why, count=count))

    ask_count(ask, loose, name, missing)


def _packed_missing(ask: Ask, intents: Intents, bench: Bench, lot: Lot, why: ShortReason) -> None:
    item, source, name = lot.item, lot.source, item_name(bench.order, lot.item)

    def named(pieces: Pieces) -> None:
        for piece in pieces:
            intents.do(MarkShort(item, why, piece))

    def missing(count: int) -> None:
        if source is not None:
            intents.do(MarkShort(item, why, count=count, source=source))

    if source is None:
        named((lot.units[0].ref,))
    elif len(lot.units) > 1 and any(map(has_own_code, lot.units)):
        # The code of the piece that leaves must leave with it: no other one will do.
        ask_pieces(ask, bench, lot.units, 1, name, named)
    else:
        ask_count(ask, len(lot.units), name, missing)


def _reasons(packing: Packing, item: ItemId) -> tuple[ShortReason, ...]:
    """Only a good that needs a code can be missing for its code."""
    needs_code = any(packing.wanted_kinds(one) or one.codes for one in packing.units_of(item))
    return tuple(ShortReason) if needs_code else OF_GOODS


def ask_aside(ask: Ask, intents: Intents) -> None:
    """Why the whole order waits on the shelf, or that it is to be cancelled.

    Another reason is typed.
    """

    def note(reply: Reply) -> None:
        if isinstance(reply, Typed):
            intents.put_aside(AsideReason.OTHER, reply.text)

    def typed() -> None:
        ask(LocalQuestion(why_aside(), (), note, Entry(aside_note_hint(), bool)))

    choices: list[tuple[str, Callable[[], None]]] = [
        (aside_reason(why), partial(intents.put_aside, why))
        for why in AsideReason
        if why is not AsideReason.OTHER
    ]
    choices += [(aside_reason(AsideReason.OTHER), typed), (cancel_order(), intents.ask_cancel)]
    _choose(ask, why_aside(), choices)


def _choose(ask: Ask, text: str, choices: list[tuple[str, Callable[[], None]]]) -> None:
    def picked(reply: Reply) -> None:
        if isinstance(reply, Picked):
            choices[reply.number - 1][1]()

    ask(LocalQuestion(text, tuple(label for label, _ in choices), picked))

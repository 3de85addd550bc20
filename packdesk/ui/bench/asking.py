"""The questions that the bench asks in the band before it knows what command to give."""

from collections.abc import Callable
from functools import partial

from packdesk.domain.commands import Command, MarkFound, MarkShort, SplitUnit
from packdesk.domain.deciding import FEWEST_PARTS, MOST_PARTS
from packdesk.domain.events import AsideReason, ShortReason
from packdesk.domain.external_ids import ExternalIdFault, falls_back, fault_of
from packdesk.domain.ids import ItemId
from packdesk.domain.packing import Packing
from packdesk.domain.units import Loose
from packdesk.station.reports import Bench
from packdesk.ui.band.local_question import Entry, LocalQuestion, Picked, Reply, Typed
from packdesk.ui.bench.moves import HowMany
from packdesk.ui.bench.standing import refused_signs
from packdesk.ui.bench.targets import CanSplit, may_be_missing, missing_units, refused_unit
from packdesk.ui.intents import Intents
from packdesk.ui.words.aside import (
    aside_note_hint,
    aside_reason,
    cancel_order,
    what_is_wrong_with_order,
    whole_order,
    why_aside,
)
from packdesk.ui.words.band import typed_fits
from packdesk.ui.words.bench import (
    all_of_them,
    another_number,
    how_many,
    into_how_many,
    it_is_found,
    number_hint,
    what_is_wrong,
)
from packdesk.ui.words.external_id import (
    barcode_of_goods,
    external_id_fault,
    external_id_hint,
    falls_back_text,
    labels_are_without_it,
    taken_once,
    which_external_id,
)
from packdesk.ui.words.goods import item_name, parts, short_reason
from packdesk.ui.words.notice import Notice, Tone

Ask = Callable[[LocalQuestion], None]
Do = Callable[[Command], None]
MOST_BY_KEY = 5
"""So many answers fit beside the question; a larger number is typed, all being proposed."""
MOST_GOODS = 6
"""So many goods have room beside the answer about the whole order."""
OF_GOODS = (ShortReason.NOT_FOUND, ShortReason.DAMAGED)
"""Why a good leaves the order that has no code."""
OF_REFUSED = (ShortReason.DAMAGED, ShortReason.CODE_REFUSED, ShortReason.NOT_FOUND)
"""Why a packed unit whose code was refused leaves the order."""
SPLITS = (2, 3, 4, 5)
"""Offered as answers with these very numbers as keys; 1 asks for another number."""


def ask_how_many(ask: Ask, do: Do, move: HowMany, name: str) -> None:
    """So many units; an answer's key is its number, so that "2" can never mean "all"."""

    def number(text: str) -> None:
        do(move.command(int(text)))

    def picked(reply: Reply) -> None:
        if isinstance(reply, Picked):
            do(move.command(reply.number))

    if move.most > MOST_BY_KEY:
        ask(_number(how_many(name, move.most), 1, move.most, str(move.most), number))
        return
    answers = (*(str(count) for count in range(1, move.most)), all_of_them(move.most))
    ask(LocalQuestion(how_many(name, move.most), answers, picked))


def ask_parts(ask: Ask, do: Do, target: CanSplit, name: str) -> None:
    """Into how many parts a unit is to be split."""
    text = into_how_many(name, target.proposed)

    def split(total: int) -> None:
        do(SplitUnit(target.item, total, target.unit))

    def number(typed: str) -> None:
        split(int(typed))

    def picked(reply: Reply) -> None:
        match reply:
            case Picked(chosen) if chosen in SPLITS:
                split(chosen)
            case _:
                first = str(target.proposed or "")
                ask(_number(text, FEWEST_PARTS, MOST_PARTS, first, number))

    ask(LocalQuestion(text, (another_number(), *(parts(total) for total in SPLITS)), picked))


def ask_problem(ask: Ask, intents: Intents, bench: Bench, item: ItemId | None) -> None:
    """What is wrong with a unit of the item, or with the whole order.

    Without an item the good in question is asked for first.
    """
    packing = bench.packing
    choices: list[tuple[str, Callable[[], None]]] = []
    if item is None:
        text = what_is_wrong_with_order()
        goods = [one.id for one in packing.order.items if may_be_missing(packing, one.id)]
        choices += [
            (item_name(bench.order, one), partial(ask_problem, ask, intents, bench, one))
            for one in goods[:MOST_GOODS]
        ]
    else:
        text = what_is_wrong(item_name(bench.order, item))
        if any(isinstance(one.place, Loose) for one in packing.units_of(item)):
            choices += [
                (short_reason(why), partial(intents.do, MarkShort(item, why)))
                for why in _reasons(packing, item)
            ]
        elif (refused := refused_unit(packing, item)) is not None:
            signs = refused_signs(packing, (refused,))[0]
            text = what_is_wrong(f"{item_name(bench.order, item)} …{signs}")
            choices += [
                (short_reason(why), partial(intents.do, MarkShort(item, why, refused.ref)))
                for why in OF_REFUSED
            ]
        choices += [
            (it_is_found(), partial(intents.do, MarkFound(unit)))
            for unit in missing_units(packing, item)[-1:]
        ]
    choices.append((whole_order(), partial(ask_aside, ask, intents)))
    _choose(ask, text, choices)


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


def ask_external_id(ask: Ask, intents: Intents, bench: Bench) -> None:
    """The shop's own number of the order, which the Market takes only once."""

    def given(reply: Reply) -> None:
        if isinstance(reply, Typed):
            intents.give_external_id(bench.order.id, reply.text)

    goods = frozenset(
        barcode
        for item in bench.order.items
        if (offer := bench.catalogue.offer(item.offer_id)) is not None
        for barcode in offer.barcodes
    )
    judge = partial(_judge_external_id, goods, is_printed=bench.submission.is_printed)
    entry = Entry(
        external_id_hint(),
        lambda text: fault_of(text) is None and text not in goods,
        bench.own_number,
        judge=judge,
    )
    ask(LocalQuestion(which_external_id(), (), given, entry))


def _judge_external_id(goods: frozenset[str], text: str, *, is_printed: bool) -> Notice:
    if text.strip() in goods:
        return Notice(barcode_of_goods(), Tone.REFUSED)
    match fault_of(text):
        case None if falls_back(text):
            return Notice(falls_back_text(), Tone.ATTENTION)
        case None if is_printed:
            return Notice(labels_are_without_it(), Tone.ATTENTION)
        case None:
            return Notice(typed_fits(""), Tone.ACCEPTED)
        case ExternalIdFault.EMPTY:
            return Notice(taken_once(), Tone.CALM)
        case ExternalIdFault.TOO_LONG | ExternalIdFault.NOT_PRINTABLE as fault:
            return Notice(external_id_fault(fault), Tone.REFUSED)


def _choose(ask: Ask, text: str, choices: list[tuple[str, Callable[[], None]]]) -> None:
    def picked(reply: Reply) -> None:
        if isinstance(reply, Picked):
            choices[reply.number - 1][1]()

    ask(LocalQuestion(text, tuple(label for label, _ in choices), picked))


def _number(
    text: str, least: int, most: int, first: str, then: Callable[[str], None]
) -> LocalQuestion:
    def typed(reply: Reply) -> None:
        if isinstance(reply, Typed):
            then(reply.text.strip())

    takes = partial(_is_between, least, most)
    return LocalQuestion(text, (), typed, Entry(number_hint(least, most), takes, first))


def _is_between(least: int, most: int, text: str) -> bool:
    text = text.strip()
    return text.isascii() and text.isdigit() and len(text) < 4 and least <= int(text) <= most  # noqa: PLR2004 - no long number

"""The questions that the bench asks in the band before it knows what command to give."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from packdesk.domain.commands import Command, SplitUnit
from packdesk.domain.deciding import FEWEST_PARTS, MOST_PARTS
from packdesk.domain.external_ids import ExternalIdFault, falls_back, fault_of
from packdesk.domain.units import Unit
from packdesk.station.reports import Bench
from packdesk.ui.band.local_question import Entry, LocalQuestion, Picked, Reply, Scanned, Typed
from packdesk.ui.bench.asking_pieces import MOST_BY_KEY, ask_pieces, pieces_read
from packdesk.ui.bench.moves import HowMany
from packdesk.ui.bench.targets import CanSplit
from packdesk.ui.intents import Intents
from packdesk.ui.words.band import typed_fits
from packdesk.ui.words.bench import (
    all_of_them,
    another_number,
    how_many,
    into_how_many,
    number_hint,
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
from packdesk.ui.words.goods import item_name, parts
from packdesk.ui.words.notice import Notice, Tone

Ask = Callable[[LocalQuestion], None]
Do = Callable[[Command], None]
SPLITS = (2, 3, 4, 5)
"""Offered as answers with these very numbers as keys; 1 asks for another number."""


def ask_how_many(ask: Ask, do: Do, move: HowMany, bench: Bench) -> None:
    """So many units are to be moved, and these where it matters which."""
    name = item_name(bench.order, move.carried.item)

    def moved(count: int) -> None:
        ask_pieces(ask, bench, move.units, count, name, lambda some: do(move.command(count, some)))

    def with_scan(question: LocalQuestion) -> None:
        """A scan of one of the pieces answers both: one, and this one."""

        def replied(reply: Reply) -> None:
            match reply:
                case Scanned(text):
                    do(move.command(1, pieces_read(bench, move.units, text)))
                case _:
                    question.on_reply(reply)

        by_scan = partial(_is_one_of, bench, move.units)
        ask(replace(question, on_reply=replied, by_scan=by_scan))

    ask_count(with_scan, len(move.units), name, moved)


def _is_one_of(bench: Bench, units: tuple[Unit, ...], text: str) -> bool:
    return bool(pieces_read(bench, units, text))


def ask_count(ask: Ask, most: int, name: str, then: Callable[[int], None]) -> None:
    """So many of ``most`` units; an answer's key is its number, so that "2" can never mean "all".

    Of one unit nothing is asked; a larger number than there are keys for is typed, all being
    proposed.
    """

    def number(text: str) -> None:
        then(int(text))

    def picked(reply: Reply) -> None:
        if isinstance(reply, Picked):
            then(reply.number)

    if most == 1:
        then(1)
    elif most > MOST_BY_KEY:
        ask(_number(how_many(name, most), 1, most, str(most), number))
    else:
        answers = (*(str(count) for count in range(1, most)), all_of_them(most))
        ask(LocalQuestion(how_many(name, most), answers, picked))


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

"""The questions that the bench asks in the band before it knows what command to give."""

from collections.abc import Callable
from functools import partial

from packdesk.domain.commands import Command, MarkFound, MarkShort, SplitUnit
from packdesk.domain.deciding import FEWEST_PARTS, MOST_PARTS
from packdesk.domain.events import ShortReason
from packdesk.domain.ids import ItemId
from packdesk.domain.packing import Packing
from packdesk.domain.units import Loose
from packdesk.ui.band.local_question import Entry, LocalQuestion, Picked, Reply, Typed
from packdesk.ui.bench.moves import HowMany
from packdesk.ui.bench.targets import CanSplit, missing_units
from packdesk.ui.words.bench import (
    all_of_them,
    another_number,
    how_many,
    into_how_many,
    it_is_found,
    just_one,
    no_keep,
    number_hint,
    other_number_of,
    remove_for_good,
    what_is_wrong,
    yes_remove,
)
from packdesk.ui.words.goods import parts, short_reason

Ask = Callable[[LocalQuestion], None]
Do = Callable[[Command], None]
SPLITS = (2, 3, 4, 5)
"""Offered as answers with these very numbers as keys; 1 asks for another number."""


def ask_how_many(ask: Ask, do: Do, move: HowMany, name: str) -> None:
    """One, all, or another number; the answer moves them."""

    def number(text: str) -> None:
        do(move.command(int(text)))

    def picked(reply: Reply) -> None:
        match reply:
            case Picked(1):
                do(move.command(1))
            case Picked(2):
                do(move.command(move.most))
            case _:
                ask(_number(other_number_of(name), 1, move.most, "", number))

    answers = (just_one(), all_of_them(move.most), another_number())
    wanted = answers[:2] if move.most == 2 else answers  # noqa: PLR2004 - then 1 and 2 are all
    ask(LocalQuestion(how_many(name, move.most), wanted, picked))


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


def ask_problem(ask: Ask, do: Do, packing: Packing, item: ItemId, name: str) -> None:
    """Why a unit of the item is missing, or that it is there after all."""
    loose = any(isinstance(one.place, Loose) for one in packing.units_of(item))
    choices: list[tuple[str, Command]] = []
    if loose:
        choices += [(short_reason(why), MarkShort(item, why)) for why in ShortReason]
    choices += [(it_is_found(), MarkFound(unit)) for unit in missing_units(packing, item)[-1:]]

    def picked(reply: Reply) -> None:
        if isinstance(reply, Picked):
            do(choices[reply.number - 1][1])

    ask(LocalQuestion(what_is_wrong(name), tuple(label for label, _ in choices), picked))


def ask_removal(ask: Ask, finish: Callable[[], None], missing: int) -> None:
    """Units leave the order for good; the harmless answer comes first."""

    def picked(reply: Reply) -> None:
        if reply == Picked(2):
            finish()

    ask(LocalQuestion(remove_for_good(missing), (no_keep(), yes_remove()), picked))


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

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
    no_keep,
    number_hint,
    remove_for_good,
    what_is_wrong,
    yes_remove,
)
from packdesk.ui.words.goods import parts, short_reason

Ask = Callable[[LocalQuestion], None]
Do = Callable[[Command], None]
MOST_BY_KEY = 5
"""So many answers fit beside the question; a larger number is typed, all being proposed."""
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

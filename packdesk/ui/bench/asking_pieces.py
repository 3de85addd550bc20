"""Which of several pieces with codes of their own is meant: the one in the hand tells it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from packdesk.domain.codes import Channel, Slot, judge
from packdesk.domain.ids import UnitRef
from packdesk.domain.pieces import last_signs
from packdesk.domain.taking_codes import has_own_code
from packdesk.domain.units import Unit
from packdesk.station.reports import Bench
from packdesk.ui.band.local_question import LocalQuestion, Picked, Reply, Scanned
from packdesk.ui.words.bench import which_piece, without_code

Pieces = tuple[UnitRef, ...]
MOST_BY_KEY = 5
"""So many answers fit beside the question; any piece is found by its scan."""


def ask_pieces(
    ask: Callable[[LocalQuestion], None],
    bench: Bench,
    units: Sequence[Unit],
    count: int,
    name: str,
    then: Callable[[Pieces], None],
) -> None:
    """Which ``count`` of the units go, one after another: a code goes with its piece only.

    Nothing is asked, and no unit named, where all go or none has a code of its own.
    """
    if count < len(units) and any(map(has_own_code, units)):
        _Asking(ask, bench, units, count, name, then).go_on(())
    else:
        then(())


def pieces_read(bench: Bench, units: Sequence[Unit], text: str) -> Pieces:
    """The piece among the units that carries the scanned code, if any does."""
    code = judge(text, Slot.AUTO, Channel.SCANNER, bench.context).code
    if code is None or not code.is_unique:
        return ()
    return tuple(
        one.ref for one in units if any(own.identity == code.identity for own in one.codes)
    )


def _answer(unit: Unit) -> str:
    """The last signs of the serial number of a piece; the word for none where it has none."""
    own = next((code for code in unit.codes if code.is_unique), None)
    return without_code() if own is None else f"…{last_signs(own)}"


@dataclass(frozen=True, slots=True)
class _Asking:
    ask: Callable[[LocalQuestion], None]
    bench: Bench
    units: Sequence[Unit]
    count: int
    name: str
    then: Callable[[Pieces], None]

    def go_on(self, chosen: Pieces) -> None:
        """Ask for the next one, until there are enough."""
        if len(chosen) == self.count:
            self.then(chosen)
            return
        left = [unit for unit in self.units if unit.ref not in chosen]
        coded = [unit for unit in left if has_own_code(unit)]
        # One that has no code is like any other that has none.
        bare = [unit for unit in left if not has_own_code(unit)][:1]
        offered = [*coded[: MOST_BY_KEY - len(bare)], *bare]

        def replied(reply: Reply) -> None:
            match reply:
                case Picked(number):
                    self.go_on((*chosen, offered[number - 1].ref))
                case Scanned(text):
                    self.go_on((*chosen, *pieces_read(self.bench, coded, text)))
                case _:
                    pass

        self.ask(
            LocalQuestion(
                which_piece(self.name, len(chosen) + 1, self.count),
                tuple(_answer(unit) for unit in offered),
                replied,
                by_scan=lambda text: bool(pieces_read(self.bench, coded, text)),
            )
        )

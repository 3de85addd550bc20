"""How pieces are told apart, and what happens to one whose code the Market refused."""

from dataclasses import dataclass

from packdesk.domain.codes import MarkingCode
from packdesk.domain.ids import BoxNumber, UnitRef

SIGNS = 4


def last_signs(code: MarkingCode) -> str:
    """The last signs of a code's serial number, by which equal pieces are told apart."""
    return code.identity.serial[-SIGNS:]


@dataclass(frozen=True, slots=True)
class PieceRejected:
    """The refused code of a unit was given up for another piece's: the old piece must come out.

    ``boxes`` are those it lies in, ``signs`` the last ones of its serial number.
    """

    unit: UnitRef
    boxes: tuple[BoxNumber, ...]
    signs: str


@dataclass(frozen=True, slots=True)
class PieceGone:
    """A person has said that a rejected piece is out of its boxes."""

    unit: UnitRef
    signs: str

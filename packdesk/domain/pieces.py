"""What happens to a piece whose code the Market refused: it must leave its boxes. Past tense."""

from dataclasses import dataclass

from packdesk.domain.ids import BoxNumber, UnitRef


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

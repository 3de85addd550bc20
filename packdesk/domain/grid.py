"""A table from outside: rows of cells as a person sees them, with what was lost on the way."""

from dataclasses import dataclass
from enum import Enum

MOST_ROWS = 50_000
MOST_COLUMNS = 200


class CellFlaw(Enum):
    """Why the text of a cell is not what was once written there."""

    EXPONENT = "a number in the form 1.23E+13: its last digits are gone"
    ROUNDED = "a number of more than 15 digits: the spreadsheet has rounded it"
    FRACTION = "a number with a fraction"
    NO_RESULT = "a formula without a kept result"
    ERROR_VALUE = "a formula that ended in an error"
    DATE = "the spreadsheet took it for a date"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; ``is_number`` tells that a spreadsheet kept a number, which has no leading zeros."""

    text: str = ""
    flaw: CellFlaw | None = None
    is_number: bool = False


EMPTY_CELL = Cell()


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row with the number that it has in its source, 1 and up."""

    line: int
    cells: tuple[Cell, ...]

    def cell(self, column: int | None) -> Cell:
        """The cell of a column, 0 and up; an empty one where there is none."""
        if column is None or not 0 <= column < len(self.cells):
            return EMPTY_CELL
        return self.cells[column]


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows that are not empty, ``sheet`` their sheet, ``others`` names of sheets left out."""

    rows: tuple[GridRow, ...]
    sheet: str = ""
    others: tuple[str, ...] = ()

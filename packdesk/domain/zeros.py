"""Numbers that a spreadsheet has robbed of their leading zeros."""

from collections import Counter
from collections.abc import Iterable

from packdesk.domain.codes.barcode import has_valid_check_digit
from packdesk.domain.grid import Cell
from packdesk.domain.tracks_forms import Carrier

_LONG = 14
_DPD_LENGTHS = (10, 14)
_MOST_ZEROS = 3
_FEWEST = 3


def usual_length(cells: Iterable[Cell]) -> int | None:
    """How many digits the numbers of a column have, where it holds ones with a leading zero."""
    lengths: Counter[int] = Counter()
    begins_with_zero: Counter[int] = Counter()
    for cell in cells:
        text = cell.text.strip()
        if text.isdigit():
            lengths[len(text)] += 1
            begins_with_zero[len(text)] += text.startswith("0")
    common = lengths.most_common(1)
    if not common or common[0][1] < _FEWEST or not begins_with_zero[common[0][0]]:
        return None
    return common[0][0]


def lost_zeros(cell: Cell, usual: int | None, carrier: Carrier | None) -> bool:
    """Whether a number lacks digits that can only have been zeros at its beginning.

    Args:
        cell: As the table has it.
        usual: The length of the column's numbers (``usual_length``).
        carrier: Who gave the number, where that is known.
    """
    text = cell.text.strip()
    if not text.isdigit() or text.startswith("0"):
        return False
    if usual is not None and 0 < usual - len(text) <= _MOST_ZEROS:
        return True
    match carrier:
        case Carrier.DPD:
            return any(0 < length - len(text) <= _MOST_ZEROS for length in _DPD_LENGTHS)
        case Carrier.RUSSIAN_POST | None:
            # Of 13 digits by chance only one number in ten passes.
            short = cell.is_number and len(text) == _LONG - 1
            return short and has_valid_check_digit(text.zfill(_LONG))
        case _:
            return False

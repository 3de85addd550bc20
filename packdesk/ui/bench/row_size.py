"""How large a row of goods is: most orders are one or two pieces, and these are seen from afar."""

from dataclasses import dataclass
from typing import Final

from packdesk.ui.theme import Density
from packdesk.ui.tokens import TypeSize


@dataclass(frozen=True, slots=True)
class RowSize:
    """Sizes in device-independent pixels.

    ``name_lines``: so many lines of the name are shown at most. Where ``is_large`` the codes stand
    under the name, else beside it.
    """

    height: int
    picture: int
    name: TypeSize = TypeSize.NAME
    name_lines: int = 2
    is_large: bool = False

    @property
    def count(self) -> TypeSize:
        """Of packed / wanted."""
        return TypeSize.SENTENCE if self.is_large else TypeSize.NUMBER


_MANY: Final = (RowSize(64, 52), RowSize(88, 72))
_FEW: Final = (
    (
        RowSize(176, 160, TypeSize.TITLE, 3, is_large=True),
        RowSize(136, 120, TypeSize.TITLE, 2, is_large=True),
        RowSize(112, 96, TypeSize.NAME, 2, is_large=True),
    ),
    (
        RowSize(232, 216, TypeSize.TITLE, 3, is_large=True),
        RowSize(176, 160, TypeSize.TITLE, 3, is_large=True),
        RowSize(136, 120, TypeSize.TITLE, 2, is_large=True),
    ),
)
"""Of one, two and three goods; so many large rows need no more room than five small ones."""


def row_size(density: Density, goods: int) -> RowSize:
    """The size of each row where so many kinds of goods are listed."""
    if 0 < goods <= len(_FEW[density]):
        return _FEW[density][goods - 1]
    return _MANY[density]

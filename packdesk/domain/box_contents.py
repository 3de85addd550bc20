"""Comparing the boxes of a layout with those that the Market keeps, by what lies in them.

The Market gives a CIS back without its end, and may give no codes at all; box ids say nothing of
what is in a box. Codes are therefore told apart by GTIN and serial.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from packdesk.domain.codes import CodeKind, MarkingCode
from packdesk.domain.ids import MarketBoxId
from packdesk.domain.layout import BoxLayout, ItemPart, LayoutBox
from packdesk.domain.order import MarketBox, StoredBox

Line: TypeAlias = tuple[int, int, int, int]
"""Item, whole units, part, parts in all; 0 for what a line does not have."""
CodeName: TypeAlias = tuple[str, str, str]
"""Kind, GTIN and serial."""

_OF_ONE_PIECE = frozenset({CodeKind.CIS.value, CodeKind.UIN.value})


@dataclass(frozen=True, slots=True, order=True)
class BoxContents:
    """What lies in a box, sorted, so that equal boxes are equal values."""

    goods: tuple[Line, ...]
    codes: tuple[CodeName, ...]

    @property
    def piece_codes(self) -> tuple[CodeName, ...]:
        """The codes that only one piece can have."""
        return tuple(code for code in self.codes if code[0] in _OF_ONE_PIECE)


@dataclass(frozen=True, slots=True)
class KnownBox:
    """A stored box that the table knows of: it sent it, read it back, or told of it."""

    box_id: MarketBoxId
    contents: BoxContents


def known_box(box: StoredBox) -> KnownBox:
    """What is remembered of a stored box."""
    return KnownBox(box.box_id, contents(box))


def contents(box: LayoutBox | StoredBox) -> BoxContents:
    """What lies in this box."""
    if isinstance(box, StoredBox):
        kept = (code for line in box.items for codes in line.codes for code in codes)
        lines = ((one.item, one.whole or 0, one.current or 0, one.total or 0) for one in box.items)
        return BoxContents(tuple(sorted(lines)), _names(kept))
    match box.content:
        case ItemPart(item, current, total):
            return BoxContents(((item, 0, current, total),), _names(box.codes))
        case whole:
            goods = tuple(sorted((line.item, line.count, 0, 0) for line in whole))
            return BoxContents(goods, _names(box.codes))


def holds(stored: tuple[StoredBox, ...], layout: BoxLayout) -> bool:
    """Whether these boxes are those of the layout: the same goods with the same piece codes.

    Where the Market tells of no piece code in any box, the goods alone decide.
    """
    ours = [contents(box) for box in layout.boxes]
    theirs = [contents(box) for box in stored]
    if not any(box.piece_codes for box in theirs):
        return sorted(box.goods for box in ours) == sorted(box.goods for box in theirs)
    return _with_piece_codes(ours) == _with_piece_codes(theirs)


def paired(layout: BoxLayout, stored: tuple[StoredBox, ...]) -> tuple[MarketBox, ...] | None:
    """The Market's ids of boxes with just these goods and codes of every kind; None if others."""
    left = list(stored)
    found = []
    for box in layout.boxes:
        same = next((one for one in left if contents(one) == contents(box)), None)
        if same is None:
            return None
        left.remove(same)
        found.append(MarketBox(box.number, same.box_id))
    return None if left else tuple(found)


def _with_piece_codes(
    boxes: Iterable[BoxContents],
) -> list[tuple[tuple[Line, ...], tuple[CodeName, ...]]]:
    return sorted((box.goods, box.piece_codes) for box in boxes)


def _names(codes: Iterable[MarkingCode]) -> tuple[CodeName, ...]:
    identities = (code.identity for code in codes)
    return tuple(sorted((one.kind.value, one.gtin, one.serial) for one in identities))

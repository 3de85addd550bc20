"""The layout for the Market: what lies in which box. It is derived from a packing, never edited.

Source of the form: setOrderBoxLayout. A box holds whole units (an item at most once), or exactly
one part of one unit; the unit's code goes with each of its parts.
"""

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import NewType, TypeAlias

from packdesk.domain.codes import CodeKind, MarkingCode
from packdesk.domain.ids import BoxNumber, ItemId

Fingerprint = NewType("Fingerprint", str)
"""Names one layout by its content. Labels carry it: those of another layout are stale."""

UnitCodes: TypeAlias = tuple[MarkingCode, ...]
"""The codes of one unit, at most one of each kind; never empty where it stands in a layout."""


@dataclass(frozen=True, slots=True)
class WholeUnits:
    """``count`` whole units of an item in one box, with the codes of those that have any."""

    item: ItemId
    count: int
    codes: tuple[UnitCodes, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemPart:
    """Part ``current`` of ``total`` of one unit, with that unit's codes."""

    item: ItemId
    current: int
    total: int
    codes: UnitCodes = ()


@dataclass(frozen=True, slots=True)
class LayoutBox:
    """One box of the layout: one part, or one or more lines of whole units."""

    number: BoxNumber
    content: ItemPart | tuple[WholeUnits, ...]

    @property
    def codes(self) -> UnitCodes:
        """All codes in the box, whatever unit they belong to."""
        if isinstance(self.content, ItemPart):
            return self.content.codes
        return tuple(code for line in self.content for codes in line.codes for code in codes)


@dataclass(frozen=True, slots=True)
class BoxLayout:
    """All boxes in the order of their numbers.

    ``allow_remove`` is true only where units were marked short: what is missing then leaves the
    order for good.
    """

    boxes: tuple[LayoutBox, ...]
    allow_remove: bool = False

    @property
    def units(self) -> dict[ItemId, int]:
        """How many units of each item travel; a split one counts with its first part."""
        counts: Counter[ItemId] = Counter()
        for box in self.boxes:
            match box.content:
                case ItemPart(item, current):
                    counts[item] += current == 1
                case whole:
                    for line in whole:
                        counts[line.item] += line.count
        return dict(counts)

    def coded(self, item: ItemId, kind: CodeKind) -> int:
        """How many units of an item travel with a code of this kind."""
        units: list[UnitCodes] = []
        for box in self.boxes:
            match box.content:
                case ItemPart(one, 1, _, codes) if one == item:
                    units.append(codes)
                case ItemPart():
                    pass
                case whole:
                    units.extend(
                        codes for line in whole if line.item == item for codes in line.codes
                    )
        return sum(any(code.kind is kind for code in codes) for codes in units)


def fingerprint(layout: BoxLayout) -> Fingerprint:
    """The same for the same boxes, parts and codes, whatever numbers the table wrote on them."""
    lines = []
    for place, box in enumerate(layout.boxes, start=1):
        match box.content:
            case ItemPart(item, current, total, codes):
                lines.append(f"{place} part {item} {current}/{total} {_codes(codes)}")
            case whole:
                lines.extend(
                    f"{place} whole {line.item} x{line.count} "
                    + "|".join(sorted(_codes(codes) for codes in line.codes))
                    for line in sorted(whole, key=lambda one: one.item)
                )
    lines.append(f"remove {layout.allow_remove}")
    return Fingerprint(hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16])


def _codes(codes: UnitCodes) -> str:
    return " ".join(
        f"{code.kind.value}={code.full!r}" for code in sorted(codes, key=lambda c: c.kind.value)
    )

"""What one box on the table holds."""

from dataclasses import dataclass
from typing import TypeAlias

from packdesk.domain.ids import UnitRef
from packdesk.domain.units import Unit


@dataclass(frozen=True, slots=True)
class PartInBox:
    """A box that holds one part and takes nothing else."""

    unit: UnitRef
    part: int
    total: int


@dataclass(frozen=True, slots=True)
class UnitsInBox:
    """A box of whole units, in the order of the order's positions; empty for an empty box."""

    units: tuple[Unit, ...]


BoxContent: TypeAlias = PartInBox | UnitsInBox
EMPTY = UnitsInBox(())

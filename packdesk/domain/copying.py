"""Whose declaration, batch number and country the other units of a good may get, too."""

from packdesk.domain.commands import CopyCodes
from packdesk.domain.deciding import Decided, decide
from packdesk.domain.ids import UnitRef
from packdesk.domain.packing import Packing


def copy_source(packing: Packing) -> UnitRef | None:
    """The first unit that has all its codes while others of its item lack the shared ones."""
    for unit in packing.units:
        if not unit.codes or packing.wanted_kinds(unit):
            continue
        if isinstance(decide(packing, CopyCodes(unit.ref)), Decided):
            return unit.ref
    return None

"""The numbers by which split units are told apart: each keeps its own while others come and go."""

from collections.abc import Iterable

from packdesk.domain.ids import UnitRef
from packdesk.domain.units import InParts, Unit


def split_places(
    before: tuple[UnitRef | None, ...], units: Iterable[Unit]
) -> tuple[UnitRef | None, ...]:
    """The split units, each at its place; a new one takes the first place that is free."""
    split = [unit.ref for unit in units if isinstance(unit.place, InParts)]
    places = [ref if ref in split else None for ref in before]
    for ref in split:
        if ref in places:
            continue
        if None in places:
            places[places.index(None)] = ref
        else:
            places.append(ref)
    while places and places[-1] is None:
        places.pop()
    return tuple(places)

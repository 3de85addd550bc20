"""Whether an act would make untrue what the Market has been told of the boxes."""

from packdesk.domain.events import CodeAttached, Event, PutAside, UnitMarkedShort
from packdesk.domain.packing import Packing
from packdesk.domain.units import Unit


def unsettles(packing: Packing, events: tuple[Event, ...]) -> bool:
    """Whether the boxes that the Market has would be others than those on the table after this.

    Where the Market refused a code, another piece in the place of that one is what it waits for.
    """
    if packing.confirmed is None or not packing.is_sent or packing.is_stopped:
        return False
    # What waits on the shelf is not packed otherwise.
    if any(isinstance(event, PutAside) for event in events):
        return False
    refused = {unit.ref for unit in packing.units if _is_refused(packing, unit)}
    answers = CodeAttached | UnitMarkedShort
    if any(isinstance(event, answers) and event.unit in refused for event in events):
        return False
    return packing.after(events).confirmed is None


def _is_refused(packing: Packing, unit: Unit) -> bool:
    return any(packing.refused_check(unit.ref.item, code) is not None for code in unit.codes)

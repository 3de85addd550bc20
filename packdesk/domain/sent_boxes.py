"""Whether an act would make untrue what the Market has been told of the boxes."""

from packdesk.domain.events import CodeAttached, Event, UnitMarkedShort
from packdesk.domain.layout import Fingerprint, fingerprint
from packdesk.domain.layout_rules import derive_layout
from packdesk.domain.packing import Packing
from packdesk.domain.units import Unit


def unsettles(packing: Packing, events: tuple[Event, ...]) -> bool:
    """Whether the boxes that the Market has would be others than those on the table after this.

    Where the Market refused a code, another piece in the place of that one is what it waits for.
    """
    stands = _of_the_market(packing)
    if stands is None or packing.is_stopped:
        return False
    refused = {unit.ref for unit in packing.units if _is_refused(packing, unit)}
    answers = CodeAttached | UnitMarkedShort
    if any(isinstance(event, answers) and event.unit in refused for event in events):
        return False
    return fingerprint(derive_layout(packing.after(events))) != stands


def _of_the_market(packing: Packing) -> Fingerprint | None:
    """The layout that the Market has, where the boxes on the table are those; else None."""
    if packing.confirmed is not None:
        return packing.confirmed.fingerprint if packing.is_sent else None
    stood = packing.stood
    if stood is None or not stood.is_sent:
        return None
    # An order that was put aside is not confirmed, and its boxes are what they were.
    is_same = fingerprint(derive_layout(packing)) == stood.confirmed.fingerprint
    return stood.confirmed.fingerprint if is_same else None


def _is_refused(packing: Packing, unit: Unit) -> bool:
    return any(packing.refused_check(unit.ref.item, code) is not None for code in unit.codes)

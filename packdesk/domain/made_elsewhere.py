"""Orders that another program has packed: the Market has their boxes, this table has made none."""

from packdesk.domain.box_contents import holds
from packdesk.domain.layout_rules import derive_layout
from packdesk.domain.packing import Packing


def is_packed_elsewhere(packing: Packing) -> bool:
    """Whether the Market's boxes are all there is of the order.

    To have looked at them on the bench, or to have given the order its number, changes nothing.
    """
    stored = packing.order.stored_boxes
    is_ours = packing.confirmed is not None or packing.sent is not None
    if not stored or is_ours or packing.is_stopped or packing.aside is not None:
        return False
    return not packing.is_touched or holds(stored, derive_layout(packing))

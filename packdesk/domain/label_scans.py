"""A label that was scanned where it sticks: which box it is of, and whether it is the right one."""

from collections.abc import Iterable
from dataclasses import dataclass

from packdesk.domain.barcodes import ENDS, PARCEL
from packdesk.domain.events import LabelStuck
from packdesk.domain.ids import BoxNumber, OrderId
from packdesk.domain.order import Order
from packdesk.domain.packing import Packing
from packdesk.domain.refusals import LabelAlreadyStuck, LabelOfOther, LabelWithoutBox
from packdesk.domain.spots import Decided, Outcome, Refused
from packdesk.domain.submission import Submission


@dataclass(frozen=True, slots=True)
class ParcelNumber:
    """What the barcode of one box names: an order, and which of its boxes, from 1."""

    order: OrderId
    place: int


def parcel_number(text: str, orders: Iterable[Order]) -> ParcelNumber | None:
    """The box that a label's barcode names: `fulfilmentId`, a stored barcode or a box id."""
    plain = text.strip(ENDS)
    for order in orders:
        for place, box in enumerate(order.stored_boxes, start=1):
            if plain in {box.barcode, str(box.box_id)}:
                return ParcelNumber(order.id, place)
    found = PARCEL.match(plain)
    return ParcelNumber(OrderId(int(found[1])), int(plain.rpartition("-")[2])) if found else None


def decide_label(
    packing: Packing, submission: Submission, parcel: ParcelNumber | OrderId
) -> Outcome:
    """What a scanned label amounts to; an order's bare number will do where there is one box."""
    confirmed = submission.confirmed
    boxes = confirmed.layout.boxes if confirmed else ()
    order = parcel.order if isinstance(parcel, ParcelNumber) else parcel
    if order != packing.order.id:
        return Refused(LabelOfOther(order))
    bare = 1 if len(boxes) == 1 else 0
    place = parcel.place if isinstance(parcel, ParcelNumber) else bare
    if confirmed is None or not 0 < place <= len(boxes):
        return Refused(LabelWithoutBox())
    return _stick(submission, boxes[place - 1].number)


def box_of_id(submission: Submission, text: str) -> BoxNumber | None:
    """The table's number of the box that the Market gave this id when the layout was sent."""
    plain = text.strip(ENDS)
    return next((box.number for box in submission.boxes if str(box.box_id) == plain), None)


def decide_box(submission: Submission, box: BoxNumber) -> Outcome:
    """What the label of this box amounts to."""
    return _stick(submission, box)


def _stick(submission: Submission, box: BoxNumber) -> Outcome:
    confirmed = submission.confirmed
    if confirmed is None:
        return Refused(LabelWithoutBox())
    if box in submission.stuck:
        return Refused(LabelAlreadyStuck(box))
    return Decided((LabelStuck(confirmed.fingerprint, box),))

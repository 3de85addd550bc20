"""Whether a scan is a label that was stuck on a box, where the shop has them scanned. Journal lane."""

from packdesk.domain.label_scans import box_of_id, decide_box, decide_label, parcel_number
from packdesk.domain.spots import Outcome
from packdesk.station.ledger import Held, Ledger


def read_label(text: str, held: Held, ledger: Ledger) -> Outcome | None:
    """What the label amounts to; None where the scan is none, or none is awaited.

    The number of an order that has no printed labels is no label: the packer goes on to it.
    """
    submission, own = held.submission, held.packing.order.id
    if not submission.scan_labels or not submission.is_printed or submission.is_ready:
        return None
    box = box_of_id(submission, text)
    if box is not None:
        return decide_box(submission, box)
    parcel = parcel_number(text, ledger.orders.values())
    if parcel is not None and (parcel.order == own or submission.labels_to_scan):
        return decide_label(held.packing, submission, parcel)
    order = ledger.find_order(text)
    if order is None or parcel is not None or not submission.labels_to_scan:
        return None
    if order == own or ledger.held(order).submission.printed is not None:
        return decide_label(held.packing, submission, order)
    return None

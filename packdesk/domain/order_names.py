"""What an order is found by besides its number: a scan, a row of a table, another parcel's track."""

from collections.abc import Iterable

from packdesk.domain.errands import ErrandAsked, SetTrack
from packdesk.domain.events import Event
from packdesk.domain.order import Order
from packdesk.domain.tracks import track_key


def names_of(order: Order) -> frozenset[str]:
    """The shop's own number, the parcels' barcodes, and the tracks as ``track_key``."""
    tracks = {track_key(track.code) for track in order.delivery.tracks}
    boxes = {box.barcode for box in order.stored_boxes}
    return frozenset({order.external_id or "", *boxes, *tracks} - {""})


def names_asked(events: Iterable[Event]) -> frozenset[str]:
    """The tracks that these events ask to be given, as ``track_key``."""
    return frozenset(
        track_key(event.errand.track.code)
        for event in events
        if isinstance(event, ErrandAsked) and isinstance(event.errand, SetTrack)
    )

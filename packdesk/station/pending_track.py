"""A track number between the scan and the journal."""

from dataclasses import dataclass

from packdesk.domain.ids import DeliveryServiceId
from packdesk.domain.tracks import TrackNumber


@dataclass(frozen=True, slots=True)
class Pending:
    """A track number on its way to be kept, with what a person has said to it."""

    track: TrackNumber
    is_trusted: bool = False
    may_be_another: bool = False
    service: DeliveryServiceId | None = None

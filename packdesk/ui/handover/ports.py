"""What the hand-over's screens need of others: the station's desk, and the band that speaks."""

from pathlib import Path
from typing import Protocol

from packdesk.domain.errands import CancelReason, MoveOn
from packdesk.domain.ids import DeliveryServiceId, OrderId
from packdesk.domain.track_headers import TableKind
from packdesk.domain.track_table import TrackTable
from packdesk.ui.words.notice import Notice


class HandoverIntents(Protocol):
    """The hand-over desk as the screens see it. GUI thread; nothing waits, answers are reports."""

    def scan(self, text: str) -> None:
        """A scanner has read this text."""

    def paste(self, text: str) -> None:
        """A person has typed or pasted this text."""

    def answer(self, number: int) -> None:
        """Answer the open question; 1 is the first answer."""

    def choose_service(self, service: DeliveryServiceId) -> None:
        """The delivery service that the open question asks for."""

    def drop(self) -> None:
        """Put parcel, track number and question down."""

    def undo(self) -> None:
        """Take back the last track number, if it has not gone out."""

    def move_on(self, order_id: OrderId, move: MoveOn) -> None:
        """Set a DBS order's next status."""

    def cancel(self, order_id: OrderId, reason: CancelReason) -> None:
        """Cancel a DBS order for good."""

    def retry(self, order_id: OrderId) -> None:
        """Try the stopped errand of an order again."""

    def give_up(self, order_id: OrderId) -> None:
        """Give the stopped errand of an order up."""

    def read_file(self, path: Path, kind: TableKind) -> None:
        """Read a table file and check every row; nothing is kept."""

    def read_text(self, text: str, kind: TableKind) -> None:
        """Check every row of a pasted table; nothing is kept."""

    def send_table(self, table: TrackTable, lines: frozenset[int]) -> None:
        """Keep what stands in these lines, to be sent."""

    def cancel_batch(self) -> None:
        """Stop what is being done with a table; what was kept stays kept."""


class Voice(Protocol):
    """The band "what to do now"."""

    def speak_for(self, guide: Notice | None) -> None:
        """While a screen has a sentence of its own, that is what to do now; None gives it back."""

    def tell(self, notice: Notice) -> None:
        """Show an answer for a moment, and let it be heard."""

    def calm_down(self) -> None:
        """The last answer is told no more."""

"""What the window may ask of the station: the one door from the screens to the work."""

from typing import Protocol

from packdesk.domain.commands import Command
from packdesk.domain.errands import CancelReason
from packdesk.domain.events import AsideReason
from packdesk.domain.ids import OrderId, UnitRef
from packdesk.station.reports import PieceOut


class Intents(Protocol):
    """The station as the screens see it. GUI thread; nothing waits, answers come as reports."""

    def scan(self, text: str, *, caps_lock: bool = False) -> None:
        """A scanner has read this text."""

    def paste(self, text: str) -> None:
        """A person has pasted or typed this text where a scan was expected."""

    def do(self, command: Command) -> None:
        """Do a command to the order on the bench."""

    def answer(self, number: int) -> None:
        """Answer the open question; 1 is the first answer."""

    def drop_question(self) -> None:
        """Leave the open question unanswered."""

    def open_order(self, order_id: OrderId) -> None:
        """Put an order on the bench."""

    def seek_order(self, text: str) -> None:
        """Put the order that this text names on the bench; it is never taken for a good."""

    def leave_order(self) -> None:
        """Clear the bench; what was packed is kept."""

    def finish(self) -> None:
        """Confirm the layout of the order on the bench, or be told every problem."""

    def finish_removing(self) -> None:
        """The same, confirming that the missing units leave the order for good."""

    def undo(self) -> None:
        """Take back the last step at the bench."""

    def take_anyway(self) -> None:
        """Take the doubtful code of the last scan: the packer has held the key or button."""

    def teach(self) -> None:
        """Ask what the unknown barcode of the last scan is on."""

    def see_changes(self) -> None:
        """The packer has looked at what became different about the order on the bench."""

    def take_boxes(self) -> None:
        """The boxes that the Market keeps take the place of those on the table."""

    def open_at(self, order_id: OrderId, unit: UnitRef) -> None:
        """Put an order on the bench for another piece in the place of this unit."""

    def put_aside(self, reason: AsideReason, note: str = "") -> None:
        """The order on the bench waits on the shelf; the bench is free."""

    def take_up(self) -> None:
        """The order on the bench, which was put aside, is worked on again."""

    def ask_removal(self) -> None:
        """Offer to let the missing units leave the order; ``Bench.approval`` holds the offer."""

    def ask_cancel(self, reason: CancelReason = CancelReason.SHOP_FAILED) -> None:
        """Offer to cancel the order on the bench; ``Bench.approval`` holds the offer."""

    def cancel_order(self, order_id: OrderId, reason: CancelReason) -> None:
        """Cancel a whole order for good: the packer has held the key or button."""

    def give_external_id(self, order_id: OrderId, text: str) -> None:
        """Give an order the shop's own number, once."""

    def refresh(self) -> None:
        """Ask the Market for the orders again."""

    def retry(self, order_id: OrderId) -> None:
        """Try a refused step of a submission again."""

    def say_out(self, out: PieceOut) -> None:
        """A piece whose code was refused is out of its boxes."""

    def say_printed(self, order_id: OrderId, *, printed: bool) -> None:
        """Answer "did it print?"."""

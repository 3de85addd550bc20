"""Intents of the hand-over that only remember what was asked."""

from pathlib import Path

from packdesk.domain.errands import CancelReason, MoveOn
from packdesk.domain.ids import DeliveryServiceId, OrderId
from packdesk.domain.track_headers import TableKind
from packdesk.domain.track_table import TrackTable


class RecordedHandover:
    """``asked`` holds each call: its name and what came with it."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []

    def scan(self, text: str) -> None:
        self.asked.append(("scan", text))

    def paste(self, text: str) -> None:
        self.asked.append(("paste", text))

    def answer(self, number: int) -> None:
        self.asked.append(("answer", number))

    def choose_service(self, service: DeliveryServiceId) -> None:
        self.asked.append(("choose_service", service))

    def drop(self) -> None:
        self.asked.append(("drop",))

    def undo(self) -> None:
        self.asked.append(("undo",))

    def move_on(self, order_id: OrderId, move: MoveOn) -> None:
        self.asked.append(("move_on", order_id, move))

    def cancel(self, order_id: OrderId, reason: CancelReason) -> None:
        self.asked.append(("cancel", order_id, reason))

    def retry(self, order_id: OrderId) -> None:
        self.asked.append(("retry", order_id))

    def give_up(self, order_id: OrderId) -> None:
        self.asked.append(("give_up", order_id))

    def read_file(self, path: Path, kind: TableKind) -> None:
        self.asked.append(("read_file", path, kind))

    def read_text(self, text: str, kind: TableKind) -> None:
        self.asked.append(("read_text", text, kind))

    def send_table(self, table: TrackTable, lines: frozenset[int]) -> None:
        self.asked.append(("send_table", table, lines))

    def cancel_batch(self) -> None:
        self.asked.append(("cancel_batch",))

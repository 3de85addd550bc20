"""Intents that only remember what was asked of the station."""

from packdesk.domain.commands import Command
from packdesk.domain.ids import OrderId


class RecordedIntents:
    """``asked`` holds each call: its name and what came with it."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []

    def scan(self, text: str, *, caps_lock: bool = False) -> None:
        self.asked.append(("scan", text, caps_lock))

    def paste(self, text: str) -> None:
        self.asked.append(("paste", text))

    def do(self, command: Command) -> None:
        self.asked.append(("do", command))

    def answer(self, number: int) -> None:
        self.asked.append(("answer", number))

    def drop_question(self) -> None:
        self.asked.append(("drop_question",))

    def open_order(self, order_id: OrderId) -> None:
        self.asked.append(("open_order", order_id))

    def leave_order(self) -> None:
        self.asked.append(("leave_order",))

    def finish(self) -> None:
        self.asked.append(("finish",))

    def finish_removing(self) -> None:
        self.asked.append(("finish_removing",))

    def undo(self) -> None:
        self.asked.append(("undo",))

    def take_anyway(self) -> None:
        self.asked.append(("take_anyway",))

    def teach(self) -> None:
        self.asked.append(("teach",))

    def refresh(self) -> None:
        self.asked.append(("refresh",))

    def retry(self, order_id: OrderId) -> None:
        self.asked.append(("retry", order_id))

    def say_printed(self, order_id: OrderId, *, printed: bool) -> None:
        self.asked.append(("say_printed", order_id, printed))

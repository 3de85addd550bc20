"""Intents that only remember what was asked of the station."""

from packdesk.domain.commands import Command
from packdesk.domain.errands import CancelReason, Errand
from packdesk.domain.events import AsideReason
from packdesk.domain.ids import OrderId, UnitRef
from packdesk.station.reports import PieceOut


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

    def seek_order(self, text: str) -> None:
        self.asked.append(("seek_order", text))

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

    def see_changes(self) -> None:
        self.asked.append(("see_changes",))

    def take_boxes(self) -> None:
        self.asked.append(("take_boxes",))

    def open_at(self, order_id: OrderId, unit: UnitRef) -> None:
        self.asked.append(("open_at", order_id, unit))

    def put_aside(self, reason: AsideReason, note: str = "") -> None:
        self.asked.append(("put_aside", reason, note))

    def take_up(self) -> None:
        self.asked.append(("take_up",))

    def ask_removal(self) -> None:
        self.asked.append(("ask_removal",))

    def ask_cancel(self, reason: CancelReason = CancelReason.SHOP_FAILED) -> None:
        self.asked.append(("ask_cancel", reason))

    def cancel_order(self, order_id: OrderId, reason: CancelReason) -> None:
        self.asked.append(("cancel_order", order_id, reason))

    def give_external_id(self, order_id: OrderId, text: str) -> None:
        self.asked.append(("give_external_id", order_id, text))

    def refresh(self) -> None:
        self.asked.append(("refresh",))

    def retry(self, order_id: OrderId) -> None:
        self.asked.append(("retry", order_id))

    def say_out(self, out: PieceOut) -> None:
        self.asked.append(("say_out", out))

    def say_printed(self, order_id: OrderId, *, printed: bool) -> None:
        self.asked.append(("say_printed", order_id, printed))

    def retry_errand(self, order_id: OrderId) -> None:
        self.asked.append(("retry_errand", order_id))

    def drop_errand(self, order_id: OrderId) -> None:
        self.asked.append(("drop_errand", order_id))

    def ask_errand(self, order_id: OrderId, *errands: Errand) -> None:
        self.asked.append(("ask_errand", order_id, *errands))

    def reprint(self, order_id: OrderId) -> None:
        self.asked.append(("reprint", order_id))

    def see_changes_of(self, order_id: OrderId) -> None:
        self.asked.append(("see_changes_of", order_id))

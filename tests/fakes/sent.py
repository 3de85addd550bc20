"""A list of what was sent that only remembers what was to be read."""

from packdesk.domain.ids import OrderId


class AskedBook:
    """Remembers what was to be read."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []

    def show(self) -> None:
        self.asked.append(("show",))

    def moved(self, order_id: OrderId) -> None:
        self.asked.append(("moved", order_id))

    def find(self, text: str) -> None:
        self.asked.append(("find", text))

    def history(self, order_id: OrderId) -> None:
        self.asked.append(("history", order_id))

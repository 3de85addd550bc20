"""The shipment day and the couriers, as doors that only remember what was asked."""


class AskedDay:
    """Remembers what was asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []

    def look(self) -> None:
        self.asked.append(("look",))

    def set_ready(self, campaign, orders) -> None:
        self.asked.append(("set_ready", campaign, orders))

    def make_labels(self, orders, page) -> None:
        self.asked.append(("make_labels", orders, page))

    def confirm(self, campaign, shipment) -> None:
        self.asked.append(("confirm", campaign, shipment))

    def keep_act(self, campaign, shipment) -> None:
        self.asked.append(("keep_act", campaign, shipment))


class AskedCouriers:
    """Remembers what was asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []

    def look(self) -> None:
        self.asked.append(("look",))

    def find(self, text: str) -> None:
        self.asked.append(("find", text))

    def verify(self, ref, code: str) -> None:
        self.asked.append(("verify", ref.order, code))

"""What a label says: the source of the PDF and of getOrderLabelsData alike."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from packdesk.sandbox.stored_order import StoredOrder


@dataclass(frozen=True, slots=True)
class LabelText:
    """The words of one box's label.

    Attributes:
        order_id: The Market's order id.
        external_id: The shop's own number, or None.
        box_id: The Market's box id.
        fulfilment_id: ``<order id>-<n>``.
        place: Which box, from 1.
        places: Of how many.
        shipment_date: None until the date is agreed.
        program: FBS, DBS, EXPRESS.
        delivery_service: Its name.
        delivery_service_id: Its number.
    """

    order_id: int
    external_id: str | None
    box_id: int
    fulfilment_id: str
    place: int
    places: int
    shipment_date: date | None
    program: str
    delivery_service: str
    delivery_service_id: int

    @property
    def order_number(self) -> str:
        """The number that names the parcel: the shop's own, else the Market's."""
        return self.external_id or str(self.order_id)

    @property
    def barcode(self) -> str:
        """The text of the main barcode; a number that is not ASCII falls back to the Market's."""
        number = self.order_number
        return number if number.isascii() and number.isprintable() else str(self.order_id)

    def data(self, url: str) -> dict[str, Any]:
        """The label as ``ParcelBoxLabelDTO``.

        Args:
            url: Where the PDF of the order's labels is.
        """
        told = {
            "url": url,
            "supplierName": "ООО «Учебный магазин»",
            "deliveryServiceName": self.delivery_service,
            "orderId": self.order_id,
            "orderNum": self.order_number,
            "recipientName": "Покупатель П.",
            "boxId": self.box_id,
            "fulfilmentId": self.fulfilment_id,
            "place": f"{self.place}/{self.places}",
            "weight": "1 кг",
            "deliveryServiceId": str(self.delivery_service_id),
        }
        if self.shipment_date is not None:
            told["shipmentDate"] = f"{self.shipment_date:%d.%m.%Y}"
        return told


def label_texts(order: StoredOrder) -> tuple[LabelText, ...]:
    """What to print for each box of an order, in the order of the layout; empty without one."""
    delivery = order.document["delivery"]
    day = delivery.get("shipment", {}).get("shipmentDate")
    return tuple(
        LabelText(
            order_id=order.order_id,
            external_id=order.document.get("externalOrderId"),
            box_id=box.box_id,
            fulfilment_id=box.barcode,
            place=number,
            places=len(order.boxes),
            shipment_date=None if day is None else date.fromisoformat(day),
            program=order.program,
            delivery_service=delivery["serviceName"],
            delivery_service_id=delivery["deliveryServiceId"],
        )
        for number, box in enumerate(order.boxes, start=1)
    )

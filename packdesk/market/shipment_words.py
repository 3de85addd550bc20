"""Between the API's words and the station's, for shipments and for statuses of many orders."""

from packdesk.domain.ids import OrderId, ShipmentId
from packdesk.market.translate import moment
from packdesk.market.wire_changes import ShipmentInfoDTO, UpdateOrderStatusDTO
from packdesk.station.ports import Shipment, ShipmentStatus, StatusAnswer


def status_answer(told: UpdateOrderStatusDTO) -> StatusAnswer | None:
    """What became of one order; None where the Market does not say."""
    if told.update_status == "OK":
        return StatusAnswer(OrderId(told.id))
    trouble = told.error_details or told.update_status
    return StatusAnswer(OrderId(told.id), trouble) if trouble else None


def shipment(told: ShipmentInfoDTO) -> Shipment:
    """A shipment; a status that is not told is an unknown one."""
    return Shipment(
        id=ShipmentId(told.id),
        status=ShipmentStatus(told.status or ""),
        begins=moment(told.plan_interval_from),
        ends=moment(told.plan_interval_to),
        orders=tuple(OrderId(one) for one in dict.fromkeys(told.order_ids)),
        external_id=told.external_id or "",
    )

"""The delivery of an order as it is read, and codes that the boxes tell without their tails."""

import pytest

from packdesk.domain.ids import DeliveryServiceId, ShipmentId
from packdesk.domain.order import Delivery, EacType, Track
from packdesk.market import translate
from packdesk.market.wire import BusinessOrderDTO
from tests.unit.market.wires import an_item, an_order


def _delivery(**fields):
    return {"deliveryServiceId": 51, "serviceName": "СДЭК", **fields}


def test_a_delivery_tells_its_service_tracks_shipment_and_courier_code():
    told = _delivery(
        tracks=[{"deliveryServiceId": 51, "trackCode": "RA1"}, {"deliveryServiceId": 106}],
        shipment={"id": 9, "shipmentDate": "2026-11-21"},
        transfer={"eac": {"eacType": "MERCHANT_TO_COURIER", "eacCode": "1234"}},
    )
    assert translate.order(BusinessOrderDTO.model_validate(an_order(delivery=told))).delivery == (
        Delivery(
            service=DeliveryServiceId(51),
            service_name="СДЭК",
            tracks=(Track("RA1", DeliveryServiceId(51)),),
            shipment=ShipmentId(9),
            eac_type=EacType.MERCHANT_TO_COURIER,
            eac_code="1234",
        )
    )


@pytest.mark.parametrize("nothing", [None, {"tracks": None, "transfer": None, "shipment": None}])
def test_a_delivery_that_tells_nothing_is_an_empty_one(nothing):
    told = translate.order(BusinessOrderDTO.model_validate(an_order(delivery=nothing)))
    assert told.delivery == Delivery()


@pytest.mark.parametrize("named", [{"cis": "010461000000001121AAA0000000000"}, {}])
def test_a_stored_code_gets_its_tail_back_by_gtin_and_serial(named):
    full = "010461000000001121AAA0000000000\x1d91EE10\x1d92" + "a" * 43 + "="
    boxed = "(01)04610000000011(21)AAA0000000000"
    line = {"id": 123456, "fullCount": 1, "instances": [{"cis": boxed}]}
    told = an_order(
        items=[an_item(instances=[{**named, "cisFull": full}])],
        delivery=_delivery(boxesLayout=[{"boxId": 5, "items": [line]}]),
    )
    (box,) = translate.order(BusinessOrderDTO.model_validate(told)).stored_boxes
    ((code,),) = box.items[0].codes
    assert code.full == full

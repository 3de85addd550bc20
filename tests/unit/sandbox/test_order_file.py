"""Orders files: what is read, how dates move, and how a bad file is told."""

import json
from copy import deepcopy
from datetime import date

import pytest

from packdesk.resource_files import resource
from packdesk.sandbox.order_file import OrderFileInvalid, file_day, load_order_file, order_file
from packdesk.sandbox.services import SERVICES
from packdesk.sandbox.verification import Verdict
from tests.shared_files import shared
from tests.unit.sandbox.days import DAY, cis, day, delivery, item, order


def test_the_dates_move_by_whole_days_so_that_the_file_plays_today():
    file = day(order(notes="2026-11-20"), today=date(2027, 3, 1))
    moved = file.orders[0]
    assert file.day == date(2027, 3, 1)
    assert moved["delivery"]["shipment"]["shipmentDate"] == "2027-03-01"
    assert moved["delivery"]["dates"]["fromDate"] == "2027-03-03"
    assert moved["creationDate"] == "2027-03-01T09:00:00+03:00"


def test_the_day_of_a_file_is_the_shipment_date_of_most_orders_to_be_packed():
    later = delivery(shipment={"shipmentDate": "2026-11-23"})
    old = delivery(shipment={"shipmentDate": "2026-11-01"})
    orders = (
        order(1),
        order(2),
        order(3, delivery=later),
        *(order(n, delivery=old, substatus="READY_TO_SHIP") for n in range(4, 9)),
    )
    assert file_day(orders) == DAY


def test_in_a_draw_the_earlier_shipment_date_is_the_day():
    later = delivery(shipment={"shipmentDate": "2026-11-23"})
    assert file_day((order(1, delivery=later), order(2))) == DAY


def test_without_shipments_the_newest_order_tells_the_day_in_moscow():
    open_date = delivery()
    del open_date["shipment"]
    orders = (
        order(1, delivery=open_date),
        order(2, delivery=open_date, creationDate="2026-11-20T22:30:00+00:00"),
    )
    assert file_day(orders) == date(2026, 11, 21)


def test_unknown_fields_are_kept():
    file = day(order(1, item(fieldOfTomorrow={"a": 1}), another=[2]))
    assert file.orders[0]["another"] == [2]
    assert file.orders[0]["items"][0]["fieldOfTomorrow"] == {"a": 1}


def test_what_lies_on_the_goods_is_read():
    entry = {"1": {"11": {"ean": "4610000000011", "codes": [{"cis": cis("a")}, {}]}}}
    file = day(scans=entry, spares=entry, verdicts={"X": {"status": "INVALID"}})
    assert file.scans[1][11].ean == "4610000000011"
    assert file.scans[1][11].codes == ({"cis": cis("a")}, {})
    assert file.spares == file.scans
    assert file.verdicts == {"X": Verdict("INVALID", None, 2.0)}


def test_a_list_that_the_api_would_not_send_empty_is_left_out_of_an_offer():
    file = day(offers=[{"offer": {"offerId": "A", "pictures": [], "barcodes": ["1"]}}])
    assert file.offers["A"] == {"offer": {"offerId": "A", "barcodes": ["1"]}}


def broken(change):
    content = {
        "orders": [order(1, item(11, 2), item(12)), order(2)],
        "offers": [{"offer": {"offerId": "SKU-11"}}],
        "scans": {"1": {"11": {"ean": "1", "codes": [{}]}}},
        "verdicts": {"code": {"status": "OK"}},
    }
    change(content)
    return content


def put(path, value):
    def change(content):
        *steps, last = path
        for step in steps:
            content = content[step]
        content[last] = value

    return change


def drop(*path):
    def change(content):
        *steps, last = path
        for step in steps:
            content = content[step]
        del content[last]

    return change


FAULTS = {
    "no orders": (drop("orders"), "orders"),
    "an empty list of orders": (put(["orders"], []), "orders"),
    "orders are no list": (put(["orders"], {"1": {}}), "orders"),
    "an order is text": (put(["orders", 1], "x"), "orders[1]"),
    "an order id is text": (put(["orders", 0, "orderId"], "1"), "orders[0].orderId"),
    "an order id is true": (put(["orders", 0, "orderId"], True), "orders[0].orderId"),
    "an order is there twice": (put(["orders", 1, "orderId"], 1), "orders[1].orderId"),
    "no status": (drop("orders", 0, "status"), "orders[0].status"),
    "no delivery": (drop("orders", 0, "delivery"), "orders[0].delivery"),
    "no items": (drop("orders", 0, "items"), "orders[0].items"),
    "an empty list of items": (put(["orders", 0, "items"], []), "orders[0].items"),
    "an item is there twice": (put(["orders", 0, "items", 1, "id"], 11), "orders[0].items[1].id"),
    "an item has no count": (drop("orders", 0, "items", 0, "count"), "orders[0].items[0].count"),
    "an item has none ordered": (
        put(["orders", 0, "items", 0, "count"], 0),
        "orders[0].items[0].count",
    ),
    "a price in words": (
        put(["orders", 0, "items", 0, "prices", "payment", "value"], "cheap"),
        "orders[0].items[0].prices.payment.value",
    ),
    "a price of an order that is no price": (
        put(["orders", 0, "prices", "cashback"], 5),
        "orders[0].prices.cashback",
    ),
    "a date that is none": (
        put(["orders", 1, "creationDate"], "20.11.2026"),
        "orders[1].creationDate",
    ),
    "a moment without its zone": (
        put(["orders", 1, "creationDate"], "2026-11-20T10:00:00"),
        "orders[1].creationDate",
    ),
    "an update that is no date": (put(["orders", 1, "updateDate"], "now"), "orders[1].updateDate"),
    "a shipment on no day": (
        put(["orders", 0, "delivery", "shipment", "shipmentDate"], "2026-02-30"),
        "orders[0].delivery.shipment.shipmentDate",
    ),
    "offers are no list": (put(["offers"], {}), "offers"),
    "an offer without id": (drop("offers", 0, "offer", "offerId"), "offers[0].offer.offerId"),
    "scans of an unknown order": (put(["scans"], {"9": {}}), "scans.9"),
    "scans of no number": (put(["scans"], {"x": {}}), "scans.x"),
    "scans of an unknown item": (put(["scans", "1"], {"19": {"codes": []}}), "scans.1.19"),
    "scans without codes": (drop("scans", "1", "11", "codes"), "scans.1.11.codes"),
    "a code of an unknown kind": (
        put(["scans", "1", "11", "codes"], [{"imei": "1"}]),
        "scans.1.11.codes[0].imei",
    ),
    "an ean that is a number": (put(["scans", "1", "11", "ean"], 46), "scans.1.11.ean"),
    "a verdict of unknown status": (
        put(["verdicts", "code", "status"], "SOSO"),
        "verdicts['code'...].status",
    ),
    "a verdict of unknown reason": (
        put(["verdicts", "code", "substatus"], "MOOD"),
        "verdicts['code'...].substatus",
    ),
    "a verdict of no time": (
        put(["verdicts", "code", "after_s"], float("nan")),
        "verdicts['code'...].after_s",
    ),
    "a verdict before its time": (
        put(["verdicts", "code", "after_s"], -1),
        "verdicts['code'...].after_s",
    ),
}


@pytest.mark.parametrize(("change", "place"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_told_with_its_place(change, place):
    with pytest.raises(OrderFileInvalid) as caught:
        order_file(broken(change), DAY)
    assert caught.value.place == place
    assert str(caught.value).startswith(place)


def test_the_same_content_without_a_fault_is_taken():
    assert len(order_file(broken(lambda _: None), DAY).orders) == 2


def test_reading_does_not_change_what_was_given():
    content = broken(lambda _: None)
    before = deepcopy(content)
    order_file(content, date(2027, 1, 1))
    assert content == before


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is not JSON"),
        (b"{", "is not JSON"),
        (b"[]", "must be an object"),
        (b"\xff\xfe\x00", "cannot be read"),
        (b"[" * 100_000, "is not JSON"),
    ],
)
def test_a_file_that_is_no_orders_file_is_told_by_its_name(tmp_path, content, words):
    path = tmp_path / "orders.json"
    path.write_bytes(content)
    with pytest.raises(OrderFileInvalid, match=words) as caught:
        load_order_file(path, DAY)
    assert caught.value.place == "orders.json"


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(OrderFileInvalid, match="cannot be read"):
        load_order_file(tmp_path / "none.json", DAY)


def test_a_file_saved_by_a_windows_editor_is_read(tmp_path):
    path = tmp_path / "orders.json"
    path.write_text(json.dumps({"orders": [order()]}), encoding="utf-8-sig")
    assert load_order_file(path, DAY).orders[0]["orderId"] == 1


def test_the_shared_day_is_read():
    file = load_order_file(shared("orders/day.json"), DAY)
    assert len(file.orders) == 20
    assert file.day == DAY


DEMO = load_order_file(resource("demo/day.json"), DAY)


def test_the_demo_day_has_something_on_every_piece_of_goods():
    for sold in DEMO.orders:
        for entry in sold["items"]:
            assert len(DEMO.scans[sold["orderId"]][entry["id"]].codes) == entry["count"]


def check_digit_is_right(digits):
    total = sum(int(c) * (3 if place % 2 else 1) for place, c in enumerate(reversed(digits)))
    return total % 10 == 0


def test_the_goods_of_the_demo_day_carry_barcodes_and_codes_that_fit():
    for goods in [*DEMO.scans.values(), *DEMO.spares.values()]:
        for pieces in goods.values():
            assert check_digit_is_right(pieces.ean)
            for piece in pieces.codes:
                if "cis" in piece:
                    assert piece["cis"].startswith(f"010{pieces.ean}21")


def test_no_code_of_the_demo_day_is_there_twice():
    codes = [
        piece.get("cis") or piece.get("uin")
        for goods in [*DEMO.scans.values(), *DEMO.spares.values()]
        for pieces in goods.values()
        for piece in pieces.codes
        if "cis" in piece or "uin" in piece
    ]
    assert len(codes) == len(set(codes))


def test_the_demo_day_shows_every_kind_of_order():
    orders = DEMO.orders
    programs = {sold["programType"] for sold in orders}
    kinds = {
        kind
        for sold in orders
        for entry in sold["items"]
        for kind in entry.get("requiredInstanceTypes", ())
    }
    refused = {verdict.status for verdict in DEMO.verdicts.values()}
    without_barcode = [entry for entry in DEMO.offers.values() if "barcodes" not in entry["offer"]]
    assert programs == {"FBS", "DBS", "EXPRESS"}
    assert kinds == {"CIS", "CIS_OPTIONAL", "UIN", "RNPT", "GTD"}
    assert refused == {"INVALID", "FAILED"}
    assert len(without_barcode) == 2
    assert max(entry["count"] for sold in orders for entry in sold["items"]) == 60
    assert {"STARTED", "READY_TO_SHIP"} < {sold["substatus"] for sold in orders}
    assert any(sold.get("cancelRequested") for sold in orders)


HANDOVER = load_order_file(resource("demo/handover.json"), DAY)


def test_the_handover_day_has_parcels_for_every_way_out():
    programs = [sold["programType"] for sold in HANDOVER.orders]
    carriers = {
        sold["delivery"]["deliveryServiceId"]
        for sold in HANDOVER.orders
        if sold["programType"] == "DBS"
    }
    awaited = {
        sold["orderId"]
        for sold in HANDOVER.orders
        if sold["delivery"].get("transfer", {}).get("eac", {}).get("eacType")
        == "COURIER_TO_MERCHANT"
    }
    ready = [sold for sold in HANDOVER.orders if sold["substatus"] == "READY_TO_SHIP"]
    assert (programs.count("DBS"), programs.count("FBS"), programs.count("EXPRESS")) == (12, 8, 4)
    assert carriers == {number for number, _ in SERVICES}
    assert set(HANDOVER.courier_codes) == awaited
    assert all("boxesLayout" in sold["delivery"] for sold in ready)
    assert any(sold["delivery"].get("tracks") for sold in HANDOVER.orders)


@pytest.mark.parametrize("codes", [{"9": "1234"}, {"1": 1234}, {"1": ""}, {"x": "1"}, []])
def test_a_courier_code_that_cannot_be_used_is_told(codes):
    with pytest.raises(OrderFileInvalid, match="courierCodes"):
        day(order(1), courierCodes=codes)

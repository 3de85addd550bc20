"""Only what can be a product's barcode is ever offered to be learned."""

import pytest

from packdesk.domain.ids import OrderId
from packdesk.domain.teaching import may_be_taught

ORDERS = (OrderId(54870310213), OrderId(54870310242))


@pytest.mark.parametrize(
    "text",
    [
        "4614761326291",
        "46147615",
        "036000291452",
        "2000000000015",
        "SKU-11/blue",
        "10023",
        "9999999999",
        " 4614761326291\r\n",
        "KPO 77 A",
    ],
)
def test_barcodes_of_goods_may_be_taught(text):
    assert may_be_taught(text, ORDERS)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("4614761326290", "its check digit is wrong"),
        ("614761326291", "the first digit was lost"),
        ("46147616", "its check digit is wrong"),
        ("54870310606", "made as this shop's orders are"),
        ("54870310213", "an order"),
        ("54870310213-1", "a parcel"),
        ("51299999999-12", "a parcel of somebody"),
        ("PD-BOX", "a command"),
        ("123", "a scrap"),
        ("", "nothing"),
        ("0104600000000015215Qbag!\x1d93Zjqw", "a marking code"),
        ("товар", "no barcode has such letters"),
    ],
)
def test_nothing_else_is(text, why):
    assert not may_be_taught(text, ORDERS), why

"""The sandbox as the contract tests ask it: its shops, keys and calls."""

from packdesk.sandbox.keys import DEMO_KEY, ApiKey, Scope
from packdesk.sandbox.running import Sandbox
from packdesk.sandbox.world import BUSINESS_ID
from tests.unit.sandbox.days import (
    CAMPAIGN,
    boxes,
    cis,
    day,
    item,
    order,
    part,
    whole,
)

ORDER = f"/v2/campaigns/{CAMPAIGN}/orders/1"
OFFERS = f"/v2/businesses/{BUSINESS_ID}/offer-mappings"
CATALOGUE_ONLY = ApiKey("ACMA:catalogue:0002", "Каталог", frozenset({Scope.CATALOGUE}))
ORDERS_ONLY = ApiKey("ACMA:orders:0003", "Заказы", frozenset({Scope.ORDERS}))
READER = ApiKey("ACMA:reader:0004", "Чтение", frozenset({Scope.ORDERS_READ}))
MAIN = ApiKey(DEMO_KEY, "Всё", frozenset({Scope.ORDERS, Scope.CATALOGUE_READ}))
KEYS = (MAIN, CATALOGUE_ONLY, ORDERS_ONLY, READER)
CLOSED = 777


def market(clock):
    file = day(
        order(
            1,
            item(11, 2, requiredInstanceTypes=["CIS"]),
            item(12, 1, requiredInstanceTypes=["UIN"]),
            notes="Осторожно",
        ),
        order(2, campaignId=CLOSED),
        order(3, programType="DBS"),
        offers=[{"offer": {"offerId": "SKU-11", "barcodes": ["4610000000011"], "boxCount": 2}}],
    )
    closed = {CLOSED: "DISABLED_BY_INACTIVITY"}
    return Sandbox(file, clock=clock, keys=KEYS, availability=closed)


def layout():
    uin = {**whole(12, 1), "instances": [{"uin": "1" * 16}]}
    return boxes(
        [part(11, 1, 2, cis("a"))], [part(11, 2, 2, cis("a"))], [whole(11, 1, cis("b")), uin]
    )

"""What callers do to a world, in short."""

import json

from packdesk.sandbox.bodies import (
    LayoutBody,
    OrdersBody,
    StatusBody,
    read_body,
)
from tests.unit.sandbox.days import (
    CAMPAIGN,
    cis,
)

A, B = cis("aaa"), cis("bbb")
MARKED = {"requiredInstanceTypes": ["CIS"]}


def pack(world, body, order_id=1):
    return world.set_layout(CAMPAIGN, order_id, read_body(LayoutBody, json.dumps(body).encode()))


def move(world, status, substatus=None, order_id=1, **fields):
    change = {"status": status, **({"substatus": substatus} if substatus else {}), **fields}
    body = read_body(StatusBody, json.dumps({"order": change}).encode())
    return world.change_status(CAMPAIGN, order_id, body.order)


def listed(world, limit=50, token=None, **filters):
    body = read_body(OrdersBody, json.dumps(filters).encode())
    found, after = world.orders(body, limit, token)
    return [order["orderId"] for order in found], after


def checks(world, order_id=1):
    return world.code_checks(CAMPAIGN, order_id)

"""Which orders may be packed, which only looked at, which not even that."""

import pytest

from packdesk.domain.access import Access, access
from packdesk.domain.order import OrderStatus, OrderSubstatus, ProgramType
from tests.builders import order


@pytest.mark.parametrize(
    ("given", "expected", "opens"),
    [
        (order(), Access.PACK, True),
        (order(program=ProgramType.DBS), Access.PACK, True),
        (order(program=ProgramType.EXPRESS), Access.PACK, True),
        (order(program=ProgramType.FBY), Access.OTHER_MODEL, False),
        (order(program=ProgramType.LAAS), Access.OTHER_MODEL, False),
        (order(program=ProgramType("TOMORROW")), Access.UNKNOWN_STATE, True),
        (order(cancel_requested=True), Access.CANCEL_REQUESTED, False),
        (order(status=OrderStatus.CANCELLED), Access.CANCELLED, False),
        (order(status=OrderStatus.CANCELLED, cancel_requested=True), Access.CANCELLED, False),
        (order(substatus=OrderSubstatus.READY_TO_SHIP), Access.ALREADY_READY, True),
        (order(substatus=OrderSubstatus.SHIPPED), Access.ALREADY_READY, True),
        (order(substatus=OrderSubstatus("AWAIT_SOMETHING")), Access.UNKNOWN_STATE, True),
        (order(status=OrderStatus.DELIVERY), Access.ON_ITS_WAY, True),
        (order(status=OrderStatus.DELIVERED, cancel_requested=True), Access.ON_ITS_WAY, True),
        (order(status=OrderStatus.PENDING), Access.NOT_YET, True),
        (order(status=OrderStatus("BRAND_NEW")), Access.UNKNOWN_STATE, True),
    ],
)
def test_the_state_at_the_market_decides(given, expected, opens):
    assert access(given) is expected
    assert expected.may_open is opens


def test_an_unknown_value_is_kept_and_told_apart():
    status = OrderStatus("BRAND_NEW")
    assert status == "BRAND_NEW"
    assert not status.is_known
    assert OrderStatus("PROCESSING").is_known
    assert OrderStatus("PROCESSING") is OrderStatus.PROCESSING

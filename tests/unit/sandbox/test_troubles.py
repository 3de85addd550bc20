"""Which requests a trouble meets, and what an answer of tomorrow looks like."""

import pytest

from packdesk.sandbox.troubles import (
    NAMED,
    Trouble,
    TroubleDesk,
    TroubleKind,
    with_unknown_values,
)


def meetings(trouble, *operations):
    desk = TroubleDesk(trouble)
    return [desk.meet(operation) is not None for operation in operations]


def test_a_trouble_meets_so_many_requests_and_no_more():
    trouble = Trouble(TroubleKind.BROKEN, times=2)
    assert meetings(trouble, "a", "b", "c") == [True, True, False]


def test_a_trouble_meets_only_the_operations_it_names():
    trouble = Trouble(TroubleKind.BROKEN, times=1, operations=frozenset({"b"}))
    assert meetings(trouble, "a", "b", "b") == [False, True, False]


def test_a_trouble_may_meet_every_third_request():
    trouble = Trouble(TroubleKind.DROP_AFTER, every=3)
    assert meetings(trouble, *"abcdefg") == [False, False, True, False, False, True, False]


def test_a_trouble_can_be_changed_and_taken_away():
    desk = TroubleDesk(Trouble(TroubleKind.BROKEN, times=1))
    desk.present = Trouble(TroubleKind.SLOW)
    assert desk.meet("a") == Trouble(TroubleKind.SLOW)
    desk.present = None
    assert desk.meet("a") is None


@pytest.mark.parametrize("kind", TroubleKind)
def test_every_trouble_has_a_name_for_the_command_line(kind):
    assert NAMED[kind.value].kind is kind


def test_an_answer_of_tomorrow_keeps_what_is_known():
    told = with_unknown_values({"orders": [{"orderId": 5, "paymentMethod": "SBP", "tags": None}]})
    order = told["orders"][0]
    assert order["orderId"] == 5
    assert order["paymentMethod"] == "METHOD_OF_TOMORROW"
    assert order["tags"] == ["TAG_OF_TOMORROW"]
    assert "fieldOfTomorrow" in order

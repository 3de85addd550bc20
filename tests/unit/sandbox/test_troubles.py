"""Which requests a trouble meets, and what an answer of tomorrow looks like."""

import pytest

from packdesk.sandbox.losses import Loss, left_after
from packdesk.sandbox.strikes import orders_named
from packdesk.sandbox.troubles import (
    LAYOUTS,
    NAMED,
    ORDER_KINDS,
    PDFS,
    Trouble,
    TroubleDesk,
    TroubleKind,
    with_unknown_values,
)
from packdesk.sandbox.verification import CIS_SUBSTATUSES, UIN_SUBSTATUSES, Verdict


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


@pytest.mark.parametrize("name", ["busy", "broken"])
def test_the_older_names_go_on(name):
    assert NAMED[name] in {NAMED["busy-quota"], NAMED["burst"]}


def test_every_reason_to_refuse_a_code_has_a_name():
    named = {
        name.partition(":")[2]: trouble.detail
        for name, trouble in NAMED.items()
        if name.startswith("code-invalid:")
    }
    assert len(CIS_SUBSTATUSES) == 16
    assert len(UIN_SUBSTATUSES) == 3
    assert named == {
        **{reason: Verdict("INVALID", reason) for reason in CIS_SUBSTATUSES},
        **{reason: Verdict("FAILED", reason) for reason in UIN_SUBSTATUSES},
        "FAILED": Verdict("FAILED"),
    }


def test_a_page_instead_of_a_pdf_meets_calls_for_pdfs_only():
    trouble = Trouble(TroubleKind.HTML_INSTEAD_OF_PDF)
    assert meetings(trouble, "setOrderBoxLayout", *sorted(PDFS)) == [False, *[True] * len(PDFS)]


def test_a_trouble_may_meet_only_requests_that_name_its_orders():
    desk = TroubleDesk(Trouble(TroubleKind.BROKEN, every=2, orders=frozenset({5})))
    met = [desk.meet("a", frozenset(named)) is not None for named in ([5], [6], [], [4, 5], [5])]
    assert met == [False, False, False, True, False]


@pytest.mark.parametrize("kind", [kind for kind in TroubleKind if kind in ORDER_KINDS])
def test_a_trouble_of_an_order_needs_a_request_that_names_one(kind):
    desk = TroubleDesk(Trouble(kind, times=1, operations=LAYOUTS))
    assert desk.meet("setOrderBoxLayout") is None
    assert desk.meet("setOrderBoxLayout", frozenset({1})) is not None


@pytest.mark.parametrize(
    ("places", "body", "orders"),
    [
        ({"orderId": "7"}, b"", {7}),
        ({"orderId": "x"}, b"{", set()),
        ({}, b'{"orderIds": [1, 2, "3", null]}', {1, 2}),
        ({}, b'{"orders": [{"id": 4}, {"id": "5"}, 6]}', {4}),
        ({}, b'{"orderIds": 1, "orders": {}}', set()),
        ({}, b"[" * 100_000, set()),
        ({}, b"\xff", set()),
        ({}, None, set()),
    ],
)
def test_the_orders_that_a_request_names_are_found(places, body, orders):
    assert orders_named(places, body) == orders


@pytest.mark.parametrize(
    ("counts", "loss", "left"),
    [
        ({1: 1, 2: 3}, Loss.UNIT, {1: 1, 2: 2}),
        ({1: 1, 2: 3}, Loss.POSITION, {1: 1, 2: 0}),
        ({1: 1, 2: 1}, Loss.UNIT, {1: 0, 2: 1}),
        ({1: 3}, Loss.POSITION, None),
        ({1: 1}, Loss.UNIT, None),
    ],
)
def test_an_order_never_loses_its_last_unit(counts, loss, left):
    assert left_after(counts, loss) == left


def test_an_answer_of_tomorrow_keeps_what_is_known():
    told = with_unknown_values({"orders": [{"orderId": 5, "paymentMethod": "SBP", "tags": None}]})
    order = told["orders"][0]
    assert order["orderId"] == 5
    assert order["paymentMethod"] == "METHOD_OF_TOMORROW"
    assert order["tags"] == ["TAG_OF_TOMORROW"]
    assert "fieldOfTomorrow" in order

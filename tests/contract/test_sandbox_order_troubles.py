"""Troubles that befall the line, the answer, an order or a code, as a client meets them."""

import httpx
import pytest

from packdesk.sandbox.effects import EffectKind
from packdesk.sandbox.keys import DEMO_KEY
from packdesk.sandbox.losses import Loss
from packdesk.sandbox.running import Sandbox
from packdesk.sandbox.troubles import NAMED, Cancellation, Trouble, TroubleKind
from packdesk.sandbox.verification import Verdict
from tests.contract.sandbox_calls import ORDERS, TLS, calls_to
from tests.unit.sandbox.days import CAMPAIGN, FakeClock, boxes, cis, day, item, order, whole

ORDER = f"/v2/campaigns/{CAMPAIGN}/orders/1"
LAYOUT = boxes([whole(11, 2), whole(12, 1)])
BOXES = frozenset({"setOrderBoxLayout"})


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def sandbox(clock):
    with Sandbox(day(order(1, item(11, 2), item(12)), order(2)), clock=clock) as running:
        yield running


@pytest.fixture
def calls(sandbox):
    with calls_to(sandbox) as caller:
        yield caller


def test_a_connection_is_reset_in_the_middle_of_an_answer_that_took_effect(sandbox, calls, caplog):
    sandbox.trouble = Trouble(TroubleKind.RESET_IN_BODY, times=1, operations=BOXES)
    with pytest.raises(httpx.TransportError):
        calls.ask("PUT", f"{ORDER}/boxes", LAYOUT)
    assert len(sandbox.world.effects(EffectKind.LAYOUT, 1)) == 1
    assert sandbox.log[-1].status == 0
    assert calls.ask("PUT", f"{ORDER}/boxes", LAYOUT).status == 200
    sandbox.stop()
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


def test_the_head_of_a_torn_answer_promises_all_of_its_body(sandbox, calls):
    calls.ask("PUT", f"{ORDER}/boxes", LAYOUT)
    sandbox.trouble = Trouble(TroubleKind.RESET_IN_BODY, times=1)
    with (
        httpx.Client(base_url=sandbox.base_url, verify=TLS, trust_env=False) as client,
        pytest.raises(httpx.ReadError),
    ):
        client.get(f"{ORDER}/delivery/labels", headers={"Api-Key": DEMO_KEY})


def test_too_many_at_once_is_told_without_an_end(sandbox, calls):
    sandbox.trouble = Trouble(TroubleKind.BUSY_PARALLEL, times=1)
    answer = calls.ask("PUT", f"{ORDER}/boxes", LAYOUT)
    assert answer.status == 420
    assert answer.message == f"Hit rate limit of 4 parallel requests for campaignId {CAMPAIGN}"
    assert answer.headers["X-RateLimit-Resource-Remaining"] == "10000"
    assert sandbox.world.effects() == ()


def test_an_overloaded_market_answers_503_and_changes_nothing(sandbox, calls):
    sandbox.trouble = Trouble(TroubleKind.UNAVAILABLE, times=2)
    answers = [calls.ask("PUT", f"{ORDER}/boxes", LAYOUT) for _ in range(3)]
    assert [answer.status for answer in answers] == [503, 503, 200]
    assert len(sandbox.world.effects()) == 1


def test_a_page_comes_instead_of_a_pdf_and_confirms_nothing(sandbox, calls):
    calls.ask("PUT", f"{ORDER}/boxes", LAYOUT)
    sandbox.trouble = Trouble(TroubleKind.HTML_INSTEAD_OF_PDF, every=2)
    headers = {"Api-Key": DEMO_KEY}
    with httpx.Client(base_url=sandbox.base_url, verify=TLS, trust_env=False) as client:
        told = [client.get(f"{ORDER}/delivery/labels", headers=headers) for _ in range(2)]
        act = f"/v2/campaigns/{CAMPAIGN}/shipments/reception-transfer-act"
        refused = client.get(act, headers=headers)
        page = client.get(act, headers=headers)
    assert [answer.headers["content-type"].partition(";")[0] for answer in (*told, page)] == [
        "application/pdf",
        "text/html",
        "text/html",
    ]
    assert [answer.status_code for answer in (*told, refused, page)] == [200, 200, 400, 200]
    assert calls.ask("POST", ORDERS, {}).status == 200
    assert sandbox.world.effects(EffectKind.SHIPMENT) == ()


def counts(calls):
    told = calls.ask("POST", ORDERS, {"orderIds": [1]}).body["orders"][0]
    return {entry["id"]: entry["count"] for entry in told["items"]}


@pytest.mark.parametrize(("loss", "left"), [(None, {11: 1, 12: 1}), (Loss.POSITION, {11: 2})])
def test_an_order_changes_right_before_its_layout_arrives(sandbox, calls, loss, left):
    sandbox.trouble = Trouble(TroubleKind.ORDER_CHANGED, times=1, operations=BOXES, detail=loss)
    assert counts(calls) == {11: 2, 12: 1}
    answer = calls.ask("PUT", f"{ORDER}/boxes", LAYOUT)
    assert (answer.status, "Violations" in answer.message) == (400, True)
    assert counts(calls) == left
    assert sandbox.world.effects() == ()


def test_an_order_changes_at_the_second_reading(sandbox, calls):
    sandbox.trouble = Trouble(
        TroubleKind.ORDER_CHANGED,
        times=1,
        every=2,
        operations=frozenset({"getBusinessOrders"}),
        orders=frozenset({1}),
    )
    calls.ask("POST", ORDERS, {})
    calls.ask("POST", ORDERS, {"orderIds": [2]})
    assert [counts(calls) for _ in range(3)] == [
        {11: 2, 12: 1},
        {11: 1, 12: 1},
        {11: 1, 12: 1},
    ]


def test_a_buyer_cancels_while_the_order_is_packed(sandbox, calls):
    sandbox.trouble = Trouble(TroubleKind.ORDER_CANCELLED, times=1, operations=BOXES)
    answer = calls.ask("PUT", f"{ORDER}/boxes", LAYOUT)
    assert "with status CANCELLED and substatus USER_CHANGED_MIND" in answer.message


def test_a_buyer_asks_to_cancel_while_the_order_is_packed(sandbox, calls):
    sandbox.trouble = Trouble(
        TroubleKind.ORDER_CANCELLED, operations=BOXES, detail=Cancellation.REQUEST
    )
    assert calls.ask("PUT", f"{ORDER}/boxes", LAYOUT).status == 200
    told = calls.ask("POST", ORDERS, {"orderIds": [1]}).body["orders"][0]
    assert (told["status"], told["cancelRequested"]) == ("PROCESSING", True)
    assert calls.ask("PUT", f"{ORDER.replace('/1', '/99')}/boxes", LAYOUT).status == 404


@pytest.mark.parametrize("name", sorted(name for name in NAMED if name.startswith("code-invalid:")))
def test_a_code_is_refused_for_every_reason(clock, name):
    reason = name.partition(":")[2]
    kind = "uin" if reason.startswith("UIN") else "cis"
    codes = ["1" * 16, "2" * 16, "3" * 16] if kind == "uin" else [cis("a"), cis("b"), cis("c")]
    asked = item(11, 2, requiredInstanceTypes=[kind.upper()])

    def pack(calls, *given):
        entry = {**whole(11, 2), "instances": [{kind: code} for code in given]}
        calls.ask("PUT", f"{ORDER}/boxes", boxes([entry]))
        clock.forward(2)
        answer = calls.ask("POST", f"{ORDER}/identifiers/status").body["result"]["items"]
        return [(check["status"], check.get("substatus")) for check in answer[0][kind]]

    file = day(order(1, asked))
    with Sandbox(file, clock=clock, trouble=NAMED[name]) as box, calls_to(box) as caller:
        told = pack(caller, codes[0], codes[1])
        after = pack(caller, codes[2], codes[1])
    refused = "FAILED" if kind == "uin" or reason == "FAILED" else "INVALID"
    assert told == [(refused, None if reason == "FAILED" else reason), ("OK", None)]
    assert after == [("OK", None), ("OK", None)]


def test_a_check_may_end_in_a_word_of_tomorrow(sandbox, calls, clock):
    verdict = Verdict("STATUS_OF_TOMORROW", "REASON_OF_TOMORROW")
    sandbox.trouble = Trouble(TroubleKind.CODE_INVALID, times=1, detail=verdict)
    calls.ask("PUT", f"{ORDER}/boxes", boxes([whole(11, 2, cis("a")), whole(12, 1)]))
    clock.forward(2)
    answer = httpx.post(
        f"{sandbox.base_url}{ORDER}/identifiers/status",
        headers={"Api-Key": DEMO_KEY},
        verify=TLS,
        trust_env=False,
    ).json()
    told = answer["result"]["items"][0]["cis"][0]
    assert (told["status"], told["substatus"]) == ("STATUS_OF_TOMORROW", "REASON_OF_TOMORROW")

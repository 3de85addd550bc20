"""Answers that cannot be read: kept for a report, with nothing of goods and people in them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from packdesk.domain.ids import OrderId
from packdesk.market.client import MarketClient
from packdesk.market.kept_answers import FILES_KEPT, KeptAnswers, told_shape
from packdesk.station.errors import MarketAnswerUnreadable
from tests.builders import cis
from tests.fakes.clock import FakeClock
from tests.unit.market.wires import BUSINESS, REF, answers, transport_to

BODY = """HTTP 200 application/json
{"status":"OK","orders":[{"id":51234567011,"status":"NEW_ONE","creationDate":"2026-11-20T10:00:00Z",
"buyer":{"firstName":"Anna","phone":"+79161234567"},"notes":"the bell is \\"broken\\"",
"address":{"street":"Green street 5"},"cis":"%s","path":"/orders","half":"cut of"""


def unreadable(body: str) -> MarketAnswerUnreadable:
    return MarketAnswerUnreadable("getBusinessOrders", OrderId(51234567011), body=body)


def test_the_shape_stays_and_nothing_of_goods_and_people_does():
    told = told_shape(BODY % cis(1, 1).full.replace("\x1d", "\\u001d"))
    for kept in ('"NEW_ONE"', "51234567011", '"firstName"', "2026-11-20T10:00:00Z", "HTTP 200"):
        assert kept in told
    for gone in ("Anna", "7916", "bell", "Green", "93AbCd", "5abc", "cut of"):
        assert gone not in told


def test_what_the_market_says_of_an_error_stays_but_not_a_key_in_it():
    told = told_shape('{"errors":[{"code":"BAD","message":"wrong Api-Key: ACMA:abc:def, sorry"}]}')
    assert "wrong" in told
    assert "abc:def" not in told


def test_a_page_of_something_between_is_kept_as_it_is():
    assert told_shape("HTTP 200 text/html\n<html>Log in</html>").endswith("<html>Log in</html>")


def test_the_latest_twenty_are_kept(tmp_path):
    clock = FakeClock()
    kept = KeptAnswers(tmp_path / "answers", clock.now)
    places = []
    for _ in range(FILES_KEPT + 5):
        clock.move(1)
        places.append(kept.keep(unreadable("{}")))
    there = sorted(str(one) for one in (tmp_path / "answers").iterdir())
    assert there == sorted(places[5:])


def test_a_file_tells_when_what_and_of_which_order(tmp_path):
    now = datetime(2026, 11, 20, 9, tzinfo=UTC)
    place = KeptAnswers(tmp_path, lambda: now).keep(unreadable("{}"))
    told = Path(place).read_text(encoding="utf-8")
    assert told == f"{now.isoformat()}\ngetBusinessOrders, order 51234567011\n{{}}"


def test_a_folder_that_cannot_be_written_loses_only_the_report(tmp_path):
    (tmp_path / "answers").write_text("no folder")
    kept = KeptAnswers(tmp_path / "answers", FakeClock().now)
    assert kept.keep(unreadable("{}")) == ""


@pytest.mark.parametrize(
    "answer",
    [answers(body={"status": "OK", "result": 7}), answers(raw=b"<html>"), answers(302, raw=b"{}")],
)
def test_a_call_tells_where_its_unreadable_answer_is_kept(tmp_path, answer):
    kept = KeptAnswers(tmp_path, FakeClock().now)
    with transport_to(answer) as transport:
        market = MarketClient(transport, BUSINESS, read_attempts=1, keep=kept.keep)
        with pytest.raises(MarketAnswerUnreadable) as caught:
            market.code_checks(REF)
    assert [str(one) for one in tmp_path.iterdir()] == [caught.value.kept]

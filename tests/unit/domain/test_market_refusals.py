"""Every refusal that the Market's error list names is recognised in its documented words."""

import pytest

from packdesk.domain.market_refusals import MarketReason, WayOut, reason_of
from tests.market_messages import DOCUMENTED

R = MarketReason


@pytest.mark.parametrize(("status", "message", "reason"), DOCUMENTED, ids=str)
def test_a_documented_refusal_is_recognised(status: int, message: str, reason: MarketReason):
    assert reason_of(status, (message,)) is reason


def test_every_reason_that_is_listed_has_documented_words():
    named = {reason for _, _, reason in DOCUMENTED}
    assert set(MarketReason) - named == {MarketReason.UNLISTED}


def test_the_case_of_the_words_does_not_matter():
    assert reason_of(404, ("NO BOXES FOUND FOR ORDER 1",)) is MarketReason.NO_BOXES


@pytest.mark.parametrize("messages", [(), ("",), ("something quite new",)])
def test_what_is_not_listed_is_said_to_be_so(messages: tuple[str, ...]):
    assert reason_of(400, messages) is MarketReason.UNLISTED


def test_a_rejected_key_is_recognised_without_any_words():
    assert reason_of(401, ()) is MarketReason.KEY_INVALID


def test_a_listed_message_counts_though_an_unknown_one_stands_before_it():
    told = ("something quite new", "Box not found. Box: 4")
    assert reason_of(404, told) is MarketReason.BOX_GONE


def test_every_reason_offers_something():
    assert {reason.way_out for reason in MarketReason} == set(WayOut)

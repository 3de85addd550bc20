"""Quotas and parallel limits, by a clock that moves only when told."""

import pytest

from packdesk.sandbox.errors import ApiError
from packdesk.sandbox.limits import LimitCounter, Limits, Quota
from tests.unit.sandbox.days import FakeClock

CALL = ("getCampaigns", "businessId 1")


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def counter(clock):
    return LimitCounter(Limits(parallel=2, quotas={"getCampaigns": Quota(2, 60)}), clock)


def ask(counter, status=200):
    counter.enter(*CALL)
    counter.leave(*CALL, status)


def test_a_used_up_quota_is_new_after_its_period(counter, clock):
    ask(counter)
    clock.forward(59)
    ask(counter, 404)
    with pytest.raises(
        ApiError,
        match="Hit rate limit of 2 requests per minute for resource getCampaigns for businessId 1",
    ):
        ask(counter)
    clock.forward(1)
    ask(counter)


def test_answers_of_a_broken_server_do_not_count(counter):
    for _ in range(5):
        ask(counter, 500)
    assert counter.headers(*CALL)["X-RateLimit-Resource-Remaining"] == "2"


def test_too_many_at_once_are_refused_until_one_is_done(counter):
    counter.enter("getOrder", "campaignId 5")
    counter.enter("getOrder", "campaignId 5")
    with pytest.raises(ApiError, match="2 parallel requests for campaignId 5"):
        counter.enter("getCampaign", "campaignId 5")
    counter.enter("getOrder", "campaignId 6")
    counter.leave("getOrder", "campaignId 5", 200)
    counter.enter("getCampaign", "campaignId 5")


def test_headers_tell_what_is_left_and_when_it_is_more(counter, clock):
    ask(counter)
    clock.forward(10)
    assert counter.headers(*CALL) == {
        "X-RateLimit-Resource-Limit": "2",
        "X-RateLimit-Resource-Remaining": "1",
        "X-RateLimit-Resource-Until": "Fri, 20 Nov 2026 09:01:00 GMT",
    }


def test_a_quota_of_one_operation_does_not_touch_another(counter):
    ask(counter)
    assert counter.headers("getOrder", "businessId 1")["X-RateLimit-Resource-Remaining"] == "10000"

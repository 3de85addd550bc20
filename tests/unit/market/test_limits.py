import threading
from contextlib import ExitStack
from datetime import timedelta
from email.utils import format_datetime

import pytest

from packdesk.market.limits import LONGEST_PERIOD, Gate, Need, Quotas, period_end
from tests.unit.market.wires import NOW

KEY = ("getBusinessOrders", 1)


def told(remaining: str = "0", **until: float) -> dict[str, str]:
    when = NOW + timedelta(**until)
    return {
        "x-ratelimit-resource-remaining": remaining,
        "x-ratelimit-resource-until": when.strftime("%a, %d %b %Y %H:%M:%S +0300"),
    }


def test_a_quota_with_something_left_is_open():
    quotas = Quotas(lambda: NOW)
    quotas.learn(KEY, told("1", minutes=5), NOW)
    assert quotas.closed_until(KEY) is None


def test_a_used_up_quota_is_closed_for_this_operation_and_shop_only():
    quotas = Quotas(lambda: NOW)
    quotas.learn(KEY, told(minutes=5), NOW)
    assert quotas.closed_until(KEY) == NOW + timedelta(minutes=5)
    assert quotas.closed_until(("getBusinessOrders", 2)) is None
    assert quotas.closed_until(("getOrder", 1)) is None


def test_a_quota_opens_when_its_time_has_come():
    moments = [NOW + timedelta(minutes=4, seconds=59), NOW + timedelta(minutes=5)]
    quotas = Quotas(lambda: moments.pop(0))
    quotas.learn(KEY, told(minutes=5), NOW)
    assert quotas.closed_until(KEY) is not None
    assert quotas.closed_until(KEY) is None


def test_the_next_answer_may_open_it_again():
    quotas = Quotas(lambda: NOW)
    quotas.learn(KEY, told(minutes=5), NOW)
    quotas.learn(KEY, told("10", minutes=5), NOW)
    assert quotas.closed_until(KEY) is None


def test_a_wrong_clock_does_not_stop_the_work_for_days():
    quotas = Quotas(lambda: NOW)
    quotas.learn(KEY, told(seconds=LONGEST_PERIOD.total_seconds() + 1), NOW)
    assert quotas.closed_until(KEY) is None


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"x-ratelimit-resource-remaining": "0"},
        {"x-ratelimit-resource-remaining": "0", "x-ratelimit-resource-until": "tomorrow"},
        {**told(minutes=5), "x-ratelimit-resource-remaining": "none"},
        {**told(minutes=5), "x-ratelimit-resource-remaining": ""},
    ],
)
def test_headers_that_say_nothing_close_nothing(headers):
    quotas = Quotas(lambda: NOW)
    quotas.learn(KEY, headers, NOW)
    assert quotas.closed_until(KEY) is None


@pytest.mark.parametrize("text", ["", "x" * 1000, "Thu, 99 Jul 2018 00:42:42 GMT", "1763630000"])
def test_a_time_that_cannot_be_read_is_none(text):
    assert period_end({"x-ratelimit-resource-until": text}, NOW) is None


@pytest.mark.parametrize("wrong_by", [timedelta(hours=-1), timedelta(), timedelta(days=400)])
def test_the_end_is_told_by_the_clock_of_the_desk(wrong_by):
    headers = {
        "date": "Fri, 20 Nov 2026 09:00:00 GMT",
        "x-ratelimit-resource-until": "Fri, 20 Nov 2026 09:05:00 GMT",
    }
    assert period_end(headers, NOW + wrong_by) == NOW + wrong_by + timedelta(minutes=5)


def test_a_time_at_the_end_of_all_times_is_no_bug():
    headers = {
        "x-ratelimit-resource-until": "Fri, 31 Dec 9999 23:59:59 GMT",
        "date": format_datetime(NOW),
    }
    assert period_end(headers, NOW + timedelta(hours=1)) is not None


def test_a_market_without_a_clock_is_taken_by_its_word():
    headers = told(minutes=5) | {"date": "now"}
    assert period_end(headers, NOW - timedelta(hours=1)) == NOW + timedelta(minutes=5)


class Visitor:
    """A thread that goes through the gate and stays inside until it is let go."""

    def __init__(self, gate: Gate, need: Need, name: str, order: list[str]) -> None:
        self.inside = threading.Event()
        self.leave = threading.Event()
        self._go = lambda: self._visit(gate, need, name, order)
        self._thread = threading.Thread(target=self._go)
        self._thread.start()

    def _visit(self, gate: Gate, need: Need, name: str, order: list[str]) -> None:
        with gate.passing(need):
            order.append(name)
            self.inside.set()
            assert self.leave.wait(10)

    def end(self) -> None:
        self.leave.set()
        self._thread.join(10)


def _until_waiting(gate: Gate, number: int) -> None:
    with gate._changed:
        assert gate._changed.wait_for(lambda: len(gate._waiting) == number, timeout=10)


def test_two_go_in_and_the_others_follow_by_need_then_by_arrival():
    gate = Gate()
    order: list[str] = []
    first = [Visitor(gate, Need.QUEUE, f"early {number}", order) for number in range(2)]
    for visitor in first:
        assert visitor.inside.wait(10)
    wanted = [
        (Need.QUEUE, "refresh"),
        (Need.CODE_STATUS, "codes"),
        (Need.OPEN_ORDER, "open"),
        (Need.SUBMISSION, "submit 1"),
        (Need.LABEL, "label"),
        (Need.SUBMISSION, "submit 2"),
    ]
    later = {}
    for number, (need, name) in enumerate(wanted, start=1):
        later[name] = Visitor(gate, need, name, order)
        _until_waiting(gate, number)
    assert sorted(order) == ["early 0", "early 1"]
    expected = ["submit 1", "submit 2", "label", "open", "codes", "refresh"]
    first[0].end()
    for name in expected:
        assert later[name].inside.wait(10)
        later[name].end()
    first[1].end()
    assert order[2:] == expected
    assert gate.waiting == 0


def test_one_who_fails_inside_makes_room():
    gate = Gate(1)
    with pytest.raises(RuntimeError, match="inside"), gate.passing(Need.QUEUE):
        raise RuntimeError("inside")
    with gate.passing(Need.QUEUE):
        assert gate.waiting == 0


def test_one_who_gives_up_waiting_does_not_stay_in_the_row(monkeypatch):
    gate = Gate(1)
    with ExitStack() as inside:
        inside.enter_context(gate.passing(Need.QUEUE))

        def interrupted(_condition):
            raise KeyboardInterrupt

        monkeypatch.setattr(gate._changed, "wait_for", interrupted)
        with pytest.raises(KeyboardInterrupt), gate.passing(Need.SUBMISSION):
            pytest.fail("nobody may pass")
        monkeypatch.undo()
    assert gate.waiting == 0
    with gate.passing(Need.LABEL):
        assert gate.waiting == 0

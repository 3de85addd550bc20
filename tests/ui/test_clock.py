"""The clock on Qt's event loop."""

from datetime import timedelta

import pytest
from typing_extensions import override

from packdesk.ui.clock import QtClock


def test_the_time_is_aware(qapp):
    assert QtClock().now().tzinfo is not None


def test_what_is_past_is_called_in_the_next_turn_not_at_once(qtbot):
    clock, called = QtClock(), []
    clock.call_at(clock.now() - timedelta(hours=1), lambda: called.append(1))
    assert called == []
    qtbot.waitUntil(lambda: called == [1])


@pytest.mark.parametrize("beyond", [0.0, 0.3, 0.49, 0.7])
def test_a_call_comes_not_before_its_time(qtbot, beyond):
    clock, called = QtClock(), []
    when = clock.now() + timedelta(milliseconds=30 + beyond)
    clock.call_at(when, lambda: called.append(clock.now()))
    qtbot.waitUntil(lambda: bool(called))
    assert called[0] >= when


def test_a_clock_that_is_set_back_does_not_hold_a_call_up(qtbot):
    class Corrected(QtClock):
        back = timedelta()

        @override
        def now(self):
            return super().now() - self.back

    clock, called = Corrected(), []
    clock.call_at(clock.now() + timedelta(milliseconds=20), lambda: called.append(1))
    clock.back = timedelta(hours=3)
    qtbot.waitUntil(lambda: called == [1])


def test_a_time_beyond_the_timers_range_is_waited_for(qapp):
    clock, called = QtClock(), []
    clock.call_at(clock.now() + timedelta(days=400), lambda: called.append(1))
    assert called == []


def test_calls_end_with_the_clock(qtbot):
    clock, other, called = QtClock(), QtClock(), []
    clock.call_at(clock.now(), lambda: called.append("gone"))
    clock.deleteLater()
    other.call_at(other.now() + timedelta(milliseconds=20), lambda: called.append("kept"))
    qtbot.waitUntil(lambda: "kept" in called)
    assert called[-1] == "kept"

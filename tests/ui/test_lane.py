"""Lanes: every way in which work can end, and the order in which results come."""

import threading
from concurrent.futures import Future
from typing import Any

import pytest

from packdesk.station.ports import Err, Ok
from packdesk.ui.lane import QtLane, WorkEnded


@pytest.fixture
def bugs():
    return []


@pytest.fixture
def lane(qapp, bugs):
    lane = QtLane("test", bugs.append)
    yield lane
    lane.stop(wait=True)


def test_a_result_comes_back_in_the_gui_thread(lane, qtbot):
    told: list[Any] = []
    lane.run(
        threading.current_thread, lambda result: told.append((result, threading.current_thread()))
    )
    qtbot.waitUntil(lambda: bool(told))
    result, where = told[0]
    assert isinstance(result, Ok)
    assert result.value.name.startswith("test")
    assert where is threading.main_thread()


def test_work_that_raises_gives_its_error(lane, qtbot):
    told: list[Any] = []
    error = ValueError("no")

    def fail():
        raise error

    lane.run(fail, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [Err(error)]


@pytest.mark.parametrize("end", [SystemExit(3), KeyboardInterrupt(), GeneratorExit()])
def test_work_that_asks_to_exit_ends_nothing(lane, qtbot, end):
    told: list[Any] = []

    def leave():
        raise end

    lane.run(leave, told.append)
    lane.run(lambda: "still here", told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert isinstance(told[0].error, WorkEnded)
    assert told[0].error.__cause__ is end
    assert told[1] == Ok("still here")


def test_results_come_in_the_order_of_the_work(lane, qtbot):
    told: list[Any] = []
    for number in range(50):
        lane.run(lambda number=number: number, told.append)
    qtbot.waitUntil(lambda: len(told) == 50)
    assert told == [Ok(number) for number in range(50)]


def test_a_bug_in_an_answer_goes_to_the_crash_hook_and_the_lane_lives(lane, qtbot, bugs):
    told: list[Any] = []
    bug = RuntimeError("in on_done")

    def break_down(_):
        raise bug

    lane.run(lambda: 1, break_down)
    lane.run(lambda: 2, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert bugs == [bug]
    assert told == [Ok(2)]


def test_stopping_with_wait_lets_queued_work_finish(qtbot, bugs):
    lane = QtLane("waited", bugs.append)
    gate = threading.Event()
    done: list[str] = []
    told: list[Any] = []
    lane.run(gate.wait, told.append)
    lane.run(lambda: done.append("second"), told.append)
    gate.set()
    lane.stop(wait=True)
    assert done == ["second"]
    qtbot.waitUntil(lambda: len(told) == 2)


def test_stopping_without_wait_drops_what_has_not_begun(qtbot, bugs):
    lane = QtLane("dropped", bugs.append)
    gate, begun = threading.Event(), threading.Event()
    done: list[str] = []
    told: list[Any] = []

    def first():
        begun.set()
        gate.wait()
        done.append("first")

    lane.run(first, told.append)
    lane.run(lambda: done.append("second"), told.append)
    begun.wait()
    lane.stop(wait=False)
    gate.set()
    qtbot.waitUntil(lambda: bool(told))
    assert done == ["first"]


def test_a_stopped_lane_takes_no_more_work(qapp, bugs):
    lane = QtLane("stopped", bugs.append)
    lane.stop(wait=True)
    ran: Future[None] = Future()
    lane.run(lambda: ran.set_result(None), bugs.append)
    assert not ran.done()


def test_a_stopped_lane_leaves_no_thread(qapp, bugs, qtbot):
    lane = QtLane("gone", bugs.append)
    told: list[Any] = []
    lane.run(threading.current_thread, told.append)
    qtbot.waitUntil(lambda: bool(told))
    lane.stop(wait=True)
    assert not told[0].value.is_alive()

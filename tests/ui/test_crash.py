"""The last resort against bugs."""

import logging
import sys
import threading

import pytest

from packdesk.ui.crash import CrashHook


@pytest.fixture
def shown():
    return []


@pytest.fixture
def hook(qapp, shown):
    return CrashHook(lambda: shown.append("strip"))


def boom():
    raise RuntimeError("boom")


def test_a_bug_is_logged_with_its_trace_and_told(hook, shown, qtbot, caplog):
    try:
        boom()
    except RuntimeError as bug:
        hook.report(bug)
    qtbot.waitUntil(lambda: shown == ["strip"])
    assert "boom()" in caplog.text


def test_a_bug_in_a_thread_is_told_in_the_gui_thread(qapp, qtbot, caplog):
    where = []
    hook = CrashHook(lambda: where.append(threading.current_thread()))
    thread = threading.Thread(target=hook.report, args=(RuntimeError("there"),))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(where))
    assert where == [threading.main_thread()]
    assert "there" in caplog.text


def test_telling_that_fails_is_logged_and_not_tried_again(qapp, qtbot, caplog):
    calls = []

    def show():
        calls.append(1)
        raise ValueError("no window")

    hook = CrashHook(show)
    hook.report(RuntimeError("first"))
    qtbot.waitUntil(lambda: "could not be told" in caplog.text)
    hook.report(RuntimeError("second"))
    qtbot.waitUntil(lambda: caplog.text.count("a bug") == 2)
    hook.deleteLater()
    assert calls == [1]


def test_the_hooks_are_given_back(hook):
    before = sys.excepthook, threading.excepthook
    try:
        hook.install()
        assert (sys.excepthook, threading.excepthook) != before
    finally:
        hook.remove()
        sys.excepthook, threading.excepthook = before


def test_an_uncaught_bug_of_the_interpreter_goes_the_same_way(hook, shown, qtbot, caplog):
    before = sys.excepthook, threading.excepthook
    try:
        hook.install()
        bug = RuntimeError("uncaught")
        sys.excepthook(RuntimeError, bug, None)
        thread = threading.Thread(target=boom)
        thread.start()
        thread.join()
    finally:
        hook.remove()
        sys.excepthook, threading.excepthook = before
    qtbot.waitUntil(lambda: len(shown) == 2)
    assert [r.levelno for r in caplog.records] == [logging.CRITICAL] * 2


def test_a_person_may_still_interrupt(hook, shown, capsys):
    before = sys.excepthook, threading.excepthook
    try:
        hook.install()
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    finally:
        hook.remove()
        sys.excepthook, threading.excepthook = before
    assert "KeyboardInterrupt" in capsys.readouterr().err
    assert shown == []

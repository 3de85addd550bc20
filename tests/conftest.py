"""What every test gets: no display needed, no thread of ours left running, no silent skip."""

import gc
import os
import threading
from collections.abc import Iterator

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_FONT_DPI", "96")
# No test may read or write the keyring of the person who runs it.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

# A deadline of hypothesis is a timed assertion: on a loaded machine it fails for no reason.
settings.register_profile("packdesk", deadline=None)
settings.load_profile("packdesk")

SKIPPED: list[str] = []


@pytest.fixture(autouse=True)
def garbage_dies_in_this_thread() -> Iterator[None]:
    """Qt objects that a test left in cycles must not be collected by a thread of the next one."""
    gc.disable()
    yield
    counts, thresholds = gc.get_count(), gc.get_threshold()
    due = [one for one in (2, 1, 0) if counts[one] > thresholds[one]]
    if due:
        gc.collect(due[0])


@pytest.fixture(autouse=True)
def no_thread_left_behind() -> Iterator[None]:
    """A test that leaves a thread of the program running has lost control of it."""
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        thread.join(timeout=5)
    left = [thread.name for thread in set(threading.enumerate()) - before if thread.is_alive()]
    assert not left, f"threads left running: {left}"


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    _note(report.nodeid, report.outcome, report.longrepr)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    _note(report.nodeid, report.outcome, report.longrepr)


def _note(name: str, outcome: str, why: object) -> None:
    if outcome == "skipped":
        reason = why[-1] if isinstance(why, tuple) else why
        SKIPPED.append(f"{name}: {reason}")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where everything is installed that tests can need, a skip is a hole in the proof."""
    if SKIPPED and os.environ.get("PACKDESK_NO_SKIP"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if SKIPPED and os.environ.get("PACKDESK_NO_SKIP"):
        terminalreporter.section("skipped though nothing may be", red=True)
        for line in SKIPPED:
            terminalreporter.line(line)

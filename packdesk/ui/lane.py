"""Lanes: blocking work in one thread each, results delivered in the GUI thread."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

from packdesk.station.ports import Err, Ok

T = TypeVar("T")
CrashHook = Callable[[BaseException], None]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Delivery:
    on_done: Callable[[Any], None]
    result: Ok[Any] | Err


class _Bridge(QObject):
    """Carries results over to the GUI thread, which it lives in."""

    ready = Signal(object)

    def __init__(self, on_crash: CrashHook) -> None:
        # Owned by the application: the last to let go of a lane may be its own thread, where no
        # object of the GUI thread may die.
        super().__init__(QCoreApplication.instance())
        self._on_crash = on_crash
        self.ready.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _deliver(self, delivery: _Delivery) -> None:
        try:
            delivery.on_done(delivery.result)
        except Exception as bug:  # noqa: BLE001 - a bug in one answer must not stop the others
            self._on_crash(bug)


class QtLane:
    """One worker thread that does its work in order. Made and stopped in the GUI thread.

    What the work raises comes back as ``Err``, even a request to exit: nothing that happens in
    the thread can end it. An ``on_done`` that raises goes to ``on_crash``.

    Args:
        name: The thread's name.
        on_crash: Is told of a bug in an ``on_done``; GUI thread.
    """

    def __init__(self, name: str, on_crash: CrashHook) -> None:
        self._name = name
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._bridge = _Bridge(on_crash)
        self._is_stopped = False

    def run(self, work: Callable[[], T], on_done: Callable[[Ok[T] | Err], None]) -> None:
        """Do ``work`` in the thread, then tell its result in the GUI thread.

        After `stop` the work is dropped.
        """
        if self._is_stopped:
            log.info("lane %s is stopped: work dropped", self._name)
            return
        self._pool.submit(self._work, work, on_done)

    def stop(self, *, wait: bool) -> None:
        """Take no more work. ``wait`` for what is queued, else drop what has not begun.

        What was waited for is still delivered, when the event loop runs again.
        """
        self._is_stopped = True
        self._pool.shutdown(wait=wait, cancel_futures=not wait)

    def _work(self, work: Callable[[], T], on_done: Callable[[Ok[T] | Err], None]) -> None:
        result: Ok[T] | Err
        try:
            result = Ok(work())
        except Exception as error:  # noqa: BLE001 - the one broad catch: every result is delivered
            result = Err(error)
        except BaseException as error:  # noqa: BLE001 - no thread may end the program
            result = Err(WorkEnded(error))
        self._bridge.ready.emit(_Delivery(on_done, result))


class WorkEnded(Exception):
    """Work in a lane asked to end the program, which no work may."""

    def __init__(self, cause: BaseException) -> None:
        super().__init__(repr(cause))
        self.__cause__ = cause

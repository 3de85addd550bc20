"""The last resort: a bug is logged and told in one calm sentence; the program goes on."""

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

log = logging.getLogger(__name__)


class CrashHook(QObject):
    """Takes what nobody else caught, in any thread, and lets it be told in the GUI thread.

    Telling must not fail: a ``show`` that raises is logged and not called again.
    """

    _crashed = Signal()

    def __init__(self, show: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show: Callable[[], None] | None = show
        self._crashed.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the interpreter's hooks; `remove` gives them back."""
        sys.excepthook = self._excepthook
        threading.excepthook = self._thread_hook

    def remove(self) -> None:
        """Give the interpreter's hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def report(self, bug: BaseException) -> None:
        """Log a bug with where it came from, and tell the packer. Any thread."""
        log.critical("a bug", exc_info=(type(bug), bug, bug.__traceback__))
        self._crashed.emit()

    def _excepthook(
        self, kind: type[BaseException], bug: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, bug, trace)
            return
        self.report(bug)

    def _thread_hook(self, hooked: threading.ExceptHookArgs) -> None:
        self.report(hooked.exc_value or hooked.exc_type())

    def _tell(self) -> None:
        show, self._show = self._show, None
        if show is None:
            return
        try:
            show()
        except Exception:
            log.exception("the crash could not be told")
            return
        self._show = show

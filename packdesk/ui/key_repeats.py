"""Tells a held key's repeats from presses where the system does not."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication
from typing_extensions import override

_PRESSES = frozenset({QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress})


class KeyRepeats(QObject):
    """An event filter on the whole application; GUI thread only.

    X11 tells a repeat as a release and a press of one time. Qt marks them only where it finds both
    at once: else the press looks like one of a person, who has never let the key go.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._released: tuple[int, int] | None = None
        self._is_repeat = False
        application.installEventFilter(self)

    @property
    def is_repeat(self) -> bool:
        """Whether the key that acts now was down before."""
        return self._is_repeat

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind != QEvent.Type.KeyRelease and kind not in _PRESSES:
            return False
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWindow):
            return False
        stroke = (event.nativeScanCode(), event.timestamp())
        if kind == QEvent.Type.KeyRelease:
            self._released = stroke
        else:
            # Synthetic events have no scan code, and any number of them has the same time.
            is_known = event.nativeScanCode() != 0
            self._is_repeat = event.isAutoRepeat() or (is_known and stroke == self._released)
        return False


def key_repeats() -> KeyRepeats:
    """The application's own."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("keys need the application")
    return application.findChild(KeyRepeats) or KeyRepeats(application)

"""What the tour sees of the window: texts and states that are shown, found by objectName."""

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QWidget

W = TypeVar("W", bound=QWidget)


class Sight:
    """Reads the window; changes nothing. GUI thread."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    @property
    def handle(self) -> QWindow:
        """Where keys and mouse go."""
        handle = self._window.windowHandle()
        assert handle is not None  # noqa: S101 - the window is shown
        return handle

    @property
    def answers(self) -> int:
        """How many answers the strip of last scans has been told."""
        return int(self._widget(QWidget, "scans").property("told") or 0)

    @property
    def sentence(self) -> str:
        """What to do now."""
        return self._widget(QWidget, "bandSentence").accessibleName()

    @property
    def tone(self) -> str:
        """How the last answer was meant."""
        return str(self._widget(QWidget, "band").property("tone"))

    @property
    def last_scan(self) -> str:
        """The newest line of the last scans."""
        return self._widget(QLabel, "scan1").toolTip() or self._widget(QLabel, "scan1").text()

    @property
    def order(self) -> str:
        """The title of the order on the bench; empty where there is none."""
        label = self._window.findChild(QLabel, "orderTitle")
        return label.text() if label is not None and label.isVisible() else ""

    @property
    def submission(self) -> str:
        """The tone of the order's way to the Market; empty while it is not on its way."""
        strip = self._widget(QWidget, "submissionStrip")
        return str(strip.property("tone")) if strip.isVisible() else ""

    @property
    def submission_text(self) -> str:
        """The sentence about it."""
        return self._widget(QLabel, "submissionState").text()

    @property
    def cards(self) -> int:
        """How many orders the queue shows."""
        return self._queue().model().rowCount()

    def choices(self) -> Iterator[str]:
        """The answers of the open question, in order; none while nothing is asked."""
        for number in range(1, 10):
            button = self._window.findChild(QWidget, f"bandAnswer{number}")
            if button is None or not button.isVisible():
                return
            yield button.accessibleName()

    @property
    def entry(self) -> QLineEdit | None:
        """The field for a free answer, while there is one."""
        entry = self._widget(QLineEdit, "bandEntry")
        return entry if entry.isVisible() else None

    def card_place(self, number: str) -> QPoint | None:
        """Where in the window an order's card is; None where it is not to be seen."""
        queue = self._queue()
        model = queue.model()
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
            if number in spoken:
                inside = queue.visualRect(index).center()
                if queue.viewport().rect().contains(inside):
                    return queue.viewport().mapTo(self._window, inside)
        return None

    def _queue(self) -> QAbstractItemView:
        return self._widget(QAbstractItemView, "queueCards")

    def _widget(self, kind: type[W], name: str) -> W:
        found = self._window.findChild(kind, name)
        assert isinstance(found, kind), name  # noqa: S101 - the window has it
        return found

"""The bench in a window of its own, and hands for it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from packdesk.ui.bench.view import BenchView
from packdesk.ui.theme import Density, Theme
from tests.ui.bench_table import Table

BENCH = QSize(1366, 560)
"""What a window of 1366x728 leaves for the bench."""


def show_bench(qtbot, table: Table, theme: Theme, size: QSize = BENCH) -> BenchView:
    """Shows the bench of a table; hold the view."""
    view = BenchView(table.viewmodel, theme)
    view.set_density(Density.COMPACT)
    view.resize(size)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    settle()
    return view


def settle() -> None:
    """Lets Qt lay out what was shown."""
    for _ in range(3):
        QApplication.processEvents()


def find(view: QWidget, name: str) -> QWidget:
    found = [one for one in view.findChildren(QWidget, name) if one.isVisibleTo(view)]
    assert len(found) == 1, f"{name}: {len(found)} shown"
    return found[0]


def text(view: QWidget, name: str) -> str:
    label = find(view, name)
    assert isinstance(label, QLabel)
    return label.text()


def press(view: QWidget, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(view.windowHandle(), key, modifiers)
    settle()


def tap(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    settle()

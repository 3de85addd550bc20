"""The window with the section of statuses, and what a test does with it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from packdesk.domain.order import OrderStatus
from packdesk.station.handover_reports import HandoverMoved, HandoverState
from packdesk.ui.pages import PageName
from tests.ui.handover_states import SERVICES, dbs
from tests.ui.handover_window import HandoverWindow


def status_window(qtbot, theme):
    """The window with the section open and the keyboard in the field for the order."""
    made = HandoverWindow(theme)
    qtbot.addWidget(made.window)
    made.frame.show_page(PageName.HANDOVER)
    made.window.resize(1366, 768)
    with qtbot.waitExposed(made.window):
        made.window.show()
    made.window.activateWindow()
    press(made, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(find(made, QLineEdit, "statusOrder").hasFocus)
    return made


def find(shown, kind, name):
    """The widget of this name."""
    widget = shown.window.findChild(kind, name)
    assert widget is not None, name
    return widget


def press(shown, key, modifier=Qt.KeyboardModifier.NoModifier):
    """A key is pressed and let go in the window."""
    QTest.keyClick(shown.window.windowHandle(), key, modifier)


def pick(shown, status=OrderStatus.PROCESSING, rows=(), **changes):
    """The desk has this order in hand."""
    order = dbs(status=status, **changes)
    shown.handover.take(HandoverMoved(HandoverState(parcel=order, rows=rows, services=SERVICES)))


def buttons(shown, name, most):
    """What the shown buttons of this name are called."""
    found = [find(shown, QPushButton, f"{name}{number}") for number in range(1, most + 1)]
    return [one.accessibleName() for one in found if one.isVisible()]

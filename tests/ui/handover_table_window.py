"""The section of tables in a real window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from packdesk.domain.track_table import (
    Ready,
)
from packdesk.station.handover_reports import (
    BatchKept,
    HandoverMoved,
    HandoverOutcome,
    HandoverState,
    TableChecked,
)
from packdesk.ui.pages import PageName
from tests.ui.handover_states import (
    SERVICES,
    handed,
)
from tests.ui.handover_window import HandoverWindow

TEXT = "order;track\n51234567002;RB000000025RU"


class ChosenFiles:
    """A person who always chooses these files."""

    def __init__(self, folder):
        self.folder = folder

    def to_open(self, parent):
        return self.folder / "tracks.csv"

    def to_save(self, parent, name):
        return self.folder / name


def find(shown, kind, name):
    widget = shown.window.findChild(kind, name)
    assert widget is not None, name
    return widget


def press(shown, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(shown.window.windowHandle(), key, modifier)


def control(shown, key):
    press(shown, key, Qt.KeyboardModifier.ControlModifier)


def checked(shown, table):
    shown.handover.table.paste(TEXT)
    shown.handover.take(TableChecked(table))
    shown.intents.asked.clear()


def sent_lines(shown):
    return [asked[2] for asked in shown.intents.asked if asked[0] == "send_table"]


def results(table, *stopped):
    return tuple(
        handed(
            int(row.verdict.order),
            row.verdict.errand,
            HandoverOutcome.STOPPED if row.line in stopped else HandoverOutcome.DONE,
            why="Order not found",
        )
        for row in table.rows
        if isinstance(row.verdict, Ready)
    )


def kept(shown, table, *stopped):
    checked(shown, table)
    shown.handover.take(BatchKept(table, table.lines(Ready), cancelled=False))
    state = HandoverState(rows=results(table, *stopped), services=SERVICES)
    shown.handover.take(HandoverMoved(state))


def table_section(qtbot, theme, folder):
    """The window with the section open; a person chooses files of this folder."""
    made = HandoverWindow(theme, ChosenFiles(folder))
    qtbot.addWidget(made.window)
    made.frame.show_page(PageName.HANDOVER)
    made.window.resize(1366, 768)
    with qtbot.waitExposed(made.window):
        made.window.show()
    made.window.activateWindow()
    made.handover.take(HandoverMoved(HandoverState(services=SERVICES)))
    press(made, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    return made

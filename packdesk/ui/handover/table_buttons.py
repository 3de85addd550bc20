"""The buttons of the section of tables, each with its key."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from packdesk.ui.handover.table_props import TableAct, TableButtonProps
from packdesk.ui.handover.toggle import Toggle
from packdesk.ui.key_button import KeyButton
from packdesk.ui.page_keys import on_key
from packdesk.ui.theme import Theme
from packdesk.ui.tokens import MAIN_BUTTON, Space

_NAMES = {
    TableAct.OPEN: "tableOpen",
    TableAct.PASTE: "tablePaste",
    TableAct.SEND: "tableSend",
    TableAct.SERVICE: "tableChoose",
    TableAct.WARNED: "tableWarned",
    TableAct.FILTER: "tableFilter",
    TableAct.SAVE: "tableSave",
    TableAct.CLOSE: "tableClose",
    TableAct.KIND: "tableSwitch",
}
_ELSEWHERE = {TableAct.OPEN, TableAct.PASTE, TableAct.FILTER, TableAct.KIND}
_IN_RAIL = (TableAct.SERVICE, TableAct.WARNED, TableAct.SAVE, TableAct.CLOSE, TableAct.SEND)
_TOGGLES = {TableAct.WARNED, TableAct.FILTER}
_MAIN_WIDTH, _TOGGLE_WIDTH, _SWITCH_WIDTH = 230, 220, 260


class TableButtons(QFrame):
    """The rail below the rows; the smaller buttons are placed elsewhere by the section.

    Signals:
        acted: The `TableAct` of a button or a key.
    """

    acted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tableButtons")
        self._theme = theme
        self._section = parent
        self._buttons = {act: self._make(act) for act in TableAct}
        self._keys = {act: self._make_key(act) for act in TableAct}
        self.setFixedHeight(MAIN_BUTTON)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SNUG)
        for act in _IN_RAIL:
            if act is TableAct.CLOSE:
                row.addStretch(1)
            row.addWidget(self._buttons[act])

    def button(self, act: TableAct) -> QPushButton:
        """The button of an act, to be placed."""
        return self._buttons[act]

    def show_buttons(self, buttons: Mapping[TableAct, TableButtonProps]) -> None:
        """Show what can be done now."""
        for act, props in buttons.items():
            button = self._buttons[act]
            if isinstance(button, KeyButton):
                button.show_words(act.value, props.label)
            else:
                button.setText(f"{props.label}  {act.value}")
            button.setChecked(props.is_checked)
            button.setEnabled(props.is_on)
            button.setVisible(props.is_shown)
            self._keys[act].setEnabled(_is_heard(props))
        self.setVisible(any(buttons[act].is_shown for act in _IN_RAIL))

    def _make(self, act: TableAct) -> QPushButton:
        button: QPushButton
        if act in _ELSEWHERE:
            button = Toggle(self._section) if act in _TOGGLES else QPushButton(self._section)
        else:
            button = KeyButton(self._theme, parent=self)
        button.setObjectName(_NAMES[act])
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCheckable(act in _TOGGLES)
        if act in _TOGGLES:
            button.setProperty("kind", "toggle")
        if act is TableAct.WARNED:
            button.setMinimumWidth(_TOGGLE_WIDTH)
        if act is TableAct.KIND:
            button.setProperty("kind", "primary")
            button.setProperty("tall", True)
            button.setMinimumWidth(_SWITCH_WIDTH)
        if act is TableAct.SEND:
            button.setProperty("kind", "answer")
            button.setMinimumWidth(_MAIN_WIDTH)
        button.clicked.connect(lambda: self.acted.emit(act))
        return button

    def _make_key(self, act: TableAct) -> QShortcut:
        return on_key(self._section, act.value, lambda: self.acted.emit(act))


def _is_heard(props: TableButtonProps) -> bool:
    match props.act:
        case TableAct.CLOSE:
            return True
        case TableAct.KIND:
            # The toggles of the head show this key at any time.
            return props.is_on
        case TableAct.SEND:
            # With nothing to send, a press is answered with what is amiss.
            return props.is_shown
        case _:
            return props.is_shown and props.is_on

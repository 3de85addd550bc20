"""The field for what is typed, its buttons, and one line about what stands in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from packdesk.domain.codes import CodeKind
from packdesk.ui.band.hand_field import HandField
from packdesk.ui.band.props import BandProps, EntryProps
from packdesk.ui.band.typed import GS_SIGN
from packdesk.ui.key_button import KeyButton
from packdesk.ui.theme import Theme, restyle
from packdesk.ui.tokens import TOUCH, Space
from packdesk.ui.words.band import enter_key, entry_accept, separator_name
from packdesk.ui.words.notice import Notice

_NARROW, _LEAST, _LONG = 180, 320, 480
_WIDTHS = {
    CodeKind.CIS: 560,
    CodeKind.UIN: 240,
    CodeKind.GTD: 320,
    CodeKind.RNPT: 340,
    CodeKind.COUNTRY: _NARROW,
}


class HandView(QWidget):
    """GUI thread.

    Signals:
        submitted: The text, since Enter or the button was pressed.
    """

    submitted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = HandField(self)
        self.field.setObjectName("bandEntry")
        self.field.returnPressed.connect(self._submit)
        self._separator = KeyButton(theme, parent=self)
        self._separator.setObjectName("bandSeparator")
        self._separator.clicked.connect(self.field.type_separator)
        self._take = KeyButton(theme, parent=self)
        self._take.setObjectName("bandTake")
        self._take.setProperty("kind", "answer")
        self._take.clicked.connect(self._submit)
        self._groups = QLabel(self)
        self._groups.setObjectName("bandGroups")
        self._groups.setProperty("role", "quiet")
        self._verdict = QLabel(self)
        self._verdict.setObjectName("bandVerdict")
        self._verdict.setProperty("role", "strong")
        # A code may hold what looks like a tag of rich text.
        for label in (self._groups, self._verdict):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._shown: EntryProps | None = None
        self._focus_before: QWidget | None = None
        self._lay_out()

    def render_props(self, props: BandProps) -> None:
        """Show the field as it is wanted now; its text is left alone while it is the same field."""
        entry = props.entry
        self.setVisible(entry is not None)
        self._take.show_words(enter_key(), entry_accept())
        # The proposals need the room, and the first of them is the code that was typed, if any.
        self._take.setVisible(not props.proposals)
        is_cis = entry is not None and entry.kind is CodeKind.CIS
        self._separator.show_words(GS_SIGN, separator_name())
        self._separator.setVisible(is_cis)
        self._say(props.groups, props.verdict)
        self._below.setVisible(props.is_roomy)
        self.field.propose(len(props.proposals))
        if entry is not None and self._shown != entry:
            self._begin(entry, props)
        elif entry is None:
            self._give_back()
        self._shown = entry

    def _begin(self, entry: EntryProps, props: BandProps) -> None:
        kind = entry.kind
        own = _LONG if entry.is_long else _NARROW
        width = own if kind is None else _WIDTHS[kind]
        self.field.setMinimumWidth(min(width, _LEAST))
        self.field.setMaximumWidth(width)
        self.field.setPlaceholderText(entry.hint)
        self.field.setAccessibleName(entry.hint)
        self.field.setText(entry.text if kind is None else props.typed)
        self.field.selectAll()
        # Where an answer wants the digits the field must not have the keyboard.
        if not props.answers and not self.field.hasFocus():
            self._focus_before = self._focus_before or QApplication.focusWidget()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_back(self) -> None:
        before, self._focus_before = self._focus_before, None
        if before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, groups: str, verdict: Notice | None) -> None:
        self._groups.setText(groups)
        self._groups.setVisible(bool(groups))
        self._verdict.setText(verdict.text if verdict is not None else "")
        tone = verdict.tone.value if verdict is not None else ""
        if self._verdict.property("tone") != tone:
            self._verdict.setProperty("tone", tone)
            restyle(self._verdict)

    def _submit(self) -> None:
        self.submitted.emit(self.field.text())

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.SNUG)
        # The field takes the room up to its greatest width; only then is there any left beside.
        row.addWidget(self.field, 1000)
        row.addWidget(self._separator)
        row.addWidget(self._take)
        row.addStretch(1)
        self._below = QWidget(self)
        line = QHBoxLayout(self._below)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.BASE)
        line.addWidget(self._groups)
        line.addWidget(self._verdict)
        line.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self._below)
        self.field.setMinimumHeight(TOUCH)

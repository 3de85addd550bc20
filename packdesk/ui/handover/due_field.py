"""One of the two large fields: it fills by scanning, and takes what is typed while it is due."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from packdesk.ui.handover.keeps_height import TallEnough
from packdesk.ui.handover.tracks_props import FieldProps, FieldState
from packdesk.ui.theme import restyle
from packdesk.ui.tokens import Space

HEAD = 40


class _Line(QLineEdit):
    """Nothing typed, nothing to undo here: the key is the section's then."""

    @override
    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
            and not (self.text() and not self.isReadOnly())
        ):
            event.ignore()
            return False
        return super().event(event)


class DueField(TallEnough):
    """Renders `FieldProps`; the card of what is due has a thick border and the word for it.

    Signals:
        entered: The text that was typed, at Enter.
    """

    entered = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("card", FieldState.EMPTY.value)
        self._caption = QLabel(self)
        self._caption.setProperty("role", "title")
        self._word = QLabel(self)
        self._word.setObjectName(f"{name}Word")
        self._word.setProperty("role", "chip")
        self._details = QLabel(self)
        self._details.setObjectName(f"{name}Details")
        self._details.setProperty("role", "quiet")
        self._details.setTextFormat(Qt.TextFormat.PlainText)
        self._details.setWordWrap(True)
        self.line = _Line(self)
        self.line.setObjectName(f"{name}Line")
        self.line.setProperty("tall", True)
        self.line.returnPressed.connect(self._enter)
        self._props: FieldProps | None = None
        head = QHBoxLayout()
        head.setSpacing(Space.SNUG)
        # The words beside the caption differ in height; the two fields must lie on one line.
        head.addStrut(HEAD)
        head.addWidget(self._caption)
        head.addWidget(self._word)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.BASE, Space.TIGHT, Space.BASE, Space.TIGHT)
        column.setSpacing(Space.HAIR)
        column.addLayout(head)
        column.addWidget(self.line)
        column.addWidget(self._details)
        column.addStretch(1)

    @property
    def is_due(self) -> bool:
        """Whether it waits for its number."""
        return self._props is not None and self._props.state is FieldState.DUE

    def show_field(self, props: FieldProps) -> None:
        """Show what stands in it; what is being typed is left alone while it stays due."""
        before, self._props = self._props, props
        is_due = props.state is FieldState.DUE
        self._caption.setText(props.caption)
        self._word.setText(props.word)
        self._word.setVisible(bool(props.word))
        self._word.setProperty("role", "due" if is_due else "chip")
        self._word.setProperty("tone", "" if is_due else "accepted")
        self._details.setText(props.details)
        self.line.setPlaceholderText(props.hint)
        self.line.setAccessibleName(f"{props.caption}: {props.text or props.word or props.hint}")
        self.line.setReadOnly(not is_due)
        self.line.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus if is_due else Qt.FocusPolicy.ClickFocus
        )
        if before is None or before.state is not props.state or not is_due:
            self.line.setText(props.text)
            self.line.setCursorPosition(0)
        self.setProperty("card", props.state.value)
        for widget in (self, self._word, self._caption):
            restyle(widget)

    def clear(self) -> bool:
        """Forget what is being typed; says whether there was anything."""
        had = self.is_due and bool(self.line.text())
        if had:
            self.line.clear()
        return had

    def _enter(self) -> None:
        if self.is_due and self.line.text().strip():
            text = self.line.text()
            self.line.clear()
            self.entered.emit(text)

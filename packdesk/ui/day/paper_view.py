"""What became of a PDF: a sentence, the file, and one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from packdesk.ui.day.shipments_props import PaperProps
from packdesk.ui.focus import leave
from packdesk.ui.theme import restyle
from packdesk.ui.tokens import Space


class PaperView(QWidget):
    """Renders `PaperProps`, or nothing; a button that goes away leaves the keyboard to ``home``.

    Signals:
        acted: The `DayAct` of its button.
    """

    acted = Signal(object)

    def __init__(self, name: str, home: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._home = home
        self._props: PaperProps | None = None
        self._told = QLabel(self)
        self._told.setObjectName(f"{name}Told")
        self._told.setProperty("role", "note")
        self._told.setProperty("roomy", True)
        self._file = QLabel(self)
        self._file.setObjectName(f"{name}File")
        self._file.setProperty("role", "quiet")
        self._file.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self._told, self._file):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._button = QPushButton(self)
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self._act)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        for widget in (self._told, self._file, self._button):
            column.addWidget(widget)

    @property
    def file(self) -> str:
        """The file that is told of; empty where there is none."""
        return self._props.file if self._props is not None else ""

    def show_paper(self, props: PaperProps | None) -> None:
        """Show this."""
        self._props = props
        button = props.button if props is not None else None
        if button is None or button.act.value != self._button.objectName():
            leave(self._button, self._home)
        self.setVisible(props is not None)
        if props is None:
            return
        self._told.setText(props.notice.text)
        self._told.setProperty("tone", props.notice.tone.value)
        restyle(self._told)
        # A long path has no spaces to break at.
        self._file.setText(props.file.replace("\\", "\\\u200b").replace("/", "/\u200b"))
        self._file.setVisible(bool(props.file))
        self._button.setVisible(button is not None)
        if button is not None:
            self._button.setText(button.text)
            self._button.setObjectName(button.act.value)

    def _act(self) -> None:
        if self._props is not None and self._props.button is not None:
            self.acted.emit(self._props.button.act)

"""The strip that says that the program made a mistake."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from packdesk.ui.tokens import Space
from packdesk.ui.window.viewmodel import WindowProps, WindowViewModel


class StripView(QFrame):
    """Shown only while there is something to say."""

    def __init__(self, viewmodel: WindowViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setProperty("card", "bar")
        self.setProperty("tone", "attention")
        self._text = QLabel(self)
        self._text.setObjectName("stripText")
        self._text.setProperty("role", "strong")
        self._text.setWordWrap(True)
        self._close = QPushButton(self)
        self._close.setObjectName("stripClose")
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(viewmodel.close_strip)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.WIDE, Space.HAIR, Space.WIDE, Space.HAIR)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._close)
        viewmodel.props_changed.connect(self._render)
        self._render(viewmodel.props)

    def _render(self, props: WindowProps) -> None:
        self.setVisible(props.strip is not None)
        self._text.setText(props.strip.text if props.strip is not None else "")
        self._close.setText(props.strip_close)

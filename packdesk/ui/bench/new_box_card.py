"""The card "new box"."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from packdesk.ui.bench.hint_label import HintLabel
from packdesk.ui.bench.props import NewBoxProps
from packdesk.ui.bench.viewmodel import BenchViewModel
from packdesk.ui.tokens import Space


class NewBoxCard(QFrame):
    """Opens a box by a tap or a drop; by key it is the button of the rail."""

    def __init__(self, viewmodel: BenchViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self.setObjectName("newBoxCard")
        self.setProperty("card", "dashed")
        self._key = QLabel(self)
        self._key.setProperty("role", "chip")
        self._text = QLabel(self)
        self._text.setProperty("role", "quiet")
        layout = QHBoxLayout(self)
        layout.setSpacing(Space.TIGHT)
        layout.addStretch()
        layout.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._text)
        layout.addStretch()
        self._hint = HintLabel(self)

    def render_props(self, props: NewBoxProps) -> None:
        self.setEnabled(props.is_enabled)
        self.setVisible(props.is_enabled)
        self._key.setText(props.key)
        self._text.setText(props.text)
        self.setAccessibleName(f"{props.text} ({props.key})")
        self._hint.show_hint(props.hint)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        here = self.rect().contains(event.position().toPoint())
        if here and event.button() == Qt.MouseButton.LeftButton:
            self._viewmodel.tap_new_box()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hint.settle()

"""The strip's widget."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from packdesk.ui.elided import ElidedLabel
from packdesk.ui.icons import picture
from packdesk.ui.scans.viewmodel import KEPT, ScanProps, ScansProps, ScansViewModel
from packdesk.ui.theme import SCANS_HEIGHT, Theme
from packdesk.ui.tokens import Space
from packdesk.ui.tones import TONE_SIGNS, tone_colour

ICON = 20


class _ScanChip(QWidget):
    """One answer: icon, time, text."""

    def __init__(self, theme: Theme, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = QLabel(self)
        self._icon.setFixedSize(ICON, ICON)
        self._time = QLabel(self)
        self._time.setProperty("role", "quiet")
        self._text = ElidedLabel(self)
        self._text.setObjectName(f"scan{number}")
        self._text.setProperty("role", "body")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.TIGHT)
        layout.addWidget(self._icon)
        layout.addWidget(self._time)
        layout.addWidget(self._text, 1)

    def show_scan(self, scan: ScanProps) -> None:
        colour = tone_colour(scan.tone, self._theme.tokens)
        self._icon.setPixmap(picture(TONE_SIGNS[scan.tone], colour, ICON, self.devicePixelRatioF()))
        self._time.setText(scan.time)
        self._text.say(scan.text)
        self.setAccessibleName(f"{scan.time} {scan.word} {scan.text}")


class ScansView(QFrame):
    """As many of the last answers as there is room for, newest first; the newest always."""

    def __init__(
        self, viewmodel: ScansViewModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self.setObjectName("scans")
        self.setProperty("card", "rail")
        self.setFixedHeight(SCANS_HEIGHT)
        self._chips = [_ScanChip(theme, number, self) for number in range(1, KEPT + 1)]
        self._count = 0
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.WIDE, 0, Space.WIDE, 0)
        layout.setSpacing(Space.WIDE)
        for chip in self._chips:
            layout.addWidget(chip)
        layout.addStretch(1)
        layout.setAlignment(Qt.AlignmentFlag.AlignLeft)
        viewmodel.props_changed.connect(self._render)
        theme.changed.connect(self._dress)
        self._render(viewmodel.props)

    def _dress(self) -> None:
        self._render(self._viewmodel.props)

    def _render(self, props: ScansProps) -> None:
        self._count = len(props)
        self.setProperty("told", self._viewmodel.told)
        for chip, scan in zip(self._chips, props, strict=False):
            chip.show_scan(scan)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 2 * Space.WIDE
        for number, chip in enumerate(self._chips):
            wanted = chip.sizeHint().width()
            fits = number < self._count and (number == 0 or wanted <= room)
            chip.setVisible(fits)
            room = room - wanted - Space.WIDE if fits else -1

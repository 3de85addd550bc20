"""The window: navigation, band, the screen, the last scans. No logic."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent, QMoveEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from packdesk.ui.band.view import BandView
from packdesk.ui.pages import PageName
from packdesk.ui.scans.view import ScansView
from packdesk.ui.theme import Density
from packdesk.ui.window.navigation import NavigationView
from packdesk.ui.window.strip import StripView
from packdesk.ui.window.viewmodel import WindowProps, WindowViewModel

SMALLEST = QSize(960, 520)
FIRST_SIZE = QSize(1366, 728)


class Dense(Protocol):
    """What has two sizes, for low and for high windows."""

    def set_density(self, density: Density) -> None:
        """Take the sizes for a window of this kind."""


@dataclass(frozen=True, slots=True)
class Page:
    """A screen and its name; ``dense`` is the widget itself, as what has two sizes."""

    name: PageName
    widget: QWidget
    dense: Dense


class BandRoom(QWidget):
    """The place of the band in the window: what is below stays where it is when it grows."""

    def __init__(self, band: BandView, body: QWidget) -> None:
        super().__init__(body)
        self._band = band
        band.setParent(body)
        band.room_changed.connect(self.setFixedHeight)
        self.setFixedHeight(band.room)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._band.resize(self.width(), self._band.height())

    @override
    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._band.move(self.pos())


class MainWindow(QMainWindow):
    """Stacks the pages between the band and the last scans."""

    def __init__(
        self,
        viewmodel: WindowViewModel,
        navigation: NavigationView,
        band: BandView,
        pages: tuple[Page, ...],
        scans: ScansView,
    ) -> None:
        super().__init__()
        self._viewmodel = viewmodel
        self.setObjectName("mainWindow")
        self.setWindowTitle("PackDesk")
        self.setMinimumSize(SMALLEST)
        self.resize(FIRST_SIZE)
        self._pages = {page.name: page.widget for page in pages}
        self._dense: tuple[Dense, ...] = (navigation, band, *(page.dense for page in pages))
        self._density: Density | None = None
        self._stack = QStackedWidget(self)
        for page in pages:
            self._stack.addWidget(page.widget)
        body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(navigation)
        layout.addWidget(StripView(viewmodel, body))
        self._room = BandRoom(band, body)
        layout.addWidget(self._room)
        layout.addWidget(self._stack, 1)
        layout.addWidget(scans)
        band.raise_()
        self.setCentralWidget(body)
        viewmodel.props_changed.connect(self._render)
        navigation.went.connect(self._give_keyboard)
        self._render(viewmodel.props)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._give_keyboard()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._viewmodel.ask_to_close():
            super().closeEvent(event)
        else:
            event.ignore()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        density = Density.of(event.size().height())
        if density is not self._density:
            self._density = density
            for part in self._dense:
                part.set_density(density)

    def _render(self, props: WindowProps) -> None:
        widget = self._pages[props.page]
        if self._stack.currentWidget() is not widget:
            self._stack.setCurrentWidget(widget)
            widget.setFocus()

    def _give_keyboard(self) -> None:
        """The keyboard is the shown page's, unless something of the page has it already."""
        page = self._pages[self._viewmodel.props.page]
        holder: QWidget | None = self.focusWidget()
        if holder is None or not page.isAncestorOf(holder) or not holder.isVisible():
            page.setFocus()

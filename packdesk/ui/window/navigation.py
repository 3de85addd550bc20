"""The bar at the top: the screens with their keys, the states, the packer."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from packdesk.ui.elided import ElidedLabel
from packdesk.ui.icons import Sign, icon, picture
from packdesk.ui.pages import Device, PageName
from packdesk.ui.theme import Density, Theme, restyle
from packdesk.ui.tokens import Space
from packdesk.ui.window.device_view import DeviceView
from packdesk.ui.window.viewmodel import NavProps, WindowProps, WindowViewModel
from packdesk.ui.words.notice import Tone

ICON = 22


class NavigationView(QFrame):
    """Renders the frame's props; the pages given are those that are built.

    In a narrow window the states lose their names first, then the screens their pictures; the
    packer's name is cut last. Nothing here takes the keyboard: each screen has a key of its own.

    Signals:
        went: A screen was gone to, which may be the one that is shown already.
    """

    went = Signal()

    def __init__(
        self, viewmodel: WindowViewModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._theme = theme
        self._shows_pictures = True
        self.setObjectName("navigation")
        self.setProperty("card", "bar")
        self._buttons = {nav.page: self._make_button(nav.page) for nav in viewmodel.props.pages}
        self._devices = {device: DeviceView(device, theme, self) for device in Device}
        self._packer_icon = QLabel(self)
        self._packer = ElidedLabel(self)
        self._packer.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._packer.setObjectName("packer")
        self._packer.setProperty("role", "strong")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(Space.TIGHT, 0, Space.WIDE, 0)
        self._row.setSpacing(Space.HAIR)
        for button in self._buttons.values():
            self._row.addWidget(button)
        self._row.addStretch(1)
        for view in self._devices.values():
            self._row.addWidget(view)
            self._row.addSpacing(Space.SNUG)
        self._row.addWidget(self._packer_icon)
        self._row.addWidget(self._packer)
        viewmodel.props_changed.connect(self._render)
        theme.changed.connect(self._dress)
        self._dress()

    def set_density(self, density: Density) -> None:
        self.setFixedHeight(density.navigation)
        for button in self._buttons.values():
            button.setFixedHeight(density.navigation - 1)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        for names, pictures in ((True, True), (False, True), (False, False)):
            for view in self._devices.values():
                view.show_name(is_shown=names)
            self._shows_pictures = pictures
            for nav in self._viewmodel.props.pages:
                self._render_picture(nav)
            for view in self._devices.values():
                view.settle()
            self._row.invalidate()
            if self._row.sizeHint().width() <= self.width():
                return

    def _make_button(self, page: PageName) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"nav{page.name.capitalize()}")
        button.setProperty("kind", "nav")
        button.setCheckable(True)
        button.setIconSize(QSize(ICON, ICON))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._go(page))
        key = QShortcut(QKeySequence(page.key), self)
        key.activated.connect(lambda: self._go(page))
        return button

    def _go(self, page: PageName) -> None:
        self._viewmodel.show_page(page)
        # A click has switched the button off where its screen was shown already.
        self._render(self._viewmodel.props)
        self.went.emit()

    def _dress(self) -> None:
        tokens = self._theme.tokens
        ratio = self.devicePixelRatioF()
        self._packer_icon.setPixmap(picture(Sign.PACKER, tokens.quiet, ICON, ratio))
        self._render(self._viewmodel.props)

    def _render(self, props: WindowProps) -> None:
        for nav in props.pages:
            button = self._buttons[nav.page]
            count = f" · {nav.needing}" if nav.needing else ""
            button.setText(f" {nav.label}  {nav.key}{count}")
            button.setToolTip(nav.detail)
            tone = Tone.ATTENTION.value if nav.needing else ""
            if (button.property("tone") or "") != tone:
                button.setProperty("tone", tone)
                restyle(button)
            button.setChecked(nav.is_current)
        for device in props.devices:
            self._devices[device.device].show_device(device)
        self._packer.say(props.packer)
        self._packer.setVisible(bool(props.packer))
        self._packer_icon.setVisible(bool(props.packer))
        self._make_room()

    def _render_picture(self, nav: NavProps) -> None:
        tokens = self._theme.tokens
        colour = tokens.accent if nav.is_current else tokens.text
        sign = icon(nav.page.sign, colour) if self._shows_pictures else QIcon()
        self._buttons[nav.page].setIcon(sign)

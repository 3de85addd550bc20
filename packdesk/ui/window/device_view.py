"""One state in the navigation: what it is of, and how it is, told by the form of a mark."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from packdesk.ui.icons import Sign, picture
from packdesk.ui.pages import Device, DeviceState
from packdesk.ui.theme import Theme
from packdesk.ui.tokens import Space
from packdesk.ui.window.viewmodel import DeviceProps

ICON = 22
MARK = 18
_SIGNS = {
    Device.MARKET: Sign.MARKET,
    Device.SCANNER: Sign.SCANNER,
    Device.PRINTER: Sign.PRINTER,
}
_MARKS = {
    DeviceState.READY: Sign.ACCEPTED,
    DeviceState.WAITING: Sign.WAITING,
    DeviceState.TROUBLE: Sign.ATTENTION,
}


class DeviceView(QWidget):
    """The device's picture, its name, and a mark that tells the state by its form."""

    def __init__(self, device: Device, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName(f"state{device.name.capitalize()}")
        self._sign = QLabel(self)
        self._name = QLabel(self)
        self._mark = QLabel(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.HAIR)
        for label in (self._sign, self._name, self._mark):
            self._row.addWidget(label)

    def show_name(self, *, is_shown: bool) -> None:
        """The name may be left out where there is no room; the tooltip keeps it."""
        self._name.setVisible(is_shown)

    def settle(self) -> None:
        """Let the size hint be that of what is shown now, not of what was."""
        self._row.activate()
        self.updateGeometry()

    def show_device(self, props: DeviceProps) -> None:
        """Show a state."""
        tokens = self._theme.tokens
        ratio = self.devicePixelRatioF()
        colour = {
            DeviceState.READY: tokens.accepted,
            DeviceState.WAITING: tokens.quiet,
            DeviceState.TROUBLE: tokens.attention,
        }[props.state]
        self._sign.setPixmap(picture(_SIGNS[props.device], tokens.text, ICON, ratio))
        self._mark.setPixmap(picture(_MARKS[props.state], colour, MARK, ratio))
        self._name.setText(props.label)
        self.setToolTip(props.detail)
        self.setAccessibleName(props.detail)

"""A window behind a wedge, as a program of its own: tells what it got as JSON lines."""

import json
import sys
from dataclasses import asdict

from PySide6.QtCore import QObject, QSocketNotifier, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from packdesk.scanners.profile import ScannerProfile, SeparatorKey, Suffix
from packdesk.scanners.scan_text import ScanNoise, ScanText
from packdesk.scanners.wedge import KeyboardWedge


class Window(QWidget):
    """A line edit, a button and a shortcut, each of which tells when a key reached it."""

    def __init__(self) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.textChanged.connect(lambda text: tell("text", text))
        self.edit.returnPressed.connect(lambda: tell("returned"))
        self.button = QPushButton("press")
        self.button.setDefault(True)
        self.button.clicked.connect(lambda: tell("clicked"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.edit)
        layout.addWidget(self.button)
        for keys in ("F9", "F8", "Escape", "Ctrl+]", "7"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda keys=keys: tell("shortcut", keys))

    def obey(self, order: dict[str, str]) -> None:
        """Empties the edit and moves the focus, if that is the order; then tells how it stands."""
        widgets = {"edit": self.edit, "button": self.button}
        if "focus" in order:
            self.edit.blockSignals(True)
            self.edit.clear()
            self.edit.blockSignals(False)
            widgets[order["focus"]].setFocus()
        focus = [name for name, widget in widgets.items() if widget.hasFocus()]
        tell("stands", {"text": self.edit.text(), "focus": focus})


def tell(kind: str, value: object = None) -> None:
    sys.stdout.write(json.dumps({"kind": kind, "value": value}) + "\n")
    sys.stdout.flush()


def tell_scan(scan: ScanText | ScanNoise) -> None:
    values = {key: getattr(value, "name", value) for key, value in asdict(scan).items()}
    tell(type(scan).__name__, values)


def main() -> None:
    application = QApplication(sys.argv)
    settings = json.loads(sys.argv[1])
    wedge = KeyboardWedge(
        ScannerProfile(
            gap_ms=settings.get("gap_ms", 35),
            idle_ms=settings.get("idle_ms", 60),
            suffix=Suffix[settings.get("suffix", "ENTER_OR_TAB")],
            separator_key=SeparatorKey[settings.get("separator_key", "USUAL")],
        )
    )
    wedge.scanned.connect(tell_scan)
    wedge.refused.connect(tell_scan)
    wedge.set_active(True)
    window = Window()
    orders = QSocketNotifier(0, QSocketNotifier.Type.Read)

    def read_order() -> None:
        line = sys.stdin.readline()
        if line:
            window.obey(json.loads(line))
        else:
            application.quit()

    orders.activated.connect(read_order)
    window.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
    window.show()
    # No window manager gives the focus here.
    window.activateWindow()
    watcher = FirstFocus(window)
    application.focusWindowChanged.connect(watcher.look)
    watcher.look()
    application.exec()


class FirstFocus(QObject):
    """Tells once that keys will arrive."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self._told = False

    def look(self) -> None:
        if not self._told and self._window.isActiveWindow():
            self._told = True
            tell("ready")


if __name__ == "__main__":
    main()

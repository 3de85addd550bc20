"""A window with fields, and fingers on its keys, for the wedge."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from packdesk.scanners.scan_text import GS, ScanText
from packdesk.scanners.wedge import KeyboardWedge
from tests.ui.x_server import ENTER, PLACES

PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
NONE = Qt.KeyboardModifier.NoModifier
RUSSIAN = dict(
    zip(
        "qwertyuiop[]asdfghjkl;'zxcvbnm,./",
        "йцукенгшщзхъфывапролджэячсмитьбю.",
        strict=True,
    )
)


class Desk(QWidget):
    """A field, a button and shortcuts, with a list of what reached them."""

    def __init__(self) -> None:
        super().__init__()
        self.reached: list[str] = []
        self.edit = QLineEdit()
        self.edit.returnPressed.connect(lambda: self.reached.append("returned"))
        self.button = QPushButton("press")
        self.button.setDefault(True)
        self.button.pressed.connect(lambda: self.reached.append("pressed"))
        self.button.clicked.connect(lambda: self.reached.append("clicked"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.edit)
        layout.addWidget(self.button)
        for keys in ("F9", "F8", "F12", "Ctrl+]", "N"):
            QShortcut(QKeySequence(keys), self).activated.connect(
                lambda keys=keys: self.reached.append(keys)
            )


class Keyboard:
    """Sends keys to a window with scan codes as X11 gives them, and with times of its own."""

    def __init__(self, window: QWindow) -> None:
        self.window = window
        self.now_ms = 10_000

    def send(
        self,
        kind: QEvent.Type,
        code: int,
        text: str,
        key: int = 0,
        modifiers: Qt.KeyboardModifier = NONE,
        *,
        native_modifiers: int = 0,
        auto_repeat: bool = False,
    ) -> None:
        event = QKeyEvent(kind, key, modifiers, code, 0, native_modifiers, text, auto_repeat)
        event.setTimestamp(self.now_ms)
        QCoreApplication.sendEvent(self.window, event)

    def stroke(
        self, code: int, text: str, key: int = 0, modifiers: Qt.KeyboardModifier = NONE
    ) -> None:
        self.send(PRESS, code, text, key, modifiers)
        self.send(RELEASE, code, text, key, modifiers)

    def is_taken_from_shortcuts(
        self, code: int, key: int, modifiers: Qt.KeyboardModifier, text: str, *, again: bool = False
    ) -> bool:
        """Asks as the system does before a shortcut may act; a taken key acts as no shortcut."""
        event = QKeyEvent(
            QEvent.Type.ShortcutOverride, key, modifiers, code, 0, 0, text, autorep=again
        )
        event.setTimestamp(self.now_ms)
        event.ignore()
        QCoreApplication.sendEvent(self.window, event)
        return event.isAccepted()

    def type(self, text: str, gap_ms: int = 2, *, russian: bool = False, caps: bool = False):
        for char in text:
            self.now_ms += gap_ms
            if char == GS:
                code, held, shown = PLACES["]"][0], Qt.KeyboardModifier.ControlModifier, "ъ"
            else:
                code, shifted = PLACES[char]
                held = Qt.KeyboardModifier.ShiftModifier if shifted else NONE
                shown = RUSSIAN.get(char.lower(), char) if russian else char
            key = ord(shown[0].upper())
            native = 2 if caps else 0
            self.send(PRESS, code, shown, key, held, native_modifiers=native)
            self.send(RELEASE, code, shown, key, held, native_modifiers=native)

    def enter(self, gap_ms: int = 2) -> None:
        self.now_ms += gap_ms
        self.stroke(ENTER, "\r", Qt.Key.Key_Return)


class Ears:
    """What the wedge told."""

    def __init__(self, wedge: KeyboardWedge) -> None:
        self.scans: list[object] = []
        wedge.scanned.connect(self.scans.append)
        wedge.refused.connect(self.scans.append)

    def texts(self) -> list[str]:
        return [scan.text for scan in self.scans if isinstance(scan, ScanText)]

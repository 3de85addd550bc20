"""The step "scan the card": lets slow scanners through, watches the keys, reads the scan."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from typing_extensions import override

from packdesk.scanners.card_reading import read_card
from packdesk.scanners.chosen_profile import chosen_profile
from packdesk.scanners.key_trace import KeyTrace
from packdesk.scanners.profile import ScannerProfile, Suffix
from packdesk.scanners.scan_text import ScanSource, ScanText
from packdesk.settings import Settings
from packdesk.station.card_verdict import CardVerdict, EndingForm, SeparatorForm, Typed

PATIENT_GAP_MS: Final = 120
PATIENT_IDLE_MS: Final = 250
PAUSE_MS: Final = 400
"""After such a silence another burst begins."""

_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    }
)
_KEYS = {
    Qt.Key.Key_F8: SeparatorForm.F8,
    Qt.Key.Key_F12: SeparatorForm.F12,
    Qt.Key.Key_Down: SeparatorForm.CURSOR_DOWN,
}
_ENDINGS = {
    Qt.Key.Key_Return: EndingForm.ENTER,
    Qt.Key.Key_Enter: EndingForm.ENTER,
    Qt.Key.Key_Tab: EndingForm.TAB,
}
_GS = "\x1d"


class KeyWatch(QObject):
    """Looks at the key presses of the application without taking any. GUI thread.

    It must be started after the wedge: what was installed last sees the keys first.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clear()

    def _clear(self) -> None:
        self._separators: set[SeparatorForm] = set()
        self._ending = EndingForm.NOTHING
        self._typed = Typed.LATIN
        self._last_ms: int | None = None
        self._longest_gap_ms = 0

    def start(self) -> None:
        """Begin to look."""
        self._clear()
        application = QCoreApplication.instance()
        if application is None:
            raise RuntimeError("the watch needs the application")
        application.installEventFilter(self)

    def stop(self) -> KeyTrace | None:
        """Look no more; the keys of the last burst, or None where there was none."""
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        if self._last_ms is None:
            return None
        return KeyTrace(
            frozenset(self._separators), self._ending, self._typed, self._longest_gap_ms
        )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QWindow)
            and not event.isAutoRepeat()
        ):
            self._see(event)
        return False

    def _see(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        now_ms = event.timestamp()
        if self._last_ms is not None:
            gap_ms = max(0, now_ms - self._last_ms)
            if gap_ms > PAUSE_MS:
                self._clear()
            else:
                self._longest_gap_ms = max(self._longest_gap_ms, gap_ms)
        self._last_ms = now_ms
        if key in _MODIFIERS:
            return
        self._ending = _ENDINGS.get(key, EndingForm.NOTHING)
        form = _form_of(key, event)
        if form is not None:
            self._separators.add(form)
        # The letters tell the layout; what comes with Ctrl is told differently by every system.
        elif any("\u0400" <= char <= "\u04ff" for char in event.text()):
            self._typed = Typed.RUSSIAN


def _form_of(key: Qt.Key, event: QKeyEvent) -> SeparatorForm | None:
    held = event.modifiers()
    if key in _KEYS:
        return _KEYS[key]
    if Qt.KeyboardModifier.AltModifier in held:
        return SeparatorForm.ALT_CODE
    if Qt.KeyboardModifier.ControlModifier in held:
        return SeparatorForm.CONTROL_KEY
    return SeparatorForm.CHARACTER if event.text() == _GS else None


class CardReader:
    """Reads one scan of the card at a time. GUI thread.

    Args:
        expected: The text of the card.
        use_profile: Sets the profile of the scanner.
    """

    def __init__(self, expected: str, use_profile: Callable[[ScannerProfile], None]) -> None:
        self._expected = expected
        self._use_profile = use_profile
        self._watch = KeyWatch()

    def begin(self, settings: Settings) -> None:
        """The next scan is to be the card's, however slow it comes."""
        patient = replace(
            chosen_profile(settings),
            gap_ms=PATIENT_GAP_MS,
            idle_ms=PATIENT_IDLE_MS,
            suffix=Suffix.ENTER_OR_TAB,
        )
        self._use_profile(patient)
        self._watch.start()

    def read(self, text: str, *, caps_lock: bool) -> CardVerdict:
        """What a scan tells; the keys are watched no longer."""
        scan = ScanText(text, caps_lock, ScanSource.KEYBOARD)
        return read_card(scan, self._expected, self._watch.stop())

    def end(self, settings: Settings) -> None:
        """The step is over: the profile is the chosen one again."""
        self._watch.stop()
        self._use_profile(chosen_profile(settings))

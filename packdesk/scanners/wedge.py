"""Takes keyboard-wedge scans out of the application's key events, before any widget sees them."""

from collections import deque
from dataclasses import dataclass
from typing import assert_never

import shiboken6
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodQueryEvent, QKeyEvent, QWindow
from typing_extensions import override

from packdesk.scanners import key_layout
from packdesk.scanners.caps_lock import CapsLock, system_caps_lock
from packdesk.scanners.frames import Frame, KeyFrames, Stroke, Typing, Verdict
from packdesk.scanners.key_layout import Held, Numbering, Plain
from packdesk.scanners.profile import ScannerProfile
from packdesk.scanners.scan_text import ScanNoise, ScanText

_KEY_EVENTS = frozenset(
    {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease}
)
_SETTLE_MS = 10
_NUMBERINGS = {"windows": Numbering.WINDOWS, "cocoa": Numbering.NONE}
# Synthetic events carry no scan code, but Qt's own name of the key.
_CODES_BY_NAME = {
    Qt.Key.Key_Return: key_layout.ENTER,
    Qt.Key.Key_Enter: key_layout.ENTER,
    Qt.Key.Key_Tab: key_layout.TAB,
    Qt.Key.Key_F8: key_layout.F8,
    Qt.Key.Key_F12: key_layout.F12,
    Qt.Key.Key_Down: key_layout.CURSOR_DOWN,
    Qt.Key.Key_Alt: key_layout.ALT,
    Qt.Key.Key_Shift: key_layout.SHIFT,
    Qt.Key.Key_Control: key_layout.CTRL,
    Qt.Key.Key_Meta: key_layout.META,
    Qt.Key.Key_AltGr: key_layout.ALT_GR,
    Qt.Key.Key_CapsLock: key_layout.CAPS_LOCK,
    Qt.Key.Key_NumLock: key_layout.NUM_LOCK,
}
_HELD = {
    Qt.KeyboardModifier.ShiftModifier: Held.SHIFT,
    Qt.KeyboardModifier.ControlModifier: Held.CTRL,
    Qt.KeyboardModifier.AltModifier: Held.ALT,
    Qt.KeyboardModifier.MetaModifier: Held.LEVEL,
    Qt.KeyboardModifier.GroupSwitchModifier: Held.LEVEL,
}


def platform_numbering() -> Numbering:
    """The scan-code numbering of the running Qt platform."""
    return _NUMBERINGS.get(QGuiApplication.platformName(), Numbering.X11)


@dataclass(frozen=True, slots=True)
class _KeptEvent:
    window: QWindow
    event: QKeyEvent


class KeyboardWedge(QObject):
    """An event filter on the whole application; GUI thread only.

    A key that may belong to a scan is kept until the burst is told apart, some 10 ms longer than
    the profile's `gap_ms` at most, or than `BARE_GAP_MS` where the focus takes no text. Typing is
    then sent again to its window, where it acts as if it came now, shortcuts included; a scan goes
    nowhere but to `scanned`. Modifier keys alone are never kept.

    Signals:
        scanned: A `ScanText`.
        refused: A `ScanNoise`: something was scanned that is no text.
    """

    scanned = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        profile: ScannerProfile,
        *,
        numbering: Numbering | None = None,
        caps_lock: CapsLock | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._profile = profile
        self._numbering = numbering or platform_numbering()
        self._caps_lock = caps_lock or system_caps_lock()
        self._frames = KeyFrames(profile)
        self._kept: list[_KeptEvent] = []
        self._to_replay: deque[_KeptEvent] = deque()
        self._replayed: QKeyEvent | None = None
        self._swallowed: set[int] = set()
        self._is_active = False
        self._since_stroke = QElapsedTimer()
        self._since_stroke.start()
        self._idle = _one_shot(self)
        self._idle.timeout.connect(self._let_waiting_keys_in)
        self._settled = _one_shot(self)
        self._settled.timeout.connect(self._close_idle)

    @property
    def is_active(self) -> bool:
        """Keys are being looked at."""
        return self._is_active

    def set_active(self, active: bool) -> None:
        """Starts or stops looking at keys; on stopping, what was kept is settled at once."""
        if active == self._is_active:
            return
        application = QCoreApplication.instance()
        if application is None:
            raise RuntimeError("the wedge needs the application")
        self._is_active = active
        if active:
            application.installEventFilter(self)
            return
        application.removeEventFilter(self)
        self._finish(self._frames.flush())
        self._swallowed.clear()

    def set_profile(self, profile: ScannerProfile) -> None:
        """Goes on with another scanner; what was kept is settled by the old profile."""
        frame = self._frames.flush()
        self._profile = profile
        self._frames = KeyFrames(profile)
        self._finish(frame)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees each key event once, at the window; widgets get it again later, or not at all."""
        if event.type() not in _KEY_EVENTS or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QWindow) or event is self._replayed:
            return False
        try:
            match event.type():
                case QEvent.Type.ShortcutOverride:
                    return self._override_shortcut(event)
                case QEvent.Type.KeyPress:
                    return self._press(watched, event)
                case _:
                    return self._release(watched, event)
        except BaseException:
            # The crash screen's own keys would come here again.
            self._switch_off()
            raise

    def _switch_off(self) -> None:
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self._is_active = False
        self._idle.stop()
        self._settled.stop()

    def _override_shortcut(self, event: QKeyEvent) -> bool:
        if self._is_held_since_a_scan(event):
            event.accept()
            return True
        fed = self._frames.make_way(self._stroke(event))
        self._finish(fed.frame)
        if fed.verdict is Verdict.PASS:
            return False
        event.accept()
        return True

    def _press(self, window: QWindow, event: QKeyEvent) -> bool:
        if self._is_held_since_a_scan(event):
            return True
        key = _key_id(event)
        fed = self._frames.feed(self._stroke(event))
        self._since_stroke.restart()
        self._settle(fed.frame)
        self._swallowed.discard(key)
        if fed.verdict is Verdict.KEEP:
            if self._frames.limit_ms is None or self._frames.is_scan:
                self._swallow_kept()
                self._swallowed.add(key)
            else:
                self._kept.append(_KeptEvent(window, _copy(event)))
        self._tell(fed.frame)
        return fed.verdict is Verdict.KEEP

    def _release(self, window: QWindow, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Alt and not event.isAutoRepeat():
            fed = self._frames.feed(Stroke(Plain.ALT_RELEASED, self._at_ms(event)))
            self._since_stroke.restart()
            self._finish(fed.frame)
            return False
        key = _key_id(event)
        if key in self._swallowed:
            if not event.isAutoRepeat():
                self._swallowed.discard(key)
            return True
        if any(_key_id(kept.event) == key for kept in self._kept):
            self._kept.append(_KeptEvent(window, _copy(event)))
            return True
        return False

    def _is_held_since_a_scan(self, event: QKeyEvent) -> bool:
        """In an open burst a repeat may be a quick scanner's next press: the frames can tell."""
        is_over = self._frames.limit_ms is None
        return is_over and event.isAutoRepeat() and _key_id(event) in self._swallowed

    def _stroke(self, event: QKeyEvent) -> Stroke:
        code = key_layout.set1_code(event.nativeScanCode(), self._numbering)
        code = code or _CODES_BY_NAME.get(Qt.Key(event.key()), 0)
        held = Held.NOTHING
        for modifier, meaning in _HELD.items():
            if modifier in event.modifiers():
                held |= meaning
        return Stroke(
            key_layout.read_key(code, event.text(), held, self._profile.separator_key),
            self._at_ms(event),
            event.isAutoRepeat(),
            self._caps_lock(event.nativeModifiers()),
            is_bare=not _takes_text(QGuiApplication.focusObject()),
        )

    def _at_ms(self, event: QKeyEvent) -> int:
        # Synthetic events may carry no time at all.
        return event.timestamp() or self._now_ms()

    def _now_ms(self) -> int:
        """Now, on the clock of the key events."""
        return self._frames.last_ms + self._since_stroke.elapsed()

    def _let_waiting_keys_in(self) -> None:
        # On a stalled machine the next keys of a scan are still on their way, and the timer
        # overtakes them: they get some turns of the event loop before the silence is believed.
        self._settled.start(_SETTLE_MS)

    def _close_idle(self) -> None:
        self._finish(self._frames.close_idle(self._now_ms()))

    def _finish(self, frame: Frame | None) -> None:
        self._settle(frame)
        self._tell(frame)

    def _settle(self, frame: Frame | None) -> None:
        """Moves what was kept for the burst that is over."""
        match frame:
            case None:
                return
            case Typing():
                self._to_replay.extend(self._kept)
                self._kept.clear()
            case ScanText() | ScanNoise():
                self._swallow_kept()
            case _:
                assert_never(frame)

    def _swallow_kept(self) -> None:
        """Keys whose press is a scan's must not be seen released or repeated either."""
        for kept in self._kept:
            if kept.event.type() == QEvent.Type.KeyPress:
                self._swallowed.add(_key_id(kept.event))
            else:
                self._swallowed.discard(_key_id(kept.event))
        self._kept.clear()

    def _tell(self, frame: Frame | None) -> None:
        """Comes last: a slot or a replayed key may run an event loop, and keys come in there."""
        limit = self._frames.limit_ms
        self._settled.stop()
        if limit is None:
            self._idle.stop()
        else:
            self._idle.start(limit + 1)
        self._replay()
        if isinstance(frame, ScanText):
            self.scanned.emit(frame)
        elif isinstance(frame, ScanNoise):
            self.refused.emit(frame)

    def _replay(self) -> None:
        while self._to_replay:
            kept = self._to_replay.popleft()
            window: QWindow | None = kept.window
            if not shiboken6.isValid(kept.window):
                window = QGuiApplication.focusWindow()
            if window is None:
                continue
            outer, self._replayed = self._replayed, kept.event
            try:
                QCoreApplication.sendEvent(window, kept.event)
            finally:
                self._replayed = outer


def _takes_text(focused: QObject | None) -> bool:
    """Asks as an input method does: whether there is a cursor, and what is typed is written."""
    if focused is None:
        return False
    cursor, read_only = Qt.InputMethodQuery.ImCursorPosition, Qt.InputMethodQuery.ImReadOnly
    query = QInputMethodQueryEvent(cursor | read_only)
    QCoreApplication.sendEvent(focused, query)
    return query.value(cursor) is not None and not query.value(read_only)


def _one_shot(parent: QObject) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    return timer


def _copy(event: QKeyEvent) -> QKeyEvent:
    # WORKAROUND: QKeyEvent.clone() of PySide6 6.11 is never freed.
    copy = QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
    copy.setTimestamp(event.timestamp())
    return copy


def _key_id(event: QKeyEvent) -> int:
    """Tells the physical key; synthetic events have only Qt's name of it."""
    return event.nativeScanCode() or -event.key()

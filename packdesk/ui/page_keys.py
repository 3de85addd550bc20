"""Keys of a page: they act while it is shown, wherever its focus is and whatever the layout."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from packdesk.ui.key_repeats import key_repeats

ESCAPE = "Esc"


def on_key(page: QWidget, key: str, act: Callable[[], object]) -> QShortcut:
    """``key`` (as it is shown, "Ctrl+O") acts once a press, however long it is held.

    Of two that are enabled for one key in the same window neither acts: what shares its key with
    the band's questions gives way to them.
    """
    repeats = key_repeats()

    def press() -> None:
        if not repeats.is_repeat:
            act()

    return on_held_key(page, key, press)


def on_held_key(page: QWidget, key: str, reach: Callable[[], object]) -> QShortcut:
    """``key`` is for a button that is held: it tells itself whether the key was let go."""
    shortcut = QShortcut(QKeySequence(key), page)
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(reach)
    return shortcut


def on_arrows(page: QWidget, step: Callable[[int], object]) -> None:
    """Up and Down choose: ``step`` gets -1 or 1. A button with the focus would take them else."""
    for key, by in (("Up", -1), ("Down", 1)):
        shortcut = QShortcut(QKeySequence(key), page)
        shortcut.activated.connect(partial(step, by))

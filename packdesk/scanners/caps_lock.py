"""Whether Caps Lock is on: told by each key event on X11, asked of the system on Windows."""

import sys
from collections.abc import Callable
from typing import TypeAlias

CapsLock: TypeAlias = Callable[[int], bool]
"""Takes the native modifiers of a key event."""

_X11_LOCK_MASK = 2
_VK_CAPITAL = 0x14
_TOGGLED = 1


def x11_caps_lock(native_modifiers: int) -> bool:
    """Reads the X11 lock modifier."""
    return bool(native_modifiers & _X11_LOCK_MASK)


def windows_caps_lock(get_key_state: Callable[[int], int]) -> CapsLock:
    """Asks Windows for the toggle state of the key (`GetKeyState`, its lowest bit)."""

    def caps_lock(native_modifiers: int) -> bool:
        del native_modifiers
        return bool(get_key_state(_VK_CAPITAL) & _TOGGLED)

    return caps_lock


def system_caps_lock() -> CapsLock:
    """The way of this system; GUI thread, where Windows keeps the state of its queue."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only Windows has what is asked of it

        return windows_caps_lock(ctypes.windll.user32.GetKeyState)
    return x11_caps_lock

"""Before Qt starts: whether this machine can show a window, said in a sentence if not.

Qt aborts the process where a system library or the screen is missing; Linux only, since the
Windows wheel carries all it needs.
"""

import ctypes
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from typing_extensions import override

APT_LINE = (
    "apt-get install libgl1 libegl1 libglib2.0-0 libxkbcommon0 libfontconfig1 libdbus-1-3 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0"
)
FONTS_LINE = "apt-get install fonts-dejavu-core"


class Screen(Enum):
    """Where the window is to appear."""

    REAL = "real"
    OFFSCREEN = "offscreen"


@dataclass(frozen=True, slots=True)
class CannotShow:
    """Why no window can be shown, in Russian and English: no translation can be loaded yet."""

    russian: str
    english: str

    @override
    def __str__(self) -> str:
        return f"{self.russian}\n{self.english}"


def no_screen() -> CannotShow:
    """Neither X nor Wayland is there."""
    return CannotShow(
        "Здесь нет экрана, окно показать негде. Показ без экрана: packdesk demo --tour",
        "There is no screen to show a window on. Without one, run: packdesk demo --tour",
    )


def missing_library(detail: str) -> CannotShow:
    """Qt cannot be loaded."""
    return CannotShow(
        f"Окно не открыть: в системе не хватает библиотек ({detail}). Поставьте их: {APT_LINE}",
        f"The window cannot open: system libraries are missing ({detail}). Install: {APT_LINE}",
    )


def no_fonts() -> CannotShow:
    """No font at all is installed: every letter would be a box."""
    return CannotShow(
        f"В системе нет ни одного шрифта. Поставьте: {FONTS_LINE}",
        f"The system has no font at all. Install: {FONTS_LINE}",
    )


def has_screen(env: Mapping[str, str], platform: str) -> bool:
    """Whether the environment names a screen, or Qt has been told where to draw."""
    if platform != "linux":
        return True
    return any(env.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"))


def check(
    screen: Screen, platform: str = sys.platform, load: Callable[[str], object] = ctypes.CDLL
) -> CannotShow | None:
    """What keeps Qt from starting; None where nothing is known to."""
    if platform != "linux":
        return None
    try:
        import PySide6.QtWidgets  # noqa: PLC0415 - the import is the test
    except ImportError as error:
        return missing_library(str(error))
    if screen is Screen.REAL and os.environ.get("QT_QPA_PLATFORM", "xcb") == "xcb":
        plugin = Path(PySide6.QtWidgets.__file__).parent / "Qt/plugins/platforms/libqxcb.so"
        try:
            load(str(plugin))
        except OSError as error:
            return missing_library(str(error))
        if os.environ.get("DISPLAY") and not _x_answers(load):
            return no_screen()
    return None


def _x_answers(load: Callable[[str], object]) -> bool:
    """Whether the X server takes connections; Qt aborts where it does not."""
    try:
        xcb = load("libxcb.so.1")
    except OSError:
        return True
    assert isinstance(xcb, ctypes.CDLL)  # noqa: S101 - what load gives for a library
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)

"""The one door to the icons: Phosphor, through QtAwesome.

Only that one family is loaded; the library's own door would load them all.
"""

from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPixmap
from qtawesome import IconicFont


class Sign(Enum):
    """The pictures the program uses, by what they mean."""

    ACCEPTED = "ph.check-circle-fill"
    ATTENTION = "ph.warning-fill"
    REFUSED = "ph.x-circle-fill"
    COMPLETE = "ph.circle-wavy-check-fill"
    CALM = "ph.hand-pointing"
    QUESTION = "ph.question-fill"
    DONE = "ph.check-bold"
    QUEUE = "ph.list-bullets"
    BENCH = "ph.package"
    HANDOVER = "ph.truck"
    SENT = "ph.paper-plane-tilt"
    SETUP = "ph.gear"
    MARKET = "ph.storefront"
    SCANNER = "ph.barcode"
    PRINTER = "ph.printer"
    PACKER = "ph.user"
    SEARCH = "ph.magnifying-glass"
    REFRESH = "ph.arrows-clockwise"
    CLEAR = "ph.x"
    EXPRESS = "ph.lightning-fill"
    CLOCK = "ph.clock"
    OFFLINE = "ph.cloud-slash"
    LOADING = "ph.spinner-gap"
    EMPTY = "ph.tray"
    UNDO = "ph.arrow-counter-clockwise"
    NEW_BOX = "ph.selection-plus"
    SPLIT = "ph.scissors"
    JOIN = "ph.puzzle-piece"
    PROBLEM = "ph.warning"
    GOOD = "ph.image"
    NOTE = "ph.chat-text"
    LOCKED = "ph.lock"
    MORE = "ph.dots-three"
    KEYBOARD = "ph.keyboard"
    PLUS = "ph.plus"
    MINUS = "ph.minus"
    LABEL = "ph.tag"
    WAITING = "ph.circle-dashed"
    KEY = "ph.key"
    SOUND = "ph.speaker-high"
    LANGUAGE = "ph.translate"


@lru_cache(maxsize=1)
def _phosphor() -> IconicFont:
    return IconicFont(("ph", "phosphor-1.3.0.ttf", "phosphor-charmap-1.3.0.json"))


def icon(sign: Sign, colour: str) -> QIcon:
    """The picture in a colour of the tokens. GUI thread."""
    made: QIcon = _phosphor().icon(sign.value, color=colour)
    return made


def picture(sign: Sign, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The picture as pixels; ``size`` in device-independent pixels."""
    return icon(sign, colour).pixmap(QSize(size, size), ratio)

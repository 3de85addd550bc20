"""The screens of the window, with the key that opens each."""

from enum import Enum

from packdesk.ui.icons import Sign


class PageName(Enum):
    """A screen; the value is the page's objectName. F8 and F12 are scanners' keys, never ours."""

    QUEUE = "queuePage"
    BENCH = "benchPage"
    HANDOVER = "handoverPage"
    SENT = "sentPage"
    SETUP = "setupPage"

    @property
    def key(self) -> str:
        """The function key."""
        return {
            PageName.QUEUE: "F1",
            PageName.BENCH: "F2",
            PageName.HANDOVER: "F3",
            PageName.SENT: "F4",
            PageName.SETUP: "F10",
        }[self]

    @property
    def sign(self) -> Sign:
        """The icon."""
        return {
            PageName.QUEUE: Sign.QUEUE,
            PageName.BENCH: Sign.BENCH,
            PageName.HANDOVER: Sign.HANDOVER,
            PageName.SENT: Sign.SENT,
            PageName.SETUP: Sign.SETUP,
        }[self]


class Device(Enum):
    """What the navigation shows the state of."""

    MARKET = "market"
    SCANNER = "scanner"
    PRINTER = "printer"


class DeviceState(Enum):
    """How it is; what has not shown itself yet is neither well nor ill."""

    READY = "ready"
    WAITING = "not seen yet"
    TROUBLE = "trouble"

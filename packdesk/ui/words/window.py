"""The words of the window's frame."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.ui.pages import Device, DeviceState, PageName
from packdesk.ui.words.counts import COUNTS
from packdesk.ui.words.notice import Notice, Tone


def page_title(page: PageName) -> str:
    """The screen's name in the navigation."""
    match page:
        case PageName.QUEUE:
            return QCoreApplication.translate("Window", "Queue")
        case PageName.BENCH:
            return QCoreApplication.translate("Window", "Bench")
        case PageName.HANDOVER:
            return QCoreApplication.translate("Window", "Hand-over")
        case PageName.SENT:
            return QCoreApplication.translate("Window", "Sent")
        case PageName.SETUP:
            return QCoreApplication.translate("Window", "Setup")
        case _:
            assert_never(page)


def device_name(device: Device) -> str:
    """What the navigation shows the state of."""
    match device:
        case Device.MARKET:
            return QCoreApplication.translate("Window", "Market")
        case Device.SCANNER:
            return QCoreApplication.translate("Window", "Scanner")
        case Device.PRINTER:
            return QCoreApplication.translate("Window", "Printer")
        case _:
            assert_never(device)


def device_state(state: DeviceState) -> str:
    """The state in words, for tooltips and screen readers."""
    match state:
        case DeviceState.READY:
            return QCoreApplication.translate("Window", "works")
        case DeviceState.WAITING:
            return QCoreApplication.translate("Window", "not used yet")
        case DeviceState.TROUBLE:
            return QCoreApplication.translate("Window", "does not work")
        case _:
            assert_never(state)


def crash_notice() -> Notice:
    """The program made a mistake; what was accepted is kept."""
    return Notice(
        QCoreApplication.translate(
            "Window", "PackDesk made a mistake. Nothing is lost: scan the last thing again"
        ),
        Tone.ATTENTION,
    )


def not_gone_out(count: int) -> Notice:
    """The window is to close while packed orders wait to be sent."""
    return Notice(COUNTS.not_gone_out(count), Tone.ATTENTION)


def keep_open() -> str:
    """The button that does not close the window."""
    return QCoreApplication.translate("Window", "Stay")


def strip_close() -> str:
    """The button that takes the strip away."""
    return QCoreApplication.translate("Window", "Understood")

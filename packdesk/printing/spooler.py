"""What the system's print spooler knows of a printer and Qt does not tell: why it would not print.

CUPS is asked through the library that Qt itself uses (attributes of RFC 8011, section 5.4),
Windows through ``GetPrinterW`` (PRINTER_INFO_6). Where neither is there nothing is known.
"""

import ctypes
import sys
from collections.abc import Callable
from typing import Any, Final, TypeAlias

from packdesk.station.errors import PrinterFault

SpoolerFault: TypeAlias = Callable[[str], PrinterFault | None]
"""What stops the printer of this name, None where nothing is known to."""

CUPS_LIBRARY: Final = "libcups.so.2"
_CUPS_STOPPED: Final = "5"
_CUPS_ERRORS_FROM: Final = 0x400
_PER_INCH: Final = 3
_REASONS: Final = (
    (("media-empty", "media-needed", "marker-supply-empty"), PrinterFault.NO_PAPER),
    (("cover-open", "door-open", "media-jam", "interlock-open"), PrinterFault.OPEN),
    (("offline", "connecting-to-device", "timed-out", "shutdown"), PrinterFault.NO_ANSWER),
    (("paused", "moving-to-paused", "stopped-partly"), PrinterFault.STOPPED),
)
_WINDOWS_BITS: Final = (
    (0x10 | 0x40 | 0x40000, PrinterFault.NO_PAPER),
    (0x08 | 0x400000, PrinterFault.OPEN),
    (0x80 | 0x1000, PrinterFault.NO_ANSWER),
    (0x01, PrinterFault.STOPPED),
    (0x02 | 0x20 | 0x100000, PrinterFault.REFUSING),
)
"""PRINTER_STATUS_… of winspool.h: paper out, paper problem, no toner; jam, door open; offline, not
available; paused; error, manual feed, user intervention."""


def cups_fault(state: str, reasons: str, accepting: str) -> PrinterFault | None:
    """What the attributes printer-state, printer-state-reasons, printer-is-accepting-jobs say."""
    told = [
        reason.removesuffix("-error").removesuffix("-warning").removesuffix("-report")
        for reason in reasons.split(",")
        if not reason.endswith("-report")
    ]
    for names, fault in _REASONS:
        if any(name in told for name in names):
            return fault
    if accepting == "false":
        return PrinterFault.REFUSING
    return PrinterFault.STOPPED if state == _CUPS_STOPPED else None


def windows_fault(status: int) -> PrinterFault | None:
    """What the status of a PRINTER_INFO_6 says."""
    return next((fault for bits, fault in _WINDOWS_BITS if status & bits), None)


def spooler_fault(name: str) -> PrinterFault | None:
    """What this system's spooler says of a printer. May wait for the spooler; print lane."""
    if sys.platform == "win32":
        return windows_fault(windows_status(ctypes.WinDLL("winspool.drv"), name))
    library = _cups()
    return None if library is None else _ask_cups(library, name)


def refused_last_job() -> str:
    """What CUPS answered to the job that this thread has just sent, where it was an error."""
    library = _cups()
    if library is None or library.cupsLastError() < _CUPS_ERRORS_FROM:
        return ""
    library.cupsLastErrorString.restype = ctypes.c_char_p
    told: bytes = library.cupsLastErrorString() or b"error"
    return told.decode("utf-8", "replace")


def spooler_dpi(name: str) -> int | None:
    """The dots per inch that CUPS prints with unless told otherwise; None where nobody tells."""
    library = _cups()
    if library is None:
        return None
    library.cupsGetNamedDest.restype = ctypes.POINTER(_Destination)
    for call in ("cupsCopyDestInfo", "cupsFindDestDefault"):
        getattr(library, call).restype = ctypes.c_void_p
    found = library.cupsGetNamedDest(None, name.encode(), None)
    if not found:
        return None
    try:
        address: int | None = library.cupsCopyDestInfo(None, found)
        if address is None:
            return None
        told = ctypes.c_void_p(address)
        try:
            return _resolution(
                library,
                library.cupsFindDestDefault(None, found, told, b"printer-resolution"),
            )
        finally:
            library.cupsFreeDestInfo(told)
    finally:
        library.cupsFreeDests(1, found)


def _resolution(library: ctypes.CDLL, attribute: int | None) -> int | None:
    """The smaller of both directions of an IPP resolution, if it is told by the inch."""
    if not attribute:
        return None
    down, units = ctypes.c_int(), ctypes.c_int()
    across: int = library.ippGetResolution(
        ctypes.c_void_p(attribute), 0, ctypes.byref(down), ctypes.byref(units)
    )
    return min(across, down.value) if units.value == _PER_INCH and across > 0 else None


def windows_status(winspool: Any, name: str) -> int:
    """The status bits of a printer, 0 where it cannot be asked; ``winspool`` is the library."""
    handle = ctypes.c_void_p()
    if not winspool.OpenPrinterW(ctypes.c_wchar_p(name), ctypes.byref(handle), None):
        return 0
    status, needed = ctypes.c_uint32(), ctypes.c_uint32()
    try:
        known = winspool.GetPrinterW(handle, 6, ctypes.byref(status), 4, ctypes.byref(needed))
    finally:
        winspool.ClosePrinter(handle)
    return status.value if known else 0


class _Destination(ctypes.Structure):
    """``cups_dest_t`` of cups/cups.h."""

    _fields_ = (
        ("name", ctypes.c_char_p),
        ("instance", ctypes.c_char_p),
        ("is_default", ctypes.c_int),
        ("num_options", ctypes.c_int),
        ("options", ctypes.c_void_p),
    )


def _cups() -> ctypes.CDLL | None:
    if sys.platform == "win32":
        return None
    try:
        return ctypes.CDLL(CUPS_LIBRARY)
    except OSError:
        return None


def _ask_cups(library: ctypes.CDLL, name: str) -> PrinterFault | None:
    library.cupsGetNamedDest.restype = ctypes.POINTER(_Destination)
    library.cupsGetOption.restype = ctypes.c_char_p
    found = library.cupsGetNamedDest(None, name.encode(), None)
    if not found:
        return None
    options, count = ctypes.c_void_p(found.contents.options), found.contents.num_options

    def option(key: bytes) -> str:
        value: bytes | None = library.cupsGetOption(key, count, options)
        return (value or b"").decode("utf-8", "replace")

    try:
        return cups_fault(
            option(b"printer-state"),
            option(b"printer-state-reasons"),
            option(b"printer-is-accepting-jobs"),
        )
    finally:
        library.cupsFreeDests(1, found)

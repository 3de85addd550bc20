"""Pages of dots in the languages of label printers, and how such a printer tells its state.

Only what takes a picture is used, so a label looks the same on every make:

* ZPL II (Zebra and many others): ``^GFA``; the state is asked with ``~HS``
  (Zebra, "Programming Guide for ZPL II").
* TSPL (TSC, Xprinter, Godex in emulation): ``BITMAP``; the state is asked with ``<ESC>!?``
  (TSC, "TSPL/TSPL2 Programming Language"). The gap is left as the printer was calibrated.
* PDF (printers with a PDF interpreter): the file as it is; such a port tells no state.
"""

from typing import Final, assert_never

from packdesk.printing.raster import Dots
from packdesk.settings import LanguageOfPrinter
from packdesk.station.errors import PrinterFault

_ZPL_LINES: Final = 3
_STX, _ETX = b"\x02", b"\x03"
_INVERT: Final = bytes(255 - byte for byte in range(256))
_TSPL_FAULTS: Final = (
    (0x04 | 0x08, PrinterFault.NO_PAPER),
    (0x01 | 0x02, PrinterFault.OPEN),
    (0x10, PrinterFault.STOPPED),
)


def zpl_page(dots: Dots) -> bytes:
    """A page as ZPL: one graphic field at the corner."""
    total = len(dots.rows)
    return (
        f"^XA^PW{dots.width}^LL{dots.height}^LH0,0^FO0,0^GFA,{total},{total},{dots.stride},".encode()
        + dots.rows.hex().upper().encode()
        + b"^FS^PQ1^XZ\r\n"
    )


def tspl_page(dots: Dots, dots_per_mm: float) -> bytes:
    """A page as TSPL; there 0 is black."""
    width, height = dots.width / dots_per_mm, dots.height / dots_per_mm
    return (
        f"SIZE {width:.1f} mm,{height:.1f} mm\r\nCLS\r\n"
        f"BITMAP 0,0,{dots.stride},{dots.height},0,".encode()
        + dots.rows.translate(_INVERT)
        + b"\r\nPRINT 1,1\r\n"
    )


def state_question(language: LanguageOfPrinter) -> bytes:
    """What a printer answers with its state; empty where the language has no such question."""
    match language:
        case LanguageOfPrinter.ZPL:
            return b"~HS\r\n"
        case LanguageOfPrinter.TSPL:
            return b"\x1b!?"
        case LanguageOfPrinter.PDF:
            return b""
        case _:
            assert_never(language)


def is_whole_state(language: LanguageOfPrinter, answer: bytes) -> bool:
    """Whether all of the answer has come."""
    if language is LanguageOfPrinter.ZPL:
        return answer.count(_ETX) >= _ZPL_LINES
    return bool(answer)


def state_fault(language: LanguageOfPrinter, answer: bytes) -> PrinterFault | None:
    """What stops the printer; None where nothing does, or the answer is not understood."""
    if language is LanguageOfPrinter.ZPL:
        return _zpl_fault(answer)
    state = answer[-1] if answer else 0
    return next((fault for bits, fault in _TSPL_FAULTS if state & bits), None)


def _zpl_fault(answer: bytes) -> PrinterFault | None:
    """Line 1: ``aaa,paper out,pause,…``; line 2: ``mmm,n,head up,ribbon out,…``."""
    lines = [
        part.split(_ETX, 1)[0].decode("ascii", "replace").split(",")
        for part in answer.split(_STX)[1:]
    ]
    told = {
        (number, place): field == "1"
        for number, fields in enumerate(lines)
        for place, field in enumerate(fields)
    }
    if told.get((0, 1)) or told.get((1, 3)):
        return PrinterFault.NO_PAPER
    if told.get((1, 2)):
        return PrinterFault.OPEN
    return PrinterFault.STOPPED if told.get((0, 2)) else None

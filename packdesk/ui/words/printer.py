"""The words about printers: what is wrong, and what to do."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.station.errors import PrinterFault, PrinterUnavailable, PrintOutcomeUnknown


def printer_text(error: PrinterUnavailable | PrintOutcomeUnknown) -> str:
    """Why nothing was printed, or that only the paper can tell; and what to do."""
    match error:
        case PrinterUnavailable(fault=fault):
            text = _fault_text(fault)
        case PrintOutcomeUnknown():
            text = QCoreApplication.translate(
                "Printer",
                "Printer “{name}” was lost while printing. Look whether the label is whole",
            )
        case _:
            assert_never(error)
    return text.format(name=error.name)


def _fault_text(fault: PrinterFault) -> str:
    match fault:
        case PrinterFault.NOT_CHOSEN:
            return QCoreApplication.translate(
                "Printer", "No printer is chosen. Choose one in Setup, under Labels"
            )
        case PrinterFault.MISSING:
            return QCoreApplication.translate(
                "Printer", "There is no printer “{name}”. Choose another one in Setup"
            )
        case PrinterFault.NO_ANSWER:
            return QCoreApplication.translate(
                "Printer", "Printer “{name}” does not answer. Is it on, is the cable in?"
            )
        case PrinterFault.NO_PAPER:
            return QCoreApplication.translate(
                "Printer", "Printer “{name}” is out of paper or ribbon. Put in a new roll"
            )
        case PrinterFault.OPEN:
            return QCoreApplication.translate(
                "Printer", "Printer “{name}” is open or jammed. Take the paper out, close it"
            )
        case PrinterFault.STOPPED:
            return QCoreApplication.translate(
                "Printer", "Printer “{name}” is on pause. Let it go on"
            )
        case PrinterFault.REFUSING:
            return QCoreApplication.translate(
                "Printer", "Printer “{name}” does not print. Check cable and paper"
            )
        case PrinterFault.WRONG_PAPER:
            return QCoreApplication.translate(
                "Printer",
                "Printer “{name}” has no paper of the label's size. Choose the size in Setup",
            )
        case PrinterFault.NOT_WRITABLE:
            return QCoreApplication.translate(
                "Printer", "The folder “{name}” cannot be written. Check the disk"
            )
        case _:
            assert_never(fault)

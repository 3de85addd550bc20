"""The words of the printed sheet: command barcodes and the scanner test card."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.barcodes import DeskCommand
from packdesk.station.sheet_texts import SheetTexts, SupervisorTexts


def sheet_texts() -> SheetTexts:
    """All words of the sheet, in the language of the moment."""
    return SheetTexts(
        title=QCoreApplication.translate("Sheet", "Commands for the scanner"),
        how_to_print=QCoreApplication.translate(
            "Sheet", "Print at 100 %, not fitted to the page, or the codes become too small."
        ),
        commands_hint=QCoreApplication.translate(
            "Sheet", "Keep the sheet on the table and scan what you want to do."
        ),
        commands=tuple((command, command_name(command)) for command in DeskCommand),
        card_title=QCoreApplication.translate("Sheet", "Scanner check"),
        card_hint=QCoreApplication.translate(
            "Sheet",
            "Scan these codes in Setup. PackDesk then knows how your scanner sends letters,"
            " signs and separators.",
        ),
        data_matrix=QCoreApplication.translate("Sheet", "Like a marking code (DataMatrix)"),
        ean13=QCoreApplication.translate("Sheet", "Like a product barcode (EAN-13)"),
        code128=QCoreApplication.translate("Sheet", "Letters and signs (Code 128)"),
    )


def supervisor_texts() -> SupervisorTexts:
    """The words of the supervisor's card, in the language of the moment."""
    return SupervisorTexts(
        title=QCoreApplication.translate("Sheet", "Supervisor"),
        hint=QCoreApplication.translate(
            "Sheet",
            "Scan it to confirm that goods leave an order, or that an order is cancelled."
            " Keep the card to yourself.",
        ),
    )


def command_name(command: DeskCommand) -> str:
    """What scanning a command barcode does, in two or three words."""
    match command:
        case DeskCommand.UNDO:
            return QCoreApplication.translate("Sheet", "Undo the last step")
        case DeskCommand.NEW_BOX:
            return QCoreApplication.translate("Sheet", "New box")
        case DeskCommand.FINISH:
            return QCoreApplication.translate("Sheet", "Finish the order")
        case DeskCommand.CANCEL:
            return QCoreApplication.translate("Sheet", "Drop the question")
        case DeskCommand.QUEUE:
            return QCoreApplication.translate("Sheet", "To the queue")
        case DeskCommand.TEACH:
            return QCoreApplication.translate("Sheet", "Teach the barcode")
        case (
            DeskCommand.ANSWER_1
            | DeskCommand.ANSWER_2
            | DeskCommand.ANSWER_3
            | DeskCommand.ANSWER_4
            | DeskCommand.ANSWER_5
        ):
            return QCoreApplication.translate("Sheet", "Answer {number}").format(
                number=command.answer
            )
        case _:
            assert_never(command)

"""The words about a piece whose code was refused and replaced."""

from PySide6.QtCore import QCoreApplication

from packdesk.station.reports import PieceOut
from packdesk.ui.words.goods import boxes_named


def piece_out_text(out: PieceOut) -> str:
    """Which piece must leave its box, as far as a person can tell pieces apart."""
    if not out.boxes:
        return QCoreApplication.translate("Told", "Put the piece …{signs} aside").format(
            signs=out.signs
        )
    return QCoreApplication.translate("Told", "Take the piece …{signs} out of {boxes}").format(
        signs=out.signs, boxes=boxes_named(out.boxes)
    )


def taken_out() -> str:
    """The answer: the piece is out of the box."""
    return QCoreApplication.translate("Told", "It is out")

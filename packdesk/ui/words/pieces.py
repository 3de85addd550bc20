"""The words about a piece whose code was refused and replaced."""

from PySide6.QtCore import QCoreApplication

from packdesk.station.reports import PieceOut
from packdesk.ui.words.goods import boxes_named


def piece_out_text(out: PieceOut) -> str:
    """Which piece must leave its box, and that the new one goes there; of which order.

    Another order may be on the bench by now.
    """
    piece = out.piece
    if not piece.boxes:
        return QCoreApplication.translate(
            "Told", "Order {order}: put the piece …{signs} aside"
        ).format(order=out.order, signs=piece.signs)
    return QCoreApplication.translate(
        "Told", "Order {order}: piece …{signs} out, the new one in: {boxes}"
    ).format(order=out.order, signs=piece.signs, boxes=boxes_named(piece.boxes))


def taken_out() -> str:
    """The answer: the piece is out of the box."""
    return QCoreApplication.translate("Told", "It is out")

"""The drag itself: Qt's own, with a picture of what is carried and the one shadow there is."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QDrag, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from packdesk.ui.bench.payload import encode
from packdesk.ui.bench.picks import Carried
from packdesk.ui.theme import Theme
from packdesk.ui.tokens import RADIUS_CARD

WIDEST = 360
SHADOW = 10


def carry(card: QWidget, goods: Carried, grip: QPoint, theme: Theme) -> None:
    """Drag a card's goods; returns when they have been let go."""
    # The card may be gone when the drag ends, for a scan goes on meanwhile; its window is not.
    drag = QDrag(card.window())
    drag.setMimeData(encode(goods))
    picture = _picture(card, theme)
    drag.setPixmap(picture)
    # Above the pointer: what a drop would do stands at the lower edge of the place below it.
    lowest = round(picture.deviceIndependentSize().height()) - SHADOW
    drag.setHotSpot(QPoint(min(grip.x(), WIDEST // 2) + SHADOW, lowest))
    drag.exec(Qt.DropAction.MoveAction)


def _picture(card: QWidget, theme: Theme) -> QPixmap:
    shot = card.grab()
    ratio = shot.devicePixelRatio()
    shot = shot.copy(0, 0, min(shot.width(), round(WIDEST * ratio)), shot.height())
    size = shot.deviceIndependentSize()
    picture = QPixmap(
        round((size.width() + 2 * SHADOW) * ratio), round((size.height() + 2 * SHADOW) * ratio)
    )
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shade = min(QColor(theme.tokens.text), QColor(theme.tokens.ground), key=QColor.lightness)
    shade.setAlpha(12)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    room = QRectF(SHADOW, SHADOW, size.width(), size.height())
    for spread in range(1, SHADOW):
        painter.drawRoundedRect(
            room.adjusted(-spread, -spread + 3, spread, spread), RADIUS_CARD, RADIUS_CARD
        )
    painter.drawPixmap(SHADOW, SHADOW, shot)
    painter.end()
    return picture

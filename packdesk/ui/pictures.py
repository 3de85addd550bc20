"""Pictures of goods as the screens show them: small, with round corners, ready to paint."""

from functools import partial

from PySide6.QtCore import QBuffer, QIODevice, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter, QPixmap

from packdesk.station.pictures import PictureShelf
from packdesk.ui.tokens import RADIUS_BUTTON

MOST_SHOWN = 200
MOST_POINTS = 40_000_000
"""A picture is unfolded whole before it is made small; more would take 160 MB."""
_FORMATS = frozenset({b"png", b"jpeg", b"webp", b"gif", b"bmp"})


class PictureBook(QObject):
    """The pictures that are ready, the one shown longest ago forgotten first. GUI thread.

    Signals:
        changed: A picture has come; its address.
    """

    changed = Signal(object)

    def __init__(self, shelf: PictureShelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._ready: dict[tuple[str, int, float], QPixmap] = {}
        self._wished: set[tuple[str, int, float]] = set()

    def picture(self, url: str, side: int, ratio: float = 1.0) -> QPixmap | None:
        """A square picture, or None while it is not there; it is then got.

        Args:
            url: Where the picture is; empty for a good without one.
            side: Of the square, in device-independent pixels.
            ratio: Device pixels to one of those.
        """
        key = (url, side, ratio)
        ready = self._ready.pop(key, None)
        if ready is not None:
            self._ready[key] = ready
        elif url and key not in self._wished:
            self._wished.add(key)
            self._shelf.wish(
                url, partial(read_picture, side=side, ratio=ratio), partial(self._take, key)
            )
        return ready

    def _take(self, key: tuple[str, int, float], image: QImage | None) -> None:
        self._wished.discard(key)
        if image is None:
            return
        self._ready[key] = QPixmap.fromImage(image)
        if len(self._ready) > MOST_SHOWN:
            del self._ready[next(iter(self._ready))]
        self.changed.emit(key[0])


def read_picture(content: bytes, side: int, ratio: float) -> QImage | None:
    """The whole picture in the middle of a white square with round corners; any thread.

    The square ends half a pixel within its side, on the middle of the line that is drawn around it.

    Args:
        content: A picture file.
        side: Of the square, in device-independent pixels.
        ratio: Device pixels to one of those.

    Returns:
        None where the bytes are no picture, or one with too many points.
    """
    points = round(side * ratio)
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    known = reader.canRead() and reader.format().data() in _FORMATS and not size.isEmpty()
    if not known or size.width() * size.height() > MOST_POINTS:
        return None
    reader.setAutoTransform(True)
    if size.width() > points or size.height() > points:
        fitting = size.scaled(points, points, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(fitting.expandedTo(QSize(1, 1)))
    image = reader.read()
    return None if image.isNull() else _on_white(image, points, ratio)


def _on_white(image: QImage, points: int, ratio: float) -> QImage:
    square = QImage(points, points, QImage.Format.Format_ARGB32_Premultiplied)
    square.fill(Qt.GlobalColor.transparent)
    painter = QPainter(square)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.white)
    edge = QRectF(square.rect()).adjusted(ratio / 2, ratio / 2, -ratio / 2, -ratio / 2)
    painter.drawRoundedRect(edge, RADIUS_BUTTON * ratio, RADIUS_BUTTON * ratio)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
    place = QRect(QPoint(), image.size())
    place.moveCenter(square.rect().center())
    painter.drawImage(place.topLeft(), image)
    painter.end()
    square.setDevicePixelRatio(ratio)
    return square

"""Small things that paint themselves from the tokens: a picture's place, code dots, a badge."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from packdesk.ui.bench.dress import group_colour
from packdesk.ui.bench.props import DotState
from packdesk.ui.pictures import PictureBook
from packdesk.ui.theme import Theme
from packdesk.ui.tokens import RADIUS_BUTTON, Tokens, TypeSize

DOT = 14
GAP = 5
FADED = 0.5
LARGE_LETTER_FROM = 80


class PicturePlace(QWidget):
    """A good's picture, its first letter until it has come: nothing moves when it does."""

    def __init__(
        self, theme: Theme, pictures: PictureBook | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._letter = ""
        self._picture = ""
        self._is_quiet = False
        if pictures is not None:
            pictures.changed.connect(self._take)

    def show_good(self, letter: str, picture: str, *, is_quiet: bool) -> None:
        """Show a good by the address of its picture; a quiet one is done with."""
        self._letter, self._picture, self._is_quiet = letter, picture, is_quiet
        self.update()

    def set_side(self, side: int) -> None:
        self.setFixedSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        picture = self._ready()
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if picture is None:
            painter.setPen(QPen(QColor(tokens.line), 1))
            painter.setBrush(QColor(tokens.ground))
            painter.drawRoundedRect(room, RADIUS_BUTTON, RADIUS_BUTTON)
            painter.setPen(QColor(tokens.quiet))
            size = TypeSize.TITLE if self.width() < LARGE_LETTER_FROM else TypeSize.FIGURE
            painter.setFont(self._theme.font(size))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._letter)
        else:
            painter.setOpacity(FADED if self._is_quiet else 1.0)
            painter.drawPixmap(0, 0, picture)
            painter.setPen(QPen(QColor(tokens.line), 1))
            painter.drawRoundedRect(room, RADIUS_BUTTON, RADIUS_BUTTON)
        painter.end()

    def _ready(self) -> QPixmap | None:
        if self._pictures is None:
            return None
        return self._pictures.picture(self._picture, self.width(), self.devicePixelRatioF())

    def _take(self, picture: str) -> None:
        if picture == self._picture:
            self.update()


class CodeDots(QWidget):
    """One dot for each code: a ring is wanted, a filled one given, a cross refused."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dots: tuple[DotState, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def dots(self) -> tuple[DotState, ...]:
        return self._dots

    def show_dots(self, dots: tuple[DotState, ...]) -> None:
        if dots != self._dots:
            self._dots = dots
            self.updateGeometry()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(len(self._dots) * (DOT + GAP), DOT + 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, dot in enumerate(self._dots):
            centre = QPointF(place * (DOT + GAP) + DOT / 2 + 1, self.height() / 2)
            _paint_dot(painter, centre, dot, self._theme.tokens)
        painter.end()


def _paint_dot(painter: QPainter, centre: QPointF, dot: DotState, tokens: Tokens) -> None:
    radius = DOT / 2 - 1
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match dot:
        case DotState.GIVEN:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accepted))
            painter.drawEllipse(centre, radius, radius)
            _check(painter, centre, tokens)
        case DotState.REFUSED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.refused))
            painter.drawEllipse(centre, radius, radius)
            _cross(painter, centre, tokens)
        case DotState.FREE:
            painter.setPen(QPen(QColor(tokens.quiet), 1.5, Qt.PenStyle.DotLine))
            painter.drawEllipse(centre, radius - 0.5, radius - 0.5)
        case DotState.EMPTY:
            painter.setPen(QPen(QColor(tokens.quiet), 2))
            painter.drawEllipse(centre, radius - 0.5, radius - 0.5)


def _check(painter: QPainter, centre: QPointF, tokens: Tokens) -> None:
    painter.setPen(QPen(QColor(tokens.surface), 1.8))
    painter.drawPolyline(
        [centre + QPointF(-3, 0), centre + QPointF(-0.8, 2.4), centre + QPointF(3, -2.4)]
    )


def _cross(painter: QPainter, centre: QPointF, tokens: Tokens) -> None:
    painter.setPen(QPen(QColor(tokens.surface), 1.8))
    painter.drawLine(centre + QPointF(-2.4, -2.4), centre + QPointF(2.4, 2.4))
    painter.drawLine(centre + QPointF(-2.4, 2.4), centre + QPointF(2.4, -2.4))


class GroupBadge(QWidget):
    """The number and colour that the parts of one unit share."""

    SIDE = 26

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = 1
        self.setFixedSize(self.SIDE, self.SIDE)

    def show_group(self, group: int) -> None:
        self._group = group
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(group_colour(tokens, self._group))
        painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))
        painter.setPen(QColor(tokens.on_accent))
        painter.setFont(self._theme.font(TypeSize.BODY, bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._group))
        painter.end()

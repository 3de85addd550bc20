"""The card of one box."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from packdesk.domain.ids import OrderId
from packdesk.ui.bench.dress import group_colour
from packdesk.ui.bench.hint_label import HintLabel
from packdesk.ui.bench.ink_label import HereChip
from packdesk.ui.bench.line_view import LineView
from packdesk.ui.bench.pick_card import PickCard
from packdesk.ui.bench.picks import BoxPick, Pick
from packdesk.ui.bench.pool import Pool
from packdesk.ui.bench.props import BoxProps
from packdesk.ui.bench.viewmodel import BenchViewModel
from packdesk.ui.theme import Theme, put
from packdesk.ui.tokens import RADIUS_CARD, Space

STRIPE = 8


class BoxCard(PickCard):
    """Its number, the word of the current box, its lines; the stripe of a part."""

    def __init__(
        self, viewmodel: BenchViewModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(viewmodel, theme, parent)
        self._shown: tuple[OrderId, BoxProps] | None = None
        self._band = 0
        self._title = QLabel(self)
        self._title.setProperty("role", "strong")
        self._key = QLabel(self)
        self._key.setProperty("role", "quiet")
        self._here = HereChip(theme, self)
        self._empty = QLabel(self)
        self._empty.setProperty("role", "quiet")
        self._lines: Pool[Pick, LineView] = Pool(lambda: LineView(viewmodel, theme, self))
        self._hint = HintLabel(self)
        self._column = QVBoxLayout(self)
        self._lay_out()

    def render_props(self, props: BoxProps, order: OrderId) -> None:
        if (order, props) == self._shown:
            return
        self._shown = (order, props)
        self.stand_for(BoxPick(props.box), None, is_picked=props.is_picked)
        self.setObjectName(f"boxCard_{props.box}")
        self.setAccessibleName(props.spoken)
        put(self, "card", "here" if props.here else "plain")
        self._title.setText(props.title)
        self._key.setText("" if props.here else props.key)
        self._here.setText(props.here)
        self._here.setVisible(bool(props.here))
        group = props.band.group if props.band else 0
        if group != self._band:
            self._band = group
            self.update()
        self._empty.setText(props.empty)
        self._empty.setVisible(bool(props.empty))
        views = self._lines.deal([line.pick for line in props.lines])
        for place, (line, view) in enumerate(zip(props.lines, views, strict=True), start=1):
            view.render_props(line, props.box, order)
            if self._column.indexOf(view) != place:
                self._column.insertWidget(place, view)
            view.show()
        self._hint.show_hint(props.hint)

    def line(self, pick: Pick) -> LineView | None:
        """The line of a pick."""
        return self._lines.get(pick)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hint.settle()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._band:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), RADIUS_CARD, RADIUS_CARD)
        painter.setClipPath(clip)
        colour = group_colour(self._theme.tokens, self._band)
        painter.fillRect(QRectF(0, 0, STRIPE, self.height()), colour)
        painter.end()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(Space.TIGHT, 0, Space.HAIR, 0)
        head.setSpacing(Space.TIGHT)
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._key)
        head.addWidget(self._here)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMinimumHeight(40)
        column = self._column
        column.setContentsMargins(Space.SNUG, Space.TIGHT, Space.TIGHT, Space.TIGHT)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addStretch()

"""One row of the list of goods."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from packdesk.domain.ids import OrderId
from packdesk.ui.bench.codes_view import CodesView
from packdesk.ui.bench.ink_label import Ink, InkLabel
from packdesk.ui.bench.name_label import NameLabel
from packdesk.ui.bench.painted import PicturePlace
from packdesk.ui.bench.pick_card import PickCard
from packdesk.ui.bench.picks import ItemPick, carried
from packdesk.ui.bench.props import RowProps
from packdesk.ui.bench.row_size import RowSize
from packdesk.ui.bench.viewmodel import BenchViewModel
from packdesk.ui.elided import ElidedLabel
from packdesk.ui.pictures import PictureBook
from packdesk.ui.theme import Theme, put
from packdesk.ui.tokens import Space, TypeSize
from packdesk.ui.words.notice import Tone

COUNT_WIDTH, LARGE_COUNT_WIDTH = 118, 148
CODES_WIDTH = 168
MANY_KINDS, WIDE_CODES = 2, 236
ANY_WIDTH = (1 << 24) - 1
"""Qt's own ``QWIDGETSIZE_MAX``, which PySide does not give."""
NARROW = 620
"""In a row of less than this the name needs the room of the SKU."""
_MARKS = {Tone.ACCEPTED: "✓ ", Tone.ATTENTION: "! ", Tone.REFUSED: "✕ "}


class RowView(PickCard):
    """Picture, name, SKU, a dot for each code, packed / wanted."""

    def __init__(
        self,
        viewmodel: BenchViewModel,
        theme: Theme,
        pictures: PictureBook | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(viewmodel, theme, parent)
        self._shown: RowProps | None = None
        self._picture = PicturePlace(theme, pictures, self)
        self._name = NameLabel(theme, TypeSize.NAME, 2, self)
        self._offer = ElidedLabel(self)
        self._offer.setProperty("role", "quiet")
        self._codes = CodesView(theme, self)
        self._count = InkLabel(theme, TypeSize.NUMBER, self)
        self._note = QLabel(self)
        self._note.setProperty("role", "quiet")
        for label in (self._count, self._note):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setProperty("card", "plain")
        self._is_stacked = False
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle = QVBoxLayout()
        self._lay_out()
        self._place_words()

    def set_size(self, size: RowSize) -> None:
        self.setFixedHeight(size.height)
        self._picture.set_side(size.picture)
        self._name.set_size(size.name, size.name_lines)
        self._count.setFont(self._theme.font(size.count, bold=True))
        width = LARGE_COUNT_WIDTH if size.is_large else COUNT_WIDTH
        self._count.setFixedSize(width, int(size.count))
        self._note.setFixedWidth(width)
        if size.is_large is not self._is_stacked:
            self._is_stacked = size.is_large
            self._place_words()
        self._give_room()

    def render_props(self, props: RowProps, order: OrderId) -> None:
        pick = ItemPick(props.item)
        goods = carried(order, pick) if props.can_drag else None
        self.stand_for(pick, goods, is_picked=props.is_picked)
        if props == self._shown:
            return
        self._shown = props
        self.setObjectName(f"itemRow_{props.item}")
        self._count.setObjectName(f"itemCount_{props.item}")
        self._name.setObjectName(f"itemName_{props.item}")
        self._note.setObjectName(f"itemNote_{props.item}")
        self._offer.setObjectName(f"itemOffer_{props.item}")
        self.setAccessibleName(props.spoken)
        put(self, "card", "lit" if props.is_lit else "plain")
        self._picture.show_good(props.letter, props.picture, is_quiet=props.is_done)
        self._name.say(props.name, is_quiet=props.is_done)
        put(self._offer, "tone", Tone.REFUSED.value if props.refused else "")
        self._offer.say(props.refused or props.offer_id)
        self._codes.show_codes(props.codes)
        self._give_room()
        self._count.dip(Ink.QUIET if props.is_done else Ink.TEXT)
        self._count.setText(props.count)
        put(self._note, "tone", props.note.tone.value)
        self._note.setText(f"{_MARKS.get(props.note.tone, '')}{props.note.text}")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        props = self._shown
        if props is None:
            return
        codes = WIDE_CODES if len(props.codes) > MANY_KINDS else CODES_WIDTH
        if self._is_stacked:
            self._offer.setVisible(True)
            self._offer.setMinimumWidth(0)
            self._offer.setMaximumWidth(ANY_WIDTH)
            self.setToolTip("")
            return
        if self.width() < NARROW:
            codes = self._codes.sizeHint().width() if props.codes else 0
            self._offer.setVisible(bool(props.refused))
            codes = max(codes, self._offer.sizeHint().width() if props.refused else 0)
        else:
            self._offer.setVisible(True)
        self._offer.setFixedWidth(codes)
        self.setToolTip("" if self._offer.isVisibleTo(self) else props.offer_id)

    def _place_words(self) -> None:
        """The codes stand beside the name, in the middle of the row, or under it."""
        way = (
            QBoxLayout.Direction.TopToBottom
            if self._is_stacked
            else QBoxLayout.Direction.LeftToRight
        )
        self._words.setDirection(way)
        self._words.setSpacing(Space.HAIR if self._is_stacked else Space.SNUG)
        self._words.setStretchFactor(self._name, 0 if self._is_stacked else 1)
        self._words.setAlignment(
            self._middle, Qt.AlignmentFlag(0) if self._is_stacked else Qt.AlignmentFlag.AlignVCenter
        )
        policy = self._name.sizePolicy()
        policy.setHeightForWidth(self._is_stacked)
        self._name.setSizePolicy(policy)

    def _lay_out(self) -> None:
        self._middle.setSpacing(0)
        self._middle.addWidget(self._offer)
        self._middle.addWidget(self._codes)
        self._words.addStretch()
        self._words.addWidget(self._name)
        self._words.addLayout(self._middle)
        self._words.addStretch()
        numbers = QVBoxLayout()
        numbers.setSpacing(0)
        numbers.addStretch()
        numbers.addWidget(self._count)
        numbers.addWidget(self._note)
        numbers.addStretch()
        self._note.setFixedHeight(22)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.TIGHT, Space.HAIR, Space.SNUG, Space.HAIR)
        layout.setSpacing(Space.SNUG)
        layout.addWidget(self._picture)
        layout.addLayout(self._words, 1)
        layout.addLayout(numbers)

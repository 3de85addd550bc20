"""One line of a box."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from packdesk.domain.ids import BoxNumber, OrderId
from packdesk.ui.bench.name_label import NameLabel
from packdesk.ui.bench.painted import GroupBadge
from packdesk.ui.bench.pick_card import PickCard
from packdesk.ui.bench.picks import carried
from packdesk.ui.bench.props import LineProps
from packdesk.ui.bench.viewmodel import BenchViewModel
from packdesk.ui.theme import Theme, put
from packdesk.ui.tokens import TOUCH, Space, TypeSize
from packdesk.ui.words.notice import Tone

LINE, PART_LINE = TOUCH + 2 * Space.HAIR, TOUCH + 22
_MARKS = {Tone.ACCEPTED: "✓", Tone.ATTENTION: "!", Tone.REFUSED: "✕"}


class LineView(PickCard):
    """Name, count (or which part it is), and whether its codes are there."""

    def __init__(
        self, viewmodel: BenchViewModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(viewmodel, theme, parent)
        self._shown: tuple[BoxNumber, LineProps] | None = None
        self._name = NameLabel(theme, TypeSize.BODY, 2, self)
        self._count = QLabel(self)
        self._count.setProperty("role", "strong")
        self._mark = QLabel(self)
        self._mark.setProperty("role", "strong")
        self._badge = GroupBadge(theme, self)
        self._part = QLabel(self)
        self._part.setProperty("role", "strong")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._name)
        texts.addWidget(self._part)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.TIGHT, 0, Space.TIGHT, 0)
        layout.setSpacing(Space.TIGHT)
        layout.addWidget(self._badge)
        layout.addLayout(texts, 1)
        layout.addWidget(self._count)
        layout.addWidget(self._mark)

    def render_props(self, props: LineProps, box: BoxNumber, order: OrderId) -> None:
        self.stand_for(props.pick, carried(order, props.pick), is_picked=props.is_picked)
        if (box, props) == self._shown:
            return
        self._shown = (box, props)
        self.setObjectName(f"boxLine_{box}_{props.item}")
        self.setAccessibleName(props.spoken)
        self._name.say(props.name)
        self._count.setText(props.count)
        band = props.band
        for widget in (self._badge, self._part):
            widget.setVisible(band is not None)
        if band is not None:
            self._badge.show_group(band.group)
            self._part.setText(band.text)
        self.setFixedHeight(LINE if band is None else PART_LINE)
        put(self._mark, "tone", props.mark.tone.value)
        short = props.mark.tone is not Tone.ATTENTION
        sign = _MARKS.get(props.mark.tone, "")
        self._mark.setText(sign if short else props.mark.text)
        self._mark.setToolTip(props.mark.text)

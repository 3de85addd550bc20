"""The row of a part that lies on the table."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from packdesk.domain.ids import OrderId
from packdesk.ui.bench.name_label import NameLabel
from packdesk.ui.bench.painted import GroupBadge
from packdesk.ui.bench.pick_card import PickCard
from packdesk.ui.bench.picks import PartPick, carried
from packdesk.ui.bench.props import LoosePartProps
from packdesk.ui.bench.viewmodel import BenchViewModel
from packdesk.ui.theme import Theme
from packdesk.ui.tokens import TOUCH, Space, TypeSize


class PartRowView(PickCard):
    """Indented below the row of its item."""

    def __init__(
        self, viewmodel: BenchViewModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(viewmodel, theme, parent)
        self._badge = GroupBadge(theme, self)
        self._name = NameLabel(theme, TypeSize.BODY, 1, self)
        self._text = QLabel(self)
        self._text.setProperty("role", "strong")
        self.setProperty("card", "plain")
        self.setFixedHeight(TOUCH)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.HUGE, 0, Space.SNUG, 0)
        layout.setSpacing(Space.SNUG)
        layout.addWidget(self._badge)
        layout.addWidget(self._name, 1)
        layout.addWidget(self._text)

    def render_props(self, props: LoosePartProps, order: OrderId) -> None:
        pick = PartPick(props.unit, props.part)
        self.stand_for(pick, carried(order, pick), is_picked=props.is_picked)
        self.setObjectName(f"partRow_{props.unit.item}_{props.unit.number}_{props.part}")
        self.setAccessibleName(props.spoken)
        self._badge.show_group(props.group)
        self._name.say(props.name)
        self._text.setText(props.text)

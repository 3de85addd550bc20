"""The screen of what was sent: a search, three columns, and the details of one order."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from packdesk.domain.ids import OrderId
from packdesk.station.sent import SentLane
from packdesk.ui.page_keys import ESCAPE, on_arrows, on_key
from packdesk.ui.sent.derive import KEYS
from packdesk.ui.sent.details_view import DetailsView
from packdesk.ui.sent.lane_view import LaneView
from packdesk.ui.sent.props import SentProps
from packdesk.ui.sent.viewmodel import SentViewModel
from packdesk.ui.theme import Density, restyle
from packdesk.ui.tokens import Space

_NAMES = {
    SentLane.NEEDS_YOU: "sentNeedsYou",
    SentLane.WAITING: "sentWaiting",
    SentLane.DONE: "sentDone",
}


class SentView(QWidget):
    """Renders `SentProps`; Enter in the search finds, arrows choose a row, keys act on it."""

    def __init__(self, viewmodel: SentViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self.setObjectName("sentPage")
        self._search = QLineEdit(self)
        self._search.setObjectName("sentSearch")
        self._search.setMaximumWidth(420)
        self._trouble = QLabel(self)
        self._trouble.setObjectName("sentTrouble")
        self._trouble.setProperty("role", "strong")
        self._trouble.setTextFormat(Qt.TextFormat.PlainText)
        self._trouble.setWordWrap(True)
        self._choose = QLabel(self)
        self._choose.setObjectName("sentChoose")
        self._choose.setProperty("role", "quiet")
        self._here: tuple[OrderId, int] | None = None
        self._columns = QWidget(self)
        self._lanes = {lane: LaneView(name, self._columns) for lane, name in _NAMES.items()}
        self._details = DetailsView(self)
        self._lay_out()
        self.setFocusProxy(self._search)
        on_arrows(self, viewmodel.step)
        on_key(self, ESCAPE, self._leave)
        for key in KEYS:
            on_key(self, key, partial(viewmodel.press, key))
        self._search.returnPressed.connect(self._find)
        for view in self._lanes.values():
            view.acted.connect(viewmodel.act)
        self._details.acted.connect(viewmodel.act)
        viewmodel.props_changed.connect(self._render)
        self._render(viewmodel.props)

    def set_density(self, density: Density) -> None:
        """A row is as high in every window."""

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(Space.BASE)
        bar.addWidget(self._search, 1)
        bar.addWidget(self._trouble, 1)
        bar.addStretch()
        bar.addWidget(self._choose)
        columns = QHBoxLayout(self._columns)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(Space.BASE)
        for view in self._lanes.values():
            columns.addWidget(view, 1)
        self._body = QStackedLayout()
        self._body.addWidget(self._columns)
        self._body.addWidget(self._details)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(Space.WIDE, Space.SNUG, Space.WIDE, Space.TIGHT)
        whole.setSpacing(Space.SNUG)
        whole.addLayout(bar)
        whole.addLayout(self._body, 1)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._viewmodel.entered()

    def _leave(self) -> None:
        self._search.clear()
        self._viewmodel.back()

    def _show_here(self) -> None:
        for view in self._lanes.values():
            view.show_here()

    def _find(self) -> None:
        self._viewmodel.search(self._search.text())
        self._search.selectAll()

    def _render(self, props: SentProps) -> None:
        self.setAccessibleName(props.name)
        self._search.setPlaceholderText(props.placeholder)
        self._search.setAccessibleName(props.placeholder)
        self._trouble.setVisible(props.trouble is not None)
        if props.trouble is not None:
            self._trouble.setText(props.trouble.text)
            self._trouble.setProperty("tone", props.trouble.tone.value)
            restyle(self._trouble)
        self._choose.setText(props.choose)
        for lane in props.lanes:
            self._lanes[lane.lane].show_lane(lane)
        # What the keys act on must be in sight, also where other rows have come over it.
        here = (props.here.order, props.rows.index(props.here)) if props.here is not None else None
        if here != self._here:
            self._here = here
            # The row has its place only after the layout of the next turn.
            QTimer.singleShot(0, self, self._show_here)
        if props.details is not None:
            self._details.show_details(props.details)
        wanted = self._columns if props.details is None else self._details
        if self._body.currentWidget() is not wanted:
            self._body.setCurrentWidget(wanted)

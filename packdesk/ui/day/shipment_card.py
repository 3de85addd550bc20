"""One shipment of a shop: its counts, what is not ready, and what can be done for it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from packdesk.ui.day.open_rows import OpenRowsView
from packdesk.ui.day.paper_view import PaperView
from packdesk.ui.day.shipments_props import DayButton, HoldProps, ShipmentProps
from packdesk.ui.focus import leave
from packdesk.ui.offer_button import GRAVE_HOLD_MS, OfferButton
from packdesk.ui.theme import Theme, put, restyle
from packdesk.ui.tokens import Space
from packdesk.ui.words.notice import Notice

ACTS_WIDTH = 344


class ShipmentCard(QFrame):
    """Renders `ShipmentProps`; can be given another shipment.

    Its buttons act by the space bar and by their keys, not by Enter: a scanner may send that so
    late that it is no part of the scan any more. One that goes off or away leaves the keyboard to
    the card.

    Signals:
        acted: The `DayAct` and the `ShipmentKey`.
        held: The `ShipmentKey` whose confirmation was meant.
        opened: The `OrderId` to be put on the bench.
    """

    acted = Signal(object, object)
    held = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dayShipment")
        self.setProperty("card", "plain")
        self._props: ShipmentProps | None = None
        self._title, self._when = QLabel(self), QLabel(self)
        self._title.setProperty("role", "title")
        self._when.setProperty("role", "name")
        self._chips = QHBoxLayout()
        self._chips.setSpacing(Space.TIGHT)
        self._rows = OpenRowsView(self, self)
        self._told, self._hint, self._consequence = QLabel(self), QLabel(self), QLabel(self)
        self._told.setObjectName("dayBatchTold")
        self._told.setProperty("role", "note")
        self._hint.setObjectName("dayHint")
        self._hint.setProperty("role", "quiet")
        self._consequence.setObjectName("dayConsequence")
        self._consequence.setProperty("role", "note")
        self._consequence.setProperty("tone", "attention")
        for label in (self._title, self._when, self._told, self._hint, self._consequence):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(label is not self._when)
        for label in (self._told, self._consequence):
            label.setProperty("roomy", True)
        self._set_ready, self._labels, self._confirm, self._not_now = (
            self._button() for _ in range(4)
        )
        self._hold = OfferButton(theme, self)
        self._hold.setObjectName("dayHold")
        self._hold.setProperty("kind", "danger")
        self._hold.setProperty("tall", True)
        self._hold.must_hold(GRAVE_HOLD_MS)
        self._hold.meant.connect(self._mean)
        self._labels_told = PaperView("dayLabelsTold", self, self)
        self._act_told = PaperView("dayActTold", self, self)
        for paper in (self._labels_told, self._act_told):
            paper.acted.connect(self._act)
        self._rows.opened.connect(self.opened)
        self._lay_out()

    def show_shipment(self, props: ShipmentProps) -> None:
        """Show this shipment."""
        if props == self._props:
            return
        before, self._props = self._props, props
        if before is not None and before.key != props.key:
            leave(self, self)
        self.setAccessibleName(", ".join((props.title, props.when, *_texts(props.counts))))
        put(self, "card", "here" if props.is_here else "plain")
        self._title.setText(props.title)
        self._when.setText(props.when)
        if before is None or before.counts != props.counts:
            self._show_chips(props.counts)
        self._rows.show_rows(props.rows, props.more or props.nothing_open)
        self._say(self._told, props.told)
        self._hint.setText(props.hint)
        self._hint.setVisible(bool(props.hint))
        for button, shown in (
            (self._set_ready, props.set_ready),
            (self._labels, props.labels),
            (self._confirm, props.confirm),
        ):
            self._show_button(button, shown)
        self._show_hold(props.hold)
        self._labels_told.show_paper(props.labels_told)
        self._act_told.show_paper(props.act_told)

    def reach_hold(self) -> None:
        """The key of the confirmation was pressed."""
        hold = self._props.hold if self._props is not None else None
        if hold is not None and hold.key and self.isVisible():
            self._hold.reach()

    def _button(self) -> QPushButton:
        button = QPushButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self._act_of(button))
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.SNUG)
        head.addWidget(self._title, 1)
        head.addWidget(self._when)
        head.addLayout(self._chips)
        acts = QVBoxLayout()
        acts.setSpacing(Space.TIGHT)
        for widget in (
            self._set_ready,
            self._told,
            self._labels,
            self._labels_told,
            self._confirm,
            self._consequence,
            self._hold,
            self._not_now,
            self._hint,
            self._act_told,
        ):
            acts.addWidget(widget)
        acts.addStretch(1)
        side = QWidget(self)
        side.setFixedWidth(ACTS_WIDTH)
        side.setLayout(acts)
        acts.setContentsMargins(0, 0, 0, 0)
        body = QHBoxLayout()
        body.setSpacing(Space.WIDE)
        body.addWidget(self._rows, 1)
        body.addWidget(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.BASE, Space.SNUG, Space.BASE, Space.SNUG)
        column.setSpacing(Space.SNUG)
        column.addLayout(head)
        column.addLayout(body)

    def _show_chips(self, counts: tuple[Notice, ...]) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for one in counts:
            chip = QLabel(one.text, self)
            chip.setProperty("role", "chip")
            chip.setProperty("tone", one.tone.value)
            self._chips.addWidget(chip)

    def _show_hold(self, hold: HoldProps | None) -> None:
        was_shown = not self._hold.isHidden()
        for widget in (self._consequence, self._hold, self._not_now):
            if hold is None:
                leave(widget, self)
            widget.setVisible(hold is not None)
        if hold is None:
            return
        self._consequence.setText(hold.consequence)
        self._hold.show_words(hold.key, hold.label)
        self._show_button(self._not_now, hold.not_now)
        if not was_shown:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_button(self, button: QPushButton, props: DayButton | None) -> None:
        if props is None or not props.is_on:
            leave(button, self)
        button.setVisible(props is not None)
        if props is None:
            return
        button.setObjectName(props.act.value)
        button.setText(props.text)
        button.setEnabled(props.is_on)
        put(button, "tall", props.is_primary)
        put(button, "kind", "primary" if props.is_primary else "")

    def _say(self, label: QLabel, notice: Notice | None) -> None:
        label.setVisible(notice is not None)
        if notice is not None:
            label.setText(notice.text)
            label.setProperty("tone", notice.tone.value)
            restyle(label)

    def _act_of(self, button: QPushButton) -> None:
        if self._props is None:
            return
        shown = (self._props.set_ready, self._props.labels, self._props.confirm)
        asked = self._props.hold
        known = (*shown, asked.not_now if asked is not None else None)
        for one in known:
            if one is not None and one.act.value == button.objectName():
                self._act(one.act)

    def _act(self, act: object) -> None:
        if self._props is not None:
            self.acted.emit(act, self._props.key)

    def _mean(self) -> None:
        if self._props is not None and self._props.hold is not None:
            self.held.emit(self._props.key)


def _texts(notices: tuple[Notice, ...]) -> tuple[str, ...]:
    return tuple(one.text for one in notices)

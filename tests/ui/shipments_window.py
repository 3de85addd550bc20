"""The shipments of the day in a window of their own."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from packdesk.domain.labels import LabelFormat
from packdesk.ui.day.shipment_card import ShipmentCard
from packdesk.ui.day.shipments_view import ShipmentsView
from packdesk.ui.day.shipments_viewmodel import ShipmentsViewModel
from packdesk.ui.offer_button import OfferButton
from packdesk.ui.words.notice import Notice
from tests.fakes.day_doors import AskedDay
from tests.fakes.intents import RecordedIntents
from tests.ui.day_samples import (
    key,
    read,
)
from tests.ui.queue_entries import NOW


class Screen:
    """The section in a window of its own."""

    def __init__(self, qtbot, theme, *shipments) -> None:
        self.day = AskedDay()
        self.intents = RecordedIntents()
        self.opened: list[str] = []
        self.opens = True
        self.noticed: list[Notice] = []
        self.model = ShipmentsViewModel(
            self.day, self.intents, lambda: NOW, lambda: LabelFormat.A7, self._open
        )
        self.model.noticed.connect(self.noticed.append)
        self.view = ShipmentsView(self.model, theme)
        self.view.resize(1366, 560)
        qtbot.addWidget(self.view)
        with qtbot.waitExposed(self.view):
            self.view.show()
        self.theme = theme
        if shipments:
            self.model.take(read(*shipments))
        QApplication.processEvents()

    def _open(self, file: str) -> bool:
        self.opened.append(file)
        return self.opens

    def button(self, name: str, place: int = 0) -> QPushButton | None:
        cards = [one for one in self.view.findChildren(ShipmentCard) if one.isVisible()]
        found = [b for b in cards[place].findChildren(QPushButton, name) if b.isVisible()]
        return found[0] if found else None

    def press(self, name: str, place: int = 0) -> None:
        found = self.button(name, place)
        assert found is not None
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    def text(self, name: str) -> str:
        found = [one for one in self.view.findChildren(QLabel, name) if one.isVisible()]
        return found[0].text() if found else ""

    def rows(self) -> list[str]:
        QApplication.processEvents()
        rows = self.view.findChildren(QPushButton, "dayOpenOrder")
        return [one.accessibleName() for one in rows if one.isVisible()]

    @property
    def hold(self) -> OfferButton:
        found = self.button("dayHold")
        assert isinstance(found, OfferButton)
        return found


SHIPMENT = key().shipment

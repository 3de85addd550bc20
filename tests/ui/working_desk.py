"""The band above the bench in one window, over a table that answers at once."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from packdesk.domain.order import Catalogue, Order
from packdesk.station.reports import Answer, OpenedOrder, Told
from packdesk.ui.band.local_question import LocalQuestion
from packdesk.ui.band.view import BandView
from packdesk.ui.band.viewmodel import BandViewModel
from packdesk.ui.bench.view import BenchView
from packdesk.ui.theme import Density, Theme
from packdesk.ui.words.notice import Notice
from tests.ui.bench_stage import find, press, settle
from tests.ui.bench_table import NOON, Table


class BandTable(Table):
    """Its questions stand in a band."""

    def __init__(self, order: Order, catalogue: Catalogue | None = None) -> None:
        self.band = BandViewModel(self)
        self.given: list[str] = []
        super().__init__(order, catalogue)
        self.viewmodel.noticed.connect(self.band.tell)

    @override
    def ask(self, question: LocalQuestion) -> None:
        self.band.ask(question)

    @override
    def give_external_id(self, order_id: object, text: str) -> None:
        self.given.append(text)

    @override
    def _tell(self, told: Told, scan: str | None = None) -> None:
        super()._tell(told, scan)
        self.band.take(Answer(told, NOON, scan=scan, bench=self.bench))


class WorkingDesk:
    """A window as wide as a laptop's, with hands for it."""

    def __init__(
        self, theme: Theme, order: Order, catalogue: Catalogue | None = None, width: int = 1366
    ) -> None:
        self.table = BandTable(order, catalogue)
        self.heard: list[Notice] = []
        self.table.band.noticed.connect(self.heard.append)
        self.window = QWidget()
        layout = QVBoxLayout(self.window)
        layout.setContentsMargins(0, 0, 0, 0)
        band = BandView(self.table.band, theme, self.window)
        self.view = BenchView(self.table.viewmodel, theme, parent=self.window)
        for part in (band, self.view):
            part.set_density(Density.COMPACT)
            layout.addWidget(part)
        self.window.resize(width, 660)

    def open(self) -> None:
        order = self.table.packing.order
        self.table._tell(OpenedOrder(order.id, self.table.bench.access))
        self.table.band.calm_down()
        settle()

    def type(self, text):
        for sign in text:
            QTest.keyClick(self.window.windowHandle(), sign)
        settle()

    def press(self, key: Qt.Key) -> None:
        press(self.window, key)

    def tap(self, name: str) -> None:
        button = find(self.window, name)
        assert isinstance(button, QPushButton)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()

    def has(self, name: str) -> bool:
        return any(one.isVisible() for one in self.window.findChildren(QWidget, name))

    @property
    def field(self) -> QLineEdit:
        field = find(self.window, "bandEntry")
        assert isinstance(field, QLineEdit)
        return field

    def says(self, name: str) -> str:
        label = find(self.window, name)
        assert isinstance(label, QLabel)
        return label.text()

"""A picture that does not come is in nobody's way: scans are answered, kept pictures are shown."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from packdesk.domain.order import Catalogue, Offer
from packdesk.station.desk import Desk, DeskPolicy
from packdesk.station.ledger import Ledger, Worker
from packdesk.station.picture_files import PictureFiles
from packdesk.station.pictures import PictureShelf
from packdesk.station.station import Lanes, Station
from packdesk.ui.bench.painted import PicturePlace
from packdesk.ui.bench.view import BenchView
from packdesk.ui.bench.viewmodel import BenchViewModel
from packdesk.ui.lane import QtLane
from packdesk.ui.pictures import PictureBook
from packdesk.ui.theme import Density, Look, Theme, system_font
from tests.builders import ean, item, order
from tests.fakes.clock import FakeClock
from tests.fakes.journal import MemoryJournal
from tests.fakes.lane import ManualLane
from tests.fakes.market import FakeMarket
from tests.fakes.pictures import FakePictures
from tests.fakes.printer import MemoryLabels, MemoryPrinter
from tests.ui.picture_bytes import picture

TEA, JAM = "https://pictures.invalid/tea.png", "https://pictures.invalid/jam.png"
GOODS = order(item(1, 3, name="Tea"), item(2, name="Jam"))
CATALOGUE = Catalogue(
    (Offer("A-1", "Tea", (ean(1),), 1, (TEA,)), Offer("A-2", "Jam", (ean(2),), 1, (JAM,)))
)


class Table:
    """A station with a journal lane of its own, a bench, and pictures in lanes of their own."""

    def __init__(self, folder, web: FakePictures) -> None:
        self.bugs: list[BaseException] = []
        clock = FakeClock()
        journal = MemoryJournal()
        journal.keep_orders((GOODS,), clock.now())
        journal.keep_offers(CATALOGUE.offers)
        ledger = Ledger(lambda: journal, clock.now, Worker("Anna", "table 1"))
        self.journal_lane = QtLane("journal", self.bugs.append)
        self.near = QtLane("pictures", self.bugs.append)
        self.far = QtLane("picture download", self.bugs.append)
        self.station = Station(
            Desk(ledger, DeskPolicy()),
            FakeMarket,
            MemoryLabels(),
            MemoryPrinter(),
            Lanes(self.journal_lane, ManualLane(), ManualLane(), ManualLane()),
            clock,
            self.bugs.append,
        )
        self.files = PictureFiles(folder)
        self.shelf = PictureShelf(
            self.files, lambda: web, self.near, self.far, clock.now, self.bugs.append
        )
        self.book = PictureBook(self.shelf)
        self.bench = BenchViewModel(self.station, lambda _: None)
        self.station.listen(self.bench.take)

    def stop(self) -> None:
        self.station.stop()
        self.shelf.stop()
        self.near.stop(wait=True)
        self.far.stop(wait=True)


@pytest.fixture
def web() -> FakePictures:
    made = FakePictures({TEA: picture("#ff0000"), JAM: picture("#0000ff")})
    made.may_answer.clear()
    return made


@pytest.fixture
def table(qapp, tmp_path, web) -> Iterator[Table]:
    made = Table(tmp_path, web)
    yield made
    web.may_answer.set()
    made.stop()
    assert made.bugs == []


@pytest.fixture
def view(qapp, qtbot, table) -> BenchView:
    shown = BenchView(table.bench, Theme(Look.LIGHT, system_font()), table.book)
    shown.set_density(Density.COMPACT)
    shown.resize(1366, 560)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def colour(view: BenchView, number: int) -> str:
    row = view.findChild(QWidget, f"itemRow_{number}")
    assert row is not None
    (place,) = row.findChildren(PicturePlace)
    return place.grab().toImage().pixelColor(place.width() // 2, place.height() // 2).name()


def count(view: BenchView, number: int) -> str:
    label = view.findChild(QLabel, f"itemCount_{number}")
    return label.text() if label is not None else ""


def test_scans_are_answered_while_a_picture_hangs_and_it_is_shown_when_it_comes(
    qtbot, table, view, web
):
    table.station.open_order(GOODS.id)
    qtbot.waitUntil(lambda: count(view, 1) == "0 / 3")
    view.grab()
    qtbot.waitUntil(web.is_asked.is_set)
    for packed in (1, 2):
        table.station.scan(ean(1))
        qtbot.waitUntil(lambda packed=packed: count(view, 1) == f"{packed} / 3")
    assert not web.may_answer.is_set()
    assert len(web.asked) == 1
    assert "#ff0000" not in {colour(view, 1), colour(view, 2)}
    web.may_answer.set()
    qtbot.waitUntil(lambda: (colour(view, 1), colour(view, 2)) == ("#ff0000", "#0000ff"))
    assert count(view, 1) == "2 / 3"


def test_a_kept_picture_is_shown_while_another_hangs(qtbot, table, view, web):
    table.files.keep(JAM, picture("#0000ff"))
    table.station.open_order(GOODS.id)
    qtbot.waitUntil(lambda: count(view, 1) == "0 / 3")
    view.grab()
    qtbot.waitUntil(web.is_asked.is_set)
    qtbot.waitUntil(lambda: colour(view, 2) == "#0000ff")
    assert web.asked == [TEA]


def test_the_end_does_not_wait_in_the_window_for_a_picture_that_hangs(qtbot, table, view, web):
    table.station.open_order(GOODS.id)
    qtbot.waitUntil(lambda: count(view, 1) == "0 / 3")
    view.grab()
    qtbot.waitUntil(web.is_asked.is_set)
    table.shelf.stop()
    assert not web.may_answer.is_set()
    assert table.book.picture(TEA, 10) is None

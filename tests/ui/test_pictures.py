"""Pictures of goods: made small in a lane, shown without anything moving."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from packdesk.domain.commands import TakeProduct
from packdesk.domain.ids import ItemId
from packdesk.domain.order import Catalogue, Offer
from packdesk.station.picture_files import PictureFiles
from packdesk.station.pictures import PictureFault, PictureShelf
from packdesk.station.reports import QueueRead
from packdesk.ui import pictures as pictures_module
from packdesk.ui.bench.painted import PicturePlace
from packdesk.ui.bench.props import OrderProps, RowProps
from packdesk.ui.bench.row_size import row_size
from packdesk.ui.bench.view import BenchView
from packdesk.ui.pictures import PictureBook, read_picture
from packdesk.ui.theme import Density
from tests.builders import item, order
from tests.fakes.clock import FakeClock
from tests.fakes.lane import ManualLane, drain
from tests.fakes.pictures import FakePictures
from tests.ui.bench_table import Table
from tests.ui.picture_bytes import picture

SHOE, MUG = "https://pictures.invalid/shoe.png", "https://pictures.invalid/mug.png"
RED, WHITE, BLUE = QColor("#ff0000"), QColor("#ffffff"), QColor("#0000ff")


def read(content: bytes, side: int = 40, ratio: float = 1.0) -> QImage:
    image = read_picture(content, side=side, ratio=ratio)
    assert image is not None
    return image


def test_a_wide_picture_is_shown_whole_in_the_middle():
    image = read(picture(width=400, height=100))
    assert image.size() == QSize(40, 40)
    assert image.pixelColor(20, 20) == RED
    assert (image.pixelColor(20, 10), image.pixelColor(20, 30)) == (WHITE, WHITE)
    assert (image.pixelColor(2, 20), image.pixelColor(37, 20)) == (RED, RED)


def test_a_small_picture_is_not_blown_up():
    image = read(picture(width=10, height=10))
    assert (image.pixelColor(20, 20), image.pixelColor(10, 20)) == (RED, WHITE)


def test_what_can_be_seen_through_lies_on_white_and_the_corners_are_round():
    image = read(picture("#00000000"))
    assert image.pixelColor(20, 20) == WHITE
    assert image.pixelColor(0, 0).alpha() == 0


def test_a_dense_screen_gets_more_points_for_the_same_side():
    image = read(picture(width=400, height=400), ratio=1.5)
    assert image.size() == QSize(60, 60)
    assert image.deviceIndependentSize().toSize() == QSize(40, 40)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "BMP"])
def test_the_usual_files_are_read(kind):
    colour = read(picture(kind=kind)).pixelColor(20, 20)
    assert (colour.red() > 240, colour.green() < 15) == (True, True)


def test_a_thread_of_a_picture_is_not_made_into_nothing():
    image = read(picture(width=4000, height=1))
    assert RED in [image.pixelColor(20, y) for y in range(40)]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html>not found</html>",
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
        b'/* XPM */ static char *x[] = {"1 1 1 1", "a c #000000", "a"};',
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"GIF89a",
    ],
)
@pytest.mark.qt_log_ignore("JPEG", "PNG", extend=True)
def test_what_is_no_picture_gives_none(content):
    assert read_picture(content, side=40, ratio=1.0) is None


def test_a_picture_with_too_many_points_is_not_unfolded(monkeypatch):
    monkeypatch.setattr(pictures_module, "MOST_POINTS", 100)
    assert read_picture(picture(width=10, height=10), side=40, ratio=1.0) is not None
    assert read_picture(picture(width=10, height=11), side=40, ratio=1.0) is None


class Album:
    """A book whose lanes run when the test lets them."""

    def __init__(self, folder) -> None:
        self.web = FakePictures({SHOE: picture("#ff0000"), MUG: picture("#0000ff")})
        self.near, self.far = ManualLane(), ManualLane()
        self.bugs: list[Exception] = []
        self.clock = FakeClock()
        shelf = PictureShelf(
            PictureFiles(folder),
            lambda: self.web,
            self.near,
            self.far,
            self.clock.now,
            self.bugs.append,
        )
        self.book = PictureBook(shelf)
        self.changes: list[str] = []
        self.book.changed.connect(self.changes.append)

    def drain(self) -> list[str]:
        drain(self.near, self.far)
        changes = list(self.changes)
        self.changes.clear()
        return changes


@pytest.fixture
def album(qapp, tmp_path):
    made = Album(tmp_path)
    yield made
    assert made.bugs == []


def test_a_picture_is_told_when_it_has_come_and_is_ready_from_then_on(album):
    assert album.book.picture(SHOE, 40) is None
    assert album.drain() == [SHOE]
    pixmap = album.book.picture(SHOE, 40)
    assert pixmap is not None
    assert pixmap.deviceIndependentSize().toSize() == QSize(40, 40)
    assert pixmap.toImage().pixelColor(20, 20) == RED
    assert album.drain() == []


def test_a_picture_is_asked_for_once_however_often_it_is_painted(album):
    for _ in range(5):
        album.book.picture(SHOE, 40)
    assert len(album.near.waiting) == 1
    assert album.drain() == [SHOE]


def test_another_size_is_made_from_the_same_file(album):
    album.book.picture(SHOE, 40)
    album.book.picture(SHOE, 40, 2.0)
    assert album.drain() == [SHOE, SHOE]
    dense = album.book.picture(SHOE, 40, 2.0)
    assert dense is not None
    assert (dense.width(), dense.devicePixelRatio()) == (80, 2.0)
    assert album.web.asked == [SHOE]


def test_a_good_without_a_picture_asks_for_nothing(album):
    assert album.book.picture("", 40) is None
    assert not album.near.waiting


def test_a_picture_that_failed_is_wished_again_later(album):
    album.web.there[SHOE] = PictureFault.UNREACHABLE
    album.book.picture(SHOE, 40)
    assert album.drain() == []
    album.web.there[SHOE] = picture()
    album.book.picture(SHOE, 40)
    assert album.drain() == []
    album.clock.move(60)
    album.book.picture(SHOE, 40)
    assert album.drain() == [SHOE]


def test_the_picture_shown_longest_ago_is_forgotten_first(album, monkeypatch):
    monkeypatch.setattr(pictures_module, "MOST_SHOWN", 2)
    for side in (40, 41):
        album.book.picture(SHOE, side)
        album.drain()
    assert album.book.picture(SHOE, 40) is not None
    album.book.picture(SHOE, 42)
    album.drain()
    assert album.book.picture(SHOE, 41) is None
    assert album.book.picture(SHOE, 40) is not None


@pytest.fixture
def table():
    offers = (Offer("A-1", pictures=(SHOE, MUG)), Offer("A-2", pictures=(MUG,)), Offer("A-3"))
    goods = (item(1, name="Tea"), item(2, name="Jam"), item(3, name="Ink"), item(4, name="Rope"))
    return Table(order(*goods), Catalogue(offers)).open()


@pytest.fixture
def view(qtbot, theme, english, table, album):
    shown = BenchView(table.viewmodel, theme, album.book)
    shown.set_density(Density.COMPACT)
    shown.resize(1366, 560)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.grab()
    return shown


def place_of(view: BenchView, number: int) -> PicturePlace:
    row = view.findChild(QWidget, f"itemRow_{number}")
    assert row is not None
    (place,) = row.findChildren(PicturePlace)
    return place


def middle(place: PicturePlace) -> QColor:
    return place.grab().toImage().pixelColor(place.width() // 2, place.height() // 2)


def geometry(view: BenchView) -> list[QRect]:
    return [one.geometry() for one in view.findChildren(QWidget)]


def rows(table: Table) -> dict[int, RowProps]:
    props = table.viewmodel.props
    assert isinstance(props, OrderProps)
    return {one.item: one for one in props.listed if isinstance(one, RowProps)}


def test_a_row_knows_the_first_picture_of_its_good(table):
    assert [rows(table)[n].picture for n in (1, 2, 3, 4)] == [SHOE, MUG, "", ""]


def test_a_letter_stands_until_the_picture_has_come_and_nothing_moves_then(view, album):
    before, letters = geometry(view), place_of(view, 1).grab().toImage()
    assert RED not in [middle(place_of(view, n)) for n in (1, 2, 3, 4)]
    assert set(album.drain()) == {SHOE, MUG}
    view.grab()
    assert (middle(place_of(view, 1)), middle(place_of(view, 2))) == (RED, BLUE)
    assert geometry(view) == before
    assert letters.size() == place_of(view, 1).grab().toImage().size()


def test_a_picture_that_cannot_be_had_leaves_the_letter(view, album):
    album.web.there.clear()
    before = place_of(view, 1).grab().toImage()
    assert album.drain() == []
    assert place_of(view, 1).grab().toImage() == before


def test_the_picture_of_a_packed_good_fades(view, album, table):
    album.drain()
    table.do(TakeProduct(ItemId(1)))
    assert rows(table)[1].is_done
    faded = middle(place_of(view, 1))
    assert faded.red() > 240
    assert 100 < faded.green() < 160


def test_a_roomier_window_gets_a_larger_picture(view, album):
    album.drain()
    view.set_density(Density.ROOMY)
    view.grab()
    assert set(album.drain()) == {SHOE, MUG}
    assert len(album.web.asked) == 2
    assert place_of(view, 1).width() == row_size(Density.ROOMY, 4).picture
    assert middle(place_of(view, 1)) == RED


def test_offers_that_come_after_the_order_was_opened_bring_its_pictures(theme, english, album):
    table = Table(order(item(1, name="Tea"))).open()
    assert rows(table)[1].picture == ""
    offers = Catalogue((Offer("A-1", pictures=(SHOE,)),))
    table.viewmodel.take(QueueRead((), offers, None))
    assert rows(table)[1].picture == SHOE


def test_the_queue_tells_an_empty_bench_nothing(table):
    table.viewmodel.set_aside()
    before = table.viewmodel.props
    table.viewmodel.take(QueueRead((), Catalogue(), None))
    assert table.viewmodel.props == before

"""The book of what was sent tells every confirmed order in its lane, with its history."""

from packdesk.domain.codes import CodeKind
from packdesk.domain.errands import GiveExternalId
from packdesk.domain.events import LayoutConfirmed, MarkedReady
from packdesk.domain.ids import OrderId
from packdesk.station.errors import ApiError, MarketRefused, MarketUnreachable
from packdesk.station.sent import (
    HistoryRead,
    NothingFound,
    SentBook,
    SentLane,
    SentRead,
    SentReport,
    SentRow,
)
from tests.builders import catalogue, item, order
from tests.fakes.market import Op
from tests.fakes.workplace import FakeWorkplace

CIS = (CodeKind.CIS,)
FIRST, SECOND = 11111, 22222


class Reader:
    """A book over a workplace, and what it told."""

    def __init__(self, *numbers: int) -> None:
        orders = (order(item(marking=CIS), number=number) for number in numbers)
        self.place = FakeWorkplace(*orders, catalogue=catalogue(1)).start()
        self.told: list[SentReport] = []
        self.book = SentBook(
            self.place.desk.ledger, self.place.lanes.journal, self.place.bugs.append
        )
        self.book.listen(self.told.append)

    def pack(self, number: int, nth: int = 1) -> None:
        self.place.open(number)
        self.place.scan(f"<cis 1 {nth}>")

    def rows(self) -> tuple[SentRow, ...]:
        self.book.show()
        self.place.drain()
        read = self.told[-1]
        assert isinstance(read, SentRead)
        return read.rows

    def lanes(self) -> dict[int, SentLane]:
        return {row.order.id: row.lane for row in self.rows()}

    def found(self, text: str) -> SentReport:
        self.book.find(text)
        self.place.drain()
        return self.told[-1]


def test_an_order_that_nobody_has_confirmed_is_not_listed():
    reader = Reader(FIRST)
    reader.place.open(FIRST)
    assert reader.lanes() == {}


def test_an_order_goes_from_waiting_to_done():
    reader = Reader(FIRST)
    reader.place.market.fail(Op.SET_LAYOUT, MarketUnreachable("setOrderBoxLayout"))
    reader.pack(FIRST)
    assert reader.lanes() == {FIRST: SentLane.WAITING}
    reader.place.wait(60)
    assert reader.lanes() == {FIRST: SentLane.DONE}


def test_a_refused_order_needs_a_person():
    reader = Reader(FIRST)
    refused = MarketRefused("setOrderBoxLayout", status=400, errors=(ApiError("BAD", "bad boxes"),))
    reader.place.market.fail(Op.SET_LAYOUT, refused)
    reader.pack(FIRST)
    reader.place.wait(5)
    assert reader.lanes() == {FIRST: SentLane.NEEDS_YOU}


def test_an_errand_alone_is_listed_too():
    reader = Reader(FIRST)
    reader.place.station.ask_errand(OrderId(FIRST), GiveExternalId("A-1007"))
    reader.place.drain()
    assert reader.lanes() == {FIRST: SentLane.DONE}


def test_what_was_touched_last_comes_first():
    reader = Reader(FIRST, SECOND)
    reader.pack(FIRST, 1)
    reader.place.wait(60)
    reader.pack(SECOND, 2)
    reader.place.wait(60)
    assert [row.order.id for row in reader.rows()] == [SECOND, FIRST]


def test_one_order_can_be_read_anew():
    reader = Reader(FIRST)
    reader.pack(FIRST)
    reader.rows()
    reader.place.wait(60)
    reader.book.moved(OrderId(FIRST))
    reader.place.drain()
    read = reader.told[-1]
    assert isinstance(read, SentRead)
    assert [row.lane for row in read.rows] == [SentLane.DONE]


def test_an_order_is_found_by_its_number_with_all_that_happened():
    reader = Reader(FIRST)
    reader.pack(FIRST)
    reader.place.wait(60)
    found = reader.found(f" {FIRST} ")
    assert isinstance(found, HistoryRead)
    assert found.row is not None
    kinds = [type(line.event) for line in found.lines]
    assert kinds.index(LayoutConfirmed) < kinds.index(MarkedReady)
    assert {(line.packer, line.station) for line in found.lines} == {("Anna", "table 1")}


def test_an_order_that_was_never_touched_has_no_history():
    reader = Reader(FIRST)
    found = reader.found(str(FIRST))
    assert isinstance(found, HistoryRead)
    assert (found.row, found.lines) == (None, ())


def test_a_number_that_nobody_knows_is_said_to_be_unknown():
    assert Reader(FIRST).found("99999") == NothingFound("99999")

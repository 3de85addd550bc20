"""A refused piece is asked about until a person says that it is out, also after a restart."""

from dataclasses import replace

from packdesk.domain.codes import CodeKind
from packdesk.domain.ids import OrderId
from packdesk.domain.order import OrderStatus
from packdesk.domain.pieces import PieceGone, PieceRejected
from packdesk.station.reports import PieceOut, PiecesOut
from tests.builders import box, catalogue, cis, item, order, unit
from tests.fakes.workplace import FakeWorkplace

ONE = OrderId(1)
MARKED = (CodeKind.CIS,)


def test_a_piece_that_is_still_in_its_box_is_asked_about_after_a_restart():
    place = FakeWorkplace(
        order(item(1, 2, marking=MARKED), number=1), catalogue=catalogue(1)
    ).start()
    place.market.verdicts[cis(1, 1).full] = ("INVALID", "ITEM_SOLD")
    place.open(1)
    for nth in (1, 2):
        place.scan(f"<cis 1 {nth}>")
    place.wait(10)
    place.station.open_at(ONE, unit(1, 1))
    place.drain()
    place.scan("<cis 1 3>")
    out = PieceOut(ONE, PieceRejected(unit(1, 1), (box(1),), "bc01"))

    again = FakeWorkplace(journal=place.journal, clock=place.clock).start()
    assert again.told(PiecesOut) == [PiecesOut(ONE, (out,))]
    again.station.say_out(out)
    again.station.say_out(out)
    again.drain()
    assert again.told(PiecesOut)[1:] == [PiecesOut(ONE, ())] * 2
    kept = [event for group in place.journal.read(ONE) for event in group.events]
    assert kept.count(PieceGone(unit(1, 1), "bc01")) == 1

    third = FakeWorkplace(journal=place.journal, clock=place.clock).start()
    assert third.told(PiecesOut) == []


def test_a_piece_of_an_order_that_has_left_is_not_asked_about():
    known = order(item(1, marking=MARKED), number=1)
    place = FakeWorkplace(known, catalogue=catalogue(1)).start()
    place.market.verdicts[cis(1, 1).full] = ("INVALID", "ITEM_SOLD")
    place.open(1)
    place.scan("<cis 1 1>")
    place.wait(10)
    place.station.open_at(ONE, unit(1, 1))
    place.drain()
    place.scan("<cis 1 2>")
    place.journal.keep_orders((replace(known, status=OrderStatus.DELIVERY),), place.clock.now())
    again = FakeWorkplace(journal=place.journal, clock=place.clock).start()
    assert again.told(PiecesOut) == []

"""Orders that become others at the Market while they are being packed."""

from dataclasses import replace
from datetime import timedelta

from packdesk.domain.access import Access
from packdesk.domain.changes import (
    BoxesChanged,
    CancelAsked,
    CountChanged,
    ItemGone,
    StateChanged,
    TooMuch,
)
from packdesk.domain.codes import CodeKind
from packdesk.domain.commands import MarkShort, OpenBox
from packdesk.domain.events import ChangesSeen, OrderChanged, ShortReason
from packdesk.domain.ids import ItemId, MarketBoxId, OrderId
from packdesk.domain.order import Order, OrderStatus, OrderSubstatus, StoredBox, StoredItem
from packdesk.domain.packing import UnitsInBox
from packdesk.domain.problems import CodeTold
from packdesk.domain.refusals import LookFirst, NotReadyToFinish, ReadOnly
from packdesk.station.reports import Answer, BenchCleared, CommandForWindow, Did, RefusedIt
from tests.builders import GS, box, catalogue, cis, item, order
from tests.fakes.workplace import FakeWorkplace

ONE = OrderId(1)
MARKED = (CodeKind.CIS,)
TWO_GOODS = order(item(1, 2), item(2), number=1)


def place_with(known: Order) -> FakeWorkplace:
    return FakeWorkplace(known, catalogue=catalogue(1, 2)).start()


def market_says(place: FakeWorkplace, fresh: Order) -> None:
    place.market.put(fresh)
    place.station.refresh()
    place.drain()


def refusal(answer: Answer) -> object:
    assert isinstance(answer.told, RefusedIt), answer.told
    return answer.told.refusal


def restarted(place: FakeWorkplace) -> FakeWorkplace:
    again = FakeWorkplace(journal=place.journal, clock=place.clock)
    again.market = place.market
    return again


def test_a_good_that_left_the_order_stops_the_packer_who_is_told_where_it_lies():
    place = place_with(TWO_GOODS)
    place.open(1)
    place.scan("<ean 2>")
    market_says(place, order(item(1, 2), number=1))
    gone = ItemGone(ItemId(2), "Good 2", 1)
    assert refusal(place.answer()) == LookFirst((gone,))
    bench = place.answer().bench
    assert bench is not None
    assert bench.too_much == (TooMuch(ItemId(2), "Good 2", box(1), 1),)
    assert refusal(place.scan("<ean 1>")) == LookFirst((gone,))
    place.station.do(OpenBox())
    place.drain()
    assert refusal(place.answer()) == LookFirst((gone,))
    seen = place.scan("PD-ANSWER-1")
    assert seen.told == Did((ChangesSeen(),))
    assert seen.bench is not None
    assert not seen.bench.packing.is_stopped
    assert isinstance(place.scan("<ean 1>").told, Did)


def test_a_change_is_told_once_and_the_queue_can_still_be_reached():
    place = place_with(TWO_GOODS)
    place.open(1)
    place.scan("<ean 2>")
    market_says(place, order(item(1, 2), number=1))
    told = len(place.told(Answer))
    place.station.refresh()
    place.drain()
    assert len(place.told(Answer)) == told
    assert isinstance(place.scan("PD-QUEUE").told, CommandForWindow)


def test_what_is_too_much_is_still_known_after_a_restart():
    place = place_with(TWO_GOODS)
    place.open(1)
    place.scan("<ean 1>")
    place.scan("<ean 1>")
    market_says(place, order(item(1, 1), item(2), number=1))
    again = restarted(place)
    packing = again.held(1).packing
    assert packing == place.held(1).packing
    assert packing.changes == (CountChanged(ItemId(1), "Good 1", 2, 1),)
    assert packing.too_much == (TooMuch(ItemId(1), "Good 1", box(1), 1),)


def test_an_order_that_shrank_while_the_program_was_off_opens_without_what_left():
    place = place_with(TWO_GOODS)
    place.open(1)
    place.scan("<ean 2>")
    place.market.put(order(item(1, 2), number=1))
    again = restarted(place).start()
    assert refusal(again.answer()) == LookFirst((ItemGone(ItemId(2), "Good 2", 1),))
    assert not again.bugs


def test_a_journal_that_never_told_the_positions_is_read_all_the_same():
    place = place_with(TWO_GOODS)
    place.open(1)
    place.scan("<ean 2>")
    place.scan("<ean 1>")
    old = restarted(place)
    groups = place.journal.read(ONE)
    old.journal = type(place.journal)()
    for group in groups:
        events = tuple(one for one in group.events if type(one).__name__ != "CompositionTaken")
        old.journal.append(ONE, group.number - 1, events, group.stamp)
    old.journal.keep_orders((order(item(1, 2), number=1),), place.clock.now())
    packing = old.held(1).packing
    assert [unit.ref.item for unit in packing.units] == [1, 1]
    assert packing.packed(packing.order.item(ItemId(1))) == 1
    assert packing.too_much == (TooMuch(ItemId(2), "", box(1), 1),)


def test_a_cancelled_order_stops_the_packer_and_leaves_the_bench_when_seen():
    place = place_with(TWO_GOODS)
    place.open(1)
    place.scan("<ean 2>")
    market_says(place, replace(TWO_GOODS, cancel_requested=True))
    assert refusal(place.answer()) == LookFirst((CancelAsked(),))
    place.station.see_changes()
    place.drain()
    assert isinstance(place.answer().told, Did)
    assert place.answer().bench is None
    assert place.told(BenchCleared)
    assert place.desk.bench() is None


def test_a_cancellation_that_came_before_a_good_was_packed_stops_the_packer_too():
    place = place_with(TWO_GOODS)
    place.market.put(replace(TWO_GOODS, status=OrderStatus.CANCELLED))
    place.open(1)
    assert isinstance(refusal(place.answer()), LookFirst)


def test_what_this_table_did_itself_is_no_news():
    place = place_with(order(item(1), item(2), number=1))
    place.open(1)
    place.scan("<ean 1>")
    place.station.do(MarkShort(ItemId(2), ShortReason.DAMAGED))
    place.station.finish_removing()
    place.wait(60)
    assert place.market.stored(ONE).is_ready
    place.station.refresh()
    place.drain()
    kept = [event for group in place.journal.read(ONE) for event in group.events]
    assert not any(isinstance(event, OrderChanged) for event in kept)
    assert restarted(place).held(1) == place.held(1)


def test_a_confirmed_layout_is_confirmed_anew_after_a_grave_change():
    place = place_with(order(item(1, 2), number=1))
    place.open(1)
    place.scan("<ean 1>")
    place.station.leave_order()
    place.drain()
    market_says(place, order(item(1, 1), number=1))
    assert place.held(1).packing.is_stopped
    place.open(1)
    assert isinstance(refusal(place.answer()), LookFirst)
    seen = place.scan("PD-ANSWER-1")
    assert isinstance(seen.told, Did)
    place.wait(60)
    assert place.market.stored(ONE).is_ready


def stored(number: int, good: int, count: int, *units: str) -> StoredBox:
    codes = tuple((replace(cis(good, nth), full=text),) for nth, text in enumerate(units, start=1))
    line = StoredItem(ItemId(good), count, None, None, codes)
    return StoredBox(MarketBoxId(700 + number), f"1-{number}", (line,))


def test_an_order_that_was_packed_elsewhere_opens_with_its_boxes():
    boxes = (stored(1, 1, 2), stored(2, 2, 1))
    place = place_with(replace(TWO_GOODS, stored_boxes=boxes))
    bench = place.open(1).bench
    assert bench is not None
    assert bench.packing.boxes == (box(1), box(2))
    content = bench.packing.content(box(1))
    assert isinstance(content, UnitsInBox)
    assert len(content.units) == 2
    assert restarted(place).held(1) == place.held(1)


def test_a_short_code_of_the_market_must_be_scanned_again_and_is_never_sent_back():
    whole = cis(1, 1)
    short = f"01{whole.gtin}21{whole.serial}"
    known = order(item(1, marking=MARKED), number=1)
    place = place_with(replace(known, stored_boxes=(stored(1, 1, 1, short),)))
    place.open(1)
    told = refusal(place.scan("PD-FINISH"))
    assert isinstance(told, NotReadyToFinish)
    assert any(isinstance(problem, CodeTold) for problem in told.problems)
    assert isinstance(place.scan("<cis 1 1>").told, Did)
    confirmed = place.held(1).packing.confirmed
    assert confirmed is not None
    assert confirmed.layout.boxes[0].codes == (whole,)


def test_a_full_code_of_the_market_is_as_good_as_a_scanned_one():
    known = order(item(1, marking=MARKED), number=1)
    place = place_with(replace(known, stored_boxes=(stored(1, 1, 1, cis(1, 1).full),)))
    place.open(1)
    assert isinstance(place.scan("PD-FINISH").told, Did)


def test_a_closed_order_that_was_packed_elsewhere_shows_its_boxes_to_look_at():
    ready = replace(
        TWO_GOODS, substatus=OrderSubstatus.READY_TO_SHIP, stored_boxes=(stored(1, 1, 2),)
    )
    place = place_with(ready)
    bench = place.open(1).bench
    assert bench is not None
    assert bench.packing.packed(ready.items[0]) == 2
    assert not place.journal.read(ONE)
    assert refusal(place.scan("<ean 1>")) == ReadOnly(Access.ALREADY_READY)


def packed_here_and_there() -> FakeWorkplace:
    place = place_with(TWO_GOODS)
    place.open(1)
    place.scan("<ean 1>")
    market_says(place, replace(TWO_GOODS, stored_boxes=(stored(1, 1, 2), stored(2, 2, 1))))
    assert isinstance(refusal(place.answer()), LookFirst)
    return place


def test_where_both_have_packed_the_packer_may_take_the_boxes_of_the_market():
    place = packed_here_and_there()
    place.scan("PD-ANSWER-2")
    packing = place.held(1).packing
    assert packing.boxes == (box(1), box(2))
    assert not any(unit.is_loose for unit in packing.units)
    assert restarted(place).held(1) == place.held(1)


def test_where_both_have_packed_the_packer_may_keep_the_own_boxes_and_is_asked_once():
    place = packed_here_and_there()
    place.scan("PD-ANSWER-1")
    assert place.held(1).packing.boxes == (box(1),)
    place.station.refresh()
    place.drain()
    assert not place.held(1).packing.is_stopped


def test_the_layout_that_this_table_sent_is_none_that_was_made_elsewhere():
    place = place_with(order(item(1, marking=MARKED), number=1))
    place.market.verdicts[cis(1, 1).full] = ("INVALID", "ITEM_SOLD")
    place.open(1)
    place.scan("<cis 1 1>")
    place.wait(10)
    place.station.refresh()
    place.drain()
    assert place.market.stored(ONE).stored_boxes
    assert not place.held(1).packing.is_stopped


def sent_from_here() -> tuple[FakeWorkplace, Order]:
    """Two coded pieces in two boxes, refused by the check, so that the order stays open."""
    place = place_with(order(item(1, 2, marking=MARKED), number=1))
    place.market.verdicts[cis(1, 1).full] = ("INVALID", "ITEM_SOLD")
    place.open(1)
    for scan in ("<cis 1 1>", "PD-BOX", "<cis 1 2>"):
        place.scan(scan)
    place.wait(10)
    mine = place.market.stored(ONE)
    assert len(mine.stored_boxes) == 2
    return place, mine


def boxes_with(mine: Order, **other: object) -> tuple[StoredBox, ...]:
    """The boxes with something else about the line in the second one."""
    first, last = mine.stored_boxes
    line = replace(last.items[0], **other)  # type: ignore[arg-type]
    return (first, replace(last, items=(line,)))


def test_the_same_goods_with_another_code_are_another_layout_whatever_their_ids():
    for shift in (0, 100):
        place, mine = sent_from_here()
        made = tuple(
            replace(one, box_id=MarketBoxId(one.box_id + shift))
            for one in boxes_with(mine, codes=((cis(1, 3),),))
        )
        market_says(place, replace(mine, stored_boxes=made))
        assert refusal(place.answer()) == LookFirst((BoxesChanged(made),))
        place.scan("PD-ANSWER-2")
        assert place.held(1).packing.holder(cis(1, 3).identity) is not None
        assert restarted(place).held(1) == place.held(1)


def test_other_goods_under_the_ids_of_the_own_boxes_are_another_layout():
    place, mine = sent_from_here()
    made = boxes_with(mine, whole=2)
    market_says(place, replace(mine, stored_boxes=made))
    assert refusal(place.answer()) == LookFirst((BoxesChanged(made),))


def test_the_own_layout_in_another_order_with_other_ids_and_short_codes_is_no_news():
    place, mine = sent_from_here()
    made = tuple(
        StoredBox(
            MarketBoxId(one.box_id + 100),
            one.barcode,
            (
                replace(
                    one.items[0],
                    codes=tuple(
                        tuple(replace(code, full=code.full.split(GS)[0]) for code in codes)
                        for codes in one.items[0].codes
                    ),
                ),
            ),
        )
        for one in reversed(mine.stored_boxes)
    )
    without = tuple(replace(one, items=(replace(one.items[0], codes=()),)) for one in made)
    for boxes in (made, without):
        market_says(place, replace(mine, stored_boxes=boxes))
    assert not place.held(1).packing.is_stopped


def test_an_earlier_layout_of_this_table_that_comes_late_is_no_news():
    place, mine = sent_from_here()
    place.market.verdicts[cis(1, 3).full] = ("INVALID", "ITEM_SOLD")
    place.scan("<cis 1 3>")
    place.wait(10)
    assert place.market.stored(ONE).stored_boxes != mine.stored_boxes
    place.desk.ledger.take_fresh((mine,))
    assert not place.held(1).packing.is_stopped


def test_an_older_answer_that_comes_late_changes_nothing():
    now = FakeWorkplace().clock.now()
    fresh = replace(TWO_GOODS, updated_at=now)
    place = place_with(fresh)
    place.open(1)
    place.scan("<ean 1>")
    stale = replace(order(item(1), number=1), updated_at=now.replace(year=2025))
    assert place.desk.ledger.take_fresh((stale,)) == ()
    assert place.held(1).packing.order.units == 3


def test_an_answer_of_the_same_moment_is_believed():
    now = FakeWorkplace().clock.now()
    place = place_with(replace(TWO_GOODS, updated_at=now))
    place.open(1)
    place.scan("<ean 1>")
    place.desk.ledger.take_fresh((replace(order(item(1), number=1), updated_at=now),))
    assert place.held(1).packing.order.units == 1


def test_a_time_that_cannot_have_come_yet_makes_no_answer_the_newest():
    now = FakeWorkplace().clock.now()
    place = place_with(replace(TWO_GOODS, updated_at=now + timedelta(hours=7)))
    place.open(1)
    place.scan("<ean 1>")
    gone = replace(TWO_GOODS, status=OrderStatus.CANCELLED, updated_at=now)
    assert place.desk.ledger.take_fresh((gone,)) == (ONE,)
    assert isinstance(place.held(1).packing.changes[0], StateChanged)


def test_boxes_that_come_where_the_bench_has_none_are_taken_and_none_are_offered_to_be_kept():
    for answer in ("PD-ANSWER-1", "PD-ANSWER-2"):
        place = place_with(TWO_GOODS)
        place.open(1)
        made = (stored(1, 1, 2), stored(2, 2, 1))
        market_says(place, replace(TWO_GOODS, stored_boxes=made))
        assert refusal(place.answer()) == LookFirst((BoxesChanged(made),))
        assert not place.held(1).packing.may_keep_boxes
        place.scan(answer)
        assert place.held(1).packing.boxes == (box(1), box(2))
        assert restarted(place).held(1) == place.held(1)


def test_what_becomes_of_an_order_that_nobody_packs_here_stops_nobody():
    place = place_with(TWO_GOODS)
    place.station.give_external_id(ONE, "SHOP-1")
    place.drain()
    for fresh in (
        replace(TWO_GOODS, external_id="SHOP-1", stored_boxes=(stored(1, 1, 2),)),
        replace(TWO_GOODS, external_id="SHOP-1", items=(item(2),)),
    ):
        market_says(place, fresh)
        assert not place.held(1).packing.is_stopped
    assert place.open(1).bench is not None
    assert not place.held(1).packing.is_stopped
    assert restarted(place).held(1) == place.held(1)

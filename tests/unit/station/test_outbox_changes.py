"""The order is read again before anything that counts; what has changed stops it, nothing else."""

from dataclasses import replace

import pytest

from packdesk.domain.changes import (
    BoxesChanged,
    CancelAsked,
    CodesWantedChanged,
    CountChanged,
    ItemAdded,
    ItemGone,
    StateChanged,
)
from packdesk.domain.codes import CodeKind
from packdesk.domain.errands import GiveExternalId
from packdesk.domain.events import LabelsPrinted, LayoutSent, MarkedReady, StepUndone
from packdesk.domain.ids import BoxNumber, ItemId, MarketBoxId
from packdesk.domain.layout import BoxLayout, ItemPart, LayoutBox, WholeUnits
from packdesk.domain.next_steps import (
    AnswersUnreadable,
    DidItPrint,
    Finished,
    NotConfirmed,
    OrderIsChanged,
)
from packdesk.domain.order import OrderStatus, OrderSubstatus, StoredBox, StoredItem
from packdesk.domain.rereading import against_ready, against_sending, stored_as
from packdesk.station.errors import (
    JournalFault,
    MarketAnswerUnreadable,
    MarketOutcomeUnknown,
    OrderUnknown,
    PrintOutcomeUnknown,
)
from packdesk.station.reports import JournalStopped
from tests.builders import cis, item, order
from tests.fakes.market import Effect, FakeMarket, Op, a_pdf
from tests.fakes.outbox_bench import OutboxBench, layout_of

ORDER = order(item(1, 2), item(2, 1), number=11111)
LAYOUT = layout_of(ORDER)
REMOVING = layout_of(ORDER, without=1, remove=True)
SHIPPED = OrderSubstatus.SHIPPED
CUP, MUG = ORDER.items


@pytest.fixture
def bench() -> OutboxBench:
    return OutboxBench(FakeMarket(ORDER), ORDER)


CHANGES = [
    (replace(ORDER, items=(CUP,)), ItemGone(MUG.id, MUG.name, 1)),
    (replace(ORDER, items=(*ORDER.items, item(3))), ItemAdded(ItemId(3), "Good 3", 1)),
    (replace(ORDER, items=(item(1, 1), MUG)), CountChanged(CUP.id, CUP.name, 2, 1)),
    (
        replace(ORDER, items=(CUP, item(2, 1, marking=(CodeKind.CIS,)))),
        CodesWantedChanged(MUG.id, MUG.name),
    ),
    (
        replace(ORDER, status=OrderStatus.CANCELLED, substatus=OrderSubstatus.SHOP_FAILED),
        StateChanged(OrderStatus.CANCELLED, OrderSubstatus.SHOP_FAILED),
    ),
    (replace(ORDER, substatus=SHIPPED), StateChanged(OrderStatus.PROCESSING, SHIPPED)),
    (replace(ORDER, cancel_requested=True), CancelAsked()),
]


@pytest.mark.parametrize(("fresh", "change"), CHANGES)
def test_a_changed_order_is_not_sent_until_it_was_seen_and_confirmed_anew(bench, fresh, change):
    bench.market.put(fresh)
    bench.confirm(ORDER, LAYOUT)
    bench.wait(600)
    step = bench.next(ORDER)
    assert isinstance(step, OrderIsChanged)
    assert step.changes == (change,)
    assert bench.market.called(Op.SET_LAYOUT) == []
    bench.outbox.see_changes(ORDER.id)
    bench.wait(600)
    assert isinstance(bench.next(ORDER), NotConfirmed)
    assert bench.market.called(Op.SET_LAYOUT) == []


@pytest.mark.parametrize(("fresh", "change"), CHANGES[:1] + CHANGES[4:])
def test_an_order_that_changed_after_it_was_sent_does_not_become_ready(bench, fresh, change):
    bench.print_lane.stopped = True
    bench.confirm(ORDER, LAYOUT)
    boxes = bench.market.stored(ORDER.id).stored_boxes
    bench.market.put(replace(fresh, stored_boxes=boxes))
    again = bench.restarted()
    again.drain()
    again.outbox.say_printed(ORDER.id, printed=True)
    again.drain()
    step = again.next(ORDER)
    assert isinstance(step, OrderIsChanged)
    assert change in step.changes
    assert again.market.called(Op.MARK_READY) == []


@pytest.mark.parametrize("status", [OrderStatus.CANCELLED, OrderStatus.PROCESSING])
def test_for_a_cancelled_order_nothing_is_ever_sent_however_often_it_is_confirmed(bench, status):
    asked = status is OrderStatus.PROCESSING
    bench.market.put(replace(ORDER, status=status, cancel_requested=asked))
    for _ in range(3):
        bench.confirm(ORDER, LAYOUT)
        bench.outbox.see_changes(ORDER.id)
        bench.wait(60)
    assert bench.market.called(Op.SET_LAYOUT) == []


def test_what_does_not_matter_is_no_reason_to_stop(bench):
    bench.market.put(replace(ORDER, notes="call", external_id="A-1", shipment_date=None))
    bench.confirm(ORDER, LAYOUT)
    bench.wait(60)
    assert isinstance(bench.next(ORDER), Finished)


def test_an_order_that_somebody_set_ready_with_our_layout_is_done(bench):
    bench.market.fail(Op.MARK_READY, MarketOutcomeUnknown("op"), effect=Effect.TAKEN)
    bench.confirm(ORDER, LAYOUT)
    bench.wait(60)
    assert bench.kept(ORDER, MarkedReady)
    assert len(bench.market.called(Op.MARK_READY)) == 1


def test_boxes_that_were_made_elsewhere_stop_the_order_before_it_is_ready():
    fresh = replace(ORDER, stored_boxes=(box(5, (1, 2)), box(6, (2, 1))))
    assert against_ready(ORDER, fresh, LAYOUT) == (BoxesChanged(fresh.stored_boxes),)
    assert (
        against_ready(ORDER, replace(ORDER, stored_boxes=(box(5, (2, 1), (1, 2)),)), LAYOUT) == ()
    )
    assert against_ready(ORDER, ORDER, LAYOUT) == ()


def box(number, *lines, codes=()):
    items = (StoredItem(ItemId(one), count, None, None, codes) for one, count in lines)
    return StoredBox(MarketBoxId(number), f"11111-{number}", tuple(items))


def test_a_removal_may_go_out_while_what_it_removes_is_there_or_gone_already():
    gone, less = replace(ORDER, items=(CUP,)), replace(ORDER, items=(item(1, 1), MUG))
    assert against_sending(ORDER, ORDER, REMOVING) == ()
    assert against_sending(ORDER, gone, REMOVING) == ()
    assert against_sending(ORDER, less, REMOVING) == (CountChanged(CUP.id, CUP.name, 2, 1),)
    more = replace(ORDER, items=(item(1, 3), MUG))
    assert against_sending(ORDER, more, REMOVING) == (CountChanged(CUP.id, CUP.name, 2, 3),)
    assert against_ready(ORDER, ORDER, REMOVING) == (CountChanged(MUG.id, MUG.name, 0, 1),)


def test_a_layout_is_found_only_with_its_boxes_its_codes_and_without_what_it_removed():
    coded = BoxLayout((LayoutBox(BoxNumber(1), (WholeUnits(ItemId(1), 1, ((cis(),),)),)),))
    of = order(item(1, 1))
    same = replace(of, stored_boxes=(box(5, (1, 1), codes=((cis(),),)),))
    found = stored_as(coded, same)
    assert found is not None
    assert [one.box_id for one in found] == [5]
    other = replace(of, stored_boxes=(box(5, (1, 1), codes=((cis(1, 2),),)),))
    assert stored_as(coded, other) is None
    assert stored_as(coded, of) is None
    kept = replace(ORDER, stored_boxes=(box(5, (1, 2)),))
    assert stored_as(REMOVING, kept) is None
    assert stored_as(REMOVING, replace(kept, items=(CUP,))) is not None


def test_parts_are_counted_as_units():
    parts = tuple(LayoutBox(BoxNumber(n), ItemPart(ItemId(1), n, 2, (cis(),))) for n in (1, 2))
    of = order(item(1, 1, marking=(CodeKind.CIS,)))
    assert against_sending(of, of, BoxLayout(parts)) == ()


def test_a_lost_answer_to_a_removal_is_found_in_the_order(bench):
    bench.market.fail(Op.SET_LAYOUT, MarketOutcomeUnknown("op"), effect=Effect.TAKEN)
    bench.confirm(ORDER, REMOVING)
    bench.wait(60)
    assert isinstance(bench.next(ORDER), Finished)
    assert len(bench.kept(ORDER, LayoutSent)) == 1
    assert len(bench.market.called(Op.SET_LAYOUT)) == 1


def test_a_removal_that_did_not_arrive_is_sent_again(bench):
    bench.market.fail(Op.SET_LAYOUT, MarketOutcomeUnknown("op"))
    bench.confirm(ORDER, REMOVING)
    bench.wait(60)
    assert bench.kept(ORDER, StepUndone)
    assert bench.market.stored(ORDER.id).items == (CUP,)
    assert isinstance(bench.next(ORDER), Finished)


def test_an_order_that_the_market_no_longer_knows_waits_for_a_person(bench):
    bench.market.fail(Op.ORDER, OrderUnknown(ORDER.id))
    bench.confirm(ORDER, LAYOUT)
    submission = bench.held(ORDER).submission
    assert submission.refused is not None
    assert submission.refused.status == 404
    assert bench.bugs == []


def test_labels_that_cannot_be_read_are_asked_for_three_times_and_then_a_person_is():
    market = FakeMarket(ORDER)
    bench = OutboxBench(market, ORDER)
    odd = MarketAnswerUnreadable("generateOrderLabels", ORDER.id, body="<html>")
    market.fail(Op.LABELS, *[odd] * 4)
    bench.confirm(ORDER, LAYOUT)
    bench.wait(600)
    assert isinstance(bench.next(ORDER), AnswersUnreadable)
    assert len(market.called(Op.LABELS)) == 3
    bench.outbox.retry(ORDER.id)
    bench.wait(600)
    assert isinstance(bench.next(ORDER), Finished)


def test_labels_are_printed_once_more_when_asked(bench):
    bench.confirm(ORDER, LAYOUT)
    bench.outbox.reprint(ORDER.id)
    bench.drain()
    assert len(bench.printer.jobs) == 2
    assert len(bench.kept(ORDER, LabelsPrinted)) == 2
    assert bench.held(ORDER).submission.reprints == 1
    assert bench.journal.outbox() == ()


def test_a_print_whose_end_is_not_known_is_asked_about(bench):
    def half(*_):
        raise PrintOutcomeUnknown("Xprinter")

    bench.printer.print_labels = half
    bench.confirm(ORDER, LAYOUT)
    bench.wait(600)
    assert isinstance(bench.next(ORDER), DidItPrint)
    bench.outbox.say_printed(ORDER.id, printed=True)
    bench.drain()
    assert isinstance(bench.next(ORDER), Finished)


def test_own_labels_are_drawn_from_the_markets_data():
    drawn = []

    def draw(labels, page):
        drawn.append(labels)
        return a_pdf(page, len(labels))

    bench = OutboxBench(FakeMarket(ORDER), ORDER, own_labels=draw)
    bench.confirm(ORDER, LAYOUT)
    assert [label.place for label in drawn[0]] == ["1/1"]
    assert bench.market.called(Op.LABELS) == []
    assert len(bench.printer.jobs) == 1


def test_a_journal_that_comes_back_lets_the_outbox_go_on_without_a_second_effect(bench):
    bench.outbox.stop()
    bench.confirm(ORDER, REMOVING)
    again = bench.restarted()
    again.journal_lane.drain()
    again.market_lane.run_one()
    again.journal.fault = JournalFault.FULL
    again.wait(60)
    assert any(isinstance(report, JournalStopped) for report in again.reports)
    again.journal.fault = None
    again.wait(60)
    assert isinstance(again.next(ORDER), Finished)
    assert len(again.market.called(Op.SET_LAYOUT)) == 1


def test_an_order_that_another_program_worked_on_is_read_anew(bench):
    bench.held(ORDER)
    other = OutboxBench(bench.market, journal=bench.journal)
    other.outbox.stop()
    other.confirm(ORDER, LAYOUT)
    bench.ask(ORDER, GiveExternalId("A-1"))
    assert isinstance(bench.next(ORDER), Finished)
    assert bench.market.stored(ORDER.id).external_id == "A-1"
    assert bench.bugs == []

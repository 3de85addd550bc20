"""The desk, told as stories: what is scanned, and what comes of it."""

import pytest

from packdesk.domain.access import Access
from packdesk.domain.checks import CodeCheck
from packdesk.domain.codes import Channel, CodeKind, JudgeContext
from packdesk.domain.events import CodesChecked, LayoutSent
from packdesk.domain.ids import ItemId, OrderId
from packdesk.domain.order import OrderStatus, OrderSubstatus
from packdesk.domain.refusals import AllPacked, CannotOpen, SameCode
from packdesk.station.desk import DeskPolicy
from packdesk.station.errors import JournalFault, JournalUnavailable
from packdesk.station.reports import RefusedIt
from tests.builders import box, catalogue, cis, item, order, unit
from tests.stories import Story, spell

CIS = (CodeKind.CIS,)


def test_one_marked_unit_takes_one_scan_after_the_order():
    Story(order(item(marking=CIS), number=11111), catalogue=catalogue(1)).play("""
        scan 11111      -> opened
        scan <cis 1 1>  -> box 1, 1#1 in 1, cis on 1#1, confirmed
    """)


def test_unmarked_units_are_counted_by_their_barcode():
    Story(order(item(1, 2), number=1), catalogue=catalogue(1)).play("""
        open 1        -> opened
        scan <ean 1>  -> box 1, 1#1 in 1
        scan <ean 1>  -> 1#2 in 1, confirmed
    """)


def test_the_barcode_of_a_marked_good_asks_for_its_code():
    Story(order(item(marking=CIS), number=1), catalogue=catalogue(1)).play("""
        open 1          -> opened
        scan <ean 1>    -> code of 1 wanted
        scan <cis 1 1>  -> box 1, 1#1 in 1, cis on 1#1, confirmed
    """)


def test_the_same_code_again_is_refused_and_its_box_told():
    story = Story(order(item(1, 2, marking=CIS), number=1), catalogue=catalogue(1))
    story.play("""
        open 1          -> opened
        scan <cis 1 1>  -> box 1, 1#1 in 1, cis on 1#1
    """)
    answer = story.act("scan <cis 1 1>")
    assert answer is not None
    assert answer.told == RefusedIt(SameCode(unit(), (box(1),)))


def test_one_unit_too_many_is_put_aside():
    policy = DeskPolicy(finish_by_itself=False)
    story = Story(order(item(1, 1), number=1), catalogue=catalogue(1), policy=policy)
    story.play("""
        open 1        -> opened
        scan <ean 1>  -> box 1, 1#1 in 1
    """)
    answer = story.act("scan <ean 1>")
    assert answer is not None
    assert answer.told == RefusedIt(AllPacked(ItemId(1), 1))


def test_a_code_is_not_wanted_only_where_the_good_may_be_one_of_the_order():
    Story(order(item(1), number=1), catalogue=catalogue(1)).play("""
        open 1            -> opened
        scan <cis 2 1>    -> no: NotInOrder
    """)
    Story(order(item(1), item(2), number=1), catalogue=catalogue(1)).play("""
        open 1            -> opened
        scan <cis 2 1>    -> no: CodeNotWanted
    """)


def test_what_is_not_of_this_order_is_refused():
    Story(order(item(1, marking=CIS), number=1), catalogue=catalogue(1, 2)).play("""
        open 1            -> opened
        scan <ean 2>      -> no: NotInOrder
        scan <cis 2 1>    -> no: NotInOrder
        scan hello        -> no: NotUnderstood
        scan <uin 1>      -> no: CodeNotWanted
        scan <cis 1 1>    -> box 1, 1#1 in 1, cis on 1#1, confirmed
    """)


def test_a_half_read_code_is_refused_and_the_whole_one_taken():
    story = Story(order(item(1, marking=CIS), number=1), catalogue=catalogue(1))
    half = cis().full[:23]
    story.play(f"""
        open 1          -> opened
        scan {half}     -> no: Doubtful
        scan <cis 1 1>  -> box 1, 1#1 in 1, cis on 1#1, confirmed
    """)


def test_a_good_of_several_places_is_proposed_to_be_split():
    Story(
        order(item(1, 2), item(2), number=1), catalogue=catalogue(1, 2, box_counts={1: 2})
    ).play("""
        open 1        -> opened
        scan <ean 1>  -> asked: SplitProposed
        scan <ean 2>  -> no: AnswerFirst
        answer 1      -> 1#1 split 2, box 1, 1#1 part 1 in 1, box 2, 1#1 part 2 in 2, box 3
        scan <ean 1>  -> asked: SplitProposed
        scan PD-ANSWER-1     -> 1#2 split 2, to box 3, 1#2 part 1 in 3, box 4, 1#2 part 2 in 4, box 5
        scan <ean 2>  -> 2#1 in 5, confirmed
    """)


def test_goods_without_barcodes_are_asked_about_once():
    goods = order(item(1, 1, marking=CIS), item(2, 2, marking=CIS), number=1)
    Story(goods).play("""
        open 1          -> opened
        scan <cis 2 1>  -> asked: WhichItemHasCode
        answer 2        -> box 1, 2#1 in 1, cis on 2#1
        scan <cis 2 2>  -> 2#2 in 1, cis on 2#2
        scan <cis 1 1>  -> 1#1 in 1, cis on 1#1, confirmed
    """)


def test_a_jewellery_number_goes_to_the_good_chosen_by_its_barcode():
    kinds = (CodeKind.UIN,)
    goods = order(item(1, marking=kinds), item(2, marking=kinds), number=1)
    Story(goods, catalogue=catalogue(1, 2)).play("""
        open 1        -> opened
        scan <uin 1>  -> asked: WhichItemHasCode
        drop          ->
        scan <ean 2>  -> code of 2 wanted
        scan <uin 1>  -> box 1, 2#1 in 1, uin on 2#1
        scan <uin 2>  -> 1#1 in 1, uin on 1#1, confirmed
    """)


def test_a_declaration_wants_the_country_with_it():
    goods = order(item(1, 2, marking=(CodeKind.GTD, CodeKind.COUNTRY)), number=1)
    Story(goods, catalogue=catalogue(1)).play("""
        open 1        -> opened
        scan <ean 1>  -> code of 1 wanted
        scan <gtd 1>  -> box 1, 1#1 in 1, gtd on 1#1
        scan CN       -> countryCode on 1#1
        scan <gtd 2>  -> 1#2 in 1, gtd on 1#2
        scan cn       -> countryCode on 1#2, confirmed
    """)


def test_undo_takes_back_step_by_step_also_after_a_restart():
    Story(order(item(1, 2, marking=CIS), number=1), catalogue=catalogue(1)).play("""
        open 1          -> opened
        undo            -> no: NothingToUndo
        scan <cis 1 1>  -> box 1, 1#1 in 1, cis on 1#1
        scan <cis 1 2>  -> 1#2 in 1, cis on 1#2, confirmed
        restart         ->
        undo            -> undone
        undo            -> undone
        scan <cis 1 3>  -> 1#2 in 1, cis on 1#2, confirmed
    """)


def test_another_order_waits_until_this_one_is_done():
    story = Story(order(item(1, 2), number=11111), order(number=22222), catalogue=catalogue(1))
    story.play("""
        scan 11111    -> opened
        scan 22222    -> opened
        scan 11111-1  -> opened
        scan <ean 1>  -> box 1, 1#1 in 1
        scan 22222    -> no: FinishOrderFirst
        scan 11111    -> opened
        scan <ean 1>  -> 1#2 in 1, confirmed
        scan 22222    -> opened
    """)


def test_orders_that_must_not_be_packed_are_refused_or_read_only():
    story = Story(
        order(number=1, cancel_requested=True),
        order(number=2, status=OrderStatus.CANCELLED),
        order(number=3, substatus=OrderSubstatus.READY_TO_SHIP),
        order(number=4, status=OrderStatus.DELIVERY),
        order(number=5, substatus=OrderSubstatus("PACKAGING")),
        catalogue=catalogue(1),
    )
    story.play("""
        open 1        -> no: CannotOpen
        open 2        -> no: CannotOpen
        open 3        -> opened: ALREADY_READY
        scan <ean 1>  -> no: ReadOnly
        open 4        -> opened: ON_ITS_WAY
        finish        -> no: ReadOnly
        open 5        -> opened: UNKNOWN_STATE
        scan <ean 1>  -> no: ReadOnly
    """)
    answer = story.act("open 1")
    assert answer is not None
    assert answer.told == RefusedIt(CannotOpen(OrderId(1), Access.CANCEL_REQUESTED))


def test_a_code_that_the_market_refused_is_replaced_by_the_next_one():
    story = Story(order(item(1, 2, marking=CIS), number=1), catalogue=catalogue(1))
    story.play("""
        open 1          -> opened
        scan <cis 1 1>  -> box 1, 1#1 in 1, cis on 1#1
        scan <cis 1 2>  -> 1#2 in 1, cis on 1#2, confirmed
        scan <cis 1 3>  -> no: AllPacked
    """)
    confirmed = story.desk.ledger.held(OrderId(1)).packing.confirmed
    assert confirmed is not None
    refused = CodeCheck(ItemId(1), CodeKind.CIS, cis(1, 2).full, "INVALID", "ITEM_SOLD")
    story.desk.ledger.record(OrderId(1), (LayoutSent(confirmed.fingerprint, ()),))
    story.desk.ledger.record(OrderId(1), (CodesChecked(confirmed.fingerprint, (refused,)),))
    story.play("""
        scan <cis 1 3>  -> cis off 1#2, 1#2 rejected, cis on 1#2, confirmed
    """)
    assert story.journal.outbox() == (OrderId(1),)


def test_one_piece_too_many_is_told_as_such_while_the_order_is_being_sent():
    story = Story(order(item(1, 2), item(2, marking=CIS), number=1), catalogue=catalogue(1, 2))
    story.play("""
        open 1          -> opened
        scan <ean 1>    -> box 1, 1#1 in 1
        scan <ean 1>    -> 1#2 in 1
        scan <ean 1>    -> no: AllPacked
        scan <cis 2 1>  -> 2#1 in 1, cis on 2#1, confirmed
        scan <ean 1>    -> no: AllPacked
        scan <ean 2>    -> no: AllPacked
        scan <cis 2 2>  -> no: AllPacked
        scan <cis 2 1>  -> no: BeingSent
        scan <ean 9>    -> no: NotInOrder
    """)


def test_nothing_is_told_before_it_is_kept():
    story = Story(order(item(1, 2), number=1), catalogue=catalogue(1))
    story.play("""
        open 1        -> opened
        scan <ean 1>  -> box 1, 1#1 in 1
    """)
    before = story.desk.bench()
    story.journal.fault = JournalFault.FULL
    with pytest.raises(JournalUnavailable):
        story.desk.scan(spell("<ean 1>"), Channel.SCANNER, JudgeContext())
    assert story.desk.bench() == before
    story.journal.fault = None
    story.play("""
        scan <ean 1>  -> 1#2 in 1, confirmed
    """)


def test_an_undone_confirmation_leaves_the_outbox():
    story = Story(order(item(), number=1), catalogue=catalogue(1))
    story.play("""
        open 1        -> opened
        scan <ean 1>  -> box 1, 1#1 in 1, confirmed
        undo          -> undone
    """)
    assert story.journal.outbox() == ()
    story.play("""
        finish        -> confirmed
    """)
    assert story.journal.outbox() == (OrderId(1),)


def test_finish_refuses_until_all_is_there():
    Story(order(item(1, 2), number=1), catalogue=catalogue(1)).play("""
        open 1        -> opened
        finish        -> no: NotReadyToFinish
        scan <ean 1>  -> box 1, 1#1 in 1
        scan PD-FINISH -> no: NotReadyToFinish
        scan PD-BOX   -> box 2
        scan <ean 1>  -> 1#2 in 2, confirmed
    """)


def test_replaying_the_journal_gives_the_packing_that_was_told():
    story = Story(order(item(1, 2, marking=CIS), item(2, 3), number=1), catalogue=catalogue(1, 2))
    for line in ("open 1", "scan <cis 1 1>", "scan <ean 2>", "scan PD-BOX", "scan <ean 2>", "undo"):
        story.act(line)
        told = story.desk.bench()
        assert told is not None
        assert story.new_desk().ledger.held(OrderId(1)).packing == told.packing


def test_a_group_is_queued_in_the_same_append_that_confirms():
    story = Story(order(item(), number=1), catalogue=catalogue(1))
    story.act("open 1")
    story.act("scan <ean 1>")
    assert story.journal.outbox() == (OrderId(1),)


def test_after_a_restart_the_half_packed_order_stands_on_the_bench_again():
    story = Story(order(item(1, 2), number=1), order(item(1, 2), number=2), catalogue=catalogue(1))
    story.play("""
        open 2        -> opened
        scan <ean 1>  -> box 1, 1#1 in 1
        scan <ean 1>  -> 1#2 in 1, confirmed
        open 1        -> opened
        scan <ean 1>  -> box 1, 1#1 in 1
    """)
    told = story.desk.bench()
    again = story.new_desk()
    assert again.resume() is not None
    assert again.bench() == told


def test_a_restart_with_nothing_half_packed_leaves_the_bench_empty():
    story = Story(order(item(), number=1), catalogue=catalogue(1))
    assert story.desk.resume() is None
    story.play("""
        open 1        -> opened
        scan <ean 1>  -> box 1, 1#1 in 1, confirmed
    """)
    assert story.new_desk().resume() is None

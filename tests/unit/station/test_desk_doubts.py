"""Codes that are doubted, barcodes that are taught, codes that are shared or were learned."""

from packdesk.domain.codes import NO_CONTEXT, Channel, CodeKind, IssueCode
from packdesk.domain.commands import CopyCodes, IntoCurrentBox, MoveUnits, OnTable, Undo
from packdesk.domain.events import CodeAttached
from packdesk.domain.ids import ItemId, OrderId
from packdesk.domain.order import OrderStatus
from packdesk.station.reports import AskedBack, Did
from tests.builders import catalogue, cis, ean, item, order, unit
from tests.stories import Story

CIS = (CodeKind.CIS,)


def test_a_doubtful_code_is_taken_only_by_a_deliberate_act():
    story = Story(order(item(1, marking=CIS), number=1), catalogue=catalogue(1))
    cut = cis().full[:-1]
    story.play(f"""
        open 1          -> opened
        anyway          -> no: NotUnderstood
        scan {cut}      -> no: Doubtful
        scan <ean 1>    -> code of 1 wanted
        anyway          -> no: NotUnderstood
        scan {cut}      -> no: Doubtful
        anyway          -> box 1, 1#1 in 1, cis on 1#1
    """)
    attached = story.journal.read(OrderId(1))[1].events[2]
    assert isinstance(attached, CodeAttached)
    assert IssueCode.C_CRYPTO_LEN in attached.issues


def test_a_code_of_another_order_is_taken_only_by_a_deliberate_act():
    story = Story(
        order(item(1, marking=CIS), number=1),
        order(item(1, marking=CIS), number=2),
        catalogue=catalogue(1),
    )
    story.play("""
        open 1          -> opened
        scan <cis 1 1>  -> box 1, 1#1 in 1, cis on 1#1, confirmed
        open 2          -> opened
        scan <cis 1 1>  -> no: Doubtful
        anyway          -> box 1, 1#1 in 1, cis on 1#1
        finish          -> confirmed
    """)


def test_a_doubtful_code_never_sends_the_order_away_by_itself():
    story = Story(order(item(1, marking=CIS), number=1), catalogue=catalogue(1))
    cut = cis().full[:-1]
    story.play(f"""
        open 1          -> opened
        scan {cut}      -> no: Doubtful
        anyway          -> box 1, 1#1 in 1, cis on 1#1
    """)
    assert bench_of(story).packing.is_complete
    assert story.journal.outbox() == ()
    story.play("""
        undo            -> undone
        scan <cis 1 1>  -> box 1, 1#1 in 1, cis on 1#1, confirmed
    """)
    assert story.journal.outbox() == (OrderId(1),)


def test_nor_does_one_that_was_asked_where_it_belongs():
    story = Story(order(item(1, marking=CIS), item(2, marking=CIS), number=1))
    other = f"010460043993125621{BEER[-7:]}\x1d93dGVz"
    story.play(f"""
        open 1          -> opened
        scan {other}    -> asked: WhichItemHasCode
        answer 1        -> box 1, 1#1 in 1, cis on 1#1
        scan {BEER}\x1d93dG -> no: Doubtful
        anyway          -> 2#1 in 1, cis on 2#1
        finish          -> confirmed
    """)


def test_a_code_is_free_again_when_its_order_was_cancelled_or_gave_it_up():
    story = Story(
        order(item(1, marking=CIS), number=1),
        order(item(1, marking=CIS), number=2),
        order(item(1, marking=CIS), number=3),
        catalogue=catalogue(1),
    )
    story.play("""
        open 1          -> opened
        scan <cis 1 1>  -> box 1, 1#1 in 1, cis on 1#1, confirmed
    """)
    story.desk.ledger.take_fresh(
        (order(item(1, marking=CIS), number=1, status=OrderStatus.CANCELLED),)
    )
    story.play("""
        open 2          -> opened
        scan <cis 1 1>  -> box 1, 1#1 in 1, cis on 1#1, confirmed
        undo            -> undone
        undo            -> undone
        open 3          -> opened
        scan <cis 1 1>  -> box 1, 1#1 in 1, cis on 1#1, confirmed
    """)


def test_an_unknown_barcode_can_be_taught_and_is_known_from_then_on():
    story = Story(
        order(item(1, 2), item(2), number=1), order(item(1), number=2), catalogue=catalogue(2)
    )
    story.play("""
        open 1          -> opened
        scan <ean 1>    -> no: NotInOrder
        teach           -> asked: TeachBarcode
        answer 1        -> box 1, 1#1 in 1
        scan <ean 1>    -> 1#2 in 1
        scan <ean 2>    -> 2#1 in 1, confirmed
        restart         ->
        open 2          -> opened
        scan <ean 1>    -> box 1, 1#1 in 1, confirmed
    """)


def test_what_was_scanned_before_an_order_opened_is_not_offered_to_be_taught():
    story = Story(
        order(item(1, 2), number=54870310213),
        order(item(1), number=54870310606),
        catalogue=catalogue(2),
    )
    story.play("""
        open 54870310213  -> opened
        scan 4614761326291 -> no: NotInOrder
        open 54870310606  -> opened
        teach             -> no: NotUnderstood
    """)


def test_an_orders_number_and_a_cut_barcode_are_not_offered_to_be_taught():
    story = Story(order(item(1, 2), number=54870310213), catalogue=catalogue(1))
    story.play("""
        open 54870310213   -> opened
        scan 54870310606   -> no: NotUnderstood
        teach              -> no: NotUnderstood
        scan 614761326291  -> no: NotInOrder
        teach              -> no: NotUnderstood
        scan 123           -> no: NotUnderstood
        teach              -> no: NotUnderstood
    """)


def test_one_declaration_is_given_to_all_units():
    goods = order(item(1, 3, marking=(CodeKind.GTD, CodeKind.COUNTRY)), number=1)
    story = Story(goods, catalogue=catalogue(1))
    story.play("""
        open 1        -> opened
        scan <ean 1>  -> code of 1 wanted
        scan <gtd 1>  -> box 1, 1#1 in 1, gtd on 1#1
        scan CN       -> countryCode on 1#1
    """)
    story.desk.do(CopyCodes(unit(1, 1)))
    story.play("""
        scan <ean 1>  -> 1#2 in 1
        scan <ean 1>  -> 1#3 in 1, confirmed
    """)


def test_one_declaration_for_all_units_is_undone_by_one_undo():
    goods = order(item(1, 3, marking=(CodeKind.GTD, CodeKind.COUNTRY)), number=1)
    story = Story(goods, catalogue=catalogue(1))
    story.play("""
        open 1        -> opened
        scan <ean 1>  -> code of 1 wanted
        scan <gtd 1>  -> box 1, 1#1 in 1, gtd on 1#1
        scan CN       -> countryCode on 1#1
    """)
    before = bench_of(story).packing.units
    story.desk.do(CopyCodes(unit(1, 1)))
    assert [len(one.codes) for one in bench_of(story).packing.units] == [2, 2, 2]
    story.play("undo -> undone")
    assert bench_of(story).packing.units == before


def bench_of(story):
    bench = story.desk.bench()
    assert bench is not None
    return bench


BEER = "0104610053147452215d,OiLl"
"""Without its separator it may have a serial of 7, or one of 13 and no tail."""


def test_a_code_that_lost_its_separator_is_read_by_what_an_earlier_scan_has_taught():
    goods = order(item(1, 3, marking=(CodeKind.CIS,)), number=1)
    story = Story(goods)
    story.play(f"""
        open 1                          -> opened
        scan {BEER}93dGVz               -> no: Doubtful
        scan {BEER[:-1]}m\x1d93dGVz     -> box 1, 1#1 in 1, cis on 1#1
        scan {BEER}93dGVz               -> 1#2 in 1, cis on 1#2
    """)
    second = bench_of(story).packing.units[1].code(CodeKind.CIS)
    assert second is not None
    assert second.full == f"{BEER}\x1d93dGVz"


def test_what_was_learned_outlives_the_program(tmp_path):
    goods = order(item(1, 3, marking=(CodeKind.CIS,)), number=1)
    story = Story(goods, lessons=tmp_path / "new" / "serial_lengths.json")
    story.play(f"""
        open 1                          -> opened
        scan {BEER}93dGVz               -> no: Doubtful
        scan {BEER[:-1]}m\x1d93dGVz     -> box 1, 1#1 in 1, cis on 1#1
        restart                         ->
        scan {BEER}93dGVz               -> 1#2 in 1, cis on 1#2
    """)


def test_a_cut_scan_is_doubted_once_a_whole_one_of_the_same_good_was_seen():
    goods = order(item(1, 3, marking=(CodeKind.CIS,)), number=1)
    story = Story(goods)
    story.play(f"""
        open 1                          -> opened
        scan {BEER}                     -> box 1, 1#1 in 1, cis on 1#1
        undo                            -> undone
        scan {BEER[:-1]}m\x1d93dGVz     -> box 1, 1#1 in 1, cis on 1#1
        scan {BEER}                     -> no: Doubtful
    """)


LEFTOVER = "010290000231770121k3LInNbH_oG0Q\x1d93dGVz"
"""The number of leftover stock is no product's: it is never held against the catalogue."""


def test_a_code_of_leftover_stock_goes_to_the_only_good_that_wants_one():
    story = Story(order(item(1, marking=CIS), item(2), number=1), catalogue=catalogue(2))
    story.play(f"""
        open 1           -> opened
        scan {LEFTOVER}  -> box 1, 1#1 in 1, cis on 1#1
    """)


def test_a_code_of_leftover_stock_that_two_goods_may_have_is_asked_about():
    story = Story(order(item(1, marking=CIS), item(2, marking=CIS)), catalogue=catalogue(2))
    story.play(f"""
        open {order().id} -> opened
        scan {LEFTOVER}   -> asked: WhichItemHasCode
        answer 2          -> box 1, 2#1 in 1, cis on 2#1
    """)


def test_an_undo_names_what_it_has_put_back():
    story = Story(order(item(1, 2), item(2), number=1), catalogue=catalogue(1, 2))
    story.play("""
        open 1          -> opened
        scan <ean 1>    -> box 1, 1#1 in 1
        scan <ean 1>    -> 1#2 in 1
    """)
    told = story.desk.do(Undo()).told
    assert isinstance(told, Did)
    assert told.undone == unit(1, 2)


def test_an_undo_while_something_is_asked_takes_back_only_the_question():
    story = Story(
        order(item(1), item(2), number=1),
        catalogue=catalogue(1, 2, box_counts={1: 2}),
    )
    story.desk.open(OrderId(1))
    story.desk.do(MoveUnits(ItemId(2), 1, OnTable(), IntoCurrentBox()))
    asked = story.desk.scan(ean(1), Channel.SCANNER, NO_CONTEXT)
    assert isinstance(asked.told, AskedBack)
    told = story.desk.do(Undo())
    assert told.told == Did(())
    assert told.bench is not None
    assert told.bench.question is None
    assert [one.is_loose for one in told.bench.packing.units] == [True, False]

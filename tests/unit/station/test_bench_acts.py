"""Acts at the bench beside packing: removing, cancelling, putting aside, another piece, labels."""

from dataclasses import replace

import pytest

from packdesk.domain.access import cancel_reasons
from packdesk.domain.codes import CodeKind
from packdesk.domain.commands import MarkShort
from packdesk.domain.errands import Cancel, CancelReason, ErrandAsked, GiveExternalId
from packdesk.domain.events import AsideReason, LabelStuck, PutAside, ShortReason, TakenUp
from packdesk.domain.external_ids import ExternalIdFault, falls_back, fill_template
from packdesk.domain.ids import CampaignId, ItemId, OrderId
from packdesk.domain.layout_rules import check_layout
from packdesk.domain.order import Order, OrderStatus, OrderSubstatus, ProgramType
from packdesk.domain.pieces import PieceRejected
from packdesk.domain.problems import PromotionUnknown, RemovalOfPromoGood
from packdesk.domain.questions import ApproveCancel, ApproveRemoval
from packdesk.domain.refusals import (
    AllInBoxes,
    BeingCancelled,
    BeingSent,
    CannotCancel,
    ExternalIdBad,
    ExternalIdKnown,
    ExternalIdTooLate,
    LabelAlreadyStuck,
    LabelOfOther,
    LabelWithoutBox,
    NothingToApprove,
    RemovalNotConfirmed,
)
from packdesk.station.desk import DeskPolicy
from packdesk.station.errors import MarketUnreachable
from packdesk.station.ledger import Worker
from packdesk.station.reports import Answer, BenchCleared, Did, PieceOut, QueueRead, RefusedIt
from packdesk.station.station import Ways
from tests.builders import box, catalogue, cis, item, order, unit
from tests.fakes.market import Op
from tests.fakes.workplace import FakeWorkplace

ONE = OrderId(1)
MARKED = (CodeKind.CIS,)
TWO_GOODS = order(item(1), item(2), number=1)
LABELLED = order(item(1), item(2))
CODE = "7KQ2M9"


def workplace(*known: Order, scan_labels: bool = False, template: str = "") -> FakeWorkplace:
    place = FakeWorkplace(*known, catalogue=catalogue(1, 2))
    policy = DeskPolicy(supervisor_code=CODE, external_id_template=template)
    worker = Worker("Anna", "table 1")
    place.station.follow(
        Ways(policy, worker, ready_for_dbs=False, campaigns=(), scan_labels=scan_labels)
    )
    return place.start()


def offered(place: FakeWorkplace) -> str:
    bench = place.answer().bench
    assert bench is not None
    return bench.own_number


def refusal(answer: Answer) -> object:
    assert isinstance(answer.told, RefusedIt), answer.told
    return answer.told.refusal


def one_missing(place: FakeWorkplace) -> FakeWorkplace:
    place.open(1)
    place.scan("<ean 1>")
    place.station.do(MarkShort(ItemId(2), ShortReason.NOT_FOUND))
    place.drain()
    return place


def test_the_supervisors_barcode_confirms_a_removal_that_was_offered():
    place = one_missing(workplace(TWO_GOODS))
    offered = place.scan("PD-FINISH")
    assert refusal(offered) == RemovalNotConfirmed(1)
    assert offered.bench is not None
    assert offered.bench.approval == ApproveRemoval((unit(2),))
    place.scan(f"PD-OK-{CODE}")
    place.wait(60)
    assert place.market.stored(ONE).units == 1


def test_the_supervisors_barcode_does_nothing_where_nothing_was_offered():
    place = one_missing(workplace(TWO_GOODS))
    assert refusal(place.scan(f"PD-OK-{CODE}")) == NothingToApprove()
    place.scan("PD-FINISH")
    place.scan("<ean 1>")
    assert refusal(place.scan(f"PD-OK-{CODE}")) == NothingToApprove()
    place.scan("PD-FINISH")
    assert not isinstance(place.scan("PD-OK-ANOTHER").told, Did)
    place.wait(60)
    assert place.market.stored(ONE).units == 2


def test_an_offer_is_dropped_by_the_cancel_barcode():
    place = one_missing(workplace(TWO_GOODS))
    place.scan("PD-FINISH")
    dropped = place.scan("PD-CANCEL")
    assert dropped.bench is not None
    assert dropped.bench.approval is None


def test_promotions_are_asked_for_when_a_unit_is_missing_and_known_after_a_restart():
    place = workplace(order(item(1), item(2, promoted=None), number=1))
    place.market.promoted = {ONE: (2,)}
    one_missing(place)
    assert len(place.market.called(Op.PROMOTED_ITEMS)) == 1
    assert RemovalOfPromoGood(ItemId(2)) in check_layout(place.held(1).packing)
    place.station.refresh()
    place.drain()
    assert RemovalOfPromoGood(ItemId(2)) in check_layout(place.held(1).packing)
    again = FakeWorkplace(journal=place.journal, clock=place.clock)
    assert RemovalOfPromoGood(ItemId(2)) in check_layout(again.held(1).packing)


def test_where_nobody_can_tell_of_promotions_the_packer_is_warned():
    place = workplace(order(item(1), item(2, promoted=None), number=1))
    place.market.fail(Op.PROMOTED_ITEMS, MarketUnreachable("getOrder"))
    one_missing(place)
    assert PromotionUnknown(ItemId(2)) in check_layout(place.held(1).packing)
    assert refusal(place.scan("PD-FINISH")) == RemovalNotConfirmed(1)


def test_a_cancelled_order_leaves_the_bench_and_is_told_to_the_market_once():
    place = workplace(TWO_GOODS)
    place.open(1)
    place.scan("<ean 1>")
    place.station.ask_cancel()
    place.drain()
    bench = place.answer().bench
    assert bench is not None
    assert bench.approval == ApproveCancel(CancelReason.SHOP_FAILED)
    done = place.scan(f"PD-OK-{CODE}")
    assert done.told == Did((ErrandAsked(Cancel(CancelReason.SHOP_FAILED)),))
    assert done.bench is None
    assert place.told(BenchCleared)
    place.station.cancel_order(ONE, CancelReason.SHOP_FAILED)
    place.drain()
    assert refusal(place.answer()) == BeingCancelled()


def test_only_reasons_that_the_state_allows_cancel_an_order():
    place = workplace(TWO_GOODS)
    place.station.cancel_order(ONE, CancelReason.PICKUP_EXPIRED)
    place.drain()
    assert refusal(place.answer()) == CannotCancel(ONE)
    assert not place.journal.read(ONE)


@pytest.mark.parametrize(
    ("status", "last"),
    [
        (OrderStatus.PROCESSING, CancelReason.INCORRECT_PERSONAL_DATA),
        (OrderStatus.DELIVERY, CancelReason.USER_UNREACHABLE),
        (OrderStatus.PICKUP, CancelReason.PICKUP_EXPIRED),
        (OrderStatus.DELIVERED, None),
    ],
)
def test_a_dbs_order_has_reasons_of_its_own_in_each_state(status, last):
    reasons = cancel_reasons(order(program=ProgramType.DBS, status=status))
    assert (reasons[-1] if reasons else None) is last


def test_fbs_knows_one_reason_until_it_has_left_the_shop():
    assert cancel_reasons(order()) == (CancelReason.SHOP_FAILED,)
    ready = order(substatus=OrderSubstatus.READY_TO_SHIP)
    assert cancel_reasons(ready) == (CancelReason.SHOP_FAILED,)
    assert cancel_reasons(order(substatus=OrderSubstatus.SHIPPED)) == ()


def test_an_order_that_is_put_aside_waits_and_goes_on_with_the_first_edit():
    place = workplace(TWO_GOODS, order(item(1), number=2))
    place.open(1)
    place.scan("<ean 1>")
    place.station.put_aside(AsideReason.GOODS_MISSING, "shelf 3")
    place.drain()
    aside = PutAside(AsideReason.GOODS_MISSING, "shelf 3")
    assert place.answer().told == Did((aside,))
    assert place.told(BenchCleared)
    queue = place.told(QueueRead)[-1]
    assert isinstance(queue, QueueRead)
    assert {entry.order.id: entry.aside for entry in queue.entries} == {1: aside, 2: None}
    again = FakeWorkplace(journal=place.journal, clock=place.clock)
    again.market = place.market
    again.start()
    assert again.desk.bench() is None
    again.open(1)
    took = again.scan("<ean 2>").told
    assert isinstance(took, Did)
    assert took.events[0] == TakenUp()


def test_another_piece_takes_the_place_of_the_refused_one_which_is_named():
    place = workplace(order(item(1, 2, marking=MARKED), number=1))
    for nth in (1, 2):
        place.market.verdicts[cis(1, nth).full] = ("INVALID", "ITEM_SOLD")
    place.open(1)
    place.scan("<cis 1 1>")
    place.scan("<cis 1 2>")
    place.wait(10)
    place.station.leave_order()
    place.station.open_at(ONE, unit(1, 2))
    place.drain()
    bench = place.answer().bench
    assert bench is not None
    assert bench.unit == unit(1, 2)
    answer = place.scan("<cis 1 3>")
    assert isinstance(answer.told, Did)
    assert answer.bench is not None
    assert answer.bench.out == (PieceOut(ONE, PieceRejected(unit(1, 2), (box(1),), "bc02")),)
    assert answer.bench.unit is None
    assert place.held(1).packing.unit(unit(1, 2)).codes == (cis(1, 3),)


def printed(*known: Order) -> FakeWorkplace:
    place = workplace(*known, scan_labels=True)
    place.open(LABELLED.id)
    place.scan("<ean 1>")
    place.scan("PD-BOX")
    place.scan("<ean 2>")
    place.wait(5)
    assert place.held(LABELLED.id).submission.is_printed
    return place


def test_each_stuck_label_is_scanned_before_the_order_is_ready():
    place = printed(LABELLED)
    place.wait(60)
    assert not place.market.stored(LABELLED.id).is_ready
    told = place.scan(f"{LABELLED.id}-2").told
    assert isinstance(told, Did)
    assert isinstance(told.events[0], LabelStuck)
    assert refusal(place.scan(f"{LABELLED.id}-2")) == LabelAlreadyStuck(box(2))
    first = place.held(LABELLED.id).submission.boxes[0].box_id
    assert isinstance(place.scan(str(first)).told, Did)
    place.wait(60)
    assert place.market.stored(LABELLED.id).is_ready


def test_the_label_of_another_order_is_refused_as_swapped():
    place = printed(LABELLED, order(item(1), number=51234567099))
    assert refusal(place.scan("51234567099-1")) == LabelOfOther(OrderId(51234567099))
    assert place.desk.bench() is not None


def test_a_label_without_a_box_number_is_refused_where_there_are_several_boxes():
    place = printed(LABELLED)
    assert refusal(place.scan(str(LABELLED.id))) == LabelWithoutBox()
    assert refusal(place.scan(f"{LABELLED.id}-7")) == LabelWithoutBox()


def test_the_own_number_is_given_once_and_checked_first():
    place = workplace(TWO_GOODS)

    def give(text: str) -> Answer:
        place.station.give_external_id(ONE, text)
        place.drain()
        return place.answer()

    assert refusal(give("  ")) == ExternalIdBad(ExternalIdFault.EMPTY)
    assert refusal(give("x" * 101)) == ExternalIdBad(ExternalIdFault.TOO_LONG)
    assert refusal(give("a\x1db")) == ExternalIdBad(ExternalIdFault.NOT_PRINTABLE)
    assert give("A-1007").told == Did((ErrandAsked(GiveExternalId("A-1007")),))
    assert refusal(give("A-1008")) == ExternalIdKnown("A-1007")
    place.wait(30)
    assert place.market.stored(ONE).external_id == "A-1007"


def test_a_ready_order_gets_no_own_number_any_more():
    place = workplace(replace(TWO_GOODS, substatus=OrderSubstatus.READY_TO_SHIP))
    place.station.give_external_id(ONE, "A-1007")
    place.drain()
    assert refusal(place.answer()) == ExternalIdTooLate()


def test_the_shops_template_gives_each_order_its_number():
    place = workplace(TWO_GOODS, template="S/{number}")
    place.open(1)
    place.scan("<ean 1>")
    place.scan("<ean 2>")
    place.wait(60)
    assert place.market.stored(ONE).external_id == "S/1"
    assert place.market.stored(ONE).is_ready


def test_a_shop_with_a_template_of_its_own_numbers_its_orders_by_that():
    day = FakeWorkplace().clock.now().date()
    own = {TWO_GOODS.campaign_id: "S/{number}"}
    policy = DeskPolicy(external_id_template="A/{number}", external_id_templates=own)
    other = replace(TWO_GOODS, campaign_id=CampaignId(TWO_GOODS.campaign_id + 1))
    assert policy.own_number(TWO_GOODS, day) == "S/1"
    assert policy.own_number(other, day) == "A/1"


def test_the_bench_offers_the_templates_number_until_the_order_has_one():
    place = workplace(TWO_GOODS, template="S/{number}")
    place.open(1)
    assert offered(place) == "S/1"
    place.station.give_external_id(ONE, "A-1007")
    place.drain()
    assert offered(place) == ""


def test_a_template_fills_in_day_and_number_and_nothing_else():
    day = FakeWorkplace().clock.now().date()
    assert fill_template("{date}-{number}", TWO_GOODS.id, day) == f"{day.isoformat()}-1"
    assert fill_template("{other}{", TWO_GOODS.id, day) == "{other}{"
    assert fill_template("", TWO_GOODS.id, day) is None
    assert falls_back("Ж-1")
    assert not falls_back("J-1")


def test_a_business_buyer_gets_the_code_of_a_good_that_other_orders_show_as_marked():
    shown = order(item(1, marking=MARKED), number=2)
    place = workplace(order(item(1), number=1, is_business=True), shown)
    place.open(1)
    asked = place.scan("<ean 1>")
    assert asked.bench is not None
    assert asked.bench.packing.wanted_kinds(asked.bench.packing.units[0]) == MARKED
    place.scan("<cis 1 1>")
    assert place.held(1).packing.confirmed is not None


def test_a_private_buyer_is_not_asked_for_more_than_the_order_says():
    shown = order(item(1, marking=MARKED), number=2)
    place = workplace(order(item(1), number=1), shown)
    place.open(1)
    place.scan("<ean 1>")
    assert place.held(1).packing.confirmed is not None


def test_a_new_box_asked_for_in_a_sent_order_leaves_its_labels_to_be_scanned():
    place = printed(LABELLED)
    before = place.held(LABELLED.id).submission
    assert refusal(place.scan("PD-BOX")) == AllInBoxes()
    assert place.held(LABELLED.id).packing.boxes == (1, 2)
    assert place.held(LABELLED.id).submission == before
    place.station.finish()
    place.drain()
    assert refusal(place.answer()) == BeingSent()
    for number in (1, 2):
        assert isinstance(place.scan(f"{LABELLED.id}-{number}").told, Did)
    place.wait(60)
    assert place.market.stored(LABELLED.id).is_ready
    assert len(place.printer.jobs) == 1

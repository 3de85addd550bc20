"""What the bench keeps picked, lit and listed, and what it asks the station for."""

import pytest

from packdesk.domain.commands import (
    ChooseBox,
    IntoBox,
    IntoCurrentBox,
    IntoNewBox,
    MakeWhole,
    MoveUnits,
    OnTable,
    OpenBox,
    SplitUnit,
    TakeProduct,
)
from packdesk.domain.ids import ItemId, OrderId
from packdesk.domain.order import OrderStatus
from packdesk.domain.refusals import DiskIsSlow
from packdesk.domain.submission import Submission
from packdesk.station.errors import MarketUnreachable
from packdesk.station.reports import (
    Answer,
    BenchMoved,
    Failed,
    JournalStopped,
    MarketFine,
    QueueRead,
    RefusedIt,
    SubmissionMoved,
)
from packdesk.ui.bench.keys import LetGo, SetAside, UseBox
from packdesk.ui.bench.picks import (
    BoxPick,
    CarriedUnits,
    Hover,
    ItemPick,
    LinePick,
    PartPick,
)
from packdesk.ui.bench.props import FreeProps, OrderProps, RowProps
from packdesk.ui.bench.walking import Step
from packdesk.ui.words.bench import BenchAction
from packdesk.ui.words.submission import PersonAnswer
from tests.builders import box, item, order, unit
from tests.ui.bench_table import NOON, Table

TEA, JAM = ItemId(1), ItemId(2)
ROW, JAM_ROW = ItemPick(TEA), ItemPick(JAM)


@pytest.fixture
def table() -> Table:
    """Three tea and one jam, nothing packed."""
    return Table(order(item(1, 3, name="Tea"), item(2, name="Jam"))).open()


def shown(table: Table) -> OrderProps:
    props = table.viewmodel.props
    assert isinstance(props, OrderProps)
    return props


def lit(table: Table) -> list[int]:
    return [row.item for row in shown(table).listed if isinstance(row, RowProps) and row.is_lit]


def test_only_what_changes_the_screen_is_told(table, qtbot):
    for report in (MarketFine(), QueueRead((), table.catalogue, NOON)):
        with qtbot.assertNotEmitted(table.viewmodel.props_changed):
            table.viewmodel.take(report)
    with qtbot.assertNotEmitted(table.viewmodel.props_changed):
        table.viewmodel.take(BenchMoved(table.bench))
    with qtbot.waitSignal(table.viewmodel.props_changed):
        table.do(OpenBox())


def test_an_observer_sees_the_new_props(table, qtbot):
    seen = []
    table.viewmodel.props_changed.connect(lambda told: seen.append((told, table.viewmodel.props)))

    table.do(OpenBox())

    assert [told is kept for told, kept in seen] == [True]


def test_the_row_of_the_last_answer_is_lit(table):
    table.do(TakeProduct(TEA))
    assert lit(table) == [TEA]
    table.do(TakeProduct(JAM))
    assert lit(table) == [JAM]
    table.do(TakeProduct(TEA))
    table.do(TakeProduct(JAM))
    assert lit(table) == [JAM], "what was refused is lit too"


def test_a_stopped_journal_and_another_orders_submission_change_nothing(table, qtbot):
    error = MarketUnreachable("updateOrderStatus")
    with qtbot.assertNotEmitted(table.viewmodel.props_changed):
        table.viewmodel.take(JournalStopped(error))
        table.viewmodel.take(
            SubmissionMoved(OrderId(1), Submission(table.packing.order.program), error)
        )


def test_trouble_of_this_order_is_told_until_it_is_over(table):
    table.do(MoveUnits(TEA, 3, OnTable(), IntoCurrentBox()))
    table.do(TakeProduct(JAM))
    table.finish()
    number = table.packing.order.id
    error = MarketUnreachable("setOrderBoxLayout")
    quiet = shown(table).strip

    table.viewmodel.take(SubmissionMoved(number, table.submission, error))
    assert shown(table).strip != quiet
    table.viewmodel.take(SubmissionMoved(number, table.submission))
    assert shown(table).strip == quiet


@pytest.mark.parametrize(
    "told", [Failed(MarketUnreachable("getBusinessOrders")), RefusedIt(DiskIsSlow())]
)
def test_an_answer_without_a_bench_does_not_clear_the_bench(table, told):
    table.viewmodel.take(Answer(told, NOON, scan="4600000000017"))

    assert shown(table).head.title.endswith(str(table.packing.order.id))


def test_another_order_starts_afresh(table):
    table.viewmodel.pick(ROW)
    table.viewmodel.act(BenchAction.FINISH)
    other = Table(order(item(1), number=77))

    table.viewmodel.take(BenchMoved(other.bench))

    assert shown(table).picked is None
    assert shown(table).problems is None


def test_delete_takes_a_line_out(table):
    table.do(TakeProduct(JAM))
    table.viewmodel.pick(LinePick(box(1), JAM))
    table.viewmodel.press(BenchAction.TAKE_OUT)

    assert table.asked[-1] == MoveUnits(JAM, 1, IntoBox(box(1)), OnTable())
    assert shown(table).picked == JAM_ROW, "the line is gone, its row is not"


def test_a_refused_key_is_told_by_the_station(table):
    table.do(TakeProduct(JAM))
    table.viewmodel.pick(JAM_ROW)
    table.viewmodel.press(BenchAction.PACK)

    assert table.asked[-1] == MoveUnits(JAM, 1, OnTable(), IntoCurrentBox())
    assert not shown(table).problems


def test_keys_without_a_pick_do_nothing(table):
    for action in (BenchAction.PACK, BenchAction.PACK_NEW, BenchAction.TAKE_OUT, BenchAction.SPLIT):
        table.viewmodel.press(action)

    assert table.asked == []
    assert table.question is None


def test_arrows_walk(table):
    table.viewmodel.press(Step.DOWN)
    table.viewmodel.press(Step.DOWN)

    assert shown(table).picked == JAM_ROW


def test_escape_closes_the_list_then_lets_go(table):
    table.viewmodel.pick(ROW)
    table.viewmodel.act(BenchAction.FINISH)
    assert shown(table).problems is not None

    table.viewmodel.press(LetGo())
    assert (shown(table).problems, shown(table).picked) == (None, ROW)
    table.viewmodel.press(LetGo())
    assert shown(table).picked is None


def test_a_box_key_makes_the_box_current_once(table):
    table.do(TakeProduct(TEA))
    table.do(OpenBox())
    table.viewmodel.press(UseBox(box(1)))
    table.viewmodel.press(UseBox(box(1)))

    assert table.asked.count(ChooseBox(box(1))) == 1


def test_a_tap_on_a_row_then_on_a_box_packs_there(table):
    table.do(TakeProduct(TEA))
    table.do(OpenBox())
    table.viewmodel.tap(JAM_ROW)
    table.viewmodel.tap(BoxPick(box(1)))

    assert table.asked[-1] == MoveUnits(JAM, 1, OnTable(), IntoBox(box(1)))
    assert shown(table).picked is None, "the next tap must not move anything"


def test_a_tap_on_a_line_of_another_box_packs_there_too(table):
    table.do(TakeProduct(TEA))
    table.do(OpenBox())
    table.do(TakeProduct(JAM))
    table.viewmodel.tap(LinePick(box(2), JAM))
    table.viewmodel.tap(LinePick(box(1), TEA))

    assert table.asked[-1] == MoveUnits(JAM, 1, IntoBox(box(2)), IntoBox(box(1)))


def test_a_tap_on_a_line_with_nothing_in_hand_picks_it(table):
    table.do(TakeProduct(TEA))
    table.viewmodel.tap(LinePick(box(1), TEA))
    assert shown(table).picked == LinePick(box(1), TEA)
    table.viewmodel.tap(LinePick(box(1), TEA))
    assert shown(table).picked is None


def test_a_tap_on_a_part_in_a_box_of_its_own_moves_nothing_and_picks_its_box(table):
    table.do(SplitUnit(JAM, 2))
    before = list(table.asked)
    table.viewmodel.tap(PartPick(unit(2), 1))
    table.viewmodel.tap(BoxPick(box(1)))

    assert table.asked == before, "nothing can be packed into it, so that it is not used"
    assert shown(table).picked == BoxPick(box(1))


def test_a_picked_box_stays_picked_when_boxes_before_it_go(table):
    table.do(SplitUnit(JAM, 2))
    table.do(TakeProduct(TEA))
    table.viewmodel.tap(BoxPick(box(3)))
    table.do(MakeWhole(unit(2)))

    assert shown(table).picked == BoxPick(box(1))
    table.viewmodel.tap(LinePick(box(1), TEA))
    table.do(MoveUnits(TEA, 1, OnTable(), IntoNewBox()))
    table.do(MoveUnits(TEA, 1, IntoBox(box(1)), IntoBox(box(2))))
    assert shown(table).picked == ROW, "what it was lies elsewhere"


def test_a_tap_on_a_box_makes_it_current(table):
    table.do(TakeProduct(TEA))
    table.do(OpenBox())
    table.viewmodel.tap(BoxPick(box(1)))

    assert table.asked[-1] == ChooseBox(box(1))
    assert shown(table).picked == BoxPick(box(1))


def test_a_tap_on_the_new_box_card_opens_one_or_packs_there(table):
    table.viewmodel.tap_new_box()
    table.viewmodel.tap(JAM_ROW)
    table.viewmodel.tap_new_box()

    assert table.asked == [OpenBox(), MoveUnits(JAM, 1, OnTable(), IntoNewBox())]


def test_a_scan_lets_go_of_what_was_picked(table):
    table.do(OpenBox())
    table.viewmodel.tap(ROW)
    table.scanned(TakeProduct(JAM))
    table.viewmodel.tap(BoxPick(box(1)))

    assert not any(isinstance(one, MoveUnits) for one in table.asked)


def test_a_held_good_tells_what_would_happen_and_changes_nothing(table):
    table.do(OpenBox())
    goods = CarriedUnits(table.packing.order.id, JAM, OnTable())
    before = table.packing

    assert table.viewmodel.hold(Hover(goods, IntoBox(box(1))))
    hint = shown(table).boxes[0].hint
    assert hint is not None
    assert hint.text == "Into box 1"
    assert not table.viewmodel.hold(None)
    assert shown(table).boxes[0].hint is None
    assert table.packing == before


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (IntoBox(box(1)), "Box 1 holds a part. Take another box"),
        (IntoBox(box(3)), "Into box 3: how many?"),
        (OnTable(), "It is here already"),
        (IntoNewBox(), "Into box 3: how many?"),
    ],
)
def test_every_place_says_what_a_drop_would_do(table, place, text):
    table.do(SplitUnit(JAM, 2))
    table.do(OpenBox())
    table.viewmodel.hold(Hover(CarriedUnits(table.packing.order.id, TEA, OnTable()), place))

    props = shown(table)
    hints = [props.table_hint, props.new_box.hint, *(one.hint for one in props.boxes)]
    assert [hint.text for hint in hints if hint] == [text]


def test_goods_of_another_order_are_refused_in_the_air(table):
    table.do(OpenBox())
    stranger = Hover(CarriedUnits(OrderId(5), JAM, OnTable()), IntoBox(box(1)))

    assert not table.viewmodel.drop(stranger)
    assert table.asked == [OpenBox()]


def test_a_drop_is_done_only_where_it_may(table):
    table.do(SplitUnit(JAM, 2))
    goods = CarriedUnits(table.packing.order.id, TEA, OnTable())
    before = list(table.asked)

    assert not table.viewmodel.drop(Hover(goods, IntoBox(box(1))))
    assert not table.viewmodel.drop(Hover(goods, OnTable()))
    assert table.asked == before
    assert table.viewmodel.drop(Hover(goods, IntoNewBox()))
    table.pick_answer(3)
    assert table.asked[-1] == MoveUnits(TEA, 3, OnTable(), IntoNewBox())


def test_undo_is_asked_for(table):
    table.do(OpenBox())
    table.viewmodel.press(BenchAction.UNDO)

    assert table.calls == ["undo"]
    assert shown(table).boxes == ()


@pytest.mark.parametrize(
    ("answer", "call"),
    [
        (PersonAnswer.PRINTED, "printed"),
        (PersonAnswer.NOT_PRINTED, "not printed"),
        (PersonAnswer.RETRY, "retry"),
    ],
)
def test_a_person_answers_for_this_order(table, answer, call):
    table.viewmodel.say(answer)

    assert table.calls == [call]


def test_setting_aside_clears_the_bench_and_asks_for_the_queue(table, qtbot):
    with qtbot.waitSignal(table.viewmodel.queue_wanted):
        table.viewmodel.press(SetAside())

    assert table.calls == ["leave order"]
    assert isinstance(table.viewmodel.props, FreeProps)


def test_without_an_order_keys_do_nothing(table):
    table.viewmodel.press(SetAside())
    for action in BenchAction:
        table.viewmodel.press(action)
    table.viewmodel.press(Step.DOWN)
    table.viewmodel.press(UseBox(box(1)))
    table.viewmodel.tap_new_box()
    table.viewmodel.say(PersonAnswer.RETRY)

    assert table.asked == []
    assert not table.viewmodel.hold(Hover(CarriedUnits(OrderId(1), TEA, OnTable()), OnTable()))


def test_a_pick_that_is_gone_is_let_go(table):
    table.do(OpenBox())
    table.viewmodel.pick(BoxPick(box(1)))
    table.undo()

    assert shown(table).picked is None


def test_a_cancelled_order_is_told_at_once(table):
    table.change_order(status=OrderStatus.CANCELLED)

    strip = shown(table).strip
    assert strip is not None
    assert strip.notice.text == "Only to look at: Cancelled"

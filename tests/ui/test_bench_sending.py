"""What the bench says of an order on its way to the Market."""

from packdesk.domain.codes import CodeKind
from packdesk.domain.commands import (
    IntoBox,
    MoveUnits,
    OnTable,
)
from packdesk.domain.errands import ErrandAsked, SetTrack
from packdesk.domain.events import (
    LabelsFetched,
    LayoutSent,
    MarkedReady,
    StepRefused,
    StepStarted,
)
from packdesk.domain.ids import DeliveryServiceId, ItemId
from packdesk.domain.order import OrderStatus, OrderSubstatus, ProgramType, Track
from packdesk.domain.steps import StepKind
from packdesk.station.errors import MarketUnreachable
from packdesk.ui.bench.inputs import SendTrouble
from packdesk.ui.bench.picks import ItemPick
from packdesk.ui.bench.props import (
    GoThere,
    Say,
)
from packdesk.ui.words.bench import BenchAction
from packdesk.ui.words.notice import Notice, Tone
from packdesk.ui.words.submission import PersonAnswer, submission_notice
from tests.builders import box, cis, item, order
from tests.ui.bench_shown import enabled, finished, mark, print_labels, refuse, shown, table

CIS = CodeKind.CIS


def test_while_the_layout_is_sent_nothing_can_be_done():
    props = shown(finished(order()))

    assert props.strip is not None
    assert props.strip.notice.text == "Sending"
    assert "○ Boxes sent" in props.strip.detail
    assert enabled(props) == {BenchAction.UNDO}
    assert not props.new_box.is_enabled


def test_trouble_with_sending_is_told_in_the_strip():
    trouble = SendTrouble(MarketUnreachable("setOrderBoxLayout"), None)

    strip = shown(finished(order()), trouble=trouble).strip

    assert strip is not None
    assert strip.detail.startswith("No connection to the Market")


def test_unknown_printing_asks_a_person():
    made = finished(order())
    for event in (LayoutSent(mark(made), ()), LabelsFetched(mark(made), "x.pdf")):
        made.fold(event)
    made.fold(StepStarted(StepKind.PRINT_LABELS, mark(made)))

    strip = shown(made).strip

    assert strip is not None
    assert [one.answer for one in strip.buttons if isinstance(one, Say)] == [
        PersonAnswer.PRINTED,
        PersonAnswer.NOT_PRINTED,
    ]


def test_a_refusal_of_the_market_is_told_in_its_own_words_with_one_button():
    made = finished(order())
    made.fold(StepRefused(StepKind.SEND_LAYOUT, mark(made), 400, ("Too heavy",)))

    strip = shown(made).strip

    assert strip is not None
    assert "Too heavy" in strip.detail
    assert [one.answer for one in strip.buttons if isinstance(one, Say)] == [PersonAnswer.RETRY]


def test_a_refused_code_names_the_good_and_leads_to_it():
    made = finished(order(item(1, name="Shoes", marking=(CIS,))), cis())
    refuse(made, cis().full)

    strip = shown(made).strip

    assert strip is not None
    assert strip.detail == "Shoes: Code refused: already sold. Take another piece"
    assert strip.buttons == (GoThere(ItemPick(ItemId(1)), "Go there"),)


def test_a_changed_layout_makes_the_labels_stale():
    made = finished(order(item(1, 2)))
    print_labels(made)
    assert shown(made).strip != shown(table(order(item(1, 2)))).strip
    made.do(MoveUnits(ItemId(1), 1, IntoBox(box(1)), OnTable()))

    strip = shown(made).strip

    assert strip is not None
    assert strip.notice.tone is Tone.ATTENTION
    assert "old labels" in strip.notice.text


def test_everything_sent_tells_the_labels():
    made = finished(order())
    print_labels(made)
    made.fold(MarkedReady(mark(made)))
    made.change_order(substatus=OrderSubstatus.READY_TO_SHIP)

    strip = shown(made).strip

    assert strip is not None
    assert strip.notice.tone is Tone.COMPLETE
    assert strip.detail.endswith("ready to ship")


def test_a_dbs_order_that_is_packed_names_what_is_left_to_do():
    made = finished(order(program=ProgramType.DBS))
    print_labels(made)
    before = shown(made).strip
    made.fold(ErrandAsked(SetTrack(Track("RA123456785RU", DeliveryServiceId(1)))))
    after = shown(made).strip

    assert before is not None
    assert before.notice.tone is Tone.COMPLETE
    assert before.detail.endswith("its track number goes in at Hand-over (F3)")
    assert after is not None
    assert "track number" not in after.detail


def test_a_read_only_order_says_why_and_offers_nothing():
    gone = order(status=OrderStatus.DELIVERY, substatus=OrderSubstatus.SHIPPED)

    props = shown(table(gone), pick=ItemPick(ItemId(1)))

    assert props.strip is not None
    assert props.strip.notice.text == "Only to look at: Handed over"
    assert enabled(props) == set()


def test_a_finished_order_takes_no_more_goods_and_finishing_it_again_tells_how_it_is():
    made = finished(order())
    assert any(one.here for one in shown(made).boxes)
    print_labels(made)
    made.fold(MarkedReady(mark(made)))
    assert not any(one.here for one in shown(made).boxes)
    told: list[Notice] = []
    made.viewmodel.noticed.connect(told.append)
    calls = list(made.calls)
    made.open()
    made.viewmodel.act(BenchAction.FINISH)
    assert made.calls == calls
    assert told == [submission_notice(made.submission)]
    assert told[0].tone is Tone.COMPLETE


def test_no_empty_box_comes_beside_boxes_with_labels():
    made = finished(order(item(1, 2)))
    print_labels(made)
    before = shown(made).strip
    made.viewmodel.act(BenchAction.NEW_BOX)

    assert [one.box for one in shown(made).boxes] == [1]
    assert shown(made).strip == before
    assert BenchAction.FINISH not in enabled(shown(made)), "nothing else is to be sent"

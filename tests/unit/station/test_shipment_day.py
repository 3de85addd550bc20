"""The shipment day: what is due, labels in one PDF, and the act that is asked for once."""

from datetime import timedelta

import pytest

from packdesk.domain.batch_ready import Readiness
from packdesk.domain.ids import CampaignId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.order import Order, OrderStatus, OrderSubstatus
from packdesk.station.day_reports import (
    ActCame,
    ActNotAsked,
    ActNotKept,
    ActRefused,
    ActUnclear,
    DayTrouble,
    LabelsBeingMade,
    LabelsCame,
    LabelsFailed,
    ShipmentsRead,
)
from packdesk.station.errors import (
    LabelUnreadable,
    MarketAnswerUnreadable,
    MarketBroken,
    MarketBusy,
    MarketError,
    MarketKeyRejected,
    MarketOutcomeUnknown,
    MarketRefused,
    MarketUnreachable,
    PrinterFault,
    PrinterUnavailable,
)
from packdesk.station.ports import READY, ReportState, ReportStatus, ReportTicket, ShipmentStatus
from tests.builders import CAMPAIGN, order
from tests.fakes.day_bench import NEAREST, NEXT, DayBench
from tests.fakes.market import Effect, Op

FIRST = 51234567001


def orders(count: int) -> tuple[Order, ...]:
    return tuple(order(number=FIRST + place) for place in range(count))


def ready(count: int) -> tuple[DayBench, tuple[Order, ...]]:
    """A shipment whose orders are all ready."""
    day = orders(count)
    bench = DayBench(*day)
    for one in day:
        bench.market.change_status(bench.pack_elsewhere(one).ref, READY)
    bench.plan(*day)
    bench.market.calls.clear()
    return bench, day


def confirm(bench: DayBench) -> None:
    bench.day.confirm(CAMPAIGN, NEAREST)
    bench.drain()
    assert bench.bugs == []


def acts(bench: DayBench) -> int:
    return len(bench.market.called(Op.RECEPTION_ACT))


class TestWhatIsDue:
    def test_a_shipment_tells_how_far_its_orders_are(self):
        done, packed, loose, gone = orders(4)
        bench = DayBench(done, packed, loose, gone)
        for one in (done, packed):
            bench.pack(one)
        bench.change(done, substatus=OrderSubstatus.READY_TO_SHIP)
        bench.change(gone, status=OrderStatus.CANCELLED)
        bench.plan(done, packed, loose, gone)
        (due,) = bench.look().due
        assert (due.ready, due.cancelled) == (1, 1)
        assert due.may_be_set == (packed.id,)
        assert [(one.order, one.readiness) for one in due.open] == [
            (packed.id, Readiness.MAY_BE_SET),
            (loose.id, Readiness.NOT_PACKED),
        ]
        assert due.with_labels == (done.id, packed.id)
        assert not due.may_be_confirmed

    def test_the_nearest_shipment_of_a_shop_comes_first_and_is_the_one_to_confirm(self):
        bench, _ = ready(1)
        later = order(number=FIRST + 50)
        bench.market.put(later)
        bench.plan(later, shipment=NEXT, days=1)
        first, second = bench.look().due
        assert (first.shipment.id, second.shipment.id) == (NEAREST, NEXT)
        assert first.may_be_confirmed
        assert not second.is_nearest

    def test_a_shipment_that_is_confirmed_makes_room_for_the_next(self):
        bench, _ = ready(1)
        confirm(bench)
        bench.plan(order(number=FIRST), shipment=NEXT, days=1)
        first, second = bench.look().due
        assert not first.is_nearest
        assert second.is_nearest

    def test_an_order_that_the_list_does_not_have_forbids_the_act(self):
        bench, day = ready(1)
        stranger = order(number=FIRST + 9)
        bench.market.planned.clear()
        bench.plan(*day, stranger)
        (due,) = bench.look().due
        assert due.unknown == (stranger.id,)
        assert not due.may_be_confirmed

    def test_a_shop_that_is_refused_does_not_hide_the_others(self):
        bench, _ = ready(1)
        bench.market.fail(Op.SHIPMENTS, MarketKeyRejected("op", status=403))
        read = bench.look()
        assert [one.campaign.id for one in read.unread] == [CAMPAIGN]

    def test_only_chosen_shops_are_asked_for(self):
        bench, _ = ready(1)
        bench.day.choose_shops((CampaignId(1),))
        assert bench.look().due == ()
        assert not bench.market.called(Op.SHIPMENTS)

    def test_no_connection_is_told(self):
        bench, _ = ready(1)
        bench.market.fail(Op.CAMPAIGNS, MarketUnreachable("op"))
        bench.day.look()
        bench.drain()
        assert isinstance(bench.last(DayTrouble).error, MarketUnreachable)

    def test_many_orders_are_judged_a_few_at_a_time(self):
        day = orders(120)
        bench = DayBench(*day)
        bench.plan(*day)
        bench.day.look()
        bench.lane.drain()
        turns = 0
        while bench.journal_lane.run_one():
            turns += 1
        assert turns == 3, "a scan can come between them"

    def test_orders_that_became_others_are_told(self):
        (one,) = orders(1)
        bench = DayBench(one)
        bench.pack(one)
        bench.plan(one)
        bench.change(one, status=OrderStatus.CANCELLED)
        bench.look()
        assert bench.moved == [one.id]


class TestTheAct:
    def test_it_is_asked_for_once_and_kept(self):
        bench, _ = ready(2)
        confirm(bench)
        assert bench.last(ActCame).file == f"act-{CAMPAIGN}-{NEAREST}.pdf"
        assert bench.documents.pdfs[f"act-{CAMPAIGN}-{NEAREST}.pdf"].startswith(b"%PDF")
        assert acts(bench) == 1
        assert bench.market.confirmed == [NEAREST]

    def test_one_that_was_kept_is_told_again_with_its_shipment(self):
        bench, _ = ready(2)
        bench.look()
        assert [one.act for one in bench.last(ShipmentsRead).due] == [""]
        confirm(bench)
        file = bench.last(ActCame).file
        bench.look()
        assert [one.act for one in bench.last(ShipmentsRead).due] == [file]
        assert acts(bench) == 1

    def test_looking_never_asks_for_it(self):
        bench, _ = ready(2)
        bench.look()
        bench.day.make_labels(tuple(one.id for one in orders(2)), LabelFormat.A7)
        bench.wait(600)
        assert acts(bench) == 0

    @pytest.mark.parametrize(
        "error",
        [
            MarketOutcomeUnknown("op"),
            MarketBroken("op", status=500),
            MarketBroken("op", status=503),
            MarketAnswerUnreadable("op", body="<html>"),
        ],
        ids=repr,
    )
    @pytest.mark.parametrize("effect", Effect)
    def test_what_may_have_happened_is_looked_up_and_not_repeated(
        self, error: MarketError, effect: Effect
    ):
        bench, _ = ready(2)
        bench.market.fail(Op.RECEPTION_ACT, error, effect=effect)
        confirm(bench)
        bench.wait(3600)
        assert acts(bench) == 1
        assert bench.last(ActUnclear).is_confirmed is (effect is Effect.TAKEN)

    def test_where_nobody_knows_that_is_told(self):
        bench, _ = ready(1)
        bench.market.fail(Op.RECEPTION_ACT, MarketOutcomeUnknown("op"))
        bench.day.confirm(CAMPAIGN, NEAREST)
        real, asked = bench.market.shipments, []

        def shipments(*given):
            asked.append(given)
            if len(asked) == 2:
                raise MarketUnreachable("op")
            return real(*given)

        bench.market.shipments = shipments  # type: ignore[method-assign]
        bench.lane.run_one()
        assert bench.last(ActUnclear).is_confirmed is None

    @pytest.mark.parametrize("text", ["ERROR", "SOMETHING_NEW", ""])
    def test_a_state_that_says_nothing_is_not_taken_for_confirmed(self, text: str):
        assert ActUnclear(CAMPAIGN, NEAREST, ShipmentStatus(text)).is_confirmed is None

    @pytest.mark.parametrize(
        "error", [MarketUnreachable("op"), MarketBusy("op"), MarketKeyRejected("op", status=403)]
    )
    def test_what_did_nothing_is_told_and_not_repeated(self, error: MarketError):
        bench, _ = ready(1)
        bench.market.fail(Op.RECEPTION_ACT, error)
        confirm(bench)
        bench.wait(3600)
        assert bench.last(ActRefused).error is error
        assert acts(bench) == 1

    def test_the_markets_refusal_is_told_in_its_words(self):
        bench, day = ready(2)
        bench.change(day[0], substatus=OrderSubstatus.STARTED)
        confirm(bench)
        error = bench.last(ActRefused).error
        assert isinstance(error, MarketRefused)
        assert error.messages == ("Some orders have not been processed yet",)

    def test_another_shipment_than_was_meant_is_never_confirmed(self):
        bench, _ = ready(1)
        bench.day.confirm(CAMPAIGN, NEXT)
        bench.drain()
        assert bench.last(ActNotAsked).shipment == NEXT
        assert acts(bench) == 0

    def test_nothing_is_asked_where_the_shipments_cannot_be_read(self):
        bench, _ = ready(1)
        bench.market.fail(Op.SHIPMENTS, MarketUnreachable("op"))
        confirm(bench)
        assert isinstance(bench.last(ActRefused).error, MarketUnreachable)
        assert acts(bench) == 0

    def test_two_presses_are_one_request(self):
        bench, _ = ready(1)
        bench.day.confirm(CAMPAIGN, NEAREST)
        confirm(bench)
        assert acts(bench) == 1

    def test_an_act_that_cannot_be_saved_is_held_until_it_can(self):
        bench, _ = ready(1)
        full = PrinterUnavailable("documents", "full", PrinterFault.NOT_WRITABLE)
        bench.documents.failing = [full, full]
        confirm(bench)
        assert bench.last(ActNotKept).error is full
        bench.day.keep_act(CAMPAIGN, NEAREST)
        bench.drain()
        assert len(bench.all(ActNotKept)) == 2
        bench.day.keep_act(CAMPAIGN, NEAREST)
        bench.drain()
        assert bench.last(ActCame).file in bench.documents.pdfs
        assert acts(bench) == 1


class TestLabelsInOnePdf:
    def make(self, bench: DayBench, *some: Order) -> None:
        bench.day.make_labels(tuple(one.id for one in some), LabelFormat.A7)
        bench.wait(60)
        assert bench.bugs == []

    def test_they_are_waited_for_and_fetched_at_once(self):
        bench, day = ready(3)
        self.make(bench, *day)
        came = bench.last(LabelsCame)
        assert came == LabelsCame(tuple(one.id for one in day), "labels-1.pdf")
        ops = [call.op for call in bench.market.calls]
        assert ops == [Op.ORDER_LABELS_REPORT, Op.REPORT, Op.REPORT_FILE]

    def test_what_the_market_left_out_is_told(self):
        bench, day = ready(2)
        self.make(bench, *day, order(number=FIRST + 9))
        assert bench.last(LabelsCame).is_incomplete

    def test_a_failed_report_is_told_in_the_markets_word(self):
        bench, _ = ready(1)
        self.make(bench, order(number=FIRST + 9))
        assert bench.last(LabelsFailed).substatus == "NO_DATA"

    def test_it_is_asked_again_until_it_is_done(self):
        bench, day = ready(1)
        states = 4 * [ReportState(ReportStatus.PROCESSING)]
        real = bench.market.report
        bench.market.report = lambda name: states.pop() if states else real(name)  # type: ignore[method-assign, assignment]
        self.make(bench, *day)
        assert bench.last(LabelsCame).file
        assert len(bench.all(LabelsBeingMade)) == 6

    def test_it_is_not_asked_for_ever(self):
        bench, day = ready(1)
        bench.market.report = lambda _: ReportState(ReportStatus.PENDING)  # type: ignore[method-assign, assignment]
        self.make(bench, *day)
        bench.wait(3600)
        assert bench.last(LabelsFailed) == LabelsFailed((day[0].id,))

    def test_a_report_that_takes_long_is_looked_at_in_half_a_minute(self):
        bench, day = ready(1)
        real = bench.market.order_labels_report

        def slow(*given):
            return ReportTicket(real(*given).id, timedelta(minutes=40))

        bench.market.order_labels_report = slow  # type: ignore[method-assign]
        self.make(bench, *day)
        assert bench.last(LabelsCame).file

    @pytest.mark.parametrize(
        ("op", "error"),
        [
            (Op.REPORT, MarketUnreachable("getReportInfo")),
            (Op.REPORT, MarketOutcomeUnknown("getReportInfo")),
            (Op.REPORT, MarketBusy("getReportInfo")),
            (Op.REPORT, MarketBroken("getReportInfo", status=500)),
            (Op.REPORT_FILE, MarketRefused("reportFile", status=404)),
            (Op.REPORT_FILE, MarketUnreachable("reportFile")),
            (Op.REPORT_FILE, MarketAnswerUnreadable("reportFile", body="<html>")),
        ],
        ids=str,
    )
    def test_a_bad_moment_or_a_dead_link_is_got_over_with_a_new_link(
        self, op: Op, error: MarketError
    ):
        bench, day = ready(1)
        bench.market.fail(op, error)
        self.make(bench, *day)
        assert bench.last(LabelsCame).file
        assert len(bench.market.called(Op.ORDER_LABELS_REPORT)) == 1

    def test_a_link_that_stays_dead_is_told(self):
        bench, day = ready(1)
        dead = MarketRefused("reportFile", status=404)
        bench.market.fail(Op.REPORT_FILE, dead, dead, dead)
        self.make(bench, *day)
        assert bench.last(LabelsFailed).error is dead

    def test_a_report_that_is_gone_is_told(self):
        bench, day = ready(1)
        gone = MarketRefused("getReportInfo", status=404)
        bench.market.fail(Op.REPORT, gone)
        self.make(bench, *day)
        assert bench.last(LabelsFailed).error is gone
        assert not bench.all(LabelsCame)

    @pytest.mark.parametrize(
        "error", [PrinterUnavailable("documents"), MarketKeyRejected("op", status=401)]
    )
    def test_what_does_not_mend_itself_is_told_at_once(self, error):
        bench, day = ready(1)
        if isinstance(error, MarketError):
            bench.market.fail(Op.ORDER_LABELS_REPORT, error)
        else:
            bench.documents.failing = [error]
        self.make(bench, *day)
        assert bench.last(LabelsFailed).error is error

    def test_a_file_that_is_no_pdf_is_fetched_again(self):
        bench, day = ready(1)
        bench.documents.failing = [LabelUnreadable("labels")]
        self.make(bench, *day)
        assert bench.last(LabelsCame).file

    def test_more_than_a_thousand_orders_make_more_than_one_pdf(self):
        bench, _ = ready(1)
        bench.day.make_labels(tuple(one.id for one in orders(1001)), LabelFormat.A7)
        bench.wait(60)
        asked = [len(call.given[0]) for call in bench.market.called(Op.ORDER_LABELS_REPORT)]  # type: ignore[arg-type]
        assert asked == [1000, 1]

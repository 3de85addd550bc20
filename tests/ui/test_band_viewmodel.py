"""The band follows the station, and gives the packer's answers on."""

from dataclasses import replace

import pytest

from packdesk.domain.access import Access
from packdesk.domain.codes import CodeKind
from packdesk.domain.events import StepStarted
from packdesk.domain.order import Catalogue
from packdesk.domain.questions import SplitProposed
from packdesk.domain.refusals import NotInOrder
from packdesk.domain.steps import StepKind
from packdesk.station.errors import (
    JournalFault,
    JournalUnavailable,
    MarketKeyRejected,
    PrinterUnavailable,
)
from packdesk.station.reports import (
    Answer,
    BenchCleared,
    BenchMoved,
    Did,
    Failed,
    JournalStopped,
    MarketFine,
    OpenedOrder,
    QueueRead,
    RefusedIt,
    SubmissionMoved,
)
from packdesk.ui.band.local_question import Entry, LocalQuestion, Picked, Reply, Scanned, Typed
from packdesk.ui.band.props import BandProps
from packdesk.ui.band.viewmodel import BandViewModel
from packdesk.ui.words.notice import Notice, Tone
from tests.builders import item, order
from tests.fakes.intents import RecordedIntents
from tests.ui.saying import AT, OTHER, PRINT, SAID_NO
from tests.ui.test_band_props import DOUBT
from tests.ui.test_words_guide import CONFIRMED, IN_BOX, PRINTED, bench

pytestmark = pytest.mark.usefixtures("english")

ASKING_PRINT = bench(sent=(*PRINTED[:3], StepStarted(StepKind.PRINT_LABELS, PRINT)))
HERE = ASKING_PRINT.order.id


class Band:
    """A band over recorded intents; ``seen`` and ``heard`` are what it emitted."""

    def __init__(self):
        self.intents = RecordedIntents()
        self.model = BandViewModel(self.intents)
        self.seen: list[BandProps] = []
        self.heard: list[Notice] = []
        self.replies: list[Reply] = []
        self.model.props_changed.connect(self.seen.append)
        self.model.noticed.connect(self.heard.append)

    def ask(self, *answers, entry=None):
        self.model.ask(LocalQuestion("How many?", answers, self.replies.append, entry))


@pytest.fixture
def band(qapp):
    return Band()


def did(state=None):
    return Answer(Did((IN_BOX,)), AT, bench=state or bench(IN_BOX))


def refused(state=None):
    return Answer(RefusedIt(NotInOrder("46")), AT, scan="46", bench=state or bench())


def test_an_answer_is_shown_heard_and_then_calm(band, qtbot):
    band.model.take(did())
    assert band.model.props.tone is Tone.ACCEPTED
    assert [notice.tone for notice in band.heard] == [Tone.ACCEPTED]
    qtbot.waitUntil(lambda: not band.model.props.word)
    assert band.model.props.sentence == "Scan the next item"


def test_the_props_are_changed_before_they_are_told(band):
    settled = []
    band.model.props_changed.connect(lambda told: settled.append(told is band.model.props))
    band.model.take(did())
    assert settled == [True]


def test_the_same_again_is_not_told_again(band):
    band.model.take(BenchMoved(bench()))
    band.seen.clear()
    band.model.take(BenchMoved(bench()))
    assert band.seen == []


@pytest.mark.parametrize("report", [MarketFine(), QueueRead((), Catalogue(), AT)])
def test_what_is_not_about_the_bench_is_silent(band, report):
    band.model.take(report)
    assert (band.seen, band.heard) == ([], [])


def test_a_stopped_journal_is_shown_and_heard(band):
    band.model.take(JournalStopped(JournalUnavailable(JournalFault.FULL, "x")))
    assert band.model.props.sentence == "Stop: the disk is full. Free some space"
    assert band.heard[-1].tone is Tone.REFUSED


def test_an_answer_to_the_stations_question_goes_to_the_station(band):
    band.model.take(BenchMoved(replace(bench(), question=SplitProposed(item(1).id, 2))))
    band.model.answer(2)
    band.model.answer(3)
    assert band.intents.asked == [("answer", 2)]


def test_a_question_of_the_station_can_be_left(band):
    band.model.take(BenchMoved(replace(bench(), question=SplitProposed(item(1).id, 2))))
    band.model.dismiss()
    assert band.intents.asked == [("drop_question",)]


@pytest.mark.parametrize(("number", "printed"), [(1, True), (2, False)])
def test_the_packer_says_whether_it_printed(band, number, printed):
    band.model.take(BenchMoved(ASKING_PRINT))
    band.model.answer(number)
    assert band.intents.asked == [("say_printed", HERE, printed)]


def test_what_must_be_answered_cannot_be_left(band):
    band.model.take(BenchMoved(ASKING_PRINT))
    band.model.dismiss()
    assert band.intents.asked == []


def test_a_refused_step_is_tried_again(band):
    band.model.take(BenchMoved(bench(sent=(CONFIRMED, SAID_NO))))
    band.model.answer(1)
    assert band.intents.asked == [("retry", HERE)]


def test_nothing_is_asked_so_nothing_is_answered(band):
    band.model.answer(1)
    band.model.dismiss()
    band.model.submit("3")
    assert band.intents.asked == []


def test_a_screens_question_is_answered_once(band):
    band.ask("All", "One")
    band.model.answer(2)
    band.model.answer(2)
    assert band.replies == [Picked(2)]
    assert not band.model.props.asks


def test_a_screens_question_can_be_left_without_a_reply(band):
    band.ask("All", "One")
    band.model.dismiss()
    assert (band.replies, band.model.props.asks, band.intents.asked) == ([], False, [])


def test_a_free_answer_that_fits_is_taken_trimmed(band):
    band.ask(entry=Entry("1 to 3", str.isdigit))
    band.model.submit("x")
    assert (band.replies, band.heard[-1].tone) == ([], Tone.REFUSED)
    assert band.model.props.entry is not None
    band.model.submit(" 3 ")
    assert band.replies == [Typed("3")]


def test_a_question_without_a_field_takes_no_free_answer(band):
    band.ask("All", "One")
    band.model.submit("3")
    assert band.replies == []


def test_a_typed_code_goes_the_way_of_a_scan(band):
    band.model.take(BenchMoved(bench(IN_BOX, of=order(item(1, marking=(CodeKind.COUNTRY,))))))
    band.model.submit(" cn ")
    band.model.submit("  ")
    assert band.intents.asked == [("paste", "cn")]


@pytest.mark.parametrize(
    ("scan", "replies", "asks"),
    [
        ("PD-ANSWER-2\r", [Picked(2)], False),
        ("PD-CANCEL", [], False),
        ("PD-ANSWER-3", [], True),
        ("PD-UNDO", [], True),
        ("4600000000017", [], True),
    ],
)
def test_a_scan_answers_a_screens_question_or_is_refused(band, scan, replies, asks):
    band.ask("All", "One")
    assert band.model.take_scan(scan)
    assert (band.replies, band.model.props.asks) == (replies, asks)
    if asks:
        assert band.heard[-1].tone is Tone.ATTENTION


def test_a_scan_that_the_question_waits_for_answers_it(band):
    question = LocalQuestion("Which?", ("A", "B"), band.replies.append, by_scan="46".__eq__)
    band.model.ask(question)
    assert band.model.take_scan("45")
    assert band.replies == []
    assert band.model.take_scan("46")
    assert band.replies == [Scanned("46")]
    assert not band.model.props.asks


def test_a_scan_that_is_no_number_asks_for_the_answer(band):
    band.ask(entry=Entry("1 to 58", lambda text: text.isdigit() and len(text) < 3))
    assert band.model.take_scan("4600000000017")
    assert band.heard[-1].text == "Answer the question first"
    assert band.replies == []
    assert band.model.take_scan("12")
    assert band.replies == [Typed("12")]


def test_a_scan_can_fill_the_field(band):
    band.ask(entry=Entry("number", str.isdigit))
    assert band.model.take_scan("123\r")
    assert band.replies == [Typed("123")]


def test_without_a_screens_question_scans_go_on(band):
    assert not band.model.take_scan("4600000000017")


def test_the_packer_moves_on_and_the_screens_question_is_gone(band):
    band.ask("All", "One")
    band.model.take(did())
    assert not band.model.props.asks


def test_another_order_that_needs_a_person_is_told_once(band):
    moved = SubmissionMoved(OTHER, bench(sent=(CONFIRMED, SAID_NO)).submission)
    band.model.take(moved)
    band.model.take(moved)
    assert [notice.text for notice in band.heard] == [
        "Order 51234567099: The Market refused: bad boxes"
    ]


def test_an_order_that_needs_a_person_again_is_told_again(band):
    trouble = SubmissionMoved(OTHER, bench(sent=(CONFIRMED, SAID_NO)).submission)
    band.model.take(trouble)
    band.model.take(SubmissionMoved(OTHER, bench(sent=(CONFIRMED,)).submission))
    band.model.take(trouble)
    assert len(band.heard) == 2


def test_a_printer_that_fails_is_told_for_the_order_on_the_bench(band):
    state = bench(sent=PRINTED[:3])
    band.model.take(BenchMoved(state))
    band.model.take(SubmissionMoved(HERE, state.submission, PrinterUnavailable("Xprinter", "x")))
    assert band.model.props.sentence == "Printer “Xprinter” does not print. Check cable and paper"


def test_an_empty_bench_is_shown_when_the_order_leaves(band):
    band.model.take(did())
    band.model.clear_bench()
    band.model.calm_down()
    assert band.model.props.sentence == "Scan an order or pick one from the queue"


def test_a_mistake_is_shown_longer_than_a_success(band):
    from packdesk.ui.band.viewmodel import SHOWN_MS

    assert SHOWN_MS[Tone.ACCEPTED] < SHOWN_MS[Tone.ATTENTION] < SHOWN_MS[Tone.REFUSED]
    band.model.take(refused())
    assert band.model.props.tone is Tone.REFUSED


def test_another_language_is_spoken_at_once(band, english):
    from packdesk.ui.i18n import Language

    english.use(Language.RU)
    band.model.retranslate()
    assert band.seen[-1].sentence == "Отсканируйте заказ или выберите его в очереди"


def test_what_is_offered_is_asked_of_the_station(band):
    band.model.take_offer()
    band.model.take(BenchMoved(replace(bench(), teachable="4600000000017")))
    band.model.take_offer()
    band.model.take(BenchMoved(replace(bench(), doubt=DOUBT)))
    band.model.take_offer()
    assert band.intents.asked == [("teach",), ("take_anyway",)]


def typing(band):
    band.model.take(BenchMoved(bench(IN_BOX, of=order(item(1, marking=(CodeKind.CIS,))))))
    band.model.type_code()
    band.model.type_text("0104")


@pytest.mark.parametrize(
    "report",
    [
        BenchCleared(),
        Answer(
            OpenedOrder(HERE, Access.PACK),
            AT,
            bench=bench(IN_BOX, of=order(item(1, marking=(CodeKind.CIS,)))),
        ),
    ],
)
def test_another_order_closes_the_field_for_a_code(band, report):
    typing(band)
    assert band.model.props.typed == "0104"
    band.model.take(report)
    assert (band.model.props.entry, band.model.props.typed) == (None, "")


def test_without_a_field_nothing_is_typed_opened_or_copied(band):
    band.model.take(BenchMoved(bench()))
    band.seen.clear()
    band.model.type_code()
    band.model.type_text("x")
    band.model.submit("x")
    band.model.take_offer()
    assert (band.seen, band.intents.asked) == ([], [])


def test_a_scan_or_a_move_leaves_the_field_as_it_is(band):
    typing(band)
    state = bench(IN_BOX, of=order(item(1, marking=(CodeKind.CIS,))))
    band.model.take(did(state))
    band.model.take(refused(state))
    assert band.model.props.typed == "0104"


def test_a_key_that_was_never_given_was_not_refused(band):
    band.model.guide_by(Notice("Give the key", Tone.CALM))
    band.model.take(Answer(Failed(MarketKeyRejected("op", status=401)), AT))
    assert band.model.props.sentence == "Paste the shop's key first (F10)"
    band.model.guide_by(None)
    band.model.take(Answer(Failed(MarketKeyRejected("op", status=401)), AT))
    assert band.model.props.sentence != "Paste the shop's key first (F10)"

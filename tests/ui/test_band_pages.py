"""What is told of the bench stays at the bench."""

from dataclasses import replace

import pytest

from packdesk.domain.access import Access
from packdesk.domain.codes import CodeKind
from packdesk.domain.events import MarkedReady, StepStarted
from packdesk.domain.questions import SplitProposed
from packdesk.domain.refusals import NotInOrder, RemovalNotConfirmed
from packdesk.domain.steps import StepKind
from packdesk.station.reports import Answer, BenchCleared, BenchMoved, RefusedIt
from packdesk.ui.band.local_question import LocalQuestion
from packdesk.ui.band.viewmodel import BandViewModel
from packdesk.ui.pages import PageName
from packdesk.ui.words.notice import Notice, Tone
from tests.builders import item
from tests.fakes.intents import RecordedIntents
from tests.ui.saying import AT, PRINT
from tests.ui.test_words_guide import CONFIRMED, IN_BOX, PRINTED, bench, marked

pytestmark = pytest.mark.usefixtures("english")

AWAY = (PageName.SENT, PageName.SETUP)
TITLES = {
    PageName.SENT: "What became of the orders that are packed",
    PageName.SETUP: "Settings of this workplace",
}
UIN_WANTED = bench(IN_BOX, of=marked(CodeKind.UIN))


@pytest.fixture
def intents():
    return RecordedIntents()


@pytest.fixture
def model(qapp, intents):
    return BandViewModel(intents)


@pytest.mark.parametrize("page", AWAY)
def test_a_page_that_is_not_for_packing_has_a_sentence_of_its_own(model, page):
    model.stand_at(page)
    assert model.props.sentence == TITLES[page]
    model.stand_at(PageName.QUEUE)
    assert model.props.sentence == "Scan an order or pick one from the queue"


@pytest.mark.parametrize("page", AWAY)
def test_the_field_of_the_bench_and_its_refusal_stay_there(model, page):
    model.take(Answer(RefusedIt(NotInOrder("x")), AT, bench=UIN_WANTED))
    told = model.props
    assert told.entry is not None
    model.stand_at(page)
    assert model.props.entry is None
    assert model.props.tone is Tone.CALM
    assert model.props.sentence == f"Order {UIN_WANTED.order.id} waits on the bench (F2)"
    model.stand_at(PageName.BENCH)
    assert model.props == told


@pytest.mark.parametrize("page", AWAY)
def test_a_question_is_answered_only_where_it_is_seen(model, intents, page):
    model.take(BenchMoved(replace(bench(), question=SplitProposed(item(1).id, 2))))
    model.stand_at(page)
    model.answer(1)
    model.dismiss()
    assert intents.asked == []
    model.stand_at(PageName.BENCH)
    model.answer(1)
    assert intents.asked == [("answer", 1)]


def test_a_scan_elsewhere_is_no_answer_to_a_question_of_the_bench(model):
    model.ask(LocalQuestion("How many?", ("1", "2"), lambda _: None))
    model.stand_at(PageName.SENT)
    assert not model.take_scan("4600000000017")
    model.stand_at(PageName.BENCH)
    assert model.take_scan("4600000000017")


def test_what_was_told_of_an_order_goes_with_it(model):
    model.take(Answer(RefusedIt(RemovalNotConfirmed(1)), AT, bench=bench()))
    model.take(BenchCleared())
    assert model.props.sentence == "Scan an order or pick one from the queue"


def test_what_was_told_of_something_else_stays(model):
    model.take(BenchMoved(bench()))
    model.tell(Notice("No paper", Tone.REFUSED))
    model.take(BenchCleared())
    assert model.props.sentence == "No paper"
    model.stand_at(PageName.SETUP)
    assert model.props.sentence == "No paper"


def test_what_must_be_set_up_first_is_told_where_it_is_set_up(model):
    model.guide_by(Notice("Give the key", Tone.CALM))
    model.stand_at(PageName.SETUP)
    assert model.props.sentence == "Give the key"


@pytest.mark.parametrize("page", AWAY)
@pytest.mark.parametrize(
    "of",
    [
        bench(sent=(CONFIRMED,)),
        bench(sent=PRINTED[:2]),
        bench(sent=(*PRINTED, MarkedReady(PRINT))),
        replace(bench(), access=Access.ALREADY_READY),
        replace(bench(), access=Access.CANCELLED),
    ],
    ids=["being sent", "being printed", "done", "packed elsewhere", "cancelled"],
)
def test_an_order_with_which_nobody_has_anything_to_do_waits_for_nobody(model, page, of):
    model.take(BenchMoved(of))
    model.stand_at(page)
    assert model.props.sentence == TITLES[page]


@pytest.mark.parametrize("page", AWAY)
def test_an_order_that_needs_a_word_of_the_packer_waits(model, page):
    asks = bench(sent=(*PRINTED[:3], StepStarted(StepKind.PRINT_LABELS, PRINT)))
    for of in (asks, replace(asks, question=SplitProposed(item(1).id, 2))):
        model.take(BenchMoved(of))
        model.stand_at(page)
        assert model.props.sentence == f"Order {of.order.id} waits on the bench (F2)"

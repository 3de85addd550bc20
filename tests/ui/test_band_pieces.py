"""A refused piece is asked about before all else, until a person says that it is out."""

from dataclasses import replace

import pytest

from packdesk.domain.access import Access
from packdesk.domain.events import Event, Undone
from packdesk.domain.pieces import PieceRejected
from packdesk.station.reports import (
    Answer,
    Bench,
    BenchMoved,
    Did,
    OpenedOrder,
    PieceOut,
    PiecesOut,
)
from packdesk.ui.band.viewmodel import BandViewModel
from packdesk.ui.pages import PageName
from packdesk.ui.words.notice import Notice, Tone
from tests.builders import box, unit
from tests.fakes.intents import RecordedIntents
from tests.ui.saying import AT, OTHER
from tests.ui.test_words_guide import IN_BOX, PRINTED, bench

pytestmark = pytest.mark.usefixtures("english")

HERE = bench().order.id
PIECE = PieceRejected(unit(1), (box(2),), "bc01")
OUT, OUT_THERE = PieceOut(HERE, PIECE), PieceOut(OTHER, PIECE)


def replaced(*sent: Event) -> Bench:
    """The order here, of whose pieces one must come out."""
    here: Bench = bench(sent=sent)
    return replace(here, packing=replace(here.packing, rejected=(PIECE,)))


@pytest.fixture
def intents():
    return RecordedIntents()


@pytest.fixture
def heard():
    return []


@pytest.fixture
def model(qapp, intents, heard):
    made = BandViewModel(intents)
    made.noticed.connect(heard.append)
    return made


def test_a_refused_piece_is_told_until_a_person_says_that_it_is_out(model, intents, heard):
    model.take(Answer(Did((PIECE, IN_BOX)), AT, bench=replaced()))
    said = f"Order {HERE}: piece …bc01 out, the new one in: box 2"
    assert model.props.sentence == said
    assert heard[-1] == Notice(said, Tone.ATTENTION)
    model.calm_down()
    model.take(BenchMoved(replaced(*PRINTED)))
    model.take(Answer(OpenedOrder(HERE, Access.PACK), AT, bench=replaced()))
    model.calm_down()
    props = model.props
    assert (props.sentence, props.tone, props.dismiss) == (said, Tone.ATTENTION, "")
    assert [one.label for one in props.answers] == ["It is out"]
    model.dismiss()
    assert model.props == props
    model.answer(1)
    assert intents.asked == [("say_out", OUT)]
    assert model.props == props, "it counts when it is kept"
    model.take(PiecesOut(HERE, ()))
    assert model.props.sentence != said


def test_a_piece_that_an_undo_gave_back_need_not_come_out(model, intents):
    model.take(Answer(Did((PIECE, IN_BOX)), AT, bench=replaced()))
    model.take(Answer(Did((Undone(),)), AT, bench=bench()))
    model.calm_down()
    assert "bc01" not in model.props.sentence


def test_a_piece_of_an_order_that_is_not_here_is_asked_about_as_well(model, intents):
    model.take(PiecesOut(OTHER, (OUT_THERE,)))
    model.take(Answer(OpenedOrder(HERE, Access.PACK), AT, bench=replaced()))
    model.take(PiecesOut(HERE, ()))
    assert f"Order {OTHER}: piece …bc01 out" in model.props.sentence
    model.answer(1)
    assert intents.asked == [("say_out", OUT_THERE)]
    model.take(PiecesOut(OTHER, ()))
    assert "bc01" not in model.props.sentence


def test_no_scan_goes_on_while_a_refused_piece_may_lie_in_its_box(model, intents, heard):
    model.take(Answer(Did((PIECE, IN_BOX)), AT, bench=replaced()))
    assert model.take_scan("4600000000017")
    assert heard[-1].text == "Answer the question first"
    assert "piece …bc01 out" in model.props.sentence
    model.stand_at(PageName.SENT)
    assert "piece …bc01 out" in model.props.sentence
    assert model.take_scan("4600000000017")
    model.stand_at(PageName.BENCH)
    assert model.take_scan("PD-ANSWER-1")
    assert intents.asked == [("say_out", OUT)]
    model.take(PiecesOut(HERE, ()))
    assert not model.take_scan("4600000000017")

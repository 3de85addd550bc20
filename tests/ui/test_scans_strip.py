"""The strip of the last ten answers."""

import pytest
from PySide6.QtWidgets import QLabel

from packdesk.domain.barcodes import DeskCommand
from packdesk.domain.refusals import NotInOrder
from packdesk.station.reports import Answer, CommandForWindow, Did, MarketFine, RefusedIt
from packdesk.ui.elided import ElidedLabel
from packdesk.ui.i18n import Language
from packdesk.ui.scans.view import ScansView
from packdesk.ui.scans.viewmodel import ScansViewModel
from packdesk.ui.words.notice import Tone
from tests.ui.saying import AT
from tests.ui.test_words_guide import IN_BOX, bench

TIME = AT.astimezone().strftime("%H:%M:%S")
PACKED = Answer(Did((IN_BOX,)), AT, bench=bench())
FOREIGN = Answer(RefusedIt(NotInOrder("46")), AT, scan="46", bench=bench())


@pytest.fixture
def model(qapp):
    return ScansViewModel()


def test_the_newest_answer_comes_first(model, english):
    model.take(PACKED)
    model.take(FOREIGN)
    assert [(one.tone, one.time, one.text) for one in model.props] == [
        (Tone.REFUSED, TIME, "Not in this order. Put it aside"),
        (Tone.ACCEPTED, TIME, "Good 1 → box 1"),
    ]


def test_ten_are_kept(model):
    for _ in range(12):
        model.take(PACKED)
    assert len(model.props) == 10


@pytest.mark.parametrize(
    "report", [MarketFine(), Answer(CommandForWindow(DeskCommand.QUEUE), AT, scan="PD-QUEUE")]
)
def test_what_is_no_answer_about_goods_is_left_out(model, report):
    model.take(report)
    assert model.props == ()


def test_the_answers_are_told_again_in_another_language(model, english, qtbot):
    model.take(FOREIGN)
    english.use(Language.RU)
    with qtbot.waitSignal(model.props_changed):
        model.retranslate()
    assert model.props[0].text == "Этого товара нет в заказе. Отложите его"


@pytest.fixture
def strip(qtbot, theme, model):
    strip = ScansView(model, theme)
    strip.resize(1366, 40)
    qtbot.addWidget(strip)
    with qtbot.waitExposed(strip):
        strip.show()
    return strip


def shown(strip):
    labels = [strip.findChild(ElidedLabel, f"scan{number}") for number in range(1, 11)]
    return [label for label in labels if label.isVisible()]


def test_as_many_are_shown_as_fit_and_none_is_cut(strip, model, russian):
    for _ in range(10):
        model.take(FOREIGN)
    labels = shown(strip)
    assert 2 <= len(labels) < 10
    strip.layout().activate()
    assert [label.text() for label in labels] == [label.whole for label in labels]


def test_the_newest_is_shown_even_where_it_must_be_cut(strip, model, russian):
    strip.resize(300, 40)
    model.take(FOREIGN)
    (label,) = shown(strip)
    assert label.text().endswith("…")
    assert label.toolTip() == label.accessibleName() == "Этого товара нет в заказе. Отложите его"


def test_an_answer_is_told_without_its_colour(strip, model, english):
    model.take(FOREIGN)
    chip = shown(strip)[0].parentWidget()
    assert chip.accessibleName() == f"{TIME} No Not in this order. Put it aside"
    assert not chip.findChildren(QLabel)[0].pixmap().isNull()


def test_the_strip_follows_the_look(strip, model, theme):
    model.take(PACKED)
    theme.changed.emit()
    assert len(shown(strip)) == 1

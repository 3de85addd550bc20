"""The band's widget: nothing is cut, and keys, taps and typing answer."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from packdesk.domain.questions import SplitProposed, WhichItem
from packdesk.station.errors import MarketBroken
from packdesk.station.reports import BenchMoved
from packdesk.ui.band.local_question import Entry, LocalQuestion, Picked, Reply, Typed
from packdesk.ui.band.view import BandView
from packdesk.ui.band.viewmodel import BandViewModel
from packdesk.ui.i18n import Language
from packdesk.ui.key_button import KeyButton
from packdesk.ui.offer_button import HOLD_MS, OfferButton
from packdesk.ui.theme import Density, Look
from packdesk.ui.words.errors import error_notice
from packdesk.ui.words.notice import Notice, Tone
from packdesk.ui.words.problems import problem_text
from packdesk.ui.words.refusals import refusal_text
from tests.builders import item, order
from tests.fakes.intents import RecordedIntents
from tests.ui.saying import ORDER, PROBLEMS, REFUSALS
from tests.ui.speech import speaking
from tests.ui.test_band_props import DOUBT
from tests.ui.test_words_guide import bench


@pytest.fixture
def intents():
    return RecordedIntents()


@pytest.fixture
def model(qapp, intents):
    return BandViewModel(intents)


@pytest.fixture
def window(qtbot, theme, model):
    """The band above a field of some screen, as wide as a laptop."""
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    band = BandView(model, theme, window)
    band.set_density(Density.COMPACT)
    layout.addWidget(band)
    layout.addWidget(QLineEdit(window, objectName="elsewhere"))  # type: ignore[call-overload]
    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.resize(1366, 260)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.setFocus()
    return window


def find(window, kind, name):
    widget = window.findChild(kind, name)
    assert widget is not None, name
    return widget


def press(window, key):
    QTest.keyClick(window.windowHandle(), key)


def is_whole(label):
    room = label.contentsRect()
    needed = QFontMetrics(label.font()).boundingRect(
        QRect(0, 0, room.width(), 9999), Qt.TextFlag.TextWordWrap, label.text()
    )
    return needed.width() <= room.width() and needed.height() <= room.height()


def asked(total=2):
    return BenchMoved(replace(bench(), question=SplitProposed(item(1).id, total)))


def test_the_sentence_is_forty_pixels_high_where_it_fits(window, english, model):
    model.retranslate()
    sentence = find(window, QLabel, "bandSentence")
    assert sentence.text() == "Scan an order or pick one from the queue"
    assert sentence.font().pixelSize() == 40


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("width", [1366, 960])
def test_no_sentence_is_ever_cut(window, model, language, width):
    window.resize(width, 260)
    sentence = find(window, QLabel, "bandSentence")
    cut = []
    with speaking(language):
        texts = [refusal_text(one, ORDER) for one in REFUSALS]
        texts += [problem_text(one, ORDER) for one in PROBLEMS]
        texts.append(error_notice(MarketBroken("op", status=502)).text)
        model.take(BenchMoved(bench(of=ORDER)))
        for text in texts:
            model.tell(Notice(text, Tone.REFUSED))
            window.layout().activate()
            assert sentence.text() == text
            if not is_whole(sentence):
                cut.append((text, sentence.size(), sentence.font().pixelSize()))
    assert cut == []


def test_a_tone_is_told_by_word_and_colour_and_icon(window, english, model, theme):
    model.tell(Notice("Not in this order", Tone.REFUSED))
    band = window.findChild(BandView)
    assert find(window, QLabel, "bandTone").text() == "No"
    assert band.property("tone") == "refused"
    assert theme.tokens.refused_ground == band.grab().toImage().pixelColor(4, 40).name().upper()
    assert band.accessibleName() == "No. Not in this order"


def test_the_sentence_does_not_jump_aside_when_a_word_appears(window, russian, model):
    sentence = find(window, QLabel, "bandSentence")
    before = sentence.x()
    model.tell(Notice("Внимание", Tone.ATTENTION))
    window.layout().activate()
    assert find(window, QLabel, "bandTone").text() == "Внимание"
    assert sentence.x() == before


def test_digits_answer_an_open_question(window, model, intents):
    press(window, Qt.Key.Key_2)
    model.take(asked())
    press(window, Qt.Key.Key_3)
    press(window, Qt.Key.Key_2)
    assert intents.asked == [("answer", 2)]


def test_a_digit_that_is_held_down_answers_no_question_that_follows(window, model, intents):
    model.take(asked())
    press(window, Qt.Key.Key_2)
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_2, Qt.KeyboardModifier.NoModifier, "2", autorep=True
    )
    model.take(asked())
    QApplication.sendEvent(window.windowHandle(), held)
    assert intents.asked == [("answer", 2)]


def test_escape_leaves_a_question(window, model, intents):
    press(window, Qt.Key.Key_Escape)
    model.take(asked())
    press(window, Qt.Key.Key_Escape)
    assert intents.asked == [("drop_question",)]


def test_enter_answers_nothing_for_scanners_send_it(window, model, intents):
    model.take(asked())
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Return):
        press(window, key)
    assert intents.asked == []


def test_a_tap_answers(window, model, intents):
    model.take(asked())
    button = find(window, QPushButton, "bandAnswer1")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(find(window, QPushButton, "bandDismiss"), Qt.MouseButton.LeftButton)
    assert intents.asked == [("answer", 1), ("drop_question",)]


def test_answers_can_be_hit_with_a_glove(window, model):
    model.take(asked())
    window.layout().activate()
    for name in ("bandAnswer1", "bandAnswer2", "bandDismiss"):
        button = find(window, QPushButton, name)
        assert button.isVisible()
        assert button.height() >= 64
        assert button.width() >= 120
    assert not find(window, QPushButton, "bandAnswer3").isVisible()


@pytest.mark.parametrize("width", [1366, 960])
def test_long_answers_are_whole_too(window, model, russian, width):
    window.resize(width, 260)
    names = ["Кроссовки мужские беговые, 42", "Кроссовки мужские беговые, 43", "Тапочки, 38"]
    three = order(*(item(number, name=name) for number, name in enumerate(names, start=1)))
    question = WhichItem(tuple(one.id for one in three.items))
    model.take(BenchMoved(replace(bench(of=three), question=question)))
    window.layout().activate()
    for number, name in enumerate(names, start=1):
        button = find(window, QPushButton, f"bandAnswer{number}")
        words = next(label for label in button.findChildren(QLabel) if label.text() == name)
        button.layout().activate()
        assert is_whole(words), (name, words.size(), words.font().pixelSize())
    assert is_whole(find(window, QLabel, "bandSentence"))


@pytest.mark.parametrize("width", [1366, 1024])
def test_answers_side_by_side_are_written_alike(window, model, width):
    window.resize(width, 260)
    short = ("Not found", "Damaged", "The code cannot be read", "The code was refused", "Found")
    buttons = [find(window, KeyButton, f"bandAnswer{number}") for number in range(1, 6)]
    for answers in (short, ("1", "2"), short):
        model.ask(LocalQuestion("What is wrong with it?", answers, print))
        QApplication.processEvents()
        shown = [one.words.font().pixelSize() for one in buttons if one.isVisible()]
        assert len(shown) == len(answers)
        assert len(set(shown)) == 1, shown
        assert all(is_whole(one.words) for one in buttons if one.isVisible())
    assert answers == short


@pytest.mark.parametrize(("width", "lines"), [(1366, 1), (1024, 2), (960, 2)])
def test_many_answers_stand_on_two_lines_in_a_narrow_window(window, model, russian, width, lines):
    window.resize(width, 330)
    many = ("Нет товара", "Товар повреждён", "Проблема с кодом", "Вопрос к менеджеру",
            "Другая причина", "Отменить заказ")  # fmt: skip
    model.ask(LocalQuestion("Почему отложить весь заказ?", many, print))
    QApplication.processEvents()
    buttons = [find(window, KeyButton, f"bandAnswer{number}") for number in range(1, 7)]
    buttons.append(find(window, KeyButton, "bandDismiss"))
    tops = [one.mapTo(window, QPoint()).y() for one in buttons]
    assert len(set(tops)) == lines
    assert tops == sorted(tops)
    assert all(is_whole(one.words) for one in buttons)
    assert all(one.height() >= 64 for one in buttons)
    model.ask(LocalQuestion("Сколько?", ("1", "2"), print))
    QApplication.processEvents()
    assert len({one.mapTo(window, QPoint()).y() for one in buttons if one.isVisible()}) == 1


def test_answers_with_room_are_large_again_after_a_long_one(window, model):
    long = ("A very long name of a good that says all that there is to say about it", "Tea", "Jam")
    words = find(window, KeyButton, "bandAnswer1").words
    model.ask(LocalQuestion("Which good is it?", long, print))
    QApplication.processEvents()
    small = words.font().pixelSize()
    model.ask(LocalQuestion("Which good is it?", ("Tea", "Jam"), print))
    QApplication.processEvents()
    assert words.font().pixelSize() > small


def test_a_lone_field_has_the_keyboard_and_gives_it_back(window, model, qtbot):
    replies: list[Reply] = []
    elsewhere = find(window, QLineEdit, "elsewhere")
    elsewhere.setFocus()
    qtbot.waitUntil(elsewhere.hasFocus)
    model.ask(LocalQuestion("How many?", (), replies.append, Entry("1 to 9", str.isdigit, "2")))
    entry = find(window, QLineEdit, "bandEntry")
    assert entry.hasFocus()
    press(window, Qt.Key.Key_7)
    press(window, Qt.Key.Key_Return)
    assert replies == [Typed("7")]
    assert elsewhere.hasFocus()
    assert elsewhere.text() == ""


def test_a_field_beside_answers_leaves_the_digits_to_them(window, model):
    replies: list[Reply] = []
    model.ask(LocalQuestion("How many?", ("All", "One"), replies.append, Entry("", str.isdigit)))
    press(window, Qt.Key.Key_2)
    assert replies == [Picked(2)]


def test_what_was_typed_can_be_taken_by_a_tap(window, model):
    replies: list[Reply] = []
    model.ask(LocalQuestion("How many?", (), replies.append, Entry("1 to 9", str.isdigit, "4")))
    QTest.mouseClick(find(window, QPushButton, "bandTake"), Qt.MouseButton.LeftButton)
    assert replies == [Typed("4")]


def test_a_look_that_changes_is_followed(window, model, theme, qapp):
    theme.switch(qapp, Look.DARK)
    image = window.findChild(BandView).grab().toImage()
    assert image.pixelColor(4, 40).name().upper() == theme.tokens.surface


def test_a_barcode_is_taught_by_its_key_or_a_tap(window, model, intents):
    press(window, Qt.Key.Key_F11)
    model.take(BenchMoved(replace(bench(), teachable="4600000000017")))
    press(window, Qt.Key.Key_F11)
    QTest.mouseClick(find(window, QPushButton, "bandOffer"), Qt.MouseButton.LeftButton)
    assert intents.asked == [("teach",), ("teach",)]


def test_a_doubtful_code_is_taken_only_by_holding(window, model, intents, qtbot):
    model.take(BenchMoved(replace(bench(), doubt=DOUBT)))
    button = find(window, QPushButton, "bandOffer")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    press(window, Qt.Key.Key_F11)
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Space)
    assert intents.asked == []
    assert button.hasFocus()
    QTest.keyPress(window.windowHandle(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(intents.asked))
    QTest.keyRelease(window.windowHandle(), Qt.Key.Key_Space)
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(intents.asked) == 2)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    QTest.keyPress(window.windowHandle(), Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: len(intents.asked) == 3)
    QTest.keyRelease(window.windowHandle(), Qt.Key.Key_F11)
    assert intents.asked == [("take_anyway",)] * 3
    qtbot.waitUntil(lambda: not button.isDown())


def repeat(window, *, is_marked):
    """What a held key sends once more; X11 does not always mark it."""
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
        if is_marked:
            none = Qt.KeyboardModifier.NoModifier
            event = QKeyEvent(kind, Qt.Key.Key_F11, none, "", is_marked)
            QApplication.sendEvent(find(window, OfferButton, "bandOffer"), event)
        elif kind is QEvent.Type.KeyRelease:
            QTest.keyRelease(window.windowHandle(), Qt.Key.Key_F11)
        else:
            QTest.keyPress(window.windowHandle(), Qt.Key.Key_F11)


@pytest.mark.parametrize("is_marked", [True, False], ids=["marked", "not marked"])
def test_a_held_key_that_repeats_does_not_begin_anew(window, model, intents, qtbot, is_marked):
    model.take(BenchMoved(replace(bench(), doubt=DOUBT)))
    button = find(window, OfferButton, "bandOffer")
    QTest.keyPress(window.windowHandle(), Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: button.left_ms < HOLD_MS // 2)
    repeat(window, is_marked=is_marked)
    assert 0 <= button.left_ms < HOLD_MS // 2
    qtbot.waitUntil(lambda: bool(intents.asked))
    QTest.keyRelease(window.windowHandle(), Qt.Key.Key_F11)
    assert intents.asked == [("take_anyway",)]


def test_a_key_that_is_let_go_too_early_takes_nothing(window, model, intents, qtbot):
    model.take(BenchMoved(replace(bench(), doubt=DOUBT)))
    button = find(window, OfferButton, "bandOffer")
    QTest.keyPress(window.windowHandle(), Qt.Key.Key_F11)
    assert button.isDown()
    QTest.keyRelease(window.windowHandle(), Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: not button.isDown())
    assert button.left_ms == -1
    assert intents.asked == []

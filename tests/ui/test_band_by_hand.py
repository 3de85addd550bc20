"""Typing a code into the band: keys, taps, proposals; and a scan meanwhile is still a scan."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from packdesk.domain.codes import CodeKind, Slot, judge
from packdesk.domain.commands import CopyCodes
from packdesk.domain.events import CodeAttached, UnitPacked
from packdesk.domain.refusals import BadCode
from packdesk.scanners.key_layout import Numbering
from packdesk.scanners.profile import ScannerProfile
from packdesk.scanners.wedge import KeyboardWedge
from packdesk.station.reports import Answer, BenchMoved, Did, RefusedIt
from packdesk.ui.band.local_question import LocalQuestion
from packdesk.ui.band.view import BandView
from packdesk.ui.band.viewmodel import BandViewModel
from packdesk.ui.theme import Density
from tests.builders import box, cis, country, gtd, item, order, unit
from tests.fakes.intents import RecordedIntents
from tests.ui.saying import AT
from tests.ui.test_words_guide import IN_BOX, bench
from tests.ui.wedge_desk import Keyboard

pytestmark = pytest.mark.usefixtures("english")


def wanting(*kinds, count=1, events=(IN_BOX,)):
    return bench(*events, of=order(item(1, count, marking=kinds)))


CODE, COUNTRY = wanting(CodeKind.CIS), wanting(CodeKind.COUNTRY)


class Desk:
    """The band above the field of some screen, as wide as a laptop."""

    def __init__(self, theme, qtbot):
        self.intents = RecordedIntents()
        self.model = BandViewModel(self.intents)
        self.window = QWidget()
        self.layout = layout = QVBoxLayout(self.window)
        layout.setContentsMargins(0, 0, 0, 0)
        band = BandView(self.model, theme, self.window)
        band.set_density(Density.COMPACT)
        layout.addWidget(band)
        self.elsewhere = QLineEdit(self.window)
        layout.addWidget(self.elsewhere)
        self.window.resize(1366, 260)
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.elsewhere.setFocus()
        qtbot.waitUntil(self.elsewhere.hasFocus)

    def show(self, state):
        self.model.take(BenchMoved(state))
        self.layout.activate()

    def press(self, *keys):
        for key in keys:
            QTest.keyClick(self.window.windowHandle(), key)

    def type(self, text):
        for sign in text:
            QTest.keyClick(self.window.windowHandle(), sign)

    def tap(self, name):
        QTest.mouseClick(self.find(QPushButton, name), Qt.MouseButton.LeftButton)

    def find(self, kind, name):
        widget = self.window.findChild(kind, name)
        assert widget is not None, name
        return widget

    @property
    def field(self):
        return self.find(QLineEdit, "bandEntry")

    @property
    def verdict(self):
        return self.find(QLabel, "bandVerdict").text()


@pytest.fixture
def desk(theme, qtbot, qapp):
    return Desk(theme, qtbot)


@pytest.mark.parametrize("how", ["key", "tap"])
def test_a_damaged_code_is_typed_and_goes_the_way_of_a_pasted_one(desk, how):
    desk.show(CODE)
    assert not desk.field.isVisible()
    assert desk.find(QPushButton, "bandTypeCode").isVisible()
    if how == "key":
        desk.press(Qt.Key.Key_Insert)
    else:
        desk.tap("bandTypeCode")
    assert desk.field.hasFocus()
    assert not desk.find(QPushButton, "bandTypeCode").isVisible()
    head, tail = cis().full.split("\x1d")
    desk.type(head)
    assert desk.verdict == ""
    assert desk.find(QLabel, "bandGroups").text() == f"01 {head[2:16]} 21 {head[18:]} ␝ end part"
    desk.tap("bandSeparator")
    assert desk.field.hasFocus()
    desk.type(tail)
    assert desk.field.text() == f"{head}␝{tail}"
    assert desk.verdict == "It fits: take it with Enter"
    desk.press(Qt.Key.Key_Return)
    assert desk.intents.asked == [("paste", cis().full)]


def test_a_separator_can_be_typed_as_a_word_in_the_middle(desk):
    desk.show(CODE)
    desk.press(Qt.Key.Key_Insert)
    desk.type("ab")
    desk.press(Qt.Key.Key_Left)
    desk.type("<GS>c")
    assert desk.field.text() == "a␝cb"
    desk.tap("bandTake")
    assert desk.intents.asked == [("paste", "a\x1dcb")]


def test_a_refused_code_stays_to_be_mended_and_a_taken_one_leaves(desk):
    desk.show(CODE)
    desk.press(Qt.Key.Key_Insert)
    desk.type("010460")
    verdict = judge("010460", Slot.CIS)
    desk.model.take(Answer(RefusedIt(BadCode(verdict)), AT, bench=CODE))
    assert (desk.field.text(), desk.field.hasFocus()) == ("010460", True)
    desk.model.take(Answer(Did((CodeAttached(unit(1), cis()),)), AT, bench=CODE))
    assert not desk.field.isVisible()
    desk.press(Qt.Key.Key_Insert)
    assert desk.field.text() == ""


def test_escape_closes_the_field_and_gives_the_keyboard_back(desk):
    desk.show(CODE)
    desk.press(Qt.Key.Key_Insert, Qt.Key.Key_0, Qt.Key.Key_Escape)
    assert not desk.field.isVisible()
    assert desk.elsewhere.hasFocus()
    assert desk.intents.asked == []
    desk.press(Qt.Key.Key_Insert)
    assert desk.field.text() == ""


def test_where_no_code_is_wanted_the_key_does_nothing(desk):
    desk.show(bench())
    desk.press(Qt.Key.Key_Insert)
    assert not desk.field.isVisible()
    assert desk.elsewhere.hasFocus()


def test_a_question_in_between_does_not_lose_what_was_typed(desk):
    desk.show(wanting(CodeKind.GTD))
    desk.type("10702070/24")
    desk.model.ask(LocalQuestion("How many?", ("All", "One"), lambda _: None))
    assert not desk.field.isVisible()
    desk.press(Qt.Key.Key_Escape)
    assert (desk.field.text(), desk.field.hasFocus()) == ("10702070/24", True)


def test_the_next_number_begins_with_an_empty_field(desk):
    both = wanting(CodeKind.GTD, count=2, events=(IN_BOX, UnitPacked(unit(1, 2), box(1))))
    desk.show(both)
    desk.type("10702070/240723/0001234")
    desk.press(Qt.Key.Key_Return)
    given = CodeAttached(unit(1), gtd())
    after = replace(both, packing=both.packing.after((given,)))
    desk.model.take(Answer(Did((given,)), AT, bench=after))
    assert (desk.field.text(), desk.field.hasFocus()) == ("", True)


@pytest.mark.parametrize("how", ["key", "tap"])
def test_a_country_is_chosen_by_its_number(desk, how):
    desk.show(COUNTRY)
    desk.type("chi")
    second = desk.find(QPushButton, "bandAnswer2")
    assert second.isVisible()
    assert second.height() >= 64
    if how == "key":
        desk.press(Qt.Key.Key_2)
    else:
        desk.tap("bandAnswer2")
    assert desk.intents.asked == [("paste", "CL")]
    assert desk.field.text() == "chi", "until the station has taken it"


def test_a_digit_that_chooses_nothing_is_typed(desk):
    desk.show(COUNTRY)
    desk.type("643")
    assert desk.field.text() == "643"
    desk.press(Qt.Key.Key_1)
    assert desk.intents.asked == [("paste", "RU")]


def test_enter_takes_the_only_country_that_a_name_can_mean(desk):
    desk.show(COUNTRY)
    desk.type("kita")
    desk.press(Qt.Key.Key_Return)
    assert desk.intents.asked == []
    desk.press(*[Qt.Key.Key_Backspace] * 4)
    desk.type("germany")
    desk.press(Qt.Key.Key_Return)
    assert desk.intents.asked == [("paste", "DE")]


def test_the_name_of_a_country_is_not_sent_by_enter(desk):
    desk.show(COUNTRY)
    desk.type("uk")
    desk.press(Qt.Key.Key_Return)
    assert desk.intents.asked == [("paste", "uk")], "two letters may be a country of tomorrow"
    desk.press(Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    desk.type("chi")
    desk.press(Qt.Key.Key_Return)
    assert len(desk.intents.asked) == 1
    sentence = desk.find(QLabel, "bandSentence").text()
    assert sentence == "Choose the country by its number, or type its code"
    assert desk.field.text() == "chi"


def test_the_same_for_all_is_given_by_its_key_or_a_tap(desk):
    events = (IN_BOX, CodeAttached(unit(1), gtd()), CodeAttached(unit(1), country()))
    desk.show(wanting(CodeKind.GTD, CodeKind.COUNTRY, count=3, events=events))
    desk.press(Qt.Key.Key_F11)
    desk.tap("bandOffer")
    assert desk.intents.asked == [("do", CopyCodes(unit(1)))] * 2


def test_a_scan_while_typing_is_a_scan(desk, qtbot):
    keyboard = Keyboard(desk.window.windowHandle())
    wedge = KeyboardWedge(ScannerProfile(), numbering=Numbering.X11)
    wedge.scanned.connect(lambda scan: desk.intents.scan(scan.text))
    desk.show(COUNTRY)
    wedge.set_active(True)
    try:
        keyboard.type("c", gap_ms=80)
        qtbot.waitUntil(lambda: desk.field.text() == "c")
        keyboard.now_ms += 500
        keyboard.type("4600000000017")
        keyboard.enter()
        assert desk.field.text() == "c"
        assert desk.intents.asked == [("scan", "4600000000017", False)]
        keyboard.now_ms += 500
        keyboard.type("2", gap_ms=80)
        qtbot.waitUntil(lambda: len(desk.intents.asked) == 2)
        assert desk.intents.asked[1][0] == "paste"
    finally:
        wedge.set_active(False)

"""Giving an order its external number on the bench: by key, tap and scan; checked while typed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from packdesk.domain.errands import ErrandAsked, GiveExternalId
from packdesk.domain.external_ids import LONGEST
from packdesk.domain.order import Catalogue, Offer, OrderSubstatus
from packdesk.station.reports import BenchMoved
from packdesk.ui.words.notice import Tone
from tests.builders import item, order
from tests.ui.bench_shown import finished, print_labels
from tests.ui.working_desk import WorkingDesk

pytestmark = pytest.mark.usefixtures("english")

GOODS = order(item(1, 2, name="Tea"))


def a_desk(qtbot, theme, of=GOODS):
    desk = WorkingDesk(theme, of)
    qtbot.addWidget(desk.window)
    with qtbot.waitExposed(desk.window):
        desk.window.show()
    desk.window.activateWindow()
    desk.open()
    return desk


@pytest.mark.parametrize("how", ["key", "tap"])
def test_a_number_is_typed_and_sent_with_enter(qtbot, theme, how):
    desk = a_desk(qtbot, theme)
    if how == "key":
        desk.press(Qt.Key.Key_N)
    else:
        desk.tap("giveExternalId")
    assert desk.says("bandSentence") == "Type or scan the external number"
    assert desk.says("bandVerdict") == "The Market takes it once: it cannot be changed later"
    assert desk.field.hasFocus()
    desk.type(" A-1007")
    assert desk.says("bandVerdict") == "It fits: take it with Enter"
    assert desk.table.given == []
    desk.press(Qt.Key.Key_Return)
    assert desk.table.given == ["A-1007"]
    assert not desk.has("bandEntry")


def test_escape_gives_no_number(qtbot, theme):
    desk = a_desk(qtbot, theme)
    desk.press(Qt.Key.Key_N)
    desk.type("A-1")
    desk.press(Qt.Key.Key_Escape)
    assert not desk.has("bandEntry")
    assert desk.table.given == []
    desk.press(Qt.Key.Key_N)
    assert desk.field.text() == ""


def test_a_scan_fills_the_field_and_sends_nothing(qtbot, theme):
    desk = a_desk(qtbot, theme)
    desk.press(Qt.Key.Key_N)
    for text in ("A-1007", "B-2", "B-2"):
        desk.type("x")
        assert desk.table.band.take_scan(text)
        assert desk.field.text() == text
    assert desk.table.given == []
    assert [one.tone for one in desk.heard[-3:]] == [Tone.ACCEPTED] * 3
    desk.press(Qt.Key.Key_Return)
    assert desk.table.given == ["B-2"]


@pytest.mark.parametrize(
    ("text", "told", "goes"),
    [
        (
            "\N{CYRILLIC SMALL LETTER ZHE}-1",
            "Not only Latin letters: the label's barcode will be the Market's number",
            True,
        ),
        ("1" * LONGEST, "It fits: take it with Enter", True),
        ("1" * (LONGEST + 1), f"Too long: {LONGEST} signs at most", False),
        ("a\x07b", "There are invisible signs in the number", False),
    ],
)
def test_a_number_is_checked_while_it_is_typed(qtbot, theme, text, told, goes):
    desk = a_desk(qtbot, theme)
    desk.press(Qt.Key.Key_N)
    assert desk.table.band.take_scan(text)
    assert desk.says("bandVerdict") == told
    desk.press(Qt.Key.Key_Return)
    assert desk.table.given == ([text] if goes else [])
    assert desk.has("bandEntry") is not goes
    assert goes or desk.heard[-1].tone is Tone.REFUSED


def test_the_barcode_of_a_good_is_no_number_of_its_order(qtbot, theme):
    of = order(item(1, offer_id="A-1"))
    desk = WorkingDesk(theme, of, Catalogue((Offer("A-1", barcodes=("4600000000015",)),)))
    qtbot.addWidget(desk.window)
    with qtbot.waitExposed(desk.window):
        desk.window.show()
    desk.window.activateWindow()
    desk.open()
    desk.press(Qt.Key.Key_N)
    assert desk.table.band.take_scan("4600000000015")
    assert desk.says("bandVerdict").startswith("That is the barcode of a good")
    desk.press(Qt.Key.Key_Return)
    assert desk.table.given == []


def test_nothing_at_all_is_no_number(qtbot, theme):
    desk = a_desk(qtbot, theme)
    desk.press(Qt.Key.Key_N)
    desk.press(Qt.Key.Key_Return)
    assert desk.table.given == []
    assert desk.heard[-1].tone is Tone.REFUSED


def test_a_number_that_is_there_is_shown_and_stays(qtbot, theme):
    desk = a_desk(qtbot, theme, replace(GOODS, external_id="A-1007"))
    assert desk.says("orderExternalId") == "external no. A-1007"
    assert not desk.has("giveExternalId")
    desk.press(Qt.Key.Key_N)
    assert desk.heard[-1].text == "The external number is A-1007 and stays so"
    assert not desk.has("bandEntry")


def test_a_number_that_waits_to_be_sent_is_shown_like_a_known_one(qtbot, theme):
    desk = a_desk(qtbot, theme)
    desk.table.happen(ErrandAsked(GiveExternalId("B-2")))
    assert desk.says("orderExternalId") == "external no. B-2"
    assert not desk.has("giveExternalId")


def test_it_is_too_late_for_an_order_that_is_ready(qtbot, theme):
    desk = a_desk(qtbot, theme, replace(GOODS, substatus=OrderSubstatus.READY_TO_SHIP))
    assert not desk.has("giveExternalId")
    desk.press(Qt.Key.Key_N)
    assert desk.heard[-1].text == "Too late to give the order an external number"


def test_labels_that_are_printed_are_said_not_to_have_it(qtbot, theme):
    printed = finished(GOODS)
    print_labels(printed)
    desk = WorkingDesk(theme, GOODS)
    desk.table.packing, desk.table.submission = printed.packing, printed.submission
    qtbot.addWidget(desk.window)
    with qtbot.waitExposed(desk.window):
        desk.window.show()
    desk.open()
    desk.press(Qt.Key.Key_N)
    assert desk.table.band.take_scan("A-1007")
    assert desk.says("bandVerdict").startswith("The printed labels do not have this number")


def test_the_shops_own_number_stands_in_the_field_and_enter_takes_it(qtbot, theme):
    desk = a_desk(qtbot, theme)
    desk.table.viewmodel.take(BenchMoved(replace(desk.table.bench, own_number="S/1")))
    desk.press(Qt.Key.Key_N)
    assert desk.field.text() == "S/1"
    assert desk.says("bandVerdict") == "It fits: take it with Enter"
    assert desk.table.given == []
    desk.press(Qt.Key.Key_Return)
    assert desk.table.given == ["S/1"]

"""The keyboard scanner in the real program: no scan is ever a key press, and none gets lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from packdesk.ui.pages import PageName
from tests.builders import cis
from tests.e2e.coded_day import CodedGood, write_day
from tests.e2e.window import Table, table

ORDER = 51234560011
GOOD = CodedGood(1, "Milk", tuple(cis(1, nth).full for nth in range(1, 11)))
ALL = len(GOOD.codes)
ITEM = ORDER * 10 + 1


@pytest.fixture
def place(tmp_path: Path, qtbot) -> Iterator[Table]:
    orders = write_day(tmp_path / "orders.json", {ORDER: (GOOD,)})
    with table(tmp_path, orders=orders) as running:
        running.program.glass.window.activateWindow()
        qtbot.waitUntil(lambda: running.sight.cards > 0, timeout=15_000)
        scan(running, qtbot, str(ORDER))
        assert str(ORDER) in running.sight.order
        yield running


def scan(place: Table, qtbot, text: str) -> None:
    """One scan; returns when it is answered."""
    before = place.sight.answers
    place.scan(text)
    qtbot.waitUntil(lambda: place.sight.answers > before, timeout=15_000)


def packed(place: Table) -> str:
    return place.text(f"itemCount_{ITEM}")


def test_letters_and_digits_that_are_keys_of_the_bench_are_nothing_but_a_scan(place: Table, qtbot):
    scan(place, qtbot, GOOD.codes[0])
    before, told = packed(place), place.sight.answers
    # S splits, D copies, digits answer, + opens a box, a space packs.
    texts = ("SSSSSSSD", "sdsdsdsd", "DDDDDDDD", "11111119", "+++++++S", "S D S D ")
    for number, text in enumerate(texts, start=1):
        scan(place, qtbot, text)
        assert place.sight.tone == "refused", text
        assert place.sight.answers == told + number, text
        assert packed(place) == before, text
        assert not list(place.sight.choices()), text
        assert place.sight.entry is None, text


def focused_finish(place: Table) -> tuple[QPushButton, list[bool]]:
    """The button with the focus, and its presses; Enter presses it too, as some systems have it."""
    button = place.window.findChild(QPushButton, "actionFinish")
    assert isinstance(button, QPushButton)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.setAutoDefault(True)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.hasFocus()
    return button, pressed


def test_a_scan_with_enter_does_not_press_finish_though_finish_has_the_focus(place: Table, qtbot):
    button, pressed = focused_finish(place)
    for text in (*GOOD.codes[:3], "A B C D E F ", "S D       S D"):
        scan(place, qtbot, text)
        button.setFocus(Qt.FocusReason.TabFocusReason)
    assert pressed == []
    assert packed(place) == f"3 / {ALL}"


@pytest.mark.parametrize(("key", "text"), [(Qt.Key.Key_Return, "\r"), (Qt.Key.Key_Space, " ")])
def test_the_same_key_of_a_person_does_press_finish(place: Table, qtbot, key: Qt.Key, text: str):
    _, pressed = focused_finish(place)
    handle = place.window.windowHandle()
    assert handle is not None
    place.typist.press(handle, key, text)
    qtbot.waitUntil(lambda: len(pressed) == 1, timeout=15_000)


def test_the_shortcut_of_finish_is_a_persons(place: Table, qtbot):
    handle = place.window.windowHandle()
    assert handle is not None
    before = place.sight.answers
    place.typist.press(handle, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: place.sight.answers > before, timeout=15_000)
    assert place.sight.tone == "attention"


def test_a_scan_under_caps_lock_asks_to_scan_again(place: Table, qtbot):
    before = packed(place)
    place.program.inputs._wedge._caps_lock = lambda _: True
    scan(place, qtbot, GOOD.codes[0])
    assert "Caps Lock" in place.text("bandSentence")
    assert packed(place) == before
    place.program.inputs._wedge._caps_lock = lambda _: False
    scan(place, qtbot, GOOD.codes[0])
    assert place.sight.tone == "accepted", place.text("bandSentence")
    assert packed(place) != before


@pytest.mark.parametrize("separator", ["", "\x1d"])
def test_two_scans_glued_together_are_refused(place: Table, qtbot, separator: str):
    before = packed(place)
    scan(place, qtbot, separator.join(GOOD.codes[:2]))
    assert place.sight.tone == "refused"
    assert packed(place) == before
    scan(place, qtbot, GOOD.codes[0])
    assert place.sight.tone == "accepted", place.text("bandSentence")


def test_ten_scans_without_a_pause_arrive_whole_and_in_order(place: Table, qtbot, tmp_path: Path):
    before = place.sight.answers
    for code in GOOD.codes:
        place.scan(code)
    qtbot.waitUntil(lambda: place.sight.answers == before + ALL, timeout=15_000)
    qtbot.waitUntil(lambda: bool(place.sandbox.world.snapshot(ORDER).boxes), timeout=15_000)
    sent = [
        instance.cis
        for box in place.sandbox.world.snapshot(ORDER).boxes
        for line in box.items
        for instance in line.instances or ()
    ]
    assert sent == list(GOOD.codes)


def test_a_barcode_typed_by_a_slow_scanner_at_the_queue_is_no_scan_of_the_order_at_hand(
    place: Table, qtbot
):
    handle = place.window.windowHandle()
    assert handle is not None
    place.typist.press(handle, Qt.Key.Key_F1)
    for digit in "454870310213":
        place.typist.press(handle, Qt.Key(ord(digit)), digit)
    place.typist.press(handle, Qt.Key.Key_Return, "\r")
    told = "There is no order 454870310213. Check the number"
    qtbot.waitUntil(lambda: place.text("bandSentence") == told, timeout=15_000)
    assert place.program.glass.frame.props.page is PageName.QUEUE
    assert not list(place.sight.choices())

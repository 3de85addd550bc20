"""The bench as a window: keys, taps, and what can be read from it."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from packdesk.domain.checks import CodeCheck
from packdesk.domain.codes import CodeKind
from packdesk.domain.commands import (
    ChooseBox,
    Finish,
    IntoBox,
    IntoCurrentBox,
    IntoNewBox,
    MovePart,
    MoveUnits,
    OnTable,
    OpenBox,
    SplitUnit,
    TakeCode,
    TakeProduct,
)
from packdesk.domain.events import (
    CodesChecked,
    LabelsFetched,
    LabelsPrinted,
    LayoutSent,
    StepStarted,
)
from packdesk.domain.ids import ItemId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import Fingerprint
from packdesk.domain.steps import StepKind
from packdesk.ui.bench.picks import ItemPick
from packdesk.ui.theme import Look
from tests.builders import box, cis, item, order, unit
from tests.ui.bench_stage import BENCH, find, press, settle, show_bench, tap, text
from tests.ui.bench_table import Table, tea_and_jam

TEA, JAM = ItemId(1), ItemId(2)


@pytest.fixture
def table() -> Table:
    return tea_and_jam()


@pytest.fixture
def show(qtbot, theme):
    return lambda table, size=BENCH: show_bench(qtbot, table, theme, size)


def test_what_is_shown_can_be_read(table, show):
    table.do(TakeProduct(TEA))
    view = show(table)

    assert view.objectName() == "benchPage"
    assert text(view, "orderTitle") == "Order 51234567011"
    assert text(view, "itemCount_1") == "1 / 3"
    assert find(view, "itemRow_1").accessibleName() == "Tea, 1 of 3 packed, 2 to go"
    assert find(view, "boxCard_1").accessibleName() == "Box 1, here, Tea × 1, done"
    assert find(view, "boxLine_1_1").accessibleName() == "Tea × 1, done"
    for name in ("newBoxCard", "actionUndo", "actionNewBox", "actionSplit", "actionFinish"):
        assert find(view, name).isEnabled()


def test_every_button_of_the_rail_shows_its_key(table, show):
    view = show(table)

    for name in ("Undo", "NewBox", "Pack", "PackNew", "TakeOut", "Split", "Problem", "Finish"):
        button = find(view, f"action{name}")
        key = button.accessibleName().rpartition("(")[2].rstrip(")")
        assert key
        assert key in [label.text() for label in button.findChildren(QLabel)]


def test_arrows_and_space_pack_without_a_mouse(table, show):
    view = show(table)

    press(view, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_Down)
    assert find(view, "itemRow_2").hasFocus()
    press(view, Qt.Key.Key_Space)

    assert table.asked == [MoveUnits(JAM, 1, OnTable(), IntoCurrentBox())]
    assert text(view, "itemCount_2") == "1 / 1"


def test_tab_picks_what_it_reaches(table, show):
    view = show(table)

    press(view, Qt.Key.Key_Tab)
    while QApplication.focusWidget() is not find(view, "itemRow_1"):
        press(view, Qt.Key.Key_Tab)
    press(view, Qt.Key.Key_Tab)

    assert table.viewmodel.props.picked == ItemPick(JAM)


@pytest.mark.parametrize(
    ("key", "modifiers", "command"),
    [
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.NoModifier, OpenBox()),
        (Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier, ChooseBox(box(1))),
    ],
)
def test_keys_reach_the_bench(table, show, key, modifiers, command):
    table.do(TakeProduct(TEA))
    table.do(OpenBox())
    view = show(table)

    press(view, key, modifiers)

    assert table.asked[-1] == command


def test_a_held_key_undoes_one_thing_and_no_more(table, show):
    table.do(TakeProduct(TEA))
    view = show(table)
    table.calls.clear()
    control = Qt.KeyboardModifier.ControlModifier
    press(view, Qt.Key.Key_Z, control)
    done = list(table.calls)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Z, control, "", autorep=True)
    QApplication.sendEvent(view.window().windowHandle(), held)
    assert done
    assert table.calls == done


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_undo_has_two_keys(table, show, key, modifiers):
    table.do(OpenBox())
    view = show(table)

    press(view, key, modifiers)

    assert table.calls == ["undo"]


def test_a_scanners_enter_does_nothing(table, show):
    view = show(table)
    press(view, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_Return)
    press(view, Qt.Key.Key_Enter)

    assert table.asked == []


def test_f9_lists_all_problems_and_go_there_leads_to_each(table, show):
    view = show(table)

    press(view, Qt.Key.Key_F9)
    assert find(view, "problemList").isVisible()
    tap(find(view, "problemGo_2"))

    assert find(view, "itemRow_2").hasFocus()
    press(view, Qt.Key.Key_Escape)
    assert not view.findChild(QWidget, "problemList").isVisible()


def test_a_digit_leads_to_its_problem_and_does_nothing_without_a_list(table, show):
    view = show(table)

    press(view, Qt.Key.Key_3)
    assert table.asked == []
    assert not find(view, "itemRow_2").hasFocus()
    press(view, Qt.Key.Key_F9)
    # The first one is that nothing is packed at all.
    press(view, Qt.Key.Key_3)

    assert find(view, "itemRow_2").hasFocus()


def test_finish_is_filled_and_larger_when_all_is_packed(table, show):
    view = show(table)
    quiet = find(view, "actionFinish")
    assert quiet.property("kind") == "rail"
    small = quiet.findChildren(QLabel)[0].font().pixelSize()
    table.do(MoveUnits(TEA, 3, OnTable(), IntoCurrentBox()))
    table.do(TakeProduct(JAM))

    assert quiet.property("kind") == "primary"
    assert quiet.findChildren(QLabel)[0].font().pixelSize() > small
    tap(quiet)
    assert table.calls == ["finish"]
    assert text(view, "submissionState") == "Sending"
    assert not quiet.isEnabled()


def test_taps_pack_a_row_into_a_box(table, show):
    table.do(TakeProduct(TEA))
    table.do(OpenBox())
    view = show(table)

    tap(find(view, "itemRow_2"))
    tap(find(view, "boxCard_1"))

    assert table.asked[-1] == MoveUnits(JAM, 1, OnTable(), IntoBox(box(1)))


def test_taps_pack_a_row_into_a_new_box(table, show):
    view = show(table)

    tap(find(view, "itemRow_2"))
    tap(find(view, "newBoxCard"))

    assert table.asked == [MoveUnits(JAM, 1, OnTable(), IntoNewBox())]


def test_a_press_that_ends_elsewhere_is_no_tap(table, show):
    view = show(table)
    row = find(view, "itemRow_2")
    QTest.mousePress(row, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=QPoint(5, -40))
    QTest.mouseClick(row, Qt.MouseButton.RightButton)

    assert table.viewmodel.props.picked is None


def test_rows_keep_their_widgets(table, show):
    view = show(table)
    row, other = find(view, "itemRow_1"), find(view, "itemRow_2")

    table.do(TakeProduct(TEA))
    table.do(TakeProduct(JAM))
    settle()

    assert find(view, "itemRow_1") is row
    assert find(view, "itemRow_2") is other
    assert row.y() < other.y()


def test_another_order_uses_the_widgets_again(table, show):
    view = show(table)
    before = len(view.findChildren(QWidget))
    for number in range(3, 13):
        other = Table(order(item(number, name="Pen"), number=number))
        table.packing, table.submission = other.packing, other.submission
        table.open()

    assert text(view, "itemCount_12") == "0 / 1"
    assert len(view.findChildren(QWidget)) == before


def test_light_and_dark_both_paint(table, show, theme, qapp):
    view = show(table)
    light = view.grab().toImage()
    theme.switch(qapp, Look.DARK)
    settle()

    assert view.grab().toImage() != light
    theme.switch(qapp, Look.LIGHT)


@pytest.mark.parametrize("goods", [1, 4])
def test_no_text_changes_its_size_between_light_and_dark(show, theme, qapp, goods):
    made = Table(order(*(item(n) for n in range(1, goods + 1))))
    view = show(made.open())
    for number in range(1, goods + 1):
        made.do(TakeProduct(ItemId(number)))
    settle()
    sizes = [one.font().pixelSize() for one in view.findChildren(QLabel)]
    theme.switch(qapp, Look.DARK)
    settle()
    dark = [one.font().pixelSize() for one in view.findChildren(QLabel)]
    theme.switch(qapp, Look.LIGHT)
    assert dark == sizes


def test_the_free_bench_leads_to_the_queue(table, show, qtbot):
    view = show(table)
    table.viewmodel.set_aside()
    settle()

    with qtbot.waitSignal(table.viewmodel.queue_wanted):
        tap(find(view, "actionOpenQueue"))


def sent() -> Table:
    made = Table(order(item(1, 2, name="Shoes", marking=(CodeKind.CIS,))))
    made.prepare(TakeCode(TEA, cis(1, 1)), TakeCode(TEA, cis(1, 2)), Finish(LabelFormat.A7))
    made.fold(LayoutSent(mark(made), ()))
    made.fold(LabelsFetched(mark(made), "labels.pdf"))
    made.fold(StepStarted(StepKind.PRINT_LABELS, mark(made)))
    return made.open()


def mark(table: Table) -> Fingerprint:
    assert table.packing.confirmed is not None
    return table.packing.confirmed.fingerprint


@pytest.mark.parametrize(
    ("button", "call"),
    [("submissionPrinted", "printed"), ("submissionNotPrinted", "not printed")],
)
def test_did_it_print_is_answered_in_the_strip(show, button, call):
    table = sent()
    view = show(table)
    assert text(view, "submissionState") == "Needs you"

    tap(find(view, button))

    assert table.calls == [call]


def test_a_refused_code_is_shown_and_its_button_leads_to_the_good(show):
    table = sent()
    table.fold(LabelsPrinted(mark(table)))
    check = CodeCheck(TEA, CodeKind.CIS, cis(1, 2).full, "INVALID", "ITEM_SOLD")
    table.happen(CodesChecked(mark(table), (check,)))
    view = show(table)
    assert "already sold" in text(view, "submissionDetail")
    assert text(view, "itemNote_1") == "✕ refused"

    tap(find(view, "submissionOpenUnit"))

    assert find(view, "itemRow_1").hasFocus()


def test_a_loose_part_lies_in_the_list_and_can_be_packed_by_taps(table, show):
    table.do(SplitUnit(JAM, 2))
    table.do(MovePart(unit(2), 1, OnTable()))
    view = show(table)
    row = find(view, "partRow_2_1_1")
    assert row.accessibleName() == "Jam: part 1 of 2, on the table"

    tap(row)
    tap(find(view, "boxCard_1"))

    assert table.asked[-1] == MovePart(unit(2), 1, IntoBox(box(1)))


def test_many_codes_are_told_as_a_tally(show):
    view = show(Table(order(item(1, 60, marking=(CodeKind.CIS,)))).open())

    shown = [one.text() for one in find(view, "itemRow_1").findChildren(QLabel) if one.isVisible()]
    assert "0/60" in shown

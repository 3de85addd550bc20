"""What stops the packer or cannot be undone: told in full, and never done by a mere key."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from packdesk.domain.changes import CancelAsked, ItemGone, NotesChanged
from packdesk.domain.commands import TakeCode
from packdesk.domain.errands import CancelReason
from packdesk.domain.events import AsideReason, OrderChanged, PutAside
from packdesk.domain.ids import ItemId
from packdesk.domain.questions import ApproveCancel, ApproveRemoval
from packdesk.domain.refusals import NotInOrder
from packdesk.station.reports import Answer, BenchMoved, Did, RefusedIt
from packdesk.ui.band.view import BandView
from packdesk.ui.band.viewmodel import BandViewModel
from packdesk.ui.bench.derive_grave import derive_grave
from packdesk.ui.bench.keys import ANYWHERE, WorkAgain
from packdesk.ui.bench.props import TakeUp
from packdesk.ui.offer_button import GRAVE_HOLD_MS, OfferButton
from packdesk.ui.words.notice import Tone
from packdesk.ui.words.told import told_notice
from tests.builders import cis, item, order, unit
from tests.fakes.intents import RecordedIntents
from tests.ui.bench_shown import CIS, refuse, rows, shown, table
from tests.ui.saying import AT

pytestmark = pytest.mark.usefixtures("english")

GOODS = order(item(1, 2, name="Tea"), item(2, name="Jam"))


def lines(bench):
    grave = derive_grave(bench)
    assert grave is not None
    return grave.title.tone, grave.lines


def test_changes_are_told_line_by_line():
    changed = table(GOODS)
    changed.fold(OrderChanged((ItemGone(ItemId(2), "Jam", 1), NotesChanged("Ring twice"))))
    assert lines(changed.bench) == (
        Tone.ATTENTION,
        ("Left the order: Jam × 1. Put it back on the shelf", "The buyer's note: Ring twice"),
    )
    assert shown(changed).strip is None


def test_an_order_that_the_buyer_cancels_is_a_stop():
    stopped = table(GOODS)
    stopped.fold(OrderChanged((CancelAsked(),)))
    assert lines(stopped.bench)[0] is Tone.REFUSED


def test_a_removal_tells_the_goods_the_buyer_and_the_quality_index():
    asked = replace(table(GOODS).bench, approval=ApproveRemoval((unit(1, 1), unit(1, 2))))
    assert lines(asked) == (
        Tone.REFUSED,
        (
            "✕ Tea × 2",
            "The buyer is told at once, and it cannot be undone",
            "The quality index falls: it counts as 2 cancellations by the shop",
        ),
    )


def test_a_cancellation_tells_all_goods():
    asked = replace(table(GOODS).bench, approval=ApproveCancel(CancelReason.SHOP_FAILED))
    assert lines(asked)[1][:2] == ("✕ Tea × 2", "✕ Jam × 1")


def test_an_offer_for_good_is_told_as_what_it_is():
    asked = replace(table(GOODS).bench, approval=ApproveCancel(CancelReason.SHOP_FAILED))
    told = told_notice(Did(()), asked)
    assert (told.text, told.tone) == ("The whole order is cancelled for good", Tone.ATTENTION)


def test_an_unknown_barcode_that_may_be_taught_is_not_called_foreign():
    state = replace(table(GOODS).bench, teachable="4600000000987")
    told = told_notice(RefusedIt(NotInOrder("4600000000987")), state)
    assert told.text == "Nobody knows this barcode. Is it on your good?"


def test_nothing_grave_shows_nothing():
    assert derive_grave(table(GOODS).bench) is None


def test_an_order_that_was_put_aside_tells_why_and_can_be_taken_up():
    aside = table(GOODS)
    aside.fold(PutAside(AsideReason.OTHER, "wrong colour"))
    strip = shown(aside).strip
    assert strip is not None
    assert strip.detail == "Another reason: wrong colour"
    assert strip.buttons == (TakeUp("Work on it again  F5"),)
    aside.viewmodel.take_up()
    aside.open()
    aside.viewmodel.press(dict(ANYWHERE)["F5"])
    assert aside.calls == ["take up", "take up"]


def test_the_key_to_work_again_does_nothing_while_the_order_is_worked_on():
    working = table(GOODS)
    working.open()
    working.viewmodel.press(WorkAgain())
    assert working.calls == []


def test_a_refused_code_tells_which_of_equal_pieces_it_was_on():
    two = order(item(1, 2, marking=(CIS,)))
    made = table(two, TakeCode(ItemId(1), cis(1, 1)), TakeCode(ItemId(1), cis(1, 2)))
    made.finish()
    refuse(made, cis(1, 2).full)
    signs = cis(1, 2).identity.serial[-4:]
    assert rows(shown(made))[0].refused == f"code …{signs}"


def grave_band(qtbot, theme, approval):
    intents = RecordedIntents()
    viewmodel = BandViewModel(intents)
    view = BandView(viewmodel, theme)
    qtbot.addWidget(view)
    view.resize(1366, 80)
    with qtbot.waitExposed(view):
        view.show()
    bench = replace(table(GOODS).bench, approval=approval)
    viewmodel.take(Answer(Did(()), AT, bench=bench))
    viewmodel.take(BenchMoved(bench))
    return intents, view, viewmodel


def offer_of(view):
    button = view.findChild(OfferButton, "bandOffer")
    assert button is not None
    assert button.isVisible()
    return button


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_no_key_of_a_scanner_confirms_what_is_for_good(qtbot, theme, key):
    intents, view, _ = grave_band(qtbot, theme, ApproveRemoval((unit(1),)))
    offer_of(view).setFocus()
    QTest.keyClick(offer_of(view), key)
    QTest.mouseClick(offer_of(view), Qt.MouseButton.LeftButton)
    assert intents.asked == []


def test_a_removal_is_confirmed_by_holding_the_button(qtbot, theme):
    intents, view, _ = grave_band(qtbot, theme, ApproveRemoval((unit(1),)))
    QTest.mousePress(offer_of(view), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: intents.asked == [("finish_removing",)], timeout=3 * GRAVE_HOLD_MS)
    QTest.mouseRelease(offer_of(view), Qt.MouseButton.LeftButton)
    assert GRAVE_HOLD_MS >= 1500


def test_a_held_button_shows_its_words_and_how_far_the_holding_is(qtbot, theme):
    _, view, _ = grave_band(qtbot, theme, ApproveRemoval((unit(1),)))
    button = offer_of(view)
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    ground = button.grab().toImage().pixelColor(button.width() - 12, 12).name().upper()
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert ground == theme.tokens.accent_ground.upper()


def test_a_cancellation_names_the_order_and_the_reason(qtbot, theme):
    intents, _, viewmodel = grave_band(qtbot, theme, ApproveCancel(CancelReason.SHOP_FAILED))
    viewmodel.take_offer()
    assert intents.asked == [("cancel_order", GOODS.id, CancelReason.SHOP_FAILED)]


def test_escape_goes_back_from_what_is_for_good(qtbot, theme):
    intents, _, viewmodel = grave_band(qtbot, theme, ApproveRemoval((unit(1),)))
    viewmodel.dismiss()
    assert intents.asked == [("drop_question",)]

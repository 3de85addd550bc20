"""The shipments of the day, with real taps and keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from packdesk.domain.batch_ready import Readiness
from packdesk.domain.labels import LabelFormat
from packdesk.station.day_reports import (
    ActCame,
    ActNotAsked,
    ActNotKept,
    ActRefused,
    ActReport,
    ActUnclear,
    DayTrouble,
    LabelsBeingMade,
    LabelsCame,
    LabelsFailed,
    SetReady,
    ShipmentsRead,
    ShopUnread,
)
from packdesk.station.errors import (
    ApiError,
    MarketBusy,
    MarketKeyRejected,
    MarketOutcomeUnknown,
    MarketRefused,
    MarketUnreachable,
    PrinterUnavailable,
)
from packdesk.station.ports import ShipmentStatus, StatusAnswer
from packdesk.ui.day.shipments_props import DayAct
from packdesk.ui.i18n import Language
from packdesk.ui.offer_button import GRAVE_HOLD_MS
from packdesk.ui.words.notice import Notice, Tone
from tests.screenshots.clipped import offences
from tests.ui.day_samples import (
    ALL_READY,
    CONFIRMED,
    MIXED,
    OTHER_SHOP,
    SHOP,
    TOMORROW,
    due,
    key,
    read,
    states,
)
from tests.ui.queue_entries import NOW
from tests.ui.shipments_window import SHIPMENT, Screen
from tests.ui.speech import speaking

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def screen(qtbot, theme, english) -> Screen:
    return Screen(qtbot, theme, MIXED, TOMORROW, CONFIRMED)


@pytest.fixture
def done(qtbot, theme, english) -> Screen:
    return Screen(qtbot, theme, ALL_READY)


def test_the_shipments_are_read_when_the_section_is_shown(qtbot, theme, english):
    screen = Screen(qtbot, theme)
    assert screen.day.asked == [("look",)]
    assert screen.text("dayEmpty") == "Asking the Market about the shipments"
    screen.model.take(read())
    assert screen.text("dayEmpty") == "No shipments in the nearest days"


def test_f5_reads_anew_and_asks_for_nothing_else(done: Screen):
    QTest.keyClick(done.view, Qt.Key.Key_F5)
    assert done.day.asked == [("look",), ("look",)]
    QTest.keyClick(done.view, Qt.Key.Key_F5)
    assert len(done.day.asked) == 2, "while it is being read, it is not asked again"


def test_every_order_that_is_not_ready_has_its_reason(screen: Screen):
    told = "\n".join(screen.rows())
    for reason in ("Not packed yet", "Labels are not printed", "The order has changed"):
        assert reason in told
    assert "Ready to ship" not in told


def test_an_order_is_opened_on_the_bench(screen: Screen, qtbot):
    with qtbot.waitSignal(screen.model.bench_wanted):
        screen.press("dayOpenOrder")
    assert [name for name, *_ in screen.intents.asked] == ["open_order"]


def test_what_is_packed_is_set_ready_with_one_press(screen: Screen):
    screen.press("daySetReady")
    assert screen.day.asked[-1] == ("set_ready", SHOP.id, MIXED.may_be_set)
    button = screen.button("daySetReady")
    assert button is not None
    assert not button.isEnabled(), "until it is known what became of it"
    assert screen.text("dayBatchTold") == "Setting the orders ready to ship…"


def test_the_result_names_each_order_that_failed_and_why(screen: Screen):
    refused = MIXED.may_be_set[0]
    trouble = "Transition STARTED -> READY_TO_SHIP is not allowed. Reason: CIS"
    screen.press("daySetReady")
    screen.model.take(
        SetReady(
            SHOP.id,
            (StatusAnswer(refused, trouble), StatusAnswer(MIXED.may_be_set[1])),
            states(Readiness.CANCELLED),
            (MIXED.may_be_set[2],),
            MarketBusy("op"),
        )
    )
    assert screen.text("dayBatchTold") == (
        "Set ready: 1, refused: 1, held back: 1, not known yet: 1."
        " The Market is busy. Try again in a minute"
    )
    (row,) = [row for row in screen.rows() if str(refused) in row]
    assert row.endswith("The Market still waits for the codes. See how they fare")
    assert any("The answer was lost" in row for row in screen.rows())
    assert screen.noticed[-1].tone is Tone.ATTENTION


def test_a_batch_that_went_well_is_told_so(screen: Screen):
    screen.model.take(SetReady(SHOP.id, (StatusAnswer(MIXED.may_be_set[0]),)))
    assert screen.noticed == [Notice("Set ready: 1", Tone.COMPLETE)]


def test_labels_are_made_told_and_opened(done: Screen):
    done.press("dayMakeLabels")
    assert done.day.asked[-1] == ("make_labels", ALL_READY.with_labels, LabelFormat.A7)
    done.model.take(LabelsBeingMade(ALL_READY.with_labels, NOW))
    button = done.button("dayMakeLabels")
    assert button is not None
    assert not button.isEnabled()
    assert "is making the labels" in done.text("dayLabelsToldTold")
    done.model.take(LabelsCame(ALL_READY.with_labels, "/kept/labels-1.pdf"))
    done.press("dayOpenLabels")
    assert done.opened == ["/kept/labels-1.pdf"]
    assert done.text("dayLabelsToldFile").replace("\u200b", "") == "/kept/labels-1.pdf"


@pytest.mark.parametrize(
    ("report", "told"),
    [
        (LabelsCame(ALL_READY.with_labels, "f.pdf", is_incomplete=True), "not whole"),
        (LabelsFailed(ALL_READY.with_labels, "NO_DATA"), "has no labels"),
        (LabelsFailed(ALL_READY.with_labels, "TOO_LARGE"), "too many labels"),
        (LabelsFailed(ALL_READY.with_labels, "STRANGE"), "STRANGE"),
        (LabelsFailed(ALL_READY.with_labels), "has not made the labels"),
        (LabelsFailed(ALL_READY.with_labels, error=MarketUnreachable("op")), "No connection"),
        (LabelsFailed(ALL_READY.with_labels, error=MarketRefused("op", status=404)), "refused"),
    ],
)
def test_labels_that_are_not_whole_or_did_not_come_say_why(done: Screen, report, told: str):
    done.model.take(report)
    assert told in done.text("dayLabelsToldTold")
    assert done.noticed[-1].tone in {Tone.ATTENTION, Tone.REFUSED}


def test_the_act_is_only_offered_when_all_is_ready(screen: Screen):
    button = screen.button("dayAskConfirm")
    assert button is not None
    assert not button.isEnabled()
    assert screen.text("dayHint") == f"For the act, finish {len(MIXED.open)} more"
    screen.model.act(DayAct.ASK_CONFIRM, key())
    screen.model.confirm(key())
    assert screen.button("dayHold") is None
    assert all(name != "confirm" for name, *_ in screen.day.asked)


def test_the_guide_does_not_ask_for_what_is_being_done_or_done(done: Screen):
    done.press("dayAskConfirm")
    done.model.confirm(key())
    assert "Wait, do not close" in done.model.props.guide.text
    done.model.take(read(CONFIRMED))
    done.model.take(ActCame(OTHER_SHOP.id, key(73).shipment, "act.pdf"))
    assert "Print the act" in done.model.props.guide.text


def test_the_consequence_is_told_before_the_button_that_is_held(done: Screen):
    assert done.button("dayHold") is None
    done.press("dayAskConfirm")
    assert "confirms the shipment for good" in done.text("dayConsequence")
    assert done.hold.isVisible()
    QTest.keyClick(done.view, Qt.Key.Key_Escape)
    assert done.button("dayHold") is None
    done.press("dayAskConfirm")
    done.press("dayNotNow")
    assert done.button("dayHold") is None
    assert done.day.asked == [("look",)]


def test_a_click_or_a_short_hold_confirms_nothing(done: Screen):
    done.press("dayAskConfirm")
    QTest.mouseClick(done.hold, Qt.MouseButton.LeftButton)
    QTest.keyClick(done.hold, Qt.Key.Key_Space)
    QTest.keyClick(done.hold, Qt.Key.Key_Return)
    assert done.day.asked == [("look",)]
    assert GRAVE_HOLD_MS >= 1500


def hold_down(screen: Screen, qtbot, *, key_: Qt.Key | None) -> None:
    if key_ is None:
        QTest.mousePress(screen.hold, Qt.MouseButton.LeftButton)
    else:
        screen.hold.setFocus()
        press = QKeyEvent(QEvent.Type.KeyPress, key_, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(screen.hold, press)
    qtbot.waitUntil(lambda: screen.day.asked[-1][0] == "confirm", timeout=6000)


@pytest.mark.parametrize("key_", [None, Qt.Key.Key_Space], ids=["mouse", "space bar"])
def test_the_act_is_asked_for_once_when_the_button_is_held(done: Screen, qtbot, key_):
    done.press("dayAskConfirm")
    hold_down(done, qtbot, key_=key_)
    assert done.day.asked == [("look",), ("confirm", SHOP.id, key().shipment)]
    done.model.confirm(key())
    assert len(done.day.asked) == 2
    assert done.text("dayHint").startswith("The Market confirms the shipment")
    button = done.button("dayAskConfirm")
    assert button is not None
    assert not button.isEnabled()


REFUSED = MarketRefused(
    "op",
    status=400,
    errors=(
        ApiError(
            "BAD",
            "Some orders have not been processed yet. Please change the status"
            " (shipmentId: 71, orderIds: [54870320272, 54870320289]).",
        ),
    ),
)


@pytest.mark.parametrize(
    ("report", "told", "tone"),
    [
        (ActCame(SHOP.id, SHIPMENT, "act.pdf"), "Print the act for the driver", Tone.COMPLETE),
        (ActNotAsked(SHOP.id, SHIPMENT), "another shipment is the nearest", Tone.ATTENTION),
        (ActRefused(SHOP.id, SHIPMENT, REFUSED), "54870320272, 54870320289", Tone.REFUSED),
        (ActRefused(SHOP.id, SHIPMENT, MarketUnreachable("op")), "No connection", Tone.REFUSED),
        (
            ActRefused(SHOP.id, SHIPMENT, MarketBusy("op", retry_at=NOW)),
            f"Try again at {NOW.astimezone():%H:%M}",
            Tone.REFUSED,
        ),
        (ActUnclear(SHOP.id, SHIPMENT, None), "nobody knows", Tone.REFUSED),
        (
            ActUnclear(SHOP.id, SHIPMENT, ShipmentStatus.OUTBOUND_CONFIRMED),
            "the act did not come",
            Tone.ATTENTION,
        ),
        (
            ActUnclear(SHOP.id, SHIPMENT, ShipmentStatus.OUTBOUND_CREATED),
            "does not hold the shipment confirmed",
            Tone.ATTENTION,
        ),
    ],
)
def test_whatever_came_of_the_act_says_what_to_do(
    done: Screen, report: ActReport, told: str, tone: Tone
):
    done.model.take(report)
    assert told in done.text("dayActToldTold")
    assert done.noticed[-1].tone is tone
    assert done.day.asked == [("look",)], "nothing is repeated by itself"


def test_an_act_of_an_earlier_run_is_still_there_to_be_opened(qtbot, theme, english):
    screen = Screen(qtbot, theme, replace(CONFIRMED, act="/kept/act.pdf"))
    assert "Print the act for the driver" in screen.text("dayActToldTold")
    assert screen.text("dayActToldFile").endswith("act.pdf")
    screen.press("dayOpenAct")
    assert screen.opened == ["/kept/act.pdf"]


def test_where_no_program_opens_a_pdf_its_place_is_told(done: Screen):
    done.opens = False
    done.model.take(LabelsCame(ALL_READY.with_labels, "/kept/labels-1.pdf"))
    done.press("dayOpenLabels")
    assert "/kept/labels-1.pdf" in done.noticed[-1].text
    assert done.noticed[-1].tone is Tone.ATTENTION


def test_an_act_that_could_not_be_saved_is_saved_again_by_a_press(done: Screen):
    done.model.take(ActNotKept(SHOP.id, SHIPMENT, PrinterUnavailable("documents")))
    done.press("dayKeepAct")
    assert done.day.asked[-1] == ("keep_act", SHOP.id, SHIPMENT)
    done.model.take(ActCame(SHOP.id, SHIPMENT, "act.pdf"))
    done.press("dayOpenAct")
    assert done.opened == ["act.pdf"]


def test_a_shipment_that_is_confirmed_offers_no_act(qtbot, theme, english):
    screen = Screen(qtbot, theme, CONFIRMED)
    assert screen.button("dayAskConfirm") is None
    assert "is confirmed" in screen.text("dayHint")


def test_a_trouble_ends_what_was_under_way_and_keeps_what_was_read(screen: Screen):
    screen.press("daySetReady")
    screen.model.take(DayTrouble(MarketOutcomeUnknown("op")))
    assert "did not answer" in screen.text("dayTroubles")
    button = screen.button("daySetReady")
    assert button is not None
    assert button.isEnabled()


def test_a_shop_that_could_not_be_read_is_named(screen: Screen):
    unread = ShopUnread(OTHER_SHOP, MarketKeyRejected("op", status=403))
    screen.model.take(ShipmentsRead((MIXED,), NOW, (unread,)))
    assert screen.text("dayTroubles").startswith(OTHER_SHOP.name)


def test_a_long_shipment_says_how_many_it_hides(qtbot, theme, english):
    screen = Screen(qtbot, theme, due(*states(*(300 * [Readiness.NOT_PACKED]))))
    assert len(screen.rows()) == 9
    assert any(
        label.text() == "and 291 more"
        for label in screen.view.findChildren(QLabel)
        if label.isVisible()
    )


@pytest.mark.parametrize("language", Language, ids=lambda one: one.value)
@pytest.mark.parametrize("size", [QSize(1366, 520), QSize(1024, 452)], ids=str)
def test_nothing_is_cut(qtbot, theme, language: Language, size: QSize):
    with speaking(language):
        screen = Screen(qtbot, theme, ALL_READY, MIXED, CONFIRMED)
        screen.view.resize(size)
        screen.model.act(DayAct.ASK_CONFIRM, key())
        screen.model.take(LabelsCame(ALL_READY.with_labels, "/kept/labels-1.pdf", True))
        screen.model.take(ActRefused(OTHER_SHOP.id, key(73).shipment, REFUSED))
        screen.model.take(ActUnclear(OTHER_SHOP.id, key(73).shipment, None))
        for _ in range(12):
            QApplication.processEvents()
        assert not offences(screen.view, theme)

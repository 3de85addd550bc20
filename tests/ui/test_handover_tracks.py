"""The desk for track numbers in a real window with real keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from packdesk.domain.errands import GiveExternalId
from packdesk.domain.handover_refusals import (
    AnotherTrack,
    BuyerCancels,
    DoubtfulTrack,
    UsedElsewhere,
    WhichService,
)
from packdesk.domain.ids import OrderId
from packdesk.domain.order import Track
from packdesk.domain.tracks import TrackWarning
from packdesk.station.handover_reports import (
    HandoverAnswer,
    HandoverAsked,
    HandoverMoved,
    HandoverOutcome,
    HandoverRefused,
    HandoverState,
    SeekingParcel,
    TookParcel,
)
from packdesk.ui.handover.handed_row import HandedList, HandedRowView
from packdesk.ui.i18n import Language
from packdesk.ui.offer_button import HOLD_MS
from packdesk.ui.pages import PageName
from packdesk.ui.words.notice import Notice
from tests.ui.handover_states import CDEK, DPD, FIRST, POST, ROWS, SERVICES, dbs, handed, number
from tests.ui.handover_window import HandoverWindow
from tests.ui.queue_entries import NOW

pytestmark = pytest.mark.usefixtures("english")
LIST = HandoverState(rows=ROWS, services=SERVICES)
DOUBTFUL = DoubtfulTrack(FIRST, number("RB000000016RU", TrackWarning.CHECK_DIGIT))
SERVICE = WhichService(FIRST, number("10234567890"), (CDEK, DPD))


@pytest.fixture
def shown(qtbot, theme):
    made = HandoverWindow(theme)
    qtbot.addWidget(made.window)
    made.frame.show_page(PageName.HANDOVER)
    made.window.resize(1366, 768)
    with qtbot.waitExposed(made.window):
        made.window.show()
    made.window.activateWindow()
    made.handover.take(HandoverMoved(HandoverState(services=SERVICES)))
    qtbot.waitUntil(find(made, QLineEdit, "parcelFieldLine").hasFocus)
    return made


def find(shown, kind, name):
    widget = shown.window.findChild(kind, name)
    assert widget is not None, name
    return widget


def type_in(shown, text):
    for char in text:
        press(shown, Qt.Key(ord(char.upper())))


def press(shown, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(shown.window.windowHandle(), key, modifier)


def tell(shown, told, state):
    shown.handover.take(HandoverAnswer(told, NOW, state, "scan"))


def ask(shown, question, **changes):
    tell(shown, HandoverAsked(question), replace(LIST, question=question, **changes))


def test_the_parcel_is_due_first_and_the_keyboard_is_there(shown):
    assert find(shown, QWidget, "parcelField").property("card") == "here"
    assert find(shown, QLabel, "parcelFieldWord").text() == "now"
    assert shown.band.props.sentence == "Scan the parcel"


def test_a_parcel_in_hand_makes_the_track_number_due(shown):
    tell(shown, TookParcel(FIRST), replace(LIST, parcel=dbs()))
    assert find(shown, QLineEdit, "parcelFieldLine").text() == "51234567011"
    assert find(shown, QWidget, "trackField").property("card") == "here"
    assert find(shown, QLineEdit, "trackFieldLine").hasFocus()
    assert shown.band.props.sentence == "Scan the track number"
    assert shown.band.props.word == "Accepted"


def test_a_scan_goes_to_the_desk_while_the_page_is_shown(shown):
    assert shown.handover.take_scan("51234567011")
    assert shown.intents.asked == [("scan", "51234567011")]


def test_a_scan_is_left_to_others_on_other_pages(shown):
    shown.frame.show_page(PageName.QUEUE)
    assert not shown.handover.take_scan("51234567011")
    assert shown.intents.asked == []


def test_what_is_typed_goes_the_way_of_a_scan_at_enter(shown):
    type_in(shown, "51234567011")
    press(shown, Qt.Key.Key_Return)
    assert shown.intents.asked == [("paste", "51234567011")]
    assert find(shown, QLineEdit, "parcelFieldLine").text() == ""


def test_enter_alone_asks_nothing(shown):
    press(shown, Qt.Key.Key_Return)
    assert shown.intents.asked == []


def test_a_report_from_the_market_leaves_alone_what_is_being_typed(shown):
    type_in(shown, "512")
    shown.handover.take(HandoverMoved(LIST))
    assert find(shown, QLineEdit, "parcelFieldLine").text() == "512"


def test_escape_clears_what_is_typed_then_puts_the_parcel_down(shown):
    tell(shown, TookParcel(FIRST), replace(LIST, parcel=dbs()))
    type_in(shown, "RB")
    press(shown, Qt.Key.Key_Escape)
    assert find(shown, QLineEdit, "trackFieldLine").text() == ""
    assert shown.intents.asked == []
    press(shown, Qt.Key.Key_Escape)
    assert shown.intents.asked == [("drop",)]


def test_escape_asks_nothing_where_nothing_is_in_hand(shown):
    press(shown, Qt.Key.Key_Escape)
    assert shown.intents.asked == []


def test_control_z_takes_the_last_one_back_though_the_keyboard_is_in_a_field(shown):
    shown.handover.take(HandoverMoved(LIST))
    press(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown.intents.asked == [("undo",)]


def test_a_digit_answers_which_service(shown):
    ask(shown, SERVICE, parcel=dbs(service=""))
    assert shown.band.props.sentence == "Who carries this parcel?"
    press(shown, Qt.Key.Key_2)
    assert shown.intents.asked == [("answer", 2)]


def test_letters_search_all_services_and_enter_takes_the_found_one(shown):
    ask(shown, SERVICE, parcel=dbs(service=""))
    type_in(shown, "box")
    press(shown, Qt.Key.Key_Return)
    assert [name for name, *_ in shown.intents.asked] == ["choose_service"]
    assert shown.intents.asked[0][1] == 106


def test_enter_alone_never_takes_the_first_service(shown):
    ask(shown, SERVICE, parcel=dbs(service=""))
    press(shown, Qt.Key.Key_Return)
    assert shown.intents.asked == []


def test_arrows_move_in_the_list_of_services(shown):
    ask(shown, SERVICE, parcel=dbs(service=""))
    press(shown, Qt.Key.Key_Down)
    press(shown, Qt.Key.Key_Return)
    assert shown.intents.asked == [("choose_service", 7)]


def test_a_digit_does_not_take_a_doubtful_number(shown):
    ask(shown, DOUBTFUL, parcel=dbs())
    press(shown, Qt.Key.Key_1)
    assert shown.intents.asked == []
    press(shown, Qt.Key.Key_2)
    assert shown.intents.asked == [("answer", 2)]


def test_a_doubtful_number_is_taken_by_holding_the_key(shown, qtbot):
    ask(shown, DOUBTFUL, parcel=dbs())
    handle = shown.window.windowHandle()
    QTest.keyPress(handle, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: bool(shown.intents.asked), timeout=5 * HOLD_MS)
    QTest.keyRelease(handle, Qt.Key.Key_F11)
    assert shown.intents.asked == [("answer", 1)]


def test_a_doubtful_number_is_not_taken_by_a_click(shown):
    ask(shown, DOUBTFUL, parcel=dbs())
    QTest.mouseClick(find(shown, QPushButton, "handoverAnswer1"), Qt.MouseButton.LeftButton)
    assert shown.intents.asked == []


def test_the_latin_form_of_a_number_can_be_taken(shown):
    doubt = DoubtfulTrack(
        FIRST, number("RВ1", TrackWarning.LOOK_ALIKES, suggestion="RB000000015RU")
    )
    ask(shown, doubt, parcel=dbs())
    press(shown, Qt.Key.Key_3)
    assert shown.intents.asked == [("paste", "RB000000015RU")]


@pytest.mark.parametrize(
    "question",
    [
        AnotherTrack(FIRST, number("RB000000015RU"), (Track("RB000000025RU", POST),)),
        BuyerCancels(FIRST),
    ],
)
def test_digits_answer_the_other_questions(shown, question):
    ask(shown, question)
    press(shown, Qt.Key.Key_1)
    press(shown, Qt.Key.Key_2)
    assert shown.intents.asked == [("answer", 1), ("answer", 2)]


def test_after_the_answer_the_keyboard_is_back_in_the_field(shown):
    ask(shown, SERVICE, parcel=dbs(service=""))
    shown.handover.take(HandoverMoved(LIST))
    assert find(shown, QLineEdit, "parcelFieldLine").hasFocus()


def test_the_band_says_what_the_market_is_asked_about_until_it_answers(shown):
    tell(shown, SeekingParcel("51234567011"), replace(LIST, sought="51234567011"))
    assert shown.band.props.sentence == "Asking the Market for 51234567011…"
    tell(shown, TookParcel(FIRST), replace(LIST, parcel=dbs()))
    assert shown.band.props.sentence == "Scan the track number"


def test_a_refusal_is_told_in_the_band_and_heard(shown):
    heard: list[Notice] = []
    shown.band.noticed.connect(heard.append)
    refusal = UsedElsewhere("RB1", OrderId(5))
    tell(shown, HandoverRefused(refusal), replace(LIST, parcel=dbs()))
    assert shown.band.props.sentence == "RB1 is on order 5 already. Scan the right label"
    assert [notice.tone.value for notice in heard] == ["refused"]


def test_the_band_speaks_for_the_bench_again_on_other_pages(shown):
    shown.frame.show_page(PageName.QUEUE)
    assert shown.band.props.sentence == "Scan an order or pick one from the queue"


def test_a_refused_row_can_be_tried_again_or_given_up(shown):
    shown.handover.take(HandoverMoved(replace(LIST, rows=ROWS[2:3])))
    for name in ("handedRetry", "handedGiveUp"):
        QTest.mouseClick(find(shown, QPushButton, name), Qt.MouseButton.LeftButton)
    assert shown.intents.asked == [("retry", 51234567017), ("give_up", 51234567017)]


def test_keys_act_on_the_first_refused_row_only(shown):
    rows = [handed(51234567000 + n, outcome=HandoverOutcome.STOPPED, why="No") for n in (1, 2)]
    shown.handover.take(HandoverMoved(replace(LIST, rows=tuple(rows))))
    labels = [
        [one.text() for one in row.findChildren(QPushButton)]
        for row in shown.window.findChildren(HandedRowView)
        if not row.isHidden()
    ]
    assert labels[0] == ["Try again  Ctrl+R", "Give it up  Ctrl+D"]
    assert labels[1] == ["Try again", "Give it up"]
    for key in (Qt.Key.Key_R, Qt.Key.Key_D):
        press(shown, key, Qt.KeyboardModifier.ControlModifier)
    assert shown.intents.asked == [("retry", 51234567001), ("give_up", 51234567001)]


def test_a_key_means_one_row_though_the_next_gets_the_keys_at_once(shown):
    rows = [handed(51234567000 + n, outcome=HandoverOutcome.STOPPED, why="No") for n in (1, 2)]

    def given_up(*_: object) -> None:
        shown.handover.take(HandoverMoved(replace(LIST, rows=(rows[1],))))

    shown.handover.take(HandoverMoved(replace(LIST, rows=tuple(rows))))
    find(shown, HandedList, "handedList").acted.connect(given_up)
    press(shown, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert shown.intents.asked == [("give_up", 51234567001)]


def rows_shown(shown):
    return [
        one.accessibleName()
        for one in find(shown, QWidget, "handedList").findChildren(HandedRowView)
        if not one.isHidden()
    ]


def test_rows_are_newest_first_each_with_its_verdict(shown):
    shown.handover.take(HandoverMoved(LIST))
    told = rows_shown(shown)
    assert told[0].startswith("51234567019")
    assert told[0].endswith("waits to be sent")
    assert told[2].startswith("No 51234567017")
    assert len(told) == len(ROWS)


def test_a_refused_row_is_shown_however_old_it_is(shown):
    old = handed(51234500001, outcome=HandoverOutcome.STOPPED, why="Order not found")
    rows = (*(handed(51234560000 + place) for place in range(300)), old)
    shown.handover.take(HandoverMoved(replace(LIST, rows=rows)))
    assert "51234500001" in rows_shown(shown)[-1]
    assert len(rows_shown(shown)) == 51


def test_the_counter_tells_what_was_sent_today(shown):
    yesterday = handed(51234560001, minutes=24 * 60 + 30)
    shown.handover.take(HandoverMoved(replace(LIST, rows=(*ROWS, yesterday))))
    assert find(shown, QLabel, "handoverCounterFigure").text() == "10"
    assert find(shown, QLabel, "handoverCounterStopped").text() == "refused: 1"


def test_every_text_changes_with_the_language(shown, qapp, english):
    shown.handover.take(HandoverMoved(replace(LIST, parcel=dbs())))
    english.use(Language.RU)
    shown.handover.retranslate()
    assert shown.band.props.sentence == "Отсканируйте трек-номер"
    assert rows_shown(shown)[0].endswith("ждёт отправки")
    english.use(Language.EN)


def test_an_external_number_that_went_out_is_no_parcel_of_the_list(shown):
    number = GiveExternalId("A-7")
    stopped = handed(51234567002, number, HandoverOutcome.STOPPED, why="Order not found")
    rows = (handed(51234567001, number), stopped, handed(51234567003))
    shown.handover.take(HandoverMoved(replace(LIST, rows=rows)))
    listed = " ".join(label.text() for label in shown.view.findChildren(QLabel))
    assert "51234567001" not in listed
    assert "51234567002" in listed
    assert "51234567003" in listed

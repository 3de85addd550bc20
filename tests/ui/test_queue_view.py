"""The queue's screen with real keys and taps."""

from datetime import time, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from packdesk.station.errors import MarketKeyRejected, MarketUnreachable
from packdesk.station.reports import MarketFine, MarketTrouble
from packdesk.ui.elided import ElidedLabel
from packdesk.ui.i18n import Language
from packdesk.ui.queue.card_list import CardList
from packdesk.ui.queue.card_model import CARD_ROLE, CardModel
from packdesk.ui.queue.props import CardMaker, QueueInputs, derive_queue_props
from packdesk.ui.queue.view import QueueView
from packdesk.ui.queue.viewmodel import QueueViewModel
from packdesk.ui.theme import Density, Look
from tests.builders import item
from tests.fakes.intents import RecordedIntents
from tests.ui.queue_entries import NOW, entry, many, read

pytestmark = pytest.mark.usefixtures("english")

THREE = tuple(
    entry(item(1, name=name), number=51234567000 + number, at=time(17, number))
    for number, name in ((1, "Sneakers"), (2, "Mug"), (3, "Tyre"))
)


class Wall:
    """A clock on the wall."""

    def __init__(self):
        self.now = NOW


@pytest.fixture
def intents():
    return RecordedIntents()


@pytest.fixture
def wall():
    return Wall()


@pytest.fixture
def model(qapp, intents, wall):
    return QueueViewModel(intents, lambda: wall.now)


@pytest.fixture
def view(qtbot, theme, model):
    view = QueueView(model, theme)
    view.set_density(Density.COMPACT)
    view.resize(1366, 560)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    return view


def cards(view):
    return find(view, CardList, "queueCards")


def row(view, number):
    return cards(view).model().index(number, 0)


def find(view, kind, name):
    widget = view.findChild(kind, name)
    assert widget is not None, name
    return widget


def press(view, *keys):
    for key in keys:
        QTest.keyClick(view.windowHandle(), key)


def on_screen(view):
    model = cards(view).model()
    return [int(row(view, at).data(CARD_ROLE).number) % 1000 for at in range(model.rowCount())]


def test_arrows_move_and_enter_opens(view, model, intents):
    model.take(read(*THREE))
    press(view, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert intents.asked == [("open_order", 51234567002)]


def test_a_single_tap_opens(view, model, intents):
    model.take(read(*THREE))
    where = cards(view).visualRect(row(view, 2)).center()
    QTest.mouseClick(cards(view).viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert intents.asked == [("open_order", 51234567003)]


def test_a_tap_beside_the_cards_opens_nothing(view, model, intents):
    model.take(read(*THREE))
    QTest.mouseClick(cards(view).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 400))
    assert intents.asked == []


def test_letters_go_to_the_search_and_enter_opens_what_is_left(view, model, intents):
    model.take(read(*THREE))
    press(view, Qt.Key.Key_T, Qt.Key.Key_Y)
    search = find(view, QLineEdit, "queueSearch")
    assert search.text().lower() == "ty"
    assert search.hasFocus()
    assert on_screen(view) == [3]
    press(view, Qt.Key.Key_Return)
    assert intents.asked == [("open_order", 51234567003)]


def test_arrows_work_while_one_searches_and_escape_shows_all_again(view, model, intents):
    model.take(read(*THREE))
    press(view, Qt.Key.Key_5, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert intents.asked == [("open_order", 51234567002)]
    press(view, Qt.Key.Key_Escape)
    assert find(view, QLineEdit, "queueSearch").text() == ""
    assert cards(view).hasFocus()
    assert on_screen(view) == [1, 2, 3]


def test_enter_seeks_a_number_that_the_queue_does_not_have(view, model, intents):
    model.take(read(*THREE))
    press(view, Qt.Key.Key_9, Qt.Key.Key_8, Qt.Key.Key_7)
    assert on_screen(view) == []
    press(view, Qt.Key.Key_Return)
    assert intents.asked == [("seek_order", "987")]


def test_arrows_stop_at_the_ends(view, model, intents):
    model.take(read(*THREE))
    press(view, Qt.Key.Key_5, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_Return)
    assert intents.asked == [("open_order", 51234567001)]


def test_the_chosen_order_stays_chosen_when_others_come_before_it(view, model, intents):
    model.take(read(*THREE))
    press(view, Qt.Key.Key_Down)
    model.take(read(THREE[2], THREE[0], THREE[1]))
    press(view, Qt.Key.Key_Return)
    assert intents.asked == [("open_order", 51234567002)]


def test_a_chosen_order_that_is_gone_leaves_the_first(view, model, intents):
    model.take(read(*THREE))
    press(view, Qt.Key.Key_Down)
    model.take(read(THREE[0], THREE[2]))
    press(view, Qt.Key.Key_Return)
    assert intents.asked == [("open_order", 51234567001)]


def test_toggles_filter(view, model):
    model.take(read(*THREE, entry(item(1), number=51234567004, packed=1)))
    toggle = find(view, QPushButton, "filterBegun")
    assert toggle.text() == "Begun 1"
    QTest.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert on_screen(view) == [4]
    assert toggle.isChecked()
    QTest.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert on_screen(view) == [1, 2, 3, 4]


def test_a_toggle_that_would_show_nothing_is_not_there(view, model):
    model.take(read(*THREE))
    assert not find(view, QPushButton, "filterExpress").isVisible()
    assert find(view, QPushButton, "filterFbs").isVisible()


def test_f5_and_its_button_ask_the_market(view, intents):
    press(view, Qt.Key.Key_F5)
    QTest.mouseClick(find(view, QPushButton, "queueRefresh"), Qt.MouseButton.LeftButton)
    assert intents.asked == [("refresh",), ("refresh",)]


def test_the_empty_states_show_their_one_action(view, model, intents):
    action, text = find(view, QPushButton, "queueAction"), find(view, QLabel, "queueEmpty")
    assert not action.isVisible()
    assert text.text() == "Asking the Market for the orders"
    model.take(read())
    QTest.mouseClick(action, Qt.MouseButton.LeftButton)
    assert intents.asked == [("refresh",)]
    model.take(read(*THREE))
    model.search("zzz")
    assert action.text() == "Show all  Esc"
    QTest.mouseClick(action, Qt.MouseButton.LeftButton)
    assert on_screen(view) == [1, 2, 3]


def test_a_key_that_is_refused_leads_to_the_settings(view, model, qtbot):
    model.take(MarketTrouble(MarketKeyRejected("op", status=401), None))
    action = find(view, QPushButton, "queueAction")
    assert action.text() == "Settings  F10"
    with qtbot.waitSignal(model.settings_wanted):
        QTest.mouseClick(action, Qt.MouseButton.LeftButton)


def test_trouble_is_told_beside_the_orders_until_it_is_over(view, model):
    model.take(read(*THREE))
    model.take(MarketTrouble(MarketUnreachable("op"), NOW + timedelta(minutes=5)))
    told = find(view, ElidedLabel, "queueTrouble")
    assert told.isVisible()
    assert told.whole == "No connection to the Market, going on at 14:55"
    model.take(MarketFine())
    assert not told.isVisible()


def test_time_goes_on_without_an_answer_of_the_market(view, model, wall):
    model.take(read(*THREE))
    before = model.props.cards[0].left
    wall.now += timedelta(minutes=1)
    model.tick()
    assert (before, model.props.cards[0].left) == ("2 h 11 min", "2 h 10 min")


def test_another_language_is_shown_at_once(view, model, english):
    model.take(read(*THREE))
    english.use(Language.RU)
    model.retranslate()
    assert model.props.cards[0].details == "1 штука"
    assert find(view, QLineEdit, "queueSearch").placeholderText() == "Поиск: номер или товар"


def test_the_same_again_is_not_drawn_again(model, qtbot):
    model.take(read(*THREE))
    seen: list[object] = []
    model.props_changed.connect(seen.append)
    model.tick()
    model.take(read(*THREE))
    assert seen == []


def test_only_the_rows_that_changed_are_told(qapp, qtmodeltester):
    model = CardModel()
    first = derive_queue_props(QueueInputs(NOW, read(*THREE)), CardMaker()).cards
    later = derive_queue_props(
        QueueInputs(NOW, read(THREE[0], entry(item(1), number=51234567002), THREE[2])), CardMaker()
    ).cards
    assert model.show_cards(first)
    changed: list[int] = []
    model.dataChanged.connect(lambda top, _: changed.append(top.row()))
    assert not model.show_cards(later)
    assert changed == [1]
    qtmodeltester.check(model)


def test_a_card_is_read_aloud_whole(view, model):
    model.take(read(*THREE))
    index = row(view, 0)
    aloud = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud.startswith("Order 51234567001, FBS, by 17:01, 2 h 11 min, Sneakers")
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Sneakers"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None


@pytest.mark.parametrize("look", Look)
def test_cards_of_all_kinds_are_painted(view, model, theme, qapp, look, qtbot):
    theme.switch(qapp, look)
    model.take(read(*many(40)))
    image = cards(view).viewport().grab().toImage()
    colours = {image.pixelColor(x, 24).name() for x in range(image.width())}
    assert len(colours) > 10


def test_narrow_windows_give_the_toggles_a_line_of_their_own(view, model, qtbot):
    model.take(read(*many(8)))
    toggle, search = find(view, QPushButton, "filterFbs"), find(view, QLineEdit, "queueSearch")
    view.resize(600, 500)
    qtbot.waitUntil(lambda: toggle.mapTo(view, QPoint(0, 0)).y() > search.y())
    view.resize(1366, 560)
    qtbot.waitUntil(lambda: toggle.mapTo(view, QPoint(0, 0)).y() < search.geometry().bottom())


def test_a_thousand_orders_can_be_searched(view, model):
    model.take(read(*many(1000)))
    model.search("кружка")
    assert cards(view).model().rowCount() == 500
    view.grab()

"""Setup's screen: every state is shown, every action can be done, and nothing is cut."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton

from packdesk.settings import LookChoice, Settings
from packdesk.station.card_verdict import CardPassed, ScannerHabits, SeparatorForm
from packdesk.station.errors import MarketKeyRejected
from packdesk.ui.i18n import Language
from packdesk.ui.setup.build import build_setup
from packdesk.ui.setup.card_view import CardView
from packdesk.ui.setup.choices import Act, CardName
from packdesk.ui.setup.look import wanted_look
from packdesk.ui.setup.rows import Toggle
from packdesk.ui.setup.view import SetupView
from packdesk.ui.theme import Density, Look, system_look
from packdesk.ui.tokens import TOUCH
from tests.fakes.key_store import MemoryKeyStore
from tests.fakes.market import Op
from tests.ui.setup_table import KEY, OTHER, SHUT, SetupTable
from tests.ui.speech import speaking


def one(view, kind, name):
    found = view.findChild(kind, name)
    assert found is not None, name
    return found


class Screen:
    """The page in a window of its own."""

    def __init__(self, table, theme, qtbot, width=1366, height=560):
        self.table = table
        self.view = SetupView(table.viewmodel, theme)
        qtbot.addWidget(self.view)
        self.view.resize(width, height)
        with qtbot.waitExposed(self.view):
            self.view.show()
        self.view.activateWindow()

    def one(self, kind, name):
        return one(self.view, kind, name)

    def has(self, name):
        # What was put into a layout of a shown window is shown in the next turn of the loop.
        QApplication.processEvents()
        return any(child.isVisible() for child in self.view.findChildren(QAbstractButton, name))

    def press(self, name):
        QTest.mouseClick(self.one(QPushButton, name), Qt.MouseButton.LeftButton)
        self.table.drain()

    def says(self, card):
        return self.one(QLabel, f"{card.value}State").text()


@pytest.fixture
def screen(theme, qtbot):
    return Screen(SetupTable().start(), theme, qtbot)


@pytest.fixture
def ready(theme, qtbot):
    return Screen(SetupTable(MemoryKeyStore(KEY)).start(), theme, qtbot)


@pytest.mark.usefixtures("english")
def test_a_key_is_pasted_and_checked_by_enter(screen):
    field = screen.one(QLineEdit, "setupKeyField")
    field.setFocus()
    QGuiApplication.clipboard().setText(f" {KEY}\n")
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Return)
    screen.table.drain()
    QGuiApplication.clipboard().clear()
    assert screen.table.keys == [KEY]
    assert screen.says(CardName.KEY) == "The key “Table” works"
    assert screen.has(Act.CHANGE_KEY.value)


def test_where_a_key_is_wanted_the_field_has_the_keyboard(theme, qtbot):
    table = SetupTable()
    screen = Screen(table, theme, qtbot)
    table.start()
    qtbot.waitUntil(lambda: screen.one(QLineEdit, "setupKeyField").hasFocus())
    table.try_key(KEY)
    assert not isinstance(QApplication.focusWidget(), QLineEdit)
    screen.press(Act.CHANGE_KEY.value)
    qtbot.waitUntil(lambda: screen.one(QLineEdit, "setupKeyField").hasFocus())
    screen.press(Act.KEEP_OLD_KEY.value)
    screen.view.setFocus()
    assert not isinstance(QApplication.focusWidget(), QLineEdit)


def test_the_key_is_dots_on_the_screen_and_cannot_be_copied_out(screen):
    field = screen.one(QLineEdit, "setupKeyField")
    field.setText(KEY)
    assert set(field.displayText()) == {field.displayText()[0]}
    QGuiApplication.clipboard().setText("before")
    field.selectAll()
    field.copy()
    assert QGuiApplication.clipboard().text() == "before"


@pytest.mark.usefixtures("english")
def test_a_rejected_key_stays_in_the_field_for_the_next_paste_to_replace(screen):
    screen.table.market.fail(Op.KEY_INFO, MarketKeyRejected("getAuthTokenInfo", status=401))
    field = screen.one(QLineEdit, "setupKeyField")
    field.setText(KEY)
    screen.press(Act.TRY_KEY.value)
    assert "does not know this key" in screen.says(CardName.KEY)
    assert field.hasSelectedText()
    QTest.keyClicks(field, OTHER)
    QTest.keyClick(field, Qt.Key.Key_Return)
    screen.table.drain()
    assert screen.table.keys == [OTHER]


def test_while_a_key_is_checked_it_is_not_checked_twice(screen):
    field = screen.one(QLineEdit, "setupKeyField")
    field.setText(KEY)
    field.returnPressed.emit()
    field.returnPressed.emit()
    assert len(screen.table.key_lane.waiting) == 1
    assert field.isReadOnly()
    screen.table.drain()


@pytest.mark.usefixtures("english")
def test_a_key_that_works_leaves_nothing_of_it_on_the_screen(screen, qtbot):
    screen.one(QLineEdit, "setupKeyField").setText(KEY)
    screen.press(Act.TRY_KEY.value)
    qtbot.waitUntil(lambda: screen.view.findChild(QLineEdit, "setupKeyField") is None)
    texts = [label.text() for label in screen.view.findChildren(QLabel)]
    texts += [edit.text() for edit in screen.view.findChildren(QLineEdit)]
    assert not any("abcdefgh" in text or "0d0e0f10" in text for text in texts)


def test_a_shop_is_switched_by_its_button_and_a_shut_one_cannot_be(ready):
    ready.press("setupShop12")
    assert ready.table.kept[-1].campaigns == (11,)
    assert not ready.one(QPushButton, "setupShop11").isEnabled()
    assert not ready.one(QPushButton, f"setupShop{SHUT.id}").isEnabled()


@pytest.mark.parametrize(
    ("button", "field", "value"),
    [
        ("language1", "language", "en"),
        ("look2", "look", "dark"),
        ("label_format1", "label_format", "A9"),
        ("finish_by_itself1", "finish_by_itself", False),
        ("ready_for_dbs0", "ready_for_dbs", True),
        ("ready_by_hand0", "ready_by_hand", True),
        ("delivery_after_track0", "delivery_after_track", True),
        ("sound_volume_percentLess", "sound_volume_percent", 90),
    ],
)
def test_a_press_changes_its_setting(ready, button, field, value):
    ready.press(button)
    assert ready.table.kept[-1].model_dump(mode="json")[field] == value


def test_a_press_on_what_is_on_already_leaves_it_on(ready):
    ready.press("language0")
    assert ready.one(QPushButton, "language0").isChecked()
    assert ready.table.kept == []


def test_the_fields_of_the_profile_are_there_when_asked_for(ready):
    assert not ready.has("scan_gap_msMore")
    ready.press(Act.BY_HAND.value)
    ready.press("scan_gap_msMore")
    ready.press("scan_suffix3")
    ready.press("scan_separator1")
    kept = ready.table.viewmodel.settings
    assert (kept.scan_gap_ms, kept.scan_suffix, kept.scan_separator) == (40, "none", "f12")
    ready.press(Act.BY_HAND.value)
    assert not ready.has("scan_gap_msMore")


def test_a_name_is_taken_when_enter_is_pressed(ready):
    field = ready.one(QLineEdit, "packer")
    field.setFocus()
    QTest.keyClicks(field, "  Anna ")
    assert ready.table.told == []
    QTest.keyClick(field, Qt.Key.Key_Return)
    ready.table.drain()
    assert ready.table.kept[-1].packer == "Anna"


@pytest.mark.usefixtures("english")
def test_a_template_for_external_numbers_shows_what_it_makes(ready):
    field = ready.one(QLineEdit, "external_id_template12")
    verdict = ready.one(QLabel, "external_id_template12Verdict")
    assert verdict.text() == "Empty: no numbers are given by themselves"
    for typed, told in (
        ("{date}-{number}", "For example 2026-12-31-51234567011"),
        ("{date}", "All orders of a day would get the same number"),
        ("Ж{number}", "Not only Latin letters: the label's barcode will be the Market's number"),
    ):
        field.selectAll()
        # QTest types no letters that are not Latin.
        field.insert(typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
        ready.table.drain()
        assert ready.table.kept[-1].external_id_templates == {12: typed}
        assert verdict.text() == told


@pytest.mark.usefixtures("english")
def test_each_shop_has_its_own_template_and_a_single_one_needs_no_name(ready):
    def label(shop):
        return ready.one(QLineEdit, f"external_id_template{shop}").accessibleName()

    assert label(11) == "External numbers: Shoes · FBS"
    assert label(12) == "External numbers: Coolers · DBS"
    for shop, text in ((11, "S-{number}"), (12, "C-{number}")):
        field = ready.one(QLineEdit, f"external_id_template{shop}")
        field.insert(text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        ready.table.drain()
    assert ready.table.kept[-1].external_id_templates == {11: "S-{number}", 12: "C-{number}"}
    ready.press("setupShop12")
    assert label(11) == "Give external numbers by itself"
    assert ready.one(QLineEdit, "external_id_template11").text() == "S-{number}"


@pytest.mark.usefixtures("english")
def test_without_shops_the_template_is_for_all(screen):
    field = screen.one(QLineEdit, "external_id_template")
    field.insert("{number}")
    QTest.keyClick(field, Qt.Key.Key_Return)
    screen.table.drain()
    assert screen.table.kept[-1].external_id_template == "{number}"


def test_what_is_being_typed_stays_while_the_page_changes(ready):
    field = ready.one(QLineEdit, "packer")
    QTest.keyClicks(field, "Ann")
    ready.table.viewmodel.take_scan("4600000000017", caps_lock=False)
    assert field.text() == "Ann"


@pytest.mark.usefixtures("english")
def test_the_card_step_is_begun_and_told_on_the_card(ready):
    ready.press(Act.SCAN_CARD.value)
    assert ready.says(CardName.SCANNER) == "Scan the square code of the scanner card now"
    assert ready.has(Act.DROP_CARD.value)
    assert not ready.has(Act.SCAN_CARD.value)
    ready.table.reader.verdict = CardPassed(ScannerHabits(separator=SeparatorForm.F8))
    ready.table.viewmodel.take_scan("…", caps_lock=False)
    assert ready.says(CardName.SCANNER) == "The scanner sends every sign of marking codes"
    assert ready.one(QLabel, "setupScannerDetails").text() == "Separator: F8"


def test_a_disk_error_is_shown_over_the_cards(ready):
    ready.table.disk_error = OSError(28, "No space left on device")
    ready.press("look2")
    assert not ready.one(QLabel, "setupTrouble").isHidden()


def test_the_language_changes_while_the_page_is_shown(ready, qapp):
    with speaking(Language.EN):
        ready.table.viewmodel.retranslate()
        assert ready.says(CardName.SOUNDS) == "Four sounds tell you the answer"
    with speaking(Language.RU):
        ready.table.viewmodel.retranslate()
        assert ready.says(CardName.SOUNDS).startswith("Четыре звука")


def test_the_look_changes_while_the_page_is_shown(ready, theme, qapp):
    theme.switch(qapp, Look.DARK)
    assert ready.one(QPushButton, "language0").isChecked()
    theme.switch(qapp, Look.LIGHT)


@pytest.mark.parametrize(
    ("choice", "look"), [(LookChoice.LIGHT, Look.LIGHT), (LookChoice.DARK, Look.DARK)]
)
def test_a_look_that_was_chosen_is_used(qapp, choice, look):
    assert wanted_look(choice) is look


def test_the_systems_look_is_used_where_none_was_chosen(qapp):
    assert wanted_look(LookChoice.SYSTEM) is system_look()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [(960, 400), (1366, 560), (1920, 900)])
def test_no_word_is_cut_in_any_window(theme, qtbot, qapp, language, size):
    with speaking(language):
        settings = Settings().changed(packer="Анна", station="Стол 2")
        table = SetupTable(MemoryKeyStore(KEY), settings).start()
        table.viewmodel.act(Act.BY_HAND)
        table.viewmodel.act(Act.CHANGE_KEY)
        screen = Screen(table, theme, qtbot, *size)
        QApplication.processEvents()
        buttons = [b for b in screen.view.findChildren(QPushButton) if b.isVisible()]
        assert len(buttons) > 30
        for button in buttons:
            assert button.height() >= TOUCH - 4, button.objectName()
            bold = isinstance(button, Toggle) or button.property("kind") == "primary"
            font = button.font()
            font.setBold(bold)
            room = button.width() - (20 if button.icon().isNull() else 40)
            assert QFontMetrics(font).horizontalAdvance(button.text()) <= room, button.text()
        for label in screen.view.findChildren(QLabel):
            if label.isVisible() and label.text() and not label.wordWrap():
                assert label.sizeHint().width() <= label.width(), label.text()
            if label.isVisible() and label.wordWrap():
                assert label.heightForWidth(label.width()) <= label.height() + 1, label.text()


def test_everything_can_be_reached_by_tab(ready, qtbot):
    ready.view.setFocus()
    reached = set()
    for _ in range(80):
        QTest.keyClick(ready.view.window(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is not None:
            reached.add(focused.objectName())
    wanted = {
        button.objectName()
        for button in ready.view.findChildren(QPushButton)
        if button.isVisible() and button.isEnabled()
    }
    assert wanted <= reached


def test_language_and_look_change_at_once_by_a_press(theme, qtbot, qapp, english):
    table = SetupTable()
    viewmodel, view = build_setup(
        qapp,
        table.desk,
        Settings(),
        table.kept.append,
        table.file_lane,
        table.reader,
        table.viewmodel._save_sheet,
        table.played.append,
        table.told.append,
        table.bugs.append,
        theme,
        english,
        table.printers,
        table.print_lane,
        printer="here",
        computer="PACK-02",
    )
    qtbot.addWidget(view)
    view.set_density(Density.COMPACT)
    table.start()
    assert viewmodel.props.guide is not None
    state = one(view, QLabel, "setupSoundsState")
    russian, dark = one(view, QPushButton, "language0"), one(view, QPushButton, "look2")
    assert not russian.isChecked()
    russian.click()
    assert russian.isChecked()
    assert state.text().startswith("Четыре звука")
    dark.click()
    assert theme.look is Look.DARK
    table.drain()
    assert [one.language.value for one in table.told] == ["ru", "ru"]
    assert table.kept == table.told


@pytest.mark.usefixtures("english")
def test_each_card_shows_its_key_and_gets_the_keyboard_by_it(ready):
    cards = [ready.one(CardView, card.name.value) for card in ready.table.viewmodel.props.cards]
    for number, card in enumerate(cards, start=1):
        assert f"Ctrl+{number}" in [label.text() for label in card.findChildren(QLabel)]
        QTest.keySequence(ready.view.windowHandle(), QKeySequence(f"Ctrl+{number}"))
        focus = QApplication.focusWidget()
        assert focus is not None, card.objectName()
        assert card.isAncestorOf(focus), card.objectName()
        seen = focus.visibleRegion().boundingRect()
        assert seen.height() == focus.height(), card.objectName()


@pytest.mark.usefixtures("english")
def test_the_check_of_a_key_shows_its_key(screen):
    assert screen.one(QPushButton, Act.TRY_KEY.value).text().endswith("  Enter")

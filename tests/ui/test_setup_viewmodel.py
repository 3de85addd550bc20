"""Setup without its widgets: what is told leads to what is shown, kept and done."""

import pytest

from packdesk.domain.labels import LabelFormat
from packdesk.settings import LanguageChoice, LookChoice, SeparatorChoice, Settings, SuffixChoice
from packdesk.station.card_verdict import (
    CardFailed,
    CardFlaw,
    CardPassed,
    EndingForm,
    NotTheCard,
    ScannerHabits,
    SeparatorForm,
)
from packdesk.station.errors import MarketKeyRejected, MarketUnreachable, PrinterUnavailable
from packdesk.station.setup import KeyAbsent, KeyBeingChecked, KeyringTrouble
from packdesk.ui.earcons import Sound
from packdesk.ui.i18n import Language
from packdesk.ui.setup.choices import Act, CardName, Setting
from packdesk.ui.setup.props import KeyRow, SetupProps, ShopRow
from packdesk.ui.sounds import SoundState
from packdesk.ui.words.notice import Tone
from tests.fakes.key_store import MemoryKeyStore
from tests.fakes.market import Op
from tests.ui.setup_table import COOLERS, KEY, OTHER, SHOES, SHUT, SetupTable

pytestmark = pytest.mark.usefixtures("english")

KEY_CARD, SHOPS, SCANNER = CardName.KEY, CardName.SHOPS, CardName.SCANNER


@pytest.fixture
def table():
    return SetupTable()


@pytest.fixture
def ready():
    """A table with a key that works."""
    made = SetupTable(MemoryKeyStore(KEY))
    return made.start()


def button_of(table):
    button = table.card(KEY_CARD).button
    return button and button.act


def has_field(table):
    return any(isinstance(row, KeyRow) for row in table.card(KEY_CARD).rows)


def shop_rows(table):
    return [row for row in table.card(SHOPS).rows if isinstance(row, ShopRow)]


def test_while_the_key_is_looked_for_nothing_is_asked(table):
    table.desk.start()
    assert table.state(KEY_CARD) == "Looking for the key on this computer…"
    assert not has_field(table)
    assert table.viewmodel.props.guide is None


def test_a_key_that_is_kept_is_not_asked_for_while_the_market_has_not_answered(table):
    table.viewmodel.take(KeyBeingChecked())
    assert table.viewmodel.props.guide is None
    table.viewmodel.take(KeyAbsent())
    assert table.viewmodel.props.guide is not None


def test_the_first_run_asks_for_the_key_and_marks_its_card(table, qtbot):
    with qtbot.waitSignal(table.viewmodel.key_wanted):
        table.start()
    assert table.viewmodel.props.guide.text == "Paste the shop's key to begin"
    assert [card.name for card in table.viewmodel.props.cards if card.is_next] == [KEY_CARD]
    assert has_field(table)


def test_a_good_key_opens_the_shops(table):
    table.start()
    table.try_key(KEY)
    assert table.card(KEY_CARD).notice.text == "The key “Table” works"
    assert table.card(KEY_CARD).notice.tone is Tone.ACCEPTED
    assert not has_field(table)
    assert table.viewmodel.props.guide is None
    assert table.keys == [KEY]
    assert [(row.shop, row.is_on, bool(row.why)) for row in shop_rows(table)] == [
        (SHOES.id, True, False),
        (COOLERS.id, True, False),
        (SHUT.id, False, True),
    ]


def test_a_rejected_key_is_told_and_the_field_stays(table):
    table.start()
    table.market.fail(Op.KEY_INFO, MarketKeyRejected("getAuthTokenInfo", status=401))
    table.try_key(KEY)
    assert table.card(KEY_CARD).notice.tone is Tone.REFUSED
    assert "does not know this key" in table.state(KEY_CARD)
    assert has_field(table)
    assert table.keys == []


def test_without_a_keyring_it_is_said_that_the_key_will_not_last():
    table = SetupTable(MemoryKeyStore(trouble=KeyringTrouble.ABSENT))
    table.start()
    assert "only until PackDesk is closed" in table.card(KEY_CARD).details[0]
    assert table.card(KEY_CARD).button is None
    table.try_key(KEY)
    assert "After closing PackDesk paste the key again" in table.card(KEY_CARD).details[0]


def test_a_locked_keyring_can_be_read_again():
    store = MemoryKeyStore(trouble=KeyringTrouble.LOCKED)
    table = SetupTable(store)
    table.start()
    assert button_of(table) is Act.READ_AGAIN
    store.key, store.trouble = KEY, None
    table.viewmodel.act(Act.READ_AGAIN)
    table.drain()
    assert table.state(KEY_CARD) == "The key “Table” works"


def test_a_key_that_could_not_be_checked_offers_to_try_again():
    table = SetupTable(MemoryKeyStore(KEY))
    table.market.fail(Op.KEY_INFO, MarketUnreachable("getAuthTokenInfo"))
    table.start()
    assert table.card(KEY_CARD).notice.tone is Tone.ATTENTION
    assert button_of(table) is Act.CHECK_AGAIN
    table.viewmodel.act(Act.CHECK_AGAIN)
    table.drain()
    assert table.state(KEY_CARD) == "The key “Table” works"


def test_changing_the_key_can_be_left(ready):
    ready.viewmodel.act(Act.CHANGE_KEY)
    assert has_field(ready)
    ready.try_key("nonsense")
    assert "begins with ACMA:" in ready.state(KEY_CARD)
    ready.viewmodel.act(Act.KEEP_OLD_KEY)
    assert ready.state(KEY_CARD) == "The key “Table” works"
    assert not has_field(ready)
    assert ready.store.key == KEY


def test_another_key_takes_the_place_of_the_old_one(ready):
    ready.viewmodel.act(Act.CHANGE_KEY)
    ready.try_key(OTHER)
    assert (ready.store.key, ready.keys) == (OTHER, [KEY, OTHER])
    assert not has_field(ready)


def test_a_forgotten_key_begins_the_first_run_again(ready):
    ready.viewmodel.act(Act.CHANGE_KEY)
    ready.viewmodel.act(Act.FORGET_KEY)
    ready.drain()
    assert ready.keys == [KEY, None]
    assert ready.viewmodel.props.guide is not None
    assert shop_rows(ready) == []


def test_a_key_given_at_the_start_cannot_be_changed_here():
    table = SetupTable(given=KEY)
    table.start()
    assert table.card(KEY_CARD).button is None
    assert "Given at the start, not kept" in table.card(KEY_CARD).details


@pytest.mark.parametrize(
    ("scopes", "told"),
    [
        (("ALL_METHODS_READ_ONLY",), "may only look"),
        (("INVENTORY_AND_ORDER_PROCESSING",), "No access to the catalogue"),
        (("PRICING",), "opens no orders"),
    ],
)
def test_what_a_key_lacks_is_said(table, scopes, told):
    table.start()
    table.market.scopes = scopes
    table.try_key(KEY)
    card = table.card(KEY_CARD)
    assert told in " ".join((card.notice.text, *card.details))


def test_a_key_without_shops_is_told(table):
    table.start()
    table.market.shops = ()
    table.try_key(KEY)
    assert "sees no shop" in table.state(KEY_CARD)
    assert table.card(SHOPS).notice.tone is Tone.ATTENTION


def test_shops_that_are_all_shut_are_told(table):
    table.start()
    table.market.shops = (SHUT,)
    table.try_key(KEY)
    assert table.card(SHOPS).notice.tone is Tone.REFUSED
    assert not shop_rows(table)[0].can_switch


def test_a_shop_is_switched_off_but_never_the_last(ready):
    ready.viewmodel.switch_shop(COOLERS.id)
    ready.drain()
    assert ready.kept[-1].campaigns == (SHOES.id,)
    assert not shop_rows(ready)[0].can_switch
    ready.viewmodel.switch_shop(SHOES.id)
    assert ready.viewmodel.settings.campaigns == (SHOES.id,)
    ready.viewmodel.switch_shop(COOLERS.id)
    assert ready.viewmodel.settings.campaigns == (SHOES.id, COOLERS.id)


def test_shops_of_another_cabinet_are_dropped():
    settings = Settings().changed(campaigns=(SHOES.id, 999))
    table = SetupTable(MemoryKeyStore(KEY), settings)
    table.start()
    assert table.told[-1].campaigns == (SHOES.id,)


def test_a_choice_acts_at_once_and_is_kept(ready):
    ready.viewmodel.choose(Setting.LABEL_FORMAT, LabelFormat.A9)
    assert ready.told[-1].label_format is LabelFormat.A9
    ready.drain()
    assert ready.kept == ready.told


def test_the_same_choice_again_does_nothing(ready):
    ready.viewmodel.choose(Setting.LANGUAGE, LanguageChoice.RU)
    ready.drain()
    assert (ready.told, ready.kept) == ([], [])


def test_a_language_is_told_though_the_window_never_was_asked_to_speak_it(ready, qtbot):
    """The window speaks the system's language until somebody chooses one."""
    ready.language = Language.EN
    with qtbot.waitSignal(
        ready.viewmodel.language_chosen, check_params_cb=lambda one: one is LanguageChoice.RU
    ):
        ready.viewmodel.choose(Setting.LANGUAGE, LanguageChoice.RU)
    assert "language" in ready.told[-1].model_fields_set


def test_the_look_follows_the_system_only_where_it_shall(ready):
    looks: list[LookChoice] = []
    ready.viewmodel.look_chosen.connect(looks.append)
    ready.viewmodel.follow_system()
    ready.viewmodel.choose(Setting.LOOK, LookChoice.DARK)
    ready.viewmodel.follow_system()
    assert looks == [LookChoice.SYSTEM, LookChoice.DARK]


def test_settings_that_cannot_be_kept_are_told_and_hold_nevertheless(ready):
    ready.disk_error = OSError(28, "No space left on device")
    ready.viewmodel.choose(Setting.PACKER, "Anna")
    ready.drain()
    assert ready.viewmodel.props.trouble.tone is Tone.REFUSED
    assert ready.viewmodel.settings.packer == "Anna"
    ready.disk_error = None
    ready.viewmodel.choose(Setting.PACKER, "Boris")
    ready.drain()
    assert ready.viewmodel.props.trouble is None


def test_the_volume_goes_in_steps_and_not_beyond_its_ends(ready):
    for _ in range(12):
        ready.viewmodel.step(Setting.VOLUME, -1)
    assert ready.viewmodel.settings.sound_volume_percent == 0
    assert ready.state(CardName.SOUNDS) == "The sounds are off"
    for _ in range(12):
        ready.viewmodel.step(Setting.VOLUME, 1)
    assert ready.viewmodel.settings.sound_volume_percent == 100


def test_the_four_sounds_are_played(ready):
    for act in (Act.PLAY_ACCEPTED, Act.PLAY_ATTENTION, Act.PLAY_REFUSED, Act.PLAY_COMPLETE):
        ready.viewmodel.act(act)
    assert ready.played == list(Sound)


def test_a_computer_without_sound_is_told(ready):
    ready.viewmodel.set_sound_state(SoundState.NO_DEVICE)
    assert ready.card(CardName.SOUNDS).notice.tone is Tone.ATTENTION


def test_a_scan_shows_that_the_scanner_works_and_goes_on(ready):
    assert ready.card(SCANNER).notice.tone is Tone.CALM
    assert not ready.viewmodel.take_scan("4600000000017", caps_lock=False)
    assert ready.card(SCANNER).notice.tone is Tone.ACCEPTED
    assert ready.reader.steps == []


def test_the_card_step_takes_the_next_scan_and_keeps_the_profile(ready):
    habits = ScannerHabits(
        prefix="]d2",
        separator=SeparatorForm.F12,
        ending=EndingForm.TAB,
        longest_gap_ms=60,
        caps_lock=True,
    )
    ready.viewmodel.act(Act.SCAN_CARD)
    assert ready.state(SCANNER) == "Scan the square code of the scanner card now"
    ready.reader.verdict = CardPassed(habits)
    assert ready.viewmodel.take_scan("…", caps_lock=True)
    assert ready.reader.steps == ["begin", "read", "end"]
    kept = ready.viewmodel.settings
    assert kept.scan_separator is SeparatorChoice.F12
    assert kept.scan_suffix is SuffixChoice.TAB
    assert kept.scan_gap_ms == 90
    assert kept.caps_lock_proved_harmless
    assert ready.card(SCANNER).notice.tone is Tone.ACCEPTED
    assert ready.card(SCANNER).details == (
        "Separator: F12",
        "It ends a scan with Tab",
        "It puts “]d2” before each code",
        "It is slow (60 ms between signs): the pause was set for it",
        "Caps Lock does not disturb this scanner",
    )
    assert not ready.viewmodel.take_scan("4600000000017", caps_lock=False)


@pytest.mark.parametrize(("gap", "limit"), [(2, 35), (23, 35), (24, 40), (80, 120), (110, 120)])
def test_the_pause_gets_room_above_the_slowest_key(ready, gap, limit):
    ready.viewmodel.act(Act.SCAN_CARD)
    ready.reader.verdict = CardPassed(ScannerHabits(longest_gap_ms=gap))
    ready.viewmodel.take_scan("…", caps_lock=False)
    assert ready.viewmodel.settings.scan_gap_ms == limit


def test_a_card_that_failed_changes_no_profile(ready):
    ready.viewmodel.act(Act.SCAN_CARD)
    ready.reader.verdict = CardFailed(
        (CardFlaw.CASE_INVERTED_BY_CAPS, CardFlaw.SEPARATORS_LOST),
        ScannerHabits(ending=EndingForm.TAB, caps_lock=True),
    )
    assert ready.viewmodel.take_scan("…", caps_lock=True)
    assert ready.told == []
    assert ready.card(SCANNER).notice.tone is Tone.REFUSED
    assert "drops the separator" in ready.card(SCANNER).details[0]


def test_another_code_leaves_the_step_open(ready):
    ready.viewmodel.act(Act.SCAN_CARD)
    ready.reader.verdict = NotTheCard()
    assert ready.viewmodel.take_scan("4600000000017", caps_lock=False)
    assert ready.state(SCANNER) == "That was something else. Scan the square code of the card"
    ready.viewmodel.take_noise()
    assert ready.state(SCANNER) == "That could not be read. Scan the square code again"
    assert ready.reader.steps == ["begin", "read", "begin", "begin"]


@pytest.mark.parametrize("leave", ["button", "command"])
def test_the_step_can_be_left(ready, leave):
    ready.viewmodel.act(Act.SCAN_CARD)
    if leave == "button":
        ready.viewmodel.act(Act.DROP_CARD)
    else:
        assert ready.viewmodel.take_scan("PD-CANCEL", caps_lock=False)
    assert ready.reader.steps == ["begin", "end"]
    assert not ready.viewmodel.take_scan("4600000000017", caps_lock=False)


def test_noise_outside_the_step_changes_nothing(ready):
    before = ready.viewmodel.props
    ready.viewmodel.take_noise()
    assert ready.viewmodel.props == before


def test_the_sheet_with_the_card_is_made(ready):
    ready.viewmodel.act(Act.SAVE_SHEET)
    assert "sheet.pdf" in ready.card(SCANNER).details[-1]
    ready.sheet_error = PrinterUnavailable("sheet.pdf", "disk full")
    ready.viewmodel.act(Act.SAVE_SHEET)
    assert "could not be saved" in ready.card(SCANNER).details[-1]


def test_the_page_tells_only_changes(ready, qtbot):
    seen: list[SetupProps] = []
    ready.viewmodel.props_changed.connect(seen.append)
    ready.viewmodel.retranslate()
    assert seen == []
    ready.viewmodel.act(Act.BY_HAND)
    assert seen == [ready.viewmodel.props]


def test_the_key_is_in_nothing_that_is_shown(ready):
    ready.viewmodel.act(Act.CHANGE_KEY)
    ready.try_key(OTHER)
    for key in (KEY, OTHER):
        assert key not in repr(ready.viewmodel.props)
        assert key[5:15] not in repr(ready.viewmodel.props)

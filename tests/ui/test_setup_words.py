"""Every state of Setup has a whole sentence of its own in both languages."""

import dataclasses
import re
from datetime import UTC, datetime
from itertools import chain, product

import pytest

from packdesk.domain.ids import BusinessId, CampaignId
from packdesk.domain.labels import LabelFormat
from packdesk.settings import (
    LabelSource,
    LanguageChoice,
    LookChoice,
    PrinterChoice,
    SeparatorChoice,
    Settings,
    SuffixChoice,
)
from packdesk.station.card_verdict import (
    CardFailed,
    CardFlaw,
    CardPassed,
    EndingForm,
    NotTheCard,
    ScannerHabits,
    SeparatorForm,
    Typed,
)
from packdesk.station.errors import (
    MarketAnswerUnreadable,
    MarketBroken,
    MarketBusy,
    MarketKeyRejected,
    MarketOutcomeUnknown,
    MarketRefused,
    MarketUnreachable,
    PrinterFault,
    PrinterUnavailable,
    PrintOutcomeUnknown,
)
from packdesk.station.ports import ApiAvailability, Campaign, KeyInfo
from packdesk.station.setup import (
    Grant,
    KeyAbsent,
    KeyBeingChecked,
    KeyBeingRead,
    KeyFlaw,
    KeyFlawed,
    KeyHome,
    KeyNotTaken,
    KeyringTrouble,
    KeyUnchecked,
    KeyUnfit,
    KeyWorks,
    OrderRight,
)
from packdesk.ui.i18n import Language
from packdesk.ui.setup.choices import Act, CardName, Setting
from packdesk.ui.sounds import SoundState
from packdesk.ui.words import setup as words
from packdesk.ui.words import setup_cards as cards
from packdesk.ui.words import setup_printer as printer
from packdesk.ui.words import setup_scanner as scanner
from packdesk.ui.words.notice import Tone
from tests.ui.speech import speaking

CYRILLIC = re.compile("[А-Яа-яЁё]")
PLACEHOLDER = re.compile(r"\{\w*\}|%n")
OPERATION = "getAuthTokenInfo"
AT = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)
SHOP = Campaign(CampaignId(11), BusinessId(1), "Shoes", "Ltd", "FBS")
INFO = KeyInfo("Table", ())
ERRORS = (
    MarketUnreachable(OPERATION),
    MarketOutcomeUnknown(OPERATION),
    MarketBusy(OPERATION),
    MarketBusy(OPERATION, retry_at=AT),
    MarketBroken(OPERATION, status=503),
    MarketKeyRejected(OPERATION, status=401),
    MarketKeyRejected(OPERATION, status=403),
    MarketRefused(OPERATION, status=400),
    MarketAnswerUnreadable(OPERATION, body=""),
)
SEND, LOOK = (Grant(right, catalogue=True) for right in (OrderRight.SEND, OrderRight.LOOK))


def works(grant=SEND, info=INFO, shops=(SHOP,)):
    return KeyWorks(KeyHome.KEYRING, None, info, grant, shops)


REPORTS = (
    KeyBeingRead(),
    KeyAbsent(),
    KeyBeingChecked(),
    *(KeyFlawed(flaw) for flaw in KeyFlaw),
    KeyUnfit(INFO),
    works(),
    works(info=KeyInfo("", ())),
    works(LOOK),
    works(shops=()),
    *(KeyNotTaken(error) for error in ERRORS),
)
SHUT = [dataclasses.replace(SHOP, availability=one) for one in ApiAvailability][1:]
STRANGE = dataclasses.replace(SHOP, availability=ApiAvailability("OF_TOMORROW"))
HABITS = (
    *(ScannerHabits(separator=form) for form in SeparatorForm),
    *(ScannerHabits(ending=form) for form in EndingForm),
    ScannerHabits(prefix="]d2"),
    ScannerHabits(tail=";"),
    ScannerHabits(typed=Typed.RUSSIAN),
    ScannerHabits(longest_gap_ms=60),
)


def key_texts():
    yield from (words.key_notice(report).text for report in REPORTS)
    yield from (words.home_text(home, None) for home in (KeyHome.KEYRING, KeyHome.GIVEN))
    for trouble in KeyringTrouble:
        yield words.home_text(KeyHome.SESSION, trouble)
        yield words.absent_text(trouble)
    yield words.grant_text(Grant(OrderRight.SEND, catalogue=False))


def shop_texts():
    yield from (words.shop_closed(shop) for shop in (*SHUT, STRANGE))
    yield words.shop_closed(dataclasses.replace(SHOP, placement="FBY"))
    yield words.shop_name(dataclasses.replace(SHOP, name="", placement=""))
    yield words.shops_notice(KeyAbsent(), 0).text
    yield words.shops_notice(works(), 1).text
    yield words.shops_notice(works(shops=()), 0).text
    yield words.shops_notice(works(shops=tuple(SHUT)), 0).text


def scanner_texts():
    yield scanner.scan_the_card().text
    yield scanner.noise_notice().text
    yield from (scanner.seen_notice(is_seen=seen).text for seen in (True, False))
    yield scanner.verdict_notice(CardPassed(ScannerHabits())).text
    yield scanner.verdict_notice(NotTheCard()).text
    for flaw in CardFlaw:
        yield scanner.verdict_notice(CardFailed((flaw,), ScannerHabits(), "|")).text
    yield from chain.from_iterable(scanner.habit_texts(one) for one in HABITS)
    yield from (
        text()
        for text in (
            scanner.caps_harmless,
            scanner.scan_card,
            scanner.drop_card,
            scanner.by_hand,
            scanner.save_sheet,
            scanner.sheet_failed,
            scanner.gap_label,
            scanner.suffix_label,
            scanner.separator_label,
        )
    )
    yield scanner.sheet_saved("sheet.pdf")
    yield scanner.suffix_choice(SuffixChoice.ENTER_OR_TAB)
    yield scanner.suffix_choice(SuffixChoice.NONE)
    yield scanner.separator_choice(SeparatorChoice.USUAL)


def printer_texts():
    yield printer.where_labels_go(Settings(), "", None).text
    for choice, names in (
        (PrinterChoice.FOLDER, None),
        (PrinterChoice.SYSTEM, None),
        (PrinterChoice.SYSTEM, ()),
        (PrinterChoice.NETWORK, None),
    ):
        yield printer.where_labels_go(Settings(printer=choice), "printed", names).text
    gone = Settings(printer=PrinterChoice.SYSTEM, printer_name="Zebra")
    yield printer.where_labels_go(gone, "printed", ("Xprinter",)).text
    yield printer.trial_under_way().text
    yield from (printer.trial_printed(choice).text for choice in PrinterChoice)
    for fault in PrinterFault:
        yield printer.trial_failed(PrinterUnavailable("Zebra", fault=fault)).text
    yield printer.trial_failed(PrintOutcomeUnknown("Zebra")).text
    yield printer.trial_words()
    yield printer.address_hint()
    yield from (printer.printer_choice(choice) for choice in PrinterChoice)
    yield from (printer.source_choice(source) for source in LabelSource)


def card_texts():
    yield from (cards.card_title(card) for card in CardName)
    yield from (text for text in map(cards.setting_label, Setting) if text)
    yield from {text for text in map(cards.act_label, Act) if text}
    for state, percent in product(SoundState, (0, 50)):
        yield cards.sound_notice(state, percent).text
    yield from (printer.label_format(page) for page in LabelFormat)
    yield from (cards.look_name(look) for look in LookChoice)
    yield from printer_texts()
    yield from (cards.table_notice(name, "T").text for name in ("", "Anna"))
    yield from (cards.work_notice(finishes_by_itself=so).text for so in (True, False))
    yield from (
        notice().text for notice in (cards.window_notice, cards.not_saved, cards.key_wanted)
    )
    yield from (cards.less_aloud("x"), cards.more_aloud("x"))
    yield from (
        text()
        for text in (
            cards.page_name,
            cards.key_field_hint,
            cards.listen_label,
            cards.packer_hint,
            cards.station_hint,
            cards.yes,
            cards.no,
        )
    )


def all_texts():
    return [*key_texts(), *shop_texts(), *scanner_texts(), *card_texts()]


def test_everything_is_said_whole_in_english(english):
    for text in all_texts():
        assert text
        assert not CYRILLIC.search(text), text
        assert not PLACEHOLDER.search(text), text


def test_everything_is_said_whole_in_russian(qapp):
    with speaking(Language.EN):
        english = all_texts()
    with speaking(Language.RU):
        russian = all_texts()
    for ours, theirs in zip(russian, english, strict=True):
        assert CYRILLIC.search(ours) or ours == theirs == "Ctrl+]", theirs
        assert not PLACEHOLDER.search(ours), ours


def test_every_state_of_the_key_has_a_sentence_of_its_own(english):
    told = [words.key_notice(report).text for report in REPORTS]
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("error", ERRORS)
def test_a_kept_key_that_cannot_be_checked_is_told_as_a_new_one_is(english, error):
    kept = words.key_notice(KeyUnchecked(KeyHome.KEYRING, None, error))
    assert kept == words.key_notice(KeyNotTaken(error))


def test_what_passes_by_itself_is_attention_and_the_rest_a_refusal(english):
    tones = [words.check_failed(error).tone for error in ERRORS]
    assert tones == [Tone.ATTENTION] * 5 + [Tone.REFUSED] * 4


def test_the_time_to_try_again_is_told_on_the_clock_of_the_wall(english):
    text = words.check_failed(MarketBusy(OPERATION, retry_at=AT)).text
    assert AT.astimezone().strftime("%H:%M") in text


def test_a_language_is_called_by_its_own_name(russian):
    assert [cards.language_name(one) for one in LanguageChoice] == ["Русский", "English"]


def test_a_gap_and_a_volume_have_their_units(english):
    assert (scanner.gap_shown(35), cards.volume_shown(80)) == ("35 ms", "80 %")


def test_names_of_keys_are_the_same_everywhere(russian):
    assert [scanner.suffix_choice(one) for one in (SuffixChoice.ENTER, SuffixChoice.TAB)] == [
        "Enter",
        "Tab",
    ]
    assert scanner.separator_choice(SeparatorChoice.F12) == "F12"
    assert scanner.separator_choice(SeparatorChoice.CURSOR_DOWN) == "↓"

"""The card of the scanner."""

from typing import assert_never

from packdesk.settings import SeparatorChoice, SuffixChoice
from packdesk.station.card_verdict import CardPassed
from packdesk.ui.icons import Sign
from packdesk.ui.setup.choices import Act, CardName, Setting
from packdesk.ui.setup.inputs import (
    CardAwaited,
    CardIdle,
    CardTold,
    SetupInputs,
    SheetFailed,
    SheetSaved,
)
from packdesk.ui.setup.props import Button, ButtonRow, CardProps, Choice, ChoiceRow, Row
from packdesk.ui.setup.step_row import step_row
from packdesk.ui.words import setup_scanner as words
from packdesk.ui.words.notice import Notice
from packdesk.ui.words.setup_cards import card_title


def scanner_card(inputs: SetupInputs) -> CardProps:
    """Whether the scanner is heard, and what the card has shown of it."""
    # The card's turn comes when the key works: two loud buttons would be none.
    is_main = isinstance(inputs.card, CardIdle) and inputs.in_use is not None
    scan = Button(Act.SCAN_CARD, words.scan_card(), is_main=is_main)
    button, is_awaited = scan, False
    details: tuple[str, ...] = ()
    match inputs.card:
        case CardIdle():
            notice = words.seen_notice(is_seen=inputs.has_scanned)
        case CardAwaited():
            notice = _awaited(inputs.card)
            button, is_awaited = Button(Act.DROP_CARD, words.drop_card()), True
        case CardTold(verdict):
            notice = words.verdict_notice(verdict)
            details = words.verdict_details(verdict)
            if isinstance(verdict, CardPassed) and verdict.habits.caps_lock:
                details = (*details, words.caps_harmless())
        case _:
            assert_never(inputs.card)
    return CardProps(
        CardName.SCANNER,
        Sign.SCANNER,
        card_title(CardName.SCANNER),
        notice,
        details + _sheet(inputs),
        _rows(inputs),
        button,
        is_next=is_awaited,
    )


def _awaited(card: CardAwaited) -> Notice:
    if card.is_noise:
        return words.noise_notice()
    return words.scan_the_card() if card.wrong is None else words.verdict_notice(card.wrong)


def _sheet(inputs: SetupInputs) -> tuple[str, ...]:
    match inputs.sheet:
        case None:
            return ()
        case SheetSaved(place):
            return (words.sheet_saved(str(place)),)
        case SheetFailed():
            return (words.sheet_failed(),)
        case _:
            assert_never(inputs.sheet)


def _rows(inputs: SetupInputs) -> tuple[Row, ...]:
    offers = ButtonRow(
        "",
        (
            Button(Act.SAVE_SHEET, words.save_sheet()),
            Button(Act.BY_HAND, words.by_hand()),
        ),
    )
    return (offers, *_fields(inputs)) if inputs.by_hand else (offers,)


def _fields(inputs: SetupInputs) -> tuple[Row, ...]:
    settings = inputs.settings
    return (
        step_row(
            settings, Setting.SCAN_GAP, words.gap_label(), words.gap_shown(settings.scan_gap_ms)
        ),
        ChoiceRow(
            Setting.SCAN_SUFFIX,
            words.suffix_label(),
            tuple(
                Choice(one, words.suffix_choice(one), is_on=one is settings.scan_suffix)
                for one in SuffixChoice
            ),
        ),
        ChoiceRow(
            Setting.SCAN_SEPARATOR,
            words.separator_label(),
            tuple(
                Choice(one, words.separator_choice(one), is_on=one is settings.scan_separator)
                for one in SeparatorChoice
            ),
        ),
    )

"""The cards of the key and of the shops."""

from packdesk.station.setup import (
    KeyAbsent,
    KeyBeingChecked,
    KeyBeingRead,
    KeyFlawed,
    KeyHome,
    KeyNotTaken,
    KeyringTrouble,
    KeyUnchecked,
    KeyUnfit,
    KeyWorks,
)
from packdesk.ui.icons import Sign
from packdesk.ui.setup.choices import Act, CardName
from packdesk.ui.setup.inputs import SetupInputs, chosen_shops
from packdesk.ui.setup.props import Button, ButtonRow, CardProps, KeyRow, Row, ShopRow
from packdesk.ui.words import setup as words
from packdesk.ui.words.notice import Tone
from packdesk.ui.words.setup_cards import act_label, card_title, key_field_hint

_MAY_PASS = frozenset({KeyringTrouble.LOCKED, KeyringTrouble.DISMISSED, KeyringTrouble.FAILED})
"""What a person can mend while the program runs."""


def wants_key(inputs: SetupInputs) -> bool:
    """Nothing can be packed before a key is given."""
    return inputs.in_use is None and not isinstance(inputs.key, KeyBeingRead)


def key_card(inputs: SetupInputs) -> CardProps:
    """How the key is; the field where one is wanted."""
    report = inputs.key
    details: tuple[str, ...] = ()
    match report:
        case KeyWorks(home, trouble, _, grant):
            told = (words.home_text(home, trouble), words.grant_text(grant))
            details = tuple(text for text in told if text)
        case KeyUnchecked(home, trouble):
            details = (words.home_text(home, trouble),)
        case KeyAbsent(trouble) if trouble is not None:
            details = (words.absent_text(trouble),)
        case _:
            pass
    return CardProps(
        CardName.KEY,
        Sign.KEY,
        card_title(CardName.KEY),
        words.key_notice(report),
        details,
        _key_rows(inputs),
        _key_button(inputs),
        is_next=wants_key(inputs),
    )


def _key_rows(inputs: SetupInputs) -> tuple[Row, ...]:
    report = inputs.key
    is_busy = isinstance(report, KeyBeingChecked)
    told_of_new = isinstance(report, KeyFlawed | KeyNotTaken | KeyUnfit)
    if not (inputs.is_changing or wants_key(inputs) or told_of_new):
        return ()
    field = KeyRow(key_field_hint(), act_label(Act.TRY_KEY), is_busy=is_busy)
    if inputs.in_use is None:
        return (field,)
    old = Button(Act.KEEP_OLD_KEY, act_label(Act.KEEP_OLD_KEY))
    forget = Button(Act.FORGET_KEY, act_label(Act.FORGET_KEY))
    return (field, ButtonRow("", (old, forget)))


def _key_button(inputs: SetupInputs) -> Button | None:
    """The one action where no key is being given."""
    if inputs.is_changing:
        return None
    match inputs.key:
        case KeyUnchecked():
            return Button(Act.CHECK_AGAIN, act_label(Act.CHECK_AGAIN), is_main=True)
        case KeyAbsent(trouble) if trouble in _MAY_PASS:
            return Button(Act.READ_AGAIN, act_label(Act.READ_AGAIN))
        case KeyWorks(home) if home is not KeyHome.GIVEN:
            return Button(Act.CHANGE_KEY, act_label(Act.CHANGE_KEY))
        case _:
            return None


def shops_card(inputs: SetupInputs) -> CardProps:
    """The shops that the key sees, each to be switched."""
    works = inputs.in_use if isinstance(inputs.in_use, KeyWorks) else None
    report = works or inputs.key
    shops = works.shops if works is not None else ()
    chosen = chosen_shops(inputs.settings, shops)
    rows = []
    for shop in shops:
        why = words.shop_closed(shop)
        is_on = shop.id in chosen
        # The last one stays: with none chosen there would be nothing to pack.
        can_switch = len(chosen) > 1 if is_on else not why
        rows.append(ShopRow(shop.id, words.shop_name(shop), why, is_on, can_switch))
    notice = words.shops_notice(report, len(chosen))
    return CardProps(
        CardName.SHOPS,
        Sign.MARKET,
        card_title(CardName.SHOPS),
        notice,
        rows=tuple(rows),
        is_next=notice.tone is Tone.REFUSED,
    )

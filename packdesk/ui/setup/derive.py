"""The cards of Setup, from what is known."""

from packdesk.domain.ids import CampaignId
from packdesk.settings import LanguageChoice, LookChoice
from packdesk.station.setup import KeyBeingChecked, KeyWorks
from packdesk.ui.icons import Sign
from packdesk.ui.setup.choices import Act, CardName, Setting
from packdesk.ui.setup.derive_key import key_card, shops_card, wants_key
from packdesk.ui.setup.derive_printer import labels_card
from packdesk.ui.setup.derive_scanner import scanner_card
from packdesk.ui.setup.inputs import SetupInputs, chosen_shops
from packdesk.ui.setup.props import (
    Button,
    ButtonRow,
    CardProps,
    Choice,
    ChoiceRow,
    SetupProps,
    TextRow,
)
from packdesk.ui.setup.step_row import step_row
from packdesk.ui.words import setup_cards as words
from packdesk.ui.words.external_id import template_notice
from packdesk.ui.words.setup import shop_name

PLAYS = (Act.PLAY_ACCEPTED, Act.PLAY_ATTENTION, Act.PLAY_REFUSED, Act.PLAY_COMPLETE)


def derive_setup_props(inputs: SetupInputs) -> SetupProps:
    """The page; in the first run the cards whose turn it is are marked."""
    makers = (
        key_card,
        shops_card,
        scanner_card,
        labels_card,
        _sounds,
        _window,
        _table,
        _work,
    )
    return SetupProps(
        cards=tuple(make(inputs) for make in makers),
        trouble=words.not_saved() if inputs.is_unsaved else None,
        # A key that the Market is asked about may be right: nobody need paste one.
        guide=words.key_wanted() if wants_key(inputs) and not _is_asked(inputs) else None,
        name=words.page_name(),
    )


def _is_asked(inputs: SetupInputs) -> bool:
    return isinstance(inputs.key, KeyBeingChecked)


def _sounds(inputs: SetupInputs) -> CardProps:
    percent = inputs.settings.sound_volume_percent
    plays = tuple(Button(act, words.act_label(act)) for act in PLAYS)
    return CardProps(
        CardName.SOUNDS,
        Sign.SOUND,
        words.card_title(CardName.SOUNDS),
        words.sound_notice(inputs.sound, percent),
        rows=(
            step_row(
                inputs.settings,
                Setting.VOLUME,
                words.setting_label(Setting.VOLUME),
                words.volume_shown(percent),
            ),
            ButtonRow(words.listen_label(), plays),
        ),
    )


def _window(inputs: SetupInputs) -> CardProps:
    settings = inputs.settings
    languages = tuple(
        Choice(one, words.language_name(one), is_on=one.value == inputs.language.value)
        for one in LanguageChoice
    )
    looks = tuple(
        Choice(one, words.look_name(one), is_on=one is settings.look) for one in LookChoice
    )
    return CardProps(
        CardName.WINDOW,
        Sign.LANGUAGE,
        words.card_title(CardName.WINDOW),
        words.window_notice(),
        rows=(
            ChoiceRow(Setting.LANGUAGE, words.setting_label(Setting.LANGUAGE), languages),
            ChoiceRow(Setting.LOOK, words.setting_label(Setting.LOOK), looks),
        ),
    )


def _table(inputs: SetupInputs) -> CardProps:
    settings = inputs.settings
    return CardProps(
        CardName.TABLE,
        Sign.PACKER,
        words.card_title(CardName.TABLE),
        words.table_notice(settings.packer, settings.station or inputs.computer),
        rows=(
            TextRow(
                Setting.PACKER,
                words.setting_label(Setting.PACKER),
                settings.packer,
                words.packer_hint(),
            ),
            TextRow(
                Setting.STATION,
                words.setting_label(Setting.STATION),
                settings.station,
                inputs.computer or words.station_hint(),
            ),
        ),
    )


def _work(inputs: SetupInputs) -> CardProps:
    settings = inputs.settings
    return CardProps(
        CardName.WORK,
        Sign.BENCH,
        words.card_title(CardName.WORK),
        words.work_notice(finishes_by_itself=settings.finish_by_itself),
        rows=(
            _yes_no(Setting.FINISH_BY_ITSELF, is_on=settings.finish_by_itself),
            _yes_no(Setting.READY_BY_HAND, is_on=settings.ready_by_hand),
            _yes_no(Setting.READY_FOR_DBS, is_on=settings.ready_for_dbs),
            _yes_no(Setting.DELIVERY_AFTER_TRACK, is_on=settings.delivery_after_track),
            *_templates(inputs),
        ),
    )


def _templates(inputs: SetupInputs) -> tuple[TextRow, ...]:
    """A row for each shop that is packed here; one for all while the shops are not known."""
    works, settings = inputs.in_use, inputs.settings
    label = words.setting_label(Setting.EXTERNAL_ID_TEMPLATE)
    if not isinstance(works, KeyWorks) or not works.shops:
        return (_template(label, settings.external_id_template, None),)
    chosen = chosen_shops(settings, works.shops) or tuple(shop.id for shop in works.shops)
    shops = [shop for shop in works.shops if shop.id in chosen]
    if len(shops) > 1:
        return tuple(
            _template(words.template_label(shop_name(one)), settings.template_of(one.id), one.id)
            for one in shops
        )
    return (_template(label, settings.template_of(shops[0].id), shops[0].id),)


def _template(label: str, template: str, shop: CampaignId | None) -> TextRow:
    return TextRow(
        Setting.EXTERNAL_ID_TEMPLATE,
        label,
        template,
        "{date}-{number}",
        template_notice(template),
        shop,
    )


def _yes_no(setting: Setting, *, is_on: bool) -> ChoiceRow:
    yes, no = Choice(True, words.yes(), is_on=is_on), Choice(False, words.no(), is_on=not is_on)
    return ChoiceRow(setting, words.setting_label(setting), (yes, no))

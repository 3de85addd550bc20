"""The words of Setup's cards: headings, labels, buttons."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.settings import LanguageChoice, LookChoice
from packdesk.ui.setup.choices import Act, CardName, Setting
from packdesk.ui.sounds import SoundState
from packdesk.ui.words import setup_printer as printer
from packdesk.ui.words.notice import Notice, Tone


def page_name() -> str:
    """For screen readers."""
    return QCoreApplication.translate("SetupCards", "Setup of this workplace")


def card_title(card: CardName) -> str:
    """The heading of a card."""
    match card:
        case CardName.KEY:
            return QCoreApplication.translate("SetupCards", "Key of the shop")
        case CardName.SHOPS:
            return QCoreApplication.translate("SetupCards", "Shops")
        case CardName.SCANNER:
            return QCoreApplication.translate("SetupCards", "Scanner")
        case CardName.LABELS:
            return QCoreApplication.translate("SetupCards", "Labels")
        case CardName.SOUNDS:
            return QCoreApplication.translate("SetupCards", "Sounds")
        case CardName.WINDOW:
            return QCoreApplication.translate("SetupCards", "Window")
        case CardName.TABLE:
            return QCoreApplication.translate("SetupCards", "Packer and table")
        case CardName.WORK:
            return QCoreApplication.translate("SetupCards", "How to work")
        case _:
            assert_never(card)


def setting_label(setting: Setting) -> str:
    """The label before a setting; empty where the card's heading says it."""
    match setting:
        case Setting.LANGUAGE:
            return QCoreApplication.translate("SetupCards", "Language")
        case Setting.LOOK:
            return QCoreApplication.translate("SetupCards", "Colours")
        case Setting.STATION:
            return QCoreApplication.translate("SetupCards", "Name of the table")
        case Setting.PACKER:
            return QCoreApplication.translate("SetupCards", "Who packs")
        case (
            Setting.PRINTER
            | Setting.PRINTER_NAME
            | Setting.PRINTER_ADDRESS
            | Setting.PRINTER_LANGUAGE
            | Setting.PRINTER_DPI
            | Setting.LABEL_FORMAT
            | Setting.LABEL_SOURCE
            | Setting.SCAN_LABELS
        ):
            return printer.printer_setting(setting)
        case Setting.FINISH_BY_ITSELF:
            return QCoreApplication.translate("SetupCards", "Finish a complete order by itself")
        case Setting.READY_BY_HAND:
            return QCoreApplication.translate(
                "SetupCards", "Set FBS orders ready only with their shipment"
            )
        case Setting.READY_FOR_DBS:
            return QCoreApplication.translate("SetupCards", "Set DBS orders ready to ship, too")
        case Setting.DELIVERY_AFTER_TRACK:
            return QCoreApplication.translate(
                "SetupCards", "DBS: set “delivery” after the track number"
            )
        case Setting.EXTERNAL_ID_TEMPLATE:
            return QCoreApplication.translate("SetupCards", "Give external numbers by itself")
        case Setting.VOLUME:
            return QCoreApplication.translate("SetupCards", "Volume")
        case Setting.SCAN_GAP | Setting.SCAN_SUFFIX | Setting.SCAN_SEPARATOR:
            return ""
        case _:
            assert_never(setting)


def template_label(shop: str) -> str:
    """The label of a shop's template for external numbers, where there are several shops."""
    return QCoreApplication.translate("SetupCards", "External numbers: {shop}").format(shop=shop)


def act_label(act: Act) -> str:
    """The label of a button."""
    match act:
        case Act.TRY_KEY:
            return QCoreApplication.translate("SetupCards", "Check the key")
        case Act.CHECK_AGAIN | Act.READ_AGAIN:
            return QCoreApplication.translate("SetupCards", "Try again")
        case Act.CHANGE_KEY:
            return QCoreApplication.translate("SetupCards", "Change the key")
        case Act.KEEP_OLD_KEY:
            return QCoreApplication.translate("SetupCards", "Keep the old one")
        case Act.FORGET_KEY:
            return QCoreApplication.translate("SetupCards", "Forget the key")
        case Act.PRINT_TRIAL:
            return printer.print_trial()
        case Act.LOOK_FOR_PRINTERS:
            return printer.look_for_printers()
        case Act.PLAY_ACCEPTED:
            return QCoreApplication.translate("SetupCards", "Accepted")
        case Act.PLAY_ATTENTION:
            return QCoreApplication.translate("SetupCards", "Attention")
        case Act.PLAY_REFUSED:
            return QCoreApplication.translate("SetupCards", "Refused")
        case Act.PLAY_COMPLETE:
            return QCoreApplication.translate("SetupCards", "Order complete")
        case Act.SCAN_CARD | Act.DROP_CARD | Act.SAVE_SHEET | Act.BY_HAND:
            return ""
        case _:
            assert_never(act)


def key_field_hint() -> str:
    """In the empty field."""
    return QCoreApplication.translate("SetupCards", "Paste the key: ACMA:…")


def listen_label() -> str:
    """Before the four test buttons."""
    return QCoreApplication.translate("SetupCards", "Listen")


def sound_notice(state: SoundState, volume_percent: int) -> Notice:
    """Whether sounds are heard."""
    match state:
        case SoundState.NO_DEVICE:
            return Notice(
                QCoreApplication.translate(
                    "SetupCards", "This computer has no loudspeaker. Look at the colours instead"
                ),
                Tone.ATTENTION,
            )
        case SoundState.NO_FILES:
            return Notice(
                QCoreApplication.translate(
                    "SetupCards", "The sound files are missing. Install PackDesk again"
                ),
                Tone.ATTENTION,
            )
        case (
            SoundState.READY | SoundState.STARTING | SoundState.NOT_STARTED | SoundState.STOPPED
        ) if volume_percent == 0:
            return Notice(
                QCoreApplication.translate("SetupCards", "The sounds are off"), Tone.ATTENTION
            )
        case SoundState.READY | SoundState.STARTING | SoundState.NOT_STARTED | SoundState.STOPPED:
            return Notice(
                QCoreApplication.translate("SetupCards", "Four sounds tell you the answer"),
                Tone.CALM,
            )
        case _:
            assert_never(state)


def volume_shown(percent: int) -> str:
    """The value of the volume."""
    return QCoreApplication.translate("SetupCards", "{percent} %").format(percent=percent)


def less_aloud(label: str) -> str:
    """The button that makes a value smaller, for screen readers."""
    return QCoreApplication.translate("SetupCards", "{what}: less").format(what=label)


def more_aloud(label: str) -> str:
    """The button that makes a value larger, for screen readers."""
    return QCoreApplication.translate("SetupCards", "{what}: more").format(what=label)


def window_notice() -> Notice:
    """About language and colours."""
    return Notice(
        QCoreApplication.translate("SetupCards", "Language and colours change at once"), Tone.CALM
    )


def language_name(language: LanguageChoice) -> str:
    """A language by its own name, so that anybody finds theirs."""
    match language:
        case LanguageChoice.RU:
            return "Русский"
        case LanguageChoice.EN:
            return "English"
        case _:
            assert_never(language)


def look_name(look: LookChoice) -> str:
    """A look."""
    match look:
        case LookChoice.SYSTEM:
            return QCoreApplication.translate("SetupCards", "As the system")
        case LookChoice.LIGHT:
            return QCoreApplication.translate("SetupCards", "Light")
        case LookChoice.DARK:
            return QCoreApplication.translate("SetupCards", "Dark")
        case _:
            assert_never(look)


def table_notice(packer: str, station: str) -> Notice:
    """Whether it is known who packs where."""
    if packer and station:
        text = QCoreApplication.translate("SetupCards", "{packer} packs at “{station}”")
        return Notice(text.format(packer=packer, station=station), Tone.CALM)
    return Notice(
        QCoreApplication.translate(
            "SetupCards", "The names stand beside every step in the journal"
        ),
        Tone.CALM,
    )


def packer_hint() -> str:
    """In the empty field."""
    return QCoreApplication.translate("SetupCards", "Your name")


def station_hint() -> str:
    """In the empty field."""
    return QCoreApplication.translate("SetupCards", "The name of this computer")


def work_notice(*, finishes_by_itself: bool) -> Notice:
    """What happens when an order is complete."""
    if finishes_by_itself:
        text = QCoreApplication.translate(
            "SetupCards", "A complete order is sent and its labels are printed"
        )
    else:
        text = QCoreApplication.translate(
            "SetupCards", "A complete order waits for “Finish” before it is sent"
        )
    return Notice(text, Tone.CALM)


def yes() -> str:
    """A choice."""
    return QCoreApplication.translate("SetupCards", "Yes")


def no() -> str:
    """A choice."""
    return QCoreApplication.translate("SetupCards", "No")


def not_saved() -> Notice:
    """The settings hold until the program ends."""
    return Notice(
        QCoreApplication.translate(
            "SetupCards",
            "The settings could not be saved and hold until PackDesk is closed. Check the disk",
        ),
        Tone.REFUSED,
    )


def key_first() -> Notice:
    """What is told wherever something is tried that needs the key."""
    return Notice(
        QCoreApplication.translate("SetupCards", "Paste the shop's key first (F10)"),
        Tone.ATTENTION,
    )


def key_wanted() -> Notice:
    """What the band says in the first run."""
    return Notice(
        QCoreApplication.translate("SetupCards", "Paste the shop's key to begin"), Tone.CALM
    )

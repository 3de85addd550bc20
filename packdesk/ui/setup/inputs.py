"""What Setup knows."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from packdesk.domain.ids import CampaignId
from packdesk.settings import Settings
from packdesk.station.card_verdict import CardVerdict
from packdesk.station.ports import Campaign
from packdesk.station.setup import KeyBeingRead, KeyUnchecked, KeyWorks, SetupReport
from packdesk.ui.i18n import Language
from packdesk.ui.setup.printers import Trial
from packdesk.ui.sounds import SoundState
from packdesk.ui.words.setup import shop_closed


@dataclass(frozen=True, slots=True)
class CardIdle:
    """The scanner card has not been scanned since the start."""


@dataclass(frozen=True, slots=True)
class CardAwaited:
    """The next scan is the card's; ``wrong`` tells what came instead, None for nothing yet."""

    wrong: CardVerdict | None = None
    is_noise: bool = False


@dataclass(frozen=True, slots=True)
class CardTold:
    """The card was read."""

    verdict: CardVerdict


CardStep: TypeAlias = CardIdle | CardAwaited | CardTold


@dataclass(frozen=True, slots=True)
class SheetSaved:
    """The sheet with the card lies here."""

    place: Path


@dataclass(frozen=True, slots=True)
class SheetFailed:
    """The sheet could not be written."""


KeyInUse: TypeAlias = KeyWorks | KeyUnchecked | None


@dataclass(frozen=True, slots=True)
class SetupInputs:
    """Everything that the page is derived from.

    Attributes:
        settings: As they are now.
        language: What the window speaks.
        key: The last that was told of a key.
        in_use: The last that was told of the key that is worked with.
        is_changing: A person wants to give another key.
        has_scanned: A scan has come since the start.
        card: How far reading the scanner card is.
        by_hand: The fields of the scanner profile are shown.
        sheet: What became of the sheet that was asked for.
        sound: Whether sounds are heard.
        printer: The folder for labels, in words; empty where there is none.
        printers: The printers of the system; None where they were not asked for.
        trial: How the last test label went.
        computer: What the table is called without a name of its own.
        is_unsaved: The settings could not be written.
    """

    settings: Settings
    language: Language
    key: SetupReport = field(default_factory=KeyBeingRead)
    in_use: KeyInUse = None
    is_changing: bool = False
    has_scanned: bool = False
    card: CardStep = field(default_factory=CardIdle)
    by_hand: bool = False
    sheet: SheetSaved | SheetFailed | None = None
    sound: SoundState = SoundState.NOT_STARTED
    printer: str = ""
    printers: tuple[str, ...] | None = None
    trial: Trial = None
    computer: str = ""
    is_unsaved: bool = False


def open_shops(shops: tuple[Campaign, ...]) -> tuple[CampaignId, ...]:
    """The shops whose orders can be packed here."""
    return tuple(shop.id for shop in shops if not shop_closed(shop))


def chosen_shops(settings: Settings, shops: tuple[Campaign, ...]) -> tuple[CampaignId, ...]:
    """The shops that are packed here: those chosen, else all that can be."""
    chosen = tuple(shop.id for shop in shops if shop.id in settings.campaigns)
    return chosen or open_shops(shops)

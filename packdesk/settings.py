"""The settings of this workplace: each declared once with its type, default and meaning.

Secrets are not settings: the key of the shop never stands in this file.
"""

import json
import os
import secrets
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from packdesk.domain.ids import CampaignId
from packdesk.domain.labels import LabelFormat

FILE = "settings.json"


class SettingsInvalid(Exception):
    """The settings file cannot be used as it stands; it is left as it is.

    Attributes:
        place: The file.
        reason: What is wrong, in the words of the reader.
    """

    def __init__(self, place: Path, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place = place
        self.reason = reason


class LanguageChoice(StrEnum):
    """The languages of the window."""

    RU = "ru"
    EN = "en"


class LookChoice(StrEnum):
    """Light or dark, or what the system is set to at the moment."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class SuffixChoice(StrEnum):
    """The key by which a scanner ends a scan."""

    ENTER_OR_TAB = "enter_or_tab"
    ENTER = "enter"
    TAB = "tab"
    NONE = "none"


class SeparatorChoice(StrEnum):
    """The key that a scanner sends for GS, where it is not one of the usual."""

    USUAL = "usual"
    F12 = "f12"
    CURSOR_DOWN = "cursor_down"


class PrinterChoice(StrEnum):
    """Where labels go: into a folder, to a printer of the system, to one on the network."""

    FOLDER = "folder"
    SYSTEM = "system"
    NETWORK = "network"


class LanguageOfPrinter(StrEnum):
    """What a printer on the network understands."""

    TSPL = "tspl"
    ZPL = "zpl"
    PDF = "pdf"


class LabelSource(StrEnum):
    """Whose labels are printed: the Market's PDF, or our own from the Market's data."""

    MARKET = "market"
    OWN = "own"


class Settings(BaseModel):
    """What a person may choose. Frozen: a change makes another with ``changed``."""

    model_config = ConfigDict(frozen=True, extra="ignore", allow_inf_nan=False)

    language: LanguageChoice = Field(default=LanguageChoice.RU, title="Language of the window")
    look: LookChoice = Field(default=LookChoice.SYSTEM, title="Light or dark colours")
    station: str = Field(default="", max_length=60, title="Name of this table")
    packer: str = Field(default="", max_length=60, title="Who packs")
    campaigns: tuple[CampaignId, ...] = Field(
        default=(), title="Shops whose orders are packed here; empty: all that can be"
    )
    label_format: LabelFormat = Field(default=LabelFormat.A7, title="Label paper")
    label_source: LabelSource = Field(default=LabelSource.MARKET, title="Whose labels are printed")
    printer: PrinterChoice = Field(default=PrinterChoice.FOLDER, title="Where labels go")
    printer_name: str = Field(default="", max_length=250, title="The printer's name in the system")
    printer_address: str = Field(
        default="", max_length=60, title="The printer on the network, as host or host:port"
    )
    printer_language: LanguageOfPrinter = Field(
        default=LanguageOfPrinter.TSPL, title="What the printer on the network understands"
    )
    printer_dpi: Literal[203, 300, 600] = Field(
        default=203, title="Dots an inch of the printer on the network"
    )
    finish_by_itself: bool = Field(default=True, title="Confirm a complete order without a key")
    ready_for_dbs: bool = Field(default=False, title="Set DBS orders ready to ship, too")
    external_id_template: str = Field(
        default="",
        max_length=80,
        title="The external number of an order, made of {number} and {date}; empty: none is given",
    )
    external_id_templates: dict[CampaignId, Annotated[str, Field(max_length=80)]] = Field(
        default_factory=dict, title="The same for shops that have another one than all"
    )
    delivery_after_track: bool = Field(
        default=False, title="DBS: set DELIVERY after the track number"
    )
    scan_labels: bool = Field(
        default=False, title="Scan each label where it sticks before an order is ready to ship"
    )
    ready_by_hand: bool = Field(
        default=False, title="Set the FBS orders of a shipment ready in one go, not one by one"
    )
    scan_gap_ms: int = Field(
        default=35, ge=5, le=120, title="Keys further apart than this are typing"
    )
    scan_suffix: SuffixChoice = Field(default=SuffixChoice.ENTER_OR_TAB, title="What ends a scan")
    scan_separator: SeparatorChoice = Field(
        default=SeparatorChoice.USUAL, title="The scanner's key for the separator"
    )
    caps_lock_proved_harmless: bool = Field(
        default=False, title="The scanner card was read rightly with Caps Lock on"
    )
    sound_volume_percent: int = Field(default=100, ge=0, le=100, title="How loud sounds are")

    def template_of(self, shop: CampaignId) -> str:
        """What makes the external numbers of a shop's orders; empty: none are given."""
        return self.external_id_templates.get(shop, self.external_id_template)

    def changed(self, **values: object) -> "Settings":
        """The settings with other values, checked as if they were read.

        Raises:
            ValidationError: a value is outside its range.
        """
        chosen = {name: getattr(self, name) for name in self.model_fields_set}
        return Settings.model_validate(chosen | values)


def data_folder(name: str) -> Path:
    """The system's own place for the data of a program of this name."""
    return Path(platformdirs.user_data_dir(name, appauthor=False))


def load(folder: Path) -> Settings:
    """The settings kept in a data folder; the defaults where there are none.

    Raises:
        SettingsInvalid: the file is there and cannot be read or holds a wrong value.
    """
    place = folder / FILE
    try:
        # Editors of Windows put a byte order mark before the text.
        text = place.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsInvalid(place, str(error)) from error
    try:
        return Settings.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = ".".join(str(step) for step in first["loc"])
        raise SettingsInvalid(place, f"{where}: {first['msg']}".removeprefix(": ")) from error


def save(folder: Path, settings: Settings) -> None:
    """Keep settings whole: a crash while writing leaves the old ones.

    Raises:
        OSError: the folder cannot be written; what was kept before still is.
    """
    folder.mkdir(parents=True, exist_ok=True)
    # What nobody has chosen is not written: a better default of a later version then holds.
    chosen = settings.model_dump(mode="json", exclude_unset=True)
    draft = folder / f"{FILE}.{secrets.token_hex(4)}.tmp"
    try:
        with draft.open("x", encoding="utf-8") as file:
            json.dump(chosen, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(folder / FILE)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise

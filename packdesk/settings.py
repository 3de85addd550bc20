"""The settings of this workplace: each declared once with its type, default and meaning.

Secrets are not settings: the key of the shop never stands in this file.
"""

import json
import os
from pathlib import Path

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError

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


class Settings(BaseModel):
    """What a person may choose."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    language: str = Field(default="ru", pattern="^(ru|en)$", title="Language of the window")
    dark: bool = Field(default=False, title="Dark colours")
    station: str = Field(default="", max_length=60, title="Name of this table")
    packer: str = Field(default="", max_length=60, title="Who packs")
    label_format: LabelFormat = Field(default=LabelFormat.A7, title="Label paper")
    finish_by_itself: bool = Field(default=True, title="Confirm a complete order without a key")
    ready_for_dbs: bool = Field(default=False, title="Set DBS orders ready to ship, too")


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
        text = place.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsInvalid(place, str(error)) from error
    try:
        return Settings.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        raise SettingsInvalid(place, f"{where}: {first['msg']}".removeprefix(": ")) from error


def save(folder: Path, settings: Settings) -> None:
    """Keep settings whole: a crash while writing leaves the old ones.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / f"{FILE}.new"
    draft.write_text(
        json.dumps(settings.model_dump(mode="json"), ensure_ascii=False, indent=1), encoding="utf-8"
    )
    os.replace(draft, folder / FILE)  # noqa: PTH105 - Path.replace says nothing of atomicity

"""The tokens of the look: every colour, type size and space that the program uses."""

from dataclasses import dataclass
from enum import IntEnum


class TypeSize(IntEnum):
    """The type scale, in device-independent pixels."""

    BODY = 16
    NAME = 20
    TITLE = 24
    NUMBER = 32
    SENTENCE = 40
    FIGURE = 56


class Space(IntEnum):
    """The spacing scale, in device-independent pixels."""

    HAIR = 4
    TIGHT = 8
    SNUG = 12
    BASE = 16
    WIDE = 24
    LARGE = 32
    HUGE = 48


RADIUS_CARD = 10
RADIUS_BUTTON = 8
TOUCH = 44
"""The least height of anything that is tapped."""
MAIN_BUTTON = 76
"""Height of a main button: 20 mm for a gloved finger."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """One look's colours."""

    ground: str
    surface: str
    raised: str
    text: str
    quiet: str
    line: str
    accent: str
    on_accent: str
    accent_ground: str
    accepted: str
    accepted_ground: str
    attention: str
    attention_ground: str
    refused: str
    refused_ground: str


LIGHT = Tokens(
    ground="#F4F6F8",
    surface="#FFFFFF",
    raised="#FFFFFF",
    text="#15191E",
    quiet="#55606C",
    line="#D5DBE2",
    accent="#1D5BD6",
    on_accent="#FFFFFF",
    accent_ground="#E6EEFC",
    accepted="#17703F",
    accepted_ground="#E4F5EB",
    attention="#8F4B00",
    attention_ground="#FFF1D9",
    refused="#B3261E",
    refused_ground="#FDE7E6",
)
DARK = Tokens(
    ground="#14171B",
    surface="#1D2126",
    raised="#262B32",
    text="#EEF1F4",
    quiet="#A9B3BE",
    line="#39414B",
    accent="#8AB4FF",
    on_accent="#14171B",
    accent_ground="#1C2B45",
    accepted="#5FD39A",
    accepted_ground="#15301F",
    attention="#FFC266",
    attention_ground="#3A2A10",
    refused="#FF8F86",
    refused_ground="#3B1715",
)

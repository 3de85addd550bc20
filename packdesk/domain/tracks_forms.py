"""The forms of track numbers and the carriers that give them, as data.

Only UPU S10 and the domestic numbers of Russian Post have a published rule with a check digit;
what is known of CDEK and DPD is a length, and of Boxberry nothing.
"""

import re
from dataclasses import dataclass
from enum import Enum


class Carrier(Enum):
    """A carrier whose name or numbers can be told."""

    RUSSIAN_POST = "Russian Post"
    CDEK = "CDEK"
    BOXBERRY = "Boxberry"
    DPD = "DPD"


class TrackForm(Enum):
    """What a track number looks like."""

    S10 = "two letters, nine digits, two letters (UPU S10)"
    RUSSIAN_POST = "14 digits of Russian Post"
    CDEK = "10, 11 or 14 digits of CDEK"
    DPD = "10 or 14 digits of DPD"
    DPD_LETTER = "14 digits and a letter of DPD"


class Check(Enum):
    """What the last digit of a form proves."""

    S10 = "UPU S10"
    MOD_10 = "weights 3 and 1, as in a GTIN"
    NONE = "nothing"


@dataclass(frozen=True, slots=True)
class FormRule:
    """One form; ``carrier`` is None where several carriers give such numbers."""

    form: TrackForm
    pattern: re.Pattern[str]
    check: Check
    carrier: Carrier | None


FORM_RULES = (
    FormRule(TrackForm.S10, re.compile("[A-Z]{2}[0-9]{9}RU"), Check.S10, Carrier.RUSSIAN_POST),
    FormRule(TrackForm.S10, re.compile("[A-Z]{2}[0-9]{9}[A-Z]{2}"), Check.S10, None),
    FormRule(TrackForm.RUSSIAN_POST, re.compile("[0-9]{14}"), Check.MOD_10, Carrier.RUSSIAN_POST),
    FormRule(TrackForm.CDEK, re.compile("[0-9]{10}|[0-9]{11}|[0-9]{14}"), Check.NONE, Carrier.CDEK),
    FormRule(TrackForm.DPD, re.compile("[0-9]{10}|[0-9]{14}"), Check.NONE, Carrier.DPD),
    FormRule(TrackForm.DPD_LETTER, re.compile("[0-9]{14}[A-Z]"), Check.NONE, Carrier.DPD),
)

CARRIER_NAMES = (
    (Carrier.RUSSIAN_POST, ("почта россии", "почта рф", "russian post", "russianpost", "pochta")),
    (Carrier.CDEK, ("сдэк", "сдек", "cdek", "sdek")),
    (Carrier.BOXBERRY, ("boxberry", "боксберри")),
    (Carrier.DPD, ("dpd", "дпд")),
)
"""How the services of the Market, and people, call them; casefolded."""

_APART = re.compile(r"[^\w]+")


def folded(name: str) -> str:
    """A name as it is compared: no case, no punctuation, single blanks."""
    return _APART.sub(" ", name.casefold()).strip()


def carrier_of(name: str) -> Carrier | None:
    """The carrier that a service's name names; None for others."""
    padded = f" {folded(name)} "
    for carrier, names in CARRIER_NAMES:
        if any(f" {one}" in padded for one in names):
            return carrier
    return None

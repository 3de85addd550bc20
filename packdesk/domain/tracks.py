"""Track numbers at the hand-over: tidied, warned about, and whose they may be. Never blocked."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol, TypeVar

from packdesk.domain.barcodes import PARCEL
from packdesk.domain.codes import GS, Channel, Slot, gtin14, judge
from packdesk.domain.codes.barcode import has_valid_check_digit
from packdesk.domain.codes.track import is_valid_s10
from packdesk.domain.tracks_forms import (
    FORM_RULES,
    Carrier,
    Check,
    TrackForm,
    carrier_of,
    folded,
)

LONGEST = 100
"""The Market tells no limit; more than this is no track number."""
SHORTEST = 5
_BARCODE_LENGTHS = frozenset({8, 12, 13})
"""14 digits are as good a number of Russian Post: both have the same check digit."""
_SPACES = " \t\r\n\xa0\ufeff\u200b"
_GS1_SERIAL = 16
_CYRILLIC = re.compile("[А-Яа-яЁё]")


class TrackWarning(Enum):
    """Why a text may not be the track number it is taken for."""

    CHECK_DIGIT = "the check digit is wrong"
    NOT_ASCII = "characters that no carrier uses"
    LOOK_ALIKES = "Cyrillic letters that look like Latin ones"
    TOO_LONG = "longer than any track number"
    TOO_SHORT = "shorter than any track number"
    OUR_PARCEL = "looks like the number of an order or a parcel"
    BARCODE = "a product barcode"
    MARKING_CODE = "a marking code"
    LINK = "a web address"
    STRANGE = "not of the kind that carriers give"
    OTHER_CARRIER = "of the kind that another carrier gives"


_ON_GOODS = frozenset({TrackWarning.BARCODE, TrackWarning.MARKING_CODE, TrackWarning.LINK})


@dataclass(frozen=True, slots=True)
class TrackNumber:
    """A track number as it will be sent.

    ``forms`` are those that it has, checked ones with a right check digit only; ``suggestion`` is
    the Latin text that Cyrillic letters probably stand for: shown, never applied.
    """

    text: str
    forms: tuple[TrackForm, ...] = ()
    warnings: tuple[TrackWarning, ...] = ()
    suggestion: str | None = None

    @property
    def is_sure(self) -> bool:
        """Whether the form alone proves that it is a track number and nothing else."""
        proven = {TrackForm.S10, TrackForm.RUSSIAN_POST, TrackForm.DPD_LETTER}
        return not self.warnings and not proven.isdisjoint(self.forms)

    @property
    def is_something_else(self) -> bool:
        """Whether it is no track number as good as surely: it lies on goods, or names a parcel."""
        return self.is_label or not _ON_GOODS.isdisjoint(self.warnings)

    @property
    def is_label(self) -> bool:
        """Whether it is made as the numbers of orders and their parcels are."""
        return TrackWarning.OUR_PARCEL in self.warnings

    @property
    def key(self) -> str:
        """By which equal numbers are found, however they were written."""
        return track_key(self.text)


def track_key(text: str) -> str:
    """A number as it is compared: without blanks and dashes, in capitals."""
    return "".join(char for char in text if char not in " -\xa0").upper()


def _is_nobodys(_: str) -> bool:
    return False


def read_track(
    raw: str,
    channel: Channel = Channel.SCANNER,
    carrier: Carrier | None = None,
    is_ours: Callable[[str], bool] = _is_nobodys,
) -> TrackNumber:
    """A text where a track number is due; never fails.

    Args:
        raw: As scanned, typed or pasted.
        channel: How it came.
        carrier: Who carries the parcel, where that is known: another one's rule does not count.
        is_ours: Whether a text is an order's number, or is made as those are.
    """
    verdict = judge(raw.strip(_SPACES), Slot.TRACK, channel)
    text = (verdict.normalized or verdict.text).strip(_SPACES)
    suggestion = verdict.suggestion
    found = []
    if text.isascii() and not raw.isascii() and _CYRILLIC.search(raw) and not is_valid_s10(text):
        # Typed under the Russian layout, it seems; only a check digit proves it.
        text, suggestion = raw.strip(_SPACES), text
    if verdict.suggestion is not None:
        found.append(TrackWarning.LOOK_ALIKES)
    elif not text.isascii():
        found.append(TrackWarning.NOT_ASCII)
    if len(text) > LONGEST:
        found.append(TrackWarning.TOO_LONG)
    elif len(text) < SHORTEST:
        found.append(TrackWarning.TOO_SHORT)
    if is_ours(text) or PARCEL.match(text):
        found.append(TrackWarning.OUR_PARCEL)
    found += _foreign(text)
    forms = _forms(text)
    if not found:
        if _fails_check(text, forms, carrier):
            found.append(TrackWarning.CHECK_DIGIT)
        elif _is_anothers(text, forms, carrier):
            found.append(TrackWarning.OTHER_CARRIER)
        elif not forms and not _is_plain(text):
            found.append(TrackWarning.STRANGE)
    return TrackNumber(text, forms, tuple(found), suggestion)


def _foreign(text: str) -> list[TrackWarning]:
    if "://" in text:
        return [TrackWarning.LINK]
    if GS in text or (text[:2] == "01" and text[2:_GS1_SERIAL].isdigit() and text[16:18] == "21"):
        return [TrackWarning.MARKING_CODE]
    if len(text) in _BARCODE_LENGTHS and gtin14(text) is not None:
        return [TrackWarning.BARCODE]
    return []


def _is_plain(text: str) -> bool:
    return text.isascii() and all(char.isalnum() or char in "/_.- " for char in text)


def _forms(text: str) -> tuple[TrackForm, ...]:
    forms = [r.form for r in FORM_RULES if r.pattern.fullmatch(text) and _passes(r.check, text)]
    return tuple(dict.fromkeys(forms))


def _passes(check: Check, text: str) -> bool:
    match check:
        case Check.S10:
            return is_valid_s10(text)
        case Check.MOD_10:
            return has_valid_check_digit(text)
        case Check.NONE:
            return True


def _fails_check(text: str, forms: tuple[TrackForm, ...], carrier: Carrier | None) -> bool:
    """Whether a form fits but for its check digit, and no other carrier explains the number."""
    failed = [
        rule
        for rule in FORM_RULES
        if rule.form not in forms and rule.check is not Check.NONE and rule.pattern.fullmatch(text)
    ]
    if not failed:
        return False
    explained = carrier is not None and carrier not in {rule.carrier for rule in failed}
    return not (explained and failed[0].form is not TrackForm.S10)


def _is_anothers(text: str, forms: tuple[TrackForm, ...], carrier: Carrier | None) -> bool:
    """Whether its forms are those of other carriers alone.

    Of a carrier whose own numbers nobody has published only a check digit tells.
    """
    fitting = [rule for rule in FORM_RULES if rule.form in forms and rule.pattern.fullmatch(text)]
    if all(rule.carrier is not carrier for rule in FORM_RULES):
        fitting = [rule for rule in fitting if rule.check is not Check.NONE]
    givers = {rule.carrier for rule in fitting} - {None}
    return carrier is not None and bool(givers) and carrier not in givers


class Service(Protocol):
    """A delivery service of the Market's list."""

    @property
    def name(self) -> str:
        """As the Market calls it."""


S = TypeVar("S", bound=Service)


def carriers_of(track: TrackNumber) -> tuple[Carrier, ...]:
    """Who may have given the number: one alone where a check digit tells."""
    fitting = [
        rule
        for rule in FORM_RULES
        if rule.form in track.forms and rule.pattern.fullmatch(track.text) and rule.carrier
    ]
    checked = [rule for rule in fitting if rule.check is not Check.NONE]
    return tuple(dict.fromkeys(r.carrier for r in checked or fitting if r.carrier is not None))


def likely_services(track: TrackNumber, services: Iterable[S]) -> tuple[S, ...]:
    """The services of those who may have given the number, the plainest name first."""
    carriers = carriers_of(track)
    found = [one for one in services if carrier_of(one.name) in carriers]
    return tuple(sorted(found, key=lambda one: len(one.name)))


def guessed_service(track: TrackNumber, services: Iterable[S]) -> S | None:
    """The one service that the number's form points to; None where it may be several."""
    likely = likely_services(track, services)
    if len({carrier_of(one.name) for one in likely}) != 1:
        return None
    return likely[0] if len(likely) == 1 or _is_bare(likely) else None


def _is_bare(likely: tuple[Service, ...]) -> bool:
    """Whether the first is the carrier itself and the others are special offers of it."""
    first = folded(likely[0].name)
    return all(folded(one.name) != first and first in folded(one.name) for one in likely[1:])


def named_service(text: str, services: Iterable[S]) -> S | None:
    """The service that a person wrote: its name, or a carrier's name that only one has."""
    every = tuple(services)
    wanted = folded(text)
    if not wanted:
        return None
    same = [one for one in every if folded(one.name) == wanted]
    if not same:
        carrier = carrier_of(text)
        same = [one for one in every if carrier is not None and carrier_of(one.name) is carrier]
        same.sort(key=lambda one: len(one.name))
    if not same:
        return None
    return same[0] if len(same) == 1 or _is_bare(tuple(same)) else None

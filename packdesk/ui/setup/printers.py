"""The printers as Setup sees them, and how its test label went."""

from dataclasses import dataclass
from typing import Protocol, TypeAlias

from packdesk.domain.labels import LabelFormat
from packdesk.station.errors import PackdeskError


class PrinterDoor(Protocol):
    """The printers of this table. Both wait; print lane."""

    def names(self) -> tuple[str, ...]:
        """The printers of the system, in its own order."""

    def print_trial(self, page: LabelFormat, words: str) -> None:
        """Print a test label on the chosen printer; may raise `PackdeskError`."""


@dataclass(frozen=True, slots=True)
class TrialUnderWay:
    """The test label is being printed."""


@dataclass(frozen=True, slots=True)
class TrialPrinted:
    """The printer has taken the test label."""


@dataclass(frozen=True, slots=True)
class TrialFailed:
    """It was not printed, or that is not known."""

    error: PackdeskError


Trial: TypeAlias = TrialUnderWay | TrialPrinted | TrialFailed | None
"""How the last test label went; None before the first, and after another printer was chosen."""

"""What keys a scanner pressed: the raw side of a scan, which its text does not tell any more."""

from dataclasses import dataclass

from packdesk.station.card_verdict import EndingForm, SeparatorForm, Typed


@dataclass(frozen=True, slots=True)
class KeyTrace:
    """The keys of one burst.

    Attributes:
        separators: The forms of GS among them.
        ending: The last key.
        typed: The layout that the system had.
        longest_gap_ms: Between two of them.
    """

    separators: frozenset[SeparatorForm]
    ending: EndingForm
    typed: Typed
    longest_gap_ms: int

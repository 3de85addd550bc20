"""What is told to the packer: a sentence and its tone."""

from dataclasses import dataclass
from enum import Enum
from typing import assert_never

from PySide6.QtCore import QCoreApplication


class Tone(Enum):
    """How a sentence is meant; the values name the looks of the stylesheet."""

    CALM = "calm"
    ACCEPTED = "accepted"
    ATTENTION = "attention"
    REFUSED = "refused"
    COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence for the packer."""

    text: str
    tone: Tone


def tone_word(tone: Tone) -> str:
    """The word that says the tone without colour; empty for a calm sentence."""
    match tone:
        case Tone.CALM:
            return ""
        case Tone.ACCEPTED:
            return QCoreApplication.translate("Tone", "Accepted")
        case Tone.ATTENTION:
            return QCoreApplication.translate("Tone", "Attention")
        case Tone.REFUSED:
            return QCoreApplication.translate("Tone", "No")
        case Tone.COMPLETE:
            return QCoreApplication.translate("Tone", "Complete")
        case _:
            assert_never(tone)

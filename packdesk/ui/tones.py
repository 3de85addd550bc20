"""The icon and the colour of each tone."""

from packdesk.ui.icons import Sign
from packdesk.ui.tokens import Tokens
from packdesk.ui.words.notice import Tone

TONE_SIGNS = {
    Tone.CALM: Sign.CALM,
    Tone.ACCEPTED: Sign.ACCEPTED,
    Tone.ATTENTION: Sign.ATTENTION,
    Tone.REFUSED: Sign.REFUSED,
    Tone.COMPLETE: Sign.COMPLETE,
}


def tone_colour(tone: Tone, tokens: Tokens) -> str:
    """The colour that stands for a tone."""
    return {
        Tone.CALM: tokens.accent,
        Tone.ACCEPTED: tokens.accepted,
        Tone.ATTENTION: tokens.attention,
        Tone.REFUSED: tokens.refused,
        Tone.COMPLETE: tokens.accepted,
    }[tone]


def tone_ground(tone: Tone, tokens: Tokens) -> str:
    """The ground that goes with the colour of a tone."""
    return {
        Tone.CALM: tokens.ground,
        Tone.ACCEPTED: tokens.accepted_ground,
        Tone.ATTENTION: tokens.attention_ground,
        Tone.REFUSED: tokens.refused_ground,
        Tone.COMPLETE: tokens.accepted_ground,
    }[tone]

"""Colours that the bench paints with, all made from the tokens."""

from PySide6.QtGui import QColor

from packdesk.ui.tokens import Tokens

_HUES = (0.14, 0.93, 0.27, 0.6, 0.0)
"""How far around the circle from the accent each group of parts is, neighbours far apart."""


def group_colour(tokens: Tokens, group: int) -> QColor:
    """The colour that the parts of one unit share; ``group`` is 1 and up, and always shown too."""
    accent = QColor(tokens.accent)
    turn = _HUES[(group - 1) % len(_HUES)]
    hue = (accent.hslHueF() + turn) % 1.0
    return QColor.fromHslF(hue, accent.hslSaturationF() * 0.85, accent.lightnessF())

"""Colours, type and spacing as tokens, and the one stylesheet made from them.

Widgets ask for a look by dynamic properties, never by a colour:

* ``role`` on a QLabel: ``body`` (16 px), ``quiet``, ``name`` (20), ``title`` (24), ``number`` (32),
  ``sentence`` (40), ``figure`` (56); ``chip`` is a small rounded label; ``strong`` is bold body.
  A ``note`` with ``roomy`` (True) has the padding that several lines need.
* ``tone`` on a QLabel or QFrame: the value of a `Tone`; a chip or a card takes its ground from it.
* ``card`` on a QFrame: ``plain``, ``here`` (thick accent border), ``bar`` (navigation, rails),
  ``lit`` (the row that the last scan touched), ``dashed`` (an empty place).
* ``kind`` on a QPushButton: ``primary``, ``quiet``, ``answer``, ``nav``, ``toggle``, ``danger``;
  ``tall`` (True) makes it a main button, 76 high.

Call `put(widget, name, value)` to change a property of a widget that is already shown. What paints
itself asks `Theme.tokens` and repaints on `Theme.changed`.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum, IntEnum
from types import MappingProxyType
from typing import TypeAlias

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from packdesk.ui.stylesheet import make_stylesheet
from packdesk.ui.tokens import DARK, LIGHT, Tokens, TypeSize


class Look(Enum):
    """Light or dark."""

    LIGHT = "light"
    DARK = "dark"


class Density(IntEnum):
    """How much room there is: windows up to 800 high are compact."""

    COMPACT = 0
    ROOMY = 1

    @staticmethod
    def of(height: int) -> "Density":
        """The density for a window of this height."""
        return Density.COMPACT if height <= COMPACT_UP_TO else Density.ROOMY

    @property
    def navigation(self) -> int:
        """Height of the navigation."""
        return (48, 56)[self]

    @property
    def band(self) -> int:
        """Height of the band "what to do now"."""
        return (80, 96)[self]

    @property
    def rail(self) -> int:
        """Height of the action rail."""
        return (72, 88)[self]


COMPACT_UP_TO = 800
SCANS_HEIGHT = 40
CARD_HEIGHT = 72

_TOKENS: Mapping[Look, Tokens] = MappingProxyType({Look.LIGHT: LIGHT, Look.DARK: DARK})


@dataclass(frozen=True, slots=True)
class FontFound:
    """The interface font to use."""

    family: str


@dataclass(frozen=True, slots=True)
class NoFont:
    """The system has no font at all: every letter would be an empty box."""


FontChoice: TypeAlias = FontFound | NoFont
PREFERRED = ("Segoe UI", "Noto Sans", "DejaVu Sans")


def choose_font(families: Collection[str], system: str = "") -> FontChoice:
    """The first preferred font that is there, else the system's own, else any."""
    if not families:
        return NoFont()
    for family in (*PREFERRED, system):
        if family in families:
            return FontFound(family)
    return FontFound(min(families))


def system_font() -> FontChoice:
    """The choice for this machine. GUI thread, after the QApplication is made."""
    general = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return choose_font(QFontDatabase.families(), general.family())


def system_look() -> Look:
    """What the system is set to."""
    dark = QApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return Look.DARK if dark else Look.LIGHT


class Theme(QObject):
    """The tokens in use.

    Signals:
        changed: The tokens have changed; what paints itself must repaint.
    """

    changed = Signal()

    def __init__(self, look: Look, font: FontChoice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._family = font.family if isinstance(font, FontFound) else "sans-serif"

    @property
    def look(self) -> Look:
        return self._look

    @property
    def tokens(self) -> Tokens:
        return _TOKENS[self._look]

    def font(self, size: TypeSize, *, bold: bool = False) -> QFont:
        """The interface font in a size of the scale, digits as wide as each other."""
        font = QFont(self._family)
        font.setPixelSize(size)
        font.setBold(bold)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def apply(self, app: QApplication) -> None:
        """Dress the whole application."""
        # With a sheet on, each of the next lines would polish every widget anew: four times as slow.
        app.setStyleSheet("")
        app.setStyle("Fusion")
        app.setFont(self.font(TypeSize.BODY))
        app.setPalette(_palette(self.tokens))
        app.setStyleSheet(make_stylesheet(self.tokens))

    def switch(self, app: QApplication, look: Look) -> None:
        """Change between light and dark while running."""
        fonts = [(one, one.font()) for one in app.allWidgets() if _has_own_font(one)]
        self._look = look
        self.apply(app)
        # A new sheet gives back the font that a widget had when it first saw one.
        for widget, font in fonts:
            widget.setFont(font)
        self.changed.emit()


def _has_own_font(widget: QWidget) -> bool:
    return widget.testAttribute(Qt.WidgetAttribute.WA_SetFont)


def restyle(widget: QWidget) -> None:
    """Let the stylesheet see a changed property."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def put(widget: QWidget, name: str, value: str | bool) -> None:
    """Set a property that the stylesheet looks at, and let it look only if it has changed."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        restyle(widget)


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.ground,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.raised,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.Button: tokens.surface,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.ToolTipBase: tokens.raised,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.quiet,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.Mid: tokens.line,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.WindowText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.quiet))
    return palette

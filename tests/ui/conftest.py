"""What the screens' tests share: the look of the program, in English unless told otherwise."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from packdesk.ui.i18n import Language, Translations
from packdesk.ui.theme import Look, Theme, system_font
from tests.ui.speech import speaking


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    style, sheet, palette, font = (
        qapp.style().name(),
        qapp.styleSheet(),
        qapp.palette(),
        qapp.font(),
    )
    theme = Theme(Look.LIGHT, system_font())
    theme.apply(qapp)
    yield theme
    qapp.setStyleSheet(sheet)
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def english(qapp: QApplication) -> Iterator[Translations]:
    with speaking(Language.EN) as translations:
        yield translations


@pytest.fixture
def russian(qapp: QApplication) -> Iterator[Translations]:
    with speaking(Language.RU) as translations:
        yield translations

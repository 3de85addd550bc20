"""What the screens' tests share: the look of the program, in English unless told otherwise."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from packdesk.scanners.key_layout import Numbering
from packdesk.scanners.profile import ScannerProfile
from packdesk.scanners.wedge import KeyboardWedge
from packdesk.ui.i18n import Language, Translations
from packdesk.ui.key_repeats import KeyRepeats
from packdesk.ui.theme import Look, Theme, system_font
from tests.ui.speech import speaking
from tests.ui.wedge_desk import Desk, Ears, Keyboard


@pytest.fixture(autouse=True)
def no_key_stays_down() -> Iterator[None]:
    """A test that leaves a key held must not mute the keys of the next one."""
    yield
    application = QApplication.instance()
    if application is None:
        return
    for repeats in application.findChildren(KeyRepeats):
        application.removeEventFilter(repeats)
        repeats.setParent(None)


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


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    window = Desk()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.button.setFocus()
    qtbot.waitUntil(window.button.hasFocus)
    return window


@pytest.fixture
def keyboard(desk: Desk) -> Keyboard:
    return Keyboard(desk.windowHandle())


@pytest.fixture
def wedge(desk: Desk) -> Iterator[KeyboardWedge]:
    made = KeyboardWedge(ScannerProfile(), numbering=Numbering.X11)
    made.set_active(True)
    yield made
    made.set_active(False)


@pytest.fixture
def ears(wedge: KeyboardWedge) -> Ears:
    return Ears(wedge)

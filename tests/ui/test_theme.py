"""Tokens, stylesheet, fonts and icons."""

import re
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from packdesk.ui import theme as theme_module
from packdesk.ui.bench.row_size import row_size
from packdesk.ui.icons import Sign, picture
from packdesk.ui.offer_button import OfferButton
from packdesk.ui.stylesheet import make_stylesheet
from packdesk.ui.theme import (
    Density,
    FontFound,
    Look,
    NoFont,
    Theme,
    choose_font,
    system_font,
    system_look,
)
from packdesk.ui.tokens import DARK, LIGHT, TypeSize

UI = Path(theme_module.__file__).parent
READABLE = 4.5
"""WCAG 2.2, 1.4.3: the least contrast of text."""


def luminance(colour):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    one = QColor(colour)
    return (
        0.2126 * linear(one.redF()) + 0.7152 * linear(one.greenF()) + 0.0722 * linear(one.blueF())
    )


def contrast(first, second):
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_all_text_can_be_read_on_all_its_grounds(tokens):
    pairs = [
        *product((tokens.text, tokens.quiet), (tokens.ground, tokens.surface, tokens.raised)),
        (tokens.accent, tokens.surface),
        (tokens.accent, tokens.accent_ground),
        (tokens.on_accent, tokens.accent),
        (tokens.accepted, tokens.accepted_ground),
        (tokens.attention, tokens.attention_ground),
        (tokens.refused, tokens.refused_ground),
        *product((tokens.text,), (tokens.accepted_ground, tokens.attention_ground)),
        (tokens.text, tokens.refused_ground),
        (tokens.attention, tokens.surface),
        (tokens.refused, tokens.surface),
        (tokens.attention, tokens.raised),
        (tokens.refused, tokens.raised),
    ]
    poor = [(a, b, contrast(a, b)) for a, b in pairs if contrast(a, b) < READABLE]
    assert poor == []


def test_no_colour_is_written_outside_the_tokens():
    written = {
        path.relative_to(UI).as_posix()
        for path in UI.rglob("*.py")
        if re.search(r"#[0-9A-Fa-f]{6}\b|QColor\(\s*\d", path.read_text(encoding="utf-8"))
    }
    assert written == {"tokens.py"}


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_stylesheet_is_one_that_qt_can_read(tokens, qapp, qtbot):
    sheet = make_stylesheet(tokens)
    assert sheet.count("{") == sheet.count("}")
    before = qapp.styleSheet()
    try:
        qapp.setStyleSheet(sheet)
        assert "{t." not in sheet
    finally:
        qapp.setStyleSheet(before)


@pytest.mark.parametrize(
    ("families", "system", "choice"),
    [
        ((), "", NoFont()),
        (("DejaVu Sans", "Noto Sans", "Segoe UI"), "", FontFound("Segoe UI")),
        (("DejaVu Sans", "Noto Sans"), "DejaVu Sans", FontFound("Noto Sans")),
        (("DejaVu Sans", "Arial"), "Arial", FontFound("DejaVu Sans")),
        (("Arial", "Cantarell"), "Cantarell", FontFound("Cantarell")),
        (("Verdana", "Arial"), "missing", FontFound("Arial")),
    ],
)
def test_the_font_is_the_systems_own_and_none_at_all_is_told(families, system, choice):
    assert choose_font(families, system) == choice


def test_this_machine_has_a_font_and_the_theme_uses_it(qapp):
    choice = system_font()
    assert isinstance(choice, FontFound)
    font = Theme(Look.LIGHT, choice).font(TypeSize.SENTENCE, bold=True)
    assert (font.pixelSize(), font.bold()) == (40, True)
    assert QFontInfo(font).family() == choice.family


def test_without_a_font_the_theme_still_works(qapp):
    assert Theme(Look.LIGHT, NoFont()).font(TypeSize.BODY).pixelSize() == 16


def test_switching_the_look_changes_the_tokens_and_tells(qapp, qtbot):
    style, sheet, palette, font = (
        qapp.style().name(),
        qapp.styleSheet(),
        qapp.palette(),
        qapp.font(),
    )
    theme = Theme(Look.LIGHT, system_font())
    try:
        theme.apply(qapp)
        assert QApplication.palette().window().color() == QColor(LIGHT.ground)
        with qtbot.waitSignal(theme.changed):
            theme.switch(qapp, Look.DARK)
        assert theme.tokens is DARK
        assert QApplication.palette().window().color() == QColor(DARK.ground)
    finally:
        qapp.setStyleSheet(sheet)
        qapp.setStyle(style)
        qapp.setPalette(palette)
        qapp.setFont(font)


def test_the_systems_look_is_known(qapp):
    assert system_look() in Look


@pytest.mark.parametrize(
    ("height", "density"),
    [(720, Density.COMPACT), (800, Density.COMPACT), (801, Density.ROOMY), (1080, Density.ROOMY)],
)
def test_low_windows_are_compact(height, density):
    assert Density.of(height) is density


def test_five_rows_fit_a_laptop_with_title_bar_and_taskbar():
    low = Density.COMPACT
    frame = low.navigation + low.band + low.rail + theme_module.SCANS_HEIGHT
    title_bar_and_taskbar, head = 32 + 48, 80
    assert frame + 5 * row_size(low, 5).height + head + title_bar_and_taskbar <= 768


@pytest.mark.parametrize("sign", Sign)
def test_every_icon_is_in_the_family(sign, qapp):
    image = picture(sign, LIGHT.text, 24).toImage()
    shown = [image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)]
    assert max(shown) > 0


def test_the_focus_is_one_frame_round_a_button_and_none_inside(theme, qtbot):
    window = QWidget()
    buttons = [OfferButton(theme, window) for _ in range(2)]
    column = QVBoxLayout(window)
    for button in buttons:
        button.show_words("F11", "Hold to confirm")
        column.addWidget(button)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)

    def inside(*, is_focused: bool) -> QImage:
        buttons[0 if is_focused else 1].setFocus(Qt.FocusReason.TabFocusReason)
        whole = buttons[0].grab()
        return whole.copy(whole.rect().adjusted(4, 4, -4, -4)).toImage()

    assert inside(is_focused=True) == inside(is_focused=False)

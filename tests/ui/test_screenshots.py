"""Nothing that a person reads is cut, on any screen, in any state, language, look or size."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from packdesk.ui.elided import ElidedLabel
from packdesk.ui.i18n import Language
from packdesk.ui.theme import Look, Theme
from tests.screenshots.clipped import offences
from tests.screenshots.pretend import Pretend
from tests.screenshots.scenes import SCENES, Scene
from tests.screenshots.taking import LAPTOP, take

ROOT = Path(__file__).parents[2]
LARGE_SCENES = ("queue-full", "bench-parts", "bench-which")


def shown(qtbot, widget: QWidget, width: int) -> QWidget:
    window = QWidget()
    window.setObjectName("window")
    layout = QHBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(widget)
    widget.setFixedWidth(width)
    qtbot.addWidget(window)
    window.show()
    QApplication.processEvents()
    return window


@pytest.mark.parametrize(
    ("language", "look"),
    [(Language.RU, Look.LIGHT), (Language.EN, Look.DARK)],
    ids=["ru-light", "en-dark"],
)
def test_nothing_is_cut_at_1366x768(
    qapp: QApplication, theme: Theme, language: Language, look: Look
):
    """A look changes no measure: each language in one of them is enough here."""
    found = [str(one) for one in take(SCENES, (LAPTOP,), languages=(language,), looks=(look,))]
    assert not found


def test_nothing_is_cut_at_200_percent(tmp_path: Path):
    command = [sys.executable, "-m", "tests.screenshots", str(tmp_path), "--large"]
    for name in LARGE_SCENES:
        command += ["--scene", name]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {
        f"{scene}-{language.value}-{look.value}-3840x2160.png"
        for scene in LARGE_SCENES
        for language in Language
        for look in Look
    }


def test_a_label_that_is_too_narrow_is_found(qtbot, theme: Theme):
    label = QLabel("Отсканируйте следующий товар")
    label.setObjectName("narrow")
    (found,) = offences(shown(qtbot, label, 60), theme)
    assert (found.name, found.text) == ("narrow", "Отсканируйте следующий товар")
    assert not offences(shown(qtbot, QLabel("Да"), 60), theme)


def test_a_button_that_is_too_narrow_is_found(qtbot, theme: Theme):
    assert offences(shown(qtbot, QPushButton("Напечатать ещё раз"), 60), theme)
    assert not offences(shown(qtbot, QPushButton("Да"), 90), theme)


def test_a_hint_that_does_not_fit_its_field_is_found(qtbot, theme: Theme):
    for width, is_cut in ((90, True), (600, False)):
        line = QLineEdit()
        line.setPlaceholderText("Номер заказа или название товара")
        assert bool(offences(shown(qtbot, line, width), theme)) is is_cut


def test_a_cut_line_is_found_unless_it_may_be_cut_and_is_told_whole(qtbot, theme: Theme):
    line, scan = ElidedLabel(), ElidedLabel()
    scan.setObjectName("scan1")
    for label in (line, scan):
        label.say("Кроссовки мужские беговые, 42, в коробку 1")
    assert offences(shown(qtbot, line, 90), theme)
    assert not offences(shown(qtbot, scan, 90), theme)


def test_a_card_of_the_queue_that_cuts_its_state_is_found(qapp: QApplication, theme: Theme):
    (queue,) = [scene for scene in SCENES if scene.name == "queue-full"]

    def narrow(table: Pretend) -> None:
        queue.happen(table)
        table.glass.window.setMinimumSize(1, 1)

    found = list(take((Scene("narrow", narrow),), (QSize(480, 700),)))
    assert any(one.offence.name == "queueCards" for one in found)


def test_texts_that_lie_upon_each_other_are_found(qtbot, theme: Theme):
    window = QWidget()
    for text in ("Коробка 1", "Коробка 2"):
        QLabel(text, window).setGeometry(0, 0, 200, 40)
    qtbot.addWidget(window)
    window.show()
    assert len(offences(window, theme)) == 1

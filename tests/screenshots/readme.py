"""The two pictures of the README."""

from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QApplication

from packdesk.ui.i18n import Language, Translations
from packdesk.ui.theme import Look, Theme, system_font
from tests.screenshots import bench_scenes, queue_scenes
from tests.screenshots.pretend import settle, window_of
from tests.screenshots.scenes import Scene
from tests.screenshots.taking import LAPTOP

PICTURES = (
    (Scene("bench-ru", bench_scenes.packing), Language.RU, Look.LIGHT),
    (Scene("queue-en", queue_scenes.full), Language.EN, Look.DARK),
)

COLOURS = 128


def take_for_readme(folder: Path) -> int:
    """Saves them; the exit code."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    folder.mkdir(parents=True, exist_ok=True)
    for scene, language, look in PICTURES:
        translations = Translations(app)
        translations.use(language)
        theme = Theme(look, system_font())
        theme.apply(app)
        with window_of(theme, translations, LAPTOP) as table:
            settle()
            scene.happen(table)
            settle()
            picture = table.glass.window.grab()
        translations.remove()
        path = folder / f"{scene.name}.png"
        if not picture.save(str(path)):
            return 1
        _make_small(path)
    return 0


def _make_small(path: Path) -> None:
    """A README is loaded often: few colours are enough for a screen."""
    with Image.open(path) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)

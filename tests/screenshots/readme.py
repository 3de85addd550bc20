"""The two pictures of the README."""

from pathlib import Path

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
        if not picture.save(str(folder / f"{scene.name}.png")):
            return 1
    return 0

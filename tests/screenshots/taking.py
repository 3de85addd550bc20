"""Takes the pictures: every scene in every language, look and size, each looked over for cuts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from packdesk.ui.i18n import Language, Translations
from packdesk.ui.theme import Look, Theme, system_font
from tests.screenshots.clipped import Offence, offences
from tests.screenshots.pretend import settle, window_of
from tests.screenshots.scenes import Scene

LAPTOP, FULL_HD = QSize(1366, 768), QSize(1920, 1080)
Keep = Callable[[str, QPixmap], None]


@dataclass(frozen=True, slots=True)
class Found:
    """Something cut in a picture."""

    scene: str
    language: Language
    look: Look
    size: QSize
    scale: float
    offence: Offence

    def __str__(self) -> str:
        shown = f"{self.size.width()}x{self.size.height()}@{self.scale:g}"
        where = f"{self.scene} {self.language.value} {self.look.value} {shown}"
        return f"{where}: {self.offence.name}: {self.offence.text!r} {self.offence.why}"


def take(
    scenes: tuple[Scene, ...], sizes: tuple[QSize, ...], keep: Keep = lambda _, __: None
) -> Iterator[Found]:
    """Shows and looks over; ``keep`` is given each picture with its name. GUI thread."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for language in Language:
        translations = Translations(app)
        translations.use(language)
        try:
            for look in Look:
                theme = Theme(look, system_font())
                theme.apply(app)
                for scene in scenes:
                    yield from _scene(scene, theme, translations, sizes, keep)
        finally:
            translations.remove()


def _scene(
    scene: Scene, theme: Theme, translations: Translations, sizes: tuple[QSize, ...], keep: Keep
) -> Iterator[Found]:
    language = translations.language
    with window_of(theme, translations, sizes[0]) as table:
        settle()
        scene.happen(table)
        for size in sizes:
            window = table.glass.window
            window.resize(size)
            settle()
            scale = window.devicePixelRatioF()
            for offence in offences(window, theme):
                yield Found(scene.name, language, theme.look, size, scale, offence)
            pixels = size * scale
            look = theme.look.value
            name = f"{scene.name}-{language.value}-{look}-{pixels.width()}x{pixels.height()}"
            keep(name, window.grab())


def keep_in(folder: Path) -> Keep:
    """Saves pictures there."""
    folder.mkdir(parents=True, exist_ok=True)

    def keep(name: str, picture: QPixmap) -> None:
        assert picture.save(str(folder / f"{name}.png")), name

    return keep

"""Takes the pictures: every scene in every language, look and size, each looked over for cuts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from packdesk.ui.i18n import Language, Translations
from packdesk.ui.theme import Look, Theme, system_font
from tests.screenshots.clipped import Offence, offences
from tests.screenshots.pretend import Pretend, settle, window_of
from tests.screenshots.scenes import Scene

LAPTOP, FULL_HD = QSize(1366, 768), QSize(1920, 1080)
QUICK = 85
"""The quality that makes Qt press a PNG least: pressing more took half of all the time."""
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

    @override
    def __str__(self) -> str:
        shown = f"{self.size.width()}x{self.size.height()}@{self.scale:g}"
        where = f"{self.scene} {self.language.value} {self.look.value} {shown}"
        return f"{where}: {self.offence.name}: {self.offence.text!r} {self.offence.why}"


def take(
    scenes: tuple[Scene, ...],
    sizes: tuple[QSize, ...],
    keep: Keep | None = None,
    languages: tuple[Language, ...] = tuple(Language),
    looks: tuple[Look, ...] = tuple(Look),
) -> Iterator[Found]:
    """Shows and looks over; ``keep`` is given each picture with its name. GUI thread.

    The application keeps the last look, and no language.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for language in languages:
        translations = Translations(app)
        translations.use(language)
        try:
            for look in looks:
                theme = Theme(look, system_font())
                theme.apply(app)
                for scene in scenes:
                    with window_of(theme, translations, sizes[0]) as table:
                        settle()
                        scene.happen(table)
                        yield from _looked_over(scene, table, language, sizes, keep)
        finally:
            translations.remove()


def _looked_over(
    scene: Scene,
    table: Pretend,
    language: Language,
    sizes: tuple[QSize, ...],
    keep: Keep | None,
) -> Iterator[Found]:
    window = table.glass.window
    for size in sizes:
        window.resize(size)
        settle()
        scale = window.devicePixelRatioF()
        for offence in offences(window, table.theme):
            yield Found(scene.name, language, table.theme.look, size, scale, offence)
        if keep is not None:
            pixels = size * scale
            shown = f"{table.theme.look.value}-{pixels.width()}x{pixels.height()}"
            keep(f"{scene.name}-{language.value}-{shown}", window.grab())


def keep_in(folder: Path) -> Keep:
    """Saves pictures there."""
    folder.mkdir(parents=True, exist_ok=True)

    def keep(name: str, picture: QPixmap) -> None:
        assert picture.save(str(folder / f"{name}.png"), "PNG", QUICK), name

    return keep

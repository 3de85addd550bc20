"""The two pictures of the README."""

from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import TypeVar

from PIL import Image
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from packdesk.domain.codes import CodeKind
from packdesk.domain.order import Catalogue, Offer
from packdesk.sandbox.pictures import picture
from packdesk.station.pictures import PictureShelf
from packdesk.ui.i18n import Language, Translations
from packdesk.ui.theme import Look, Theme, system_font
from tests.builders import item, order
from tests.screenshots import bench_scenes, queue_scenes
from tests.screenshots.pretend import Pretend, settle, window_of
from tests.screenshots.scenes import Scene
from tests.screenshots.taking import LAPTOP

DRAWN = order(
    item(
        1, 3, name="Кеды мужские парусиновые, 43", offer_id="PD-SNEAK-43", marking=(CodeKind.CIS,)
    ),
    item(2, name="Футболка детская с китом, 128", offer_id="PD-TSHIRT-XS", marking=(CodeKind.CIS,)),
    item(3, name="Стеллаж дубовый пятиярусный", offer_id="PD-KITCHEN"),
    item(4, 2, name="Чайник заварочный стеклянный, 800 мл", offer_id="PD-TEAPOT"),
    number=51234567048,
    shipment_time=time(17, 0),
    external_id="A-1011",
)
NAMES = ("sneakers", "tshirt", "shelf", "teapot")
"""The demo's pictures of these goods."""


def drawn(table: Pretend) -> None:
    """In the middle of an order, and the goods can be seen."""
    table.catalogue = Catalogue(
        tuple(
            Offer(one.offer_id, pictures=(f"http://localhost/{name}.png",))
            for one, name in zip(DRAWN.items, NAMES, strict=True)
        )
    )
    bench_scenes.packing(table, DRAWN)


PICTURES = (
    (Scene("bench-ru", drawn), Language.RU, Look.LIGHT),
    (Scene("queue-en", queue_scenes.full), Language.EN, Look.DARK),
)

COLOURS = 128
T = TypeVar("T")


class DemoShelf(PictureShelf):
    """The demo's own pictures, there at once."""

    def __init__(self) -> None:
        """There is no folder behind it."""

    @override
    def wish(
        self, url: str, read: Callable[[bytes], T | None], on_done: Callable[[T | None], None]
    ) -> None:
        content = picture(url.rpartition("/")[2])
        assert content is not None, url
        on_done(read(content))


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
        with window_of(theme, translations, LAPTOP, DemoShelf()) as table:
            settle()
            scene.happen(table)
            settle()
            shown = table.glass.window.grab()
        translations.remove()
        path = folder / f"{scene.name}.png"
        if not shown.save(str(path)):
            return 1
        _make_small(path)
    return 0


def _make_small(path: Path) -> None:
    """A README is loaded often: few colours are enough for a screen."""
    with Image.open(path) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)

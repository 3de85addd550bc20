"""Lets a test run with the window's texts in one language."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication

from packdesk.ui.i18n import Language, Translations


@contextmanager
def speaking(language: Language) -> Iterator[Translations]:
    app = QCoreApplication.instance()
    assert app is not None
    translations = Translations(app)
    translations.use(language)
    try:
        yield translations
    finally:
        translations.remove()

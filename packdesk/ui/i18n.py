"""The language of the window, changeable while it runs.

The texts are in ``resources/translations``: ``packdesk_ru.ts`` holds all of them,
``packdesk_en.ts`` the English plurals only. After changing a text, in the project's folder::

    pyside6-lupdate -extensions py -no-obsolete -locations none packdesk/ui -ts resources/translations/packdesk_ru.ts
    pyside6-lupdate -extensions py -no-obsolete -locations none -pluralonly packdesk/ui -ts resources/translations/packdesk_en.ts
    pyside6-lrelease resources/translations/packdesk_ru.ts resources/translations/packdesk_en.ts
"""

import logging
from enum import Enum

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from packdesk.resource_files import ResourceMissing, resource

log = logging.getLogger(__name__)


class Language(Enum):
    """The languages that all texts exist in."""

    RU = "ru"
    EN = "en"


def system_language() -> Language:
    """The system's language where it is one of ours, else English."""
    ours = {language.value: language for language in Language}
    return ours.get(QLocale.system().name()[:2], Language.EN)


class Translations(QObject):
    """The translators of the running application. GUI thread.

    Signals:
        changed: The language is another one; every text must be derived anew.
    """

    changed = Signal()

    def __init__(self, app: QCoreApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._installed: list[QTranslator] = []
        self._language = Language.EN

    @property
    def language(self) -> Language:
        return self._language

    def use(self, language: Language) -> None:
        """Speak this language from now on."""
        self.remove()
        self._language = language
        QLocale.setDefault(QLocale(language.value))
        self._install_qt(language)
        self._install_own(language)
        self.changed.emit()

    def remove(self) -> None:
        """Take the translators off: texts are in plain English, plurals raw."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed.clear()

    def _install_qt(self, language: Language) -> None:
        translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{language.value}", folder):
            self._add(translator)

    def _install_own(self, language: Language) -> None:
        translator = QTranslator(self)
        try:
            path = resource(f"translations/packdesk_{language.value}.qm")
        except ResourceMissing as missing:
            log.warning("no translation: %s", missing)
            return
        if translator.load(str(path)):
            self._add(translator)
        else:
            log.warning("not a translation: %s", path.name)

    def _add(self, translator: QTranslator) -> None:
        self._app.installTranslator(translator)
        self._installed.append(translator)

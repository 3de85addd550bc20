"""Setup put together."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from packdesk.settings import LanguageChoice, LookChoice, Settings
from packdesk.station.ports import Lane
from packdesk.station.setup import SetupDesk
from packdesk.ui.earcons import Sound
from packdesk.ui.i18n import Language, Translations
from packdesk.ui.setup.look import wanted_look
from packdesk.ui.setup.printers import PrinterDoor
from packdesk.ui.setup.view import SetupView
from packdesk.ui.setup.viewmodel import CardReading, SetupViewModel
from packdesk.ui.theme import Theme


def build_setup(
    app: QApplication,
    desk: SetupDesk,
    settings: Settings,
    save: Callable[[Settings], None],
    lane: Lane,
    reader: CardReading,
    save_sheet: Callable[[], Path],
    play: Callable[[Sound], None],
    on_settings: Callable[[Settings], None],
    on_bug: Callable[[Exception], None],
    theme: Theme,
    translations: Translations,
    printers: PrinterDoor,
    print_lane: Lane,
    printer: str = "",
    computer: str = "",
) -> tuple[SetupViewModel, SetupView]:
    """The page and what is behind it; ``desk.start()`` is still to be called.

    Language and look are changed here; ``on_settings`` acts by all else. See `SetupViewModel` for
    the arguments. The page is to be shown first where ``key_wanted`` is emitted.
    """
    viewmodel = SetupViewModel(
        desk,
        settings,
        save,
        lane,
        reader,
        save_sheet,
        play,
        on_settings,
        on_bug,
        lambda: translations.language,
        printers,
        print_lane,
        printer,
        computer,
    )

    def speak(choice: LanguageChoice) -> None:
        translations.use(Language(choice.value))

    def look(choice: LookChoice) -> None:
        wanted = wanted_look(choice)
        if wanted is not theme.look:
            theme.switch(app, wanted)

    viewmodel.language_chosen.connect(speak)
    viewmodel.look_chosen.connect(look)
    translations.changed.connect(viewmodel.retranslate)
    app.styleHints().colorSchemeChanged.connect(viewmodel.follow_system)
    return viewmodel, SetupView(viewmodel, theme)

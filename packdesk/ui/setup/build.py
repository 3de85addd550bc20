"""Setup put together."""

from collections.abc import Callable
from pathlib import Path

from packdesk.settings import Settings
from packdesk.station.ports import Lane
from packdesk.station.setup import SetupDesk
from packdesk.ui.earcons import Sound
from packdesk.ui.setup.view import SetupView
from packdesk.ui.setup.viewmodel import CardReading, SetupViewModel
from packdesk.ui.theme import Theme


def build_setup(
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
    printer: str = "",
    computer: str = "",
) -> tuple[SetupViewModel, SetupView]:
    """The page and what is behind it; ``desk.start()`` is still to be called.

    See `SetupViewModel` for the arguments. The page is shown first where ``key_wanted`` is emitted.
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
        printer,
        computer,
    )
    return viewmodel, SetupView(viewmodel, theme)

"""A printer chosen in Setup prints at once, in the running program."""

from pathlib import Path

from PySide6.QtWidgets import QLabel

from packdesk import settings as settings_file
from packdesk.printing.trial_label import TRIAL_CODE
from packdesk.settings import PrinterChoice
from packdesk.ui.pages import PageName
from packdesk.ui.setup.choices import Act, Setting
from tests.e2e.window import Table, table
from tests.fakes.raw_printer import raw_printer, tspl_pages, tspl_talking
from tests.labels import read_codes


def state_of(place: Table) -> QLabel:
    found = place.window.findChild(QLabel, "setupLabelsState")
    assert found is not None
    return found


def test_a_printer_chosen_in_setup_prints_without_a_restart(tmp_path: Path, qtbot):
    with raw_printer(tspl_talking) as printer, table(tmp_path) as place:
        place.program.glass.frame.show_page(PageName.SETUP)
        setup = place.program.glass.setup
        state = state_of(place)
        setup.act(Act.PRINT_TRIAL)
        qtbot.waitUntil(lambda: "lies in the folder" in state.text(), timeout=15_000)
        assert [file.name for file in (tmp_path / "printed").iterdir()] == ["0-1.pdf"]
        setup.choose(Setting.PRINTER, PrinterChoice.NETWORK)
        setup.choose(Setting.PRINTER_ADDRESS, str(printer.address))
        setup.act(Act.PRINT_TRIAL)
        qtbot.waitUntil(lambda: "was sent" in state.text(), timeout=15_000)
        setup.choose(Setting.PRINTER_ADDRESS, "no-such-printer.invalid")
        setup.act(Act.PRINT_TRIAL)
        qtbot.waitUntil(lambda: "no-such-printer.invalid" in state.text(), timeout=15_000)
        qtbot.waitUntil(
            lambda: settings_file.load(tmp_path).printer_address == "no-such-printer.invalid",
            timeout=15_000,
        )
    (job,) = printer.jobs
    (page,) = tspl_pages(job)
    assert read_codes(page[1]) == {TRIAL_CODE}


def test_the_printers_of_the_system_are_looked_for_at_the_start(tmp_path: Path, qtbot):
    chosen = settings_file.Settings(printer=PrinterChoice.SYSTEM, printer_name="Nobody's")
    with table(tmp_path, settings=chosen) as place:
        place.program.glass.frame.show_page(PageName.SETUP)
        state = state_of(place)
        # There may be printers on this machine, but none of that name.
        qtbot.waitUntil(lambda: "Labels go to" not in state.text(), timeout=15_000)
        place.program.glass.setup.act(Act.PRINT_TRIAL)
        qtbot.waitUntil(lambda: "no printer “Nobody's”" in state.text(), timeout=15_000)

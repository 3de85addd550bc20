"""The printer that was chosen last is the one that prints."""

import pytest

from packdesk.domain.ids import OrderId
from packdesk.domain.labels import LabelFormat
from packdesk.printing.chosen_printer import ChosenPrinter
from packdesk.printing.own_label import own_labels
from packdesk.settings import LabelSource, LanguageOfPrinter, PrinterChoice, Settings
from packdesk.station.errors import PrinterFault, PrinterUnavailable
from tests.fakes.raw_printer import quiet, raw_printer
from tests.labels import market_labels

ORDER, A7 = OrderId(1), LabelFormat.A7
NETWORK = Settings(printer=PrinterChoice.NETWORK, printer_language=LanguageOfPrinter.PDF)


@pytest.fixture
def pdf():
    return market_labels(A7)


def names(folder):
    return sorted(file.name for file in folder.iterdir())


def test_at_first_labels_go_into_the_folder(tmp_path, pdf):
    ChosenPrinter(tmp_path, Settings()).print_labels(ORDER, A7, pdf)
    assert names(tmp_path) == ["1-1.pdf"]


def test_a_printer_that_is_chosen_prints_from_the_next_job_on(tmp_path, pdf):
    printer = ChosenPrinter(tmp_path, Settings())
    printer.print_labels(ORDER, A7, pdf)
    with raw_printer(quiet) as there:
        printer.follow(NETWORK.changed(printer_address=str(there.address)))
        printer.print_labels(ORDER, A7, pdf)
        printer.follow(NETWORK.changed(printer_address=str(there.address), packer="Anna"))
        printer.print_labels(ORDER, A7, pdf)
    assert there.jobs == [pdf, pdf]
    printer.follow(Settings())
    printer.print_labels(ORDER, A7, pdf)
    assert names(tmp_path) == ["1-1.pdf", "1-2.pdf"]


def test_own_labels_are_drawn_from_the_moment_they_are_chosen(tmp_path):
    printer = ChosenPrinter(tmp_path, Settings())
    assert printer.label_maker() is None
    printer.follow(Settings(label_source=LabelSource.OWN))
    assert printer.label_maker() is own_labels
    printer.follow(Settings())
    assert printer.label_maker() is None


@pytest.mark.parametrize(
    ("settings", "name", "fault"),
    [
        (NETWORK, "", PrinterFault.NOT_CHOSEN),
        (NETWORK.changed(printer_address="a b"), "a b", PrinterFault.MISSING),
        (Settings(printer=PrinterChoice.SYSTEM), "", PrinterFault.NOT_CHOSEN),
        (
            Settings(printer=PrinterChoice.SYSTEM, printer_name="Nobody's"),
            "Nobody's",
            PrinterFault.MISSING,
        ),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_what_was_not_chosen_whole_prints_nothing_and_says_why(
    tmp_path, pdf, settings, name, fault
):
    with pytest.raises(PrinterUnavailable) as caught:
        ChosenPrinter(tmp_path, settings).print_labels(ORDER, A7, pdf)
    assert (caught.value.name, caught.value.fault) == (name, fault)
    assert names(tmp_path) == []

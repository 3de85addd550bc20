"""The card of the labels: which printer prints, and whether it does."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from packdesk.domain.labels import LabelFormat
from packdesk.settings import LabelSource, LanguageOfPrinter, PrinterChoice, Settings
from packdesk.station.errors import PrinterFault, PrinterUnavailable, PrintOutcomeUnknown
from packdesk.ui.setup.choices import Act, CardName, Setting
from packdesk.ui.setup.props import ChoiceRow, TextRow
from packdesk.ui.setup.view import SetupView
from packdesk.ui.words.notice import Tone
from tests.ui.setup_table import SetupTable

XPRINTER, LASER = "Xprinter XP-420B", "HP & Sons LaserJet"


@pytest.fixture
def table(english):
    return SetupTable()


def one(view, kind, name):
    found = view.findChild(kind, name)
    assert found is not None, name
    return found


def labels(table):
    return table.card(CardName.LABELS)


def settings_shown(table):
    rows = labels(table).rows
    return [row.setting for row in rows if isinstance(row, ChoiceRow | TextRow)]


def choose(table, setting, value):
    table.viewmodel.choose(setting, value)
    table.drain()


def try_label(table):
    table.viewmodel.act(Act.PRINT_TRIAL)
    table.drain()
    return labels(table).notice


def test_labels_go_into_the_folder_until_a_printer_is_chosen(table):
    assert labels(table).notice.text == "Labels go to: the folder “printed”"
    assert settings_shown(table) == [
        Setting.PRINTER,
        Setting.LABEL_FORMAT,
        Setting.LABEL_SOURCE,
        Setting.SCAN_LABELS,
    ]


def test_the_printers_of_the_system_are_listed_and_one_is_chosen(table):
    choose(table, Setting.PRINTER, PrinterChoice.SYSTEM)
    assert labels(table).notice.tone is Tone.ATTENTION
    (row,) = (
        row
        for row in labels(table).rows
        if isinstance(row, ChoiceRow) and row.setting is Setting.PRINTER_NAME
    )
    assert [(choice.value, choice.is_on) for choice in row.choices] == [
        (XPRINTER, False),
        (LASER, False),
    ]
    choose(table, Setting.PRINTER_NAME, XPRINTER)
    assert labels(table).notice.text == f"Labels go to: {XPRINTER}"
    assert table.told[-1].printer_name == XPRINTER
    assert table.kept == table.told


def test_a_long_name_is_shortened_and_chosen_whole(table):
    name = "Office " + "x" * 80 + " 17"
    table.printers.known = (name,)
    choose(table, Setting.PRINTER, PrinterChoice.SYSTEM)
    row = labels(table).rows[1]
    assert isinstance(row, ChoiceRow)
    assert row.choices[0].value == name
    assert len(row.choices[0].label) < 50
    assert row.choices[0].label.endswith(" 17")


def test_a_chosen_printer_that_is_gone_is_told_and_found_again(table):
    choose(table, Setting.PRINTER, PrinterChoice.SYSTEM)
    choose(table, Setting.PRINTER_NAME, XPRINTER)
    table.printers.known = (LASER,)
    table.viewmodel.act(Act.LOOK_FOR_PRINTERS)
    table.drain()
    assert XPRINTER in labels(table).notice.text
    assert labels(table).notice.tone is Tone.ATTENTION
    table.printers.known = (LASER, XPRINTER)
    table.viewmodel.act(Act.LOOK_FOR_PRINTERS)
    table.drain()
    assert labels(table).notice.tone is Tone.CALM


def test_a_computer_without_a_printer_is_told_so(table):
    table.printers.known = ()
    choose(table, Setting.PRINTER, PrinterChoice.SYSTEM)
    assert "no printer" in labels(table).notice.text
    assert Setting.PRINTER_NAME not in settings_shown(table)


def test_a_printer_on_the_network_has_an_address_a_language_and_dots(table):
    choose(table, Setting.PRINTER, PrinterChoice.NETWORK)
    assert labels(table).notice.tone is Tone.ATTENTION
    assert settings_shown(table)[1:4] == [
        Setting.PRINTER_ADDRESS,
        Setting.PRINTER_LANGUAGE,
        Setting.PRINTER_DPI,
    ]
    choose(table, Setting.PRINTER_ADDRESS, "192.168.1.50")
    choose(table, Setting.PRINTER_DPI, 300)
    choose(table, Setting.PRINTER_LANGUAGE, LanguageOfPrinter.PDF)
    assert Setting.PRINTER_DPI not in settings_shown(table)
    told = table.told[-1]
    assert (told.printer, told.printer_address, told.printer_dpi, told.printer_language) == (
        PrinterChoice.NETWORK,
        "192.168.1.50",
        300,
        LanguageOfPrinter.PDF,
    )


def test_whose_labels_are_printed_is_a_choice(table):
    choose(table, Setting.LABEL_SOURCE, LabelSource.OWN)
    assert table.told[-1].label_source is LabelSource.OWN


def test_each_label_is_scanned_where_that_is_wished(table):
    choose(table, Setting.SCAN_LABELS, True)
    assert table.told[-1].scan_labels


def test_a_test_label_is_printed_and_its_end_told(table):
    choose(table, Setting.LABEL_FORMAT, LabelFormat.A9)
    table.viewmodel.act(Act.PRINT_TRIAL)
    assert labels(table).notice.text == "Printing a test label…"
    table.drain()
    assert labels(table).notice.tone is Tone.ACCEPTED
    assert table.printers.tried == [(LabelFormat.A9, "Test label")]


def test_a_second_press_prints_no_second_label(table):
    table.viewmodel.act(Act.PRINT_TRIAL)
    table.viewmodel.act(Act.PRINT_TRIAL)
    table.drain()
    assert len(table.printers.tried) == 1


@pytest.mark.parametrize("fault", PrinterFault)
def test_why_a_test_label_did_not_come_is_told_and_it_can_be_tried_again(table, fault):
    table.printers.trouble = PrinterUnavailable(XPRINTER, fault=fault)
    assert try_label(table).tone is Tone.REFUSED
    assert labels(table).details == ("Labels go to: the folder “printed”",)
    table.printers.trouble = None
    assert try_label(table).tone is Tone.ACCEPTED


def test_each_reason_has_a_sentence_of_its_own(table):
    said = set()
    for fault in PrinterFault:
        table.printers.trouble = PrinterUnavailable(XPRINTER, fault=fault)
        said.add(try_label(table).text)
    table.printers.trouble = PrintOutcomeUnknown(XPRINTER)
    said.add(try_label(table).text)
    assert labels(table).notice.tone is Tone.ATTENTION
    assert len(said) == len(PrinterFault) + 1


def test_another_printer_has_not_been_tried(table):
    try_label(table)
    choose(table, Setting.PRINTER, PrinterChoice.NETWORK)
    assert labels(table).notice.tone is Tone.ATTENTION
    assert not labels(table).details


def test_news_of_the_printer_before_is_not_told_of_the_one_chosen_since(table):
    table.printers.trouble = PrinterUnavailable(XPRINTER)
    table.viewmodel.act(Act.PRINT_TRIAL)
    table.viewmodel.choose(Setting.PRINTER, PrinterChoice.NETWORK)
    table.drain()
    assert "does not print" not in labels(table).notice.text


def test_a_label_on_the_way_to_the_printer_before_says_nothing_of_the_new_one(table):
    table.viewmodel.act(Act.PRINT_TRIAL)
    table.viewmodel.choose(Setting.PRINTER, PrinterChoice.NETWORK)
    table.viewmodel.act(Act.PRINT_TRIAL)
    table.print_lane.run_one()
    assert labels(table).notice.text == "Printing a test label…"
    table.drain()
    assert labels(table).notice.tone is Tone.ACCEPTED


def test_a_mistake_of_ours_while_printing_goes_to_the_crash_hook(table):
    table.printers.trouble = bug = RuntimeError("ours")
    try_label(table)
    assert table.bugs == [bug]
    assert labels(table).notice.tone is Tone.CALM


def test_a_mistake_of_ours_while_looking_goes_to_the_crash_hook(table, monkeypatch):
    bug = RuntimeError("ours")

    def names():
        raise bug

    monkeypatch.setattr(table.printers, "names", names)
    choose(table, Setting.PRINTER, PrinterChoice.SYSTEM)
    assert table.bugs == [bug]


def test_the_card_is_worked_with_presses(theme, qtbot, table):
    view = SetupView(table.viewmodel, theme)
    qtbot.addWidget(view)

    def press(name):
        one(view, QPushButton, name).click()

    press("printer1")
    table.drain()
    assert one(view, QPushButton, "printer_name1").text() == "HP && Sons LaserJet"
    press("printer_name1")
    assert table.viewmodel.settings.printer_name == LASER
    press(Act.LOOK_FOR_PRINTERS.value)
    press("printer2")
    field = one(view, QLineEdit, "printer_address")
    field.setText(" 10.0.0.7:9100 ")
    field.editingFinished.emit()
    assert table.viewmodel.settings.printer_address == "10.0.0.7:9100"
    press(Act.PRINT_TRIAL.value)
    table.drain()
    assert "was sent" in one(view, QLabel, "setupLabelsState").text()
    assert table.viewmodel.settings.printer is PrinterChoice.NETWORK


def test_a_printer_chosen_before_is_looked_for_when_asked(english):
    chosen = Settings(printer=PrinterChoice.SYSTEM, printer_name=XPRINTER)
    table = SetupTable(settings=chosen)
    assert labels(table).notice.text == f"Labels go to: {XPRINTER}"
    table.viewmodel.look_for_printers()
    table.drain()
    assert table.viewmodel.settings.printer_name == XPRINTER
    assert labels(table).notice.tone is Tone.CALM

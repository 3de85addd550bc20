"""The card of the labels and their printer."""

from typing import Final, assert_never

from packdesk.domain.labels import LabelFormat
from packdesk.settings import LabelSource, LanguageOfPrinter, PrinterChoice, Settings
from packdesk.ui.icons import Sign
from packdesk.ui.setup.choices import Act, CardName, Setting
from packdesk.ui.setup.inputs import SetupInputs
from packdesk.ui.setup.printers import TrialFailed, TrialPrinted, TrialUnderWay
from packdesk.ui.setup.props import Button, ButtonRow, CardProps, Choice, ChoiceRow, Row, TextRow
from packdesk.ui.words import setup_printer as words
from packdesk.ui.words.notice import Notice
from packdesk.ui.words.setup_cards import act_label, card_title, no, setting_label, yes

DPIS: Final = (203, 300, 600)
_LONGEST: Final = 48
_BELOW: Final = "\N{NO-BREAK SPACE}"
"""The label of a row that stands below another one in the same column."""


def labels_card(inputs: SetupInputs) -> CardProps:
    """What is printed, on what, and whether that works."""
    settings = inputs.settings
    where = words.where_labels_go(settings, inputs.printer, inputs.printers)
    trial = _trial_notice(inputs)
    return CardProps(
        CardName.LABELS,
        Sign.PRINTER,
        card_title(CardName.LABELS),
        trial or where,
        details=(where.text,) if trial else (),
        rows=(
            ChoiceRow(
                Setting.PRINTER,
                setting_label(Setting.PRINTER),
                tuple(
                    Choice(one, words.printer_choice(one), is_on=one is settings.printer)
                    for one in PrinterChoice
                ),
            ),
            *_printer_rows(inputs),
            ChoiceRow(
                Setting.LABEL_FORMAT,
                setting_label(Setting.LABEL_FORMAT),
                tuple(
                    Choice(page, words.label_format(page), is_on=page is settings.label_format)
                    for page in LabelFormat
                ),
            ),
            ChoiceRow(
                Setting.LABEL_SOURCE,
                setting_label(Setting.LABEL_SOURCE),
                tuple(
                    Choice(one, words.source_choice(one), is_on=one is settings.label_source)
                    for one in LabelSource
                ),
            ),
            ChoiceRow(
                Setting.SCAN_LABELS,
                setting_label(Setting.SCAN_LABELS),
                (
                    Choice(True, yes(), is_on=settings.scan_labels),
                    Choice(False, no(), is_on=not settings.scan_labels),
                ),
            ),
        ),
        button=Button(Act.PRINT_TRIAL, act_label(Act.PRINT_TRIAL)),
    )


def _trial_notice(inputs: SetupInputs) -> Notice | None:
    match inputs.trial:
        case None:
            return None
        case TrialUnderWay():
            return words.trial_under_way()
        case TrialPrinted():
            return words.trial_printed(inputs.settings.printer)
        case TrialFailed(error):
            return words.trial_failed(error)
        case _:
            assert_never(inputs.trial)


def _printer_rows(inputs: SetupInputs) -> tuple[Row, ...]:
    settings = inputs.settings
    match settings.printer:
        case PrinterChoice.FOLDER:
            return ()
        case PrinterChoice.SYSTEM:
            look = ButtonRow(
                _BELOW if inputs.printers else setting_label(Setting.PRINTER_NAME),
                (Button(Act.LOOK_FOR_PRINTERS, act_label(Act.LOOK_FOR_PRINTERS)),),
            )
            return (*_names(settings, inputs.printers or ()), look)
        case PrinterChoice.NETWORK:
            return _network_rows(settings)
        case _:
            assert_never(settings.printer)


def _names(settings: Settings, names: tuple[str, ...]) -> tuple[Row, ...]:
    if not names:
        return ()
    choices = tuple(
        Choice(name, _shortened(name), is_on=name == settings.printer_name) for name in names
    )
    label = setting_label(Setting.PRINTER_NAME)
    return (ChoiceRow(Setting.PRINTER_NAME, label, choices, is_column=True),)


def _network_rows(settings: Settings) -> tuple[Row, ...]:
    address = TextRow(
        Setting.PRINTER_ADDRESS,
        setting_label(Setting.PRINTER_ADDRESS),
        settings.printer_address,
        words.address_hint(),
    )
    language = ChoiceRow(
        Setting.PRINTER_LANGUAGE,
        setting_label(Setting.PRINTER_LANGUAGE),
        tuple(
            Choice(one, words.language_choice(one), is_on=one is settings.printer_language)
            for one in LanguageOfPrinter
        ),
    )
    if settings.printer_language is LanguageOfPrinter.PDF:
        return (address, language)
    dpi = ChoiceRow(
        Setting.PRINTER_DPI,
        setting_label(Setting.PRINTER_DPI),
        tuple(Choice(one, str(one), is_on=one == settings.printer_dpi) for one in DPIS),
    )
    return (address, language, dpi)


def _shortened(name: str) -> str:
    """Both ends of a long name: makers begin them, numbers end them."""
    half = _LONGEST // 2
    return name if len(name) <= _LONGEST else f"{name[:half]}…{name[-half:]}"

"""The printers of this table, for Setup."""

from packdesk.domain.ids import OrderId
from packdesk.domain.labels import LabelFormat
from packdesk.printing.chosen_printer import ChosenPrinter, system_printer_names

NO_ORDER = OrderId(0)
"""Stands on a test label; no order has it."""


class Printers:
    """Names them, and tries the chosen one. Print lane."""

    def __init__(self, chosen: ChosenPrinter) -> None:
        self._chosen = chosen

    def names(self) -> tuple[str, ...]:
        """The printers of the system."""
        return system_printer_names()

    def print_trial(self, page: LabelFormat, words: str) -> None:
        """Print a test label on the chosen printer."""
        from packdesk.printing.trial_label import (  # noqa: PLC0415 - loads the barcode libraries
            trial_label,
        )

        self._chosen.print_labels(NO_ORDER, page, trial_label(page, words))

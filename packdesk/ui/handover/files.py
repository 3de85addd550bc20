"""The system's dialogs for files: opened by a button only."""

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from packdesk.ui.handover.table_props import TableAct
from packdesk.ui.words import handover_table as words


class FileChooser(Protocol):
    """Asks a person for a file; None where none was chosen."""

    def to_open(self, parent: QWidget) -> Path | None:
        """A table that is there."""

    def to_save(self, parent: QWidget, name: str) -> Path | None:
        """A file that is to be written."""


class SystemFiles:
    """The dialogs of the system."""

    def to_open(self, parent: QWidget) -> Path | None:
        title = words.act_label(TableAct.OPEN)
        name, _ = QFileDialog.getOpenFileName(parent, title, "", words.file_kinds())
        return Path(name) if name else None

    def to_save(self, parent: QWidget, name: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(parent, "", name, "CSV (*.csv)")
        return Path(chosen) if chosen else None

"""Parts of the section of tables: the place to drop a file, progress, and the counts."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from packdesk.ui.handover.table_props import BusyProps, TableAct, TableButtonProps
from packdesk.ui.theme import put, restyle
from packdesk.ui.tokens import Space
from packdesk.ui.words import handover_table as words
from packdesk.ui.words.notice import Notice, tone_word

WIDEST = 760


class DropPlace(QFrame):
    """What the section shows while there is no table; ``switch`` reads one as the other kind.

    Signals:
        opened: A file is to be opened.
    """

    opened = Signal()

    def __init__(self, switch: QPushButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tableDrop")
        self.setProperty("card", "dashed")
        self._hint = _centred("title", self)
        self._hint.setObjectName("tableHint")
        self._details = _centred("quiet", self)
        self._details.setMaximumWidth(WIDEST)
        self._open = QPushButton(self)
        self._open.setObjectName("tableOpenFirst")
        self._open.setProperty("kind", "primary")
        self._open.setProperty("tall", True)
        self._open.setMinimumWidth(260)
        self._open.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._open.clicked.connect(self.opened)
        middle = Qt.AlignmentFlag.AlignHCenter
        details = QHBoxLayout()
        details.addStretch(1)
        details.addWidget(self._details, 100)
        details.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(Space.WIDE)
        column.addStretch(1)
        column.addWidget(self._hint)
        column.addLayout(details)
        column.addWidget(switch, 0, middle)
        column.addWidget(self._open, 0, middle)
        column.addStretch(1)

    def show_place(
        self, hint: str, details: str, buttons: Mapping[TableAct, TableButtonProps]
    ) -> None:
        """Show what may be dropped here."""
        self._hint.setText(hint)
        self._details.setText(details)
        self._open.setText(f"{buttons[TableAct.OPEN].label}  {TableAct.OPEN.value}")
        # Of two buttons only one may be the next thing to do.
        put(self._open, "kind", "" if buttons[TableAct.KIND].is_shown else "primary")


class BusyView(QFrame):
    """How far something is, and the button that stops it.

    Signals:
        stopped: It is to be stopped.
    """

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tableBusy")
        self.setProperty("card", "plain")
        self._text = _centred("title", self)
        self._text.setObjectName("tableBusyText")
        self._bar = QProgressBar(self)
        self._bar.setObjectName("tableProgress")
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(WIDEST)
        self._stop = QPushButton(self)
        self._stop.setObjectName("tableStop")
        self._stop.setMinimumWidth(200)
        self._stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._stop.clicked.connect(self.stopped)
        bar = QHBoxLayout()
        bar.addStretch(1)
        bar.addWidget(self._bar, 100)
        bar.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(Space.WIDE)
        column.addStretch(1)
        column.addWidget(self._text)
        column.addLayout(bar)
        column.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def show_busy(self, props: BusyProps) -> None:
        """Show how far it is; where nobody knows, the bar only moves."""
        self._text.setText(props.text)
        self._bar.setRange(0, props.total)
        self._bar.setValue(props.done)
        self._bar.setAccessibleName(props.text)
        self._stop.setText(f"{words.stop_label()}  {TableAct.CLOSE.value}")


class CountsView(QWidget):
    """How many rows are how."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tableCounts")
        self._chips: list[QLabel] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.TIGHT)

    def show_counts(self, counts: tuple[Notice, ...]) -> None:
        """Show these as chips."""
        while len(self._chips) < len(counts):
            chip = QLabel(self)
            chip.setProperty("role", "chip")
            self._row.addWidget(chip)
            self._chips.append(chip)
        for place, chip in enumerate(self._chips):
            chip.setVisible(place < len(counts))
            if place < len(counts):
                one = counts[place]
                chip.setText(one.text)
                chip.setAccessibleName(f"{tone_word(one.tone)} {one.text}".strip())
                chip.setProperty("tone", one.tone.value)
                restyle(chip)


def _centred(role: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label

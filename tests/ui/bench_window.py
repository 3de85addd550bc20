"""The bench as a program of its own, for a real mouse: obeys and tells in JSON lines."""

import json
import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from typing_extensions import override

from packdesk.domain.commands import Command, OpenBox, SplitUnit, TakeProduct
from packdesk.domain.ids import ItemId
from packdesk.scanners.profile import ScannerProfile
from packdesk.scanners.wedge import KeyboardWedge
from packdesk.ui.band.local_question import LocalQuestion
from packdesk.ui.bench.view import BenchView
from packdesk.ui.theme import Density, Look, Theme, system_font
from tests.builders import item, order
from tests.ui.bench_table import Table

PREPARED = (TakeProduct(ItemId(2)), OpenBox(), SplitUnit(ItemId(3), 2))
"""Box 1: jam. Boxes 2 and 3: the parts of a sofa. Three tea are loose."""


class TellingTable(Table):
    """Tells what it is asked for; every question is answered with "all"."""

    @override
    def do(self, command: Command) -> None:
        tell("asked", repr(command))
        super().do(command)

    @override
    def ask(self, question: LocalQuestion) -> None:
        tell("question", question.text)
        super().ask(question)
        self.pick_answer(2)


def tell(kind: str, value: object) -> None:
    sys.stdout.write(json.dumps({"kind": kind, "value": value}) + "\n")
    sys.stdout.flush()


def obey(view: BenchView, line: str) -> None:
    """``where NAME``: the middle of a widget on the screen; ``hints``: what is said in the air."""
    word, _, name = line.strip().partition(" ")
    if word == "where":
        widget = next(one for one in view.findChildren(QWidget, name) if one.isVisible())
        middle = widget.mapToGlobal(widget.rect().center())
        tell("where", [middle.x(), middle.y()])
    else:
        labels = (one.text() for one in view.findChildren(QLabel) if one.isVisible())
        tell("hints", [text for text in labels if text.startswith(("↓", "✕"))])


def main() -> None:
    application = QApplication(sys.argv)
    theme = Theme(Look.LIGHT, system_font())
    theme.apply(application)
    table = TellingTable(order(item(1, 3, name="Tea"), item(2, name="Jam"), item(3, name="Sofa")))
    for command in PREPARED:
        Table.do(table, command)
    table.open()
    view = BenchView(table.viewmodel, theme)
    view.set_density(Density.COMPACT)
    view.resize(1024, 700)
    # A busy machine stretches the gaps of the X server.
    wedge = KeyboardWedge(ScannerProfile(gap_ms=100, idle_ms=300))
    wedge.scanned.connect(lambda scan: tell("scan", scan.text))
    wedge.scanned.connect(lambda _: table.scanned(TakeProduct(ItemId(1))))
    wedge.set_active(True)
    orders = QSocketNotifier(0, QSocketNotifier.Type.Read)

    def read() -> None:
        line = sys.stdin.readline()
        if line:
            obey(view, line)
        else:
            application.quit()

    orders.activated.connect(read)
    view.move(0, 0)
    view.show()
    application.exec()


if __name__ == "__main__":
    main()

"""Labels at the window: scanned where they stick, printed again, and asked for after a crash."""

import socket
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from packdesk.printing.raster import page_sizes
from packdesk.sandbox.effects import EffectKind
from packdesk.settings import PrinterChoice, Settings
from tests.builders import ean
from tests.e2e.window_goods import Goods, write_goods
from tests.e2e.window_shop import Packer, Shop, shop
from tests.fakes.raw_printer import RawPrinter, raw_printer

ORDER, OTHER = 61000000041, 61000000042
FINISHED = ["PROCESSING/READY_TO_SHIP"]
PRINTED_ONCE = [EffectKind.LAYOUT, EffectKind.LABELS]


@pytest.fixture
def place(tmp_path: Path, qtbot):
    day = {ORDER: (Goods(1), Goods(2)), OTHER: (Goods(3),)}
    with shop(tmp_path, write_goods(tmp_path / "day.json", day), qtbot) as made:
        yield made


def pack(packer: Packer) -> None:
    """Two boxes, a good in each."""
    packer.open(ORDER)
    packer.scan(ean(1), "PD-BOX", ean(2))


def test_an_order_is_ready_only_after_each_of_its_labels_was_scanned(place: Shop):
    with place.program(Settings(scan_labels=True)) as packer:
        packer.open(OTHER)
        packer.scan(ean(3))
        packer.until(lambda: place.prints(OTHER) == 1)
        packer.press(Qt.Key.Key_F6)
        pack(packer)
        packer.until(lambda: place.prints(ORDER) == 1)
        packer.until(lambda: "Scan the label where it sticks" in packer.sight.sentence)
        assert packer.scan(f"{OTHER}-1") == "refused"
        assert f"That is the label of order {OTHER}" in packer.sight.sentence
        assert packer.scan(f"{ORDER}-2") != "refused"
        assert packer.scan(f"{ORDER}-2") != "accepted"
        assert packer.scan(f"{ORDER}-3") == "refused"
        packer.settle()
        assert place.statuses(ORDER) == []
        packer.scan(f"{ORDER}-1")
        packer.until(lambda: place.statuses(ORDER) == FINISHED)
        assert place.statuses(OTHER) == []
        packer.open(OTHER)
        packer.scan(f"{OTHER}-1")
        packer.until(lambda: place.statuses(OTHER) == FINISHED)
    assert place.effects(ORDER) == [*PRINTED_ONCE, EffectKind.STATUS]


def test_labels_are_printed_again_from_the_list_of_what_was_sent(place: Shop):
    with place.program(Settings(packer="Anna")) as packer:
        pack(packer)
        packer.until(lambda: place.statuses(ORDER) == FINISHED)
        packer.page(Qt.Key.Key_F4, "sentPage")
        act = packer.act_of("sentDone", ORDER)
        assert act.text().split("  ")[0] == "Print again"
        QTest.mouseClick(act, Qt.MouseButton.LeftButton)
        packer.until(lambda: place.prints(ORDER) == 2)
        packer.until(lambda: any("Reprinted: 1" in row for row in packer.lane("sentDone")))
        history = packer.act_of("sentDone", ORDER, "sentHistory")
        QTest.mouseClick(history, Qt.MouseButton.LeftButton)
        lines = packer.wait_for("sentDetailsLines")
        told = [label.text() for label in lines.findChildren(QLabel)]
        assert any("Anna" in text for text in told)
    first, second = (place.folder / "printed" / f"{ORDER}-{n}.pdf" for n in (1, 2))
    assert first.read_bytes() == second.read_bytes()
    assert len(page_sizes(second.read_bytes(), "pdf")) == 2
    assert place.statuses(ORDER) == FINISHED


class HeldUp:
    """A printer that says it is ready, takes a job, and does not say that it has done it."""

    def __init__(self) -> None:
        self.has_begun, self.may_end = Event(), Event()

    def behave(self, line: socket.socket, printer: RawPrinter) -> None:
        printer.jobs.append(line.recv(3))
        line.sendall(b"\x00")
        self.has_begun.set()
        self.may_end.wait(30)


@pytest.mark.parametrize("printed", [True, False])
def test_after_a_death_between_print_and_its_end_the_packer_is_asked(place: Shop, printed: bool):
    held = HeldUp()
    with raw_printer(held.behave) as printer:
        network = Settings(printer=PrinterChoice.NETWORK, printer_address=str(printer.address))
        with place.program(network) as packer:
            pack(packer)
            packer.until(held.has_begun.is_set)
            assert packer.scan("PD-FINISH") == "attention", "it is finished already"
            packer.page(Qt.Key.Key_F4, "sentPage")
            packer.until(lambda: any(str(ORDER) in row for row in packer.lane("sentWaiting")))
            assert packer.lane("sentNeedsYou") == [], "nobody is asked while it prints"
        held.may_end.set()
    with place.program() as packer:
        packer.page(Qt.Key.Key_F4, "sentPage")
        QTest.mouseClick(packer.act_of("sentNeedsYou", ORDER), Qt.MouseButton.LeftButton)
        packer.until(lambda: packer.text("sentDetailsNotice") or packer.shown("sentDetails"))
        notice = packer.wait_for("sentDetailsNotice")
        assert isinstance(notice, QLabel)
        assert notice.text() == "Did the labels print?"
        packer.settle()
        assert place.statuses(ORDER) == []
        assert place.prints(ORDER) == 0
        packer.click("sentDetailsPrinted" if printed else "sentDetailsNotPrinted")
        packer.until(lambda: place.statuses(ORDER) == FINISHED)
    assert place.prints(ORDER) == (0 if printed else 1)
    assert place.effects(ORDER) == [*PRINTED_ONCE, EffectKind.STATUS]

"""A day's DBS parcels are handed over at the window by scans alone, and listed as sent."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from packdesk.sandbox.effects import EffectKind
from packdesk.sandbox.troubles import Trouble, TroubleKind
from tests.e2e.handover_place import FIRST, dbs_day
from tests.e2e.test_handover import track_of
from tests.e2e.window_shop import Packer, shop

PARCELS = 50
ORDERS = range(FIRST, FIRST + PARCELS)
SHOWN = 40
"""Rows of a column of the list of what was sent."""


def line(packer: Packer, name: str) -> str:
    found = packer.shown(name)
    assert isinstance(found, QLineEdit)
    return found.text()


def hand_over(packer: Packer, number: int) -> None:
    packer.table.scan(str(number))
    packer.until(lambda: line(packer, "parcelFieldLine") == str(number))
    packer.table.scan(track_of(number))
    packer.until(lambda: line(packer, "parcelFieldLine") == "")


@pytest.mark.parametrize(
    "trouble", [None, Trouble(TroubleKind.DROP_AFTER, every=5)], ids=["fine", "drop"]
)
def test_fifty_parcels_are_handed_over_by_a_hundred_scans(tmp_path: Path, qtbot, trouble):
    with shop(tmp_path, dbs_day(tmp_path, PARCELS), qtbot) as place, place.program() as packer:
        place.sandbox.trouble = trouble
        packer.page(Qt.Key.Key_F3, "handoverTracks")
        for number in ORDERS:
            hand_over(packer, number)
        packer.until(lambda: packer.text("handoverCounterFigure") == str(PARCELS), 60_000)
        packer.until(lambda: packer.text("handoverCounterWaiting") == "", 60_000)
        assert packer.text("handoverCounterStopped") == ""
        world = place.sandbox.world
        for number in ORDERS:
            assert world.snapshot(number).tracks == (track_of(number),)
        assert len(world.effects(EffectKind.TRACK)) == PARCELS
        assert world.repeated_effects() == ()
        rows = packer.wait_for("handedList").findChildren(QWidget, "handedRow")
        told = [row.accessibleName() for row in rows if row.isVisible()]
        assert all(any(str(number) in row for row in told) for number in list(ORDERS)[-len(told) :])
        packer.page(Qt.Key.Key_F4, "sentPage")
        packer.until(lambda: len(packer.lane("sentDone")) == SHOWN)
        assert str(PARCELS) in packer.text("sentDoneTitle")
        assert packer.lane("sentNeedsYou") == packer.lane("sentWaiting") == []
        assert trouble is None or any(one.status == 0 for one in place.sandbox.log)

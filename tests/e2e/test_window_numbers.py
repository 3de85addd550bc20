"""Numbers given at the window: the shop's own at the bench, track numbers in a pasted table."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from packdesk.sandbox.effects import EffectKind
from packdesk.sandbox.transitions import State
from packdesk.ui.handover.table_view import TableView
from tests.builders import ean
from tests.e2e.handover_place import FIRST, dbs_day
from tests.e2e.test_handover import track_of
from tests.e2e.window_goods import Goods, write_goods
from tests.e2e.window_shop import Packer, shop

ORDER = 61000000061
NUMBER = "SHOP-17"
PARCELS = 12
CONTROL = Qt.KeyboardModifier.ControlModifier


def write(packer: Packer, text: str) -> None:
    packer.until(lambda: packer.sight.entry is not None)
    for sign in text:
        packer.press(Qt.Key(ord(sign)), sign)
    entry = packer.sight.entry
    assert entry is not None
    packer.until(lambda: entry.text() == text)


@pytest.mark.parametrize("way", ["typed", "scanned"])
def test_the_shops_own_number_is_given_at_the_bench_once_and_before_the_labels(
    tmp_path: Path, qtbot, way: str
):
    day = write_goods(tmp_path / "day.json", {ORDER: (Goods(1, 2),)})
    with shop(tmp_path, day, qtbot) as place, place.program() as packer:
        packer.open(ORDER)
        packer.scan(ean(1))
        packer.press(Qt.Key.Key_N, "n")
        packer.wait_for("bandEntry")
        if way == "typed":
            write(packer, NUMBER)
        else:
            packer.table.scan(NUMBER)
            packer.until(lambda: packer.sight.entry and packer.sight.entry.text() == NUMBER)
        assert place.effects(ORDER) == []
        packer.press(Qt.Key.Key_Return, "\r")
        packer.until(lambda: place.sandbox.world.snapshot(ORDER).external_id == NUMBER)
        packer.until(lambda: NUMBER in packer.text("orderExternalId"))
        packer.press(Qt.Key.Key_N, "n")
        packer.until(lambda: packer.sight.tone in {"refused", "attention"})
        assert NUMBER in packer.sight.sentence
        packer.scan(ean(1))
        packer.until(lambda: place.statuses(ORDER))
        labels = [EffectKind.LAYOUT, EffectKind.LABELS, EffectKind.STATUS]
        assert place.effects(ORDER) == [EffectKind.EXTERNAL_ID, *labels]
        packer.press(Qt.Key.Key_F6)
        packer.table.scan(NUMBER)
        packer.until(lambda: str(ORDER) in packer.sight.order)


class Chosen:
    """A person who saves under this name."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def to_open(self, parent: QWidget) -> Path | None:
        return self._path

    def to_save(self, parent: QWidget, name: str) -> Path | None:
        return self._path


def pasted() -> str:
    """Ten rows that can go, a parcel of nobody's, and one that the Market refuses meanwhile."""
    rows = [(number, track_of(number)) for number in range(FIRST, FIRST + PARCELS - 1)]
    rows.append((777, track_of(777)))
    return "\n".join(["Заказ\tТрек-номер", *(f"{one}\t{track}" for one, track in rows)])


def button(packer: Packer, name: str) -> QPushButton:
    found = packer.wait_for(name)
    assert isinstance(found, QPushButton)
    return found


def test_a_pasted_table_is_looked_at_sent_and_what_failed_is_saved(tmp_path: Path, qtbot):
    failed = tmp_path / "failed.csv"
    with (
        shop(tmp_path, dbs_day(tmp_path, PARCELS), qtbot) as place,
        place.program() as packer,
    ):
        world = place.sandbox.world
        packer.page(Qt.Key.Key_F3, "handoverTracks")
        packer.press(Qt.Key.Key_2, "", CONTROL)
        view = packer.wait_for("handoverTable")
        assert isinstance(view, TableView)
        view._files = Chosen(failed)
        QGuiApplication.clipboard().setText(pasted())
        packer.press(Qt.Key.Key_V, "\x16", CONTROL)
        packer.until(lambda: button(packer, "tableSend").isEnabled())
        assert world.effects() == (), "a dry run sends nothing"
        gone = State("CANCELLED", "USER_CHANGED_MIND")
        world.market_moves(FIRST, gone)
        button(packer, "tableSend").click()
        sent = range(FIRST + 1, FIRST + PARCELS - 1)
        packer.until(lambda: all(world.snapshot(one).tracks for one in sent))
        packer.until(lambda: button(packer, "tableSave").isEnabled())
        packer.settle()
        packer.until(
            lambda: any(
                one.operation == "setOrderDeliveryTrackCode" and one.status >= 400
                for one in place.sandbox.log
            )
        )
        packer.settle()
        packer.press(Qt.Key.Key_S, "\x13", CONTROL)
        packer.until(failed.exists)
        text = failed.read_text(encoding="utf-8-sig")
        assert "777" in text
        assert str(FIRST) in text
        assert str(FIRST + 1) not in text
        for number in sent:
            assert world.snapshot(number).tracks == (track_of(number),)
        assert world.snapshot(FIRST).tracks == ()
        assert len(world.effects(EffectKind.TRACK)) == len(sent)
        assert world.repeated_effects() == ()

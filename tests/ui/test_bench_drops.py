"""Goods dropped on the bench: what each place takes, and what it says while they are held."""

import pytest
from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from packdesk.domain.commands import (
    IntoBox,
    IntoNewBox,
    MovePart,
    MoveUnits,
    OnTable,
    OpenBox,
    SplitUnit,
    TakeProduct,
)
from packdesk.domain.ids import ItemId
from packdesk.ui.bench.payload import MIME, encode
from packdesk.ui.bench.picks import CarriedPart, CarriedUnits
from packdesk.ui.words.notice import Notice, Tone
from tests.builders import box, item, order, unit
from tests.ui.bench_stage import BENCH, find, show_bench, text
from tests.ui.bench_table import Table, tea_and_jam
from tests.ui.drag import Drag

TEA, JAM = ItemId(1), ItemId(2)


@pytest.fixture
def table() -> Table:
    return tea_and_jam()


@pytest.fixture
def show(qtbot, theme):
    return lambda table, size=BENCH: show_bench(qtbot, table, theme, size)


def units(table: Table, number: ItemId, source=None) -> QMimeData:
    return encode(CarriedUnits(table.packing.order.id, number, source or OnTable()))


def part(table: Table, number: int) -> QMimeData:
    return encode(CarriedPart(table.packing.order.id, unit(2), number))


def test_a_row_is_dropped_into_a_box(table, show):
    table.do(OpenBox())
    view = show(table)
    drag = Drag(units(table, JAM))

    assert drag.drop(find(view, "boxCard_1"))
    assert table.asked[-1] == MoveUnits(JAM, 1, OnTable(), IntoBox(box(1)))


def test_several_units_ask_how_many_after_the_drop(table, show):
    table.do(OpenBox())
    view = show(table)

    assert Drag(units(table, TEA)).drop(find(view, "boxCard_1"))
    table.pick_answer(2)

    assert table.asked[-1] == MoveUnits(TEA, 2, OnTable(), IntoBox(box(1)))
    assert text(view, "itemCount_1") == "2 / 3"


def test_a_line_is_dropped_from_box_to_box_and_back_to_the_list(table, show):
    table.do(TakeProduct(JAM))
    table.do(OpenBox())
    view = show(table)

    assert Drag(units(table, JAM, IntoBox(box(1)))).drop(find(view, "boxCard_2"))
    assert table.asked[-1] == MoveUnits(JAM, 1, IntoBox(box(1)), IntoBox(box(2)))
    assert Drag(units(table, JAM, IntoBox(box(1)))).drop(find(view, "itemRow_1"))
    assert table.asked[-1] == MoveUnits(JAM, 1, IntoBox(box(1)), OnTable())


def test_a_row_is_dropped_onto_the_new_box_card(table, show):
    view = show(table)

    assert Drag(units(table, JAM)).drop(find(view, "newBoxCard"))
    assert table.asked == [MoveUnits(JAM, 1, OnTable(), IntoNewBox())]


def test_a_part_is_dropped_into_an_empty_box_and_nowhere_else(table, show):
    table.do(SplitUnit(JAM, 2))
    table.do(TakeProduct(TEA))
    table.do(OpenBox())
    view = show(table)
    drag = Drag(part(table, 2))

    assert not drag.over(find(view, "boxCard_1"))
    assert "not empty" in hint(view, "boxCard_1")
    assert not drag.over(find(view, "boxCard_3"))
    assert drag.drop(find(view, "boxCard_4"))
    assert table.asked[-1] == MovePart(unit(2), 2, IntoBox(box(4)))


def hint(view: QWidget, name: str) -> str:
    labels = [
        label
        for label in find(view, name).findChildren(QLabel)
        if label.isVisible() and label.property("role") == "chip"
    ]
    assert len(labels) == 1
    return labels[0].text()


def test_while_it_is_held_each_box_says_what_would_happen(table, show):
    table.do(SplitUnit(JAM, 2))
    table.do(OpenBox())
    view = show(table)
    drag = Drag(units(table, TEA))

    assert not drag.over(find(view, "boxCard_1"))
    assert hint(view, "boxCard_1") == "✕ Box 1 holds a part. Take another box"
    assert drag.over(find(view, "boxCard_3"))
    assert hint(view, "boxCard_3") == "↓ Into box 3: how many?"
    drag.away()
    assert not [one for one in view.findChildren(QLabel) if one.text().startswith(("↓", "✕"))]


def test_a_refused_drop_changes_nothing_and_says_why(table, show):
    table.do(SplitUnit(JAM, 2))
    view = show(table)
    before = table.packing
    heard: list[Notice] = []
    table.viewmodel.noticed.connect(heard.append)

    assert not Drag(units(table, TEA)).drop(find(view, "boxCard_1"))
    assert table.packing == before
    assert heard == [Notice("Box 1 holds a part. Take another box", Tone.REFUSED)]


@pytest.mark.parametrize(
    ("mime", "data"),
    [(MIME, b"{"), (MIME, b""), ("text/plain", b"Jam"), ("text/uri-list", b"file:///etc/hosts")],
)
def test_what_is_no_goods_is_ignored(table, show, mime, data):
    table.do(OpenBox())
    view = show(table)
    stranger = QMimeData()
    stranger.setData(mime, data)

    assert not Drag(stranger).over(find(view, "boxCard_1"))
    assert not Drag(stranger).drop(find(view, "itemRow_1"))
    assert table.asked == [OpenBox()]


def test_a_gap_between_cards_takes_nothing(table, show):
    table.do(OpenBox())
    view = show(table)
    card = find(view, "boxCard_1")

    assert not Drag(units(table, JAM)).drop(card, QPoint(card.width() + 5, 10))


def test_the_boxes_scroll_while_something_is_held_at_their_edge(show, qtbot):
    table = Table(order(item(1, 30), item(2))).open()
    for _ in range(30):
        table.do(MoveUnits(TEA, 1, OnTable(), IntoNewBox()))
    view = show(table)
    area = next(
        one for one in view.findChildren(QScrollArea) if one.isAncestorOf(find(view, "boxCard_1"))
    )
    viewport = area.viewport()
    drag = Drag(units(table, JAM))

    drag.over(viewport, QPoint(60, viewport.height() - 4))
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 40)
    drag.over(viewport, QPoint(60, 4))
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() == 0)
    drag.away()

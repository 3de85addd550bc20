"""The bench in windows of all sizes: what is cut, what is large, what scrolls."""

from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from packdesk.domain.codes import CodeKind
from packdesk.domain.commands import (
    OpenBox,
    TakeCode,
)
from packdesk.domain.ids import ItemId
from packdesk.domain.order import ItemTag
from packdesk.ui.bench.name_label import NameLabel
from packdesk.ui.bench.row_size import row_size
from packdesk.ui.theme import Density
from tests.builders import cis, item, order
from tests.ui.bench_stage import BENCH, find, show_bench, text
from tests.ui.bench_table import Table, tea_and_jam


@pytest.fixture
def table() -> Table:
    return tea_and_jam()


@pytest.fixture
def show(qtbot, theme):
    return lambda table, size=BENCH: show_bench(qtbot, table, theme, size)


def test_a_hundred_positions_and_boxes_are_shown(show):
    many = range(1, 101)
    table = Table(order(*(item(n, 2, marking=(CodeKind.CIS,)) for n in many)))
    for number in many:
        table.prepare(OpenBox(), TakeCode(ItemId(number), cis(number, 1)))
    table.open()
    view = show(table)

    table.do(TakeCode(ItemId(100), cis(100, 2)))

    assert find(view, "boxCard_100").accessibleName().startswith("Box 100, here")
    assert text(view, "itemCount_100") == "2 / 2"
    assert text(view, "itemCount_1") == "1 / 2"


def names(view: QWidget) -> list[NameLabel]:
    return view.findChildren(NameLabel)


@pytest.mark.parametrize("goods", [1, 4])
def test_a_long_name_is_cut_after_a_few_lines_and_stays_readable(show, goods):
    long = "Air conditioner with inverter " * 6
    view = show(Table(order(*(item(n, name=long) for n in range(1, goods + 1)))).open())

    name = names(view)[0]
    lines = name.shown_lines()
    assert len(lines) == row_size(Density.COMPACT, goods).name_lines
    assert lines[-1].endswith("…")
    assert (name.text(), name.accessibleName(), name.toolTip()) == (long, long, long)


def test_a_short_name_has_no_tooltip(table, show):
    view = show(table)

    assert [name.toolTip() for name in names(view)] == ["", ""]


def five() -> Table:
    made = Table(
        order(
            *(item(n, 2, name="Running shoes for men, 42", marking=(CodeKind.CIS,), tags=(ItemTag.SAFE_TAG,)) for n in range(1, 6)),
            notes="Call one hour before",
            external_id="A-1007",
            shipment_time=time(17, 0),
        )
    )  # fmt: skip
    return made.open()


def test_five_rows_fit_without_scrolling(show):
    view = show(five())

    for number in range(1, 6):
        row = find(view, f"itemRow_{number}")
        assert row.height() == row_size(Density.COMPACT, 5).height
        assert row.visibleRegion().boundingRect().size() == row.size()


@pytest.mark.parametrize(("goods", "height"), [(1, 176), (2, 136), (3, 112), (4, 64)])
def test_few_goods_are_shown_large_in_a_low_window_too(show, goods, height):
    view = show(Table(order(*(item(n) for n in range(1, goods + 1)))).open())

    for number in range(1, goods + 1):
        row = find(view, f"itemRow_{number}")
        assert row.height() == height
        assert row.visibleRegion().boundingRect().size() == row.size()


@pytest.mark.parametrize("density", Density)
@pytest.mark.parametrize("goods", [1, 2, 3, 4])
@pytest.mark.parametrize("width", [1024, 1366, 1920])
def test_nothing_in_a_row_is_cut_or_covered(show, density, goods, width):
    """The longest name, all kinds of codes, and a count of four digits."""
    kinds = (CodeKind.CIS, CodeKind.GTD)
    many = (item(n, 24, name="Air conditioner " * 9, marking=kinds) for n in range(1, goods + 1))
    view = show(Table(order(*many)).open(), QSize(width, 900))
    view.set_density(density)
    QApplication.processEvents()

    for number in range(1, goods + 1):
        row = find(view, f"itemRow_{number}")
        parts = [one for one in row.findChildren(QWidget) if one.isVisible()]
        own = [one for one in parts if one.parentWidget() is row]
        for one in own:
            assert row.rect().contains(one.geometry()), one.objectName()
            assert not [
                two for two in own if two is not one and two.geometry().intersects(one.geometry())
            ]
        name = find(view, f"itemName_{number}")
        assert isinstance(name, NameLabel)
        assert name.height() >= name.fontMetrics().height() * len(name.shown_lines())
        count = find(view, f"itemCount_{number}")
        assert isinstance(count, QLabel)
        assert count.fontMetrics().horizontalAdvance(count.text()) <= count.width()


def test_the_size_of_the_rows_follows_the_order(show):
    made = Table(order(*(item(n) for n in range(1, 6)))).open()
    view = show(made)
    assert find(view, "itemRow_1").height() == 64
    other = Table(order(item(1)))
    made.packing, made.catalogue = other.packing, other.catalogue
    made.open()
    assert find(view, "itemRow_1").height() == 176


@pytest.mark.parametrize("size", [QSize(1024, 452), BENCH, QSize(1920, 850)])
def test_no_button_is_cut_at_any_width(show, size):
    view = show(five(), size)

    for button in view.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width(), button.objectName()
            assert button.height() >= 40, button.objectName()
            assert view.rect().contains(button.mapTo(view, button.rect().bottomRight()))


@pytest.mark.parametrize("size", [QSize(1024, 452), BENCH])
def test_the_buyers_note_is_whole_however_long(show, size):
    note = "Please call one hour before you come, the bell does not work. " * 8
    view = show(Table(replace(order(tags_item()), notes=note)).open(), size)

    label = find(view, "orderNote")
    assert isinstance(label, QLabel)
    assert note.strip() in label.text()
    assert label.height() >= label.heightForWidth(label.width())


def tags_item():
    return item(1, tags=(ItemTag.SAFE_TAG, ItemTag.ULTIMA))

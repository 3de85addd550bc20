"""The bench while orders come and go."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from packdesk.station.reports import Answer, OpenedOrder
from tests.builders import item, order
from tests.ui.bench_stage import BENCH, find, press, settle, show_bench, text
from tests.ui.bench_table import NOON, Table, tea_and_jam


@pytest.fixture
def table() -> Table:
    return tea_and_jam()


@pytest.fixture
def show(qtbot, theme):
    return lambda table, size=BENCH: show_bench(qtbot, table, theme, size)


def test_another_order_may_come_while_a_row_has_the_keyboard(table, show):
    """Hiding the row that has the focus moves it, which picks another row in the middle."""
    view = show(table)
    press(view, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_Down)
    assert find(view, "itemRow_2").hasFocus()
    for goods in ((item(7, name="Salt"),), (item(8, name="Oil"), item(9, name="Rice"))):
        other = Table(order(*goods, number=77777))
        opened = Answer(OpenedOrder(other.packing.order.id, other.bench.access), NOON)
        table.viewmodel.take(replace(opened, bench=other.bench))
        settle()
        for good in goods:
            assert text(view, f"itemName_{good.id}")

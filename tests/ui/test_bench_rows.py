"""The rows of goods: room for the name first, and picked is not mistaken for lit."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel

from packdesk.domain.codes import CodeKind
from packdesk.domain.commands import TakeCode
from packdesk.domain.ids import ItemId
from packdesk.ui.bench.name_label import NameLabel
from packdesk.ui.bench.picks import ItemPick
from tests.builders import cis, item, order
from tests.ui.bench_shown import refuse
from tests.ui.bench_stage import find, settle, show_bench, text
from tests.ui.bench_table import Table

pytestmark = pytest.mark.usefixtures("english")

LONG = "Ceramic mug of the good morning, blue"
GOODS = order(
    item(1, 2, name=LONG, marking=(CodeKind.CIS,)), *(item(n, name=LONG) for n in (2, 3, 4))
)
NARROW, WIDE = QSize(1024, 500), QSize(1366, 560)


def name_lines(view, number):
    label = find(view, f"itemName_{number}")
    assert isinstance(label, NameLabel)
    return label.shown_lines()


def test_a_narrow_row_gives_the_room_of_the_sku_to_the_name(qtbot, theme):
    view = show_bench(qtbot, Table(GOODS).open(), theme, NARROW)
    for number in (1, 2):
        assert not any(one.isVisible() for one in view.findChildren(QLabel, f"itemOffer_{number}"))
        assert " ".join(name_lines(view, number)) == LONG
        assert find(view, f"itemRow_{number}").toolTip() == GOODS.items[number - 1].offer_id
    view.resize(WIDE)
    settle()
    assert text(view, "itemOffer_1") == GOODS.items[0].offer_id
    assert find(view, "itemRow_1").toolTip() == ""


def test_a_narrow_row_still_tells_which_code_was_refused(qtbot, theme):
    table = Table(order(item(1, name="Tea", marking=(CodeKind.CIS,))))
    table.prepare(TakeCode(ItemId(1), cis(1, 1)))
    table.finish()
    refuse(table, cis(1, 1).full)
    view = show_bench(qtbot, table.open(), theme, NARROW)
    assert text(view, "itemOffer_1") == f"code …{cis(1, 1).identity.serial[-4:]}"


def test_a_picked_row_has_a_bar_that_a_lit_one_has_not(qtbot, theme):
    table = Table(order(item(1, 2, name="Tea", marking=(CodeKind.CIS,)), item(2, name="Jam")))
    view = show_bench(qtbot, table.open(), theme, WIDE)
    table.scanned(TakeCode(ItemId(1), cis(1, 1)))
    table.viewmodel.pick(ItemPick(ItemId(2)))
    settle()
    lit, picked = (find(view, f"itemRow_{number}").grab().toImage() for number in (1, 2))
    middle = lit.height() // 2
    accent = QColor(theme.tokens.accent)
    assert [image.pixelColor(5, middle) == accent for image in (lit, picked)] == [False, True]
    assert lit.pixelColor(5, middle) == QColor(theme.tokens.accent_ground)

"""The rows of a table: verdicts, ticks, sending, and what came of them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from packdesk.domain.ids import OrderId
from packdesk.domain.track_headers import TableKind
from packdesk.domain.track_table import (
    NeedsService,
    Ready,
    Warned,
)
from packdesk.station.handover_reports import (
    BatchKept,
)
from packdesk.tables import read_file
from packdesk.ui.handover.sections import SectionName
from packdesk.ui.handover.table_grid import TableGrid
from tests.ui.handover_states import (
    CDEK,
    plain_table,
    ugly_table,
)
from tests.ui.handover_table_window import (
    TEXT,
    checked,
    control,
    find,
    kept,
    press,
    sent_lines,
    table_section,
)

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def shown(qtbot, theme, tmp_path):
    return table_section(qtbot, theme, tmp_path)


def shown_lines(shown):
    model = find(shown, TableGrid, "tableRows").model()
    return [int(model.index(row, 0).data()) for row in range(model.rowCount())]


def counts(shown):
    chips = find(shown, QWidget, "tableCounts").findChildren(QLabel)
    return [chip.text() for chip in chips if not chip.isHidden()]


def test_every_row_has_its_verdict_and_the_counts_tell_how_many(shown):
    checked(shown, ugly_table())
    assert counts(shown) == [
        "can go: 8",
        "doubtful: 2",
        "without a service: 2",
        "cannot go: 6",
        "already there: 1",
    ]
    model = find(shown, TableGrid, "tableRows").model()
    verdicts = [model.index(row, 4).data() for row in range(model.rowCount())]
    assert all(verdicts)
    assert verdicts[13].startswith("1,23E+13: the spreadsheet shortened it")
    assert verdicts[15] == "the same as row 9"
    assert verdicts[18].endswith(": Cancelled")


def test_the_filter_shows_what_needs_attention(shown):
    checked(shown, ugly_table())
    control(shown, Qt.Key.Key_F)
    assert shown_lines(shown) == [10, 11, 12, 13, 15, 16, 17, 18, 19, 20]


def test_only_rows_without_doubt_are_sent_at_first(shown):
    checked(shown, ugly_table())
    press(shown, Qt.Key.Key_F9)
    assert sent_lines(shown) == [ugly_table().lines(Ready)]


def test_space_ticks_a_row(shown):
    checked(shown, ugly_table())
    press(shown, Qt.Key.Key_Space)
    press(shown, Qt.Key.Key_F9)
    assert sent_lines(shown) == [ugly_table().lines(Ready) - {2}]


def test_a_tap_on_the_tick_ticks_a_row_and_a_tap_beside_does_not(shown):
    checked(shown, ugly_table())
    grid = find(shown, TableGrid, "tableRows")
    for column in (0, 4):
        where = grid.visualRect(grid.model().index(0, column)).center()
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=where)
    press(shown, Qt.Key.Key_F9)
    assert sent_lines(shown) == [ugly_table().lines(Ready) - {2}]


def test_the_doubtful_rows_go_by_a_persons_word_only(shown):
    checked(shown, ugly_table())
    press(shown, Qt.Key.Key_F6)
    press(shown, Qt.Key.Key_F9)
    assert sent_lines(shown) == [ugly_table().lines(Ready, Warned)]


def test_a_refused_row_can_never_be_ticked(shown):
    checked(shown, ugly_table())
    shown.handover.table.tick(15)
    press(shown, Qt.Key.Key_F9)
    assert sent_lines(shown) == [ugly_table().lines(Ready)]


def test_one_service_is_set_in_all_rows_that_want_one(shown):
    checked(shown, ugly_table())
    assert shown.band.props.sentence == "Choose the delivery service (F7)"
    press(shown, Qt.Key.Key_F7)
    for char in "сдэк":
        find(shown, QWidget, "tableServiceSearch").insert(char)
    press(shown, Qt.Key.Key_Return)
    press(shown, Qt.Key.Key_F9)
    table, lines = shown.intents.asked[0][1:]
    assert table.count(NeedsService) == 0
    assert lines == ugly_table().lines(Ready, NeedsService)
    served = {row.verdict.errand.track.service for row in table.rows if row.line in {12, 13}}
    assert served == {CDEK}


def test_escape_closes_the_list_of_services_then_the_table(shown):
    checked(shown, ugly_table())
    press(shown, Qt.Key.Key_F7)
    press(shown, Qt.Key.Key_Escape)
    assert shown.handover.table.props.picker is None
    assert shown.handover.table.props.sheet is not None
    press(shown, Qt.Key.Key_Escape)
    assert shown.handover.table.props.sheet is None


def test_nothing_is_sent_twice(shown):
    checked(shown, plain_table(3))
    press(shown, Qt.Key.Key_F9)
    press(shown, Qt.Key.Key_F9)
    shown.handover.take(BatchKept(plain_table(3), frozenset({1, 2, 3}), cancelled=False))
    press(shown, Qt.Key.Key_F9)
    assert len(sent_lines(shown)) == 1


def test_rows_that_are_just_kept_wait(shown):
    checked(shown, plain_table(3))
    shown.handover.take(BatchKept(plain_table(3), frozenset({1, 2, 3}), cancelled=False))
    assert counts(shown) == ["waiting: 3"]
    assert shown.handover.table.props.buttons
    assert not find(shown, QPushButton, "tableSave").isVisible()


def test_when_the_market_has_every_row_it_is_told(shown):
    kept(shown, plain_table(3))
    assert counts(shown) == ["sent: 3"]
    assert shown.handover.table.props.guide.text == "The Market has every row"


def test_what_failed_is_saved_to_a_file_that_can_be_read_again(shown, tmp_path):
    kept(shown, ugly_table(), 4)
    assert counts(shown)[:3] == ["sent: 7", "refused: 1", "not sent: 10"]
    control(shown, Qt.Key.Key_S)
    (grid,) = read_file(tmp_path / "not sent.csv")
    texts = [[cell.text for cell in row.cells] for row in grid.rows]
    assert texts[0] == ["Order", "Track number", "Service", "Reason"]
    assert len(texts) == 12
    assert texts[1][:2] == ["51234567004", "RB000000045RU"]
    assert find(shown, QLabel, "tableTrouble").text() == "Saved: not sent.csv"


def test_a_place_that_cannot_be_written_is_told(shown, tmp_path):
    kept(shown, ugly_table(), 4)
    shown.handover.table.save(tmp_path / "no such folder" / "failed.csv")
    assert find(shown, QLabel, "tableTrouble").text().startswith("failed.csv cannot be written")


def test_a_table_in_which_nothing_can_go_can_be_saved_at_once(shown):
    table = ugly_table()
    rows = tuple(row for row in table.rows if row.line >= 15)
    checked(shown, replace(table, rows=rows))
    assert shown.band.props.tone.value == "attention"
    assert find(shown, QPushButton, "tableSave").isVisible()
    assert not find(shown, QPushButton, "tableSend").isEnabled()


def test_the_same_rows_are_looked_at_anew_for_own_numbers(shown):
    checked(shown, ugly_table())
    QTest.mouseClick(find(shown, QPushButton, "tableOwnNumbers"), Qt.MouseButton.LeftButton)
    assert shown.intents.asked == [("read_text", TEXT, TableKind.EXTERNAL_IDS)]


def test_ten_thousand_rows_are_shown_filtered_and_counted(shown):
    table = plain_table(10_000)
    kept(shown, table, 9_999)
    control(shown, Qt.Key.Key_F)
    assert shown_lines(shown) == [9_999]
    assert counts(shown) == ["sent: 9999", "refused: 1"]


def test_a_scan_goes_to_the_desk_for_track_numbers_and_the_table_stays(shown):
    checked(shown, ugly_table())
    assert shown.handover.take_scan(str(OrderId(51234567011)))
    assert shown.handover.props.current is SectionName.TRACKS
    assert shown.intents.asked == [("scan", "51234567011")]
    assert shown.handover.table.props.sheet is not None

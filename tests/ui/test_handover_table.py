"""The section of tables: what is read, looked at, sent and saved, in a real window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStyleOptionHeader, QWidget

from packdesk.domain.column_names import ColumnRole
from packdesk.domain.errands import SetTrack
from packdesk.domain.ids import DeliveryServiceId, OrderId
from packdesk.domain.order import Track
from packdesk.domain.track_headers import AlikeColumns, Column, NoColumn, OtherKind, TableKind
from packdesk.domain.track_table import (
    AlreadyThere,
    NeedsService,
    Ready,
    RefusedRow,
    RowFault,
    TrackRow,
    Warned,
)
from packdesk.domain.tracks import TrackWarning
from packdesk.station.errors import MarketUnreachable
from packdesk.station.handover_reports import (
    BatchKept,
    BatchPhase,
    BatchProgress,
    BatchStopped,
    HandoverMoved,
    HandoverOutcome,
    HandoverState,
    TableChecked,
    TableMisfits,
    TableRefused,
)
from packdesk.station.tables import TableFault, TableUnreadable
from packdesk.tables import read_file
from packdesk.ui.handover.sections import SectionName
from packdesk.ui.handover.table_grid import TableGrid
from packdesk.ui.handover.table_model import SERVICE
from packdesk.ui.handover.table_props import TableAct
from packdesk.ui.pages import PageName
from tests.ui.drag import Drag
from tests.ui.handover_states import (
    CDEK,
    SERVICES,
    handed,
    needy,
    plain_table,
    refused,
    row,
    ugly_table,
    warned,
)
from tests.ui.handover_window import HandoverWindow

pytestmark = pytest.mark.usefixtures("english")
TEXT = "order;track\n51234567002;RB000000025RU"


class ChosenFiles:
    """A person who always chooses these files."""

    def __init__(self, folder):
        self.folder = folder

    def to_open(self, parent):
        return self.folder / "tracks.csv"

    def to_save(self, parent, name):
        return self.folder / name


@pytest.fixture
def shown(qtbot, theme, tmp_path):
    made = HandoverWindow(theme, ChosenFiles(tmp_path))
    qtbot.addWidget(made.window)
    made.frame.show_page(PageName.HANDOVER)
    made.window.resize(1366, 768)
    with qtbot.waitExposed(made.window):
        made.window.show()
    made.window.activateWindow()
    made.handover.take(HandoverMoved(HandoverState(services=SERVICES)))
    press(made, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    return made


def find(shown, kind, name):
    widget = shown.window.findChild(kind, name)
    assert widget is not None, name
    return widget


def press(shown, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(shown.window.windowHandle(), key, modifier)


def control(shown, key):
    press(shown, key, Qt.KeyboardModifier.ControlModifier)


def checked(shown, table):
    shown.handover.table.paste(TEXT)
    shown.handover.take(TableChecked(table))
    shown.intents.asked.clear()


def shown_lines(shown):
    model = find(shown, TableGrid, "tableRows").model()
    return [int(model.index(row, 0).data()) for row in range(model.rowCount())]


def counts(shown):
    chips = find(shown, QWidget, "tableCounts").findChildren(QLabel)
    return [chip.text() for chip in chips if not chip.isHidden()]


def sent_lines(shown):
    return [asked[2] for asked in shown.intents.asked if asked[0] == "send_table"]


def test_control_two_opens_the_section(shown):
    assert shown.handover.props.current is SectionName.TABLE
    assert shown.band.props.sentence == "Open, paste or drop a table"


def test_rows_copied_elsewhere_are_pasted_by_their_key(shown):
    QGuiApplication.clipboard().setText(TEXT)
    control(shown, Qt.Key.Key_V)
    assert shown.intents.asked == [("read_text", TEXT, TableKind.TRACKS)]


def test_an_empty_clipboard_is_told(shown):
    QGuiApplication.clipboard().setText("  ")
    control(shown, Qt.Key.Key_V)
    assert shown.intents.asked == []
    assert "nothing to paste" in find(shown, QLabel, "tableTrouble").text()


def test_a_file_is_opened_by_its_key(shown, tmp_path):
    control(shown, Qt.Key.Key_O)
    assert shown.intents.asked == [("read_file", tmp_path / "tracks.csv", TableKind.TRACKS)]


def test_a_file_is_dropped_on_the_section(shown, tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "dropped.xlsx"))])
    assert Drag(data).drop(find(shown, QWidget, "tableDrop"))
    assert shown.intents.asked == [("read_file", tmp_path / "dropped.xlsx", TableKind.TRACKS)]


def test_rows_are_dropped_on_the_section(shown):
    data = QMimeData()
    data.setText(TEXT)
    assert Drag(data).drop(find(shown, QWidget, "tableDrop"))
    assert shown.intents.asked == [("read_text", TEXT, TableKind.TRACKS)]


def test_progress_is_shown_and_escape_stops_it(shown):
    shown.handover.table.paste(TEXT)
    shown.handover.take(BatchProgress(BatchPhase.ASKING, 30, 120))
    assert find(shown, QProgressBar, "tableProgress").value() == 30
    assert find(shown, QLabel, "tableBusyText").text().endswith("30 / 120")
    press(shown, Qt.Key.Key_Escape)
    assert shown.intents.asked[-1] == ("cancel_batch",)


def test_a_second_table_waits_until_the_first_is_done(shown):
    shown.handover.table.paste(TEXT)
    shown.handover.table.paste(TEXT)
    assert len(shown.intents.asked) == 1


def test_a_check_that_was_stopped_sends_nothing(shown):
    shown.handover.table.paste(TEXT)
    shown.handover.take(BatchStopped(None))
    assert find(shown, QLabel, "tableTrouble").text() == "Stopped. Nothing sent"


def test_a_check_that_failed_tells_why(shown):
    shown.handover.table.paste(TEXT)
    shown.handover.take(BatchStopped(MarketUnreachable("getOrders")))
    assert find(shown, QLabel, "tableTrouble").text()
    assert shown.band.props.tone.value in {"attention", "refused"}


@pytest.mark.parametrize("fault", TableFault)
def test_a_file_that_is_no_table_is_told_with_what_to_do(shown, fault):
    shown.handover.table.paste(TEXT)
    shown.handover.take(TableRefused(TableUnreadable("tracks.xls", fault)))
    assert find(shown, QLabel, "tableTrouble").text().startswith("tracks.xls: ")
    assert shown.band.props.tone.value == "refused"


@pytest.mark.parametrize(
    ("kind", "other", "told"),
    [
        (TableKind.TRACKS, TableKind.EXTERNAL_IDS, "These are external numbers"),
        (TableKind.EXTERNAL_IDS, TableKind.TRACKS, "These are track numbers"),
    ],
)
def test_a_table_of_the_other_kind_is_read_as_such_by_one_key(shown, kind, other, told):
    shown.handover.table.choose_kind(kind)
    shown.handover.table.paste(TEXT)
    shown.handover.take(TableMisfits("", OtherKind(other, "Heading")))
    assert shown.handover.table.props.guide.text == f"{told}: switch to them (Ctrl+E)"
    assert shown.band.props.tone.value == "refused"
    assert find(shown, QLabel, "tableHint").text() == told
    assert find(shown, QPushButton, "tableSwitch").isVisible()
    shown.intents.asked.clear()
    control(shown, Qt.Key.Key_E)
    assert shown.intents.asked == [("read_text", TEXT, other)]
    shown.handover.take(TableChecked(plain_table(2, other)))
    assert not find(shown, QPushButton, "tableSwitch").isVisible()
    assert shown.handover.table.props.kinds[0].is_on is (other is TableKind.TRACKS)


def test_a_table_of_the_other_kind_is_read_as_such_by_its_button(shown, tmp_path):
    control(shown, Qt.Key.Key_O)
    shown.handover.take(TableMisfits("tracks.csv", OtherKind(TableKind.EXTERNAL_IDS, "Heading")))
    shown.intents.asked.clear()
    QTest.mouseClick(find(shown, QPushButton, "tableSwitch"), Qt.MouseButton.LeftButton)
    assert shown.intents.asked == [("read_file", tmp_path / "tracks.csv", TableKind.EXTERNAL_IDS)]


def test_escape_puts_a_table_of_the_other_kind_down(shown):
    shown.handover.table.paste(TEXT)
    shown.handover.take(TableMisfits("", OtherKind(TableKind.EXTERNAL_IDS, "Heading")))
    press(shown, Qt.Key.Key_Escape)
    assert shown.handover.table.props.guide.text == "Open, paste or drop a table"
    assert not find(shown, QPushButton, "tableSwitch").isVisible()


def test_columns_that_cannot_be_told_are_named(shown):
    shown.handover.table.paste(TEXT)
    alike = AlikeColumns(ColumnRole.TRACK, Column(1, "track"), Column(2, "track number"))
    shown.handover.take(TableMisfits("tracks.csv", alike))
    assert find(shown, QLabel, "tableTrouble").text() == (
        "tracks.csv: Two columns may hold the track numbers: “track” (B) and “track number” (C). "
        "Rename or delete one"
    )
    assert shown.band.props.tone.value == "refused"
    shown.handover.table.paste(TEXT)
    shown.handover.take(TableMisfits("", NoColumn(ColumnRole.TRACK, ("order", "sum"))))
    assert "“order”, “sum”" in find(shown, QLabel, "tableTrouble").text()


def test_the_kind_of_numbers_has_a_key_that_is_shown(shown):
    tracks, own = (find(shown, QPushButton, one) for one in ("tableTracks", "tableOwnNumbers"))
    assert (tracks.text(), own.text()) == ("Track numbers", "External numbers  Ctrl+E")
    control(shown, Qt.Key.Key_E)
    assert (tracks.text(), own.text()) == ("Track numbers  Ctrl+E", "External numbers")
    assert own.isChecked()
    control(shown, Qt.Key.Key_E)
    assert tracks.isChecked()


def seen_buttons(shown):
    every = find(shown, QWidget, "handoverTable").findChildren(QPushButton)
    return [one for one in every if one.isVisible() and not one.isChecked()]


def words_of(button):
    return f"{button.text()} {button.accessibleName()}"


def test_every_button_shows_its_key(shown):
    keys = [act.value for act in TableAct]
    states = (
        lambda: None,
        lambda: checked(shown, ugly_table()),
        lambda: press(shown, Qt.Key.Key_F7),
        lambda: kept(shown, ugly_table(), 4),
        lambda: shown.handover.table.paste(TEXT),
    )
    for change in states:
        change()
        assert seen_buttons(shown)
        for button in seen_buttons(shown):
            assert any(key in words_of(button) for key in keys), words_of(button)


def test_the_columns_tell_where_they_were_taken_from(shown):
    checked(shown, ugly_table())
    model = find(shown, TableGrid, "tableRows").model()
    heads = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(5)]
    assert heads == [
        "Row",
        "Order\n“Номер заказа”",
        "Track number\n“Трек-номер”",
        "Service\n“Служба доставки”",
        "Verdict",
    ]


def test_a_head_that_is_too_long_is_shortened_line_by_line(shown):
    table = ugly_table()
    long = replace(table.columns.order, heading="Номер заказа покупателя")
    checked(shown, replace(table, columns=replace(table.columns, order=long)))
    heads = find(shown, TableGrid, "tableRows").horizontalHeader()
    option = QStyleOptionHeader()
    heads.initStyleOptionForIndex(option, 1)
    first, second = option.text.split("\n")
    assert first == "Order"
    assert second.startswith("“Номер")
    assert second.endswith("…")
    tip = heads.model().headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert tip == "Order\n“Номер заказа покупателя”"


def test_no_service_is_shown_beside_external_numbers(shown):
    checked(shown, plain_table(2, TableKind.EXTERNAL_IDS))
    assert find(shown, TableGrid, "tableRows").isColumnHidden(SERVICE)
    checked(shown, plain_table(2))
    assert not find(shown, TableGrid, "tableRows").isColumnHidden(SERVICE)


def test_the_service_that_will_be_sent_is_shown(shown):
    own = DeliveryServiceId(77)
    errands = (SetTrack(Track("X-100", CDEK)), SetTrack(Track("X-200", own)))
    rows = [
        TrackRow(line, str(line), "X", "", Ready(OrderId(line), errand), "Своя служба")
        for line, errand in enumerate(errands, start=1)
    ]
    rows.append(replace(rows[0], line=3, service="сдек"))
    rows.append(replace(rows[0], line=4, service="Гонец", verdict=RefusedRow(RowFault.NO_ORDER)))
    rows.append(needy(5))
    checked(shown, replace(plain_table(1), rows=tuple(rows)))
    model = find(shown, TableGrid, "tableRows").model()
    services = [model.index(place, SERVICE).data() for place in range(5)]
    assert services == ["СДЭК", "Своя служба", "СДЭК", "Гонец", ""]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            (warned(1, TrackWarning.CHECK_DIGIT), refused(2, RowFault.NO_ORDER)),
            "Doubtful rows only: mend, close (Esc) or choose (F6)",
        ),
        ((refused(2, RowFault.NO_ORDER),), "No row can go. Mend the table or close it (Esc)"),
        (
            (row(1, AlreadyThere(OrderId(51234567001))),),
            "The orders have it all. Close the table (Esc)",
        ),
    ],
)
def test_with_nothing_to_send_the_band_says_what_to_do_and_the_key_is_refused(
    shown, rows, sentence
):
    checked(shown, replace(plain_table(1), rows=rows))
    assert shown.handover.table.props.guide.text == sentence
    press(shown, Qt.Key.Key_F9)
    assert shown.band.props.sentence == "Nothing was sent: no row is chosen"
    assert shown.band.props.tone.value == "refused"
    assert sent_lines(shown) == []


def test_rows_that_were_all_taken_out_are_asked_for_until_one_is_ticked(shown):
    checked(shown, plain_table(1))
    press(shown, Qt.Key.Key_Space)
    assert shown.handover.table.props.guide.text == (
        "No row is chosen: tick some (Space) or close (Esc)"
    )
    press(shown, Qt.Key.Key_Space)
    assert shown.handover.table.props.guide.text == "Look at the rows, then send them (F9)"


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


def results(table, *stopped):
    return tuple(
        handed(
            int(row.verdict.order),
            row.verdict.errand,
            HandoverOutcome.STOPPED if row.line in stopped else HandoverOutcome.DONE,
            why="Order not found",
        )
        for row in table.rows
        if isinstance(row.verdict, Ready)
    )


def kept(shown, table, *stopped):
    checked(shown, table)
    shown.handover.take(BatchKept(table, table.lines(Ready), cancelled=False))
    state = HandoverState(rows=results(table, *stopped), services=SERVICES)
    shown.handover.take(HandoverMoved(state))


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

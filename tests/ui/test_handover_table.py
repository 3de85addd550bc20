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
    Ready,
    RefusedRow,
    RowFault,
    TrackRow,
)
from packdesk.domain.tracks import TrackWarning
from packdesk.station.errors import MarketUnreachable
from packdesk.station.handover_reports import (
    BatchPhase,
    BatchProgress,
    BatchStopped,
    TableChecked,
    TableMisfits,
    TableRefused,
)
from packdesk.station.tables import TableFault, TableUnreadable
from packdesk.ui.handover.sections import SectionName
from packdesk.ui.handover.table_grid import TableGrid
from packdesk.ui.handover.table_model import SERVICE
from packdesk.ui.handover.table_props import TableAct
from tests.ui.drag import Drag
from tests.ui.handover_states import (
    CDEK,
    needy,
    plain_table,
    refused,
    row,
    ugly_table,
    warned,
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

"""Every sentence of the hand-over in both languages."""

import re
from datetime import date
from typing import get_args

import pytest

from packdesk.domain import handover_refusals as refusals
from packdesk.domain.column_names import ColumnRole
from packdesk.domain.errands import CancelReason
from packdesk.domain.grid import Cell, Grid, GridRow
from packdesk.domain.order import OrderStatus
from packdesk.domain.track_headers import (
    AlikeColumns,
    Column,
    Columns,
    NoColumn,
    TableKind,
    find_columns,
)
from packdesk.domain.track_table import RowFault, RowWarning
from packdesk.domain.tracks import TrackWarning
from packdesk.station import handover_reports as reports
from packdesk.station.handover_reports import BatchPhase
from packdesk.station.tables import TableFault
from packdesk.ui.handover.sections import SectionName
from packdesk.ui.handover.table_props import TableAct
from packdesk.ui.i18n import Language
from packdesk.ui.words import handover, handover_status, handover_table
from packdesk.ui.words import handover_columns as columns
from packdesk.ui.words import handover_guides as guides
from packdesk.ui.words.handover_faults import row_fault_text, table_fault_text
from packdesk.ui.words.handover_questions import question_details, question_text, warning_text
from packdesk.ui.words.handover_refusals import handover_refusal_notice, handover_refusal_text
from packdesk.ui.words.notice import Tone
from tests.ui.handover_saying import HANDOVER_QUESTIONS, HANDOVER_REFUSALS, HANDOVER_TOLD
from tests.ui.saying import kinds_missing
from tests.ui.speech import speaking

CYRILLIC = re.compile("[А-Яа-яЁё]")
PLACEHOLDER = re.compile(r"\{\w*\}")


@pytest.mark.parametrize(
    ("samples", "union"),
    [
        (HANDOVER_REFUSALS, refusals.HandoverRefusal),
        (HANDOVER_QUESTIONS, refusals.HandoverQuestion),
        (HANDOVER_TOLD, reports.HandoverTold),
    ],
)
def test_the_samples_leave_nothing_out(samples, union):
    assert kinds_missing(samples, union) == set()
    assert len(get_args(union)) <= len(samples)


GUIDES = (
    guides.guide_doubtful,
    guides.guide_unticked,
    guides.guide_all_there,
    guides.guide_nothing,
)


def columns_said():
    """All that is said about the columns of a table."""
    first, second = Column(1), Column(27)
    yield from (columns.other_kind(one) for one in TableKind)
    yield from (columns.guide_other_kind(one).text for one in TableKind)
    yield columns.other_kind_details("Note")
    yield from (columns.misfit_notice("", NoColumn(one, ("Note",))).text for one in ColumnRole)
    alike = (AlikeColumns(one, first, second) for one in ColumnRole)
    yield from (columns.misfit_notice("", one).text for one in alike)
    guessed = Columns(first, second, None, 0)
    yield from (
        columns.column_headings(one, guessed)[place] for one in TableKind for place in (1, 2, 3)
    )


def sentences():
    """All that the hand-over says, made anew in the language of now."""
    yield from (handover_refusal_text(one) for one in HANDOVER_REFUSALS)
    yield from (question_text(one) for one in HANDOVER_QUESTIONS)
    yield from (question_details(one) for one in HANDOVER_QUESTIONS)
    yield from (handover.told_notice(one).text for one in HANDOVER_TOLD)
    yield from (warning_text(one) for one in TrackWarning)
    yield from (row_fault_text(one) for one in RowFault)
    yield row_fault_text(RowFault.NO_VALUE, "", TableKind.EXTERNAL_IDS)
    yield row_fault_text(RowFault.NUMBER_TOO_LATE, "READY_TO_SHIP", TableKind.EXTERNAL_IDS)
    yield from (table_fault_text(one) for one in TableFault)
    yield from columns_said()
    yield from (one().text for one in GUIDES)
    yield handover_table.nothing_chosen().text
    yield from (handover_table.row_warning_text(one) for one in RowWarning)
    yield from (handover_table.act_label(one, 3) for one in TableAct)
    yield from (handover_table.phase_text(one, 1, 2) for one in BatchPhase)
    yield from (handover_table.kind_label(one) for one in TableKind)
    yield from (handover_table.hint(one) for one in TableKind)
    yield from (handover_table.hint_details(one) for one in TableKind)
    yield from (name for kind in TableKind for name in handover_table.saved_headers(kind))
    yield from (handover.section_label(one) for one in SectionName)
    yield from (handover.section_hint(one) for one in SectionName)
    yield from (handover_status.status_name(one) for one in OrderStatus)
    yield from (handover_status.move_label(one) for one in OrderStatus)
    yield from (handover_status.reason_label(one) for one in CancelReason)
    yield handover_status.day_name(date(2026, 11, 18))
    yield from (handover.services_trouble(), handover.page_name(), handover.list_empty())


def test_every_sentence_exists_in_both_languages(qapp):
    with speaking(Language.EN):
        english = list(sentences())
    with speaking(Language.RU):
        russian = list(sentences())
    assert len(english) > 150
    assert [text for text in english if CYRILLIC.search(text)] == []
    assert [
        pair for pair in zip(english, russian, strict=True) if not CYRILLIC.search(pair[1])
    ] == []


@pytest.mark.parametrize("language", Language)
def test_every_sentence_is_filled_in_and_none_is_empty(qapp, language):
    with speaking(language):
        said = list(sentences())
    assert [text for text in said if PLACEHOLDER.search(text) or not text.strip()] == []


def test_a_status_that_is_not_known_is_told_in_the_markets_own_word():
    assert handover_status.status_name(OrderStatus("NEW_ONE")) == "NEW_ONE"


def test_an_order_that_is_ready_is_not_said_to_be_packed(english):
    said = row_fault_text(RowFault.NUMBER_TOO_LATE, "READY_TO_SHIP", TableKind.EXTERNAL_IDS)
    assert said == "too late to give the order an external number: Ready to ship"
    said = row_fault_text(RowFault.NUMBER_TOO_EARLY, "UNPAID", TableKind.EXTERNAL_IDS)
    assert said == "too early to give the order an external number: Not paid yet"


def test_columns_are_called_as_they_are_in_the_table(english):
    found = Columns(Column(0, "Номер заказа"), Column(26), None, 1)
    _, order, value, service, _ = columns.column_headings(TableKind.TRACKS, found)
    assert order == "Order\n“Номер заказа”"
    assert value == "Track number\nguessed: column AA"
    assert service == "Service\nnot in the table"


def test_a_long_header_is_told_in_part(english):
    many = NoColumn(ColumnRole.TRACK, ("Заказ", *("x" * 300 for _ in range(40))))
    said = columns.misfit_notice("a.csv", many).text
    assert said.startswith("a.csv: There is no column of track numbers. The header has: “Заказ”")
    assert len(said) < 420


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", TableKind)
def test_what_was_saved_is_found_again_by_its_headers(qapp, language, kind):
    with speaking(language):
        header = handover_table.saved_headers(kind)
    grid = Grid((GridRow(1, tuple(map(Cell, header))),))
    assert isinstance(find_columns(grid, kind, lambda _: False), Columns)


def test_a_mistake_is_refused_and_what_has_nothing_to_do_is_attention():
    assert handover_refusal_notice(refusals.Unclear("x")).tone is Tone.REFUSED
    assert handover_refusal_notice(refusals.NothingToTakeBack()).tone is Tone.ATTENTION


def test_a_long_scan_is_told_in_part():
    told = handover_refusal_text(refusals.Unclear("x" * 300))
    assert len(told) < 120

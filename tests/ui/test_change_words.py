"""The words about changed orders, orders that wait and acts that cannot be undone."""

import re

import pytest

from packdesk.domain.changes import TooMuch
from packdesk.domain.errands import CancelReason
from packdesk.domain.events import AsideReason
from packdesk.domain.questions import ApproveCancel, ApproveRemoval
from packdesk.ui.i18n import Language
from packdesk.ui.words import aside, changes, external_id, sheet
from tests.builders import box, unit
from tests.ui.saying import CHANGES, FIRST
from tests.ui.speech import speaking

CYRILLIC = re.compile("[А-Яа-яЁё]")


TEMPLATES = (
    "",
    "{date}-{number}",
    "{date}",
    "\N{CYRILLIC CAPITAL LETTER ZHE}{number}",
    "x" * 80 + "{date}{number}",
)


def sentences() -> list[str]:
    supervisor = sheet.supervisor_texts()
    return [
        *(changes.change_text(one) for one in CHANGES),
        changes.too_much_text(TooMuch(FIRST, "42", box(2), 1)),
        changes.see_changes_label(),
        changes.keep_boxes_label(),
        changes.take_boxes_label(),
        *(aside.aside_reason(one) for one in AsideReason),
        aside.approval_text(ApproveRemoval((unit(1), unit(2)))),
        aside.approval_text(ApproveCancel(CancelReason.SHOP_FAILED)),
        aside.approval_hint(),
        external_id.falls_back_text(),
        external_id.give_external_id_label(),
        external_id.which_external_id(),
        external_id.external_id_hint(),
        external_id.taken_once(),
        external_id.labels_are_without_it(),
        *(external_id.template_notice(one).text for one in TEMPLATES),
        supervisor.title,
        supervisor.hint,
    ]


@pytest.mark.parametrize("language", Language)
def test_every_sentence_is_in_its_language(qapp, language):
    with speaking(language):
        said = sentences()
    russian = [bool(CYRILLIC.search(one)) for one in said]
    assert all(russian) if language is Language.RU else not any(russian)
    assert not any("{" in one or "%n" in one for one in said)


def test_what_is_too_much_names_good_count_and_box():
    told = changes.too_much_text(TooMuch(FIRST, "Mug", box(2), 3))
    assert told == "Take out of box 2: Mug × 3"

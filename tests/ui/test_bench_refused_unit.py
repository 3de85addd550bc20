"""A packed unit whose code the Market refused can be marked missing where it lies."""

import pytest

from packdesk.domain.commands import Finish, MarkShort, TakeCode
from packdesk.domain.events import ShortReason
from packdesk.domain.ids import ItemId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.units import Short
from packdesk.ui.bench.standing import may_change
from packdesk.ui.words.bench import BenchAction
from tests.builders import cis, item, order, unit
from tests.ui.bench_shown import CIS, refuse, table

pytestmark = pytest.mark.usefixtures("english")

TEA = ItemId(1)


@pytest.fixture
def refused(qapp):
    """Two tea in a box; the code of the first one is refused."""
    made = table(order(item(1, 2, name="Tea", marking=(CIS,))))
    made.prepare(TakeCode(TEA, cis(1, 1)), TakeCode(TEA, cis(1, 2)), Finish(LabelFormat.A7))
    refuse(made, cis(1, 1).full)
    made.open()
    return made


def test_the_refused_unit_is_offered_though_all_is_packed(refused):
    assert may_change(refused.bench)
    refused.viewmodel.press(BenchAction.PROBLEM)
    question = refused.question
    assert question is not None
    signs = cis(1, 1).identity.serial[-4:]
    assert question.text == f"What is wrong? Tea …{signs}"
    assert question.answers == ("Not found", "Damaged", "Code refused", "The whole order")


def test_it_leaves_its_box_first_and_the_others_stay(refused):
    refused.viewmodel.press(BenchAction.PROBLEM)
    refused.pick_answer(3)
    assert refused.asked == [MarkShort(TEA, ShortReason.CODE_REFUSED, unit(1, 1))]
    first, second = refused.packing.units_of(TEA)
    assert first.place == Short(ShortReason.CODE_REFUSED)
    assert second.boxes
    assert refused.packing.is_complete


def test_it_can_be_found_again(refused):
    refused.do(MarkShort(TEA, ShortReason.DAMAGED, unit(1, 1)))
    refused.viewmodel.press(BenchAction.PROBLEM)
    question = refused.question
    assert question is not None
    assert question.answers == ("Not found", "Damaged", "It is there after all", "The whole order")
    refused.pick_answer(3)
    assert refused.packing.unit(unit(1, 1)).is_loose


def test_a_unit_that_is_missing_already_is_not_marked_again(refused):
    refused.do(MarkShort(TEA, ShortReason.DAMAGED, unit(1, 1)))
    before = refused.packing
    refused.do(MarkShort(TEA, ShortReason.NOT_FOUND, unit(1, 1)))
    assert refused.packing == before

"""An order that the Market changed after it was confirmed is found: in the queue and in the band."""

from dataclasses import replace

import pytest

from packdesk.domain.ids import OrderId
from packdesk.station.queue_view import read_queue
from packdesk.station.reports import OpenedOrder, SubmissionMoved
from packdesk.ui.band.viewmodel import BandViewModel
from packdesk.ui.queue.props import CardMaker, QueueInputs, derive_queue_props
from packdesk.ui.words.notice import Notice, Tone
from tests.builders import catalogue, item, order
from tests.fakes.intents import RecordedIntents
from tests.stories import Story
from tests.ui.queue_entries import NOW

pytestmark = pytest.mark.usefixtures("english")

ONE, TWO = OrderId(1), OrderId(2)
WHOLE = order(item(1, 2, name="Tea"), number=1)
LESS = replace(WHOLE, items=(item(1, 1, name="Tea"),))


@pytest.fixture
def story():
    """Order 1 is confirmed, then one unit leaves it at the Market; order 2 lies on the bench."""
    made = Story(WHOLE, order(item(1), number=2), catalogue=catalogue(1))
    made.play("""
        open 1        -> opened
        scan <ean 1>  -> box 1, 1#1 in 1
        scan <ean 1>  -> 1#2 in 1, confirmed
        open 2        -> opened
    """)
    made.desk.ledger.take_fresh((LESS,))
    return made


def cards(story):
    read = read_queue(story.desk.ledger, NOW)
    return derive_queue_props(QueueInputs(NOW, read), CardMaker()).cards


def test_it_is_the_first_of_the_queue_and_loud(story):
    first = cards(story)[0]
    assert (first.order, first.state, first.state_tone) == (ONE, "Changed: look", Tone.REFUSED)


def test_the_band_calls_for_it_once_and_by_its_number(story, qapp):
    held = story.desk.ledger.held(ONE)
    band = BandViewModel(RecordedIntents())
    heard: list[Notice] = []
    band.noticed.connect(heard.append)
    for _ in range(2):
        band.take(SubmissionMoved(ONE, held.submission, errands=held.errands))
    assert [(one.text, one.tone) for one in heard] == [
        (
            "Order 1: The order changed at the Market. Nothing is sent before you look",
            Tone.ATTENTION,
        )
    ]


def test_opened_it_stops_the_packer_with_the_change_in_words(story, qapp):
    band = BandViewModel(RecordedIntents())
    answer = story.desk.open(ONE)
    assert isinstance(answer.told, OpenedOrder)
    band.take(answer)
    assert [one.number for one in band.props.answers] == [1]
    assert band.props.tone is not Tone.CALM
    assert story.desk.see_changes().bench is not None
    assert cards(story)[0].state != "Changed: look"

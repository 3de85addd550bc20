"""A scan is answered while the Market has not: shown by the order of events, not by time."""

from pathlib import Path

from PySide6.QtWidgets import QLabel

from packdesk.resource_files import resource
from packdesk.sandbox.request_log import RequestRecord
from packdesk.sandbox.running import DEMO_DAY
from packdesk.sandbox.troubles import Trouble, TroubleKind
from packdesk.ui.tour.day import Piece, read_day
from tests.e2e.window import Table, table

HELD = Trouble(TroubleKind.SLOW, seconds=3600.0)
"""No answer comes before the sandbox ends or is started anew."""
MARKED, PLAIN = "54870310324", "54870310283"
SOON_MS, LATER_MS = 10_000, 80_000
START = {"getBusinessOrders", "getOfferMappings"}


def pieces(number: str) -> tuple[Piece, ...]:
    (order,) = [one for one in read_day(resource(DEMO_DAY)) if one.number == number]
    return order.pieces


def api_answers(place: Table) -> tuple[RequestRecord, ...]:
    """Without pictures, which are no calls of the API and are never held."""
    return tuple(record for record in place.sandbox.log if record.operation)


def hold(place: Table, qtbot) -> None:
    """Once the program has read what it needs, every answer is held."""
    qtbot.waitUntil(lambda: place.sight.cards > 0, timeout=SOON_MS)
    qtbot.waitUntil(lambda: {one.operation for one in api_answers(place)} >= START, timeout=SOON_MS)
    place.sandbox.trouble = HELD
    place.program.desks.station.refresh()


def let_go(place: Table, qtbot) -> None:
    """The held requests are answered as the sandbox ends; then it is there again."""
    before = len(api_answers(place))
    place.sandbox.trouble = None
    place.sandbox.stop()
    place.sandbox.start()
    qtbot.waitUntil(lambda: len(api_answers(place)) > before, timeout=LATER_MS)


def answered(place: Table, qtbot, text: str) -> None:
    """Scans, and returns when an answer is shown; the Market has said nothing in between."""
    before, told = place.sight.answers, api_answers(place)
    place.scan(text)
    qtbot.waitUntil(lambda: place.sight.answers > before, timeout=SOON_MS)
    assert api_answers(place) == told
    assert place.sight.tone != "refused", place.sight.sentence


def test_scans_are_answered_while_every_request_is_held(tmp_path: Path, qtbot):
    with table(tmp_path, orders=resource(DEMO_DAY)) as place:
        hold(place, qtbot)
        answered(place, qtbot, MARKED)
        for piece in pieces(MARKED)[:-1]:
            answered(place, qtbot, piece.marks[0])
        assert count_shown(place, pieces(MARKED)[0].item) == "2 / 2"
        let_go(place, qtbot)


def test_the_next_order_is_packed_while_the_last_one_is_held_on_its_way(tmp_path: Path, qtbot):
    with table(tmp_path, orders=resource(DEMO_DAY)) as place:
        hold(place, qtbot)
        answered(place, qtbot, MARKED)
        for piece in pieces(MARKED):
            answered(place, qtbot, piece.marks[0])
        qtbot.waitUntil(lambda: bool(place.sight.submission), timeout=SOON_MS)
        answered(place, qtbot, PLAIN)
        for piece in pieces(PLAIN):
            answered(place, qtbot, piece.ean)
        world = place.sandbox.world
        assert not any(world.snapshot(int(number)).boxes for number in (MARKED, PLAIN))
        let_go(place, qtbot)
        qtbot.waitUntil(
            lambda: all(world.snapshot(int(number)).boxes for number in (MARKED, PLAIN)),
            timeout=LATER_MS,
        )


def count_shown(place: Table, item: str) -> str:
    found = place.window.findChild(QLabel, f"itemCount_{item}")
    assert found is not None
    return found.text()

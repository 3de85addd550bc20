"""All orders of the demo day are packed with keys alone, and with the mouse alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from packdesk.resource_files import resource
from packdesk.sandbox.running import DEMO_DAY, Sandbox
from packdesk.sandbox.stored_order import OrderSnapshot
from packdesk.settings import Settings
from packdesk.ui.tour.day import Piece, TourOrder, read_day
from tests.e2e.hands import SOON_MS, Hands, KeyHands, MouseHands
from tests.e2e.window import Table, table

TREADMILL, PARTS = "548703103701", 3
TEST_ORDER = "54870310606"
"""The Market does not list its test orders: such a one is opened by its sheet."""
IN_A_BOX_OF_ITS_OWN = {"548703103832", "548703104542"}
SENT_MS = 45_000


@pytest.mark.timeout(180)
@pytest.mark.parametrize("make", [KeyHands, MouseHands], ids=["keys", "mouse"])
def test_the_demo_day_is_packed(tmp_path: Path, qtbot, make: Callable[[Table, object], Hands]):
    orders = [order for order in read_day(resource(DEMO_DAY)) if order.is_packable]
    by_hand = Settings(finish_by_itself=False)
    with table(tmp_path, orders=resource(DEMO_DAY), settings=by_hand) as place:
        qtbot.waitUntil(lambda: place.sight.cards > 0, timeout=SOON_MS)
        hands = make(place, qtbot)
        for order in orders:
            if order.number == TEST_ORDER:
                place.scan(order.number)
                qtbot.waitUntil(lambda: TEST_ORDER in place.sight.order, timeout=SOON_MS)
            else:
                hands.open(order.number)
            for item, pieces in _items(order).items():
                _pack(place, qtbot, hands, item, pieces)
            hands.finish()
        left = {order.number for order in orders}

        def is_sent() -> bool:
            left.difference_update([one for one in left if _is_done(place.sandbox, orders, one)])
            return not left

        qtbot.waitUntil(is_sent, timeout=SENT_MS)
    for order in orders:
        assert _units(place.sandbox.world.snapshot(int(order.number))) == dict(order.counts)
    treadmill = place.sandbox.world.snapshot(54870310370)
    assert len(treadmill.boxes) == PARTS
    assert len(place.sandbox.world.snapshot(54870310383).boxes) == 2


def _items(order: TourOrder) -> dict[str, list[Piece]]:
    items: dict[str, list[Piece]] = {}
    for piece in order.pieces:
        items.setdefault(piece.item, []).append(piece)
    return items


def _pack(place: Table, qtbot, hands: Hands, item: str, pieces: list[Piece]) -> None:
    """A CIS packs its unit by itself; other codes are given to a unit that has been packed."""
    if item == TREADMILL:
        hands.split(item, PARTS)
    elif not pieces[0].marks:
        hands.pack(item, new_box=item in IN_A_BOX_OF_ITS_OWN, most=len(pieces))
    elif not pieces[0].scan_first:
        for piece in pieces:
            _scan(place, qtbot, hands, piece.marks[0], piece)
    elif pieces[0].country:
        hands.pack_one(item, most=len(pieces))
        _scan(place, qtbot, hands, pieces[0].marks[0], pieces[0])
        hands.country(pieces[0].country)
        hands.pack(item, most=len(pieces) - 1)
        hands.copy_codes(item)
    else:
        for piece in pieces:
            hands.pack(item)
            _scan(place, qtbot, hands, piece.marks[0], piece)


def _scan(place: Table, qtbot, hands: Hands, code: str, piece: Piece) -> None:
    before = place.sight.answers
    place.scan(code)
    qtbot.waitUntil(lambda: place.sight.answers > before, timeout=SOON_MS)
    choices = tuple(place.sight.choices())
    if choices:
        hands.answer(next(n for n, one in enumerate(choices, start=1) if piece.name in one))
    assert place.sight.tone != "refused", place.sight.sentence


def _is_done(sandbox: Sandbox, orders: list[TourOrder], number: str) -> bool:
    """Stored and labelled; ready as well, unless it is delivered by the shop or a code is bad."""
    at = sandbox.world.snapshot(int(number))
    order = next(one for one in orders if one.number == number)
    must_be_ready = order.program != "DBS" and not order.spares
    is_ready = at.state.substatus == "READY_TO_SHIP"
    return bool(at.boxes) and at.labels_served > 0 and (is_ready or not must_be_ready)


def _units(at: OrderSnapshot) -> dict[str, int]:
    """Whole units and complete sets of parts by item."""
    units: dict[str, int] = {}
    for box in at.boxes:
        for line in box.items:
            is_first = line.partialCount is not None and line.partialCount.current == 1
            one = units.get(str(line.id), 0)
            units[str(line.id)] = one + (line.fullCount or int(is_first))
    return units

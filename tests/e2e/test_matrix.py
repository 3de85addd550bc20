"""Every step meets every trouble, and the program dies at random commits in between.

In the end the Market holds just what the packer confirmed, nothing took effect twice, and nothing
that was told to the packer is missing. ``PACKDESK_MATRIX_SEED`` plays one day again.
"""

import os
import random
import secrets
from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from packdesk.domain.layout import ItemPart
from packdesk.sandbox.effects import EffectKind
from packdesk.sandbox.losses import Loss
from packdesk.sandbox.troubles import Cancellation, Trouble, TroubleKind
from packdesk.sandbox.verification import Verdict
from packdesk.station.ledger import Held
from tests.e2e.matrix_day import Kind, RunOrder, write_matrix_day
from tests.e2e.matrix_play import Market, Play
from tests.e2e.mortal import Fate, Side

SEED = int(os.environ.get("PACKDESK_MATRIX_SEED") or secrets.randbelow(10**9))
LATEST_DEATH = 24
ONCE_MORE = 2
"""After all pairs of a step and a trouble so many are played again with other deaths: 360 runs."""
SENDING = ("setOrderBoxLayout", "generateOrderLabels", "updateOrderStatus")
STEPS: dict[Kind, tuple[str, ...]] = {
    Kind.SINGLE: (*SENDING, "getOrderIdentifiersStatus", "getBusinessOrders"),
    Kind.NUMBERED: (*SENDING, "updateExternalOrderId"),
    Kind.SHORT: (*SENDING, "getBusinessOrders"),
    Kind.PARCEL: ("setOrderDeliveryTrackCode", "setOrderBoxLayout", "generateOrderLabels"),
    Kind.HOPELESS: ("updateOrderStatus", "getBusinessOrders"),
}
TROUBLES = (
    Trouble(TroubleKind.SLOW, times=2, seconds=0.01),
    Trouble(TroubleKind.DROP_BEFORE, times=2),
    Trouble(TroubleKind.DROP_AFTER, times=2),
    Trouble(TroubleKind.RESET_IN_BODY, times=2),
    Trouble(TroubleKind.BUSY_PARALLEL, times=2),
    Trouble(TroubleKind.BUSY, times=2, seconds=10),
    Trouble(TroubleKind.BROKEN, times=2),
    Trouble(TroubleKind.UNAVAILABLE, times=2),
    Trouble(TroubleKind.BAD_JSON, times=2),
    Trouble(TroubleKind.UNKNOWN_VALUES),
    Trouble(TroubleKind.HTML_INSTEAD_OF_PDF, times=4),
    Trouble(TroubleKind.REVOKED_KEY),
    Trouble(TroubleKind.ORDER_CHANGED, times=1, detail=Loss.UNIT),
    Trouble(TroubleKind.ORDER_CHANGED, times=1, detail=Loss.POSITION),
    Trouble(TroubleKind.ORDER_CANCELLED, times=1, detail=Cancellation.BUYER),
    Trouble(TroubleKind.ORDER_CANCELLED, times=1, detail=Cancellation.REQUEST),
    Trouble(TroubleKind.CODE_INVALID, detail=Verdict("INVALID", "ITEM_SOLD")),
    Trouble(TroubleKind.CODE_INVALID, detail=Verdict("FAILED", None)),
)


def plays(tmp_path: Path, trouble: Trouble, chance: random.Random) -> Iterator[Play]:
    """A run for every step, with deaths at random commits."""
    pairs = [(kind, step) for kind, steps in STEPS.items() for step in steps]
    pairs += chance.sample(pairs, ONCE_MORE)
    orders = tuple(RunOrder(run, kind) for run, (kind, _) in enumerate(pairs))
    market = Market(write_matrix_day(tmp_path / "day.json", orders))
    with market.sandbox:
        for order, (_, step) in zip(orders, pairs, strict=True):
            deaths = {
                chance.randrange(LATEST_DEATH): chance.choice(list(Side))
                for _ in range(chance.randrange(4))
            }
            folder = tmp_path / str(order.run)
            folder.mkdir()
            yield Play(order, _only(trouble, step), Fate(deaths), folder, market)


def _only(trouble: Trouble, step: str) -> Trouble:
    """The trouble for one step; what strikes the order itself strikes at that step."""
    if trouble.kind is TroubleKind.CODE_INVALID:
        return trouble
    return Trouble(
        trouble.kind,
        trouble.times,
        trouble.every,
        frozenset({step}),
        trouble.seconds,
        trouble.detail,
    )


@pytest.mark.timeout(300)
@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda t: f"{t.kind.value}-{t.detail}")
def test_the_market_holds_what_was_confirmed_whatever_happens(tmp_path: Path, trouble: Trouble):
    name = f"{trouble.kind.value} {trouble.detail}"
    chance = random.Random(f"{SEED} {name}")
    runs, deaths = 0, Counter[tuple[str, Side]]()
    for play in plays(tmp_path, trouble, chance):
        _play(play, f"seed {SEED}, {name}, run {play.order.run}: {play.fate.deaths}")
        runs += 1
        deaths.update(play.fate.hit)
    print(f"seed {SEED}, {name}: {runs} runs, {deaths.total()} deaths")


STORIES = (
    (Kind.SINGLE, "getBusinessOrders", Trouble(TroubleKind.SLOW, times=1, seconds=0.01)),
    (Kind.SINGLE, "setOrderBoxLayout", Trouble(TroubleKind.BUSY, times=2, seconds=10)),
    (Kind.SINGLE, "generateOrderLabels", Trouble(TroubleKind.BAD_JSON, times=4)),
    (Kind.SINGLE, "", Trouble(TroubleKind.CODE_INVALID, detail=Verdict("INVALID", "ITEM_SOLD"))),
    (Kind.NUMBERED, "updateExternalOrderId", Trouble(TroubleKind.BUSY, times=2, seconds=10)),
    (Kind.NUMBERED, "updateExternalOrderId", Trouble(TroubleKind.ORDER_CANCELLED, times=1)),
    (Kind.SHORT, "updateOrderStatus", Trouble(TroubleKind.ORDER_CHANGED, times=1)),
    (Kind.SHORT, "setOrderBoxLayout", Trouble(TroubleKind.DROP_AFTER, times=1)),
    (Kind.PARCEL, "setOrderDeliveryTrackCode", Trouble(TroubleKind.DROP_AFTER, times=1)),
    (Kind.HOPELESS, "updateOrderStatus", Trouble(TroubleKind.DROP_AFTER, times=1)),
)
MOST = 60
"""So many runs a story may need: two for every kind of commit that it has."""


@pytest.mark.timeout(300)
def test_a_death_on_either_side_of_every_commit_is_survived(tmp_path: Path):
    """Each story is played once to learn its commits, then once for each side of each of them."""
    orders = tuple(
        RunOrder(story * MOST + run, kind)
        for story, (kind, _, _) in enumerate(STORIES)
        for run in range(MOST)
    )
    market = Market(write_matrix_day(tmp_path / "day.json", orders))
    hit = Counter[tuple[str, Side]]()
    met: set[str] = set()
    with market.sandbox:
        for story, (_, step, plain) in enumerate(STORIES):
            trouble = _only(plain, step)
            own = iter(orders[story * MOST : (story + 1) * MOST])
            names = _one_death(tmp_path, market, next(own), trouble, None).met
            met.update(names)
            for aim in product(names, Side):
                hit.update(_one_death(tmp_path, market, next(own), trouble, aim).hit)
    print(f"{hit.total()} deaths at {len(met)} kinds of commits: {sorted(met)}")
    assert set(hit) == set(product(met, Side))


def _one_death(
    folder: Path, market: Market, order: RunOrder, trouble: Trouble, aim: tuple[str, Side] | None
) -> Fate:
    fate = Fate(aim=aim)
    own = folder / str(order.run)
    own.mkdir()
    _play(Play(order, trouble, fate, own, market), f"{order.kind} {trouble} {aim}")
    return fate


def _play(play: Play, told: str) -> None:
    place = play.run()
    held = place.ledger.held(play.order_id)
    groups = place.ledger.journal.read(play.order_id)
    place.stop()
    kept = Counter(event for group in groups for event in group.events)
    assert place.bugs == [], told
    assert not Counter(play.told) - kept, told
    _market_is_right(play, held, told)


def _market_is_right(play: Play, held: Held, told: str) -> None:
    world, order = play.market.sandbox.world, play.order
    assert world.repeated_effects() == (), told
    for once in (EffectKind.STATUS, EffectKind.EXTERNAL_ID, EffectKind.TRACK, EffectKind.REMOVAL):
        assert len(world.effects(once, order.id)) <= 1, told
    there = world.snapshot(order.id)
    if there.state.status == "CANCELLED" or held.packing.order.cancel_requested:
        return
    assert order.kind is not Kind.HOPELESS, told
    confirmed = held.submission.confirmed
    assert confirmed is not None, told
    wanted = sorted(
        (line.item, line.count)
        for box in confirmed.layout.boxes
        if not isinstance(box.content, ItemPart)
        for line in box.content
    )
    stored = sorted((item.id, item.fullCount or 0) for box in there.boxes for item in box.items)
    assert stored == wanted, told
    if order.kind is Kind.PARCEL:
        assert there.tracks == (order.track,), told
    else:
        assert str(there.state) == "PROCESSING/READY_TO_SHIP", told
    if order.kind is Kind.NUMBERED:
        assert there.external_id == order.external_id, told
    assert list((play.folder / "printed").glob("*.pdf")), told

"""Whatever a packer does at the window, no order is set ready with labels of an older layout."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from packdesk.domain.events import LabelsPrinted, LayoutSent, StepStarted
from packdesk.domain.ids import OrderId
from packdesk.domain.steps import StepKind
from packdesk.journal.sqlite_journal import SqliteJournal
from packdesk.printing.raster import page_sizes
from packdesk.sandbox.effects import EffectKind
from packdesk.sandbox.troubles import Trouble, TroubleKind
from packdesk.sandbox.verification import Verdict
from tests.builders import ean
from tests.e2e.window_goods import Goods, code, item_id, write_goods
from tests.e2e.window_shop import Packer, Shop, shop

ORDER, OTHER = 61000000051, 61000000052
WALKS, STEPS = 8, 30
LONG_MS = 60_000
"""A quarter of an hour by the shop's clock: after troubles the Market is let alone for minutes."""
FINISHED = ["PROCESSING/READY_TO_SHIP"]
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
TROUBLES = (
    None,
    Trouble(TroubleKind.DROP_AFTER, every=4),
    Trouble(TroubleKind.DROP_BEFORE, every=4),
    Trouble(TroubleKind.BUSY, every=6, seconds=5),
    Trouble(TroubleKind.HTML_INSTEAD_OF_PDF, times=1),
    Trouble(TroubleKind.CODE_INVALID, detail=Verdict("INVALID", "ITEM_SOLD")),
)


def press_some(packer: Packer, source: random.Random) -> None:
    """A button of the list of what was sent, whichever is there."""
    packer.press(Qt.Key.Key_F4)
    packer.settle()
    page = packer.shown("sentPage")
    if page is None:
        return
    buttons = [
        one
        for one in page.findChildren(QAbstractButton)
        if one.isVisible() and one.objectName().startswith("sent")
    ]
    if buttons:
        QTest.mouseClick(source.choice(buttons), Qt.MouseButton.LeftButton)
        packer.settle()
    packer.press(Qt.Key.Key_F2)


def tap(packer: Packer, source: random.Random, names: list[str]) -> None:
    """A tap on one of these, if it is there."""
    found = [one for name in names if (one := packer.shown(name)) is not None]
    if found:
        QTest.mouseClick(source.choice(found), Qt.MouseButton.LeftButton)


def acts(packer: Packer, source: random.Random) -> list[Callable[[], object]]:
    """Everything that may change a layout or its labels, the likely more than once."""
    rows = [f"itemRow_{item_id(ORDER, place)}" for place in (1, 2)]
    boxes = ["boxCard_1", "boxCard_2", "boxCard_3", "newBoxCard"]
    spare = code(2, source.randrange(1, 4))

    def scan(*texts: str) -> Callable[[], object]:
        def go() -> None:
            for text in texts:
                packer.table.scan(text)
                packer.settle()

        return go

    def key(key: Qt.Key, text: str = "", held=Qt.KeyboardModifier.NoModifier):
        return lambda: packer.press(key, text, held)

    return [
        scan(ean(1)),
        scan(ean(1), ean(1), code(2, 1)),
        scan(spare),
        scan("PD-UNDO"),
        scan("PD-BOX"),
        scan("PD-FINISH"),
        scan(str(ORDER)),
        key(Qt.Key.Key_Z, "\x1a", CONTROL),
        key(Qt.Key.Key_Backspace, "\b"),
        key(Qt.Key.Key_Space, " "),
        key(Qt.Key.Key_Space, " ", SHIFT),
        key(Qt.Key.Key_Delete, "\x7f"),
        key(Qt.Key.Key_Down),
        key(Qt.Key.Key_F9),
        key(Qt.Key.Key_F11),
        key(Qt.Key.Key_1, "1"),
        key(Qt.Key.Key_2, "2"),
        key(Qt.Key.Key_F6),
        lambda: tap(packer, source, rows),
        lambda: tap(packer, source, boxes),
        lambda: tap(packer, source, [*rows, *boxes]),
        lambda: press_some(packer, source),
        lambda: press_some(packer, source),
    ]


def walk(place: Shop, source: random.Random) -> None:
    left = STEPS
    while left:
        with place.program() as packer:
            packer.open(ORDER)
            for _ in range(source.choice((left, min(left, 8)))):
                left -= 1
                if source.random() < 0.15:
                    place.sandbox.trouble = source.choice(TROUBLES)
                source.choice(acts(packer, source))()
                if source.random() < 0.6:
                    packer.settle()


def finish(place: Shop) -> None:
    """The packer comes back on a good day and does what is asked."""
    place.sandbox.trouble = None
    with place.program() as packer:
        packer.open(ORDER)
        spares = iter(range(10, 40))

        def is_ready() -> bool:
            return place.statuses(ORDER) == FINISHED

        def waits_for_packer() -> bool:
            state = packer.text("submissionState")
            return state == "Needs you" or not (state or packer.shown("bandOffer"))

        while not is_ready():
            packer.until(
                lambda: is_ready() or waits_for_packer() or any(packer.sight.choices()), LONG_MS
            )
            if any(packer.sight.choices()):
                packer.press(Qt.Key.Key_1, "1")
            elif waits_for_packer() and not is_ready():
                for text in ("PD-CANCEL", ean(1), ean(1), ean(1), code(2, next(spares))):
                    packer.table.scan(text)
                packer.press(Qt.Key.Key_F9)
            packer.settle()


def check(place: Shop) -> None:
    """At the Market, in the journal and in the printer's folder."""
    effects = place.effects(ORDER)
    ready = effects.index(EffectKind.STATUS)
    stored = max(n for n, kind in enumerate(effects) if kind is EffectKind.LAYOUT)
    assert stored < ready
    assert EffectKind.LABELS in effects[stored:ready]
    journal = SqliteJournal(place.folder / "journal.db")
    try:
        events = [event for group in journal.read(OrderId(ORDER)) for event in group.events]
    finally:
        journal.close()
    fresh = None
    for event in events:
        match event:
            case LayoutSent():
                fresh = False
            case LabelsPrinted():
                fresh = True
            case StepStarted(StepKind.MARK_READY):
                assert fresh, "no request to set it ready goes out before its labels are printed"
            case _:
                pass
    files = sorted(
        (place.folder / "printed").iterdir(), key=lambda one: int(one.stem.split("-")[1])
    )
    boxes = place.sandbox.world.snapshot(ORDER).boxes
    assert len(page_sizes(files[-1].read_bytes(), "pdf")) == len(boxes)
    assert sum(line.fullCount or 0 for box in boxes for line in box.items) == len((1, 1, 1, 2))
    assert place.sandbox.world.repeated_effects() == ()


@pytest.mark.parametrize("seed", range(WALKS))
def test_no_walk_sets_an_order_ready_with_old_labels(tmp_path: Path, qtbot, seed: int):
    source = random.Random(seed)
    day = write_goods(
        tmp_path / "day.json", {ORDER: (Goods(1, 3), Goods(2, 1, "CIS")), OTHER: (Goods(3),)}
    )
    with shop(tmp_path, day, qtbot) as place:
        walk(place, source)
        finish(place)
        check(place)

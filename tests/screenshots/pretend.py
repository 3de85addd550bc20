"""A station that only pretends: it tells the real window made-up reports. No network, no disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from packdesk.domain.access import access
from packdesk.domain.commands import Command, Finish
from packdesk.domain.deciding import Decided, decide
from packdesk.domain.events import Event
from packdesk.domain.labels import LabelFormat
from packdesk.domain.order import Catalogue, Order
from packdesk.domain.packing import Packing
from packdesk.domain.questions import Question
from packdesk.domain.refusals import Refusal
from packdesk.domain.submission import Submission
from packdesk.station.ledger import Held
from packdesk.station.pictures import PictureShelf
from packdesk.station.reports import (
    Answer,
    AskedBack,
    Bench,
    BenchMoved,
    Did,
    MarketFine,
    OpenedOrder,
    RefusedIt,
    Told,
)
from packdesk.ui.handover.build import HandoverDoors
from packdesk.ui.i18n import Translations
from packdesk.ui.pages import Device, DeviceState
from packdesk.ui.pictures import PictureBook
from packdesk.ui.run import Doors, Glass, build_glass
from packdesk.ui.setup.view import SetupView
from packdesk.ui.theme import Theme
from tests.fakes.day_doors import AskedCouriers, AskedDay
from tests.fakes.handover_intents import RecordedHandover
from tests.fakes.intents import RecordedIntents
from tests.fakes.sent import AskedBook
from tests.screenshots.goods import SINGLE
from tests.ui.queue_entries import NOW
from tests.ui.setup_table import SetupTable

PACKER = "Анна"


class EmptyShelf(PictureShelf):
    """No picture ever comes."""

    def __init__(self) -> None:
        """There is no folder behind it."""

    @override
    def wish(self, url: str, read: object, on_done: object) -> None:
        """Passed over."""


class Pretend:
    """One order on the bench of a real window, packed by the domain's own rules."""

    def __init__(self, glass: Glass, setup: SetupTable, theme: Theme, order: Order) -> None:
        self.glass = glass
        self.theme = theme
        self.setup = setup
        self.packing = Packing.of(order)
        self.submission = Submission(order.program)
        self.catalogue = Catalogue()
        self._at = NOW

    @property
    def bench(self) -> Bench:
        order = self.packing.order
        return Bench(order, self.packing, self.submission, self.catalogue, access(order))

    def open(self, order: Order) -> None:
        """Put an order on the bench."""
        self.packing = Packing.of(order)
        self.submission = Submission(order.program)
        self.tell(OpenedOrder(order.id, access(order)), scan=str(order.id))

    def prepare(self, *commands: Command) -> None:
        """Done before, so that nobody is told."""
        for command in commands:
            self.happen(*self._events(command))

    def scanned(self, *commands: Command) -> None:
        """Each as the answer to a scan."""
        for command in commands:
            events = self._events(command)
            self.happen(*events)
            self.tell(Did(events), scan="4600000000017")

    def happen(self, *events: Event) -> None:
        """Something becomes so; the window is not told yet."""
        held = Held(self.packing, self.submission).after(events, NOW)
        self.packing, self.submission = held.packing, held.submission

    def finish(self) -> None:
        """Confirm the layout."""
        self.scanned(Finish(LabelFormat.A7))

    def refuse(self, refusal: Refusal, **changes: object) -> None:
        """Something was not done; ``changes`` are of the bench."""
        self.tell(RefusedIt(refusal), scan="4600000000017", **changes)

    def ask(self, question: Question) -> None:
        """The station asks back."""
        self.tell(AskedBack(question), scan="4600000000017", question=question)

    def moved(self) -> None:
        """Tell the bench as it stands."""
        self.glass.take(BenchMoved(self.bench))

    def tell(self, told: Told, scan: str | None = None, **changes: object) -> None:
        """Answer the packer; each answer a few seconds after the one before."""
        self._at += timedelta(seconds=7)
        bench = replace(self.bench, **changes)  # type: ignore[arg-type]
        self.glass.take(Answer(told, self._at, scan=scan, bench=bench))

    def _events(self, command: Command) -> tuple[Event, ...]:
        outcome = decide(self.packing, command)
        assert isinstance(outcome, Decided), outcome
        return outcome.events


@contextmanager
def window_of(
    theme: Theme, translations: Translations, size: QSize, shelf: PictureShelf | None = None
) -> Iterator[Pretend]:
    """A real window over the pretending station; the last thing done is to let it go."""
    setup = SetupTable()
    setup.language = translations.language
    station = RecordedIntents()
    handover = HandoverDoors(RecordedHandover(), AskedDay(), AskedCouriers(), station)
    glass = build_glass(
        Doors(station, AskedBook(), handover),
        theme,
        translations,
        lambda: NOW,
        PACKER,
        PictureBook(shelf or EmptyShelf()),
        (setup.viewmodel, SetupView(setup.viewmodel, theme)),
        lambda _: True,
    )
    glass.window.resize(size)
    glass.bench.tick(NOW)
    glass.frame.set_device(Device.SCANNER, DeviceState.READY)
    glass.frame.set_device(Device.PRINTER, DeviceState.READY)
    glass.take(MarketFine())
    glass.window.show()
    try:
        yield Pretend(glass, setup, theme, SINGLE)
    finally:
        glass.stop()
        glass.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle() -> None:
    """Lets Qt lay out what was shown."""
    for _ in range(4):
        QApplication.processEvents()

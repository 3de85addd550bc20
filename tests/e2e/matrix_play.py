"""A packer who carries one order through whatever happens, over deaths of the program."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from packdesk.domain.access import Access, access
from packdesk.domain.codes import CodeKind
from packdesk.domain.commands import (
    IntoCurrentBox,
    MarkShort,
    MoveUnits,
    OnTable,
    RemoveCode,
)
from packdesk.domain.errands import Cancel, CancelReason, Errand, GiveExternalId, SetTrack
from packdesk.domain.events import CodeAttached, Event, ShortReason
from packdesk.domain.ids import CampaignId, DeliveryServiceId, ItemId, OrderId
from packdesk.domain.order import Track
from packdesk.domain.submission import (
    AnswersUnreadable,
    CodesRefused,
    DidItPrint,
    MarketSaidNo,
    NotConfirmed,
    OrderIsChanged,
    next_step,
)
from packdesk.domain.units import Loose, Short
from packdesk.sandbox.running import Sandbox
from packdesk.sandbox.troubles import Trouble
from packdesk.station.desk import DeskPolicy
from packdesk.station.ledger import Held, Worker
from packdesk.station.reports import Answer, Did, Report
from packdesk.station.station import Ways
from tests.e2e.matrix_day import PLAIN, Kind, RunOrder
from tests.e2e.mortal import Fate, Killed, MortalJournal
from tests.e2e.spine import Workplace
from tests.fakes.clock import FakeClock

MOST_ROUNDS = 40
ROUND_SECONDS = 200
"""Longer than any pause of the outbox and than the busy Market asks to wait."""
TROUBLED_ROUNDS = 3
PATIENCE = 8
"""So many times the packer lets the Market check before another piece is taken."""
SERVICE = DeliveryServiceId(51)


class Market:
    """One look-alike for all runs; each run's clock goes on where the last one's stopped."""

    def __init__(self, orders: Path) -> None:
        self.clock = FakeClock()
        self.sandbox = Sandbox(orders, clock=self._now)

    def _now(self) -> datetime:
        return self.clock.now()

    def next_clock(self) -> FakeClock:
        """A clock without the alarms of the dead."""
        self.clock = FakeClock(self.clock.now())
        return self.clock


@dataclass(slots=True)
class Play:
    """One run: an order, a trouble, and the deaths that the program dies."""

    order: RunOrder
    trouble: Trouble
    fate: Fate
    folder: Path
    market: Market
    told: list[Event] = field(default_factory=list)
    starts: int = 0

    @property
    def order_id(self) -> OrderId:
        return OrderId(self.order.id)

    def run(self) -> Workplace:
        """Play to the end; the workplace is still open then."""
        sandbox = self.market.sandbox
        sandbox.trouble = self.trouble
        place = self._start()
        for rounds in range(MOST_ROUNDS):
            try:
                if rounds == TROUBLED_ROUNDS:
                    sandbox.trouble = None
                    place.station.go_online()
                self._act(place)
                place.wait(ROUND_SECONDS)
            except Killed:
                place = self._again(place)
                continue
            if rounds > TROUBLED_ROUNDS and self._is_over(place):
                return place
        held = place.ledger.held(self.order_id)
        raise AssertionError(f"stuck at {next_step(held.submission)}, {held.errands}")

    def _start(self) -> Workplace:
        self.starts += 1
        place = Workplace(
            self.folder,
            self.market.sandbox,
            self.market.next_clock(),
            open_journal=lambda: MortalJournal(self.folder / "journal.db", self.fate),
        )
        place.station.listen(self._hear)
        worker = Worker("Anna", "table 1")
        ways = Ways(DeskPolicy(), worker, ready_for_dbs=False, campaigns=(self.shop,))
        try:
            place.station.follow(ways)
            place.start()
        except Killed:
            return self._again(place)
        return place

    @property
    def shop(self) -> CampaignId:
        return CampaignId(self.order.shop)

    def _again(self, place: Workplace) -> Workplace:
        """The dead program leaves its files and nothing else."""
        place.ledger.close()
        place.transport.close()
        return self._start()

    def _hear(self, report: Report) -> None:
        if isinstance(report, Answer) and isinstance(report.told, Did):
            self.told.extend(report.told.events)

    def _is_over(self, place: Workplace) -> bool:
        held = place.ledger.held(self.order_id)
        if held.has_work:
            return False
        order = held.packing.order
        if access(order) is Access.CANCELLED or order.cancel_requested:
            return True
        if self.order.kind is Kind.HOPELESS:
            return any(isinstance(done, Cancel) for done in held.errands.done)
        wanted = self._errand()
        is_asked = wanted is None or wanted in held.errands.done
        return is_asked and not isinstance(next_step(held.submission), NotConfirmed)

    def _errand(self) -> Errand | None:
        match self.order.kind:
            case Kind.NUMBERED:
                return GiveExternalId(self.order.external_id)
            case Kind.PARCEL:
                return SetTrack(Track(self.order.track, SERVICE))
            case Kind.HOPELESS:
                return Cancel(CancelReason.SHOP_FAILED)
            case Kind.SINGLE | Kind.SHORT:
                return None

    def _act(self, place: Workplace) -> None:
        """Whatever a person would do now."""
        if self.order_id not in place.ledger.orders:
            place.station.refresh()
            place.drain()
            return
        held = place.ledger.held(self.order_id)
        self._answer(place, held)
        held = place.ledger.held(self.order_id)
        if access(held.packing.order) is Access.PACK:
            self._want_errand(place, held)
            if self.order.kind is not Kind.HOPELESS:
                self._pack(place)

    def _answer(self, place: Workplace, held: Held) -> None:
        if held.packing.changes or isinstance(next_step(held.submission), OrderIsChanged):
            if access(held.packing.order).may_open:
                place.open(self.order_id)
                place.station.see_changes()
            else:
                place.station.see_changes_of(self.order_id)
            place.drain()
        if held.errands.stopped is not None:
            is_lost = access(held.packing.order) is Access.CANCELLED
            (place.station.drop_errand if is_lost else place.station.retry_errand)(self.order_id)
        match next_step(held.submission):
            case DidItPrint():
                printed = any(place.printed.glob("*.pdf"))
                place.station.say_printed(self.order_id, printed=printed)
            case MarketSaidNo() | AnswersUnreadable():
                place.station.retry(self.order_id)
            case _:
                pass
        place.drain()

    def _want_errand(self, place: Workplace, held: Held) -> None:
        errand = self._errand()
        if errand is not None and errand not in (*held.errands.waiting, *held.errands.done):
            place.station.ask_errand(self.order_id, errand)
            place.drain()

    def _pack(self, place: Workplace) -> None:
        """Pack what is loose, give a new code for a refused one, finish."""
        held = place.ledger.held(self.order_id)
        packing = held.packing
        refused = isinstance(next_step(held.submission), CodesRefused)
        tired = held.submission.check_rounds > PATIENCE and packing.confirmed is not None
        if packing.confirmed is not None and not (refused or tired):
            return
        place.open(self.order_id)
        if tired and not refused:
            # The check of this code does not work: another piece has another code.
            unit = next(unit for unit in packing.units if unit.codes)
            place.station.do(RemoveCode(unit.ref, CodeKind.CIS))
            place.drain()
            # The boxes were sent: that they are to be changed is asked first.
            place.station.answer(1)
            place.drain()
            packing = place.ledger.held(self.order_id).packing
        for unit in packing.units:
            for _ in packing.wanted_kinds(unit):
                place.scan(self.order.code(self._pieces(place)))
        self._pack_plain(place)
        packing = place.ledger.held(self.order_id).packing
        if packing.confirmed is None and packing.is_complete:
            finish = place.station.finish
            if any(isinstance(unit.place, Short) for unit in packing.units):
                finish = place.station.finish_removing
            finish()
            place.drain()

    def _pieces(self, place: Workplace) -> int:
        """The next piece on the shelf: as many were taken as codes were kept."""
        groups = place.ledger.journal.read(self.order_id)
        events = (event for group in groups for event in group.events)
        return 1 + sum(isinstance(event, CodeAttached) for event in events)

    def _pack_plain(self, place: Workplace) -> None:
        item = ItemId(self.order.id * 10 + PLAIN)
        packing = place.ledger.held(self.order_id).packing
        loose = [u for u in packing.units_of(item) if isinstance(u.place, Loose)]
        is_short = any(isinstance(u.place, Short) for u in packing.units_of(item))
        is_missing = self.order.kind is Kind.SHORT and not is_short
        if is_missing and loose and len(packing.units_of(item)) > 1:
            place.station.do(MarkShort(item, ShortReason.NOT_FOUND))
            loose = loose[1:]
        for _ in loose:
            place.station.do(MoveUnits(item, 1, OnTable(), IntoCurrentBox()))
        place.drain()

"""Whatever the packer and the Market do, a restart shows the same table, and nothing breaks."""

from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from packdesk.domain.codes import Channel, Cis, CodeKind, JudgeContext
from packdesk.domain.commands import (
    Command,
    IntoBox,
    IntoCurrentBox,
    IntoNewBox,
    MarkShort,
    MoveUnits,
    OnTable,
    OpenBox,
    PutOrderAside,
    SplitUnit,
    TakeCode,
    TakeProduct,
    Undo,
)
from packdesk.domain.composing import composition_of
from packdesk.domain.events import AsideReason, LayoutSent, ShortReason
from packdesk.domain.ids import ItemId, MarketBoxId, OrderId
from packdesk.domain.layout_rules import check_layout, derive_layout
from packdesk.domain.order import Order, OrderItem, StoredBox, StoredItem
from packdesk.station.desk import Desk, DeskPolicy
from packdesk.station.ledger import Held, Ledger, Worker
from packdesk.station.reports import Did
from tests.builders import box, catalogue, cis, ean, item, order
from tests.fakes.clock import FakeClock
from tests.fakes.journal import MemoryJournal

NUMBER = OrderId(11)
MARKED = (CodeKind.CIS,)
items = st.sampled_from([ItemId(1), ItemId(2), ItemId(3)])
boxes = st.integers(1, 4).map(box)
commands: st.SearchStrategy[Command] = st.one_of(
    st.builds(TakeProduct, items),
    st.builds(lambda n: TakeCode(ItemId(1), cis(1, n)), st.integers(1, 4)),
    st.builds(
        MoveUnits,
        items,
        st.integers(1, 2),
        st.one_of(st.just(OnTable()), boxes.map(IntoBox)),
        st.one_of(st.just(OnTable()), st.just(IntoCurrentBox()), st.just(IntoNewBox())),
    ),
    st.builds(SplitUnit, items, st.integers(2, 3)),
    st.builds(MarkShort, items, st.just(ShortReason.DAMAGED)),
    st.just(OpenBox()),
    st.just(Undo()),
    st.just(Undo()),
    st.just(PutOrderAside(AsideReason.OTHER)),
)
compositions = st.dictionaries(st.integers(1, 3), st.integers(1, 4), min_size=1)


def positions(counts: dict[int, int]) -> tuple[OrderItem, ...]:
    return tuple(
        item(number, count, marking=MARKED if number == 1 else ())
        for number, count in counts.items()
    )


def stored(order_now: Order, first_id: int) -> tuple[StoredBox, ...]:
    """One box for each position, packed elsewhere; codes come back without their ends."""
    return tuple(
        StoredBox(
            MarketBoxId(first_id + place),
            f"{NUMBER}-{place}",
            (
                StoredItem(
                    one.id,
                    one.count,
                    None,
                    None,
                    tuple((_short(nth),) for nth in range(1, one.count + 1))
                    if one.requires
                    else (),
                ),
            ),
        )
        for place, one in enumerate(order_now.items, start=1)
    )


def _short(nth: int) -> Cis:
    whole = cis(1, nth)
    return replace(whole, full=f"01{whole.gtin}21{whole.serial}")


class ChangingOrders(RuleBasedStateMachine):
    """A desk, a Market that changes the order now and then, and a restart at any point."""

    def __init__(self) -> None:
        super().__init__()
        self.journal, self.clock = MemoryJournal(), FakeClock()
        self.order = order(*positions({1: 2, 2: 1}), number=NUMBER)
        self.box_id = 100
        self.journal.keep_orders((self.order,), self.clock.now())
        self.journal.keep_offers(catalogue(1, 2, 3).offers)
        self.desk = self.started()
        self.desk.open(NUMBER)

    def started(self) -> Desk:
        ledger = Ledger(lambda: self.journal, self.clock.now, Worker("Anna", "table 1"))
        return Desk(ledger, DeskPolicy(finish_by_itself=False))

    def held(self) -> Held:
        return self.desk.ledger.held(NUMBER)

    @rule(command=commands)
    def the_packer_acts(self, command: Command) -> None:
        self.desk.do(command)

    @rule(number=st.integers(1, 3))
    def the_packer_scans(self, number: int) -> None:
        self.desk.scan(ean(number), Channel.SCANNER, JudgeContext())

    @rule()
    def the_packer_finishes(self) -> None:
        self.desk.finish_removing()

    @rule()
    def the_packer_looks(self) -> None:
        self.desk.see_changes()

    @rule()
    def the_packer_takes_the_boxes(self) -> None:
        self.desk.take_boxes()

    @precondition(lambda self: self.held().packing.is_locked)
    @rule()
    def the_market_stores_the_layout(self) -> None:
        confirmed = self.held().packing.confirmed
        assert confirmed is not None
        self.desk.ledger.record(NUMBER, (LayoutSent(confirmed.fingerprint, ()),))

    @rule(counts=compositions)
    def the_order_changes(self, counts: dict[int, int]) -> None:
        self.market_says(replace(self.order, items=positions(counts)))

    @rule()
    def the_order_is_packed_elsewhere(self) -> None:
        self.box_id += 10
        self.market_says(replace(self.order, stored_boxes=stored(self.order, self.box_id)))

    @rule(wanted=st.booleans())
    def the_buyer_may_cancel(self, wanted: bool) -> None:
        self.market_says(replace(self.order, cancel_requested=wanted))

    def market_says(self, fresh: Order) -> None:
        self.order = fresh
        self.desk.ledger.take_fresh((fresh,))

    @rule()
    def the_program_starts_again(self) -> None:
        self.desk = self.started()
        self.desk.open(NUMBER)

    @invariant()
    def a_restart_shows_the_same(self) -> None:
        now, again = self.held(), self.started().ledger.held(NUMBER)
        assert again == now

    @invariant()
    def the_packing_is_of_the_order_that_is(self) -> None:
        packing = self.held().packing
        counts = {one.item: one.count for one in composition_of(self.order)}
        assert {one.id: len(packing.units_of(one.id)) for one in self.order.items} == counts
        assert len(packing.units) == sum(counts.values())
        check_layout(packing)
        in_boxes = {number for unit in packing.units for number in unit.boxes}
        assert in_boxes <= set(packing.boxes)
        if not packing.is_stopped:
            assert {one.number for one in derive_layout(packing).boxes} == in_boxes

    @invariant()
    def no_short_code_is_ever_confirmed(self) -> None:
        confirmed = self.held().packing.confirmed
        if confirmed is not None:
            assert all("\x1d" in code.full for one in confirmed.layout.boxes for code in one.codes)

    @invariant()
    def a_stopped_packer_changes_nothing(self) -> None:
        packing = self.held().packing
        if packing.is_stopped:
            answer = self.desk.do(OpenBox())
            assert not isinstance(answer.told, Did)
            assert self.held().packing == packing


ChangingOrders.TestCase.settings = settings(max_examples=80, stateful_step_count=40, deadline=None)
TestChangingOrders = ChangingOrders.TestCase


def test_a_good_that_left_and_came_back_is_the_same_after_a_restart():
    """No journal tells of a position that was never packed."""
    machine = ChangingOrders()
    machine.the_packer_scans(1)
    machine.the_buyer_may_cancel(wanted=True)
    machine.the_packer_looks()
    for counts in ({2: 1}, {1: 1}):
        machine.the_order_changes(counts)
        machine.a_restart_shows_the_same()


def test_units_that_came_and_went_untold_are_the_same_after_a_restart():
    machine = ChangingOrders()
    machine.the_packer_acts(MarkShort(ItemId(1), ShortReason.DAMAGED))
    machine.the_buyer_may_cancel(wanted=True)
    machine.the_packer_looks()
    for counts in ({1: 1}, {1: 2}, {1: 1}):
        machine.the_order_changes(counts)
        machine.a_restart_shows_the_same()

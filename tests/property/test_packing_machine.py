"""Whatever a packer does in whatever order, the packing stays one that can be sent or mended."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from packdesk.domain.codes import CodeKind
from packdesk.domain.commands import (
    ChooseBox,
    Command,
    Finish,
    IntoBox,
    IntoCurrentBox,
    IntoNewBox,
    MakeWhole,
    MarkFound,
    MarkShort,
    MovePart,
    MoveUnits,
    OnTable,
    OpenBox,
    RemoveCode,
    SplitUnit,
    Spot,
    TakeCode,
    TakeProduct,
    Undo,
)
from packdesk.domain.deciding import Decided, decide
from packdesk.domain.events import Event, LayoutSent, ShortReason, UnitPacked, UnitTakenOut
from packdesk.domain.ids import ItemId, UnitRef
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import ItemPart, fingerprint
from packdesk.domain.layout_rules import check_layout, derive_layout
from packdesk.domain.packing import Packing, UnitsInBox
from packdesk.domain.units import InBox, InParts
from tests.builders import box, cis, code_of, gtd, item, order, unit

ORDER = order(
    item(1, 3, marking=(CodeKind.CIS,)),
    item(2, 2),
    item(3, 2, marking=(CodeKind.GTD, CodeKind.COUNTRY)),
    item(4, 2, marking=(CodeKind.CIS,), optional=True),
)
COUNTS = {one.id: one.count for one in ORDER.items}
items = st.sampled_from([one.id for one in ORDER.items])
units = st.sampled_from([unit(i, n) for i, count in COUNTS.items() for n in range(1, count + 1)])
boxes = st.integers(0, 6).map(box)
spots = st.one_of(
    st.just(OnTable()), boxes.map(IntoBox), st.just(IntoCurrentBox()), st.just(IntoNewBox())
)
codes = st.one_of(
    st.builds(lambda i, n: (ItemId(i), cis(i, n)), st.sampled_from([1, 4]), st.integers(1, 4)),
    st.builds(lambda n: (ItemId(3), gtd(n)), st.integers(1, 3)),
    st.just((ItemId(3), code_of(CodeKind.COUNTRY))),
)
commands: st.SearchStrategy[Command] = st.one_of(
    st.builds(
        MoveUnits,
        items,
        st.integers(0, 4),
        st.one_of(st.just(OnTable()), boxes.map(IntoBox)),
        spots,
    ),
    st.builds(MovePart, units, st.integers(0, 4), spots),
    st.builds(TakeProduct, items),
    codes.map(lambda pair: TakeCode(*pair)),
    st.builds(RemoveCode, units, st.sampled_from(CodeKind)),
    st.just(OpenBox()),
    st.builds(ChooseBox, boxes),
    st.builds(SplitUnit, items, st.integers(0, 5), st.one_of(st.none(), units)),
    st.builds(MakeWhole, units),
    st.builds(MarkShort, items, st.sampled_from(ShortReason)),
    st.builds(MarkFound, units),
    st.just(Finish(LabelFormat.A7)),
)


def matching(command: Command) -> bool:
    """A split names a unit of its own item, or none."""
    return not (
        isinstance(command, SplitUnit) and command.unit and command.unit.item != command.item
    )


class PackingMachine(RuleBasedStateMachine):
    """Random commands, undo and a Market that answers now and then."""

    def __init__(self) -> None:
        super().__init__()
        self.packing = Packing.of(ORDER)
        self.groups: list[tuple[Event, ...]] = []
        self.numbers: dict[UnitRef, int] = {}

    def keep(self, events: tuple[Event, ...]) -> None:
        self.packing = self.packing.after(events)
        self.groups.append(events)

    @rule(command=commands.filter(matching))
    def command(self, command: Command) -> None:
        outcome = decide(self.packing, command)
        if isinstance(outcome, Decided):
            assert outcome.events
            self.keep(outcome.events)

    @rule(command=commands.filter(matching))
    def do_and_undo(self, command: Command) -> None:
        before = self.packing
        outcome = decide(before, command)
        if not isinstance(outcome, Decided):
            return
        self.keep(outcome.events)
        undone = decide(self.packing, Undo())
        assert isinstance(undone, Decided)
        self.keep(undone.events)
        assert (self.packing.confirmed, self.packing.is_sent) == (before.confirmed, before.is_sent)
        assert self.packing.units == before.units
        assert self.packing.boxes == before.boxes
        assert self.packing.current == before.current

    @rule(data=st.data(), item=items, spot=spots)
    def move_the_pieces_that_are_named(self, data: st.DataObject, item: ItemId, spot: Spot) -> None:
        """The codes that go are those of the pieces named, and no others move."""
        before = self.packing
        whole = [one for one in before.units_of(item) if isinstance(one.place, InBox)]
        if not whole:
            return
        first = data.draw(st.sampled_from(whole))
        together = [one for one in whole if one.place == first.place]
        named = data.draw(st.lists(st.sampled_from(together), min_size=1, unique=True))
        pieces = tuple(one.ref for one in named)
        (box,) = first.boxes
        outcome = decide(before, MoveUnits(item, len(pieces), IntoBox(box), spot, pieces))
        if not isinstance(outcome, Decided):
            return
        moved = {e.unit for e in outcome.events if isinstance(e, UnitTakenOut | UnitPacked)}
        assert moved == set(pieces)
        self.keep(outcome.events)
        assert {one.ref: one.codes for one in before.units} == {
            one.ref: one.codes for one in self.packing.units
        }

    @precondition(lambda self: self.packing.confirmed is not None and not self.packing.is_sent)
    @rule()
    def market_stores_the_layout(self) -> None:
        confirmed = self.packing.confirmed
        assert confirmed is not None
        self.keep((LayoutSent(confirmed.fingerprint, ()),))

    @invariant()
    def replaying_gives_the_same(self) -> None:
        again = Packing.of(ORDER)
        for group in self.groups:
            again = again.after(group)
        assert again == self.packing

    @invariant()
    def every_box_stands_on_the_table_and_a_part_lies_alone(self) -> None:
        holders: dict[int, list[object]] = {}
        for one in self.packing.units:
            match one.place:
                case InBox(where):
                    holders.setdefault(where, []).append("whole")
                case InParts(where):
                    assert 2 <= len(where) <= 99
                    for at in where:
                        if at is not None:
                            holders.setdefault(at, []).append(one.ref)
                case _:
                    pass
        assert set(holders) <= set(self.packing.boxes)
        for lying in holders.values():
            assert all(one == "whole" for one in lying) or len(lying) == 1

    @invariant()
    def a_box_has_the_number_that_its_label_will_carry(self) -> None:
        numbers = list(self.packing.boxes)
        assert numbers == [*range(1, len(numbers) + 1)]
        labelled = [one.number for one in derive_layout(self.packing).boxes]
        empty = [box(number) for number in numbers[len(labelled) :]]
        assert labelled == numbers[: len(labelled)]
        assert empty in ([], [self.packing.current])

    @invariant()
    def no_part_lies_in_the_current_box(self) -> None:
        here = self.packing.current
        assert here is None or isinstance(self.packing.content(here), UnitsInBox)

    @invariant()
    def one_box_is_here_while_goods_are_to_be_packed(self) -> None:
        is_left = any(one.is_loose for one in self.packing.units)
        assert self.packing.current is not None or not self.packing.boxes or not is_left

    @invariant()
    def no_empty_box_stands_beside_what_was_confirmed(self) -> None:
        if self.packing.confirmed is not None:
            assert len(derive_layout(self.packing).boxes) == len(self.packing.boxes)

    @invariant()
    def each_split_unit_has_a_number_of_its_own(self) -> None:
        split = {one.ref for one in self.packing.units if isinstance(one.place, InParts)}
        assert {ref for ref in self.packing.split if ref is not None} == split
        for ref, was in self.numbers.items():
            if ref in split:
                assert self.packing.split.index(ref) == was
        self.numbers = {ref: self.packing.split.index(ref) for ref in split}

    @invariant()
    def what_is_confirmed_is_what_stands_there(self) -> None:
        confirmed = self.packing.confirmed
        if confirmed is not None:
            assert fingerprint(derive_layout(self.packing)) == confirmed.fingerprint

    @invariant()
    def the_layout_holds_each_unit_once(self) -> None:
        whole: dict[int, int] = {}
        parts: dict[int, list[tuple[int, int]]] = {}
        for one in derive_layout(self.packing).boxes:
            if isinstance(one.content, ItemPart):
                part = (one.content.current, one.content.total)
                parts.setdefault(one.content.item, []).append(part)
                continue
            assert len({line.item for line in one.content}) == len(one.content)
            for line in one.content:
                assert len(line.codes) <= line.count
                whole[line.item] = whole.get(line.item, 0) + line.count
        if not any(problem.blocks for problem in check_layout(self.packing)):
            for item_id, count in COUNTS.items():
                short = self.packing.short(ORDER.item(item_id))
                there = parts.get(item_id, [])
                split = sum(current == 1 for current, _ in there)
                assert whole.get(item_id, 0) + split + short == count
                for total in {total for _, total in there}:
                    seen = [current for current, of in there if of == total]
                    assert all(seen.count(n) == seen.count(1) for n in range(1, total + 1))

    @invariant()
    def complete_means_that_nothing_blocks_but_repeats_and_partial_options(self) -> None:
        if self.packing.is_complete:
            blocking = {type(p).__name__ for p in check_layout(self.packing) if p.blocks}
            assert blocking <= {
                "OptionalCodesPartial",
                "RemovalTooValuable",
                "RemovalAmongSplit",
                "CodeTwice",
            }


PackingMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestPacking = PackingMachine.TestCase

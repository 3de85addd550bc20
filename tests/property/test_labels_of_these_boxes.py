"""Labels are stale just while the boxes are others than those that they were printed for."""

from datetime import UTC, datetime

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from packdesk.domain.commands import (
    Command,
    Finish,
    IntoBox,
    IntoCurrentBox,
    IntoNewBox,
    MakeWhole,
    MarkFound,
    MarkShort,
    MoveUnits,
    OnTable,
    OpenBox,
    SplitUnit,
    TakeProduct,
    Undo,
)
from packdesk.domain.deciding import Decided, decide
from packdesk.domain.events import (
    Event,
    LabelsFetched,
    LabelsPrinted,
    LayoutConfirmed,
    LayoutSent,
    ShortReason,
    StepStarted,
)
from packdesk.domain.ids import ItemId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import Fingerprint, fingerprint
from packdesk.domain.layout_rules import derive_layout
from packdesk.domain.order import ProgramType
from packdesk.domain.packing import Packing
from packdesk.domain.steps import StepKind
from packdesk.domain.submission import NotConfirmed, Submission, next_step
from packdesk.station.ledger import Held
from tests.builders import box, item, order, unit

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
ORDER = order(item(1, 2), item(2), program=ProgramType.DBS)
GOODS = st.sampled_from((ItemId(1), ItemId(2)))
UNITS = st.sampled_from((unit(1, 1), unit(1, 2), unit(2)))
BOXES = st.integers(1, 3).map(box)
COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.builds(
        MoveUnits,
        GOODS,
        st.integers(1, 2),
        st.one_of(st.just(OnTable()), BOXES.map(IntoBox)),
        st.one_of(
            st.just(OnTable()), BOXES.map(IntoBox), st.just(IntoCurrentBox()), st.just(IntoNewBox())
        ),
    ),
    st.builds(TakeProduct, GOODS),
    st.builds(SplitUnit, GOODS, st.integers(2, 3)),
    st.builds(MakeWhole, UNITS),
    st.builds(MarkShort, GOODS, st.just(ShortReason.DAMAGED)),
    st.builds(MarkFound, UNITS),
    st.just(OpenBox()),
    st.just(Finish(LabelFormat.A7, removing=True)),
)


class LabelsMachine(RuleBasedStateMachine):
    """An order whose labels are on the boxes, and hands that cannot leave it alone."""

    def __init__(self) -> None:
        super().__init__()
        self.held = Held(Packing.of(ORDER), Submission(ORDER.program))
        self.groups: list[tuple[Event, ...]] = []
        self.printed: Fingerprint | None = None
        self.is_sent_since = False

    def keep(self, *events: Event) -> None:
        self.held = self.held.after(events, AT)
        self.groups.append(events)
        for event in events:
            if isinstance(event, LayoutSent):
                self.is_sent_since = True
            if isinstance(event, LabelsPrinted):
                self.printed, self.is_sent_since = event.fingerprint, False

    def do(self, command: Command) -> None:
        outcome = decide(self.held.packing, command)
        if isinstance(outcome, Decided):
            self.keep(*outcome.events)

    @initialize()
    def pack(self) -> None:
        for good in (1, 1, 2):
            self.do(TakeProduct(ItemId(good)))
        self.do(Finish(LabelFormat.A7))
        self.send()
        self.print()

    @property
    def confirmed(self) -> LayoutConfirmed | None:
        return self.held.packing.confirmed

    @rule(command=COMMANDS)
    def command(self, command: Command) -> None:
        self.do(command)

    @rule()
    def undo(self) -> None:
        self.do(Undo())

    @rule(command=COMMANDS)
    def do_and_undo(self, command: Command) -> None:
        before = self.held
        outcome = decide(before.packing, command)
        if isinstance(outcome, Decided):
            self.keep(*outcome.events)
            self.do(Undo())
            if not isinstance(command, Finish):
                assert next_step(self.held.submission) == next_step(before.submission)

    @precondition(lambda self: self.confirmed is not None and not self.held.packing.is_sent)
    @rule()
    def send(self) -> None:
        assert self.confirmed is not None
        self.keep(LayoutSent(self.confirmed.fingerprint, ()))

    @precondition(lambda self: self.held.packing.is_sent)
    @rule()
    def print(self) -> None:
        if self.confirmed is None or self.held.submission.is_printed:
            return
        name = self.confirmed.fingerprint
        self.keep(LabelsFetched(name, "a.pdf"))
        self.keep(StepStarted(StepKind.PRINT_LABELS, name))
        self.keep(LabelsPrinted(name))

    @invariant()
    def labels_are_stale_where_they_are_of_other_boxes(self) -> None:
        if self.printed is None:
            return
        here = fingerprint(derive_layout(self.held.packing))
        # The Market numbers its boxes anew with each layout that it stores.
        is_other = here != self.printed or self.is_sent_since
        assert self.held.submission.labels_are_stale == is_other

    @invariant()
    def the_table_and_the_way_out_agree(self) -> None:
        submission = self.held.submission
        assert submission.confirmed == self.confirmed
        assert submission.is_sent == self.held.packing.is_sent or self.confirmed is None
        assert isinstance(next_step(submission), NotConfirmed) == (self.confirmed is None)

    @invariant()
    def replaying_gives_the_same(self) -> None:
        again = Held(Packing.of(ORDER), Submission(ORDER.program))
        for group in self.groups:
            again = again.after(group, AT)
        assert again == self.held


LabelsMachine.TestCase.settings = settings(max_examples=80, stateful_step_count=30, deadline=None)
TestLabels = LabelsMachine.TestCase

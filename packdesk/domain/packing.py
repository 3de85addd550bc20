"""Packing: the state of one order at the table, a fold of the groups of events of its journal."""

from dataclasses import dataclass, field, replace
from typing import TypeAlias

from packdesk.domain.checks import CodeCheck, CodeVerdict
from packdesk.domain.codes import CodeIdentity, CodeKind, IssueCode, MarkingCode
from packdesk.domain.errands import ErrandEvent
from packdesk.domain.events import (
    BoxChosen,
    BoxesTaken,
    BoxOpened,
    ChangesSeen,
    CodeAttached,
    CodeDetached,
    CodesChecked,
    CompositionTaken,
    Event,
    ExternalIdSet,
    ItemChosen,
    LabelsFetched,
    LabelsPrinted,
    LabelStuck,
    LayoutConfirmed,
    LayoutSent,
    MarkedReady,
    OrderChanged,
    PackingEvent,
    PartPacked,
    PartTakenOut,
    PrintDenied,
    PutAside,
    ReprintAsked,
    RetryAsked,
    StepRefused,
    StepStarted,
    StepUndone,
    SubmissionEvent,
    TakenUp,
    Undone,
    UnitFound,
    UnitMadeWhole,
    UnitMarkedShort,
    UnitPacked,
    UnitSplit,
    UnitTakenOut,
)
from packdesk.domain.ids import BoxNumber, ItemId, UnitRef
from packdesk.domain.order import Order, OrderItem
from packdesk.domain.steps import StepKind
from packdesk.domain.units import InBox, InParts, Loose, Short, Unit, UnitPlace


@dataclass(frozen=True, slots=True)
class PartInBox:
    """A box that holds one part and takes nothing else."""

    unit: UnitRef
    part: int
    total: int


@dataclass(frozen=True, slots=True)
class UnitsInBox:
    """A box of whole units, in the order of the order's positions; empty for an empty box."""

    units: tuple[Unit, ...]


BoxContent: TypeAlias = PartInBox | UnitsInBox


@dataclass(frozen=True, slots=True)
class Packing:
    """One order at the table.

    ``boxes`` are the boxes that stand there, ``current`` the one that scans go into, ``chosen``
    the item whose code is wanted next. ``groups`` counts the groups folded so far; ``previous``
    is the state that an undo gives back, None where nothing may be undone. ``allowed`` are codes
    that the packer took deliberately though another order has them.
    """

    order: Order
    units: tuple[Unit, ...]
    boxes: tuple[BoxNumber, ...] = ()
    current: BoxNumber | None = None
    chosen: ItemId | None = None
    groups: int = 0
    previous: "Packing | None" = field(default=None, compare=False, repr=False)
    confirmed: LayoutConfirmed | None = None
    is_sent: bool = False
    is_ready: bool = False
    in_flight: StepKind | None = None
    refusal: StepRefused | None = None
    refused_codes: tuple[CodeCheck, ...] = ()
    allowed: frozenset[CodeIdentity] = frozenset()

    @staticmethod
    def of(order: Order) -> "Packing":
        """Nothing packed yet."""
        return Packing(
            order,
            tuple(
                Unit(UnitRef(item.id, number))
                for item in order.items
                for number in range(1, item.count + 1)
            ),
        )

    def after(self, events: tuple[Event, ...]) -> "Packing":
        """The state after one more group."""
        if events == (Undone(),):
            back = self.previous or self
            return replace(
                back, groups=self.groups + 1, order=self.order, confirmed=None, is_sent=False
            )
        now = self
        for event in events:
            now = _fold(now, event)
        lasting = any(not isinstance(event, PackingEvent | LayoutConfirmed) for event in events)
        return replace(now, groups=self.groups + 1, previous=None if lasting else self)

    def unit(self, ref: UnitRef) -> Unit:
        """The unit of this name.

        Raises:
            KeyError: the order has no such unit.
        """
        for unit in self.units:
            if unit.ref == ref:
                return unit
        raise KeyError(ref)

    def units_of(self, item: ItemId) -> tuple[Unit, ...]:
        """All units of an item by number."""
        return tuple(unit for unit in self.units if unit.ref.item == item)

    def content(self, box: BoxNumber) -> BoxContent:
        """What lies in a box."""
        whole = []
        for unit in self.units:
            match unit.place:
                case InParts(boxes) if box in boxes:
                    return PartInBox(unit.ref, boxes.index(box) + 1, len(boxes))
                case InBox(where) if where == box:
                    whole.append(unit)
                case _:
                    pass
        return UnitsInBox(tuple(whole))

    def holder(self, identity: CodeIdentity) -> Unit | None:
        """The unit that carries a code of this identity."""
        for unit in self.units:
            if any(code.identity == identity for code in unit.codes):
                return unit
        return None

    def refused_check(self, item: ItemId, code: MarkingCode) -> CodeCheck | None:
        """What the Market said when it refused this very code."""
        for check in self.refused_codes:
            if check.item == item and check.is_of(code):
                return check
        return None

    def wanted_kinds(self, unit: Unit) -> tuple[CodeKind, ...]:
        """Kinds of codes that a unit must still get, new ones for refused ones included."""
        if isinstance(unit.place, Short):
            return ()
        kinds = []
        for requirement in self.order.item(unit.ref.item).requires:
            code = unit.code(requirement.kind)
            if code is None:
                must = not requirement.optional or self.order.is_business
                if must:
                    kinds.append(requirement.kind)
            elif self.refused_check(unit.ref.item, code):
                kinds.append(requirement.kind)
        return tuple(kinds)

    def packed(self, item: OrderItem) -> int:
        """How many units of an item lie in boxes, all parts of a split one included."""
        return sum(
            not unit.is_loose and not isinstance(unit.place, Short)
            for unit in self.units_of(item.id)
        )

    def short(self, item: OrderItem) -> int:
        """How many units of an item are marked missing."""
        return sum(isinstance(unit.place, Short) for unit in self.units_of(item.id))

    @property
    def is_complete(self) -> bool:
        """Nothing loose and every code that must be there is there."""
        return any(unit.boxes for unit in self.units) and not any(
            unit.is_loose or self.wanted_kinds(unit) for unit in self.units
        )

    @property
    def is_half_done(self) -> bool:
        """Whether goods were moved and the layout is not confirmed: not to be left lightly."""
        return bool(self.groups) and self.confirmed is None and not self.is_ready

    @property
    def is_locked(self) -> bool:
        """Whether a layout is on its way to the Market, so that nothing may change now."""
        if self.is_ready or self.in_flight in {StepKind.SEND_LAYOUT, StepKind.MARK_READY}:
            return True
        return self.confirmed is not None and not self.is_sent and self.refusal is None


def _fold(now: Packing, event: Event) -> Packing:
    match event:
        case Undone():
            msg = "an undo is a group of its own"
            raise ValueError(msg)
        case (
            LayoutConfirmed()
            | StepStarted()
            | StepUndone()
            | LayoutSent()
            | ExternalIdSet()
            | LabelsFetched()
            | LabelsPrinted()
            | PrintDenied()
            | CodesChecked()
            | MarkedReady()
            | StepRefused()
            | RetryAsked()
            | OrderChanged()
            | ChangesSeen()
            | ReprintAsked()
            | LabelStuck()
        ):
            return _fold_submission(now, event)
        case _ if isinstance(event, ErrandEvent):
            return now
        case _:
            assert isinstance(event, PackingEvent)  # noqa: S101 - all others stand above
            return _fold_packing(replace(now, confirmed=None, is_sent=False, refusal=None), event)


def _fold_packing(now: Packing, event: PackingEvent) -> Packing:
    match event:
        case BoxOpened(box):
            return replace(now, boxes=(*now.boxes, box), current=box)
        case BoxChosen(box):
            return replace(now, current=box)
        case ItemChosen(item):
            return replace(now, chosen=item)
        case UnitPacked(ref, box):
            return _place(now, ref, InBox(box))
        case UnitTakenOut(ref):
            place = now.unit(ref).place
            back = InParts((None,) * place.total) if isinstance(place, InParts) else Loose()
            return _place(now, ref, back)
        case UnitSplit(ref, total):
            return _place(now, ref, InParts((None,) * total))
        case UnitMadeWhole(ref) | UnitFound(ref):
            return _place(now, ref, Loose())
        case PartPacked(ref, part, box):
            return _place_part(now, ref, part, box)
        case PartTakenOut(ref, part):
            return _place_part(now, ref, part, None)
        case UnitMarkedShort(ref, reason):
            return _place(now, ref, Short(reason))
        case CodeAttached(ref, code, issues):
            chosen = None if now.chosen == ref.item else now.chosen
            used = IssueCode.C_USED_ELSEWHERE in issues
            allowed = now.allowed | {code.identity} if used else now.allowed
            swapped = _swap(now, now.unit(ref).with_code(code))
            return replace(swapped, chosen=chosen, allowed=allowed)
        case CodeDetached(ref, kind):
            return _swap(now, now.unit(ref).without(kind))
        case CompositionTaken() | BoxesTaken() | PutAside() | TakenUp():
            return now


def _fold_submission(now: Packing, event: SubmissionEvent) -> Packing:
    match event:
        case LayoutConfirmed():
            return replace(now, confirmed=event, is_sent=False, refusal=None, chosen=None)
        case StepStarted(step):
            return replace(now, in_flight=step)
        case LayoutSent():
            return replace(now, is_sent=True, in_flight=None, refused_codes=())
        case CodesChecked(_, checks):
            refused = tuple(one for one in checks if one.verdict is CodeVerdict.REFUSED)
            return replace(now, refused_codes=refused, in_flight=None)
        case MarkedReady():
            return replace(now, is_ready=True, in_flight=None)
        case StepRefused():
            return replace(now, refusal=event, in_flight=None)
        case RetryAsked():
            return replace(now, refusal=None)
        case ExternalIdSet() | LabelsFetched() | LabelsPrinted() | PrintDenied() | StepUndone():
            return replace(now, in_flight=None)
        case OrderChanged() | ChangesSeen() | ReprintAsked() | LabelStuck():
            return now


def _place(now: Packing, ref: UnitRef, place: UnitPlace) -> Packing:
    return _swap(now, now.unit(ref).at(place))


def _place_part(now: Packing, ref: UnitRef, part: int, box: BoxNumber | None) -> Packing:
    place = now.unit(ref).place
    if not isinstance(place, InParts):
        msg = f"{ref} is not split"
        raise ValueError(msg)  # noqa: TRY004 - a wrong order of events, not a wrong type
    boxes = (*place.boxes[: part - 1], box, *place.boxes[part:])
    # A box with a part is full: nothing that is scanned next can go into it.
    current = None if box == now.current else now.current
    return replace(_place(now, ref, InParts(boxes)), current=current)


def _swap(now: Packing, unit: Unit) -> Packing:
    return replace(now, units=tuple(unit if u.ref == unit.ref else u for u in now.units))

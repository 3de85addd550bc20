"""Packing: the state of one order at the table, a fold of the groups of events of its journal."""

from collections import Counter
from dataclasses import dataclass, field, replace

from packdesk.domain.box_contents import KnownBox, holds, known_box
from packdesk.domain.changes import BoxesChanged, Change, CountChanged, ItemGone, TooMuch
from packdesk.domain.checks import CodeCheck
from packdesk.domain.codes import CodeIdentity, CodeKind, MarkingCode
from packdesk.domain.composing import GoodsLeft, composition_of, recompose
from packdesk.domain.deriving import derive_layout
from packdesk.domain.errands import Cancel, Errands
from packdesk.domain.events import (
    CompositionTaken,
    Event,
    ItemCount,
    LayoutConfirmed,
    PackingEvent,
    PutAside,
    StepRefused,
    TableEvent,
    Undone,
)
from packdesk.domain.folding import compose, fold, unconfirmed
from packdesk.domain.ids import BoxNumber, ItemId, UnitRef
from packdesk.domain.in_boxes import BoxContent, PartInBox, UnitsInBox
from packdesk.domain.layout import BoxLayout, fingerprint
from packdesk.domain.order import Order, OrderItem, StoredBox
from packdesk.domain.pieces import PieceGone, PieceRejected
from packdesk.domain.split_units import split_places
from packdesk.domain.standing import Standing
from packdesk.domain.steps import StepKind
from packdesk.domain.units import InBox, InParts, Loose, Short, Unit

__all__ = ["BoxContent", "Packing", "PartInBox", "UnitsInBox"]


@dataclass(frozen=True, slots=True)
class Packing:
    """One order at the table.

    ``boxes`` are the boxes that stand there, ``current`` the one that scans go into, ``chosen``
    the item whose code is wanted next. ``groups`` counts the groups folded so far; ``previous``
    is the state that an undo gives back, None where nothing may be undone. ``allowed`` are codes
    that the packer took deliberately though another order has them.

    ``composition`` is what the journal last said of the positions, None where it never did.
    ``changes`` and ``left`` stop the packer until they have been seen: what became different at the
    Market, and goods in boxes that belong to the order no more. ``told`` are codes of which only
    the short form is known, ``known_boxes`` the stored boxes that the table knows of, ``sent`` the
    layout that it sent last. ``stood`` is what was confirmed before the boxes became others,
    ``rejected`` the pieces that nobody has said are out of their boxes, ``split`` the split units
    at the places that number them.
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
    composition: tuple[ItemCount, ...] | None = None
    changes: tuple[Change, ...] = ()
    left: tuple[GoodsLeft, ...] = ()
    aside: PutAside | None = None
    told: frozenset[CodeIdentity] = frozenset()
    known_boxes: frozenset[KnownBox] = frozenset()
    sent: BoxLayout | None = None
    rejected: tuple[PieceRejected, ...] = ()
    stood: Standing | None = None
    split: tuple[UnitRef | None, ...] = ()
    errands: Errands = field(default_factory=Errands)

    @staticmethod
    def of(order: Order) -> "Packing":
        """Nothing packed yet."""
        return Packing(order, recompose((), composition_of(order)))

    def over(self, order: Order) -> "Packing":
        """The same work over the order as it is known now."""
        return compose(replace(self, order=order), composition_of(order))

    def prelude(self) -> tuple[Event, ...]:
        """What must be kept before the next deed, so that the journal tells the positions itself."""
        items = composition_of(self.order)
        return () if items == self.composition else (CompositionTaken(items),)

    def after(self, events: tuple[Event, ...]) -> "Packing":
        """The state after one more group."""
        if events == (Undone(),):
            back = self.previous or self
            # What left the order meanwhile does not come back.
            there = tuple(
                ItemCount(item, count)
                for item, count in Counter(unit.ref.item for unit in self.units).items()
            )
            # What had left the confirmed layout as it was does so when it is undone, too; where
            # it had not, the boxes must be looked at.
            stands = (self.confirmed, self.is_sent, self.refusal)
            stays = stands == (back.confirmed, back.is_sent, back.refusal)
            units = recompose(back.units, there)
            undone = replace(
                back,
                units=units,
                split=split_places(back.split, units),
                groups=self.groups + 1,
                order=self.order,
                confirmed=back.confirmed if stays else None,
                is_sent=back.is_sent and stays,
                refusal=back.refusal if stays else None,
                stood=self.stood if self.confirmed is None else back.stood,
                composition=self.composition,
                left=self.left,
                known_boxes=self.known_boxes,
                errands=self.errands,
            )
            return undone.standing_again()
        now, before = self, None
        for event in events:
            before = before or (now if isinstance(event, TableEvent) else None)
            now = fold(now, event)
        confirms = any(isinstance(event, LayoutConfirmed) for event in events)
        if before is not None and not confirms and not before.has_layout_of(now):
            now = unconfirmed(now)
        if before is not None and not confirms:
            now = now.standing_again()
        lasting = any(not isinstance(event, PackingEvent | LayoutConfirmed) for event in events)
        return replace(
            now,
            groups=self.groups + 1,
            previous=None if lasting else self,
            split=split_places(self.split, now.units),
        )

    def standing_again(self) -> "Packing":
        """The same, and where its boxes are those of the layout that stood, that one counts."""
        stood = self.stood
        if stood is None or self.confirmed is not None or self.aside or self.is_stopped:
            return self
        if fingerprint(derive_layout(self)) != stood.confirmed.fingerprint:
            return self
        return replace(
            self,
            confirmed=stood.confirmed,
            is_sent=stood.is_sent,
            refusal=stood.refusal,
            stood=None,
        )

    def has_layout_of(self, other: "Packing") -> bool:
        """Whether the boxes of both amount to one layout, so that the labels of one suit both."""
        return fingerprint(derive_layout(self)) == fingerprint(derive_layout(other))

    def of_submission(self, events: tuple[Event, ...]) -> tuple[Event, ...]:
        """What the submission must be told of the group that led here.

        What was done at the table is no news for it while the confirmed layout is as it was.
        """
        if self.confirmed is None:
            return events
        return tuple(one for one in events if not isinstance(one, TableEvent | PieceGone | Undone))

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
            elif code.identity in self.told or self.refused_check(unit.ref.item, code):
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
        return self.is_touched and not (self.confirmed or self.is_ready or self.aside)

    @property
    def is_touched(self) -> bool:
        """Whether anything of the order is elsewhere than where it was at first."""
        return bool(self.boxes) or any(
            unit.codes or not isinstance(unit.place, Loose) for unit in self.units
        )

    @property
    def is_work_of_here(self) -> bool:
        """Whether anybody has packed the order at this table, or put it aside."""
        return self.is_touched or self.sent is not None or self.aside is not None

    @property
    def is_stopped(self) -> bool:
        """Whether the packer must first look at what has changed."""
        return bool(self.changes or self.left)

    @property
    def too_much(self) -> tuple[TooMuch, ...]:
        """What must be taken out of boxes, since the order has it no more."""
        names = {item.id: item.name for item in self.order.items}
        for change in self.changes:
            if isinstance(change, ItemGone | CountChanged):
                names.setdefault(change.item, change.name)
        return tuple(
            TooMuch(one.item, names.get(one.item, ""), one.box, one.count) for one in self.left
        )

    @property
    def boxes_elsewhere(self) -> tuple[StoredBox, ...]:
        """The layout that was made elsewhere and that nobody has decided about."""
        found = [change.boxes for change in self.changes if isinstance(change, BoxesChanged)]
        return found[-1] if found else ()

    @property
    def may_keep_boxes(self) -> bool:
        """Whether there are boxes here that could be kept in the place of those of the Market."""
        return any(unit.boxes for unit in self.units)

    def knows_boxes(self, stored: tuple[StoredBox, ...]) -> bool:
        """Whether these boxes are of the last layout sent, or all of them are known by name.

        Earlier ones count, too: an answer may have been on its way while a layout went out.
        """
        if self.sent is not None and holds(stored, self.sent):
            return True
        return {known_box(box) for box in stored} <= self.known_boxes

    @property
    def is_being_cancelled(self) -> bool:
        """Whether the shop's own cancellation is on its way, or done."""
        known = (*self.errands.waiting, *self.errands.done)
        return self.errands.stopped is None and any(isinstance(one, Cancel) for one in known)

    @property
    def is_locked(self) -> bool:
        """Whether a layout is on its way to the Market, so that nothing may change now."""
        if self.is_ready or self.in_flight in {StepKind.SEND_LAYOUT, StepKind.MARK_READY}:
            return True
        return self.confirmed is not None and not self.is_sent and self.refusal is None

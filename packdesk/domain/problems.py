"""What is wrong with a packing: every kind of problem that keeps it from, or warns before, sending."""

from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from packdesk.domain.checks import CodeCheck
from packdesk.domain.codes import CodeIdentity, CodeKind
from packdesk.domain.ids import ItemId, OrderId, UnitRef


@dataclass(frozen=True, slots=True)
class NothingPacked:
    """No unit lies in a box."""

    blocks: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class UnitsLoose:
    """``count`` whole units of an item are in no box."""

    blocks: ClassVar[bool] = True
    item: ItemId
    count: int


@dataclass(frozen=True, slots=True)
class PartLoose:
    """A part of a split unit is in no box."""

    blocks: ClassVar[bool] = True
    unit: UnitRef
    part: int
    total: int


@dataclass(frozen=True, slots=True)
class CodeMissing:
    """A unit lacks a code that the order asks for."""

    blocks: ClassVar[bool] = True
    unit: UnitRef
    kind: CodeKind


@dataclass(frozen=True, slots=True)
class CodeRefused:
    """The Market refused a unit's code; another piece or another reading is needed."""

    blocks: ClassVar[bool] = True
    unit: UnitRef
    check: CodeCheck


@dataclass(frozen=True, slots=True)
class CodeTold:
    """Of a unit's code only the Market's short form is known, which must not be sent back."""

    blocks: ClassVar[bool] = True
    unit: UnitRef
    kind: CodeKind


@dataclass(frozen=True, slots=True)
class CodeTwice:
    """One code stands on two units of the order."""

    blocks: ClassVar[bool] = True
    first: UnitRef
    second: UnitRef


@dataclass(frozen=True, slots=True)
class CodeUsedElsewhere:
    """The code was attached in another order that is neither cancelled nor returned."""

    blocks: ClassVar[bool] = True
    unit: UnitRef
    identity: CodeIdentity
    other: OrderId


@dataclass(frozen=True, slots=True)
class OptionalCodesPartial:
    """Some units of an item have the optional code and some have not: all or none."""

    blocks: ClassVar[bool] = True
    item: ItemId
    given: int
    count: int


@dataclass(frozen=True, slots=True)
class OptionalCodesMissing:
    """A reminder: the item's optional codes were not given."""

    blocks: ClassVar[bool] = False
    item: ItemId


@dataclass(frozen=True, slots=True)
class RequirementUnknown:
    """The order asks for a kind of code that this program does not know; the Market will judge."""

    blocks: ClassVar[bool] = False
    item: ItemId
    name: str


@dataclass(frozen=True, slots=True)
class MixedWholeAndSplit:
    """Some units of an item are split and some whole; the Market may refuse that."""

    blocks: ClassVar[bool] = False
    item: ItemId


@dataclass(frozen=True, slots=True)
class MixedTotals:
    """Units of one item are split into different numbers of parts; the Market may refuse that."""

    blocks: ClassVar[bool] = False
    item: ItemId


@dataclass(frozen=True, slots=True)
class RemovalOfOnlyPosition:
    """The item is the order's only position: it cannot be removed, only the order cancelled."""

    blocks: ClassVar[bool] = True
    item: ItemId


@dataclass(frozen=True, slots=True)
class RemovalTooValuable:
    """What is missing makes up 99 % of the order's value or more."""

    blocks: ClassVar[bool] = True
    percent: int


@dataclass(frozen=True, slots=True)
class RemovalOfPromoGood:
    """A good that a promotion added cannot be removed."""

    blocks: ClassVar[bool] = True
    item: ItemId


@dataclass(frozen=True, slots=True)
class PromotionUnknown:
    """Nobody could tell whether a promotion added the good; if so, the Market will refuse."""

    blocks: ClassVar[bool] = False
    item: ItemId


@dataclass(frozen=True, slots=True)
class RemovalAmongSplit:
    """One of several split units of an item cannot be removed here, only in the cabinet."""

    blocks: ClassVar[bool] = True
    item: ItemId


@dataclass(frozen=True, slots=True)
class RemovalLowersRating:
    """Units will leave the order for good; each counts as a cancellation in the quality index."""

    blocks: ClassVar[bool] = False
    units: int


Problem: TypeAlias = (
    NothingPacked
    | UnitsLoose
    | PartLoose
    | CodeMissing
    | CodeRefused
    | CodeTold
    | CodeTwice
    | CodeUsedElsewhere
    | OptionalCodesPartial
    | OptionalCodesMissing
    | RequirementUnknown
    | MixedWholeAndSplit
    | MixedTotals
    | RemovalOfOnlyPosition
    | RemovalTooValuable
    | RemovalOfPromoGood
    | PromotionUnknown
    | RemovalAmongSplit
    | RemovalLowersRating
)

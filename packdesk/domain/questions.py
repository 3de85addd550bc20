"""Questions that the table asks in the band, each with its answers in order.

An answer is a command, or None for "leave it". Nothing modal: a scan that is no answer is refused.
"""

from dataclasses import dataclass
from typing import TypeAlias

from packdesk.domain.codes import IssueCode, MarkingCode
from packdesk.domain.commands import (
    Command,
    IntoCurrentBox,
    MoveUnits,
    OnTable,
    SplitUnit,
    TakeCode,
    TakeProduct,
)
from packdesk.domain.errands import CancelReason
from packdesk.domain.ids import ItemId, UnitRef


@dataclass(frozen=True, slots=True)
class WhichItemHasCode:
    """A code may belong to several positions: which good is in the packer's hand?"""

    code: MarkingCode
    issues: tuple[IssueCode, ...]
    items: tuple[ItemId, ...]

    @property
    def answers(self) -> tuple[Command | None, ...]:
        """One for each position."""
        return tuple(TakeCode(item, self.code, self.issues) for item in self.items)


@dataclass(frozen=True, slots=True)
class WhichItem:
    """Several positions carry this product barcode."""

    items: tuple[ItemId, ...]

    @property
    def answers(self) -> tuple[Command | None, ...]:
        """One for each position."""
        return tuple(TakeProduct(item) for item in self.items)


@dataclass(frozen=True, slots=True)
class SplitProposed:
    """The catalogue says that one unit takes ``total`` places: split it, or pack it whole?"""

    item: ItemId
    total: int

    @property
    def answers(self) -> tuple[Command | None, ...]:
        """Split as proposed; pack whole."""
        whole = MoveUnits(self.item, 1, OnTable(), IntoCurrentBox())
        return (SplitUnit(self.item, self.total), whole)


@dataclass(frozen=True, slots=True)
class TeachBarcode:
    """What is this barcode (or GTIN) on? The answer is kept for all later orders."""

    barcode: str
    items: tuple[ItemId, ...]

    @property
    def answers(self) -> tuple[Command | None, ...]:
        """One for each position; the good in hand is then packed, or its code is asked for."""
        return tuple(TakeProduct(item) for item in self.items)


@dataclass(frozen=True, slots=True)
class ChangeSent:
    """The Market has these boxes, and ``is_printed``: their labels are on them. Change them?"""

    command: Command
    is_printed: bool

    @property
    def answers(self) -> tuple[Command | None, ...]:
        """Change them."""
        return (self.command,)


Question: TypeAlias = WhichItemHasCode | WhichItem | SplitProposed | TeachBarcode | ChangeSent


@dataclass(frozen=True, slots=True)
class ApproveRemoval:
    """These units would leave the order for good."""

    units: tuple[UnitRef, ...]


@dataclass(frozen=True, slots=True)
class ApproveCancel:
    """The whole order would be cancelled for good."""

    reason: CancelReason


Approval: TypeAlias = ApproveRemoval | ApproveCancel
"""What cannot be undone: it waits for a held button or the supervisor's barcode, never for Enter."""

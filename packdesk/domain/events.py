"""What has happened to an order at the table and at the Market. Past tense, never changed.

Events of one decision are one *group*: they are kept together and undone together.
"""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from packdesk.domain.changes import Change
from packdesk.domain.checks import CodeCheck
from packdesk.domain.codes import CodeKind, IssueCode, MarkingCode
from packdesk.domain.errands import ErrandEvent
from packdesk.domain.ids import BoxNumber, ItemId, UnitRef
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import BoxLayout, Fingerprint
from packdesk.domain.order import MarketBox, StoredBox
from packdesk.domain.pieces import PieceGone, PieceRejected
from packdesk.domain.steps import StepKind


class ShortReason(Enum):
    """Why a unit is missing."""

    NOT_FOUND = "not found"
    DAMAGED = "damaged"
    CODE_UNREADABLE = "code unreadable"
    CODE_REFUSED = "code refused"


@dataclass(frozen=True, slots=True)
class BoxOpened:
    """A new empty box stands on the table and is the current one."""

    box: BoxNumber


@dataclass(frozen=True, slots=True)
class BoxChosen:
    """Another box is the current one."""

    box: BoxNumber


@dataclass(frozen=True, slots=True)
class BoxesNumbered:
    """These boxes stand there and no others; the n-th of them is box n from now on."""

    boxes: tuple[BoxNumber, ...]

    def now(self, box: BoxNumber) -> BoxNumber | None:
        """The new number of a box; None for one that is gone."""
        return BoxNumber(self.boxes.index(box) + 1) if box in self.boxes else None


@dataclass(frozen=True, slots=True)
class ItemChosen:
    """The packer holds a unit of this item whose code is wanted next."""

    item: ItemId


@dataclass(frozen=True, slots=True)
class UnitPacked:
    """A whole unit lies in a box."""

    unit: UnitRef
    box: BoxNumber


@dataclass(frozen=True, slots=True)
class UnitTakenOut:
    """A unit, whole or in parts, lies on the table again; a split one stays split."""

    unit: UnitRef


@dataclass(frozen=True, slots=True)
class UnitSplit:
    """A unit travels in ``total`` parts, none of them in a box yet."""

    unit: UnitRef
    total: int


@dataclass(frozen=True, slots=True)
class UnitMadeWhole:
    """A split unit is whole again and loose."""

    unit: UnitRef


@dataclass(frozen=True, slots=True)
class PartPacked:
    """Part ``part`` (1..total) of a split unit lies alone in a box."""

    unit: UnitRef
    part: int
    box: BoxNumber


@dataclass(frozen=True, slots=True)
class PartTakenOut:
    """A part lies on the table again."""

    unit: UnitRef
    part: int


@dataclass(frozen=True, slots=True)
class CodeAttached:
    """A code belongs to a unit from now on; ``issues`` is what was noticed while reading it."""

    unit: UnitRef
    code: MarkingCode
    issues: tuple[IssueCode, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeDetached:
    """A unit's code of this kind is gone."""

    unit: UnitRef
    kind: CodeKind


@dataclass(frozen=True, slots=True)
class UnitMarkedShort:
    """A unit is missing and is to be removed from the order."""

    unit: UnitRef
    reason: ShortReason


@dataclass(frozen=True, slots=True)
class UnitFound:
    """A unit that was marked short is there after all, and loose."""

    unit: UnitRef


@dataclass(frozen=True, slots=True)
class ItemCount:
    """How many units an order has of a position."""

    item: ItemId
    count: int


@dataclass(frozen=True, slots=True)
class CompositionTaken:
    """The order has these positions from now on; units beyond them leave their boxes."""

    items: tuple[ItemCount, ...]


@dataclass(frozen=True, slots=True)
class BoxesTaken:
    """A layout that was made elsewhere stands on the table as if it had been packed here."""

    boxes: tuple[StoredBox, ...]


class AsideReason(Enum):
    """Why a whole order waits."""

    GOODS_MISSING = "goods missing"
    GOODS_DAMAGED = "goods damaged"
    CODE_TROUBLE = "trouble with a code"
    ASK_MANAGER = "a question for the manager"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PutAside:
    """The order waits on the shelf; what is packed stays packed."""

    reason: AsideReason
    note: str = ""


@dataclass(frozen=True, slots=True)
class TakenUp:
    """The order that was put aside is worked on again."""


@dataclass(frozen=True, slots=True)
class Undone:
    """The group before this one is undone."""


@dataclass(frozen=True, slots=True)
class LayoutConfirmed:
    """The packer is done: this layout is to be sent, with labels in this format.

    ``external_id`` is the shop's own number if it is to be set; the Market takes one only once.
    """

    layout: BoxLayout
    fingerprint: Fingerprint
    label_format: LabelFormat
    external_id: str | None = None


@dataclass(frozen=True, slots=True)
class StepStarted:
    """A request or a print is about to go out. If no result follows, its outcome is unknown."""

    step: StepKind
    fingerprint: Fingerprint


@dataclass(frozen=True, slots=True)
class LayoutSent:
    """The Market has stored the layout; its box ids replace all earlier ones."""

    fingerprint: Fingerprint
    boxes: tuple[MarketBox, ...]


@dataclass(frozen=True, slots=True)
class ExternalIdSet:
    """The Market knows the shop's own number of the order."""

    fingerprint: Fingerprint
    external_id: str


@dataclass(frozen=True, slots=True)
class LabelsFetched:
    """The label PDF of this layout is kept under ``file`` (a name in the label store)."""

    fingerprint: Fingerprint
    file: str


@dataclass(frozen=True, slots=True)
class LabelsLost:
    """The kept PDF is gone or cannot be printed; it is to be fetched anew."""

    fingerprint: Fingerprint


@dataclass(frozen=True, slots=True)
class LabelsPrinted:
    """The labels of this layout are on paper."""

    fingerprint: Fingerprint


@dataclass(frozen=True, slots=True)
class PrintDenied:
    """Asked after a crash or a failure, the packer said that nothing came out of the printer."""

    fingerprint: Fingerprint


@dataclass(frozen=True, slots=True)
class CodesChecked:
    """One answer of the Market about the codes of this layout."""

    fingerprint: Fingerprint
    checks: tuple[CodeCheck, ...]


@dataclass(frozen=True, slots=True)
class MarkedReady:
    """The Market holds the order ready to ship."""

    fingerprint: Fingerprint


@dataclass(frozen=True, slots=True)
class StepUndone:
    """A started step is known to have had no effect; it may be taken again."""

    step: StepKind
    fingerprint: Fingerprint


@dataclass(frozen=True, slots=True)
class StepRefused:
    """The Market refused for good, in its own words; a person decides."""

    step: StepKind
    fingerprint: Fingerprint
    status: int
    messages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerUnreadable:
    """What the Market gave for this step is not what its description says; nothing was learnt."""

    step: StepKind
    fingerprint: Fingerprint


@dataclass(frozen=True, slots=True)
class RetryAsked:
    """A person wants a step that was refused, or has no readable answer, to be tried again."""

    fingerprint: Fingerprint


@dataclass(frozen=True, slots=True)
class OrderChanged:
    """A re-read found the order to be another one: nothing goes out until a person has seen it."""

    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class ChangesSeen:
    """The packer has been told of the changes and goes on."""


@dataclass(frozen=True, slots=True)
class ReprintAsked:
    """The printed labels of this layout are to be printed once more."""

    fingerprint: Fingerprint


@dataclass(frozen=True, slots=True)
class LabelStuck:
    """The label of a box was scanned where it sticks; ``box`` is the table's number."""

    fingerprint: Fingerprint
    box: BoxNumber


TableEvent: TypeAlias = (
    BoxOpened
    | BoxChosen
    | BoxesNumbered
    | ItemChosen
    | UnitPacked
    | UnitTakenOut
    | UnitSplit
    | UnitMadeWhole
    | PartPacked
    | PartTakenOut
    | CodeAttached
    | CodeDetached
    | PieceRejected
    | UnitMarkedShort
    | UnitFound
)
"""What the packer does with goods, boxes and codes: what it does to the layout, the boxes tell."""

PackingEvent: TypeAlias = TableEvent | CompositionTaken | BoxesTaken | PutAside | TakenUp
"""What happens to an order while it is packed; can be undone."""

SubmissionEvent: TypeAlias = (
    LayoutConfirmed
    | StepStarted
    | StepUndone
    | LayoutSent
    | ExternalIdSet
    | LabelsFetched
    | LabelsLost
    | LabelsPrinted
    | PrintDenied
    | CodesChecked
    | MarkedReady
    | StepRefused
    | AnswerUnreadable
    | RetryAsked
    | OrderChanged
    | ChangesSeen
    | ReprintAsked
    | LabelStuck
)
"""The way of a confirmed layout to the Market."""

Event: TypeAlias = PackingEvent | SubmissionEvent | ErrandEvent | PieceGone | Undone

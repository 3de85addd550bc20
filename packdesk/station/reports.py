"""What the station tells the window: frozen values, each whole in itself."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import TypeAlias

from packdesk.domain.access import Access
from packdesk.domain.barcodes import DeskCommand
from packdesk.domain.changes import Change, TooMuch
from packdesk.domain.codes import NO_CONTEXT, JudgeContext
from packdesk.domain.errands import Errands
from packdesk.domain.events import Event, PutAside
from packdesk.domain.ids import OrderId, UnitRef
from packdesk.domain.order import Catalogue, Order, StoredBox
from packdesk.domain.packing import Packing
from packdesk.domain.pieces import PieceRejected
from packdesk.domain.questions import Approval, Question
from packdesk.domain.refusals import Doubt, Refusal
from packdesk.domain.submission import Submission
from packdesk.station.errors import MarketError, PackdeskError


@dataclass(frozen=True, slots=True)
class PieceOut:
    """A piece of an order that must leave its boxes."""

    order: OrderId
    piece: PieceRejected


def pieces_out(packing: Packing) -> tuple[PieceOut, ...]:
    """The pieces of an order that nobody has said are out of their boxes, oldest first."""
    return tuple(PieceOut(packing.order.id, piece) for piece in packing.rejected)


@dataclass(frozen=True, slots=True)
class Bench:
    """The order on the bench as it stands. ``packing`` may be asked for previews (``decide``).

    ``doubt`` is a code that a deliberate act would take (``take_anyway``), ``teachable`` a barcode
    that could be taught (``teach``); both belong to the last scan only. ``context`` is what is known
    when a code is judged: for previews. ``approval`` waits for a held button or the supervisor's
    barcode; ``unit`` is the one for which another piece is wanted; ``own_number`` is the external
    number that the shop's template would give, empty where it gives none.
    """

    order: Order
    packing: Packing
    submission: Submission
    catalogue: Catalogue
    access: Access
    question: Question | None = None
    doubt: Doubt | None = None
    teachable: str | None = None
    context: JudgeContext = field(default=NO_CONTEXT, repr=False)
    approval: Approval | None = None
    unit: UnitRef | None = None
    own_number: str = ""

    @property
    def out(self) -> tuple[PieceOut, ...]:
        """The pieces that nobody has said are out of their boxes."""
        return pieces_out(self.packing)

    @property
    def changes(self) -> tuple[Change, ...]:
        """What became different at the Market and was not seen yet."""
        return self.packing.changes

    @property
    def too_much(self) -> tuple[TooMuch, ...]:
        """What must be taken out of boxes."""
        return self.packing.too_much

    @property
    def boxes_elsewhere(self) -> tuple[StoredBox, ...]:
        """The layout that was made elsewhere and that nobody has decided about."""
        return self.packing.boxes_elsewhere


@dataclass(frozen=True, slots=True)
class Did:
    """It was done and is on the disk. ``events`` are one group, or two if the order finished.

    ``undone`` is the unit that an undo has put back, None where it put back only boxes.
    """

    events: tuple[Event, ...]
    undone: UnitRef | None = None


@dataclass(frozen=True, slots=True)
class RefusedIt:
    """It was not done."""

    refusal: Refusal


@dataclass(frozen=True, slots=True)
class AskedBack:
    """An answer is wanted first; ``Bench.question`` holds the question."""

    question: Question


@dataclass(frozen=True, slots=True)
class OpenedOrder:
    """Another order stands on the bench now."""

    order: OrderId
    access: Access


@dataclass(frozen=True, slots=True)
class CommandForWindow:
    """A command barcode that the window itself carries out (for example: to the queue)."""

    command: DeskCommand


@dataclass(frozen=True, slots=True)
class Failed:
    """The world did not let it be done; nothing was kept."""

    error: PackdeskError


Told: TypeAlias = Did | RefusedIt | AskedBack | OpenedOrder | CommandForWindow | Failed


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one scan or one command.

    ``scan`` is the scanned text, None for what came by key or mouse; ``bench`` is the state after
    it, None while no order is open.
    """

    told: Told
    at: datetime
    scan: str | None = None
    bench: Bench | None = None


@dataclass(frozen=True, slots=True)
class PiecesOut:
    """All pieces of an order, on the bench or not, that nobody has said are out of their boxes."""

    order: OrderId
    pieces: tuple[PieceOut, ...]


@dataclass(frozen=True, slots=True)
class BenchMoved:
    """The open order changed without the packer: a step of its submission, a re-read order."""

    bench: Bench


@dataclass(frozen=True, slots=True)
class BenchCleared:
    """The order was put aside: nothing is open."""


class SendState(Enum):
    """Where an order's submission is, for the queue and the list of what was sent."""

    NONE = "not confirmed"
    SENDING = "on its way"
    CHECKING = "codes are being checked"
    WITH_SHIPMENT = "waits to be set ready with its shipment"
    NEEDS_PERSON = "needs a person"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """One order of the queue: as the Market has it, and how far the table is with it."""

    order: Order
    access: Access
    packed: int = 0
    boxes: int = 0
    send: SendState = SendState.NONE
    labels_printed: bool = False
    is_ready: bool = False
    aside: PutAside | None = None
    is_changed: bool = False


@dataclass(frozen=True, slots=True)
class QueueRead:
    """The whole queue, most urgent first. ``fresh_at`` is the last answer of the Market.

    ``changed`` are orders in work that this very answer showed to be others now.
    """

    entries: tuple[QueueEntry, ...]
    catalogue: Catalogue
    fresh_at: datetime | None
    changed: tuple[OrderId, ...] = ()


@dataclass(frozen=True, slots=True)
class MarketTrouble:
    """The Market cannot be asked now; the table works on. ``retry_at`` is when it is tried again."""

    error: MarketError
    retry_at: datetime | None


@dataclass(frozen=True, slots=True)
class MarketFine:
    """The Market answered."""


@dataclass(frozen=True, slots=True)
class SubmissionMoved:
    """An order's submission or one of its errands took a step."""

    order: OrderId
    submission: Submission
    error: PackdeskError | None = None
    retry_at: datetime | None = None
    errands: Errands = field(default_factory=Errands)


@dataclass(frozen=True, slots=True)
class JournalStopped:
    """The journal cannot be used: the packer must stop."""

    error: PackdeskError


Report: TypeAlias = (
    Answer
    | BenchMoved
    | BenchCleared
    | PiecesOut
    | QueueRead
    | MarketTrouble
    | MarketFine
    | SubmissionMoved
    | JournalStopped
)

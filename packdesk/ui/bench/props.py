"""Everything that the bench shows, as frozen values; views render them and decide nothing."""

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from packdesk.domain.ids import BoxNumber, ItemId, OrderId, UnitRef
from packdesk.ui.bench.picks import Pick
from packdesk.ui.words.bench import BenchAction
from packdesk.ui.words.notice import Notice
from packdesk.ui.words.submission import PersonAnswer


@dataclass(frozen=True, slots=True)
class HeadProps:
    """Who ordered what until when; ``note`` is the buyer's, empty where there is none.

    ``give_external`` is a button's, empty where the order has its external number or takes none.
    """

    title: str
    model: str
    ship_by: Notice | None
    external: str
    give_external: str
    chips: tuple[Notice, ...]
    note: str
    set_aside: str


class DotState(Enum):
    """One code of one unit."""

    EMPTY = "wanted"
    FREE = "may be given"
    GIVEN = "given"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class CodesProps:
    """The codes of one kind of an item: a dot each, or a tally where there would be too many."""

    mark: str
    dots: tuple[DotState, ...]
    tally: Notice | None
    spoken: str


@dataclass(frozen=True, slots=True)
class RowProps:
    """A position of the order; ``picture`` is an address, empty where there is none."""

    item: ItemId
    letter: str
    picture: str
    name: str
    offer_id: str
    refused: str
    codes: tuple[CodesProps, ...]
    count: str
    note: Notice
    is_done: bool
    is_lit: bool
    is_picked: bool
    can_drag: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class LoosePartProps:
    """A part of a split unit that lies on the table."""

    unit: UnitRef
    part: int
    group: int
    name: str
    text: str
    is_picked: bool
    spoken: str


ListedProps: TypeAlias = RowProps | LoosePartProps


@dataclass(frozen=True, slots=True)
class PartBand:
    """What the parts of one unit have in common: a group number from 1, hence a colour."""

    group: int
    text: str


@dataclass(frozen=True, slots=True)
class LineProps:
    """One line of a box: whole units of an item, or the box's one part."""

    pick: Pick
    item: ItemId
    name: str
    count: str
    band: PartBand | None
    mark: Notice
    is_picked: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class BoxProps:
    """A box on the table."""

    box: BoxNumber
    title: str
    here: str
    key: str
    band: PartBand | None
    lines: tuple[LineProps, ...]
    empty: str
    hint: Notice | None
    is_picked: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class NewBoxProps:
    """The card that opens a box."""

    text: str
    key: str
    hint: Notice | None
    is_enabled: bool


@dataclass(frozen=True, slots=True)
class AskCancel:
    """A button that offers to cancel the whole order."""


@dataclass(frozen=True, slots=True)
class ProblemProps:
    """One problem of the list; ``there`` is what its button leads to, None where it has none."""

    notice: Notice
    there: Pick | AskCancel | None
    go: str


@dataclass(frozen=True, slots=True)
class ProblemListProps:
    """All problems at once."""

    title: str
    problems: tuple[ProblemProps, ...]
    close: str


@dataclass(frozen=True, slots=True)
class Say:
    """A button by which a person answers a submission."""

    answer: PersonAnswer
    text: str


@dataclass(frozen=True, slots=True)
class GoThere:
    """A button that picks the good in question."""

    there: Pick
    text: str


@dataclass(frozen=True, slots=True)
class TakeUp:
    """A button that takes up an order which was put aside."""

    text: str


StripButton: TypeAlias = Say | GoThere | TakeUp


@dataclass(frozen=True, slots=True)
class StripProps:
    """The line below the head: why nothing may change, how far the order is, or stale labels."""

    notice: Notice
    detail: str
    buttons: tuple[StripButton, ...]


@dataclass(frozen=True, slots=True)
class GraveProps:
    """What stops the packer or cannot be undone, told in full; the band asks about it."""

    title: Notice
    lines: tuple[str, ...]
    hint: str


@dataclass(frozen=True, slots=True)
class ActionProps:
    """One button of the rail."""

    action: BenchAction
    text: str
    key: str
    is_enabled: bool
    is_primary: bool = False
    is_shown: bool = True


@dataclass(frozen=True, slots=True)
class OrderProps:
    """An order lies on the bench. ``picked`` is what the keys act upon."""

    order: OrderId
    head: HeadProps
    strip: StripProps | None
    listed: tuple[ListedProps, ...]
    table_hint: Notice | None
    boxes: tuple[BoxProps, ...]
    new_box: NewBoxProps
    problems: ProblemListProps | None
    grave: GraveProps | None
    actions: tuple[ActionProps, ...]
    picked: Pick | None


@dataclass(frozen=True, slots=True)
class FreeProps:
    """No order lies on the bench."""

    title: str
    text: str
    button: str


BenchProps: TypeAlias = OrderProps | FreeProps

"""What the desk for track numbers shows: frozen values."""

from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from packdesk.domain.ids import DeliveryServiceId, OrderId
from packdesk.ui.words.notice import Notice


class FieldState(Enum):
    """How one of the two fields stands; the values name the looks of a card."""

    EMPTY = "plain"
    DUE = "here"
    FILLED = "lit"


@dataclass(frozen=True, slots=True)
class FieldProps:
    """A field: what is due is typed into it, what is taken stands in it.

    ``word`` says the state without colour; ``details`` are what is known of what stands in it.
    """

    caption: str
    state: FieldState
    word: str
    hint: str
    text: str = ""
    details: str = ""


class RowAct(Enum):
    """What can be done about a row that was refused."""

    RETRY = "try again"
    GIVE_UP = "give it up"


ROW_KEYS = MappingProxyType({RowAct.RETRY: "Ctrl+R", RowAct.GIVE_UP: "Ctrl+D"})


@dataclass(frozen=True, slots=True)
class HandedRowProps:
    """One of the running list: order, what was asked, service, time, and how far it is."""

    order: OrderId
    title: str
    value: str
    service: str
    when: str
    notice: Notice
    acts: tuple[tuple[RowAct, str], ...] = ()
    has_keys: bool = False


@dataclass(frozen=True, slots=True)
class CounterProps:
    """How many were sent today, how many wait, how many a person must decide about."""

    figure: str
    caption: str
    waiting: str
    stopped: str


@dataclass(frozen=True, slots=True)
class ServiceProps:
    """A delivery service to choose."""

    id: DeliveryServiceId
    name: str


class AnswerKind(Enum):
    """How an answer is given."""

    NUMBER = "by its number"
    HOLD = "by holding its button or key down"
    TYPED = "as if its text had been typed"


@dataclass(frozen=True, slots=True)
class TrackAnswerProps:
    """An answer: ``key`` is on the button; ``text`` is what a typed one stands for."""

    number: int
    key: str
    label: str
    kind: AnswerKind = AnswerKind.NUMBER
    text: str = ""


@dataclass(frozen=True, slots=True)
class PickerProps:
    """All services to choose from; ``keys`` so many digits answer while nothing is typed."""

    hint: str
    nothing: str
    services: tuple[ServiceProps, ...]
    keys: int = 0


@dataclass(frozen=True, slots=True)
class QuestionProps:
    """An open question."""

    details: str
    answers: tuple[TrackAnswerProps, ...]
    picker: PickerProps | None = None


@dataclass(frozen=True, slots=True)
class CommandProps:
    """A button with its key."""

    label: str
    key: str
    is_on: bool


@dataclass(frozen=True, slots=True)
class TracksProps:
    """The section."""

    guide: Notice
    parcel: FieldProps
    track: FieldProps
    counter: CounterProps
    question: QuestionProps | None
    caption: str
    rows: tuple[HandedRowProps, ...]
    more: str
    empty: str
    undo: CommandProps
    drop: CommandProps

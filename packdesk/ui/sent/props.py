"""What the list of what was sent shows: frozen values, and the one act of each row."""

from dataclasses import dataclass
from enum import Enum

from packdesk.domain.ids import OrderId
from packdesk.station.sent import SentLane
from packdesk.ui.words.notice import Notice, Tone


class SentAct(Enum):
    """What a button of the list or of the details does."""

    DETAILS = "show all that happened"
    ANOTHER_PIECE = "open the order for another piece"
    OPEN = "open the order"
    SEE_CHANGES = "the changes were looked at"
    RETRY = "try the refused step again"
    RETRY_ERRAND = "try the stopped request again"
    DROP_ERRAND = "give the stopped request up"
    ADD_TRACK = "send the track number beside those that are there"
    PRINTED = "the labels printed"
    NOT_PRINTED = "the labels did not print"
    REPRINT = "print the labels once more"
    SETTINGS = "open the settings"
    BACK = "back to the list"


@dataclass(frozen=True, slots=True)
class ButtonProps:
    """A button; ``key`` is shown on it where it has one."""

    act: SentAct
    label: str
    key: str = ""

    @property
    def text(self) -> str:
        """The words and the key, as they stand on it."""
        return f"{self.label}  {self.key}".rstrip()


@dataclass(frozen=True, slots=True)
class RowProps:
    """One order: its number and model, how it stands in a sentence, and the one act.

    ``history`` is None where the one act is to look at it. The keys act on the row that
    ``is_here``.
    """

    order: OrderId
    title: str
    when: str
    sentence: str
    tone: Tone
    button: ButtonProps
    history: ButtonProps | None
    is_here: bool = False

    @property
    def buttons(self) -> tuple[ButtonProps, ...]:
        """All that can be pressed on it."""
        return (self.button,) if self.history is None else (self.button, self.history)


@dataclass(frozen=True, slots=True)
class LaneProps:
    """A column; ``more`` tells how many rows are not shown, empty where all are."""

    lane: SentLane
    title: str
    rows: tuple[RowProps, ...]
    more: str
    empty: str


@dataclass(frozen=True, slots=True)
class LineProps:
    """One line of an order's history."""

    when: str
    text: str
    who: str


@dataclass(frozen=True, slots=True)
class DetailsProps:
    """All that happened to one order; ``words`` are the Market's own where it refused."""

    order: OrderId
    title: str
    notice: Notice
    words: str
    lines: tuple[LineProps, ...]
    buttons: tuple[ButtonProps, ...]


@dataclass(frozen=True, slots=True)
class SentProps:
    """The screen; ``details`` cover the columns while they are open.

    ``choose`` tells the keys that go from row to row, empty where there is nothing to choose.
    """

    name: str
    placeholder: str
    choose: str
    trouble: Notice | None
    lanes: tuple[LaneProps, ...]
    details: DetailsProps | None

    @property
    def rows(self) -> tuple[RowProps, ...]:
        """The rows of all columns, as they are gone through."""
        return tuple(row for lane in self.lanes for row in lane.rows)

    @property
    def here(self) -> RowProps | None:
        """The row that the keys act on."""
        return next((row for row in self.rows if row.is_here), None)

"""What the shipments of the nearest days show: frozen values."""

from dataclasses import dataclass
from enum import Enum

from packdesk.domain.ids import CampaignId, OrderId, ShipmentId
from packdesk.ui.words.notice import Notice

MOST_ROWS = 9
"""So many orders of a shipment are listed, a digit key for each; the others come up as these are
done."""


class DayAct(Enum):
    """What a button of a shipment does; the value is its objectName."""

    SET_READY = "daySetReady"
    MAKE_LABELS = "dayMakeLabels"
    OPEN_LABELS = "dayOpenLabels"
    ASK_CONFIRM = "dayAskConfirm"
    NOT_NOW = "dayNotNow"
    OPEN_ACT = "dayOpenAct"
    KEEP_ACT = "dayKeepAct"


@dataclass(frozen=True, slots=True)
class ShipmentKey:
    """Which shipment of which shop."""

    campaign: CampaignId
    shipment: ShipmentId


@dataclass(frozen=True, slots=True)
class DayButton:
    """A button: it does nothing while it is off; ``key`` is shown on it, empty where it has none."""

    act: DayAct
    label: str
    key: str = ""
    is_on: bool = True
    is_primary: bool = False

    @property
    def text(self) -> str:
        """The words and the key, as they stand on it."""
        return f"{self.label}  {self.key}".rstrip()


@dataclass(frozen=True, slots=True)
class OpenRow:
    """An order of a shipment and what is to be told of it; ``open_label`` is on its button."""

    order: OrderId
    title: str
    notice: Notice
    open_label: str
    key: str


@dataclass(frozen=True, slots=True)
class HoldProps:
    """The consequence of the reception act, and the button that is held to mean it."""

    consequence: str
    label: str
    key: str
    not_now: DayButton


@dataclass(frozen=True, slots=True)
class PaperProps:
    """What became of a PDF: the sentence, the file where there is one, and one button."""

    notice: Notice
    file: str = ""
    button: DayButton | None = None


@dataclass(frozen=True, slots=True)
class ShipmentProps:
    """One shipment as a card.

    ``rows`` are the orders that are not ready, or were refused in the last batch. The keys act on
    the one card that ``is_here``.
    """

    key: ShipmentKey
    is_here: bool
    title: str
    when: str
    counts: tuple[Notice, ...]
    rows: tuple[OpenRow, ...]
    more: str
    nothing_open: str
    told: Notice | None
    set_ready: DayButton | None
    labels: DayButton | None
    labels_told: PaperProps | None
    confirm: DayButton | None
    hint: str
    hold: HoldProps | None
    act_told: PaperProps | None

    @property
    def papers(self) -> tuple[PaperProps, ...]:
        """What is told of its PDFs."""
        return tuple(one for one in (self.labels_told, self.act_told) if one is not None)

    @property
    def buttons(self) -> tuple[DayButton, ...]:
        """All that can be pressed on it now."""
        shown = (
            self.set_ready,
            self.labels,
            self.confirm,
            *(paper.button for paper in self.papers),
            self.hold.not_now if self.hold is not None else None,
        )
        return tuple(one for one in shown if one is not None and one.is_on)


@dataclass(frozen=True, slots=True)
class ShipmentsProps:
    """The section; ``empty`` stands in the place of cards where there are none."""

    name: str
    guide: Notice
    refresh: str
    choose: str
    read_at: str
    troubles: tuple[Notice, ...]
    empty: str
    shipments: tuple[ShipmentProps, ...]

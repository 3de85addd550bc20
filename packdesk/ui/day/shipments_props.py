"""What the shipments of the nearest days show: frozen values."""

from dataclasses import dataclass
from enum import Enum

from packdesk.domain.ids import CampaignId, OrderId, ShipmentId
from packdesk.ui.words.notice import Notice

MOST_ROWS = 12
"""So many orders of a shipment are listed; the others come up as these are done."""


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
    """A button: it is shown as it is, and does nothing while it is off."""

    act: DayAct
    label: str
    is_on: bool = True
    is_primary: bool = False


@dataclass(frozen=True, slots=True)
class OpenRow:
    """An order of a shipment and what is to be told of it; ``open_label`` is on its button."""

    order: OrderId
    title: str
    notice: Notice
    open_label: str


@dataclass(frozen=True, slots=True)
class HoldProps:
    """The consequence of the reception act, and the button that is held to mean it."""

    consequence: str
    label: str
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

    ``rows`` are the orders that are not ready, or were refused in the last batch.
    """

    key: ShipmentKey
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


@dataclass(frozen=True, slots=True)
class ShipmentsProps:
    """The section; ``empty`` stands in the place of cards where there are none."""

    name: str
    guide: Notice
    refresh: str
    read_at: str
    troubles: tuple[Notice, ...]
    empty: str
    shipments: tuple[ShipmentProps, ...]

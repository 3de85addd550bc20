"""What can come next on the way of a confirmed layout, as values."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from packdesk.domain.changes import Change
from packdesk.domain.checks import CodeCheck
from packdesk.domain.events import StepRefused
from packdesk.domain.ids import BoxNumber
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import BoxLayout
from packdesk.domain.steps import StepKind


@dataclass(frozen=True, slots=True)
class SendLayout:
    """Replace the layout at the Market."""

    layout: BoxLayout


@dataclass(frozen=True, slots=True)
class SetExternalId:
    """Give the order the shop's own number; the Market takes it once."""

    external_id: str


@dataclass(frozen=True, slots=True)
class FetchLabels:
    """Get the label PDF."""

    page: LabelFormat


@dataclass(frozen=True, slots=True)
class PrintLabels:
    """Print the kept PDF of this name."""

    page: LabelFormat
    file: str


@dataclass(frozen=True, slots=True)
class AwaitCodeChecks:
    """Ask for the verdict on the codes, at ``due`` or later."""

    due: datetime


@dataclass(frozen=True, slots=True)
class MarkReady:
    """Set the order ready to ship."""


Step: TypeAlias = (
    SendLayout | SetExternalId | FetchLabels | PrintLabels | AwaitCodeChecks | MarkReady
)


@dataclass(frozen=True, slots=True)
class FindOut:
    """The step went out and no result was kept: learn at the Market whether it took effect."""

    step: Step


@dataclass(frozen=True, slots=True)
class DidItPrint:
    """Printing was begun and its end is not known; only the packer can tell."""

    file: str


@dataclass(frozen=True, slots=True)
class CodesRefused:
    """The Market refused codes: other pieces must be taken, then the layout goes out anew."""

    checks: tuple[CodeCheck, ...]


@dataclass(frozen=True, slots=True)
class MarketSaidNo:
    """A step was refused; a person decides, with the Market's own words."""

    refused: StepRefused


@dataclass(frozen=True, slots=True)
class OrderIsChanged:
    """The order became another one at the Market: nothing goes out before a person has seen it."""

    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class LabelsToScan:
    """The labels of these boxes are to be scanned where they stick."""

    boxes: tuple[BoxNumber, ...]


@dataclass(frozen=True, slots=True)
class AnswersUnreadable:
    """What the Market gives for a step cannot be read, time and again."""

    step: StepKind


NeedsPerson: TypeAlias = (
    DidItPrint | CodesRefused | MarketSaidNo | OrderIsChanged | LabelsToScan | AnswersUnreadable
)


@dataclass(frozen=True, slots=True)
class WaitsForBatch:
    """All but ready to ship: a person sets the orders of a shipment ready in one go."""


@dataclass(frozen=True, slots=True)
class Finished:
    """Nothing is left to do."""


@dataclass(frozen=True, slots=True)
class NotConfirmed:
    """There is no confirmed layout: the order is (again) being packed."""


Next: TypeAlias = Step | FindOut | NeedsPerson | WaitsForBatch | Finished | NotConfirmed


def kind_of(step: Step) -> StepKind:
    """The kind under which a step stands in the journal."""
    match step:
        case SendLayout():
            return StepKind.SEND_LAYOUT
        case SetExternalId():
            return StepKind.SET_EXTERNAL_ID
        case FetchLabels():
            return StepKind.FETCH_LABELS
        case PrintLabels():
            return StepKind.PRINT_LABELS
        case AwaitCodeChecks():
            return StepKind.CHECK_CODES
        case MarkReady():
            return StepKind.MARK_READY

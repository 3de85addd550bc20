"""How far a confirmed layout had come when the boxes on the table became others."""

from dataclasses import dataclass

from packdesk.domain.events import LayoutConfirmed, StepRefused


@dataclass(frozen=True, slots=True)
class Standing:
    """What counts again as soon as the boxes are those of this layout again."""

    confirmed: LayoutConfirmed
    is_sent: bool
    refusal: StepRefused | None

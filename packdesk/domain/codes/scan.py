"""A text on its way through the pipeline."""

from dataclasses import dataclass

from packdesk.domain.codes.kinds import Channel, Slot, Symbol
from packdesk.domain.codes.severity import IssueCode
from packdesk.domain.codes.verdict import JudgeContext


@dataclass(frozen=True, slots=True)
class Scan:
    """A text with what has been done to it so far.

    Attributes:
        raw: The text as it came in.
        text: The text now.
        slot: What the screen expects.
        channel: How the text came in.
        context: What the screen knows.
        symbol: What the AIM identifier said.
        repairs: What was done, in order.
    """

    raw: str
    text: str
    slot: Slot
    channel: Channel
    context: JudgeContext
    symbol: Symbol
    repairs: tuple[IssueCode, ...]

    def after(self, text: str, *repairs: IssueCode) -> "Scan":
        """The scan with its text repaired."""
        if text == self.text and not repairs:
            return self
        return Scan(
            self.raw,
            text,
            self.slot,
            self.channel,
            self.context,
            self.symbol,
            self.repairs + repairs,
        )

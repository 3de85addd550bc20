"""What the Market says of the codes it was given (getOrderIdentifiersStatus)."""

from dataclasses import dataclass
from enum import Enum

from packdesk.domain.codes import GS, CodeKind, MarkingCode
from packdesk.domain.ids import ItemId


class CodeVerdict(Enum):
    """The meaning of a status for the packer: the same word means two things for CIS and UIN."""

    PASSED = "passed"
    WAITING = "waiting"
    TRY_LATER = "the check itself failed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class CodeCheck:
    """One code's state at the Market.

    ``value`` is the code as the Market gives it back (a CIS may lack its tail), ``status`` and
    ``substatus`` are the Market's own words, unknown ones included.
    """

    item: ItemId
    kind: CodeKind
    value: str
    status: str
    substatus: str | None = None

    def is_of(self, code: MarkingCode) -> bool:
        """Whether this is the state of that code: the Market may leave the tail off."""
        if self.kind is not code.kind or not self.value:
            return False
        return code.full == self.value or code.full.startswith(f"{self.value}{GS}")

    @property
    def verdict(self) -> CodeVerdict:
        """CIS FAILED could not be checked, UIN FAILED was refused; an unknown status waits."""
        match (self.kind, self.status):
            case (_, "OK"):
                return CodeVerdict.PASSED
            case (CodeKind.CIS, "INVALID") | (CodeKind.UIN, "FAILED" | "INVALID"):
                return CodeVerdict.REFUSED
            case (CodeKind.CIS, "FAILED"):
                return CodeVerdict.TRY_LATER
            case _:
                return CodeVerdict.WAITING

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


class CheckAction(Enum):
    """What the packer does about a code's state."""

    NOTHING = "nothing"
    WAIT = "wait"
    SCAN_AGAIN = "scan the same piece again"
    ANOTHER_PIECE = "take another piece"
    CALL_MANAGER = "put the piece aside and call the manager"


_SCAN_AGAIN = frozenset(
    {
        "CIS_GTIN_NOT_FOUND",
        "CIS_SERIAL_NUMBER_NOT_FOUND",
        "INVALID_SYMBOLS_FOUND",
        "CRYPTO_TAIL_FORMAT_MISMATCH_CIS_TYPE",
        "INVALID_CRYPTO_TAIL",
        "INVALID_CRYPTO_KEY",
        "UNSUPPORTED_AI_FOUND",
    }
)
"""CisSubstatusType: what judges the reading of the code rather than the piece."""
_CALL_MANAGER = frozenset({"WRONG_OWNER_INN", "SALE_BLOCKED_BY_OGB", "UIN_MERCHANT_UNREGISTERED"})
"""Substatuses that would be the same for every other piece on the shelf."""


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

    @property
    def action(self) -> CheckAction:
        """What to do; an unknown reason of a refusal means another piece."""
        match self.verdict:
            case CodeVerdict.PASSED:
                return CheckAction.NOTHING
            case CodeVerdict.WAITING | CodeVerdict.TRY_LATER:
                return CheckAction.WAIT
            case CodeVerdict.REFUSED if self.substatus in _SCAN_AGAIN:
                return CheckAction.SCAN_AGAIN
            case CodeVerdict.REFUSED if self.substatus in _CALL_MANAGER:
                return CheckAction.CALL_MANAGER
            case CodeVerdict.REFUSED:
                return CheckAction.ANOTHER_PIECE

"""The check of marking codes as time goes by: first unseen, then running, then the verdict.

Statuses do not mean the same for both kinds: a refused CIS is ``INVALID`` (``FAILED`` means that
the check itself did not work), a refused UIN is ``FAILED``.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

CIS_STATUSES = ("OK", "FAILED", "IN_PROGRESS", "INVALID", "NOT_ON_VALIDATION")
UIN_STATUSES = ("OK", "IN_PROGRESS", "FAILED", "NOT_ON_VALIDATION")
CIS_SUBSTATUSES = (
    "WRONG_OWNER_INN",
    "CIS_VALIDATION_ERROR",
    "CIS_GTIN_NOT_FOUND",
    "CIS_SERIAL_NUMBER_NOT_FOUND",
    "INVALID_SYMBOLS_FOUND",
    "CRYPTO_TAIL_FORMAT_MISMATCH_CIS_TYPE",
    "INVALID_CRYPTO_TAIL",
    "INVALID_CRYPTO_KEY",
    "VERIFICATION_FAILED_IN_EMITTER_COUNTRY",
    "UNSUPPORTED_AI_FOUND",
    "CIS_NOT_FOUND_IN_GIS_MT",
    "NOT_PLACED_ON_MARKET",
    "NOT_PRINTED_ON_PACKAGE",
    "EXPIRED_ITEM",
    "SALE_BLOCKED_BY_OGB",
    "ITEM_SOLD",
)
UIN_SUBSTATUSES = (
    "UIN_MERCHANT_MISMATCH",
    "UIN_MERCHANT_UNREGISTERED",
    "UIN_NO_DATA",
)
SUBSTATUSES = CIS_SUBSTATUSES + UIN_SUBSTATUSES
USUAL_WAIT_S = 2.0
# The share of the waiting time in which a code has not reached the check yet.
UNSEEN_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the check of one code ends.

    Attributes:
        status: A ``CisStatusType`` or ``UinStatusType``.
        substatus: The reason, or None.
        after_s: Seconds from the moment the code was given until the verdict.
    """

    status: str = "OK"
    substatus: str | None = None
    after_s: float = USUAL_WAIT_S

    @property
    def is_for_uin(self) -> bool:
        """Whether only a UIN can get it."""
        return self.substatus in UIN_SUBSTATUSES


def identification(cis: str) -> str:
    """The CIS without its crypto tail: everything before the first inner separator."""
    return cis.removeprefix("\x1d").split("\x1d", 1)[0]


def state(code: str, verdict: Verdict, given: datetime | None, now: datetime) -> dict[str, Any]:
    """One entry of ``cis`` or ``uin`` in the answer of getOrderIdentifiersStatus.

    Args:
        code: The code as it was sent.
        verdict: How its check ends.
        given: When the check could begin; None while it cannot.
        now: The time of asking.
    """
    if given is None or now - given < timedelta(seconds=verdict.after_s * UNSEEN_SHARE):
        return {"value": code, "status": "NOT_ON_VALIDATION"}
    if now - given < timedelta(seconds=verdict.after_s):
        return {"value": code, "status": "IN_PROGRESS"}
    answer = {"value": code, "status": verdict.status}
    if verdict.substatus is not None:
        answer["substatus"] = verdict.substatus
    return answer

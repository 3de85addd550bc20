"""Troubles on order: what a bad day of the line or of the Market looks like."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from threading import Lock
from typing import Any


class TroubleKind(Enum):
    """What goes wrong."""

    SLOW = "slow"
    DROP_BEFORE = "drop-before"
    DROP_AFTER = "drop-after"
    BUSY = "busy"
    BROKEN = "broken"
    BAD_JSON = "bad-json"
    UNKNOWN_VALUES = "unknown-values"
    REVOKED_KEY = "revoked-key"


@dataclass(frozen=True, slots=True)
class Trouble:
    """A trouble and the requests that it meets.

    Attributes:
        kind: What goes wrong. The two drops differ in whether the request took effect.
        times: How many requests it meets; None for all.
        every: It meets every n-th matching request only, beginning with the n-th.
        operations: Operation ids that match; empty for all.
        seconds: How long a slow answer takes, or how long the busy Market asks to wait.
    """

    kind: TroubleKind
    times: int | None = None
    every: int = 1
    operations: frozenset[str] = frozenset()
    seconds: float = 3.0


NAMED: Mapping[str, Trouble] = {
    trouble.kind.value: trouble
    for trouble in (
        Trouble(TroubleKind.SLOW),
        Trouble(TroubleKind.DROP_BEFORE, every=3),
        Trouble(TroubleKind.DROP_AFTER, every=3),
        Trouble(TroubleKind.BUSY, every=10, seconds=10.0),
        Trouble(TroubleKind.BROKEN, times=5),
        Trouble(TroubleKind.BAD_JSON, every=5),
        Trouble(TroubleKind.UNKNOWN_VALUES),
        Trouble(TroubleKind.REVOKED_KEY),
    )
}

UNKNOWN_VALUES = {
    "paymentMethod": "METHOD_OF_TOMORROW",
    "sourcePlatform": "PLATFORM_OF_TOMORROW",
    "deliveryPartnerType": "PARTNER_OF_TOMORROW",
    "dispatchType": "DISPATCH_OF_TOMORROW",
    "placementType": "PLACEMENT_OF_TOMORROW",
    "vat": "VAT_99",
}


class TroubleDesk:
    """Holds the present trouble and decides which requests it meets. Any thread."""

    def __init__(self, trouble: Trouble | None = None) -> None:
        self._lock = Lock()
        self.present = trouble

    @property
    def present(self) -> Trouble | None:
        """The trouble that is set, used up or not."""
        return self._trouble

    @present.setter
    def present(self, trouble: Trouble | None) -> None:
        with self._lock:
            self._trouble = trouble
            self._seen = itertools.count(1)
            self._left = None if trouble is None else trouble.times

    def meet(self, operation: str) -> Trouble | None:
        """The trouble that this request meets, if any; it counts as met."""
        with self._lock:
            trouble = self._trouble
            if trouble is None or (trouble.operations and operation not in trouble.operations):
                return None
            if next(self._seen) % trouble.every or self._left == 0:
                return None
            if self._left is not None:
                self._left -= 1
            return trouble


def with_unknown_values(value: Any) -> Any:
    """A JSON value with enumeration values and fields of a later version of the API."""
    match value:
        case dict():
            known = {
                key: UNKNOWN_VALUES.get(key, with_unknown_values(inner))
                for key, inner in value.items()
            }
            if "tags" in known or "requiredInstanceTypes" in known:
                known["tags"] = [*(known.get("tags") or ()), "TAG_OF_TOMORROW"]
            return {**known, "fieldOfTomorrow": {"values": [1]}}
        case list():
            return [with_unknown_values(inner) for inner in value]
        case _:
            return value

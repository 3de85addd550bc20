"""Troubles on order: what a bad day of the line or of the Market looks like."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from threading import Lock
from typing import Any, TypeAlias

from packdesk.sandbox.losses import Loss
from packdesk.sandbox.verification import CIS_SUBSTATUSES, UIN_SUBSTATUSES, Verdict


class TroubleKind(Enum):
    """What goes wrong."""

    SLOW = "slow"
    DROP_BEFORE = "drop-before"
    DROP_AFTER = "drop-after"
    RESET_IN_BODY = "reset-in-body"
    BUSY_PARALLEL = "busy-parallel"
    BUSY = "busy-quota"
    BROKEN = "burst"
    UNAVAILABLE = "unavailable"
    BAD_JSON = "bad-json"
    UNKNOWN_VALUES = "unknown-values"
    HTML_INSTEAD_OF_PDF = "html-instead-of-pdf"
    REVOKED_KEY = "revoked-key"
    ORDER_CHANGED = "order-changed"
    ORDER_CANCELLED = "order-cancelled"
    CODE_INVALID = "code-invalid"


class Cancellation(Enum):
    """How an order is cancelled while it is being packed."""

    BUYER = "the order is CANCELLED / USER_CHANGED_MIND"
    REQUEST = "cancelRequested becomes true, the status stays"


Detail: TypeAlias = Loss | Cancellation | Verdict

REFUSED = Verdict("INVALID", "CIS_VALIDATION_ERROR")


@dataclass(frozen=True, slots=True)
class Trouble:
    """A trouble and the requests that it meets.

    Attributes:
        kind: What goes wrong. The request takes effect with SLOW, DROP_AFTER, RESET_IN_BODY,
            BAD_JSON, UNKNOWN_VALUES and the three ORDER and CODE kinds, and not with the others.
            An order changes or is cancelled right before the request is handled; a code is
            refused right after it, the first of an order that can have the verdict, and only once
            per order.
        times: How many requests it meets; None for all.
        every: It meets every n-th matching request only, beginning with the n-th.
        operations: Operation ids that match, ``reportFile`` for the file of a report; empty for
            all, but HTML_INSTEAD_OF_PDF meets only calls for PDFs then, CODE_INVALID only
            layouts.
        orders: Only requests that name one of these match; empty for all. The ORDER and CODE
            kinds meet only requests that name an order, and strike the orders named.
        seconds: How long a slow answer takes, or how long the busy Market asks to wait.
        detail: What is lost (ORDER_CHANGED, a unit if None), how it is cancelled
            (ORDER_CANCELLED, by the buyer if None), the verdict (CODE_INVALID).
    """

    kind: TroubleKind
    times: int | None = None
    every: int = 1
    operations: frozenset[str] = frozenset()
    seconds: float = 3.0
    detail: Detail | None = None
    orders: frozenset[int] = frozenset()


LAYOUTS = frozenset({"setOrderBoxLayout"})
PDFS = frozenset(
    {
        "generateOrderLabels",
        "generateOrderLabel",
        "downloadShipmentReceptionTransferAct",
        "reportFile",
    }
)
USUAL_OPERATIONS = {
    TroubleKind.HTML_INSTEAD_OF_PDF: PDFS,
    TroubleKind.CODE_INVALID: LAYOUTS,
}
ORDER_KINDS = frozenset(
    {TroubleKind.ORDER_CHANGED, TroubleKind.ORDER_CANCELLED, TroubleKind.CODE_INVALID}
)


def _named() -> Iterator[tuple[str, Trouble]]:
    kind = TroubleKind
    for trouble in (
        Trouble(kind.SLOW),
        Trouble(kind.DROP_BEFORE, every=3),
        Trouble(kind.DROP_AFTER, every=3),
        Trouble(kind.RESET_IN_BODY, every=3),
        Trouble(kind.BUSY_PARALLEL, every=3),
        Trouble(kind.BUSY, every=10, seconds=10.0),
        Trouble(kind.BROKEN, times=5),
        Trouble(kind.UNAVAILABLE, times=5),
        Trouble(kind.BAD_JSON, every=5),
        Trouble(kind.UNKNOWN_VALUES),
        Trouble(kind.HTML_INSTEAD_OF_PDF, every=2),
        Trouble(kind.REVOKED_KEY),
        Trouble(kind.ORDER_CHANGED, every=2, operations=LAYOUTS),
        Trouble(kind.ORDER_CANCELLED, every=2, operations=LAYOUTS),
        Trouble(kind.CODE_INVALID, detail=REFUSED),
    ):
        yield trouble.kind.value, trouble
    yield "busy", Trouble(kind.BUSY, every=10, seconds=10.0)
    yield "broken", Trouble(kind.BROKEN, times=5)
    for name, changed in (
        ("order-changed:unit", Loss.UNIT),
        ("order-changed:position", Loss.POSITION),
    ):
        yield name, Trouble(kind.ORDER_CHANGED, every=2, operations=LAYOUTS, detail=changed)
    for name, how in (
        ("order-cancelled:buyer", Cancellation.BUYER),
        ("order-cancelled:request", Cancellation.REQUEST),
    ):
        yield name, Trouble(kind.ORDER_CANCELLED, every=2, operations=LAYOUTS, detail=how)
    for substatus in CIS_SUBSTATUSES:
        yield f"code-invalid:{substatus}", code_invalid(Verdict("INVALID", substatus))
    for substatus in UIN_SUBSTATUSES:
        yield f"code-invalid:{substatus}", code_invalid(Verdict("FAILED", substatus))
    yield "code-invalid:FAILED", code_invalid(Verdict("FAILED"))


def code_invalid(verdict: Verdict) -> Trouble:
    """The first code of every layout ends with this verdict, once per order."""
    return Trouble(TroubleKind.CODE_INVALID, detail=verdict)


NAMED: Mapping[str, Trouble] = dict(_named())

UNKNOWN_VALUES = {
    "paymentMethod": "METHOD_OF_TOMORROW",
    "sourcePlatform": "PLATFORM_OF_TOMORROW",
    "deliveryPartnerType": "PARTNER_OF_TOMORROW",
    "dispatchType": "DISPATCH_OF_TOMORROW",
    "placementType": "PLACEMENT_OF_TOMORROW",
    "shipmentType": "SHIPMENT_OF_TOMORROW",
    "subStatus": "REASON_OF_TOMORROW",
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

    def meet(self, operation: str, orders: frozenset[int] = frozenset()) -> Trouble | None:
        """The trouble that this request meets, if any; it counts as met.

        Args:
            operation: Its operation id.
            orders: The orders that it names.
        """
        with self._lock:
            trouble = self._trouble
            if trouble is None or not _matches(trouble, operation, orders):
                return None
            if next(self._seen) % trouble.every or self._left == 0:
                return None
            if self._left is not None:
                self._left -= 1
            return trouble


def _matches(trouble: Trouble, operation: str, orders: frozenset[int]) -> bool:
    operations = trouble.operations or USUAL_OPERATIONS.get(trouble.kind)
    return (
        (not operations or operation in operations)
        and (not trouble.orders or bool(trouble.orders & orders))
        and (trouble.kind not in ORDER_KINDS or bool(orders))
    )


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

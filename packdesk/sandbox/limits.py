"""Rate limits: how often, and how many at once.

Figures are those of the OpenAPI description of 2026-07-17. 2xx and 4xx answers count, 5xx do not.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http import HTTPStatus

from packdesk.sandbox.errors import ParallelLimitError, QuotaError
from packdesk.sandbox.moments import Clock

HOUR_S = 3600
MINUTE_S = 60


@dataclass(frozen=True, slots=True)
class Quota:
    """So many requests in so many seconds."""

    amount: int
    period_s: int = HOUR_S

    @property
    def period(self) -> str:
        """The period in the words of the Market's message."""
        names = {HOUR_S: "hour", MINUTE_S: "minute"}
        return names.get(self.period_s, f"{self.period_s} seconds")


QUOTAS: Mapping[str, Quota] = {
    "getCampaigns": Quota(1_000),
    "getCampaign": Quota(5_000),
    "getAuthTokenInfo": Quota(100),
    "updateExternalOrderId": Quota(1_000),
    "getOrderIdentifiersStatus": Quota(1_000),
    "getDeliveryServices": Quota(5_000),
    "getRegionsCodes": Quota(100),
    "getOfferMappings": Quota(100, MINUTE_S),
    "searchShipments": Quota(200),
    "downloadShipmentReceptionTransferAct": Quota(200),
    "generateMassOrderLabelsReport": Quota(1_000),
    "getReportInfo": Quota(100, MINUTE_S),
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What the sandbox allows.

    Attributes:
        parallel: Requests in flight at once, per shop or cabinet.
        quotas: Quota per operation that differs from ``usual``.
        usual: Quota of the other operations.
    """

    parallel: int = 4
    quotas: Mapping[str, Quota] = field(default_factory=lambda: QUOTAS)
    usual: Quota = Quota(10_000)


class LimitCounter:
    """Counts requests per operation and entity. Event loop thread only.

    Args:
        limits: What is allowed.
        clock: Real time, since clients compare the headers with their own clock.
    """

    def __init__(self, limits: Limits, clock: Clock) -> None:
        self._limits = limits
        self._clock = clock
        self._used: dict[tuple[str, str], tuple[datetime, int]] = {}
        self._in_flight: dict[str, int] = {}

    def enter(self, operation: str, entity: str) -> None:
        """Let a request in; ``leave`` must follow.

        Raises:
            ParallelLimitError: If too many are in flight; nothing is entered.
            QuotaError: If the quota is used up; nothing is entered.
        """
        if self._in_flight.get(entity, 0) >= self._limits.parallel:
            raise ParallelLimitError(self._limits.parallel, entity)
        quota = self._quota(operation)
        if self._window(operation, entity)[1] >= quota.amount:
            raise QuotaError(quota.amount, quota.period, operation, entity)
        self._in_flight[entity] = self._in_flight.get(entity, 0) + 1

    def leave(self, operation: str, entity: str, status: int, cost: int = 1) -> None:
        """Count a request by its answer: ``cost`` is 1, or the data in it where that is limited."""
        self._in_flight[entity] -= 1
        start, used = self._window(operation, entity)
        counted = cost if status < HTTPStatus.INTERNAL_SERVER_ERROR else 0
        self._used[operation, entity] = (start, used + counted)

    def crowded(self, entity: str) -> ParallelLimitError:
        """420 for too many requests in flight."""
        return ParallelLimitError(self._limits.parallel, entity)

    def used_up(self, operation: str, entity: str) -> QuotaError:
        """420 for a used-up quota."""
        quota = self._quota(operation)
        return QuotaError(quota.amount, quota.period, operation, entity)

    def headers(self, operation: str, entity: str) -> dict[str, str]:
        """The three headers that every answer carries."""
        quota = self._quota(operation)
        start, used = self._window(operation, entity)
        until = start + timedelta(seconds=quota.period_s)
        left = self.told(max(quota.amount - used, 0), until)
        return {"X-RateLimit-Resource-Limit": str(quota.amount), **left}

    def told(self, remaining: int, until: datetime) -> dict[str, str]:
        """The two headers that say how much is left, and when it is more again."""
        return {
            "X-RateLimit-Resource-Remaining": str(remaining),
            "X-RateLimit-Resource-Until": format_datetime(until.astimezone(UTC), usegmt=True),
        }

    def now(self) -> datetime:
        """Real time."""
        return self._clock()

    def _quota(self, operation: str) -> Quota:
        return self._limits.quotas.get(operation, self._limits.usual)

    def _window(self, operation: str, entity: str) -> tuple[datetime, int]:
        now = self._clock()
        start, used = self._used.get((operation, entity), (now, 0))
        if now - start >= timedelta(seconds=self._quota(operation).period_s):
            return now, 0
        return start, used

"""The Market's error answers, with the texts of its error-code page.

The page lists messages, not codes, so the codes are only plausible.
"""

from typing import Any

CODES = {
    400: "BAD_REQUEST",
    401: "UNAUTHORIZED",
    403: "FORBIDDEN",
    404: "NOT_FOUND",
    405: "METHOD_NOT_ALLOWED",
    415: "UNSUPPORTED_MEDIA_TYPE",
    420: "ENHANCE_YOUR_CALM",
    500: "INTERNAL_SERVER_ERROR",
    503: "SERVICE_UNAVAILABLE",
}


class ApiError(Exception):
    """The Market refuses a request; becomes the answer with this HTTP status and these messages.

    Attributes:
        status: HTTP status, 400 and above.
        messages: At least one text of the documentation.
    """

    def __init__(self, status: int, *messages: str) -> None:
        super().__init__(status, *messages)
        self.status = status
        self.messages = messages

    def body(self) -> dict[str, Any]:
        """The ``ApiErrorResponse`` envelope."""
        code = CODES.get(self.status, "UNKNOWN")
        errors = [{"code": code, "message": message} for message in self.messages]
        return {"status": "ERROR", "errors": errors}


class BadRequestError(ApiError):
    """400: the request, or the state of the order, does not allow it."""

    def __init__(self, *messages: str) -> None:
        super().__init__(400, *messages)


class NotFoundError(ApiError):
    """404: no such campaign, order, box or path."""

    def __init__(self, message: str) -> None:
        super().__init__(404, message)


class WrongStateError(BadRequestError):
    """The order's status does not allow the change."""

    def __init__(self, order_id: int, status: str, substatus: str) -> None:
        super().__init__(
            f"Action is not allowed for order {order_id} with status {status} "
            f"and substatus {substatus}"
        )


class ClosedOrderError(BadRequestError):
    """A layout was sent after READY_TO_SHIP."""

    def __init__(self) -> None:
        super().__init__("Attempt to change order items or instances after READY_TO_SHIP")


class LayoutError(BadRequestError):
    """A layout breaks the rules of boxes."""

    def __init__(self, violations: tuple[str, ...]) -> None:
        super().__init__(
            f"Invalid order boxes layout request. Violations: [{'; '.join(violations)}]"
        )


class CodeError(BadRequestError):
    """A marking code is refused on sight."""

    def __init__(self, kind: str, item_id: int, reason: str) -> None:
        super().__init__(
            f"Invalid incoming {kind} for item with id = {item_id} for reason: {reason}"
        )


class ModelError(BadRequestError):
    """The call is not offered to the order's model."""

    def __init__(self, allowed: str) -> None:
        super().__init__(f"Campaign type is not allowed. Allowed campaign types: [{allowed}]")


class TransitionError(BadRequestError):
    """The status change is known, but its conditions are not met."""

    def __init__(self, now: str, wanted: str, reason: str) -> None:
        super().__init__(f"Transition {now} -> {wanted} is not allowed. Reason: {reason}")


class ParallelLimitError(ApiError):
    """420: too many requests at once."""

    def __init__(self, limit: int, entity: str) -> None:
        super().__init__(420, f"Hit rate limit of {limit} parallel requests for {entity}")


class QuotaError(ApiError):
    """420: a quota is used up; the X-RateLimit-Resource-Until header says when it is new."""

    def __init__(self, limit: int, period: str, resource: str, entity: str) -> None:
        super().__init__(
            420,
            f"Hit rate limit of {limit} requests per {period} for resource {resource} for {entity}",
        )

"""The errors of the world. Refusals of the domain are values, everything else is a bug.

::

    PackdeskError
    ├─ MarketError(operation, order)
    │   ├─ MarketUnreachable        the request did not leave; safe to repeat
    │   ├─ MarketOutcomeUnknown     it left, no answer; re-read before repeating
    │   ├─ MarketBusy(retry_at)     420
    │   ├─ MarketBroken(status)     5xx
    │   ├─ MarketRefused(status, errors)   400, 404, 409, 423
    │   ├─ MarketKeyRejected(status, errors)   401, 403
    │   └─ MarketAnswerUnreadable(body, kept)   the answer is not what the description says
    ├─ OrderUnknown(order)
    ├─ JournalError
    │   ├─ JournalUnavailable(fault, place)
    │   ├─ JournalTooNew(place, found)
    │   ├─ JournalDamaged(place, detail)
    │   └─ JournalOutOfStep(order)
    ├─ PrinterUnavailable(name, fault)   nothing was printed
    ├─ PrintOutcomeUnknown(name)          it was sent, the paper alone can tell
    ├─ LabelUnreadable(name)
    ├─ TableUnreadable(fault, detail)     in ``station.tables``
    ├─ PictureUnavailable                 in ``station.pictures``
    ├─ NoSoundDevice                      in ``ui.sounds``
    └─ SoundFileUnreadable                in ``ui.earcons``

No error carries translated text: ``ui/words`` gives each its sentence.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from packdesk.domain.ids import OrderId


class PackdeskError(Exception):
    """The base of all errors of the world."""


@dataclass(frozen=True, slots=True)
class ApiError:
    """One error of an answer, as the Market wrote it; either text may be missing there."""

    code: str
    message: str


class MarketError(PackdeskError):
    """A call to the Market failed. ``operation`` is the API's operationId."""

    def __init__(self, operation: str, order: OrderId | None = None) -> None:
        super().__init__(operation)
        self.operation = operation
        self.order = order


class MarketUnreachable(MarketError):
    """The request did not leave this machine; it is safe to repeat."""


class MarketOutcomeUnknown(MarketError):
    """The request left and no answer came; it may or may not have taken effect."""


class MarketBusy(MarketError):
    """HTTP 420: too many requests, at once or in a period.

    ``retry_at`` is the aware time from X-RateLimit-Resource-Until, None for the parallel limit.
    """

    def __init__(
        self, operation: str, order: OrderId | None = None, *, retry_at: datetime | None = None
    ) -> None:
        super().__init__(operation, order)
        self.retry_at = retry_at


class MarketBroken(MarketError):
    """HTTP 5xx or 499: the Market's own fault; whether it took effect is not known."""

    def __init__(self, operation: str, order: OrderId | None = None, *, status: int) -> None:
        super().__init__(operation, order)
        self.status = status


class MarketRefused(MarketError):
    """A 4xx answer (or a 200 with status ERROR): a person decides, with the Market's own text."""

    def __init__(
        self,
        operation: str,
        order: OrderId | None = None,
        *,
        status: int,
        errors: tuple[ApiError, ...] = (),
    ) -> None:
        super().__init__(operation, order)
        self.status = status
        self.errors = errors

    @property
    def messages(self) -> tuple[str, ...]:
        """What the Market wrote, message first, code where there is no message."""
        return tuple(error.message or error.code for error in self.errors)


class MarketKeyRejected(MarketRefused):
    """HTTP 401 or 403: the key is wrong, or may not do this."""


class MarketAnswerUnreadable(MarketError):
    """The answer is no JSON, or not of the described form.

    Attributes:
        body: The beginning of what came; it may hold codes and buyers' data.
        kept: The file in which it is kept, masked, for a report; empty where it is not.
    """

    def __init__(
        self, operation: str, order: OrderId | None = None, *, body: str, kept: str = ""
    ) -> None:
        super().__init__(operation, order)
        self.body = body
        self.kept = kept


class OrderUnknown(PackdeskError):
    """Neither the Market nor the cache knows an order of this number for this shop."""

    def __init__(self, order: OrderId) -> None:
        super().__init__(str(order))
        self.order = order


class JournalError(PackdeskError):
    """The journal cannot be used; nothing more may be acknowledged."""


class JournalFault(Enum):
    """Why the journal cannot be read or written."""

    LOCKED = "another program holds it"
    READ_ONLY = "read only"
    FULL = "disk full"
    CANNOT_OPEN = "cannot be opened"
    INPUT_OUTPUT = "the disk does not answer"


class JournalUnavailable(JournalError):
    """The world keeps the journal from us; the file itself is sound as far as known."""

    def __init__(self, fault: JournalFault, place: str) -> None:
        super().__init__(f"{fault.value}: {place}")
        self.fault = fault
        self.place = place


class JournalTooNew(JournalError):
    """A newer PackDesk wrote this journal."""

    def __init__(self, place: str, found: str) -> None:
        super().__init__(f"{place}: {found}")
        self.place = place
        self.found = found


class JournalDamaged(JournalError):
    """The file is no journal, or is damaged. It is never overwritten."""

    def __init__(self, place: str, detail: str) -> None:
        super().__init__(f"{place}: {detail}")
        self.place = place
        self.detail = detail


class JournalOutOfStep(JournalError):
    """Somebody else has written events of this order meanwhile."""

    def __init__(self, order: OrderId) -> None:
        super().__init__(str(order))
        self.order = order


class PrinterFault(Enum):
    """Why a printer does not print."""

    NOT_CHOSEN = "no printer or address was chosen"
    MISSING = "there is no printer of this name or at this address"
    NO_ANSWER = "it is switched off, or not on the network"
    NO_PAPER = "there is no paper or ribbon in it"
    OPEN = "it is open, or its paper is jammed"
    STOPPED = "somebody has stopped it"
    REFUSING = "it does not take the job"
    WRONG_PAPER = "it has no paper of the label's size"
    NOT_WRITABLE = "the folder cannot be written"


class PrinterUnavailable(PackdeskError):
    """The printer or its folder is not there or does not take the job: nothing was printed.

    Attributes:
        name: The printer, its address, or the folder.
        detail: What the system said, for the log; may be empty.
        fault: Why, as far as it is known.
    """

    def __init__(
        self, name: str, detail: str = "", fault: PrinterFault = PrinterFault.REFUSING
    ) -> None:
        super().__init__(f"{name}: {fault.value} {detail}".rstrip())
        self.name = name
        self.detail = detail
        self.fault = fault


class PrintOutcomeUnknown(PackdeskError):
    """A part of the job had gone out when the printer was lost: only the paper can tell.

    Attributes:
        name: The printer, or its address.
        detail: What the system said, for the log; may be empty.
    """

    def __init__(self, name: str, detail: str = "") -> None:
        super().__init__(f"{name}: {detail}")
        self.name = name
        self.detail = detail


class LabelUnreadable(PackdeskError):
    """A kept label is missing or is no PDF."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

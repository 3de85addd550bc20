"""What was doubted about a code when it was read, beside what the Market then said of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from packdesk.domain.checks import CodeCheck
from packdesk.domain.codes import Cis, CodeKind, Issue, IssueCode, Severity
from packdesk.domain.events import CodeAttached, Event


@dataclass(frozen=True, slots=True)
class Comparison:
    """One doubtful code and its fate; nothing in it proves or names the code.

    ``serial_length`` is None where the code has no serial that can be told from the rest.
    """

    kind: CodeKind
    gtin: str | None
    serial_length: int | None
    issues: tuple[IssueCode, ...]
    status: str
    substatus: str | None


def compare(
    groups: Iterable[tuple[Event, ...]], checks: Iterable[CodeCheck]
) -> tuple[Comparison, ...]:
    """The checked codes that a person was warned or asked about, in the order of the checks.

    A code that was attached more than once counts as it was read the last time.
    """
    doubted = [
        (event, doubts)
        for events in groups
        for event in events
        if isinstance(event, CodeAttached) and (doubts := _doubts(event))
    ]
    found = []
    for check in checks:
        for event, doubts in reversed(doubted):
            if event.unit.item == check.item and check.is_of(event.code):
                found.append(_compared(event, doubts, check))
                break
    return tuple(found)


def _doubts(event: CodeAttached) -> tuple[IssueCode, ...]:
    return tuple(code for code in event.issues if Issue(code).severity >= Severity.WARN)


def _compared(event: CodeAttached, doubts: tuple[IssueCode, ...], check: CodeCheck) -> Comparison:
    code = event.code
    gtin, serial = (code.gtin, code.serial) if isinstance(code, Cis) else (None, None)
    length = None if serial is None else len(serial)
    return Comparison(check.kind, gtin, length, doubts, check.status, check.substatus)

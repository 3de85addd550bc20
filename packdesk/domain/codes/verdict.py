"""The verdict on one text, and what the screen knows when it asks for one."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from packdesk.domain.codes.kinds import GS, ScanKind, Slot, Variant
from packdesk.domain.codes.marking_code import Cis, Country, Gtd, MarkingCode, Rnpt, Uin
from packdesk.domain.codes.severity import Issue, IssueCode, Severity


@dataclass(frozen=True, slots=True)
class JudgeContext:
    """What the screen knows that a text alone does not tell.

    Attributes:
        product_gtins: The 14-digit GTINs of the product in hand; empty: nothing to compare with.
        serial_lengths: Per GTIN the serial lengths seen in scans that were whole, tail and all.
        caps_lock: Caps Lock was on during the scan, and the scanner is not known to ignore it.
        today: The day of the scan, for dates in the future; None leaves them unchecked.
        countries: Country codes the Market serves beside the embedded ISO list.
    """

    product_gtins: frozenset[str] = frozenset()
    serial_lengths: Mapping[str, frozenset[int]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    caps_lock: bool = False
    today: dt.date | None = None
    countries: frozenset[str] = frozenset()


NO_CONTEXT = JudgeContext()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one text is and whether it can be added.

    Attributes:
        raw: The text as it came in.
        text: The text after all repairs; equals `raw` where nothing was repaired.
        slot: What the screen expected.
        kind: What came.
        variant: The form within the kind, or None where the kind has only one.
        gtin: 14 digits, or None.
        serial: The serial of a CIS, the number of a UIN, the 18 digits of an SSCC, or None.
        key: AI 91 of a CIS.
        crypto: AI 92 or 93 of a CIS; the last 4 characters of a tobacco pack.
        issues: Repairs and findings, in the order they were met.
        normalized: The text in its proper form, separators as 0x1D; None where there is none.
        weight: AI 310n, 6 digits as printed.
        volume: AI 335n, 6 digits as printed.
        tnved: AI 240.
        price: AI 8005, kopecks, 6 digits as printed.
        mrc: The maximum retail price field of a tobacco pack, 4 characters as printed.
        batch: AI 10.
        expiry: AI 17, YYMMDD.
        suggestion: What the person probably meant; shown, never applied.
    """

    raw: str = field(repr=False)
    text: str = field(repr=False)
    slot: Slot
    kind: ScanKind
    variant: Variant | None = None
    gtin: str | None = None
    serial: str | None = field(default=None, repr=False)
    key: str | None = field(default=None, repr=False)
    crypto: str | None = field(default=None, repr=False)
    issues: tuple[Issue, ...] = ()
    normalized: str | None = field(default=None, repr=False)
    weight: str | None = None
    volume: str | None = None
    tnved: str | None = None
    price: str | None = None
    mrc: str | None = field(default=None, repr=False)
    batch: str | None = None
    expiry: str | None = None
    suggestion: str | None = field(default=None, repr=False)

    @property
    def severity(self) -> Severity:
        """The weight of the worst finding; repairs alone are OK."""
        worst = max((issue.severity for issue in self.issues), default=Severity.OK)
        return Severity.OK if worst is Severity.INFO else worst

    @property
    def reason(self) -> IssueCode | None:
        """The first of the worst findings, or None where there are only repairs."""
        worst = self.severity
        if worst is Severity.OK:
            return None
        return next(issue.code for issue in self.issues if issue.severity is worst)

    @property
    def ok(self) -> bool:
        """The text can be added without asking."""
        return self.severity <= Severity.WARN

    @property
    def code(self) -> MarkingCode | None:
        """What to attach to the unit.

        None for errors, for kinds that no unit takes, and for texts nobody may send, such as two
        scans glued together. A verdict that asks for confirmation has a code where the API can
        take the text; it is the caller who asks.
        """
        if self.severity is Severity.ERROR or self.has(IssueCode.I_TWO_SCANS):
            return None
        text = self.normalized
        if text is None and self._is_sent_as_scanned():
            text = self.text
        if not text:
            return None
        if self.kind is ScanKind.CIS or self.slot is Slot.CIS:
            return Cis(text, self.gtin, self.serial)
        make = _MAKERS.get(self.kind)
        return None if make is None else make(text)

    def _is_sent_as_scanned(self) -> bool:
        unknown = self.kind is ScanKind.UNKNOWN and self.slot is Slot.CIS
        return unknown or self.variant is Variant.UNKNOWN_SHAPE

    @property
    def lesson(self) -> tuple[str, int] | None:
        """What the scan proves about its product: the GTIN and the length of its serials.

        Only a code that came with its tail, and its separators where it has any, proves anything.
        """
        if self.gtin is None or self.serial is None or self.normalized is None:
            return None
        proven = (
            self.kind is ScanKind.CIS
            and self.severity is Severity.OK
            and (GS in self.normalized or self.variant is Variant.TOBACCO_PACK)
            and not self.has(IssueCode.I_GS_RESTORED)
        )
        return (self.gtin, len(self.serial)) if proven else None

    def has(self, code: IssueCode) -> bool:
        """Whether the finding is among the issues."""
        return any(issue.code is code for issue in self.issues)

    def with_issues(self, *codes: IssueCode) -> "Verdict":
        """The same verdict with findings only the caller can make, such as a repeated code."""
        return dataclasses.replace(self, issues=self.issues + tuple(map(Issue, codes)))


_MAKERS: dict[ScanKind, Callable[[str], MarkingCode]] = {
    ScanKind.UIN: Uin,
    ScanKind.RNPT: Rnpt,
    ScanKind.GTD: Gtd,
    ScanKind.COUNTRY: Country,
}

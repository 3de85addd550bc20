"""The codes of one unit: what is sent to the Market, and what makes two codes the same."""

import re
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from typing_extensions import override

from packdesk.domain.codes.kinds import GS, CodeKind

_SHOWN = 3
_BRACKETED_AI = re.compile(r"[(\[](01|21)[)\]]")


@dataclass(frozen=True, slots=True)
class CodeIdentity:
    """What two scans of one code have in common; `gtin` is empty where the code has none."""

    kind: CodeKind
    gtin: str
    serial: str

    @override
    def __repr__(self) -> str:
        return f"CodeIdentity({self.kind.value} {self.gtin} {_masked(self.serial)})"


@dataclass(frozen=True, slots=True, repr=False)
class Cis:
    """A Honest Sign (or ASL BELGISI) code of one unit.

    Attributes:
        full: The text to send, crypto tail included, separators as real 0x1D.
        gtin: 14 digits, or None where the code has none that can be read.
        serial: The serial number, or None where it cannot be told from the rest.
    """

    full: str
    gtin: str | None
    serial: str | None

    kind: ClassVar[CodeKind] = CodeKind.CIS
    is_unique: ClassVar[bool] = True

    @property
    def identity(self) -> CodeIdentity:
        """GTIN and serial; for codes that cannot be parsed the text before the first separator."""
        if self.serial is not None:
            return CodeIdentity(CodeKind.CIS, self.gtin or "", self.serial)
        head = self.full.lstrip(GS).split(GS, 1)[0]
        return CodeIdentity(CodeKind.CIS, "", _BRACKETED_AI.sub(r"\1", head, count=2))

    @override
    def __repr__(self) -> str:
        return f"Cis({self.gtin or '-'} {_masked(self.serial or self.full)})"


@dataclass(frozen=True, slots=True, repr=False)
class Uin:
    """The 16 digits of a piece of jewellery in GIIS DMDK."""

    full: str

    kind: ClassVar[CodeKind] = CodeKind.UIN
    is_unique: ClassVar[bool] = True

    @property
    def identity(self) -> CodeIdentity:
        """The number itself."""
        return CodeIdentity(CodeKind.UIN, "", self.full)

    @override
    def __repr__(self) -> str:
        return f"Uin({_masked(self.full)})"


@dataclass(frozen=True, slots=True, repr=False)
class Rnpt:
    """The registration number of a batch of traceable goods, `customs/DDMMYY/number/item`."""

    full: str

    kind: ClassVar[CodeKind] = CodeKind.RNPT
    is_unique: ClassVar[bool] = False

    @property
    def identity(self) -> CodeIdentity:
        """The number itself; many units share it."""
        return CodeIdentity(CodeKind.RNPT, "", self.full)

    @override
    def __repr__(self) -> str:
        return f"Rnpt({_masked(self.full)})"


@dataclass(frozen=True, slots=True, repr=False)
class Gtd:
    """The number of a customs declaration, `customs/DDMMYY/number`."""

    full: str

    kind: ClassVar[CodeKind] = CodeKind.GTD
    is_unique: ClassVar[bool] = False

    @property
    def identity(self) -> CodeIdentity:
        """The number itself; many units share it."""
        return CodeIdentity(CodeKind.GTD, "", self.full)

    @override
    def __repr__(self) -> str:
        return f"Gtd({_masked(self.full)})"


@dataclass(frozen=True, slots=True, repr=False)
class Country:
    """The country of origin, two capital Latin letters (ISO 3166-1 alpha-2)."""

    full: str

    kind: ClassVar[CodeKind] = CodeKind.COUNTRY
    is_unique: ClassVar[bool] = False

    @property
    def identity(self) -> CodeIdentity:
        """The country itself; many units share it."""
        return CodeIdentity(CodeKind.COUNTRY, "", self.full)

    @override
    def __repr__(self) -> str:
        return f"Country({self.full[:2]})"


MarkingCode: TypeAlias = Cis | Uin | Rnpt | Gtd | Country


def _masked(text: str) -> str:
    return f"{text[:_SHOWN]}…"

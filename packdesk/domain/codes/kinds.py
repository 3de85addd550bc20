"""The kinds of codes, the slots that expect them and the ways they come in."""

from enum import Enum, StrEnum

GS = "\x1d"
"""The separator between the elements of a GS1 code, ASCII 29 (GS1 General Specifications 7.8)."""


class CodeKind(StrEnum):
    """The slots of one unit; the values are the Market's field names (BriefOrderItemInstanceDTO)."""

    CIS = "cis"
    UIN = "uin"
    RNPT = "rnpt"
    GTD = "gtd"
    COUNTRY = "countryCode"


class Slot(StrEnum):
    """What the screen expects now; `AUTO` lets the content decide."""

    AUTO = "auto"
    CIS = "cis"
    UIN = "uin"
    RNPT = "rnpt"
    GTD = "gtd"
    COUNTRY = "country"
    BARCODE = "barcode"
    TRACK = "track"


class Channel(StrEnum):
    """How a text came in: some repairs are right for pasted text only."""

    SCANNER = "scanner"
    PASTE = "paste"
    MANUAL = "manual"


class ScanKind(StrEnum):
    """What a text turned out to be."""

    CIS = "cis"
    UIN = "uin"
    RNPT = "rnpt"
    GTD = "gtd"
    COUNTRY = "country"
    BARCODE = "barcode"
    SSCC = "sscc"
    EGAIS = "egais"
    TRACK = "track"
    UNKNOWN = "unknown"


class Variant(StrEnum):
    """The form of a text within its kind."""

    SHORT_93 = "short_93"
    FULL_92 = "full_92"
    TOBACCO_PACK = "tobacco_pack"
    TOBACCO_BLOCK = "tobacco_block"
    KI = "ki"
    FUR = "fur"
    GS1_OTHER = "gs1_other"
    NONSTANDARD = "nonstandard"
    UNKNOWN_SHAPE = "unknown_shape"
    AMBIGUOUS = "ambiguous"
    EAN13 = "ean13"
    EAN8 = "ean8"
    UPCA = "upca"
    UPCE = "upce"
    ITF14 = "itf14"
    CODE128 = "code128"
    EGAIS2 = "egais2"
    EGAIS3 = "egais3"
    S10 = "s10"
    RUSPOST14 = "ruspost14"


class Symbol(Enum):
    """What an AIM identifier says about the printed symbol."""

    UNTOLD = "untold"
    GS1 = "gs1"
    PLAIN = "plain"

"""Questions that a screen asks by itself, before it knows what command to give."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from packdesk.ui.words.notice import Notice


@dataclass(frozen=True, slots=True)
class Picked:
    """The packer chose an answer; 1 is the first."""

    number: int


@dataclass(frozen=True, slots=True)
class Typed:
    """The packer typed (or scanned) a text that the entry takes."""

    text: str


@dataclass(frozen=True, slots=True)
class Scanned:
    """The packer scanned what answers the question."""

    text: str


Reply: TypeAlias = Picked | Typed | Scanned


@dataclass(frozen=True, slots=True)
class Entry:
    """A field for a free answer: what it is for, its first text, and which texts it takes.

    ``judge`` looks at the text while it is typed, for an answer that cannot be taken back: a scan
    then only fills the field.
    """

    hint: str
    takes: Callable[[str], bool]
    text: str = ""
    judge: Callable[[str], Notice] | None = None


@dataclass(frozen=True, slots=True)
class LocalQuestion:
    """A question in the band; ``on_reply`` is called once, or never if it is left.

    A scan while it is open answers it (a command barcode by its number, any other text where there
    is an entry for it) or is refused: it never reaches the order. ``by_scan`` says which other
    scans answer it.
    """

    text: str
    answers: tuple[str, ...]
    on_reply: Callable[[Reply], None]
    entry: Entry | None = None
    by_scan: Callable[[str], bool] = lambda _: False

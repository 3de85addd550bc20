"""The known shapes of a CIS as data, and finding the one a text has, separators lost or not.

The same identifiers occur with several serial lengths and new product groups keep coming, so this
is what is known, never a list of what is allowed.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias, TypeVar

from packdesk.domain.codes.kinds import GS, Variant

Field: TypeAlias = Literal["key", "crypto", "tnved", "price", "weight", "volume"]

SERIAL_LENGTHS = frozenset({6, 7, 13, 20})
CRYPTO_LENGTHS = {"92": frozenset({44, 88}), "93": frozenset({4})}
KEY_LENGTH = 4


@dataclass(frozen=True, slots=True)
class Part:
    """One element of a tail: its identifier, the length of its value, the name of its field.

    A value may be of digits only, or have an end that is always the same.
    """

    ai: str
    length: int
    field: Field
    digits: bool = False
    end: str = ""


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows the serial, and the serial lengths it is known with."""

    variant: Variant
    parts: tuple[Part, ...]
    serials: frozenset[int] = SERIAL_LENGTHS
    # Its digits make a chance match rarer than one in a billion, so it wins over a longer serial.
    outranks: bool = False


_KEY = Part("91", KEY_LENGTH, "key")
_SHORT = Part("93", 4, "crypto")
_TNVED = Part("240", 4, "tnved", digits=True)
# 32 bytes in base64 end in one "="; without it the text is the first half of a tail of 88.
PADDING = {44: "="}
_LONG = tuple(
    Part("92", length, "crypto", end=PADDING.get(length, ""))
    for length in sorted(CRYPTO_LENGTHS["92"])
)
_MEASURES = (
    *(Part(f"310{n}", 6, "weight", digits=True) for n in range(6)),
    *(Part(f"335{n}", 6, "volume", digits=True) for n in range(6)),
)

TAILS = (
    Tail(Variant.KI, ()),
    Tail(Variant.SHORT_93, (_SHORT,)),
    *(Tail(Variant.SHORT_93, (_SHORT, measure)) for measure in _MEASURES),
    *(Tail(Variant.FULL_92, (_KEY, long)) for long in _LONG),
    *(
        Tail(Variant.FULL_92, (_TNVED, _KEY, long), frozenset({13}), outranks=True)
        for long in _LONG
    ),
    Tail(Variant.TOBACCO_BLOCK, (Part("8005", 6, "price", digits=True), _SHORT), frozenset({7})),
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A serial length and a tail, with the offsets that follow from them."""

    tail: Tail
    serial: int
    length: int
    # Per part: offset of the identifier, offset of the value, end of the value, the part.
    spans: tuple[tuple[int, int, int, Part], ...]

    def fits(self, squeezed: str) -> bool:
        """Whether a text without separators, of this shape's length, has its identifiers."""
        for start, value, end, part in self.spans:
            if not squeezed.startswith(part.ai, start):
                return False
            if part.digits and not squeezed[value:end].isdecimal():
                return False
            if part.end and not squeezed.endswith(part.end, value, end):
                return False
        return True

    @property
    def piece_lengths(self) -> tuple[int, ...]:
        """The lengths of the pieces between separators, when all are in place."""
        return (self.serial, *(end - start for start, _, end, _ in self.spans))

    def rebuilt(self, squeezed: str) -> str:
        """The text with a separator before each identifier."""
        pieces = [squeezed[: self.serial]]
        pieces.extend([squeezed[start:end] for start, _, end, _ in self.spans])
        return GS.join(pieces)

    def allows(self, pieces: list[str]) -> bool:
        """Whether every separator between the pieces stands where this shape has one."""
        bounds = {start for start, _, _, _ in self.spans}
        offset = 0
        for piece in pieces[:-1]:
            offset += len(piece)
            if offset not in bounds:
                return False
        return True


def _shape(serial: int, tail: Tail) -> Shape:
    spans = []
    offset = serial
    for part in tail.parts:
        value = offset + len(part.ai)
        end = value + part.length
        spans.append((offset, value, end, part))
        offset = end
    return Shape(tail, serial, offset, tuple(spans))


_Key = TypeVar("_Key")


def _grouped(shapes: Iterable[Shape], key: Callable[[Shape], _Key]) -> dict[_Key, list[Shape]]:
    table: dict[_Key, list[Shape]] = {}
    for shape in shapes:
        table.setdefault(key(shape), []).append(shape)
    return table


_SHAPES = tuple(_shape(serial, tail) for tail in TAILS for serial in sorted(tail.serials))
_BY_LENGTH = _grouped(_SHAPES, lambda shape: shape.length)
_BY_PIECES = _grouped(_SHAPES, lambda shape: shape.piece_lengths)
_LONGEST = max(_BY_LENGTH) + max(len(shape.spans) for shape in _SHAPES)


_OUTRANKING = _grouped((shape for shape in _SHAPES if shape.tail.outranks), lambda s: s.length)


@dataclass(frozen=True, slots=True)
class Found:
    """The one shape a text has; `rest` is what follows AI 21, `squeezed` has no separators."""

    shape: Shape
    rest: str
    squeezed: str

    @property
    def fields(self) -> dict[Field, str]:
        """The values of the tail by their names."""
        return {part.field: self.squeezed[value:end] for _, value, end, part in self.shape.spans}


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Separators were lost and more than one shape fits."""


def find_shape(rest: str, learned: frozenset[int] = frozenset()) -> Found | Ambiguous | None:
    """The shape of what follows `01…21`.

    A text with all its separators has at most one shape. One that lost some or all is rebuilt only
    where one shape fits; `learned` serial lengths of the same product decide between several.
    """
    if len(rest) > _LONGEST:
        return None
    pieces = rest.split(GS)
    squeezed = "".join(pieces)
    if len(pieces) > 1:
        for shape in _BY_PIECES.get(tuple(map(len, pieces)), ()):
            if shape.fits(squeezed):
                doubted = shape.serial not in learned and _has_rival(shape, squeezed, pieces)
                return Ambiguous() if doubted else Found(shape, rest, squeezed)
    fitting = [shape for shape in _BY_LENGTH.get(len(squeezed), ()) if shape.fits(squeezed)]
    if len(pieces) > 1:
        fitting = [shape for shape in fitting if shape.allows(pieces)]
    if len(fitting) > 1 and not learned.isdisjoint(shape.serial for shape in fitting):
        fitting = [shape for shape in fitting if shape.serial in learned]
    if len(fitting) > 1:
        fitting = [shape for shape in fitting if shape.tail.outranks] or fitting
    match fitting:
        case []:
            return None
        case [shape]:
            return Found(shape, shape.rebuilt(squeezed), squeezed)
        case _:
            return Ambiguous()


def _has_rival(shape: Shape, squeezed: str, pieces: list[str]) -> bool:
    """Whether a whole code may also be another one that lost a separator on the way."""
    for rival in _OUTRANKING.get(len(squeezed), ()):
        if rival is not shape and rival.fits(squeezed) and rival.allows(pieces):
            return True
    return False

"""Garbage as scanners give it, its way through both scanner paths, and what becomes of it."""

import random
import string
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from packdesk.domain.barcodes import (
    CodeScan,
    DoubtfulScan,
    ForeignGoods,
    Meaning,
    ProductScan,
    UnknownScan,
    UnusableCode,
    UnwantedCode,
    read_scan,
)
from packdesk.domain.codes import (
    NO_CONTEXT,
    CodeKind,
    IssueCode,
    JudgeContext,
    Severity,
    Slot,
    judge,
)
from packdesk.domain.packing import Packing
from packdesk.scanners.frames import KeyFrames, Stroke, Typing, Verdict
from packdesk.scanners.key_layout import US_KEYS, Ending, Held, Plain, read_key
from packdesk.scanners.key_layout import Meaning as KeyMeaning
from packdesk.scanners.profile import ScannerProfile
from packdesk.scanners.scan_text import GS, ScanNoise, ScanText
from packdesk.scanners.serial_frames import SerialFrames
from tests.builders import catalogue, ean, item, order
from tests.property.code_strategies import BASE64, CHARSET_82

GTIN = f"0{ean(1)}"
GOOD = f"01{GTIN}215Qb%g!{GS}93Zjqw"
ORDER = order(item(1, count=3, marking=(CodeKind.CIS,)))
PACKING = Packing.of(ORDER)
CATALOGUE = catalogue(1)
LONG = 10_000
RIGHT_BRACKET = 0x1B
KEY_CODES = 0x200
GAP_MS, SILENCE_MS = 30, 1000
CLOCK = 2**32
NO_CODE = (DoubtfulScan, ForeignGoods, ProductScan, UnknownScan, UnusableCode, UnwantedCode)
"""A piece of a code may be just the number of the good, which only asks for the code."""
MIXED = (
    "\x00\x02\x03\x07\x1b\x1c\x1d\x1e\x7f\x85\xe8\ufffd№ъЖ↔😀\ud83d\udc00\u200b\ufeff ]d2()[]{}<>"
)

TAKEN, WARNED = "TAKEN", "taken with a warning"
WITHOUT_TAIL = "a whole code without its tail"
"""What W_NO_CRYPTO warns of: a scan cut just there cannot be told from such a code by its text."""

ACCEPTED = frozenset({TAKEN, WARNED, WITHOUT_TAIL})
LOST_TAILS = "lost tails"
OF_CODES = frozenset(
    {"half codes", "cut tails", LOST_TAILS, "damaged codes", "glued codes", "10 kB lines"}
)
"""The kinds that are made of good codes: one more key may cut or mend them into a good one."""

Frame: TypeAlias = ScanText | ScanNoise | Typing


@dataclass(frozen=True, slots=True)
class Garbage:
    """What a scanner was made to send."""

    kind: str
    text: str


def code(source: random.Random) -> str:
    """A good code of the order's own good, tails of all kinds."""

    def of(alphabet: str, length: int) -> str:
        return "".join(source.choices(alphabet, k=length))

    def digits(length: int) -> str:
        return of(string.digits, length)

    def serial(*lengths: int) -> str:
        return f"01{GTIN}21{of(CHARSET_82, source.choice(lengths))}"

    key, short = f"{GS}91{of(CHARSET_82, 4)}", f"{GS}93{of(CHARSET_82, 4)}"
    crypto = source.choice([f"{GS}92{of(BASE64, 43)}=", f"{GS}92{of(BASE64, 86)}=="])
    return source.choice(
        [
            serial(6, 7, 13) + short,
            serial(6, 13, 20) + key + crypto,
            f"{serial(6)}{short}{GS}3103{digits(6)}",
            f"{serial(13)}{GS}240{digits(4)}{key}{crypto}",
            f"{serial(7)}{GS}8005{digits(6)}{short}",
        ]
    )


def pack(source: random.Random) -> str:
    """A code of a tobacco pack of the order's own good, unless chance made it look like another."""
    while True:
        text = GTIN + "".join(source.choices(CHARSET_82, k=15))
        if judge(text, Slot.CIS).code is not None:
            return text


def _bytes(source: random.Random) -> str:
    return source.randbytes(source.randrange(1, 120)).decode("latin-1")


def _controls(source: random.Random) -> str:
    controls = [chr(n) for n in (*range(0x20), 0x7F)]
    return "".join(source.choices([*controls, *"01A"], k=source.randrange(1, 60)))


def _printable(source: random.Random) -> str:
    return "".join(source.choices(string.printable, k=source.randrange(6, 120)))


def _mixed(source: random.Random) -> str:
    return "".join(source.choices(MIXED, k=source.randrange(1, 80)))


def _long(source: random.Random) -> str:
    return source.choice(CHARSET_82 + GS) * LONG if source.random() < 1 / 2 else code(source) * 200


def _half(source: random.Random) -> str:
    whole = code(source)
    cut = source.randrange(3, 18)
    return source.choice([whole[:cut], whole[cut:], whole[source.randrange(18, len(whole)) :]])


def _cut_tail(source: random.Random) -> str:
    """The end is lost, behind the serial or later, but more of it than the weight."""
    if source.random() < 1 / 8:
        whole = pack(source)
        return whole[: source.choice([*range(15, 21), *range(22, 25), *range(26, 29)])]
    whole = code(source)
    weight = whole.find(f"{GS}3103")
    ends = {weight, weight + 1, len(whole)}
    return whole[
        : source.choice([n for n in range(whole.index(GS) + 1, len(whole)) if n not in ends])
    ]


def _lost_tail(source: random.Random) -> str:
    """The end is lost exactly behind the serial, of packs behind the price, too."""
    if source.random() < 1 / 2:
        return pack(source)[: source.choice([21, 25])]
    return code(source).split(GS, 1)[0]


def _damaged(source: random.Random) -> str:
    whole = code(source)
    at = source.randrange(len(whole))
    return whole[:at] + source.choice("\x00\x07\x1b\ufffdжЫ😀\ud83d") + whole[at + 1 :]


def _glued(source: random.Random) -> str:
    joint = source.choice(["", GS, " ", "\x1b"])
    return joint.join(code(source) for _ in range(source.randrange(2, 5)))


KINDS: dict[str, tuple[Callable[[random.Random], str], float]] = {
    "bytes": (_bytes, 20),
    "control characters": (_controls, 15),
    "printable": (_printable, 15),
    "surrogates and signs": (_mixed, 15),
    "10 kB lines": (_long, 0.1),
    "half codes": (_half, 10),
    "cut tails": (_cut_tail, 10),
    LOST_TAILS: (_lost_tail, 1),
    "damaged codes": (_damaged, 10),
    "glued codes": (_glued, 5),
}


def garbage(source: random.Random) -> Garbage:
    """One piece of a random kind."""
    kind = source.choices(list(KINDS), [weight for _, weight in KINDS.values()])[0]
    return Garbage(kind, KINDS[kind][0](source))


class Path(Protocol):
    """A way in; ``give`` sends a text, then silence."""

    name: str

    def give(self, text: str, *, is_wild: bool) -> list[Frame]:
        """All frames of it; a wild text comes with what else a broken scanner does."""


class KeyboardPath:
    """Keys at a scanner's speed, some that no text has among them."""

    name = "keyboard"

    def __init__(self, source: random.Random) -> None:
        self._source = source
        self._frames = KeyFrames(ScannerProfile())
        self._at_ms = source.randrange(CLOCK)

    def give(self, text: str, *, is_wild: bool) -> list[Frame]:
        told: list[Frame | None] = []
        for char in text:
            if is_wild and self._source.random() < 1 / 50:
                told.append(self._press(self._wild_key()))
            told.append(self._press(_key(char)))
        told.append(self._press(Ending.ENTER))
        self._at_ms = (self._at_ms + SILENCE_MS) % CLOCK
        told.append(self._frames.close_idle(self._at_ms))
        return [frame for frame in told if frame is not None]

    def _press(self, meaning: KeyMeaning) -> Frame | None:
        self._at_ms = (self._at_ms + self._source.randrange(GAP_MS)) % CLOCK
        fed = self._frames.feed(Stroke(meaning, self._at_ms))
        assert fed.verdict in Verdict
        return fed.frame

    def _wild_key(self) -> KeyMeaning:
        if self._source.random() < 1 / 4:
            return Plain.ALT_RELEASED
        held = Held(self._source.randrange(16))
        text = self._source.choice(MIXED + string.printable)
        return read_key(self._source.randrange(KEY_CODES), text, held)


def _key(char: str) -> KeyMeaning:
    """The key of a character; a Russian layout is on, and a synthetic event has text alone."""
    if char == GS:
        return read_key(RIGHT_BRACKET, "ъ", Held.CTRL)
    if char in US_KEYS:
        key, is_shifted = US_KEYS[char]
        return read_key(key, "ж", Held.SHIFT if is_shifted else Held.NOTHING)
    if char < " ":
        key, _ = US_KEYS.get(chr(ord(char) + 0x60), (0, False))
        return read_key(key, char, Held.CTRL)
    return read_key(0, char, Held.NOTHING)


class SerialPath:
    """Bytes in chunks of any size."""

    name = "serial"

    def __init__(self, source: random.Random) -> None:
        self._source = source
        self._frames = SerialFrames()

    def give(self, text: str, *, is_wild: bool) -> list[Frame]:
        latin = is_wild and all(char <= "\xff" for char in text)
        data = text.encode("latin-1" if latin else "utf-8", "surrogatepass")
        data += self._source.choice([b"\r", b"\n", b"\r\n", b"\x03", b""])
        told: list[Frame] = []
        while data:
            size = self._source.randrange(1, 80)
            told += self._frames.feed(data[:size])
            data = data[size:]
        return [*told, *self._frames.close()]


def read(text: str, context: JudgeContext = NO_CONTEXT) -> Meaning:
    """What the desk makes of it while a CIS is wanted."""
    return read_scan(text, PACKING, CATALOGUE, (ORDER,), context=context)


LEARNED = JudgeContext(serial_lengths={GTIN: frozenset({6})})
"""What the desk knows of the good once a whole code of it was scanned, as after each garbage."""


def fate(text: str, context: JudgeContext = NO_CONTEXT) -> str:
    """What becomes of a text: what it was read as, or that it changed something after all."""
    verdict = judge(text, Slot.CIS, context=context)
    meaning = read(text, context)
    if isinstance(meaning, NO_CODE) and not (verdict.ok and verdict.code is not None):
        return type(meaning).__name__
    if verdict.severity is not Severity.WARN:
        return TAKEN
    findings = [issue.code for issue in verdict.issues]
    return WITHOUT_TAIL if findings == [IssueCode.W_NO_CRYPTO] else WARNED


@dataclass(slots=True)
class Tally:
    """What became of the frames, by kind of garbage, and which texts were taken after all.

    ``taken_later`` are those that are taken even by a desk that has seen a whole code of the good;
    ``tailless`` counts codes cut exactly behind the serial, taken with W_NO_CRYPTO by a new desk.
    """

    fates: Counter[tuple[str, str]]
    taken: list[tuple[str, Garbage]]
    taken_later: list[tuple[str, Garbage]]
    tailless: int = 0
    good: int = 0


def run(path: Path, source: random.Random, count: int) -> Tally:
    """Sends so many pieces of garbage, a good code after each.

    Raises:
        AssertionError: the good code did not come whole, or was not taken.
    """
    tally = Tally(Counter(), [], [])
    for _ in range(count):
        piece = garbage(source)
        for frame in path.give(piece.text, is_wild=piece.kind not in OF_CODES):
            if isinstance(frame, ScanText):
                told, later = fate(frame.text), fate(frame.text, LEARNED)
                if told == WITHOUT_TAIL and piece.kind == LOST_TAILS:
                    tally.tailless += 1
                elif told in ACCEPTED:
                    tally.taken.append((told, Garbage(piece.kind, frame.text)))
                if later in ACCEPTED:
                    tally.taken_later.append((later, Garbage(piece.kind, frame.text)))
            else:
                told = type(frame).__name__
            tally.fates[piece.kind, told] += 1
        (good,) = path.give(GOOD, is_wild=False)
        assert isinstance(good, ScanText), piece
        assert good.text == GOOD, piece
        tally.good += 1
    assert isinstance(read(GOOD), CodeScan)
    return tally

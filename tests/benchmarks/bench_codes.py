"""How fast codes are judged, and that none of 200 000 is read with a wrong serial.

Run as `python -m tests.benchmarks.bench_codes [COUNT]`. Where biip is installed, its parser reads
some of the same codes for comparison, all of them GS1 codes with their separators.
"""

import importlib
import random
import string
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType

from packdesk.domain.codes import IssueCode, Slot, Verdict, judge
from tests.property.code_strategies import (
    BASE64,
    CHARSET_82,
    GS,
    TO_RUSSIAN,
    Built,
    with_check_digit,
)

COUNT = 200_000
BIIP_COUNT = 20_000
PACKS = 1 / 12
LETTERS = frozenset(string.ascii_letters)


@dataclass(frozen=True, slots=True)
class Trial:
    """One way to hand a code over: what is judged, and what it is called."""

    name: str
    spell: Callable[[Built], str]


def typed_in_russian(text: str) -> str:
    """The text as the Russian layout types it; without a letter nobody could tell that it did."""
    return text.translate(TO_RUSSIAN) if LETTERS & set(text) else text


TRIALS = (
    Trial("with separators", lambda code: code.text),
    Trial("without separators", lambda code: code.bare),
    Trial("Russian layout", lambda code: typed_in_russian(code.text)),
    Trial("Russian, no separators", lambda code: typed_in_russian(code.bare)),
)


def build(source: random.Random) -> Built:
    """A code of a random shape, in about the mix that is met on goods."""

    def of(alphabet: str, length: int) -> str:
        return "".join(source.choices(alphabet, k=length))

    def serial(length: int) -> str:
        return of(CHARSET_82, length)

    gtin = with_check_digit("04" + of("0123456789", 11))
    key, short = "91" + serial(4), "93" + serial(4)
    full = f"92{of(BASE64, 43)}="
    long = f"92{of(BASE64, 86)}=="
    weight, volume = f"3103{of('0123456789', 6)}", f"3353{of('0123456789', 6)}"
    if source.random() < PACKS:
        tail = of(CHARSET_82, 8)
        seven = serial(7)
        return Built(f"{gtin}{seven}{tail}", gtin, seven, ())
    parts = source.choice(
        [
            (serial(13), key, full),
            (serial(13), key, full),
            (serial(13), key, long),
            (serial(20), key, full),
            (serial(6), key, full),
            (serial(13), f"240{of('0123456789', 4)}", key, long),
            (serial(6), short),
            (serial(6), short, weight),
            (serial(7), short),
            (serial(13), short),
            (serial(7), f"8005{of('0123456789', 6)}", short),
            (serial(7), short, volume),
            (serial(20), short),
            (serial(7), key, full),
            (serial(20), key, long),
            (serial(source.choice([6, 7, 13, 20])),),
        ],
    )
    return Built(GS.join((f"01{gtin}21{parts[0]}", *parts[1:])), gtin, parts[0], parts[1:])


def is_wrong(code: Built, verdict: Verdict) -> bool:
    """Whether a verdict names another serial than the one the code was built with."""
    return verdict.serial is not None and (verdict.gtin, verdict.serial, verdict.normalized) != (
        code.gtin,
        code.serial,
        code.text,
    )


def timed(work: Callable[[str], object], texts: list[str]) -> float:
    """Texts per second of processor time."""
    started = time.process_time()
    for text in texts:
        work(text)
    return len(texts) / (time.process_time() - started)


def biip_reader() -> Callable[[str], object] | None:
    """biip's parser, errors swallowed, where it is installed."""
    try:
        messages: ModuleType = importlib.import_module("biip.gs1_messages")
        errors: ModuleType = importlib.import_module("biip")
    except ModuleNotFoundError:
        return None

    def read(text: str) -> object:
        try:
            return messages.GS1Message.parse(text)
        except errors.ParseError:
            return None

    return read


def main(count: int) -> int:
    """Prints the figures; 1 if any serial came out wrong."""
    source = random.Random(20261120)
    codes = [build(source) for _ in range(count)]
    wrong_in_all = 0
    for trial in TRIALS:
        texts = [trial.spell(code) for code in codes]
        verdicts = [judge(text, Slot.CIS) for text in texts]
        pairs = list(zip(codes, verdicts, strict=True))
        wrong = sum(is_wrong(code, verdict) for code, verdict in pairs)
        asked = sum(verdict.reason is IssueCode.C_GS_AMBIGUOUS for verdict in verdicts)
        refused = sum(verdict.serial is None for verdict in verdicts) - asked
        speed = timed(lambda text: judge(text, Slot.CIS), texts)
        wrong_in_all += wrong
        told = f"{wrong} wrong   {asked:,} ambiguous   {refused:,} refused"
        print(f"{trial.name:24} {speed:9,.0f}/s   {told}")
    read = biip_reader()
    if read is not None:
        texts = [code.text for code in codes if code.tail][:BIIP_COUNT]
        rate, speed = timed(lambda text: judge(text, Slot.CIS), texts), timed(read, texts)
        print(f"{'the same by judge':24} {rate:9,.0f}/s")
        print(f"{'the same by biip':24} {speed:9,.0f}/s   {rate / speed:.1f} times slower")
    return min(wrong_in_all, 1)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT))

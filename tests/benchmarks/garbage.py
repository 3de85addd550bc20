"""100 000 garbage frames through each scanner path: none is taken, the next good scan is.

Run as `python -m tests.benchmarks.garbage [COUNT]`. Each text is read by two desks: a new one, and
one that has seen a whole code of the good, as any has after the first good scan. The one garbage
that a new desk takes is told apart: what is left of a code cut exactly behind its serial is a
whole code without a tail, which the table of severities takes with W_NO_CRYPTO.
"""

import random
import sys
import time
from collections import Counter

from tests.property.garbage_frames import LOST_TAILS, KeyboardPath, SerialPath, run

COUNT = 100_000
SEED = 20261120


def main(count: int) -> int:
    """Prints the figures; 1 if anything else was taken."""
    taken = 0
    for path in (KeyboardPath(random.Random(SEED)), SerialPath(random.Random(SEED))):
        started = time.perf_counter()
        tally = run(path, random.Random(SEED + 1), count)
        seconds = time.perf_counter() - started
        print(f"{path.name}: {count:,} frames sent, {tally.good:,} good scans after them", end=", ")
        print(f"{len(tally.taken)} taken, {len(tally.taken_later)} later, {seconds:.1f} s")
        tailless = sum(n for (kind, _), n in tally.fates.items() if kind == LOST_TAILS)
        print(f"  cut exactly behind the serial: {tailless:,}; of these", end=" ")
        print(f"{tally.tailless:,} with W_NO_CRYPTO by a new desk, as the table says", flush=True)
        for kind in sorted({kind for kind, _ in tally.fates}):
            fates = Counter({told: n for (of, told), n in tally.fates.items() if of == kind})
            print(f"  {kind:22}", ", ".join(f"{told} {n:,}" for told, n in fates.most_common()))
        for told, piece in tally.taken + tally.taken_later:
            print(f"  {told}: {piece.kind}: {piece.text!r}")
        taken += len(tally.taken) + len(tally.taken_later)
    return min(taken, 1)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT))

"""100 000 garbage frames through each scanner path: none is taken silently, the next scan is.

Run as `python -m tests.benchmarks.garbage [COUNT]`.
"""

import random
import sys
import time
from collections import Counter

from tests.property.garbage_frames import REMAINS, TAKEN, KeyboardPath, SerialPath, run

COUNT = 100_000
SEED = 20261120


def main(count: int) -> int:
    """Prints the figures; 1 if anything was taken."""
    taken = 0
    for path in (KeyboardPath(random.Random(SEED)), SerialPath(random.Random(SEED))):
        started = time.perf_counter()
        tally = run(path, random.Random(SEED + 1), count)
        seconds = time.perf_counter() - started
        print(f"{path.name}: {count:,} frames sent, {tally.good:,} good scans after them", end=", ")
        silently = sum(told == TAKEN for told, _ in tally.taken)
        print(
            f"{silently} taken, {len(tally.taken) - silently} with a warning, {seconds:.1f} s",
            flush=True,
        )
        for kind in sorted({kind for kind, _ in tally.fates}):
            fates = Counter({told: n for (of, told), n in tally.fates.items() if of == kind})
            print(f"  {kind:22}", ", ".join(f"{told} {n:,}" for told, n in fates.most_common()))
        for told, piece in tally.taken:
            if told == TAKEN or piece.kind not in REMAINS:
                print(f"  {told}: {piece.kind}: {piece.text!r}")
                taken += 1
    return min(taken, 1)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT))

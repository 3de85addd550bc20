"""The program is killed in the middle of packing and started again."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest


def shift(folder: Path, how_many: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.shift", str(folder), str(how_many)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
    )


def packed(line: str) -> int:
    return int(json.loads(line)["packed"].split(" / ")[0])


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_after_a_kill_the_bench_stands_where_the_last_told_scan_left_it(tmp_path: Path, seed: int):
    after = random.Random(seed).randint(2, 30)
    first = shift(tmp_path, 1000)
    assert first.stdout is not None
    told = [packed(first.stdout.readline()) for _ in range(after)]
    first.kill()
    told += [packed(line) for line in first.stdout if line.endswith("}\n")]
    first.wait()
    first.stdout.close()

    second = shift(tmp_path, 0)
    assert second.stdout is not None
    stands = packed(second.stdout.readline())
    second.kill()
    second.wait()
    second.stdout.close()
    assert told[-1] > 0
    # The scan after the last told one may have been kept and not yet told; never fewer.
    assert told[-1] <= stands <= told[-1] + 1

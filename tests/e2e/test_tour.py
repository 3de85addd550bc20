"""The tour over the shared day: sixteen orders through the real window, judged by the sandbox."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.shared_files import shared


def tour(*more: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "packdesk", "demo", "--tour", *more]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [*command, "--data-dir", str(folder / "data")],
        env=env,
        capture_output=True,
        text=True,
        timeout=170,
        check=False,
    )


@pytest.mark.shared
@pytest.mark.timeout(200)
def test_the_shared_day_is_packed_and_confirmed(tmp_path: Path):
    day = shared("orders/day.json")
    log = tmp_path / "log.jsonl"
    done = tour("--lang", "ru", "--orders", str(day), "--log", str(log), folder=tmp_path)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]
    assert "Покупатель отменяет заказ" in done.stdout
    orders = json.loads(day.read_text(encoding="utf-8"))
    records = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    layouts = {
        record["path"].split("/")[-2]: record["request"]
        for record in records
        if record["method"] == "PUT" and record["path"].endswith("/boxes")
    }
    packable = {
        str(order["orderId"])
        for order in orders["orders"]
        if order["substatus"] == "STARTED" and not order["cancelRequested"]
    }
    assert len(packable) == 16
    assert set(layouts) == packable
    assert not any("allowRemove" in body for body in layouts.values())
    refused = set(orders["verdicts"])
    sent = json.dumps(layouts, ensure_ascii=False)
    for code in refused:
        assert json.dumps(code, ensure_ascii=False)[1:-1] not in sent
    for spare in orders["spares"].values():
        for goods in spare.values():
            for codes in goods["codes"]:
                for code in codes.values():
                    assert json.dumps(code, ensure_ascii=False)[1:-1] in sent

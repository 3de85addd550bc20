"""The shared vectors: every open one gives exactly what it expects."""

import json
from typing import Any

import pytest

from packdesk.domain.codes import Channel, Slot, as_record, judge
from tests.shared_files import shared

VECTORS = [
    json.loads(line)
    for line in shared("reference/marking-vectors.jsonl").read_text("utf-8").split("\n")
    if line
]


def judged(vector: dict[str, Any]) -> tuple[dict[str, object], dict[str, object]]:
    verdict = judge(vector["raw"], Slot(vector["slot"]), Channel(vector["channel"]))
    record = as_record(verdict)
    record["issues"] = {issue.code.value for issue in verdict.issues}
    return record, vector["expected"] | {"issues": set(vector["expected"]["issues"])}


@pytest.mark.shared
@pytest.mark.parametrize("vector", VECTORS, ids=[vector["id"] for vector in VECTORS])
def test_a_vector_is_judged_as_published(vector):
    record, expected = judged(vector)
    assert record == expected


def test_a_record_tells_the_findings_in_their_order():
    verdict = judge("]d1019876543210123421sgEKKPPcS25y5", Slot.CIS)
    assert as_record(verdict)["issues"] == [
        "I_AIM_PREFIX",
        "I_NOT_GS1_SYMBOL",
        "W_NO_CRYPTO",
        "W_GTIN_CHECK",
    ]

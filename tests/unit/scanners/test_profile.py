"""Profiles hold only what a scanner can be."""

from typing import Any

import pytest

from packdesk.scanners.profile import ScannerProfile, ScannerProfileInvalid


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("gap_ms", {"gap_ms": 4}),
        ("gap_ms", {"gap_ms": 121, "idle_ms": 200}),
        ("idle_ms", {"idle_ms": 34}),
        ("idle_ms", {"gap_ms": 61}),
        ("idle_ms", {"idle_ms": 1001}),
        ("min_keys", {"min_keys": 1}),
        ("min_keys", {"min_keys": 65}),
        ("max_chars", {"max_chars": 99}),
        ("max_chars", {"max_chars": 10_001}),
    ],
)
def test_a_value_outside_its_range_is_refused_by_name(field: str, values: dict[str, Any]):
    with pytest.raises(ScannerProfileInvalid) as caught:
        ScannerProfile(**values)
    assert caught.value.field == field


def test_the_ends_of_the_ranges_are_taken():
    assert ScannerProfile(gap_ms=120, idle_ms=120, min_keys=64, max_chars=10_000).gap_ms == 120
    assert ScannerProfile(gap_ms=5, idle_ms=5, min_keys=2, max_chars=100).min_keys == 2

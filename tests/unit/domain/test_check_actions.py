"""Every state of a code means one action at the table."""

import pytest

from packdesk.domain.checks import CheckAction, CodeCheck
from packdesk.domain.codes import CodeKind
from packdesk.domain.ids import ItemId

RESCAN = (
    "CIS_GTIN_NOT_FOUND",
    "CIS_SERIAL_NUMBER_NOT_FOUND",
    "INVALID_SYMBOLS_FOUND",
    "CRYPTO_TAIL_FORMAT_MISMATCH_CIS_TYPE",
    "INVALID_CRYPTO_TAIL",
    "INVALID_CRYPTO_KEY",
    "UNSUPPORTED_AI_FOUND",
)


def action(kind: CodeKind, status: str, substatus: str | None = None) -> CheckAction:
    return CodeCheck(ItemId(1), kind, "x", status, substatus).action


@pytest.mark.parametrize("substatus", RESCAN)
def test_what_suspects_the_reading_is_scanned_again(substatus: str):
    assert action(CodeKind.CIS, "INVALID", substatus) is CheckAction.SCAN_AGAIN


@pytest.mark.parametrize("substatus", ["ITEM_SOLD", "EXPIRED_ITEM", "OF_TOMORROW", None])
def test_what_suspects_the_piece_asks_for_another(substatus: str | None):
    assert action(CodeKind.CIS, "INVALID", substatus) is CheckAction.ANOTHER_PIECE


def test_what_every_piece_would_meet_goes_to_the_manager():
    assert action(CodeKind.UIN, "FAILED", "UIN_MERCHANT_UNREGISTERED") is CheckAction.CALL_MANAGER


def test_failed_means_opposite_things_for_a_cis_and_a_uin():
    assert action(CodeKind.CIS, "FAILED") is CheckAction.WAIT
    assert action(CodeKind.UIN, "FAILED", "UIN_NO_DATA") is CheckAction.ANOTHER_PIECE


@pytest.mark.parametrize("status", ["NOT_ON_VALIDATION", "IN_PROGRESS", "STATUS_OF_TOMORROW"])
def test_what_is_under_way_or_unknown_waits(status: str):
    assert action(CodeKind.CIS, status) is CheckAction.WAIT


def test_a_passed_code_wants_nothing():
    assert action(CodeKind.CIS, "OK") is CheckAction.NOTHING

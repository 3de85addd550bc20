"""Doubts when a code was read, beside the Market's word on it."""

import pytest

from packdesk.domain.checks import CodeCheck
from packdesk.domain.codes import Cis, CodeKind, IssueCode, Uin
from packdesk.domain.comparison import Comparison, compare
from packdesk.domain.events import BoxOpened, CodeAttached, CodeDetached
from tests.builders import box, cis, gtd, item, uin, unit

CUT = IssueCode.C_CRYPTO_LEN
LENGTH = IssueCode.W_SERIAL_LEN
REPAIR = IssueCode.I_GS_RESTORED


def attached(*issues, code=None, of=1):
    return CodeAttached(unit(of), code or cis(1, 1), issues)


def check(value, status="OK", substatus=None, *, of=1, kind=CodeKind.CIS):
    return CodeCheck(item(of).id, kind, value, status, substatus)


WHOLE = cis(1, 1).full
KI = WHOLE.partition("\x1d")[0]
GTIN = cis(1, 1).gtin


@pytest.mark.parametrize("value", [WHOLE, KI])
def test_a_doubted_code_is_put_beside_its_fate_without_its_serial_or_tail(value):
    groups = [(BoxOpened(box(1)), attached(REPAIR, CUT, LENGTH))]
    assert compare(groups, [check(value, "INVALID", "ITEM_SOLD")]) == (
        Comparison(CodeKind.CIS, GTIN, 6, (CUT, LENGTH), "INVALID", "ITEM_SOLD"),
    )


@pytest.mark.parametrize("issues", [(), (REPAIR,)])
def test_a_code_that_nobody_doubted_is_not_told(issues):
    assert compare([(attached(*issues),)], [check(WHOLE)]) == ()


def test_a_code_counts_as_it_was_read_last():
    groups = [(attached(CUT),), (CodeDetached(unit(1), CodeKind.CIS),), (attached(LENGTH),)]
    (one,) = compare(groups, [check(WHOLE)])
    assert one.issues == (LENGTH,)


@pytest.mark.parametrize(
    "other",
    [
        check(cis(1, 2).full),
        check(KI[:-1]),
        check(""),
        check(WHOLE, of=2),
        check(WHOLE, kind=CodeKind.UIN),
    ],
)
def test_the_check_of_another_code_is_none_of_this_one(other):
    assert compare([(attached(CUT),)], [other]) == ()


def test_what_has_no_gtin_or_serial_is_told_without():
    odd = Cis("00000046198488X?io+qCABm8wAYa", None, None)
    jewel = Uin(uin(1).full)
    groups = [
        (attached(CUT, code=odd), attached(LENGTH, code=jewel, of=2)),
        (attached(code=gtd()),),
    ]
    checks = [
        check(odd.full, "FAILED"),
        check(jewel.full, "IN_PROGRESS", of=2, kind=CodeKind.UIN),
    ]
    assert compare(groups, checks) == (
        Comparison(CodeKind.CIS, None, None, (CUT,), "FAILED", None),
        Comparison(CodeKind.UIN, None, None, (LENGTH,), "IN_PROGRESS", None),
    )

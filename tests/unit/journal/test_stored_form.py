"""What journals hold in the form of version 1: it must be read for ever, letter by letter."""

from enum import Enum

import pytest

from packdesk.domain.checks import CodeCheck
from packdesk.domain.codes import Cis, CodeKind, Country, Gtd, IssueCode, Rnpt, Uin
from packdesk.domain.events import (
    BoxChosen,
    BoxesNumbered,
    BoxOpened,
    CodeAttached,
    CodeDetached,
    CodesChecked,
    Event,
    ExternalIdSet,
    ItemChosen,
    LabelsFetched,
    LabelsPrinted,
    LayoutConfirmed,
    LayoutSent,
    MarkedReady,
    PartPacked,
    PartTakenOut,
    PrintDenied,
    RetryAsked,
    ShortReason,
    StepRefused,
    StepStarted,
    StepUndone,
    Undone,
    UnitFound,
    UnitMadeWhole,
    UnitMarkedShort,
    UnitPacked,
    UnitSplit,
    UnitTakenOut,
)
from packdesk.domain.ids import BoxNumber, ItemId, MarketBoxId, UnitRef
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import BoxLayout, Fingerprint, ItemPart, LayoutBox, WholeUnits
from packdesk.domain.order import MarketBox
from packdesk.domain.pieces import PieceGone, PieceRejected
from packdesk.domain.steps import StepKind
from packdesk.journal.codec import EventRecord, decode_event, encode_event
from tests.property.journal_strategies import EVENT_TYPES
from tests.unit.journal.test_stored_form_later import STORED as LATER

UNIT = UnitRef(ItemId(7), 2)
BOX = BoxNumber(3)
PRINT = Fingerprint("0f")
CIS = Cis("0104600000000017215a\x1d93Zz", "04600000000017", "5a")
LAYOUT = BoxLayout(
    (
        LayoutBox(BOX, (WholeUnits(ItemId(7), 2, ((CIS,),)),)),
        LayoutBox(BOX, ItemPart(ItemId(8), 1, 2, (Country("RU"),))),
    ),
    allow_remove=True,
)

STORED: list[tuple[Event, str]] = [
    (
        BoxOpened(BOX),
        '{"box":3}',
    ),
    (
        BoxChosen(BOX),
        '{"box":3}',
    ),
    (
        BoxesNumbered((BOX, BoxNumber(1))),
        '{"boxes":[3,1]}',
    ),
    (
        ItemChosen(ItemId(7)),
        '{"item":7}',
    ),
    (
        UnitPacked(UNIT, BOX),
        '{"unit":{"item":7,"number":2},"box":3}',
    ),
    (
        UnitTakenOut(UNIT),
        '{"unit":{"item":7,"number":2}}',
    ),
    (
        UnitSplit(UNIT, 2),
        '{"unit":{"item":7,"number":2},"total":2}',
    ),
    (
        UnitMadeWhole(UNIT),
        '{"unit":{"item":7,"number":2}}',
    ),
    (
        PartPacked(UNIT, 1, BOX),
        '{"unit":{"item":7,"number":2},"part":1,"box":3}',
    ),
    (
        PartTakenOut(UNIT, 1),
        '{"unit":{"item":7,"number":2},"part":1}',
    ),
    (
        CodeAttached(UNIT, CIS, (IssueCode.I_GS_RESTORED,)),
        (
            '{"unit":{"item":7,"number":2},"code":{"full":"0104600000000017215a\\u00'
            '1d93Zz","gtin":"04600000000017","serial":"5a","type":"Cis"},"issues":['
            '"I_GS_RESTORED"]}'
        ),
    ),
    (
        CodeAttached(UNIT, Uin("1234567890123456")),
        (
            '{"unit":{"item":7,"number":2},"code":{"full":"1234567890123456","type"'
            ':"Uin"},"issues":[]}'
        ),
    ),
    (
        CodeAttached(UNIT, Rnpt("10113110/080917/0003574/1")),
        (
            '{"unit":{"item":7,"number":2},"code":{"full":"10113110/080917/0003574/'
            '1","type":"Rnpt"},"issues":[]}'
        ),
    ),
    (
        CodeAttached(UNIT, Gtd("10702020/060520/0013422")),
        (
            '{"unit":{"item":7,"number":2},"code":{"full":"10702020/060520/0013422"'
            ',"type":"Gtd"},"issues":[]}'
        ),
    ),
    (
        CodeAttached(UNIT, Country("RU")),
        '{"unit":{"item":7,"number":2},"code":{"full":"RU","type":"Country"},"issues":[]}',
    ),
    (
        CodeDetached(UNIT, CodeKind.COUNTRY),
        '{"unit":{"item":7,"number":2},"kind":"countryCode"}',
    ),
    (
        UnitMarkedShort(UNIT, ShortReason.CODE_UNREADABLE),
        '{"unit":{"item":7,"number":2},"reason":"code unreadable"}',
    ),
    (
        PieceRejected(UNIT, (BoxNumber(3),), "02ab"),
        '{"unit":{"item":7,"number":2},"boxes":[3],"signs":"02ab"}',
    ),
    (
        PieceGone(UNIT, "02ab"),
        '{"unit":{"item":7,"number":2},"signs":"02ab"}',
    ),
    (
        UnitFound(UNIT),
        '{"unit":{"item":7,"number":2}}',
    ),
    (
        Undone(),
        "{}",
    ),
    (
        LayoutConfirmed(LAYOUT, PRINT, LabelFormat.A9_HORIZONTALLY, "Д-17"),
        (
            '{"layout":{"boxes":[{"number":3,"content":[{"item":7,"count":2,"codes"'
            ':[[{"full":"0104600000000017215a\\u001d93Zz","gtin":"04600000000017","s'
            'erial":"5a","type":"Cis"}]]}]},{"number":3,"content":{"item":8,"curren'
            't":1,"total":2,"codes":[{"full":"RU","type":"Country"}]}}],"allow_remo'
            've":true},"fingerprint":"0f","label_format":"A9_HORIZONTALLY","externa'
            'l_id":"\\u0414-17"}'
        ),
    ),
    (
        StepStarted(StepKind.SEND_LAYOUT, PRINT),
        '{"step":"send layout","fingerprint":"0f"}',
    ),
    (
        StepUndone(StepKind.SET_EXTERNAL_ID, PRINT),
        '{"step":"set external id","fingerprint":"0f"}',
    ),
    (
        LayoutSent(PRINT, (MarketBox(BOX, MarketBoxId(2**40)), MarketBox(BOX, None))),
        (
            '{"fingerprint":"0f","boxes":[{"number":3,"box_id":1099511627776},{"num'
            'ber":3,"box_id":null}]}'
        ),
    ),
    (
        ExternalIdSet(PRINT, "Д-17"),
        '{"fingerprint":"0f","external_id":"\\u0414-17"}',
    ),
    (
        LabelsFetched(PRINT, "1-0f.pdf"),
        '{"fingerprint":"0f","file":"1-0f.pdf"}',
    ),
    (
        LabelsPrinted(PRINT),
        '{"fingerprint":"0f"}',
    ),
    (
        PrintDenied(PRINT),
        '{"fingerprint":"0f"}',
    ),
    (
        CodesChecked(PRINT, (CodeCheck(ItemId(7), CodeKind.CIS, "0104", "OK"),)),
        (
            '{"fingerprint":"0f","checks":[{"item":7,"kind":"cis","value":"0104","s'
            'tatus":"OK","substatus":null}]}'
        ),
    ),
    (
        MarkedReady(PRINT),
        '{"fingerprint":"0f"}',
    ),
    (
        StepRefused(StepKind.MARK_READY, PRINT, 400, ("LOCKED",)),
        '{"step":"mark ready","fingerprint":"0f","status":400,"messages":["LOCKED"]}',
    ),
    (
        RetryAsked(PRINT),
        '{"fingerprint":"0f"}',
    ),
]


@pytest.mark.parametrize(
    ("event", "payload"), STORED, ids=[type(event).__name__ for event, _ in STORED]
)
def test_an_event_of_version_1_is_read_and_written_as_ever(event: Event, payload: str) -> None:
    record = EventRecord(type(event).__name__, 1, payload)

    assert decode_event(record) == event
    assert encode_event(event) == record


def test_every_event_has_its_stored_form_told_here() -> None:
    assert {type(event) for event, _ in (*STORED, *LATER)} == set(EVENT_TYPES)


@pytest.mark.parametrize(
    ("enumeration", "stored"),
    [
        (
            StepKind,
            "send layout|set external id|fetch labels|print labels|check codes|mark ready",
        ),
        (ShortReason, "not found|damaged|code unreadable|code refused"),
        (CodeKind, "cis|uin|rnpt|gtd|countryCode"),
        (LabelFormat, "A7|A9|A9_HORIZONTALLY|A4"),
    ],
)
def test_words_of_version_1_are_known_for_ever(enumeration: type[Enum], stored: str) -> None:
    assert set(stored.split("|")) <= {member.value for member in enumeration}

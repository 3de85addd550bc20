"""What journals hold of the later events in the form of version 1, letter by letter."""

from datetime import date, time

import pytest

from packdesk.domain.changes import (
    BoxesChanged,
    CancelAsked,
    CodesWantedChanged,
    CountChanged,
    ExternalIdChanged,
    ItemAdded,
    ItemGone,
    NotesChanged,
    ShipmentMoved,
    StateChanged,
)
from packdesk.domain.codes import Uin
from packdesk.domain.errands import (
    Cancel,
    CancelReason,
    ErrandAsked,
    ErrandDone,
    ErrandDropped,
    ErrandRefused,
    ErrandRetryAsked,
    ErrandStarted,
    ErrandUndone,
    GiveExternalId,
    MoveOn,
    OtherTracksFound,
    SetTrack,
)
from packdesk.domain.events import (
    AnswerUnreadable,
    AsideReason,
    BoxesTaken,
    ChangesSeen,
    CompositionTaken,
    Event,
    ItemCount,
    LabelsLost,
    LabelStuck,
    OrderChanged,
    PutAside,
    ReprintAsked,
    TakenUp,
)
from packdesk.domain.ids import BoxNumber, DeliveryServiceId, ItemId, MarketBoxId
from packdesk.domain.layout import Fingerprint
from packdesk.domain.order import OrderStatus, OrderSubstatus, StoredBox, StoredItem, Track
from packdesk.domain.steps import StepKind
from packdesk.journal.codec import EventRecord, decode_event, encode_event

PRINT = Fingerprint("0f")
TRACK, OTHER = Track("RB1", DeliveryServiceId(139)), Track("RB2", DeliveryServiceId(140))
STORED_ITEM = StoredItem(ItemId(7), 1, None, None, ((Uin("6432400520930001"),),))
STORED_BOX = StoredBox(MarketBoxId(5), "1-1", (STORED_ITEM,))

STORED: list[tuple[Event, str]] = [
    (
        ErrandAsked(SetTrack(TRACK)),
        '{"errand":{"track":{"code":"RB1","service":139},"beside":[],"type":"SetTrack"}}',
    ),
    (
        ErrandAsked(SetTrack(TRACK, (OTHER,))),
        (
            '{"errand":{"track":{"code":"RB1","service":139},"beside":[{"code":"RB2","service'
            '":140}],"type":"SetTrack"}}'
        ),
    ),
    (
        ErrandAsked(GiveExternalId("A-1")),
        '{"errand":{"external_id":"A-1","type":"GiveExternalId"}}',
    ),
    (
        ErrandAsked(Cancel(CancelReason.SHOP_FAILED)),
        '{"errand":{"reason":"SHOP_FAILED","type":"Cancel"}}',
    ),
    (
        ErrandAsked(MoveOn(OrderStatus.DELIVERED, date(2026, 11, 20))),
        '{"errand":{"status":"DELIVERED","real_date":"2026-11-20","type":"MoveOn"}}',
    ),
    (
        ErrandStarted(MoveOn(OrderStatus.DELIVERY)),
        '{"errand":{"status":"DELIVERY","real_date":null,"type":"MoveOn"}}',
    ),
    (ErrandDone(GiveExternalId("A-1")), '{"errand":{"external_id":"A-1","type":"GiveExternalId"}}'),
    (
        ErrandUndone(GiveExternalId("A-1")),
        '{"errand":{"external_id":"A-1","type":"GiveExternalId"}}',
    ),
    (
        ErrandRefused(GiveExternalId("A-1"), 400, ("TOO LATE",)),
        (
            '{"errand":{"external_id":"A-1","type":"GiveExternalId"},"status":400,"messages":'
            '["TOO LATE"]}'
        ),
    ),
    (
        OtherTracksFound(SetTrack(TRACK), (OTHER,)),
        (
            '{"errand":{"track":{"code":"RB1","service":139},"beside":[]},"tracks":[{"code":"'
            'RB2","service":140}]}'
        ),
    ),
    (ErrandRetryAsked(), "{}"),
    (ErrandDropped(), "{}"),
    (CompositionTaken((ItemCount(ItemId(7), 2),)), '{"items":[{"item":7,"count":2}]}'),
    (
        BoxesTaken((STORED_BOX,)),
        (
            '{"boxes":[{"box_id":5,"barcode":"1-1","items":[{"item":7,"whole":1,"current":nul'
            'l,"total":null,"codes":[[{"full":"6432400520930001","type":"Uin"}]]}]}]}'
        ),
    ),
    (PutAside(AsideReason.OTHER, "ask Ivan"), '{"reason":"other","note":"ask Ivan"}'),
    (TakenUp(), "{}"),
    (LabelsLost(PRINT), '{"fingerprint":"0f"}'),
    (AnswerUnreadable(StepKind.FETCH_LABELS, PRINT), '{"step":"fetch labels","fingerprint":"0f"}'),
    (
        OrderChanged(
            (StateChanged(OrderStatus.CANCELLED, OrderSubstatus.SHOP_FAILED), CancelAsked())
        ),
        (
            '{"changes":[{"status":"CANCELLED","substatus":"SHOP_FAILED","type":"StateChanged'
            '"},{"type":"CancelAsked"}]}'
        ),
    ),
    (
        OrderChanged((ItemGone(ItemId(7), "Mug", 1), ItemAdded(ItemId(8), "Cup", 2))),
        (
            '{"changes":[{"item":7,"name":"Mug","count":1,"type":"ItemGone"},{"item":8,"name"'
            ':"Cup","count":2,"type":"ItemAdded"}]}'
        ),
    ),
    (
        OrderChanged((CountChanged(ItemId(7), "Mug", 3, 2), CodesWantedChanged(ItemId(7), "Mug"))),
        (
            '{"changes":[{"item":7,"name":"Mug","was":3,"now":2,"type":"CountChanged"},{"item'
            '":7,"name":"Mug","type":"CodesWantedChanged"}]}'
        ),
    ),
    (
        OrderChanged((ShipmentMoved(date(2026, 11, 21), time(18, 30)), NotesChanged("call"))),
        (
            '{"changes":[{"day":"2026-11-21","time":"18:30:00","type":"ShipmentMoved"},{"note'
            's":"call","type":"NotesChanged"}]}'
        ),
    ),
    (
        OrderChanged((ExternalIdChanged(None), BoxesChanged((STORED_BOX,)))),
        (
            '{"changes":[{"external_id":null,"type":"ExternalIdChanged"},{"boxes":[{"box_id":'
            '5,"barcode":"1-1","items":[{"item":7,"whole":1,"current":null,"total":null,"code'
            's":[[{"full":"6432400520930001","type":"Uin"}]]}]}],"type":"BoxesChanged"}]}'
        ),
    ),
    (ChangesSeen(), "{}"),
    (ReprintAsked(PRINT), '{"fingerprint":"0f"}'),
    (LabelStuck(PRINT, BoxNumber(3)), '{"fingerprint":"0f","box":3}'),
]


@pytest.mark.parametrize(("event", "payload"), STORED, ids=lambda one: type(one).__name__)
def test_a_later_event_of_version_1_is_read_and_written_as_ever(event: Event, payload: str) -> None:
    record = EventRecord(type(event).__name__, 1, payload)

    assert decode_event(record) == event
    assert encode_event(event) == record

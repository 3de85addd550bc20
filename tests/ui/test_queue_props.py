"""What the queue shows, without a widget."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from packdesk.domain.codes import CodeKind
from packdesk.domain.events import AsideReason, PutAside
from packdesk.domain.order import ProgramType
from packdesk.station.errors import ApiError, MarketBusy, MarketKeyRejected, MarketUnreachable
from packdesk.station.reports import SendState
from packdesk.ui.countdown import AtTime, NoDate, OnDay, countdown
from packdesk.ui.queue.filters import QueueFilter
from packdesk.ui.queue.props import (
    CardMaker,
    QueueAction,
    QueueInputs,
    Trouble,
    derive_queue_props,
)
from packdesk.ui.words.notice import Tone
from packdesk.ui.words.queue import countdown_lines, countdown_text, countdown_tone, countdown_until
from tests.builders import item, order
from tests.ui.queue_entries import DAY, MOSCOW, NOW, entry, read

pytestmark = pytest.mark.usefixtures("english")

SHOE = item(1, 2, name="Sneakers, 42", marking=(CodeKind.CIS, CodeKind.GTD))
MUG = item(2, name="Mug", offer_id="A-MUG")


def shown(*entries, on=(), search="", trouble=None, fresh=True, now=NOW):
    inputs = QueueInputs(now, read(*entries, fresh=fresh), frozenset(on), search, trouble)
    return derive_queue_props(inputs, CardMaker())


def numbers(props):
    return [int(card.number) - 51234567000 for card in props.cards]


def at(clock, day=DAY):
    return order(shipment_date=day, shipment_time=clock)


@pytest.mark.parametrize(
    ("clock", "lines", "tone"),
    [
        (time(17, 0), ("2 h 10 min", "by 17:00"), Tone.CALM),
        (time(15, 50), ("1 h 0 min", "by 15:50"), Tone.CALM),
        (time(15, 49), ("59 min", "by 15:49"), Tone.ATTENTION),
        (time(15, 5), ("15 min", "by 15:05"), Tone.ATTENTION),
        (time(15, 4), ("14 min", "by 15:04"), Tone.REFUSED),
        (time(14, 50), ("0 min", "by 14:50"), Tone.REFUSED),
        (time(14, 38), ("12 min", "late · 14:38"), Tone.REFUSED),
    ],
)
def test_the_time_left_warns_under_an_hour_and_alarms_under_fifteen_minutes(clock, lines, tone):
    left = countdown(at(clock), NOW)
    assert countdown_lines(left) == lines
    assert countdown_tone(left) is tone


@pytest.mark.parametrize(
    ("day", "text", "tone"),
    [
        (DAY, "today", Tone.CALM),
        (DAY + timedelta(days=1), "tomorrow", Tone.CALM),
        (date(2026, 11, 24), "24 Nov", Tone.CALM),
        (DAY - timedelta(days=1), "late", Tone.REFUSED),
        (None, "no date", Tone.CALM),
    ],
)
def test_a_day_without_a_time_is_told_as_a_day(day, text, tone):
    left = countdown(order(shipment_date=day), NOW)
    assert (countdown_text(left), countdown_until(left)) == (text, "")
    assert countdown_tone(left) is tone


def test_days_ahead_are_told_in_days_and_hours():
    left = countdown(at(time(18, 0), DAY + timedelta(days=2)), NOW)
    assert countdown_text(left) == "2 d 3 h"
    assert countdown_text(countdown(at(time(14, 30)), NOW)) == "20 min late"


def test_the_warehouses_time_is_the_tables_time():
    elsewhere = NOW.astimezone(MOSCOW)
    assert countdown(at(time(17, 0)), elsewhere) == countdown(at(time(17, 0)), NOW)
    assert isinstance(countdown(at(time(17, 0)), NOW), AtTime)
    assert isinstance(countdown(order(), NOW), OnDay)
    assert isinstance(countdown(order(shipment_date=None), NOW), NoDate)


def test_a_card_tells_all_about_its_order():
    (card,) = shown(entry(SHOE, MUG, at=time(17, 0), external_id="A-1007", packed=1, boxes=2)).cards
    assert (card.left, card.until) == ("2 h 10 min", "by 17:00")
    assert (card.model, card.is_express) == ("FBS", False)
    assert (card.number, card.external) == ("51234567011", "A-1007")
    assert card.goods == "Sneakers, 42 × 2, Mug"
    assert card.details == "3 units · CIS, GTD · 2 boxes"
    assert card.state == "1 of 3 packed"
    assert card.aloud == (
        "Order 51234567011, FBS, by 17:00, 2 h 10 min, Sneakers, 42 × 2, Mug, "
        "3 units · CIS, GTD · 2 boxes, 1 of 3 packed"
    )


def test_a_plain_card_says_no_more_than_needed():
    (card,) = shown(entry(MUG)).cards
    assert (card.details, card.state, card.external) == ("1 unit", "", "")


@pytest.mark.parametrize(
    ("send", "state", "tone"),
    [
        (SendState.SENDING, "Sending", Tone.CALM),
        (SendState.CHECKING, "Checking codes", Tone.CALM),
        (SendState.WITH_SHIPMENT, "With its shipment", Tone.CALM),
        (SendState.NEEDS_PERSON, "Needs you", Tone.ATTENTION),
        (SendState.DONE, "Done", Tone.COMPLETE),
    ],
)
def test_the_state_is_in_words(send, state, tone):
    (card,) = shown(entry(MUG, send=send), on=set(), search="mug").cards
    assert (card.state, card.state_tone) == (state, tone)


def test_an_order_that_is_being_cancelled_is_told_as_refused():
    (card,) = shown(entry(MUG, cancel_requested=True), search="mug").cards
    assert (card.state, card.state_tone) == ("Being cancelled", Tone.REFUSED)


FIVE = (
    entry(SHOE, number=51234567001, program=ProgramType.EXPRESS, at=time(15, 0)),
    entry(MUG, number=51234567002, program=ProgramType.FBS, packed=1),
    entry(MUG, number=51234567003, program=ProgramType.DBS),
    entry(MUG, number=51234567004, send=SendState.NEEDS_PERSON),
    entry(MUG, number=51234567005, send=SendState.DONE),
)


@pytest.mark.parametrize(
    ("on", "left"),
    [
        ((), [1, 2, 3, 4]),
        ((QueueFilter.EXPRESS,), [1]),
        ((QueueFilter.EXPRESS, QueueFilter.DBS), [1, 3]),
        ((QueueFilter.FBS,), [2, 4]),
        ((QueueFilter.MARKED,), [1]),
        ((QueueFilter.BEGUN,), [2]),
        ((QueueFilter.NEEDS_YOU,), [4]),
        ((QueueFilter.OTHERS,), [1, 2, 3, 4, 5]),
        ((QueueFilter.OTHERS, QueueFilter.FBS), [2, 4, 5]),
        ((QueueFilter.MARKED, QueueFilter.DBS), []),
    ],
)
def test_models_widen_each_other_and_the_rest_narrows(on, left):
    assert numbers(shown(*FIVE, on=on)) == left


def test_the_toggles_count_what_they_would_show():
    counts = {one.which: one.count for one in shown(*FIVE).filters}
    assert counts == {
        QueueFilter.EXPRESS: 1,
        QueueFilter.FBS: 2,
        QueueFilter.DBS: 1,
        QueueFilter.MARKED: 1,
        QueueFilter.BEGUN: 1,
        QueueFilter.NEEDS_YOU: 1,
        QueueFilter.OTHERS: 1,
    }


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("567001", [1]),
        ("SNEAKERS 42", [1]),
        ("a-mug", [2, 3, 4, 5]),
        ("mug 005", [5]),
        ("   ", [1, 2, 3, 4]),
        ("nothing like it", []),
    ],
)
def test_a_search_looks_at_all_orders(search, found):
    assert numbers(shown(*FIVE, search=search)) == found


def test_the_order_of_the_station_is_kept():
    assert numbers(shown(*reversed(FIVE))) == [4, 3, 2, 1]


OFFLINE = Trouble(MarketUnreachable("op"), NOW + timedelta(minutes=5))


def test_before_the_first_answer_the_market_is_being_asked():
    for props in (derive_queue_props(QueueInputs(NOW), CardMaker()), shown(fresh=False)):
        assert props.empty is not None
        assert props.empty.text == "Asking the Market for the orders"
        assert props.empty.is_waiting


def test_an_empty_queue_offers_to_ask_the_market():
    props = shown()
    assert props.empty is not None
    assert props.empty.text == "Nothing to pack. New orders come by themselves"
    assert (props.empty.action, props.empty.label) == (QueueAction.REFRESH, "Ask the Market")
    assert props.fresh == "as of 14:50"


def test_a_search_without_a_match_offers_to_show_all():
    props = shown(*FIVE, search="zzz")
    assert props.empty is not None
    assert (props.empty.text, props.empty.action) == (
        "No such order in the queue",
        QueueAction.CLEAR,
    )


def test_offline_without_orders_is_told_in_their_place():
    props = shown(trouble=OFFLINE, fresh=False)
    assert props.empty is not None
    assert props.empty.text == "No connection to the Market, going on at 14:55"
    assert (props.empty.tone, props.trouble) == (Tone.ATTENTION, None)


def test_offline_with_orders_is_told_beside_them():
    props = shown(*FIVE, trouble=OFFLINE)
    assert props.empty is None
    assert props.trouble is not None
    assert props.trouble.text == "No connection to the Market, going on at 14:55"


def test_a_rejected_key_leads_to_the_settings_and_a_shop_switched_off_does_not():
    off = ApiError("FORBIDDEN", "API for campaign 1 is disabled")
    for error, action in (
        (MarketKeyRejected("op", status=401), QueueAction.SETTINGS),
        (MarketKeyRejected("op", status=403, errors=(off,)), QueueAction.REFRESH),
    ):
        empty = shown(trouble=Trouble(error, None), fresh=False).empty
        assert empty is not None
        assert empty.action is action


def test_a_busy_market_is_no_error_and_a_rejected_key_is():
    busy = shown(*FIVE, trouble=Trouble(MarketBusy("op", retry_at=NOW), None)).trouble
    rejected = shown(*FIVE, trouble=Trouble(MarketKeyRejected("op", status=401), None)).trouble
    assert busy is not None
    assert rejected is not None
    assert (busy.tone, rejected.tone) == (Tone.ATTENTION, Tone.REFUSED)


def test_a_card_is_made_anew_when_its_entry_changes_or_the_language_does(english):
    maker = CardMaker()
    before, after = entry(MUG), entry(MUG, packed=0, send=SendState.SENDING)
    assert maker.card(before, NOW).state == ""
    assert maker.card(after, NOW).state == "Sending"
    maker.forget()
    assert maker.card(replace(after, send=SendState.DONE), NOW).state == "Done"


def test_a_test_order_and_one_that_waits_are_told_on_their_cards(english):
    test = entry(MUG)
    test = replace(test, order=replace(test.order, fake=True))
    card = CardMaker().card(test, NOW)
    assert card.details.startswith("Test order: do not ship it · ")
    waits = replace(entry(MUG), aside=PutAside(AsideReason.GOODS_MISSING))
    card = CardMaker().card(waits, NOW)
    assert (card.state, card.state_tone) == ("Goods are missing", Tone.ATTENTION)
    changed = replace(waits, is_changed=True)
    card = CardMaker().card(changed, NOW)
    assert (card.state, card.state_tone) == ("Changed: look", Tone.REFUSED)
    told = replace(changed, send=SendState.NEEDS_PERSON)
    assert CardMaker().card(told, NOW).state == "Changed: look"


def test_an_order_that_waits_for_a_reason_of_its_own_shows_that_reason():
    waits = replace(entry(MUG), aside=PutAside(AsideReason.OTHER, "wrong colour"))
    assert CardMaker().card(waits, NOW).state == "wrong colour"


def test_a_cancelled_order_that_nobody_has_seen_is_shown_and_says_so():
    gone = replace(entry(MUG, cancel_requested=True), is_changed=True)
    props = derive_queue_props(QueueInputs(NOW, read(gone)), CardMaker())
    (card,) = props.cards
    assert (card.state, card.state_tone) == ("Being cancelled", Tone.REFUSED)


def test_without_a_key_it_is_said_that_there_is_none_and_where_it_is_given():
    refused = Trouble(MarketKeyRejected("op", status=401), None)
    for known in (None, read(fresh=False), read()):
        for trouble in (None, refused):
            inputs = QueueInputs(NOW, known, trouble=trouble, lacks_key=True)
            empty = derive_queue_props(inputs, CardMaker()).empty
            assert empty is not None
            assert empty.text == "There is no key yet: paste the shop's key, and the orders come"
            assert (empty.action, empty.label) == (QueueAction.SETTINGS, "Setup")
            assert (empty.tone, empty.is_waiting) == (Tone.CALM, False)


def test_orders_that_are_known_can_be_packed_without_a_key_and_it_is_told_beside_them():
    props = derive_queue_props(QueueInputs(NOW, read(entry(MUG)), lacks_key=True), CardMaker())
    assert len(props.cards) == 1
    assert props.trouble is not None
    assert props.trouble.text == "Paste the shop's key first (F10)"


def test_a_search_on_the_wrong_layout_finds_what_its_keys_mean_on_the_other_one():
    entries = (
        entry(item(1, name="Кеды детские"), number=51234567001),
        entry(item(2, name="Mug", offer_id="A-SHOE"), number=51234567002),
    )
    assert numbers(shown(*entries, search="rtls")) == [1]
    assert numbers(shown(*entries, search="Rtls ltncrbt")) == [1]
    assert numbers(shown(*entries, search="ф-ырщу")) == [2]
    assert numbers(shown(*entries, search="zzzz")) == []


def test_what_is_found_as_it_was_typed_is_all_that_is_found():
    entries = (
        entry(item(1, name="Крышка"), number=51234567001),
        entry(item(2, name="Rug"), number=51234567002),
    )
    assert numbers(shown(*entries, search="r")) == [2]
    assert numbers(shown(*entries, search="к")) == [1]


@pytest.mark.parametrize(
    ("search", "found"),
    [("шина", [2, 1]), ("зимн шин", [2]), ("568001", [2, 1]), ("a", [2, 1]), ("маш", [1])],
)
def test_what_begins_a_word_or_ends_a_number_is_found_first(search, found):
    """Enter opens the first card: a tyre is not looked for in a washing machine."""
    entries = (
        entry(item(1, name="Посудомоечная машина", offer_id="W-CAR"), number=15680019990),
        entry(item(2, name="Шина (зимняя) R16", offer_id="A-TYRE"), number=51234568001),
    )
    props = shown(*entries, search=search)
    assert [{15680019990: 1, 51234568001: 2}[card.order] for card in props.cards] == found

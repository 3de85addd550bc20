"""What the band shows, without a widget."""

from dataclasses import replace

import pytest

from packdesk.domain.access import Access
from packdesk.domain.changes import BoxesChanged, CancelAsked, NotesChanged
from packdesk.domain.codes import CodeKind, IssueCode, JudgeContext
from packdesk.domain.commands import SplitUnit
from packdesk.domain.errands import CancelReason
from packdesk.domain.events import CodeAttached, OrderChanged, UnitPacked
from packdesk.domain.ids import MarketBoxId
from packdesk.domain.order import StoredBox
from packdesk.domain.questions import ApproveCancel, ApproveRemoval, ChangeSent, SplitProposed
from packdesk.domain.refusals import Doubt
from packdesk.station.errors import JournalFault, JournalUnavailable
from packdesk.ui.band.local_question import Entry, LocalQuestion
from packdesk.ui.band.props import (
    AnswerProps,
    BandInputs,
    EntryProps,
    Offer,
    OfferProps,
    Typing,
    derive_band_props,
)
from packdesk.ui.band.typed import Typed
from packdesk.ui.words.notice import Notice, Tone
from tests.builders import box, cis, country, gtd, item, order, unit
from tests.ui.saying import SAID_NO
from tests.ui.test_words_guide import CONFIRMED, IN_BOX, PRINTED, bench

pytestmark = pytest.mark.usefixtures("english")

YES = Notice("Mug → box 1", Tone.ACCEPTED)
NO = Notice("Not in this order. Put it aside", Tone.REFUSED)


def shown(**inputs):
    return derive_band_props(BandInputs(**inputs))


def test_an_empty_bench_asks_for_an_order():
    props = shown()
    assert props.sentence == "Scan an order or pick one from the queue"
    assert (props.tone, props.word, props.progress, props.asks) == (Tone.CALM, "", "", False)


def test_an_accepted_scan_colours_the_next_action():
    props = shown(bench=bench(), notice=YES)
    assert (props.sentence, props.tone) == ("Scan the next item", Tone.ACCEPTED)
    assert (props.word, props.progress) == ("Accepted", "2 of 2 left")


def test_a_refused_scan_takes_the_sentence():
    props = shown(bench=bench(), notice=NO)
    assert (props.sentence, props.tone, props.word) == (NO.text, Tone.REFUSED, "No")


def test_a_question_of_the_station_shows_its_answers():
    asked = replace(bench(), question=SplitProposed(item(1).id, 2))
    props = shown(bench=asked)
    assert props.sentence.endswith(": It travels in 2 boxes. Split it?")
    assert props.answers == (AnswerProps(1, "Into 2 parts"), AnswerProps(2, "Pack whole"))
    assert (props.dismiss, props.asks, props.progress) == ("Forget the scan", True, "")


@pytest.mark.parametrize(
    ("is_printed", "text"),
    [
        (False, "The boxes were sent already. Change them?"),
        (True, "The labels are printed already. Change the boxes?"),
    ],
)
def test_what_was_sent_is_asked_about_and_may_be_left(is_printed, text):
    asked = replace(bench(), question=ChangeSent(SplitUnit(item(1).id, 2), is_printed))
    props = shown(bench=asked)
    assert (props.sentence, props.answers) == (text, (AnswerProps(1, "Change"),))
    assert (props.dismiss, props.asks) == ("Leave it", True)


def test_a_question_stays_behind_what_is_told_of_a_wrong_scan():
    asked = replace(bench(), question=SplitProposed(item(1).id, 2))
    props = shown(bench=asked, notice=NO)
    assert props.sentence.startswith(f"{NO.text}. ")
    assert props.sentence.endswith(": It travels in 2 boxes. Split it?")
    assert (props.tone, props.word) == (Tone.REFUSED, "No")


def test_a_screens_own_question_comes_before_the_stations():
    asked = replace(bench(), question=SplitProposed(item(1).id, 2))
    local = LocalQuestion("How many?", ("All 3", "One"), print)
    props = shown(bench=asked, local=local)
    assert props.sentence == "How many?"
    assert [answer.label for answer in props.answers] == ["All 3", "One"]


def test_a_screens_question_is_told_again_after_a_scan_that_is_no_answer():
    told = Notice("Answer the question first", Tone.ATTENTION)
    props = shown(local=LocalQuestion("How many?", ("One",), print), notice=told)
    assert props.sentence == "Answer the question first. How many?"
    assert props.tone is Tone.ATTENTION


def test_what_is_done_for_good_is_held_and_has_no_answer_with_a_key():
    missing = replace(bench(), approval=ApproveRemoval((unit(1),)))
    props = shown(bench=missing)
    assert props.answers == ()
    assert props.offer == OfferProps(Offer.REMOVE, "Hold: remove and finish")
    assert (props.tone, props.dismiss) == (Tone.ATTENTION, "Go back")
    cancelling = replace(bench(), approval=ApproveCancel(CancelReason.SHOP_FAILED))
    assert shown(bench=cancelling).offer == OfferProps(Offer.CANCEL, "Hold: cancel the order")


@pytest.mark.parametrize(
    ("change", "sentence", "answers", "tone"),
    [
        (NotesChanged("Ring"), "Read what changed, then go on", ["Seen. Go on"], Tone.ATTENTION),
        (
            BoxesChanged((StoredBox(MarketBoxId(1), "1", ()),)),
            "Read what changed, then go on",
            ["Take the Market's boxes"],
            Tone.ATTENTION,
        ),
        (
            CancelAsked(),
            "Stop: the buyer is cancelling this order",
            ["Seen. Go on"],
            Tone.REFUSED,
        ),
    ],
)
def test_a_changed_order_is_answered_before_anything_else(change, sentence, answers, tone):
    props = shown(bench=bench(OrderChanged((change,))))
    assert (props.sentence, props.tone) == (sentence, tone)
    assert [one.label for one in props.answers] == answers


def test_boxes_can_be_kept_only_where_there_are_any():
    changed = OrderChanged((BoxesChanged((StoredBox(MarketBoxId(1), "1", ()),)),))
    props = shown(bench=bench(IN_BOX, changed))
    assert [one.label for one in props.answers] == ["Keep these boxes", "Take the Market's boxes"]


def test_a_free_answer_has_a_field():
    local = LocalQuestion("How many?", (), print, Entry("1 to 3", str.isdigit, "2"))
    props = shown(local=local)
    assert props.entry == EntryProps("1 to 3", "2")
    assert props.asks


def test_a_packer_is_asked_whether_the_labels_printed():
    from packdesk.domain.events import StepStarted
    from packdesk.domain.steps import StepKind
    from tests.ui.saying import PRINT

    props = shown(bench=bench(sent=(*PRINTED[:3], StepStarted(StepKind.PRINT_LABELS, PRINT))))
    assert props.sentence == "Did the labels print?"
    assert [answer.label for answer in props.answers] == ["Yes, all of them", "No, print again"]
    assert props.dismiss == "", "it must be answered"


def test_a_refusal_of_the_market_can_be_tried_again():
    props = shown(bench=bench(sent=(CONFIRMED, SAID_NO)))
    assert props.sentence == "The Market refused: bad boxes"
    assert props.answers == (AnswerProps(1, "Try again"),)


def test_a_stopped_journal_is_all_that_counts():
    stopped = JournalUnavailable(JournalFault.FULL, "journal.db")
    props = shown(bench=bench(), notice=YES, stopped=stopped)
    assert props.sentence == "Stop: the disk is full. Free some space"
    assert props.tone is Tone.REFUSED


@pytest.mark.parametrize(
    ("kind", "hint"),
    [
        (CodeKind.COUNTRY, "for example CN"),
        (CodeKind.GTD, "10702070/240723/0001234"),
        (CodeKind.RNPT, "10702070/240723/0001234/1"),
        (CodeKind.UIN, "16 digits"),
    ],
)
def test_what_stands_on_paper_can_be_typed(kind, hint):
    state = bench(IN_BOX, of=order(item(1, marking=(kind,))))
    entry = EntryProps(hint, "", kind)
    assert shown(bench=state).entry == entry
    assert shown(bench=state, notice=NO).entry == entry, "also after a mistake"
    assert shown(bench=state, notice=YES).entry == entry
    assert not shown(bench=state).asks


def test_what_is_only_scanned_has_no_field():
    state = bench(IN_BOX, of=order(item(1, marking=(CodeKind.CIS,))))
    assert shown(bench=state).entry is None
    assert shown(bench=state).type_code == "Type the code"
    assert (unit(1), box(1)) == (IN_BOX.unit, IN_BOX.box)


DOUBT = Doubt(cis(), (), (item(1).id,), IssueCode.C_CRYPTO_LEN)


def test_a_doubtful_code_can_be_taken_by_holding_and_a_barcode_taught():
    doubtful, strange = replace(bench(), doubt=DOUBT), replace(bench(), teachable="4600000000017")
    for notice in (NO, None):
        assert shown(bench=doubtful, notice=notice).offer == OfferProps(
            Offer.TAKE_ANYWAY, "Hold: take it anyway"
        )
        assert shown(bench=strange, notice=notice).offer == OfferProps(
            Offer.TEACH, "Teach this barcode"
        )
    assert shown(bench=bench()).offer is None


def test_a_field_for_a_damaged_code_is_opened_on_demand_and_can_be_closed():
    state = bench(IN_BOX, of=order(item(1, marking=(CodeKind.CIS,))))
    props = shown(bench=state, typing=Typing.ALL)
    assert props.entry is not None
    assert props.entry.kind is CodeKind.CIS
    assert (props.dismiss, props.type_code, props.asks) == ("Do not type", "", False)
    assert props.is_roomy
    assert props.groups == "01 ______________ 21 serial number ␝ end part"


def test_where_no_code_is_wanted_none_is_typed():
    for state in (bench(), bench(IN_BOX, of=order(item(1, marking=()))), None):
        props = shown(bench=state, typing=Typing.ALL)
        assert (props.entry, props.type_code) == (None, "")
    closed = bench(IN_BOX, of=order(item(1, marking=(CodeKind.CIS,))), access=Access.CANCELLED)
    assert shown(bench=closed, typing=Typing.ALL).entry is None
    assert shown(bench=closed).type_code == ""


COUNTRY = bench(IN_BOX, of=order(item(1, marking=(CodeKind.COUNTRY,))))


@pytest.mark.parametrize(
    ("typed", "labels", "verdict"),
    [
        ("", [], None),
        ("chi", ["CN China", "CL Chile"], None),
        ("UK", ["GB United Kingdom", "UA Ukraine"], Tone.ATTENTION),
        ("CN", ["CN China"], Tone.ACCEPTED),
        ("zz9", [], Tone.REFUSED),
    ],
)
def test_countries_are_proposed_for_what_is_typed(typed, labels, verdict):
    props = shown(bench=COUNTRY, typed=Typed(CodeKind.COUNTRY, 0, typed))
    assert [(one.number, one.label) for one in props.proposals] == list(enumerate(labels, start=1))
    assert (props.verdict.tone if props.verdict else None) is verdict
    assert props.is_roomy is bool(typed)
    assert not props.asks


@pytest.mark.parametrize("typed", [Typed(CodeKind.GTD, 0, "CN"), Typed(CodeKind.COUNTRY, 1, "CN")])
def test_what_was_typed_for_another_code_is_not_looked_at(typed):
    props = shown(bench=COUNTRY, typed=typed)
    assert (props.typed, props.proposals, props.verdict) == ("", (), None)


def test_a_country_that_the_market_serves_is_proposed():
    served = replace(COUNTRY, context=JudgeContext(countries=frozenset({"XK"})))
    props = shown(bench=served, typed=Typed(CodeKind.COUNTRY, 0, "xk"))
    assert [one.label for one in props.proposals] == ["XK"]


DECLARED = order(item(1, 3, marking=(CodeKind.GTD, CodeKind.COUNTRY)))
GIVEN = (CodeAttached(unit(1), gtd()), CodeAttached(unit(1), country()))


@pytest.mark.parametrize("notice", [None, YES, NO])
def test_the_same_for_all_is_offered_when_one_unit_has_all(notice):
    state = bench(IN_BOX, *GIVEN, of=DECLARED)
    offer = OfferProps(Offer.COPY, "The same for all", "F11")
    assert shown(bench=state, notice=notice).offer == offer


def test_while_a_field_has_the_keyboard_the_same_key_gives_the_same_to_all():
    packed = (IN_BOX, UnitPacked(unit(1, 2), box(1)))
    offer = shown(bench=bench(*packed, *GIVEN, of=DECLARED)).offer
    assert offer == OfferProps(Offer.COPY, "The same for all", "F11")


@pytest.mark.parametrize(
    ("events", "goods"),
    [
        ((), DECLARED),
        (GIVEN[:1], DECLARED),
        (GIVEN, order(item(1, marking=(CodeKind.GTD, CodeKind.COUNTRY)))),
        ((CodeAttached(unit(1), cis()),), order(item(1, 3, marking=(CodeKind.CIS,)))),
    ],
)
def test_the_same_for_all_is_not_offered_before_it_applies(events, goods):
    assert shown(bench=bench(IN_BOX, *events, of=goods)).offer is None

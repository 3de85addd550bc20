"""Every kind of thing the program tells has a whole sentence in both languages."""

import dataclasses
import re
from datetime import timedelta
from itertools import chain

import pytest

from packdesk.domain import events, problems, questions, refusals
from packdesk.domain import submission as steps
from packdesk.domain.access import Access
from packdesk.domain.checks import CodeCheck
from packdesk.domain.codes import CodeKind, IssueCode, ScanKind, Severity, Slot, judge
from packdesk.domain.codes.severity import Issue
from packdesk.domain.events import ShortReason
from packdesk.domain.order import Catalogue, ItemTag, ProgramType
from packdesk.domain.packing import Packing
from packdesk.domain.steps import StepKind
from packdesk.domain.submission import Submission
from packdesk.station import errors, reports
from packdesk.ui.i18n import Language
from packdesk.ui.pages import Device, DeviceState, PageName
from packdesk.ui.queue.filters import QueueFilter
from packdesk.ui.words import access as access_words
from packdesk.ui.words import band, goods, notice, queue, window
from packdesk.ui.words.checks import REFUSED_SUBSTATUSES, check_text
from packdesk.ui.words.codes import issue_text
from packdesk.ui.words.errors import error_notice, error_text
from packdesk.ui.words.events import event_text
from packdesk.ui.words.guide import code_wanted
from packdesk.ui.words.notice import Tone
from packdesk.ui.words.pieces import taken_out
from packdesk.ui.words.problems import problem_text
from packdesk.ui.words.questions import (
    answer_labels,
    dismiss_label,
    question_text,
)
from packdesk.ui.words.refusals import refusal_notice, refusal_text, verdict_text
from packdesk.ui.words.submission import (
    PersonAnswer,
    person_answer_label,
    person_answers,
    send_state_word,
    step_name,
    step_text,
)
from packdesk.ui.words.told import told_notice
from tests.builders import box, cis, country, ean, item, order, unit
from tests.ui.saying import (
    AT,
    ERRORS,
    EVENTS,
    NEXT,
    ORDER,
    PROBLEMS,
    QUESTIONS,
    REFUSALS,
    TOLD,
    kinds_missing,
)
from tests.ui.speech import speaking

CYRILLIC = re.compile("[А-Яа-яЁё]")
PLACEHOLDER = re.compile(r"\{\w*\}|%n|\(s\)|\(es\)")
SAME_IN_BOTH = {"Esc", "Enter", "FBS", "DBS", "FBY", "LAAS", ""}


@pytest.mark.parametrize(
    ("samples", "union"),
    [
        (REFUSALS, refusals.Refusal),
        (PROBLEMS, problems.Problem),
        (QUESTIONS, questions.Question),
        (EVENTS, events.Event),
        (NEXT, steps.Next),
        (TOLD, reports.Told),
    ],
)
def test_the_samples_leave_nothing_out(samples, union):
    assert kinds_missing(samples, union) == set()


def test_the_sample_errors_are_the_whole_tree():
    def leaves(kind):
        below = kind.__subclasses__()
        own = (
            []
            if kind in {errors.PackdeskError, errors.MarketError, errors.JournalError}
            else [kind]
        )
        return own + [leaf for one in below for leaf in leaves(one)]

    assert {
        kind for kind in leaves(errors.PackdeskError) if kind.__module__ == errors.__name__
    } == {type(error) for error in ERRORS}


def sentences():
    """All that can be said, made anew in the language of now."""
    yield from chain(
        (refusal_text(one, ORDER) for one in REFUSALS),
        (refusal_text(one, None) for one in REFUSALS),
        (problem_text(one, ORDER) for one in PROBLEMS),
        (question_text(one, ORDER) for one in QUESTIONS),
        (question_text(one, None) for one in QUESTIONS),
        answer_labels(QUESTIONS[2], None),
        answer_labels(QUESTIONS[-1], None),
        (dismiss_label(), dismiss_label(QUESTIONS[0]), taken_out()),
        (event_text(one, ORDER) for one in EVENTS if not isinstance(one, events.UnitPacked)),
        (step_text(one) for one in NEXT),
        (person_answer_label(one) for one in PersonAnswer),
        (step_name(one) for one in StepKind),
        (send_state_word(one) for one in reports.SendState),
        (error_text(one, AT) for one in ERRORS),
        (error_text(one) for one in ERRORS),
        (error_text(errors.PackdeskError("something new")),),
        (told_notice(one, None).text for one in TOLD if not isinstance(one, reports.Did)),
        (issue_text(one) for one in IssueCode),
        (check_text(check("INVALID", one)) for one in (*REFUSED_SUBSTATUSES, "NEW", None)),
        (check_text(check(status)) for status in ("OK", "IN_PROGRESS", "FAILED", "NEW")),
        (access_words.access_text(one) for one in Access),
        (access_words.access_word(one) for one in Access),
        (code_wanted(one) for one in CodeKind),
        (goods.kind_name(one) for one in CodeKind),
        (goods.kind_mark(one) for one in CodeKind),
        (goods.model_name(one) for one in ProgramType),
        (goods.tag_text(one) for one in ItemTag),
        (goods.short_reason(one) for one in ShortReason),
        (goods.parts(2), goods.box_name(box(1)), goods.order_name(ORDER.id)),
        (notice.tone_word(one) for one in Tone),
        (window.page_title(one) for one in PageName),
        (window.device_name(one) for one in Device),
        (window.device_state(one) for one in DeviceState),
        (window.crash_notice().text, window.strip_close()),
        (window.keep_open(), window.not_gone_out(1).text, window.not_gone_out(5).text),
        (queue.filter_label(one) for one in QueueFilter),
        (queue.search_hint(), queue.loading(), queue.empty(), queue.no_match()),
        (queue.ask_again(), queue.show_all(), queue.fresh_text("12:00"), queue.queue_name()),
        (band.escape_key(), band.enter_key(), band.entry_accept()),
        (band.teach_label(), band.take_anyway_label()),
        (band.type_code_label(), band.close_typing(), band.same_for_all_label()),
        (band.separator_name(), band.typed_fits(""), band.pick_country().text),
        (band.typed_hint(CodeKind.UIN), band.typed_hint(CodeKind.CIS)),
        (band.cis_groups("", "", ""), band.typed_fits(band.country_label("CN"))),
        (band.entry_wrong("").text, band.answer_first().text),
    )


def check(status, substatus=None, kind=CodeKind.CIS):
    return CodeCheck(ORDER.items[0].id, kind, "x", status, substatus)


def test_every_sentence_exists_in_both_languages(qapp):
    with speaking(Language.EN):
        english = list(sentences())
    with speaking(Language.RU):
        russian = list(sentences())
    assert len(english) > 300
    assert [text for text in english if CYRILLIC.search(text)] == []
    untranslated = [
        (en, ru)
        for en, ru in zip(english, russian, strict=True)
        if en not in SAME_IN_BOTH and not CYRILLIC.search(ru)
    ]
    assert untranslated == []


@pytest.mark.parametrize("language", Language)
def test_every_sentence_is_filled_in(qapp, language):
    with speaking(language):
        assert [text for text in sentences() if PLACEHOLDER.search(text)] == []


NEVER_EMPTY = [
    *((refusal_text, one) for one in REFUSALS),
    *((problem_text, one) for one in PROBLEMS),
    *((event_text, one) for one in EVENTS),
]


@pytest.mark.parametrize(("say", "what"), NEVER_EMPTY)
def test_a_sentence_is_never_empty(qapp, say, what):
    assert say(what, ORDER)


TABLE = [
    (
        lambda: refusal_text(refusals.NotInOrder("4600"), ORDER),
        "Этого товара нет в заказе. Отложите его",
    ),
    (
        lambda: refusal_text(refusals.AllPacked(ORDER.items[0].id, 2), ORDER),
        "Таких уже 2 из 2. Лишний — отложите",
    ),
    (
        lambda: refusal_text(refusals.SameCode(unit(1), ()), ORDER),
        "Этот код уже стоит на другой единице",
    ),
    (
        lambda: issue_text(IssueCode.C_GS_AMBIGUOUS),
        "Код прочитан не полностью. Отсканируйте ещё раз",
    ),
    (
        lambda: check_text(check("INVALID", "ITEM_SOLD")),
        "Код не прошёл проверку: товар уже продан. Возьмите другой",
    ),
    (lambda: code_wanted(CodeKind.CIS), "Отсканируйте код «Честный знак» на товаре"),
]


@pytest.mark.parametrize(("say", "russian"), TABLE)
def test_the_binding_words_are_said_as_written(qapp, say, russian):
    with speaking(Language.RU):
        assert say() == russian


def test_a_code_check_that_is_not_known_is_told_in_the_markets_own_word(qapp):
    with speaking(Language.EN):
        assert "BRAND_NEW" in check_text(check("INVALID", "BRAND_NEW"))


def test_all_nineteen_substatuses_have_their_own_sentence(qapp):
    said = [say() for say in REFUSED_SUBSTATUSES.values()]
    assert len(said) == 19
    assert len(set(said)) == 19
    assert all("." in sentence for sentence in said), "each names an action after its reason"


@pytest.mark.parametrize("code", [c for c in IssueCode if Issue(c).severity >= Severity.CONFIRM])
def test_what_stops_a_code_names_an_action_or_the_right_form(qapp, code):
    assert re.search(r"\. |two Latin letters|already on another", issue_text(code))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("00146000000000000018", "This code is of a case or pallet. Scan the code on the good"),
        (ean(1), "This code is of no use here. Scan another one"),
        ("0104600000000017215abc", "The code is incomplete. Scan it again"),
        (2 * cis().full, "Two codes came as one. Scan again, one at a time"),
    ],
)
def test_a_code_that_cannot_be_taken_says_why(qapp, text, sentence):
    with speaking(Language.EN):
        assert verdict_text(judge(text, Slot.AUTO)) == sentence


def test_an_excise_stamp_is_told_as_one(qapp):
    stamp = dataclasses.replace(judge(ean(1), Slot.AUTO), kind=ScanKind.EGAIS)
    with speaking(Language.EN):
        assert verdict_text(stamp) == "This is an excise stamp. Scan another code on the good"


def test_an_error_that_ends_at_a_time_tells_when(qapp):
    local = AT.astimezone().strftime("%H:%M")
    with speaking(Language.RU):
        busy = errors.MarketBusy("op", retry_at=AT)
        assert error_text(busy) == f"Маркет занят, продолжим в {local}"
        assert error_text(errors.MarketUnreachable("op"), AT).endswith(local)


@pytest.mark.parametrize(
    ("left", "ending"), [(-5, "soon"), (0, "soon"), (59, "soon"), (60, "time"), (3600, "time")]
)
def test_a_time_that_is_almost_there_is_told_in_other_words(qapp, left, ending):
    soon = "The Market is busy, going on in a few seconds"
    now = AT - timedelta(seconds=left)
    with speaking(Language.EN):
        told = error_text(errors.MarketBusy("op", retry_at=AT), None, now)
        at_a_time = error_text(errors.MarketBusy("op", retry_at=AT))
    assert told == (soon if ending == "soon" else at_a_time)


def test_what_mends_itself_is_only_attention():
    assert error_notice(errors.MarketBusy("op")).tone is Tone.ATTENTION
    assert error_notice(errors.MarketKeyRejected("op", status=401)).tone is Tone.REFUSED


@pytest.mark.parametrize(
    ("happened", "text", "tone"),
    [
        (EVENTS[3:4], "Sneakers, 42 → box 1", Tone.ACCEPTED),
        (
            (
                events.BoxOpened(box(1)),
                events.UnitPacked(unit(1, 1), box(1)),
                events.UnitPacked(unit(1, 2), box(1)),
            ),
            "Sneakers, 42 × 2 → box 1",
            Tone.ACCEPTED,
        ),
        (
            (
                events.UnitSplit(unit(2), 2),
                events.BoxOpened(box(1)),
                events.PartPacked(unit(2), 1, box(1)),
            ),
            "Mug: 2 parts",
            Tone.ACCEPTED,
        ),
        (
            (
                events.BoxChosen(box(3)),
                events.UnitPacked(unit(2), box(3)),
                events.BoxesNumbered((box(1), box(3))),
            ),
            "Mug → box 2",
            Tone.ACCEPTED,
        ),
        (
            (events.BoxChosen(box(1)), events.BoxesNumbered((box(1),))),
            "Now into box 1",
            Tone.ACCEPTED,
        ),
        (
            (
                events.BoxOpened(box(3)),
                events.PartPacked(unit(2), 1, box(3)),
                events.BoxChosen(box(1)),
            ),
            "Mug, part 1 → box 3",
            Tone.ACCEPTED,
        ),
        (
            tuple(
                kind
                for nth in (1, 2)
                for kind in (
                    events.UnitTakenOut(unit(1, nth)),
                    events.UnitMarkedShort(unit(1, nth), events.ShortReason.DAMAGED),
                )
            ),
            "Damaged: Sneakers, 42 × 2",
            Tone.ATTENTION,
        ),
        ((events.Undone(),), "Undone", Tone.ACCEPTED),
        ((), "Left as it was", Tone.CALM),
    ],
)
def test_what_was_done_is_told_as_one_move(qapp, happened, text, tone):
    with speaking(Language.EN):
        told = told_notice(reports.Did(happened), bench_of(ORDER))
    assert (told.text, told.tone) == (text, tone)


def test_the_country_that_was_taken_is_named(qapp):
    told = event_text(events.CodeAttached(unit(1), country()), ORDER)
    assert told.startswith(f"{ORDER.items[0].name}: country CN ")


def test_what_an_undo_has_put_back_is_told(qapp):
    with speaking(Language.EN):
        told = told_notice(reports.Did((events.Undone(),), undone=unit(2)), bench_of(ORDER))
    assert (told.text, told.tone) == ("Taken back: Mug", Tone.ATTENTION)


def test_a_doubtful_code_is_taken_with_attention(qapp):
    attached = events.CodeAttached(unit(1), cis(), (IssueCode.W_NO_CRYPTO,))
    told = told_notice(reports.Did((events.UnitPacked(unit(1), box(1)), attached)), bench_of(ORDER))
    assert told.tone is Tone.ATTENTION
    assert told.text.startswith("Sneakers, 42 → ")


def test_finishing_is_told_as_complete_and_missing_with_attention(qapp):
    finished = reports.Did((EVENTS[3], EVENTS[13]))
    assert told_notice(finished, bench_of(ORDER)).tone is Tone.COMPLETE
    assert told_notice(reports.Did((EVENTS[11],)), bench_of(ORDER)).tone is Tone.ATTENTION


def test_an_unknown_model_or_tag_is_shown_in_the_markets_word():
    assert goods.model_name(ProgramType("NEW_MODEL")) == "NEW_MODEL"
    assert goods.tag_text(ItemTag("FRAGILE")) == "FRAGILE"


def test_a_good_without_a_name_goes_by_its_sku_and_one_that_is_gone_by_its_number():
    nameless = order(item(1, name=" ".strip() or None))
    assert goods.item_name(nameless, nameless.items[0].id) == "Good 1"
    assert goods.item_name(nameless, ORDER.items[1].id) == "2"
    assert goods.item_name(None, ORDER.items[1].id) == "2"


def test_only_a_person_is_asked_what_a_person_can_answer():
    asked = {type(step): person_answers(step) for step in NEXT if person_answers(step)}
    assert asked == {
        steps.DidItPrint: (PersonAnswer.PRINTED, PersonAnswer.NOT_PRINTED),
        steps.MarketSaidNo: (PersonAnswer.RETRY,),
        steps.AnswersUnreadable: (PersonAnswer.RETRY,),
    }


def test_a_mistake_is_refused_and_bad_luck_is_attention():
    assert refusal_notice(refusals.NotInOrder("4600"), ORDER).tone is Tone.REFUSED
    assert refusal_notice(refusals.BeingSent(), ORDER).tone is Tone.ATTENTION


def bench_of(one):
    return reports.Bench(one, Packing.of(one), Submission(one.program), Catalogue(), Access.PACK)

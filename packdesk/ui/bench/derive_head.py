"""The head of the bench and the strip below it."""

from datetime import datetime

from packdesk.domain.access import Access
from packdesk.domain.asking_errands import decide_external_id, known_external_id
from packdesk.domain.deciding import Decided
from packdesk.domain.errands import SetTrack
from packdesk.domain.order import Order, ProgramType
from packdesk.domain.steps import StepKind
from packdesk.domain.submission import (
    AwaitCodeChecks,
    CodesRefused,
    Finished,
    NotConfirmed,
    Submission,
    next_step,
)
from packdesk.station.queue_view import send_state
from packdesk.station.reports import Bench
from packdesk.ui.bench.inputs import BenchInputs
from packdesk.ui.bench.keys import WORK_AGAIN_KEY
from packdesk.ui.bench.picks import ItemPick
from packdesk.ui.bench.props import GoThere, HeadProps, Say, StripProps, TakeUp
from packdesk.ui.countdown import NoDate, countdown
from packdesk.ui.words.access import access_word
from packdesk.ui.words.aside import aside_reason, is_aside, take_up
from packdesk.ui.words.bench import (
    all_sent,
    business_order,
    buyers_note,
    codes_if_at_hand,
    go_there,
    more_codes,
    only_to_look_at,
    ready_to_ship,
    set_aside,
    stale_labels,
    test_order,
    track_to_come,
)
from packdesk.ui.words.checks import check_text
from packdesk.ui.words.errors import error_text
from packdesk.ui.words.external_id import external_number, give_external_id_label
from packdesk.ui.words.goods import item_name, model_name, order_name, tag_text
from packdesk.ui.words.notice import Notice, Tone
from packdesk.ui.words.queue import countdown_text, countdown_tone, countdown_until
from packdesk.ui.words.submission import (
    person_answer_label,
    person_answers,
    send_state_word,
    step_name,
    step_text,
    submission_notice,
)


def derive_head(bench: Bench, now: datetime | None) -> HeadProps:
    """Who ordered what until when."""
    order = bench.order
    tags = dict.fromkeys(tag for item in order.items for tag in item.tags)
    chips = [Notice(tag_text(tag), Tone.ATTENTION) for tag in tags]
    if not order.is_business and any(one.optional for i in order.items for one in i.requires):
        chips.append(Notice(codes_if_at_hand(), Tone.CALM))
    if order.is_business:
        chips.append(Notice(business_order(), Tone.ATTENTION))
    if order.fake:
        chips.append(Notice(test_order(), Tone.REFUSED))
    note = order.notes.strip()
    external = known_external_id(bench.packing)
    may_give = isinstance(decide_external_id(bench.packing, str(order.id)), Decided)
    return HeadProps(
        title=order_name(order.id),
        model=model_name(order.program),
        ship_by=ship_by(order, now),
        external=external_number(external) if external else "",
        give_external=give_external_id_label() if may_give else "",
        chips=tuple(chips),
        note=buyers_note(note) if note else "",
        set_aside=set_aside(),
    )


def derive_strip(bench: Bench, inputs: BenchInputs) -> StripProps | None:
    """How far the order is, why nothing may change, or that labels are stale.

    The band says what to do; the strip says the state, so that the two do not repeat each other.
    """
    submission = bench.submission
    if bench.packing.is_stopped:
        return None
    step = next_step(submission)
    state = send_state(submission)
    if isinstance(step, Finished):
        return StripProps(Notice(send_state_word(state), Tone.COMPLETE), _sent(bench), ())
    if bench.access is not Access.PACK:
        return StripProps(
            Notice(only_to_look_at(access_word(bench.access)), Tone.ATTENTION), "", ()
        )
    aside = bench.packing.aside
    if aside is not None:
        detail = ": ".join(text for text in (aside_reason(aside.reason), aside.note) if text)
        again = TakeUp(f"{take_up()}  {WORK_AGAIN_KEY}")
        return StripProps(Notice(is_aside(), Tone.ATTENTION), detail, (again,))
    if isinstance(step, NotConfirmed):
        stale = Notice(stale_labels(), Tone.ATTENTION)
        return StripProps(stale, "", ()) if submission.labels_are_stale else None
    notice = Notice(send_state_word(state), submission_notice(submission).tone)
    if isinstance(step, CodesRefused):
        first, *others = step.checks
        told = f"{item_name(bench.order, first.item)}: {check_text(first)}"
        detail = " ".join((told, *([more_codes(len(others))] if others else [])))
        return StripProps(notice, detail, (GoThere(ItemPick(first.item), go_there()),))
    says = tuple(Say(one, person_answer_label(one)) for one in person_answers(step))
    if says:
        return StripProps(notice, step_text(step), says)
    trouble = inputs.trouble
    if trouble is not None:
        return StripProps(notice, error_text(trouble.error, trouble.retry_at, inputs.now), ())
    return StripProps(notice, _steps(submission), ())


def _sent(bench: Bench) -> str:
    submission = bench.submission
    boxes = submission.confirmed.layout.boxes if submission.confirmed else ()
    told = [all_sent(len(boxes))]
    told += [ready_to_ship()] if submission.is_ready else []
    told += [track_to_come()] if _wants_track(bench) else []
    return ", ".join(told)


def _wants_track(bench: Bench) -> bool:
    """A DBS order leaves with the shop's own carrier: its track number is told at the hand-over."""
    errands = bench.packing.errands
    given = any(isinstance(one, SetTrack) for one in (*errands.waiting, *errands.done))
    is_dbs = bench.order.program is ProgramType.DBS
    return is_dbs and not bench.order.delivery.tracks and not given


def _steps(submission: Submission) -> str:
    """What is done and what is to come, in the order of the steps."""
    checks = submission.check_rounds > 0 or isinstance(next_step(submission), AwaitCodeChecks)
    readies = submission.program is not ProgramType.DBS or submission.ready_for_dbs
    steps = (
        (StepKind.SEND_LAYOUT, submission.is_sent, True),
        (StepKind.PRINT_LABELS, submission.is_printed, True),
        (StepKind.CHECK_CODES, False, checks),
        (StepKind.MARK_READY, submission.is_ready, readies),
    )
    return "   ".join(f"{'✓' if done else '○'} {step_name(k)}" for k, done, shown in steps if shown)


def ship_by(order: Order, now: datetime | None) -> Notice | None:
    """Until when, and how long that is; None where the Market has not said."""
    if now is None:
        return None
    left = countdown(order, now)
    if isinstance(left, NoDate):
        return None
    words = (countdown_until(left), countdown_text(left))
    return Notice(" · ".join(word for word in words if word), countdown_tone(left))

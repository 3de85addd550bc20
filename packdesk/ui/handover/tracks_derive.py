"""From the hand-over desk's state to what its section shows. Pure."""

from dataclasses import dataclass, field
from datetime import datetime

from packdesk.domain.errands import Cancel, MoveOn, SetTrack
from packdesk.domain.handover_refusals import (
    AnotherTrack,
    BuyerCancels,
    DoubtfulTrack,
    HandoverQuestion,
    WhichService,
)
from packdesk.domain.order import Order
from packdesk.station.handover_reports import Due, HandoverOutcome, HandoverState
from packdesk.station.ports import DeliveryService
from packdesk.ui.band.props import OFFER_KEY
from packdesk.ui.handover.rows import count, derive_row, shown_rows, with_keys
from packdesk.ui.handover.tracks_props import (
    AnswerKind,
    CommandProps,
    CounterProps,
    FieldProps,
    FieldState,
    PickerProps,
    QuestionProps,
    ServiceProps,
    TrackAnswerProps,
    TracksProps,
)
from packdesk.ui.words import handover as words
from packdesk.ui.words import handover_questions as asking

MOST_ROWS = 50
"""So many of the newest are shown; all are in "Sent"."""


@dataclass(frozen=True, slots=True)
class TracksInputs:
    """The desk's state, and the time."""

    now: datetime
    state: HandoverState = field(default_factory=HandoverState)


def derive_tracks_props(inputs: TracksInputs) -> TracksProps:
    """The section as it looks now."""
    state = inputs.state
    # What a table brought is told in the table, until it stops and a person must decide.
    listed = tuple(
        row
        for row in state.rows
        if isinstance(row.errand, SetTrack | MoveOn | Cancel)
        or row.outcome is HandoverOutcome.STOPPED
    )
    shown = shown_rows(listed, MOST_ROWS)
    hidden = len(listed) - len(shown)
    has_waiting = any(
        isinstance(row.errand, SetTrack)
        and row.outcome in {HandoverOutcome.WAITING, HandoverOutcome.STOPPED}
        for row in state.rows
    )
    return TracksProps(
        guide=words.due_guide(state),
        parcel=_parcel(state),
        track=_track(state),
        counter=_counter(inputs),
        question=None if state.question is None else _question(state.question, state),
        caption=words.list_caption(),
        rows=with_keys(derive_row(row, inputs.now) for row in shown),
        more=words.rows_hidden(hidden) if hidden > 0 else "",
        empty="" if shown else words.list_empty(),
        undo=CommandProps(words.undo_label(), words.undo_key(), is_on=has_waiting),
        drop=CommandProps(
            words.drop_label(), words.escape_key(), is_on=state.due is not Due.PARCEL
        ),
    )


def _parcel(state: HandoverState) -> FieldProps:
    caption = words.parcel_caption()
    question = state.question
    if state.parcel is not None:
        return FieldProps(
            caption,
            FieldState.FILLED,
            words.in_hand(),
            "",
            str(state.parcel.id),
            _details(state.parcel, state.services),
        )
    if isinstance(question, BuyerCancels):
        return FieldProps(caption, FieldState.FILLED, words.in_hand(), "", str(question.order))
    if question is None:
        return FieldProps(caption, FieldState.DUE, words.due_now(), words.parcel_hint())
    return FieldProps(caption, FieldState.EMPTY, "", "")


def _details(parcel: Order, services: tuple[DeliveryService, ...]) -> str:
    delivery = parcel.delivery
    names = {service.id: service.name for service in services}
    carrier = delivery.service_name
    if not carrier and delivery.service is not None:
        carrier = names.get(delivery.service, "")
    parts = (
        words.own_number(parcel.external_id) if parcel.external_id else "",
        words.carried_by(carrier) if carrier else "",
        words.track_there(", ".join(one.code for one in delivery.tracks))
        if delivery.tracks
        else "",
    )
    return " · ".join(part for part in parts if part)


def _track(state: HandoverState) -> FieldProps:
    caption = words.track_caption()
    question = state.question
    text = state.held.text if state.held is not None else ""
    if isinstance(question, WhichService | AnotherTrack | DoubtfulTrack):
        text = question.track.text
    if text:
        return FieldProps(caption, FieldState.FILLED, words.in_hand(), "", text)
    if state.due is Due.TRACK:
        return FieldProps(caption, FieldState.DUE, words.due_now(), words.track_hint())
    return FieldProps(caption, FieldState.EMPTY, "", "")


def _counter(inputs: TracksInputs) -> CounterProps:
    rows = inputs.state.rows
    today = inputs.now.astimezone().date()
    done = sum(
        isinstance(row.errand, SetTrack)
        and row.outcome is HandoverOutcome.DONE
        and row.asked_at.astimezone().date() == today
        for row in rows
    )
    waiting = count(rows, HandoverOutcome.WAITING, HandoverOutcome.SENDING)
    stopped = count(rows, HandoverOutcome.STOPPED)
    return CounterProps(
        figure=str(done),
        caption=words.today_caption(),
        waiting=words.still_waiting(waiting) if waiting else "",
        stopped=words.need_you(stopped) if stopped else "",
    )


def _question(question: HandoverQuestion, state: HandoverState) -> QuestionProps:
    answers = _answers(question, state)
    picker = None
    if isinstance(question, WhichService):
        picker = derive_picker(state.services, len(answers))
    return QuestionProps(asking.question_details(question), answers, picker)


def derive_picker(services: tuple[DeliveryService, ...], keys: int = 0) -> PickerProps:
    """All services by name; where there are none, why."""
    shown = sorted(services, key=lambda one: one.name.casefold())
    return PickerProps(
        hint=asking.service_hint(),
        nothing=asking.no_service() if services else asking.services_unknown(),
        services=tuple(ServiceProps(one.id, one.name) for one in shown),
        keys=keys,
    )


def found_services(props: PickerProps, text: str) -> tuple[ServiceProps, ...]:
    """The services whose names have all the words that were typed, those beginning so first."""
    wanted = text.casefold().split()
    found = [one for one in props.services if all(word in one.name.casefold() for word in wanted)]
    if wanted:
        found.sort(key=lambda one: not one.name.casefold().startswith(wanted[0]))
    return tuple(found)


def _answers(question: HandoverQuestion, state: HandoverState) -> tuple[TrackAnswerProps, ...]:
    match question:
        case WhichService(_, _, likely):
            names = {service.id: service.name for service in state.services}
            return tuple(
                TrackAnswerProps(number, str(number), names.get(service, str(service)))
                for number, service in enumerate(likely, start=1)
            )
        case AnotherTrack():
            return (
                TrackAnswerProps(1, "1", asking.add_label()),
                TrackAnswerProps(2, "2", asking.leave_label()),
            )
        case BuyerCancels():
            return (
                TrackAnswerProps(1, "1", asking.hand_over_label()),
                TrackAnswerProps(2, "2", asking.aside_label()),
            )
        case DoubtfulTrack(_, track):
            answers = (
                TrackAnswerProps(1, OFFER_KEY, asking.hold_label(), AnswerKind.HOLD),
                TrackAnswerProps(2, "2", asking.leave_label()),
            )
            if track.suggestion is None:
                return answers
            label = asking.latin_label(track.suggestion)
            latin = TrackAnswerProps(3, "3", label, AnswerKind.TYPED, track.suggestion)
            return (*answers, latin)

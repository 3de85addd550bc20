"""What the band shows, derived from what is known."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import assert_never

from packdesk.domain.access import Access
from packdesk.domain.barcodes import wanted_kind
from packdesk.domain.codes import CodeKind, propose_countries
from packdesk.domain.copying import copy_source
from packdesk.domain.ids import OrderId
from packdesk.domain.questions import Approval, ApproveCancel, ApproveRemoval
from packdesk.domain.submission import NeedsPerson, Next, NotConfirmed, next_step
from packdesk.station.errors import PackdeskError
from packdesk.station.reports import Bench, PieceOut
from packdesk.ui.band.local_question import LocalQuestion
from packdesk.ui.band.typed import Typed, groups_text, typed_verdict
from packdesk.ui.pages import PageName
from packdesk.ui.words.aside import approval_text, go_back, hold_to_cancel, hold_to_remove
from packdesk.ui.words.band import (
    close_typing,
    country_label,
    same_for_all_label,
    take_anyway_label,
    teach_label,
    type_code_label,
    typed_hint,
)
from packdesk.ui.words.changes import (
    change_text,
    ends_packing,
    keep_boxes_label,
    look_at_changes,
    see_changes_label,
    take_boxes_label,
)
from packdesk.ui.words.errors import error_notice
from packdesk.ui.words.guide import progress_text, what_to_do
from packdesk.ui.words.notice import Notice, Tone, tone_word
from packdesk.ui.words.page_guides import order_waits, page_guide
from packdesk.ui.words.pieces import piece_out_text, taken_out
from packdesk.ui.words.questions import (
    answer_labels,
    dismiss_label,
    question_text,
)
from packdesk.ui.words.submission import person_answer_label, person_answers, submission_notice


class Typing(Enum):
    """For which codes there is a field."""

    ON_PAPER = "those that are often on paper only"
    ALL = "all, since the packer wants to type a damaged one"


@dataclass(frozen=True, slots=True)
class BandInputs:
    """What the band knows.

    ``notice`` is the last answer while it is still told; ``stopped`` ends all packing; ``guide``
    is what must be set up before anything else; ``voice`` is what another screen than the bench has
    to say while it is shown: then nothing of the bench is told, nor on a ``page`` of its own.
    ``about`` is the order on the bench that the notice is about, if it is about that. ``out`` is the
    piece that must leave its box: told until a person says that it has.

    ``typing`` is for which codes there is a field; ``given`` counts the codes that were taken:
    after each the field is empty again. ``typed`` is what stands in it, ``draft`` what stands in the
    field of a screen's own question, which was filled by scans ``fills`` times.
    """

    bench: Bench | None = None
    notice: Notice | None = None
    about: OrderId | None = None
    local: LocalQuestion | None = None
    out: tuple[PieceOut, ...] = ()
    stopped: PackdeskError | None = None
    guide: Notice | None = None
    voice: Notice | None = None
    page: PageName = PageName.BENCH
    typing: Typing = Typing.ON_PAPER
    given: int = 0
    typed: Typed | None = None
    draft: str = ""
    fills: int = 0


@dataclass(frozen=True, slots=True)
class AnswerProps:
    """One answer: its number is also its key."""

    number: int
    label: str


@dataclass(frozen=True, slots=True)
class EntryProps:
    """A field for a free answer; ``kind`` is None for a screen's own question.

    ``given`` counts the codes taken so far: another number makes it another field. ``is_long`` is
    for more than a number.
    """

    hint: str
    text: str
    kind: CodeKind | None = None
    given: int = 0
    is_long: bool = False


OFFER_KEY = "F11"


class Offer(Enum):
    """What the packer may do about the last scan, if it is meant."""

    TEACH = "teach the barcode"
    TAKE_ANYWAY = "take the doubtful code"
    COPY = "give the shared codes of a unit to all others"
    REMOVE = "let the missing units leave the order for good"
    CANCEL = "cancel the whole order for good"


@dataclass(frozen=True, slots=True)
class OfferProps:
    """An offer, the words on its button, and the key shown there."""

    offer: Offer
    label: str
    key: str = OFFER_KEY


@dataclass(frozen=True, slots=True)
class BandProps:
    """One sentence, how it is meant, how much is left, and the answers if it is a question.

    ``word`` says the tone without colour; ``dismiss`` is empty where a question must be answered.
    ``typed`` stands in the field for a code: ``groups`` are its parts, ``verdict`` is what is
    found in it, ``proposals`` are the countries it may mean. ``type_code`` opens such a field.
    """

    sentence: str
    tone: Tone
    word: str
    progress: str
    answers: tuple[AnswerProps, ...] = ()
    entry: EntryProps | None = None
    dismiss: str = ""
    offer: OfferProps | None = None
    typed: str = ""
    groups: str = ""
    verdict: Notice | None = None
    proposals: tuple[AnswerProps, ...] = ()
    type_code: str = ""

    @property
    def is_roomy(self) -> bool:
        """Whether the field needs a line of its own."""
        if self.entry is None:
            return False
        is_cis = self.entry.kind is CodeKind.CIS
        return is_cis or bool(self.typed) or self.verdict is not None

    @property
    def asks(self) -> bool:
        """Whether a question is open."""
        is_for_code = self.entry is not None and self.entry.kind is not None
        return bool(self.answers) or (bool(self.dismiss) and not is_for_code)


def derive_band_props(inputs: BandInputs) -> BandProps:
    """A stopped journal before all, then a question, then the last answer, then the guide."""
    bench, notice = inputs.bench, inputs.notice
    if inputs.stopped is not None:
        return _told(error_notice(inputs.stopped), "")
    voice = elsewhere(inputs)
    if voice is not None:
        # A piece that may go out wrong is told beside everything but another page's own work.
        out = inputs.out if inputs.voice is None else ()
        inputs = replace(inputs, bench=None, local=None, out=out, guide=voice)
        bench, notice = None, notice if inputs.about is None else None
        inputs = replace(inputs, notice=notice)
    tone = notice.tone if notice is not None else Tone.CALM
    if inputs.local is not None:
        return _local(inputs.local, inputs)
    if inputs.out:
        told = Notice(piece_out_text(inputs.out[0]), Tone.ATTENTION)
        word = tone_word(told.tone)
        return BandProps(_asked(told.text, notice), told.tone, word, "", _numbered((taken_out(),)))
    if bench is not None and bench.question is not None:
        labels = answer_labels(bench.question, bench.order)
        return BandProps(
            sentence=_asked(question_text(bench.question, bench.order), notice),
            tone=tone,
            word=tone_word(tone),
            progress="",
            answers=_numbered(labels),
            dismiss=dismiss_label(bench.question),
        )
    if bench is not None and bench.packing.is_stopped:
        return _changed(bench, notice)
    if bench is not None and bench.approval is not None:
        return _grave(bench.approval)
    is_packed_here = bench is not None and bench.access is Access.PACK
    progress = progress_text(bench.packing) if bench is not None and is_packed_here else ""
    if notice is not None and notice.tone in {Tone.REFUSED, Tone.ATTENTION}:
        return _with_hand(_told(notice, progress), inputs)
    asked = _person(bench)
    if asked is not None:
        return asked
    guide = what_to_do(bench) if bench is not None or not inputs.guide else inputs.guide
    if notice is not None and guide.tone is Tone.CALM:
        word = tone_word(notice.tone)
        return _with_hand(BandProps(guide.text, notice.tone, word, progress), inputs)
    return _with_hand(_told(guide, progress), inputs)


def elsewhere(inputs: BandInputs) -> Notice | None:
    """What another screen than the bench says is to be done; None where the bench is told of."""
    if inputs.voice is not None or inputs.page not in {PageName.SENT, PageName.SETUP}:
        return inputs.voice
    if inputs.bench is not None and _waits(inputs.bench):
        return order_waits(inputs.bench.order.id)
    return inputs.guide or page_guide(inputs.page)


def _waits(bench: Bench) -> bool:
    """Whether a person has something left to do at the bench."""
    if bench.question is not None or bench.approval is not None or bench.packing.is_stopped:
        return True
    step = person_step(bench)
    if isinstance(step, NotConfirmed):
        return bench.access is Access.PACK
    return isinstance(step, NeedsPerson)


def _told(notice: Notice, progress: str) -> BandProps:
    return BandProps(notice.text, notice.tone, tone_word(notice.tone), progress)


def _asked(question: str, notice: Notice | None) -> str:
    """The question, after what was wrong with the last attempt to answer it."""
    if notice is None or notice.tone not in {Tone.REFUSED, Tone.ATTENTION}:
        return question
    return question if notice.text == question else f"{notice.text}. {question}"


def _local(question: LocalQuestion, inputs: BandInputs) -> BandProps:
    entry, notice = question.entry, inputs.notice
    tone = notice.tone if notice is not None else Tone.CALM
    shown = verdict = None
    if entry is not None:
        judge = entry.judge
        shown = EntryProps(entry.hint, entry.text, None, inputs.fills, judge is not None)
        verdict = judge(inputs.draft) if judge is not None else None
    return BandProps(
        sentence=_asked(question.text, notice),
        tone=tone,
        word=tone_word(tone),
        progress="",
        answers=_numbered(question.answers),
        entry=shown,
        dismiss=dismiss_label(),
        verdict=verdict,
    )


def _changed(bench: Bench, notice: Notice | None) -> BandProps:
    """What is different stands in large letters on the bench; here it is answered."""
    ends = any(map(ends_packing, bench.changes))
    told = Notice(
        change_text(bench.changes[0]) if ends else look_at_changes(),
        Tone.REFUSED if ends else Tone.ATTENTION,
    )
    if notice is not None and notice.tone is Tone.REFUSED:
        told = notice
    labels: tuple[str, ...] = (see_changes_label(),)
    if bench.boxes_elsewhere and bench.packing.may_keep_boxes:
        labels = (keep_boxes_label(), take_boxes_label())
    elif bench.boxes_elsewhere and bench.access is Access.PACK:
        labels = (take_boxes_label(),)
    return BandProps(told.text, told.tone, tone_word(told.tone), "", _numbered(labels))


def _grave(approval: Approval) -> BandProps:
    """Never an answer with a key that is merely pressed: it is held, or a supervisor scans."""
    match approval:
        case ApproveRemoval():
            offer = OfferProps(Offer.REMOVE, hold_to_remove())
        case ApproveCancel():
            offer = OfferProps(Offer.CANCEL, hold_to_cancel())
        case _:
            assert_never(approval)
    return BandProps(
        sentence=approval_text(approval),
        tone=Tone.ATTENTION,
        word=tone_word(Tone.ATTENTION),
        progress="",
        dismiss=go_back(),
        offer=offer,
    )


def _with_hand(props: BandProps, inputs: BandInputs) -> BandProps:
    """What may be typed, and what is offered about the last scan."""
    bench = inputs.bench
    if bench is None:
        return props
    entry = typed_entry(inputs)
    props = replace(props, entry=entry, offer=_offer(bench))
    if entry is None or entry.kind is None:
        return replace(props, type_code=type_code_label() if typed_kind(bench) else "")
    kind, text = entry.kind, typed_text(inputs, entry)
    return replace(
        props,
        dismiss=close_typing() if kind is CodeKind.CIS else "",
        typed=text,
        groups=groups_text(kind, text),
        verdict=typed_verdict(kind, text, bench.context),
        proposals=_numbered(tuple(country_label(code) for code in proposed_codes(inputs))),
    )


def _offer(bench: Bench) -> OfferProps | None:
    """What may be done about the last scan, which was not simply taken, or after a code."""
    if bench.doubt is not None:
        return OfferProps(Offer.TAKE_ANYWAY, take_anyway_label())
    if bench.teachable is not None:
        return OfferProps(Offer.TEACH, teach_label())
    if copy_source(bench.packing) is not None:
        return OfferProps(Offer.COPY, same_for_all_label())
    return None


def typed_kind(bench: Bench) -> CodeKind | None:
    """The kind of code that may be typed now."""
    return wanted_kind(bench.packing) if bench.access is Access.PACK else None


def typed_entry(inputs: BandInputs) -> EntryProps | None:
    """Countries, customs numbers and UINs are often on paper only; a CIS is typed on demand."""
    kind = typed_kind(inputs.bench) if inputs.bench is not None else None
    if kind is None or (kind is CodeKind.CIS and inputs.typing is Typing.ON_PAPER):
        return None
    return EntryProps(typed_hint(kind), "", kind, inputs.given)


def typed_text(inputs: BandInputs, entry: EntryProps) -> str:
    """What was typed into this very field."""
    typed = inputs.typed
    if typed is None or (typed.kind, typed.given) != (entry.kind, entry.given):
        return ""
    return typed.text


def proposed_codes(inputs: BandInputs) -> tuple[str, ...]:
    """The countries behind the proposals, in their order."""
    entry = typed_entry(inputs)
    if entry is None or entry.kind is not CodeKind.COUNTRY or inputs.bench is None:
        return ()
    return propose_countries(typed_text(inputs, entry), inputs.bench.context.countries)


def _person(bench: Bench | None) -> BandProps | None:
    """A submission that waits for this packer's word."""
    if bench is None:
        return None
    answers = person_answers(person_step(bench))
    if not answers:
        return None
    notice = submission_notice(bench.submission)
    labels = tuple(person_answer_label(answer) for answer in answers)
    return BandProps(notice.text, notice.tone, tone_word(notice.tone), "", _numbered(labels))


def person_step(bench: Bench) -> Next:
    """What comes next for the order on the bench."""
    return next_step(bench.submission)


def _numbered(labels: tuple[str, ...]) -> tuple[AnswerProps, ...]:
    return tuple(AnswerProps(number, label) for number, label in enumerate(labels, start=1))

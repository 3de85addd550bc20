"""What the band shows, derived from what is known."""

from dataclasses import dataclass, replace
from enum import Enum

from packdesk.domain.access import Access
from packdesk.domain.barcodes import wanted_kind
from packdesk.domain.submission import Next, next_step
from packdesk.station.errors import PackdeskError
from packdesk.station.reports import Bench
from packdesk.ui.band.local_question import LocalQuestion
from packdesk.ui.words.band import take_anyway_label, teach_label, typed_hint
from packdesk.ui.words.errors import error_notice
from packdesk.ui.words.guide import progress_text, what_to_do
from packdesk.ui.words.notice import Notice, Tone, tone_word
from packdesk.ui.words.questions import answer_labels, dismiss_label, question_text
from packdesk.ui.words.submission import person_answer_label, person_answers, submission_notice


@dataclass(frozen=True, slots=True)
class BandInputs:
    """``notice`` is the last answer while it is still told; ``stopped`` ends all packing."""

    bench: Bench | None = None
    notice: Notice | None = None
    local: LocalQuestion | None = None
    stopped: PackdeskError | None = None


@dataclass(frozen=True, slots=True)
class AnswerProps:
    """One answer: its number is also its key."""

    number: int
    label: str


@dataclass(frozen=True, slots=True)
class EntryProps:
    """A field for a free answer."""

    hint: str
    text: str


class Offer(Enum):
    """What the packer may do about the last scan, if it is meant."""

    TEACH = "teach the barcode"
    TAKE_ANYWAY = "take the doubtful code"


@dataclass(frozen=True, slots=True)
class OfferProps:
    """An offer and the words on its button."""

    offer: Offer
    label: str


@dataclass(frozen=True, slots=True)
class BandProps:
    """One sentence, how it is meant, how much is left, and the answers if it is a question.

    ``word`` says the tone without colour; ``dismiss`` is empty where a question must be answered.
    """

    sentence: str
    tone: Tone
    word: str
    progress: str
    answers: tuple[AnswerProps, ...] = ()
    entry: EntryProps | None = None
    dismiss: str = ""
    offer: OfferProps | None = None

    @property
    def asks(self) -> bool:
        """Whether a question is open."""
        return bool(self.answers) or bool(self.dismiss)


def derive_band_props(inputs: BandInputs) -> BandProps:
    """A stopped journal before all, then a question, then the last answer, then the guide."""
    bench, notice = inputs.bench, inputs.notice
    if inputs.stopped is not None:
        return _told(error_notice(inputs.stopped), "")
    tone = notice.tone if notice is not None else Tone.CALM
    if inputs.local is not None:
        return _local(inputs.local, tone)
    if bench is not None and bench.question is not None:
        labels = answer_labels(bench.question, bench.order)
        return BandProps(
            sentence=question_text(bench.question),
            tone=tone,
            word=tone_word(tone),
            progress="",
            answers=_numbered(labels),
            dismiss=dismiss_label(),
        )
    progress = progress_text(bench.packing) if bench is not None else ""
    if notice is not None and notice.tone in {Tone.REFUSED, Tone.ATTENTION}:
        return replace(_told(notice, progress), entry=_typed(bench), offer=_offer(bench))
    asked = _person(bench)
    if asked is not None:
        return asked
    guide = what_to_do(bench)
    entry = _typed(bench)
    if notice is not None and guide.tone is Tone.CALM:
        word = tone_word(notice.tone)
        return BandProps(guide.text, notice.tone, word, progress, entry=entry)
    return replace(_told(guide, progress), entry=entry, offer=_offer(bench))


def _told(notice: Notice, progress: str) -> BandProps:
    return BandProps(notice.text, notice.tone, tone_word(notice.tone), progress)


def _local(question: LocalQuestion, tone: Tone) -> BandProps:
    entry = question.entry
    return BandProps(
        sentence=question.text,
        tone=tone,
        word=tone_word(tone),
        progress="",
        answers=_numbered(question.answers),
        entry=None if entry is None else EntryProps(entry.hint, entry.text),
        dismiss=dismiss_label(),
    )


def _offer(bench: Bench | None) -> OfferProps | None:
    """What may be done about the last scan, which was not simply taken."""
    if bench is None:
        return None
    if bench.doubt is not None:
        return OfferProps(Offer.TAKE_ANYWAY, take_anyway_label())
    if bench.teachable is not None:
        return OfferProps(Offer.TEACH, teach_label())
    return None


def _typed(bench: Bench | None) -> EntryProps | None:
    """Countries, and the numbers of customs, are often on paper only: they may be typed."""
    if bench is None or bench.access is not Access.PACK:
        return None
    kind = wanted_kind(bench.packing)
    hint = typed_hint(kind) if kind is not None else ""
    return EntryProps(hint, "") if hint else None


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

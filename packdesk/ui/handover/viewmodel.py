"""The page of the hand-over: which section is open, where scans go, and what the band says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import assert_never

from PySide6.QtCore import QObject, Signal

from packdesk.domain.handover_refusals import BuyerCancels
from packdesk.station.handover_reports import (
    BatchKept,
    BatchProgress,
    BatchStopped,
    HandoverAnswer,
    HandoverAsked,
    HandoverMoved,
    HandoverReport,
    HandoverState,
    HeldTrack,
    LetGo,
    ServicesTrouble,
    TableChecked,
    TableMisfits,
    TableRefused,
)
from packdesk.station.reports import JournalStopped
from packdesk.ui.handover.ports import HandoverIntents, Voice
from packdesk.ui.handover.sections import SectionName
from packdesk.ui.handover.status_viewmodel import StatusViewModel
from packdesk.ui.handover.table_viewmodel import TableViewModel
from packdesk.ui.handover.tracks_viewmodel import TracksViewModel
from packdesk.ui.words import handover as words
from packdesk.ui.words.errors import error_notice
from packdesk.ui.words.handover_status import no_order_there
from packdesk.ui.words.notice import Notice, Tone

ScanTaker = Callable[[str], bool]
"""Whether a section of another screen has taken a scan."""


@dataclass(frozen=True, slots=True)
class SectionProps:
    """A section as its toggle shows it."""

    section: SectionName
    label: str
    key: str
    hint: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class HandoverProps:
    """The page."""

    name: str
    sections: tuple[SectionProps, ...]
    current: SectionName


@dataclass(frozen=True, slots=True)
class HandoverInputs:
    """``guides`` are what the sections of other screens say is to be done."""

    sections: tuple[SectionName, ...]
    current: SectionName
    is_shown: bool = False
    guides: Mapping[SectionName, Notice] = field(default_factory=lambda: MappingProxyType({}))


def derive_handover_props(inputs: HandoverInputs) -> HandoverProps:
    """The page as it looks now."""
    return HandoverProps(
        words.page_name(),
        tuple(
            SectionProps(
                one,
                words.section_label(one),
                one.key,
                words.section_hint(one),
                one is inputs.current,
            )
            for one in inputs.sections
        ),
        inputs.current,
    )


class HandoverViewModel(QObject):
    """GUI thread.

    Signals:
        props_changed: `HandoverProps`.
    """

    props_changed = Signal(object)

    def __init__(
        self,
        intents: HandoverIntents,
        voice: Voice,
        now: Callable[[], datetime],
        sections: tuple[SectionName, ...] = tuple(SectionName),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._intents = intents
        self._voice = voice
        self.tracks = TracksViewModel(intents, now, self)
        self.table = TableViewModel(intents, self)
        self.status = StatusViewModel(intents, now, self)
        self._takers: dict[SectionName, ScanTaker] = {}
        self._inputs = HandoverInputs(sections, sections[0])
        self._props = derive_handover_props(self._inputs)
        for part in (self.tracks, self.table, self.status):
            part.props_changed.connect(self._speak)
        self.table.told.connect(voice.tell)

    @property
    def props(self) -> HandoverProps:
        return self._props

    def take(self, report: HandoverReport) -> None:
        """Be told what the hand-over desk tells."""
        match report:
            case HandoverAnswer(_, _, state):
                self._show(state)
                self._answered(report)
            case HandoverMoved(state):
                self._show(state)
            case ServicesTrouble():
                if self._inputs.is_shown:
                    self._voice.tell(Notice(words.services_trouble(), Tone.ATTENTION))
            case BatchProgress() | BatchKept() | BatchStopped():
                self.table.take(report)
            case TableChecked() | TableRefused() | TableMisfits():
                self.table.take(report)
            case JournalStopped(error):
                self._voice.tell(error_notice(error))
            case _:
                assert_never(report)

    def entered(self) -> None:
        """The page is shown: the band speaks for it."""
        self._inputs = replace(self._inputs, is_shown=True)
        self._speak()

    def left(self) -> None:
        """Another page is shown."""
        self._inputs = replace(self._inputs, is_shown=False)
        self._voice.calm_down()
        self._voice.speak_for(None)

    def show_section(self, section: SectionName) -> None:
        """Open a section; one that is not there is passed over."""
        before = self._inputs.current
        if section not in self._inputs.sections or section is before:
            return
        state = self.tracks.state
        # An order whose status was looked at is no parcel that waits for its track number.
        is_left = before is SectionName.STATUS and state.parcel is not None
        is_half = section is SectionName.STATUS and (
            state.question is not None or state.held is not None
        )
        if is_left or is_half:
            self._intents.drop()
        # What one section was told is nothing to the next one.
        self._voice.calm_down()
        self._change(replace(self._inputs, current=section))

    def guide_section(self, section: SectionName, guide: Notice) -> None:
        """What the band says while a section of another screen is open."""
        guides = MappingProxyType({**self._inputs.guides, section: guide})
        self._change(replace(self._inputs, guides=guides))

    def give_scans(self, section: SectionName, taker: ScanTaker) -> None:
        """Scans go there first while this section is open."""
        self._takers[section] = taker

    def take_scan(self, text: str) -> bool:
        """Whether this scan was for the hand-over; if so it must go no further."""
        current = self._inputs.current
        if not self._inputs.is_shown:
            return False
        if current in self._takers:
            return self._takers[current](text)
        if current in {SectionName.SHIPMENTS, SectionName.COURIER}:
            return False
        if current is SectionName.STATUS:
            self.status.scan(text)
        else:
            # What a scan does must be seen, whichever section was open.
            self.show_section(SectionName.TRACKS)
            self._intents.scan(text)
        return True

    def tick(self) -> None:
        """Time has gone on: another day begins another count."""
        self.tracks.retranslate()
        self.status.retranslate()

    def retranslate(self) -> None:
        """The language has changed."""
        for part in (self.tracks, self.table, self.status):
            part.retranslate()
        self._change(self._inputs)

    def _answered(self, answer: HandoverAnswer) -> None:
        is_status = self._inputs.current is SectionName.STATUS
        match answer.told:
            case HandoverAsked(BuyerCancels()) if is_status:
                # To look at an order is not to hand it over.
                self._intents.answer(1)
            case HeldTrack(track) if is_status:
                self._intents.drop()
                self._voice.tell(Notice(no_order_there(track.text), Tone.REFUSED))
            case LetGo() if is_status:
                pass
            case told:
                self._voice.tell(words.told_notice(told))

    def _show(self, state: HandoverState) -> None:
        for part in (self.tracks, self.table, self.status):
            part.show(state)

    def _guide(self) -> Notice:
        match self._inputs.current:
            case SectionName.TRACKS:
                return self.tracks.props.guide
            case SectionName.TABLE:
                return self.table.props.guide
            case SectionName.STATUS:
                return self.status.props.guide
            case SectionName.SHIPMENTS | SectionName.COURIER as other:
                return self._inputs.guides.get(other, Notice(words.section_label(other), Tone.CALM))
            case _ as impossible:
                assert_never(impossible)

    def _speak(self) -> None:
        if self._inputs.is_shown:
            self._voice.speak_for(self._guide())

    def _change(self, inputs: HandoverInputs) -> None:
        self._inputs = inputs
        self._speak()
        props = derive_handover_props(inputs)
        if props != self._props:
            self._props = props
            self.props_changed.emit(props)

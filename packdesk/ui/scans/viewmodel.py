"""The last ten answers, newest first."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from packdesk.station.reports import Answer, CommandForWindow, Report
from packdesk.ui.words.notice import Tone, tone_word
from packdesk.ui.words.told import answer_notice

KEPT = 10


@dataclass(frozen=True, slots=True)
class ScanProps:
    """One answer; ``word`` says the tone without the icon."""

    tone: Tone
    word: str
    time: str
    text: str


ScansProps = tuple[ScanProps, ...]


def derive_scans_props(answers: tuple[Answer, ...]) -> ScansProps:
    """What the strip shows of these answers, given newest first."""
    props = []
    for answer in answers:
        notice = answer_notice(answer)
        at = answer.at.astimezone().strftime("%H:%M:%S")
        props.append(ScanProps(notice.tone, tone_word(notice.tone), at, notice.text))
    return tuple(props)


class ScansViewModel(QObject):
    """GUI thread.

    Signals:
        props_changed: A tuple of `ScanProps`, newest first.
    """

    props_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answers: tuple[Answer, ...] = ()
        self._props: ScansProps = ()
        self._told = 0

    @property
    def told(self) -> int:
        """How many answers there have been since the start."""
        return self._told

    @property
    def props(self) -> ScansProps:
        return self._props

    def take(self, report: Report) -> None:
        """Keep an answer; what only changes the screen is no answer."""
        if isinstance(report, Answer) and not isinstance(report.told, CommandForWindow):
            self._answers = (report, *self._answers)[:KEPT]
            self._told += 1
            self.retranslate()

    def retranslate(self) -> None:
        """Derive the texts anew."""
        self._props = derive_scans_props(self._answers)
        self.props_changed.emit(self._props)

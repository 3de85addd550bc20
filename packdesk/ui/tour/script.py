"""The tour's script: what is done in which order, as steps that wait for what is shown."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QElapsedTimer, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from packdesk.ui.tour.day import Piece, TourOrder
from packdesk.ui.tour.report import Judge, Line, judged
from packdesk.ui.tour.sight import Sight
from packdesk.ui.words import tour as words

VERDICTS_MS = 240_000
"""The Market takes its time over codes; asked for 3, 6, 12, 24 and then 60 seconds apart."""
LOOK_AGAIN_MS = 700


@dataclass(frozen=True, slots=True)
class Until:
    """Go on when ``is_so``; ``what`` says what was waited for, if in vain."""

    what: str
    is_so: Callable[[], bool]


class Fingers(Protocol):
    """Presses keys as a scanner and as a person do."""

    def scan(self, window: QWindow, text: str) -> None:
        """Type a whole scan with Enter behind it."""

    def press(
        self,
        window: QWindow,
        key: Qt.Key,
        text: str = "",
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press one key."""


@dataclass(slots=True)
class Script:
    """Packs the orders; ``lines`` fills as the Market's answers are judged."""

    window: QWidget
    orders: tuple[TourOrder, ...]
    fingers: Fingers
    judge: Judge
    tell: Callable[[str], None]
    pictures: Path | None
    lines: list[Line] = field(default_factory=list)
    _told: dict[str, str] = field(default_factory=dict)
    _took: dict[str, float] = field(default_factory=dict)
    _packed: dict[str, tuple[Piece, ...]] = field(default_factory=dict)

    @property
    def sight(self) -> Sight:
        """What is to be seen now."""
        return Sight(self.window)

    def steps(self) -> Iterator[Until]:
        """All of it."""
        yield Until("the queue", lambda: self.sight.cards > 0)
        self._picture("queue")
        for place, order in enumerate(self.orders):
            clock = QElapsedTimer()
            clock.start()
            self.tell(words.opening(order.number, order.program))
            yield from self._open(order, by_mouse=place == 0)
            if order.is_packable:
                yield from self._pack(order, order.pieces)
            self._took[order.number] = clock.elapsed() / 1000
        yield from self._see_all_done()
        for order in self.orders:
            packed = self._packed.get(order.number, ())
            at_market = self.judge(order.number)
            self.lines.append(
                judged(
                    order,
                    packed,
                    at_market,
                    self._told.get(order.number, ""),
                    self._took[order.number],
                )
            )

    def _open(self, order: TourOrder, *, by_mouse: bool = False) -> Iterator[Until]:
        before = self.sight.answers
        place = self.sight.card_place(order.number) if by_mouse else None
        if place is not None:
            self._click(place)
        else:
            self.fingers.scan(self.sight.handle, order.number)
        yield Until(f"an answer about {order.number}", lambda: self.sight.answers > before)
        self._told[order.number] = self.sight.last_scan
        self.tell(words.looking(self.sight.last_scan))
        if order.is_packable:
            yield Until(f"order {order.number}", lambda: order.number in self.sight.order)
        self._picture(f"open-{order.number}")

    def _pack(self, order: TourOrder, pieces: tuple[Piece, ...]) -> Iterator[Until]:
        for piece in pieces:
            if piece.scan_first:
                yield from self._scan(piece.ean, piece)
            for mark in piece.marks:
                yield from self._scan(mark, piece)
            if piece.country:
                yield from self._type_country(piece.country)
        self._packed[order.number] = self._packed.get(order.number, ()) + pieces
        self._picture(f"packed-{order.number}")

    def _scan(self, text: str, piece: Piece) -> Iterator[Until]:
        before = self.sight.answers
        self.fingers.scan(self.sight.handle, text)
        yield Until(f"an answer to {piece.name}", lambda: self.sight.answers > before)
        self.tell(words.scanning(piece.name, self.sight.last_scan))
        choices = tuple(self.sight.choices())
        if choices:
            self._picture(f"question-{piece.item}")
            yield from self._answer(choices, piece)

    def _answer(self, choices: tuple[str, ...], piece: Piece) -> Iterator[Until]:
        """The answer that names the good in hand, else the first, which is what is proposed."""
        fitting = (n for n, choice in enumerate(choices) if piece.name in choice)
        number = next(fitting, 0)
        question, before = self.sight.sentence, self.sight.answers
        key = Qt.Key(Qt.Key.Key_1 + number)
        self.fingers.press(self.sight.handle, key, str(number + 1))
        yield Until(
            f"an answer to {question}",
            lambda: self.sight.answers > before or not tuple(self.sight.choices()),
        )
        self.tell(words.answering(question, choices[number]))

    def _type_country(self, country: str) -> Iterator[Until]:
        yield Until("the field for the country", lambda: self.sight.entry is not None)
        before = self.sight.answers
        self._picture("country")
        for letter in country:
            self.fingers.press(self.sight.handle, Qt.Key(ord(letter)), letter)
        # Typed keys are held for a moment by the filter that tells them from a scan.
        entry = self.sight.entry
        yield Until("the typed country", lambda: entry is None or entry.text() == country)
        self.fingers.press(self.sight.handle, Qt.Key.Key_Return, "\r")
        yield Until(f"an answer to {country}", lambda: self.sight.answers > before)
        self.tell(words.scanning(country, self.sight.last_scan))

    def _see_all_done(self) -> Iterator[Until]:
        """Look at each order again until the Market has had its last word on all."""
        left = [order for order in self.orders if order.is_packable]
        since = QElapsedTimer()
        since.start()
        while left and since.elapsed() < VERDICTS_MS:
            for order in tuple(left):
                yield from self._open(order)
                match self.sight.submission:
                    case "complete":
                        left.remove(order)
                    case "attention" if (
                        order.spares and order.spares[0] not in self._packed[order.number]
                    ):
                        yield from self._replace(order)
                    case _:
                        pass
            pause = QElapsedTimer()
            pause.start()
            yield Until("the Market", lambda: pause.hasExpired(LOOK_AGAIN_MS))  # noqa: B023 - asked at once

    def _replace(self, order: TourOrder) -> Iterator[Until]:
        """The Market refused a code: scan the piece from the shelf in its place."""
        self.tell(words.replacing(self.sight.submission_text))
        self._picture(f"refused-{order.number}")
        before = self.judge(order.number).codes
        packed = self._packed[order.number]
        yield from self._pack(order, order.spares)
        yield Until("the new layout", lambda: self.judge(order.number).codes != before)
        gone = before - self.judge(order.number).codes
        kept = tuple(piece for piece in packed if not gone & set(piece.marks))
        self._packed[order.number] = kept + order.spares

    def _click(self, place: QPoint) -> None:
        at = QPointF(place)
        for kind, buttons in (
            (QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton),
            (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
        ):
            event = QMouseEvent(
                kind,
                at,
                self.window.mapToGlobal(at),
                Qt.MouseButton.LeftButton,
                buttons,
                Qt.KeyboardModifier.NoModifier,
            )
            QApplication.sendEvent(self.sight.handle, event)

    def _picture(self, name: str) -> None:
        if self.pictures is not None:
            self.window.grab().save(str(self.pictures / f"{name}.png"))

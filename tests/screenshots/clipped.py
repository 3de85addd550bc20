"""Finds text that does not fit its place: what a person would see cut off."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionFrame,
    QWidget,
)

from packdesk.ui.band.view import BandView
from packdesk.ui.bench.hint_label import HintLabel
from packdesk.ui.bench.name_label import NameLabel
from packdesk.ui.bench.painted import CodeDots
from packdesk.ui.elided import ElidedLabel
from packdesk.ui.queue.card_list import CardList
from packdesk.ui.sentence import ShortenedLabel
from packdesk.ui.theme import Theme
from tests.screenshots.cut_cards import cut_texts

FREE = 10_000
LINE_MARGIN = 2
"""What a QLineEdit keeps free beside its text (QLineEditPrivate::horizontalMargin)."""


@dataclass(frozen=True, slots=True)
class Offence:
    """A text that is cut, by the widget's objectName (or its class and its parent's name)."""

    name: str
    text: str
    why: str


def offences(window: QWidget, theme: Theme) -> tuple[Offence, ...]:
    """All that is cut in a shown window."""
    return tuple(_found(window, theme))


def _found(window: QWidget, theme: Theme) -> Iterator[Offence]:
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        yield from (Offence(_name(widget), text, why) for text, why in _cut(widget))
        yield from (
            Offence(_name(widget), text, "is covered by its parent's edge")
            for text in _texts(widget)
            if not _lies_inside(widget)
        )
        if isinstance(widget, CardList):
            yield from (
                Offence(widget.objectName(), text, "is cut in a card")
                for text in cut_texts(widget, theme)
            )
    yield from _overlaps(window)
    yield from _half_covered(window)


def _name(widget: QWidget) -> str:
    parent: QWidget | None = widget
    while parent is not None and not parent.objectName():
        parent = parent.parentWidget()
    inside = parent.objectName() if parent is not None else ""
    return inside if parent is widget else f"{type(widget).__name__} in {inside}"


def _texts(widget: QWidget) -> tuple[str, ...]:
    match widget:
        case QLabel() | QAbstractButton():
            return (widget.text(),) if widget.text() else ()
        case _:
            return ()


def _cut(widget: QWidget) -> Iterator[tuple[str, str]]:
    match widget:
        case ElidedLabel():
            yield from _elided(widget)
        case NameLabel():
            yield from _name_lines(widget)
        case ShortenedLabel() if widget.text().endswith("…") and _is_told(widget):
            pass
        case QLabel() if widget.text():
            if not _holds(widget.contentsRect().size(), _label_needs(widget)):
                yield widget.text(), f"needs {_told(_label_needs(widget))}, has {_told_of(widget)}"
        case QPushButton() if widget.text():
            room, needed = _button_room(widget), _button_needs(widget)
            if needed > room:
                yield widget.text(), f"needs {needed} wide, has {room}"
        case QLineEdit() if widget.placeholderText() and not widget.text():
            room = _line_room(widget)
            needed = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
            if needed > room:
                yield widget.placeholderText(), f"needs {needed} wide, has {room}"
        case CodeDots():
            if widget.sizeHint().width() > widget.width():
                yield f"{len(widget.dots)} dots", "do not fit"
        case _:
            pass


def _is_told(label: ShortenedLabel) -> bool:
    """Whether its button tells the whole of what it has cut."""
    button, shown = label.parentWidget(), label.text().removesuffix("…")
    return (
        button is not None
        and button.toolTip().startswith(shown)
        and shown in button.accessibleName()
    )


def _elided(label: ElidedLabel) -> Iterator[tuple[str, str]]:
    """Scans and SKUs may be cut, but never silently; any other line must be whole."""
    if label.fontMetrics().height() > label.height():
        yield label.whole, "is too high"
    if label.text() == label.whole:
        return
    may_be_cut = label.objectName().startswith(("scan", "itemOffer"))
    if not may_be_cut or label.toolTip() != label.whole:
        yield label.whole, f"is cut to {label.text()!r}"


def _name_lines(label: NameLabel) -> Iterator[tuple[str, str]]:
    """A good's name may be cut where the whole of it is told otherwise."""
    lines = label.shown_lines()
    if label.fontMetrics().height() * len(lines) > label.height() + 1:
        yield label.text(), "is too high"
    shown = "".join("".join(lines).split())
    whole = "".join(label.text().split())
    if shown != whole and (label.toolTip() != label.text() or label.accessibleName() == ""):
        yield label.text(), "is cut and told nowhere"


def _label_needs(label: QLabel) -> QSize:
    metrics = QFontMetrics(label.font())
    if not label.wordWrap():
        return QSize(metrics.size(0, label.text()).width(), _ink_height(metrics, label.text()))
    room = QRect(0, 0, label.contentsRect().width(), FREE)
    return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, label.text()).size()


def _ink_height(metrics: QFontMetrics, text: str) -> int:
    """How high a place must be that a line in its middle keeps all its ink."""
    ink = metrics.tightBoundingRect(text)
    middle = metrics.height() / 2
    above = middle - (metrics.ascent() + ink.top())
    below = metrics.ascent() + ink.bottom() - middle
    return round(2 * max(above, below))


def _holds(room: QSize, needed: QSize) -> bool:
    return needed.width() <= room.width() and needed.height() <= room.height()


def _told(size: QSize) -> str:
    return f"{size.width()}x{size.height()}"


def _told_of(widget: QWidget) -> str:
    return _told(widget.contentsRect().size())


def _button_needs(button: QPushButton) -> int:
    text = button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, button.text()).width()
    return text if button.icon().isNull() else text + 4 + button.iconSize().width()


def _button_room(button: QPushButton) -> int:
    option = QStyleOptionButton()
    button.initStyleOption(option)
    element = QStyle.SubElement.SE_PushButtonContents
    return button.style().subElementRect(element, option, button).width()


def _line_room(line: QLineEdit) -> int:
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    element = QStyle.SubElement.SE_LineEditContents
    room = line.style().subElementRect(element, option, line).width()
    icons = [one.geometry() for one in line.findChildren(QAbstractButton) if one.isVisibleTo(line)]
    return room - 2 * LINE_MARGIN - sum(icon.width() + LINE_MARGIN for icon in icons)


def _lies_inside(widget: QWidget) -> bool:
    """Whether no edge cuts it; what is scrolled out of sight can be scrolled back."""
    inner = widget
    parent = widget.parentWidget()
    while parent is not None and not isinstance(inner, QAbstractScrollArea):
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            return parent.rect().left() <= _in(widget, parent).left() and (
                _in(widget, parent).right() <= parent.rect().right()
            )
        if not parent.rect().contains(_in(widget, parent)):
            return False
        if parent.isWindow():
            return True
        inner, parent = parent, parent.parentWidget()
    return True


def _in(widget: QWidget, parent: QWidget) -> QRect:
    return QRect(widget.mapTo(parent, widget.rect().topLeft()), widget.size())


def _overlaps(window: QWidget) -> Iterator[Offence]:
    """Texts of one parent that lie upon each other; a hint lies over things on purpose."""
    parents = {id(one.parentWidget()): one.parentWidget() for one in window.findChildren(QLabel)}
    for parent in parents.values():
        labels = [
            one
            for one in (parent.children() if parent is not None else ())
            if isinstance(one, QLabel) and one.isVisible() and one.text()
        ]
        labels = [one for one in labels if not isinstance(one, HintLabel)]
        for place, one in enumerate(labels):
            for other in labels[place + 1 :]:
                if one.geometry().intersects(other.geometry()):
                    yield Offence(_name(one), one.text(), f"lies upon {other.text()!r}")


def _half_covered(window: QWidget) -> Iterator[Offence]:
    """A question may lie over whole things, but cuts none in two."""
    band = window.findChild(BandView)
    if band is None:
        return
    covered = _in(band, window)
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not _texts(widget) or band.isAncestorOf(widget):
            continue
        place = _unscrolled(widget, window)
        if covered.intersects(place) and not covered.contains(place):
            yield Offence(_name(widget), _texts(widget)[0], "is half covered by the band")


def _unscrolled(widget: QWidget, window: QWidget) -> QRect:
    """The place in the window without what is scrolled out of sight."""
    place, parent = _in(widget, window), widget.parentWidget()
    while parent is not None and not parent.isWindow():
        place &= _in(parent, window)
        parent = parent.parentWidget()
    return place

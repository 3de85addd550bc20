"""The codes of an item: for each kind its mark and a dot per unit, or a tally."""

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from packdesk.ui.bench.painted import CodeDots
from packdesk.ui.bench.props import CodesProps
from packdesk.ui.theme import Theme, put
from packdesk.ui.tokens import Space


@dataclass(frozen=True, slots=True)
class _Kind:
    mark: QLabel
    dots: CodeDots
    tally: QLabel

    def show(self, props: CodesProps | None) -> None:
        self.mark.setVisible(props is not None)
        self.dots.setVisible(props is not None and props.tally is None)
        self.tally.setVisible(props is not None and props.tally is not None)
        if props is None:
            return
        self.mark.setText(props.mark)
        self.dots.show_dots(props.dots)
        self.dots.setAccessibleName(props.spoken)
        if props.tally is not None:
            put(self.tally, "tone", props.tally.tone.value)
            self.tally.setText(props.tally.text)


class CodesView(QWidget):
    """Kinds side by side; widgets are made once and used again."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kinds: list[_Kind] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.HAIR)
        self._row.addStretch()

    def show_codes(self, codes: tuple[CodesProps, ...]) -> None:
        while len(self._kinds) < len(codes):
            self._kinds.append(self._make())
        for place, kind in enumerate(self._kinds):
            kind.show(codes[place] if place < len(codes) else None)
        self.setVisible(bool(codes))

    def _make(self) -> _Kind:
        mark, tally = QLabel(self), QLabel(self)
        mark.setProperty("role", "quiet")
        tally.setProperty("role", "strong")
        dots = CodeDots(self._theme, self)
        for widget in (mark, dots, tally):
            self._row.insertWidget(self._row.count() - 1, widget)
        return _Kind(mark, dots, tally)

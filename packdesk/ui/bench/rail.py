"""The action rail: what can be done, each with its key; "Finish" stands apart."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from packdesk.ui.bench.ink_label import Ink, InkLabel
from packdesk.ui.bench.props import ActionProps
from packdesk.ui.bench.viewmodel import BenchViewModel
from packdesk.ui.theme import Density, Theme, put
from packdesk.ui.tokens import Space, TypeSize
from packdesk.ui.words.bench import BenchAction

_NAMES = {
    BenchAction.UNDO: "actionUndo",
    BenchAction.NEW_BOX: "actionNewBox",
    BenchAction.SPLIT: "actionSplit",
    BenchAction.MAKE_WHOLE: "actionSplit",
    BenchAction.PACK: "actionPack",
    BenchAction.CHOOSE_BOX: "actionPack",
    BenchAction.PACK_NEW: "actionPackNew",
    BenchAction.TAKE_OUT: "actionTakeOut",
    BenchAction.PROBLEM: "actionProblem",
    BenchAction.COPY_CODES: "actionCopyCodes",
    BenchAction.FINISH: "actionFinish",
}


NARROWEST, WIDE_FINISH = 84, 220


class RailButton(QPushButton):
    """The words above, the key below."""

    def __init__(
        self,
        action: BenchAction,
        viewmodel: BenchViewModel,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._theme = theme
        self._action = action
        self._shown: ActionProps | None = None
        size = TypeSize.NAME if action is BenchAction.FINISH else TypeSize.BODY
        self._words = InkLabel(theme, size, self)
        self._key = InkLabel(theme, TypeSize.BODY, self, bold=False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.TIGHT, Space.HAIR, Space.TIGHT, Space.HAIR)
        self._column.setSpacing(0)
        self._column.addStretch()
        for label in (self._words, self._key):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._column.addWidget(label)
        self._column.addStretch()
        self.clicked.connect(self._act)

    def render_props(self, props: ActionProps) -> None:
        if props == self._shown:
            return
        self._shown = props
        self._action = props.action
        self.setObjectName(_NAMES[props.action])
        self.setEnabled(props.is_enabled)
        self.setVisible(props.is_shown)
        self.setAccessibleName(f"{props.text} ({props.key})")
        self._words.setText(props.text)
        self._key.setText(props.key)
        put(self, "kind", "primary" if props.is_primary else "rail")
        loud, soft = (Ink.ON_ACCENT, Ink.ON_ACCENT) if props.is_primary else (Ink.TEXT, Ink.QUIET)
        if props.action is BenchAction.FINISH:
            big = TypeSize.TITLE if props.is_primary else TypeSize.NAME
            self._words.setFont(self._theme.font(big, bold=True))
        self._words.dip(loud if props.is_enabled else Ink.QUIET)
        self._key.dip(soft)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        is_finish = self._action is BenchAction.FINISH
        return self.minimumSizeHint().expandedTo(QSize(WIDE_FINISH if is_finish else 0, 0))

    @override
    def minimumSizeHint(self) -> QSize:
        return (self._column.sizeHint() + QSize(2, 2)).expandedTo(QSize(NARROWEST, 0))

    def _act(self) -> None:
        self._viewmodel.act(self._action)


class ActionRail(QFrame):
    """The buttons always keep their places."""

    def __init__(
        self, viewmodel: BenchViewModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._theme = theme
        self.setObjectName("actionRail")
        self.setProperty("card", "rail")
        self._buttons: list[RailButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(Space.BASE, Space.HAIR, Space.BASE, Space.HAIR)
        self._row.setSpacing(Space.TIGHT)

    def set_density(self, density: Density) -> None:
        self.setFixedHeight(density.rail)

    def render_props(self, actions: tuple[ActionProps, ...]) -> None:
        while len(self._buttons) < len(actions):
            self._add(actions[len(self._buttons)])
        for props, button in zip(actions, self._buttons, strict=True):
            button.render_props(props)

    def _add(self, props: ActionProps) -> None:
        button = RailButton(props.action, self._viewmodel, self._theme, self)
        if props.action is BenchAction.FINISH:
            self._row.addStretch(1)
        self._buttons.append(button)
        self._row.addWidget(button)

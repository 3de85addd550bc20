"""One card of Setup: what it is about, how that stands, what can be done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from packdesk.ui.icons import picture
from packdesk.ui.setup.props import CardProps, Row
from packdesk.ui.setup.rows import ActButton, KeyRowView, RowWidget, make_row, shape_of, show_row
from packdesk.ui.setup.viewmodel import SetupViewModel
from packdesk.ui.theme import Theme, restyle
from packdesk.ui.tokens import Space
from packdesk.ui.tones import TONE_SIGNS, tone_colour
from packdesk.ui.words.notice import Notice, Tone

ICON, TONE_ICON = 32, 20


class CardView(QFrame):
    """Renders `CardProps`; rows are made anew only where their shape is another."""

    def __init__(
        self,
        props: CardProps,
        key: str,
        viewmodel: SetupViewModel,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self._theme = theme
        self._props = props
        self._rows: list[RowWidget] = []
        self._shapes: list[tuple[object, ...]] = []
        self._button: ActButton | None = None
        self.setObjectName(props.name.value)
        self.setProperty("card", "plain")
        self._icon = QLabel(self)
        self._icon.setFixedSize(ICON, ICON)
        self._title = QLabel(self)
        self._title.setProperty("role", "name")
        self._key = QLabel(key, self)
        self._key.setProperty("role", "quiet")
        self._tone = QLabel(self)
        self._tone.setFixedWidth(TONE_ICON)
        self._state = QLabel(self)
        self._state.setObjectName(f"{props.name.value}State")
        self._state.setProperty("role", "body")
        self._state.setWordWrap(True)
        self._details = QLabel(self)
        self._details.setObjectName(f"{props.name.value}Details")
        self._details.setProperty("role", "quiet")
        self._details.setWordWrap(True)
        for label in (self._title, self._state, self._details):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        theme.changed.connect(self._dress)

    def _lay_out(self) -> None:
        state = QHBoxLayout()
        state.setSpacing(Space.TIGHT)
        state.addWidget(self._tone, 0, Qt.AlignmentFlag.AlignTop)
        state.addWidget(self._state, 1)
        title = QHBoxLayout()
        title.setSpacing(Space.SNUG)
        title.addWidget(self._title)
        title.addWidget(self._key)
        title.addStretch(1)
        told = QVBoxLayout()
        told.setSpacing(Space.HAIR)
        told.addLayout(title)
        told.addLayout(state)
        told.addWidget(self._details)
        self._head = QHBoxLayout()
        self._head.setSpacing(Space.BASE)
        self._head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addLayout(told, 1)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(ICON + Space.BASE, 0, 0, 0)
        self._body.setSpacing(Space.TIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.BASE, Space.SNUG, Space.BASE, Space.SNUG)
        column.setSpacing(Space.SNUG)
        column.addLayout(self._head)
        column.addLayout(self._body)

    @property
    def key_field(self) -> QWidget | None:
        """Where a key is to be pasted, if one is wanted."""
        fields = (row.field for row in self._rows if isinstance(row, KeyRowView))
        return next(fields, None)

    def take_keyboard(self) -> None:
        """Its key was pressed: the one action, or the first thing that can be set, has the focus."""
        controls = [one for row in self._rows for one in row.findChildren(QWidget)]
        if self._button is not None:
            controls.insert(0, self._button)
        for control in controls:
            can_focus = control.focusPolicy() & Qt.FocusPolicy.TabFocus
            if can_focus and control.isVisible() and control.isEnabled():
                control.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def show_card(self, props: CardProps) -> None:
        """Show this state of the card."""
        self._props = props
        look = "here" if props.is_next else "plain"
        if self.property("card") != look:
            self.setProperty("card", look)
            restyle(self)
        self._title.setText(props.title)
        self._show_notice(props.notice)
        self._details.setText("\n".join(props.details))
        self._details.setVisible(bool(props.details))
        self.setAccessibleName(props.title)
        self.setAccessibleDescription(". ".join((props.notice.text, *props.details)))
        self._show_button(props)
        self._show_rows(props.rows)
        self._icon.setPixmap(
            picture(props.sign, self._theme.tokens.accent, ICON, self.devicePixelRatioF())
        )

    def _dress(self) -> None:
        self.show_card(self._props)

    def _show_notice(self, notice: Notice) -> None:
        self._state.setText(notice.text)
        self._tone.setVisible(notice.tone is not Tone.CALM)
        colour = tone_colour(notice.tone, self._theme.tokens)
        sign = TONE_SIGNS[notice.tone]
        self._tone.setPixmap(picture(sign, colour, TONE_ICON, self.devicePixelRatioF()))
        if self._state.property("tone") != notice.tone.value:
            self._state.setProperty("tone", notice.tone.value)
            restyle(self._state)

    def _show_button(self, props: CardProps) -> None:
        """The one action; a button of another act takes the place of the last one."""
        wanted = props.button
        stays = self._button is not None and wanted is not None and self._button.does(wanted)
        if self._button is not None and not stays:
            self._head.removeWidget(self._button)
            self._button.hide()
            self._button.deleteLater()
            self._button = None
        if wanted is None:
            return
        if self._button is None:
            self._button = ActButton(wanted, self._viewmodel, self)
            self._head.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        self._button.show_button(wanted)

    def _show_rows(self, rows: tuple[Row, ...]) -> None:
        shapes = [shape_of(row) for row in rows]
        same = 0
        while same < min(len(shapes), len(self._shapes)) and shapes[same] == self._shapes[same]:
            same += 1
        for widget in self._rows[same:]:
            self._body.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        del self._rows[same:]
        for row in rows[same:]:
            made = make_row(row, self._viewmodel, self._theme, self)
            self._body.addWidget(made)
            self._rows.append(made)
        self._shapes = shapes
        for widget, row in zip(self._rows, rows, strict=True):
            show_row(widget, row)

"""The rows of a card, each a widget that can be shown another state of the same row."""

from typing import assert_never

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from packdesk.ui.icons import Sign, icon
from packdesk.ui.setup.choices import Act
from packdesk.ui.setup.props import (
    Button,
    ButtonRow,
    ChoiceRow,
    KeyRow,
    Row,
    ShopRow,
    StepRow,
    TextRow,
)
from packdesk.ui.setup.viewmodel import SetupViewModel
from packdesk.ui.theme import Theme, restyle
from packdesk.ui.tokens import Space, TypeSize
from packdesk.ui.words.band import enter_key

LABEL_WIDTH = 300
LONGEST_NAME = 60
LEAST_NAME = 220
TICK = 16


class RowView(QWidget):
    """What all rows share: a label in a column of its own, then what is done with it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._label = QLabel(self)
        self._label.setFixedWidth(LABEL_WIDTH)
        self._label.setWordWrap(True)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(Space.TIGHT)
        self._line.addWidget(self._label)

    def _show_label(self, text: str) -> None:
        self._label.setText(text)
        self._label.setVisible(bool(text))


class Toggle(QPushButton):
    """As wide when it is off as when it is on, bold and with its tick: nothing moves."""

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName(name)
        self.setProperty("kind", "toggle")
        self.setCheckable(True)
        self.setIconSize(QSize(TICK, TICK))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_tick(self, *, is_on: bool, otherwise: QIcon | None = None) -> None:
        """Show whether it is on."""
        self.setChecked(is_on)
        tick = icon(Sign.DONE, self._theme.tokens.accent)
        self.setIcon(tick if is_on else otherwise or QIcon())

    @override
    def sizeHint(self) -> QSize:
        bold = QFontMetrics(self._theme.font(TypeSize.BODY, bold=True))
        wanted = bold.horizontalAdvance(self.text()) + TICK + Space.TIGHT + 2 * Space.SNUG + 4
        return QSize(wanted, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class ChoiceRowView(RowView):
    """Toggles, one of which is on."""

    def __init__(
        self, row: ChoiceRow, viewmodel: SetupViewModel, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self._row = row
        self._toggles = []
        toggles = QVBoxLayout() if row.is_column else QHBoxLayout()
        toggles.setSpacing(Space.TIGHT)
        for number, choice in enumerate(row.choices):
            toggle = Toggle(f"{row.setting.value}{number}", theme, self)
            value = choice.value
            toggle.clicked.connect(
                lambda _=False, value=value: self._choose(viewmodel, value),
            )
            toggles.addWidget(toggle)
            self._toggles.append(toggle)
        self._line.addLayout(toggles)
        self._line.addStretch(1)

    def show_row(self, row: ChoiceRow) -> None:
        """Show which is on."""
        self._row = row
        self._show_label(row.label)
        for toggle, choice in zip(self._toggles, row.choices, strict=True):
            # One & would underline the letter behind it.
            toggle.setText(choice.label.replace("&", "&&"))
            toggle.setAccessibleName(f"{row.label}: {choice.label}")
            toggle.show_tick(is_on=choice.is_on)

    def _choose(self, viewmodel: SetupViewModel, value: object) -> None:
        viewmodel.choose(self._row.setting, value)
        # Pressing the one that is on has switched it off on the screen only.
        self.show_row(self._row)


class ShopRowView(RowView):
    """A shop, and why its orders cannot be packed."""

    def __init__(
        self, row: ShopRow, viewmodel: SetupViewModel, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self._label.hide()
        self._row = row
        self._toggle = Toggle(f"setupShop{row.shop}", theme, self)
        self._toggle.setMinimumWidth(LABEL_WIDTH)
        self._toggle.clicked.connect(lambda: self._switch(viewmodel))
        self._why = QLabel(self)
        self._why.setProperty("role", "quiet")
        self._why.setWordWrap(True)
        self._line.addWidget(self._toggle)
        self._line.addWidget(self._why, 1)

    def show_row(self, row: ShopRow) -> None:
        """Show whether it is on."""
        self._row = row
        self._toggle.setText(row.label)
        self._toggle.setAccessibleName(f"{row.label}. {row.why}" if row.why else row.label)
        self._toggle.setEnabled(row.can_switch)
        locked = icon(Sign.LOCKED, self._theme.tokens.quiet) if row.why else None
        self._toggle.show_tick(is_on=row.is_on, otherwise=locked)
        self._why.setText(row.why)

    def _switch(self, viewmodel: SetupViewModel) -> None:
        viewmodel.switch_shop(self._row.shop)
        self.show_row(self._row)


class StepRowView(RowView):
    """A number between two buttons."""

    def __init__(
        self, row: StepRow, viewmodel: SetupViewModel, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self._shown = QLabel(self)
        self._shown.setObjectName(row.setting.value)
        self._shown.setProperty("role", "name")
        self._shown.setMinimumWidth(90)
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._less = self._make(f"{row.setting.value}Less")
        self._more = self._make(f"{row.setting.value}More")
        self._less.clicked.connect(lambda: viewmodel.step(row.setting, -1))
        self._more.clicked.connect(lambda: viewmodel.step(row.setting, 1))
        for part in (self._less, self._shown, self._more):
            self._line.addWidget(part)
        self._line.addStretch(1)

    def _make(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setFixedWidth(64)
        button.setAutoRepeat(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def show_row(self, row: StepRow) -> None:
        """Show the number."""
        self._show_label(row.label)
        self._shown.setText(row.shown)
        for button, sign, name, can in (
            (self._less, Sign.MINUS, row.less, row.can_less),
            (self._more, Sign.PLUS, row.more, row.can_more),
        ):
            tokens = self._theme.tokens
            button.setIcon(icon(sign, tokens.text if can else tokens.quiet))
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setEnabled(can)


class TextRowView(RowView):
    """A name; it is taken when the field is left or Enter is pressed."""

    def __init__(
        self, row: TextRow, viewmodel: SetupViewModel, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self._field = QLineEdit(self)
        self._field.setObjectName(row.name)
        self._field.setMaxLength(LONGEST_NAME)
        self._field.setMinimumWidth(LEAST_NAME)
        self._field.setMaximumWidth(420)
        self._field.editingFinished.connect(
            lambda: viewmodel.choose_text(row.setting, row.shop, self._field.text().strip())
        )
        self._verdict = QLabel(self)
        self._verdict.setObjectName(f"{row.name}Verdict")
        self._verdict.setProperty("role", "strong")
        self._verdict.setTextFormat(Qt.TextFormat.PlainText)
        self._line.addWidget(self._field, 1)
        self._line.addWidget(self._verdict)
        self._line.addStretch(1)

    def show_row(self, row: TextRow) -> None:
        """Show the name; what is being typed stays."""
        self._show_label(row.label)
        self._verdict.setVisible(row.verdict is not None)
        if row.verdict is not None:
            self._verdict.setText(row.verdict.text)
            if self._verdict.property("tone") != row.verdict.tone.value:
                self._verdict.setProperty("tone", row.verdict.tone.value)
                restyle(self._verdict)
        self._field.setPlaceholderText(row.hint)
        self._field.setAccessibleName(row.label)
        if not self._field.isModified() and self._field.text() != row.text:
            self._field.setText(row.text)
        if self._field.text().strip() == row.text:
            self._field.setModified(False)


class KeyRowView(RowView):
    """The field for a new key. What stands in it is shown as dots, and goes with the row."""

    def __init__(self, viewmodel: SetupViewModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._label.hide()
        self._viewmodel = viewmodel
        self.field = QLineEdit(self)
        self.field.setObjectName("setupKeyField")
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.field.returnPressed.connect(self._try)
        self._button = QPushButton(self)
        self._button.setObjectName(Act.TRY_KEY.value)
        self._button.setProperty("kind", "primary")
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self._try)
        self._line.addWidget(self.field, 1)
        self._line.addWidget(self._button)

    def show_row(self, row: KeyRow) -> None:
        """Show whether a key is being checked."""
        self.field.setPlaceholderText(row.hint)
        self.field.setAccessibleName(row.hint)
        self.field.setReadOnly(row.is_busy)
        self._button.setText(f"{row.label}  {enter_key()}")
        self._button.setEnabled(not row.is_busy)

    def _try(self) -> None:
        if self._button.isEnabled():
            text = self.field.text()
            # The next paste then takes the place of this one.
            self.field.selectAll()
            self._viewmodel.try_key(text)


class ButtonRowView(RowView):
    """Buttons beside each other."""

    def __init__(
        self, row: ButtonRow, viewmodel: SetupViewModel, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self._buttons = {button.act: ActButton(button, viewmodel, self) for button in row.buttons}
        for button in self._buttons.values():
            self._line.addWidget(button)
        self._line.addStretch(1)

    def show_row(self, row: ButtonRow) -> None:
        """Show the words."""
        self._show_label(row.label)
        for button in row.buttons:
            self._buttons[button.act].show_button(button)


class ActButton(QPushButton):
    """A button that does one act."""

    def __init__(self, button: Button, viewmodel: SetupViewModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._made_for = (button.act, button.is_main)
        self.setObjectName(button.act.value)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if button.is_main:
            self.setProperty("kind", "primary")
        self.clicked.connect(lambda: viewmodel.act(button.act))

    def does(self, button: Button) -> bool:
        """Whether this is the button that is wanted."""
        return self._made_for == (button.act, button.is_main)

    def show_button(self, button: Button) -> None:
        """Show the words."""
        self.setText(button.label)
        self.setAccessibleName(button.label)


RowWidget = ChoiceRowView | ShopRowView | StepRowView | TextRowView | KeyRowView | ButtonRowView


def make_row(row: Row, viewmodel: SetupViewModel, theme: Theme, parent: QWidget) -> RowWidget:
    """The widget for a row; it is empty until it is shown one."""
    match row:
        case ChoiceRow():
            return ChoiceRowView(row, viewmodel, theme, parent)
        case ShopRow():
            return ShopRowView(row, viewmodel, theme, parent)
        case StepRow():
            return StepRowView(row, viewmodel, theme, parent)
        case TextRow():
            return TextRowView(row, viewmodel, theme, parent)
        case KeyRow():
            return KeyRowView(viewmodel, theme, parent)
        case ButtonRow():
            return ButtonRowView(row, viewmodel, theme, parent)
        case _:
            assert_never(row)


def show_row(widget: RowWidget, row: Row) -> None:
    """Show a row in the widget that was made for one of its shape."""
    match widget, row:
        case ChoiceRowView(), ChoiceRow():
            widget.show_row(row)
        case ShopRowView(), ShopRow():
            widget.show_row(row)
        case StepRowView(), StepRow():
            widget.show_row(row)
        case TextRowView(), TextRow():
            widget.show_row(row)
        case KeyRowView(), KeyRow():
            widget.show_row(row)
        case ButtonRowView(), ButtonRow():
            widget.show_row(row)
        case _:
            raise TypeError(f"{type(widget).__name__} cannot show {type(row).__name__}")


def shape_of(row: Row) -> tuple[object, ...]:
    """What must be the same for a widget to be used again."""
    match row:
        case ChoiceRow():
            return (ChoiceRow, row.setting, *(choice.value for choice in row.choices))
        case ShopRow():
            return (ShopRow, row.shop)
        case StepRow():
            return (StepRow, row.setting)
        case TextRow():
            return (TextRow, row.name)
        case KeyRow():
            return (KeyRow,)
        case ButtonRow():
            return (ButtonRow, *((button.act, button.is_main) for button in row.buttons))
        case _:
            assert_never(row)

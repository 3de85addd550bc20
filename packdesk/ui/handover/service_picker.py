"""Chooses one of all delivery services: typed letters search, arrows move, Enter or a tap takes."""

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from packdesk.ui.handover.tracks_derive import found_services
from packdesk.ui.handover.tracks_props import PickerProps, ServiceProps
from packdesk.ui.tokens import Space

_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -5,
    Qt.Key.Key_PageDown: 5,
}


class _SearchField(QLineEdit):
    """Digits answer while nothing is typed; arrows go on to the list.

    Signals:
        answered: The digit that was pressed.
        stepped: By how many rows to move.
    """

    answered = Signal(object)
    stepped = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.keys = 0

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - int(Qt.Key.Key_0)
        if 1 <= number <= self.keys and event.text() == str(number) and not self.text():
            self.answered.emit(number)
        elif event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class ServicePicker(QWidget):
    """Renders `PickerProps`.

    Signals:
        picked: The `DeliveryServiceId`.
        answered: A digit, pressed while nothing is typed.
    """

    picked = Signal(object)
    answered = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._props: PickerProps | None = None
        self._shown: tuple[ServiceProps, ...] = ()
        self.field = _SearchField(self)
        self.field.setObjectName(f"{name}Search")
        self._names = QStringListModel(self)
        self._list = QListView(self)
        self._list.setObjectName(f"{name}List")
        self._list.setModel(self._names)
        self._list.setProperty("kind", "choices")
        self._list.setUniformItemSizes(True)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = QLabel(self)
        self._nothing.setObjectName(f"{name}Nothing")
        self._nothing.setProperty("role", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HAIR)
        column.addWidget(self.field)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._search)
        self.field.stepped.connect(self._step)
        self.field.answered.connect(self.answered)
        self.field.returnPressed.connect(self._take_current)
        self._list.clicked.connect(self._take)

    def show_picker(self, props: PickerProps) -> None:
        """Show these services; another list begins with an empty search."""
        if props == self._props:
            return
        self._props = props
        self.field.keys = props.keys
        self.field.setPlaceholderText(props.hint)
        self.field.setAccessibleName(props.hint)
        self._nothing.setText(props.nothing)
        self._search(self.field.text())

    def begin(self) -> None:
        """Nothing is typed yet."""
        self.field.clear()

    def _search(self, text: str) -> None:
        if self._props is None:
            return
        self._shown = found_services(self._props, text)
        self._names.setStringList([one.name for one in self._shown])
        self._nothing.setVisible(not self._shown)
        self._list.setVisible(bool(self._shown))
        # Enter alone must never take the first of all: something is typed or moved to before.
        self._list.setCurrentIndex(self._names.index(0) if text.strip() else QModelIndex())

    def _step(self, rows: int) -> None:
        row = max(0, min(len(self._shown) - 1, self._list.currentIndex().row() + rows))
        if self._shown:
            self._list.setCurrentIndex(self._names.index(row))

    def _take_current(self) -> None:
        self._take(self._list.currentIndex())

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            self.picked.emit(self._shown[index.row()].id)

"""The page of the hand-over: toggles of the sections on one line, the open section below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from packdesk.ui.handover.files import FileChooser
from packdesk.ui.handover.sections import Section, SectionName
from packdesk.ui.handover.status_view import StatusView
from packdesk.ui.handover.table_view import TableView
from packdesk.ui.handover.toggle import Toggle
from packdesk.ui.handover.tracks_view import TracksView
from packdesk.ui.handover.viewmodel import HandoverProps, HandoverViewModel
from packdesk.ui.theme import Density, Theme
from packdesk.ui.tokens import Space


class HandoverView(QWidget):
    """Renders `HandoverProps`; ``sections`` are in the order of the view model's."""

    def __init__(
        self,
        viewmodel: HandoverViewModel,
        sections: tuple[Section, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._viewmodel = viewmodel
        self.setObjectName("handoverPage")
        self._widgets = {section.name: section.widget for section in sections}
        self._toggles = {section.name: self._make_toggle(section.name) for section in sections}
        self._body = QStackedWidget(self)
        for widget in self._widgets.values():
            self._body.addWidget(widget)
        toggles = QHBoxLayout()
        toggles.setSpacing(Space.TIGHT)
        for toggle in self._toggles.values():
            toggles.addWidget(toggle)
        toggles.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.WIDE, Space.TIGHT, Space.WIDE, Space.TIGHT)
        column.setSpacing(Space.TIGHT)
        column.addLayout(toggles)
        column.addWidget(self._body, 1)
        viewmodel.props_changed.connect(self._render)
        self._render(viewmodel.props)

    def set_density(self, density: Density) -> None:
        """The page is the same in every window."""

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._viewmodel.entered()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._viewmodel.left()

    def _make_toggle(self, section: SectionName) -> QPushButton:
        toggle = Toggle(self)
        toggle.setObjectName(section.value)
        toggle.clicked.connect(lambda: self._open(section))
        key = QShortcut(QKeySequence(section.key), self)
        key.activated.connect(lambda: self._open(section))
        return toggle

    def _open(self, section: SectionName) -> None:
        self._viewmodel.show_section(section)
        self._render(self._viewmodel.props)
        # Tab goes on from here: everything of the section is reached by keyboard. Where it has a
        # field of its own for the next order, its key leads back there.
        widget, focus = self._widgets[section], QApplication.focusWidget()
        has_home = widget.focusProxy() is not None
        if has_home or focus is None or not widget.isAncestorOf(focus):
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _render(self, props: HandoverProps) -> None:
        self.setAccessibleName(props.name)
        for one in props.sections:
            toggle = self._toggles[one.section]
            toggle.setText(f"{one.label}  {one.key}")
            toggle.setToolTip(one.hint)
            toggle.setChecked(one.is_current)
        widget = self._widgets[props.current]
        if self._body.currentWidget() is not widget:
            self._body.setCurrentWidget(widget)
        self.setFocusProxy(widget)


def own_sections(
    viewmodel: HandoverViewModel, theme: Theme, files: FileChooser | None = None
) -> tuple[Section, ...]:
    """The sections that are built here; those of the day's shipments come from elsewhere."""
    return (
        Section(SectionName.TRACKS, TracksView(viewmodel.tracks, theme)),
        Section(SectionName.TABLE, TableView(viewmodel.table, theme, files)),
        Section(SectionName.STATUS, StatusView(viewmodel.status, theme)),
    )

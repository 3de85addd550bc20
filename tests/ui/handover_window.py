"""A real window with the hand-over's page between the band and the strip of scans."""

from PySide6.QtWidgets import QWidget

from packdesk.ui.band.view import BandView
from packdesk.ui.band.viewmodel import BandViewModel
from packdesk.ui.handover.files import FileChooser
from packdesk.ui.handover.sections import SectionName
from packdesk.ui.handover.view import HandoverView, own_sections
from packdesk.ui.handover.viewmodel import HandoverViewModel
from packdesk.ui.main_window import MainWindow, Page
from packdesk.ui.pages import PageName
from packdesk.ui.scans.view import ScansView
from packdesk.ui.scans.viewmodel import ScansViewModel
from packdesk.ui.theme import Density, Theme
from packdesk.ui.window.navigation import NavigationView
from packdesk.ui.window.viewmodel import WindowViewModel
from tests.fakes.handover_intents import RecordedHandover
from tests.fakes.intents import RecordedIntents
from tests.ui.queue_entries import NOW

SECTIONS = (SectionName.TRACKS, SectionName.TABLE, SectionName.STATUS)


class OtherPage(QWidget):
    """Whatever else the window shows."""

    def set_density(self, density: Density) -> None:
        """It has no sizes."""


class HandoverWindow:
    """Holds every object of the window."""

    def __init__(self, theme: Theme, files: FileChooser | None = None) -> None:
        self.theme = theme
        self.intents = RecordedHandover()
        self.frame = WindowViewModel((PageName.QUEUE, PageName.HANDOVER, PageName.SENT), "Анна")
        self.band = BandViewModel(RecordedIntents())
        self.scans = ScansViewModel()
        self.handover = HandoverViewModel(self.intents, self.band, lambda: NOW, SECTIONS)
        self.view = HandoverView(self.handover, own_sections(self.handover, theme, files))
        other = OtherPage()
        sent = OtherPage()
        self.window = MainWindow(
            self.frame,
            NavigationView(self.frame, theme),
            BandView(self.band, theme),
            (
                Page(PageName.QUEUE, other, other),
                Page(PageName.HANDOVER, self.view, self.view),
                Page(PageName.SENT, sent, sent),
            ),
            ScansView(self.scans, theme),
        )

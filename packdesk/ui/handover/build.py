"""The page Hand-over put together: its own sections and those of the shipment day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from packdesk.domain.labels import LabelFormat
from packdesk.ui.day.courier_view import CourierCodeView
from packdesk.ui.day.courier_viewmodel import Couriers, CourierViewModel
from packdesk.ui.day.shipments_view import ShipmentsView
from packdesk.ui.day.shipments_viewmodel import Day, OpensOrders, ShipmentsViewModel
from packdesk.ui.handover.ports import HandoverIntents, Voice
from packdesk.ui.handover.sections import Section, SectionName
from packdesk.ui.handover.view import HandoverView, own_sections
from packdesk.ui.handover.viewmodel import HandoverViewModel
from packdesk.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class HandoverDoors:
    """What the page asks: the track desk, the shipment day, the couriers, the bench."""

    tracks: HandoverIntents
    day: Day
    couriers: Couriers
    bench: OpensOrders


@dataclass(frozen=True, slots=True, weakref_slot=True)
class HandoverPage:
    """The view models of the page. GUI thread; hold it."""

    tracks: HandoverViewModel
    shipments: ShipmentsViewModel
    courier: CourierViewModel
    view: HandoverView

    def tick(self) -> None:
        """Time has gone on."""
        self.tracks.tick()
        self.shipments.tick()
        self.courier.tick()

    def retranslate(self) -> None:
        """The language has changed."""
        self.tracks.retranslate()
        self.shipments.retranslate()
        self.courier.retranslate()


def build_handover(
    doors: HandoverDoors,
    voice: Voice,
    theme: Theme,
    now: Callable[[], datetime],
    page: Callable[[], LabelFormat],
    open_file: Callable[[str], bool],
) -> HandoverPage:
    """Make the page; ``page`` is the label paper in use, ``open_file`` shows a kept document."""
    tracks = HandoverViewModel(doors.tracks, voice, now)
    shipments = ShipmentsViewModel(doors.day, doors.bench, now, page, open_file)
    courier = CourierViewModel(doors.couriers, now)
    every = {section.name: section for section in own_sections(tracks, theme)}
    every[SectionName.SHIPMENTS] = Section(SectionName.SHIPMENTS, ShipmentsView(shipments, theme))
    every[SectionName.COURIER] = Section(SectionName.COURIER, CourierCodeView(courier, theme))
    shipments.props_changed.connect(
        lambda props: tracks.guide_section(SectionName.SHIPMENTS, props.guide)
    )
    courier.props_changed.connect(
        lambda props: tracks.guide_section(SectionName.COURIER, props.guide)
    )
    tracks.guide_section(SectionName.SHIPMENTS, shipments.props.guide)
    tracks.guide_section(SectionName.COURIER, courier.props.guide)

    def courier_scan(text: str) -> bool:
        courier.find(text)
        return True

    tracks.give_scans(SectionName.COURIER, courier_scan)
    shipments.noticed.connect(voice.tell)
    courier.noticed.connect(voice.tell)
    courier.moved_on.connect(voice.calm_down)
    view = HandoverView(tracks, tuple(every[name] for name in SectionName))
    return HandoverPage(tracks, shipments, courier, view)

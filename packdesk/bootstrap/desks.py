"""The station and the desks beside it, joined: packing, what was sent, hand-over, shipment day."""

import platform
from dataclasses import dataclass
from pathlib import Path

from packdesk.bootstrap.market_door import MarketDoor
from packdesk.domain.grid import Grid
from packdesk.printing.chosen_printer import ChosenPrinter
from packdesk.printing.document_files import DocumentFiles
from packdesk.printing.label_store import LabelFiles
from packdesk.settings import Settings
from packdesk.station.country_file import CountryFile
from packdesk.station.courier_codes import CourierCodes
from packdesk.station.desk import Desk, DeskPolicy
from packdesk.station.handover import Handover
from packdesk.station.handover_desk import HandoverDesk
from packdesk.station.handover_policy import HandoverPolicy
from packdesk.station.ledger import Ledger, Worker
from packdesk.station.lessons import SerialLengths
from packdesk.station.ports import Journal
from packdesk.station.reports import JournalStopped, SubmissionMoved
from packdesk.station.sent import SentBook
from packdesk.station.service_file import ServiceFile
from packdesk.station.shipment_day import ShipmentDay
from packdesk.station.station import Lanes, Station, Ways
from packdesk.supervisor import supervisor_code
from packdesk.ui.clock import QtClock
from packdesk.ui.crash import CrashHook
from packdesk.ui.handover.build import HandoverDoors
from packdesk.ui.run import Doors, Glass


@dataclass(frozen=True, slots=True)
class Desks:
    """All that works behind the window. GUI thread."""

    station: Station
    sent: SentBook
    handover: Handover
    day: ShipmentDay
    couriers: CourierCodes

    def show_in(self, glass: Glass) -> None:
        """Tell the window everything from now on."""
        self.station.listen(glass.take)
        self.sent.listen(glass.sent.take_list)
        self.handover.listen(glass.handover.tracks.take)
        self.day.listen(glass.handover.shipments.take)
        self.couriers.listen(glass.handover.courier.take)
        # A journal that fails at the hand-over stops the bench as well.
        self.handover.listen(
            lambda one: glass.take(one) if isinstance(one, JournalStopped) else None
        )

    def doors(self) -> Doors:
        """What the screens ask."""
        handover = HandoverDoors(self.handover, self.day, self.couriers, self.station)
        return Doors(self.station, self.sent, handover)

    def start(self) -> None:
        """Show what the journal holds; nothing is asked."""
        self.station.start()
        self.handover.start()

    def go_online(self) -> None:
        """There is a key, the first or another."""
        self.station.go_online()
        self.handover.go_online()

    def follow(self, settings: Settings, folder: Path) -> None:
        """Work by these settings from now on."""
        self.station.follow(ways_of(settings, folder))
        # What waited to be set ready in one go may go out by itself now.
        self.station.wake_outbox()
        self.day.choose_shops(settings.campaigns)
        self.couriers.choose_shops(settings.campaigns)
        self.handover.follow(HandoverPolicy(settings.delivery_after_track))

    def stop(self) -> None:
        """The hand-over first: its work is done in the station's lanes."""
        self.handover.stop()
        self.station.stop()


def build_desks(
    folder: Path,
    settings: Settings,
    market: MarketDoor,
    printer: ChosenPrinter,
    lanes: Lanes,
    clock: QtClock,
    crash: CrashHook,
) -> Desks:
    """Make them; nothing works yet."""

    def open_journal() -> Journal:
        # Imported in the journal lane: the window is painted before SQLAlchemy is loaded.
        from packdesk.journal.sqlite_journal import SqliteJournal  # noqa: PLC0415

        return SqliteJournal(folder / "journal.db")

    ways = ways_of(settings, folder)
    ledger = Ledger(open_journal, clock.now, ways.worker, ready_for_dbs=ways.ready_for_dbs)
    station = Station(
        Desk(ledger, ways.policy, SerialLengths(folder / "serial_lengths.json")),
        market,
        LabelFiles(folder / "labels"),
        printer,
        lanes,
        clock,
        crash.report,
        CountryFile(folder / "countries.json"),
        own_labels=printer.label_maker,
    )
    handover = Handover(
        HandoverDesk(ledger),
        station,
        market,
        ServiceFile(folder / "services.json"),
        (_read_file, _read_text),
        lanes,
        clock,
        crash.report,
    )
    desks = Desks(
        station,
        SentBook(ledger, lanes.journal, crash.report),
        handover,
        ShipmentDay(
            ledger,
            market,
            DocumentFiles(folder / "documents"),
            lanes.journal,
            lanes.market,
            clock,
            crash.report,
            station.kept_beside,
        ),
        CourierCodes(ledger, market, lanes.journal, lanes.market, clock, crash.report),
    )
    station.listen(
        lambda report: handover.moved(report.order) if isinstance(report, SubmissionMoved) else None
    )
    desks.follow(settings, folder)
    return desks


def ways_of(settings: Settings, folder: Path) -> Ways:
    """How the station works by these settings."""
    return Ways(
        DeskPolicy(
            settings.label_format,
            settings.finish_by_itself,
            supervisor_code(folder),
            settings.external_id_template,
            settings.external_id_templates,
        ),
        Worker(settings.packer, settings.station or platform.node()),
        settings.ready_for_dbs,
        settings.campaigns,
        settings.scan_labels,
        settings.ready_by_hand,
    )


def _read_file(path: Path) -> tuple[Grid, ...]:
    # Imported where a table is read: the spreadsheet library costs time at the start.
    from packdesk.tables import read_file  # noqa: PLC0415

    return read_file(path)


def _read_text(text: str) -> Grid:
    from packdesk.tables import read_text  # noqa: PLC0415

    return read_text(text)

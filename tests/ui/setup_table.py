"""Setup with fakes around it, for the tests of its screens."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from typing_extensions import override

from packdesk.domain.ids import BusinessId, CampaignId
from packdesk.domain.labels import LabelFormat
from packdesk.settings import Settings
from packdesk.station.card_verdict import CardVerdict, NotTheCard
from packdesk.station.ports import ApiAvailability, Campaign, KeyInfo, Market
from packdesk.station.setup import SetupDesk
from packdesk.ui.earcons import Sound
from packdesk.ui.i18n import Language
from packdesk.ui.setup.choices import CardName
from packdesk.ui.setup.props import CardProps
from packdesk.ui.setup.viewmodel import SetupViewModel
from tests.fakes.key_store import MemoryKeyStore
from tests.fakes.lane import ManualLane
from tests.fakes.market import FakeMarket

KEY = "ACMA:abcdefghijklmnopqrstuvwx:0d0e0f10"
OTHER = "ACMA:zyxwvutsrqponmlkjihgfedc:1d1e1f20"
SHOES = Campaign(CampaignId(11), BusinessId(1), "Shoes", "Ltd", "FBS")
COOLERS = Campaign(CampaignId(12), BusinessId(1), "Coolers", "Ltd", "DBS")
SHUT = Campaign(
    CampaignId(13), BusinessId(1), "Old", "Ltd", "FBS", ApiAvailability.DISABLED_BY_INACTIVITY
)
SHEET = Path("sheet.pdf")


class Shops(FakeMarket):
    """A market with these shops."""

    def __init__(self) -> None:
        super().__init__()
        self.shops: tuple[Campaign, ...] = (SHOES, COOLERS, SHUT)
        self.scopes = ("ALL_METHODS",)
        self.name = "Table"

    @override
    def campaigns(self) -> tuple[Campaign, ...]:
        super().campaigns()
        return self.shops

    @override
    def key_info(self) -> KeyInfo:
        return KeyInfo(self.name, super().key_info().scopes)


class RecordedReader:
    """A card reader that tells what it was told to; ``steps`` holds what was asked of it."""

    def __init__(self) -> None:
        self.verdict: CardVerdict = NotTheCard()
        self.steps: list[str] = []

    def begin(self, settings: Settings) -> None:
        self.steps.append("begin")

    def read(self, text: str, *, caps_lock: bool) -> CardVerdict:
        self.steps.append("read")
        return self.verdict

    def end(self, settings: Settings) -> None:
        self.steps.append("end")


class RecordedPrinters:
    """Printers that tell what was tried on them; ``trouble`` is raised instead of printing."""

    def __init__(self) -> None:
        self.known: tuple[str, ...] = ("Xprinter XP-420B", "HP & Sons LaserJet")
        self.tried: list[tuple[LabelFormat, str]] = []
        self.trouble: Exception | None = None

    def names(self) -> tuple[str, ...]:
        return self.known

    def print_trial(self, page: LabelFormat, words: str) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.tried.append((page, words))


class SetupTable:
    """What is behind the page, and all that it does to the outside."""

    def __init__(
        self,
        store: MemoryKeyStore | None = None,
        settings: Settings | None = None,
        given: str = "",
    ) -> None:
        self.market = Shops()
        self.store = store or MemoryKeyStore()
        self.key_lane, self.file_lane, self.print_lane = ManualLane(), ManualLane(), ManualLane()
        self.printers = RecordedPrinters()
        self.keys: list[str | None] = []
        self.bugs: list[Exception] = []
        self.kept: list[Settings] = []
        self.told: list[Settings] = []
        self.played: list[Sound] = []
        self.reader = RecordedReader()
        self.language = Language.RU
        self.disk_error: OSError | None = None
        self.sheet_error: Exception | None = None
        self.desk = SetupDesk(
            self.store, self._opened, self.key_lane, self.keys.append, self.bugs.append, given
        )
        self.viewmodel = SetupViewModel(
            self.desk,
            settings or Settings(),
            self._save,
            self.file_lane,
            self.reader,
            self._sheet,
            self.played.append,
            self.told.append,
            self.bugs.append,
            lambda: self.language,
            self.printers,
            self.print_lane,
            printer="the folder “printed”",
            computer="PACK-02",
        )

    def start(self) -> "SetupTable":
        self.desk.start()
        self.drain()
        return self

    def drain(self) -> None:
        self.key_lane.drain()
        self.file_lane.drain()
        self.print_lane.drain()

    def try_key(self, key: str) -> None:
        self.viewmodel.try_key(key)
        self.drain()

    def card(self, name: CardName) -> CardProps:
        return next(card for card in self.viewmodel.props.cards if card.name is name)

    def state(self, name: CardName) -> str:
        return self.card(name).notice.text

    @contextmanager
    def _opened(self, _: str) -> Iterator[Market]:
        yield self.market

    def _save(self, settings: Settings) -> None:
        if self.disk_error is not None:
            raise self.disk_error
        self.kept.append(settings)

    def _sheet(self) -> Path:
        if self.sheet_error is not None:
            raise self.sheet_error
        return SHEET

"""What the section of tables shows: frozen values. The rows are worked out as they are looked at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from packdesk.domain.ids import DeliveryServiceId
from packdesk.domain.track_headers import Columns, TableKind
from packdesk.domain.track_table import TrackRow
from packdesk.station.handover_reports import HandedOver
from packdesk.ui.handover.tracks_props import PickerProps
from packdesk.ui.words.notice import Notice


class TableAct(Enum):
    """What a button of the section does; the value is its key."""

    OPEN = "Ctrl+O"
    PASTE = "Ctrl+V"
    SEND = "F9"
    SERVICE = "F7"
    WARNED = "F6"
    FILTER = "Ctrl+F"
    SAVE = "Ctrl+S"
    CLOSE = "Esc"
    KIND = "Ctrl+E"


@dataclass(frozen=True, slots=True)
class TableButtonProps:
    """A button; one that makes no sense now is not shown."""

    act: TableAct
    label: str
    is_shown: bool = True
    is_on: bool = True
    is_checked: bool = False


@dataclass(frozen=True, slots=True)
class KindProps:
    """What tables bring: one of the two toggles; ``key`` turns it on, empty while it is on."""

    kind: TableKind
    label: str
    is_on: bool
    key: str


@dataclass(frozen=True, slots=True)
class BusyProps:
    """Something is being done with a table; ``total`` is 0 where it is not known."""

    text: str
    done: int
    total: int


@dataclass(frozen=True, slots=True, eq=False)
class SheetProps:
    """The rows that are shown, and all that their cells are made of.

    Never equal to another: to compare ten thousand rows takes longer than to show them again.

    ``kept`` is None before the table is sent; ``results`` are by line.
    """

    kind: TableKind
    rows: tuple[TrackRow, ...]
    columns: Columns
    ticked: frozenset[int]
    kept: frozenset[int] | None = None
    results: Mapping[int, HandedOver] = field(default_factory=lambda: MappingProxyType({}))
    names: Mapping[DeliveryServiceId, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class TableRowProps:
    """One row as it is read; ``is_ticked`` is None where it cannot be sent."""

    line: int
    is_ticked: bool | None
    order: str
    value: str
    service: str
    notice: Notice


@dataclass(frozen=True, slots=True)
class TableProps:
    """The section: a place to drop a file, or something going on, or the rows."""

    guide: Notice
    kinds: tuple[KindProps, ...]
    source: str
    counts: tuple[Notice, ...]
    hint: str
    details: str
    busy: BusyProps | None
    sheet: SheetProps | None
    picker: PickerProps | None
    picker_caption: str
    trouble: Notice | None
    buttons: Mapping[TableAct, TableButtonProps]

"""Judges the rows of a table against what is known of the orders: a dry run, slice by slice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from packdesk.domain.access import Access, access
from packdesk.domain.barcodes import PARCEL
from packdesk.domain.codes import Channel
from packdesk.domain.errands import GiveExternalId
from packdesk.domain.external_ids import falls_back
from packdesk.domain.grid import Cell, CellFlaw, Grid, GridRow
from packdesk.domain.handover import has_track, may_take_number, may_take_track, other_tracks
from packdesk.domain.handover_refusals import NotDbs, NumberBad, NumberThere
from packdesk.domain.ids import DeliveryServiceId, OrderId
from packdesk.domain.order import Order, OrderStatus
from packdesk.domain.track_headers import Columns, TableKind
from packdesk.domain.track_table import (
    AlreadyThere,
    NeedsService,
    Ready,
    RefusedRow,
    RowFault,
    RowVerdict,
    RowWarning,
    TrackRow,
    Warned,
    track_verdict,
)
from packdesk.domain.tracks import (
    Service,
    TrackNumber,
    TrackWarning,
    guessed_service,
    likely_services,
    named_service,
    read_track,
    track_key,
)
from packdesk.domain.tracks_forms import Carrier, carrier_of
from packdesk.domain.zeros import lost_zeros, usual_length

_FAULTS = {
    CellFlaw.EXPONENT: RowFault.EXPONENT,
    CellFlaw.ROUNDED: RowFault.ROUNDED,
    CellFlaw.FRACTION: RowFault.FRACTION,
    CellFlaw.NO_RESULT: RowFault.NO_RESULT,
    CellFlaw.ERROR_VALUE: RowFault.ERROR_VALUE,
    CellFlaw.DATE: RowFault.DATE,
}


class ListedService(Service, Protocol):
    """A delivery service with its id."""

    @property
    def id(self) -> DeliveryServiceId:
        """By which it is told to the Market."""


class ParcelNames:
    """Finds orders by number, the shop's own number or a parcel's number, in no time."""

    def __init__(self, orders: Iterable[Order]) -> None:
        self._orders: dict[str, OrderId] = {}
        self._without_zeros: dict[str, str] = {}
        for order in orders:
            if order.external_id:
                self._orders.setdefault(order.external_id, order.id)
                bare = order.external_id.lstrip("0")
                if bare != order.external_id:
                    self._without_zeros[bare] = order.external_id
            for box in order.stored_boxes:
                self._orders.setdefault(box.barcode, order.id)
            self._orders[str(order.id)] = order.id

    def order(self, text: str) -> OrderId | None:
        """The order that a text names."""
        plain = text.strip()
        found = self._orders.get(plain)
        parcel = PARCEL.match(plain) if found is None else None
        return self._orders.get(parcel[1]) if parcel else found

    def with_zeros(self, text: str) -> str | None:
        """The shop's own number of which this is what is left without its leading zeros."""
        return self._without_zeros.get(text.strip())


@dataclass(frozen=True, slots=True)
class Known:
    """What rows are judged by.

    ``orders`` are as they will be when all that waits is done, ``users`` the orders of each track
    number (``track_key``); ``is_asked`` tells whether the Market was asked about unknown ones.
    """

    orders: Mapping[OrderId, Order]
    names: ParcelNames
    users: Mapping[str, frozenset[OrderId]] = field(default_factory=dict)
    services: tuple[ListedService, ...] = ()
    is_asked: bool = True


class TableJudge:
    """Gives each row its verdict; rows may be asked for in slices."""

    def __init__(self, grid: Grid, columns: Columns, kind: TableKind, known: Known) -> None:
        self._rows = grid.rows[columns.first :]
        self._order, self._value = columns.order.place, columns.value.place
        self._service = None if columns.service is None else columns.service.place
        self._kind = kind
        self._known = known
        self._of_order: dict[OrderId, list[int]] = {}
        self._of_value: dict[str, list[int]] = {}
        self._order_of_line: dict[int, OrderId] = {}
        self._key_of_line: dict[int, str] = {}
        self._length = usual_length(row.cell(self._value) for row in self._rows)
        for row in self._rows:
            self._note(row)

    @property
    def total(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def judge(self, start: int, stop: int) -> tuple[TrackRow, ...]:
        """The rows from ``start`` up to ``stop``, each with its verdict."""
        return tuple(self._judged(row) for row in self._rows[start:stop])

    def _note(self, row: GridRow) -> None:
        order = self._known.names.order(row.cell(self._order).text)
        key = self._key(row.cell(self._value).text)
        if order is not None and key:
            self._of_order.setdefault(order, []).append(row.line)
            self._of_value.setdefault(key, []).append(row.line)
            self._order_of_line[row.line], self._key_of_line[row.line] = order, key

    def _key(self, text: str) -> str:
        return track_key(text) if self._kind is TableKind.TRACKS else text.strip()

    def _judged(self, row: GridRow) -> TrackRow:
        order, value = row.cell(self._order), row.cell(self._value)
        service = row.cell(self._service)
        return TrackRow(
            row.line,
            order.text,
            value.text,
            service.text,
            self._verdict(row.line, order, value, service),
            self._own_service(order),
        )

    def _own_service(self, order_cell: Cell) -> str:
        order_id = self._known.names.order(order_cell.text)
        return "" if order_id is None else self._known.orders[order_id].delivery.service_name

    def _verdict(self, line: int, order_cell: Cell, value: Cell, service: Cell) -> RowVerdict:
        for cell in (order_cell, value):
            if cell.flaw is not None:
                return RefusedRow(_FAULTS[cell.flaw], cell.text)
        if not order_cell.text.strip():
            return RefusedRow(RowFault.NO_ORDER)
        if not value.text.strip():
            return RefusedRow(RowFault.NO_VALUE)
        order_id = self._known.names.order(order_cell.text)
        if order_id is None:
            whole = self._known.names.with_zeros(order_cell.text)
            if whole is not None:
                return RefusedRow(RowFault.LOST_ZEROS, whole)
            asked = self._known.is_asked
            fault = RowFault.UNKNOWN_ORDER if asked else RowFault.NOT_ASKED
            return RefusedRow(fault, order_cell.text)
        repeated = self._repeated(line, order_id)
        if repeated is not None:
            return repeated
        order = self._known.orders[order_id]
        match self._kind:
            case TableKind.TRACKS:
                return self._track_verdict(line, order, value, service)
            case TableKind.EXTERNAL_IDS:
                return self._number_verdict(line, order, value)

    def _repeated(self, line: int, order_id: OrderId) -> RefusedRow | None:
        key = self._key_of_line[line]
        for other in self._of_value[key]:
            if other == line:
                continue
            if self._order_of_line[other] != order_id:
                # Which of the two is right cannot be told: neither goes out.
                return RefusedRow(RowFault.VALUE_TWICE, str(other))
            if other < line:
                return RefusedRow(RowFault.REPEATED_ROW, str(other))
        return None

    def _others_of(self, line: int, order_id: OrderId) -> list[int]:
        """Lines of the same order with another value."""
        key = self._key_of_line[line]
        return [one for one in self._of_order[order_id] if self._key_of_line[one] != key]

    def _track_verdict(self, line: int, order: Order, value: Cell, service: Cell) -> RowVerdict:
        refusal = may_take_track(order)
        if refusal is not None:
            fault = RowFault.NOT_DBS if isinstance(refusal, NotDbs) else RowFault.WRONG_STATUS
            return RefusedRow(fault, order.program if fault is RowFault.NOT_DBS else order.status)
        named = named_service(service.text, self._known.services) or self._numbered(service.text)
        own_carrier = carrier_of(order.delivery.service_name)
        carrier = (
            carrier_of(named.name) if named is not None else carrier_of(service.text) or own_carrier
        )
        if lost_zeros(value, self._length, carrier):
            return RefusedRow(RowFault.LOST_ZEROS, value.text)
        if service.text.strip() and named is None and order.delivery.service is None:
            return RefusedRow(RowFault.UNKNOWN_SERVICE, service.text)
        track = self._track(value.text, carrier)
        if has_track(order, track.text):
            return AlreadyThere(order.id)
        users = self._known.users.get(track.key, frozenset()) - {order.id}
        if users:
            return RefusedRow(RowFault.USED_ELSEWHERE, str(min(users)))
        warnings: list[TrackWarning | RowWarning] = [*track.warnings]
        if other_tracks(order, track.text):
            warnings.append(RowWarning.OTHER_TRACK_THERE)
        if self._others_of(line, order.id):
            warnings.append(RowWarning.TWO_TRACKS)
        if order.cancel_requested:
            warnings.append(RowWarning.BUYER_CANCELS)
        own = order.delivery.service
        if own is not None and named is not None and named.id != own:
            warnings.append(RowWarning.SERVICE_DIFFERS)
        chosen = named.id if named is not None else own
        if chosen is None:
            guess = guessed_service(track, self._known.services)
            chosen = None if guess is None else guess.id
        likely = likely_services(track, self._known.services)
        need = NeedsService(
            order.id,
            track,
            tuple(one.id for one in likely),
            other_tracks(order, track.text),
            tuple(warnings),
        )
        return need if chosen is None else track_verdict(need, chosen)

    def _numbered(self, text: str) -> ListedService | None:
        plain = text.strip()
        return next((one for one in self._known.services if str(one.id) == plain), None)

    def _track(self, text: str, carrier: Carrier | None) -> TrackNumber:
        track = read_track(text, Channel.PASTE, carrier)
        if self._known.names.order(text) is None or TrackWarning.OUR_PARCEL in track.warnings:
            return track
        return replace(track, warnings=(*track.warnings, TrackWarning.OUR_PARCEL))

    def _number_verdict(self, line: int, order: Order, value: Cell) -> RowVerdict:
        number = value.text.strip()
        if lost_zeros(value, self._length, None):
            return RefusedRow(RowFault.LOST_ZEROS, value.text)
        if order.external_id == number:
            return AlreadyThere(order.id)
        if self._others_of(line, order.id):
            return RefusedRow(RowFault.ORDER_TWICE, str(self._others_of(line, order.id)[0]))
        match may_take_number(order, number):
            case None:
                pass
            case NumberThere(_, there):
                return RefusedRow(RowFault.NUMBER_THERE, there)
            case NumberBad():
                return RefusedRow(RowFault.NUMBER_BAD, number)
            case _ if access(order) is Access.NOT_YET:
                return RefusedRow(RowFault.NUMBER_TOO_EARLY, order.status)
            case _:
                # By its status alone it is still being packed.
                is_packed = order.status is OrderStatus.PROCESSING
                state = order.substatus if is_packed else order.status
                return RefusedRow(RowFault.NUMBER_TOO_LATE, state)
        owner = self._known.names.order(number)
        if owner is not None and owner != order.id:
            return RefusedRow(RowFault.USED_ELSEWHERE, str(owner))
        errand = GiveExternalId(number)
        if falls_back(number):
            return Warned(order.id, errand, (RowWarning.LABEL_FALLS_BACK,))
        return Ready(order.id, errand)

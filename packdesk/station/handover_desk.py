"""The track desk: parcel and track number, one after the other, and what follows. Journal lane."""

from dataclasses import replace
from datetime import timedelta

from packdesk.domain.barcodes import DeskCommand, desk_command
from packdesk.domain.codes import Channel
from packdesk.domain.errands import (
    Cancel,
    CancelReason,
    Errand,
    ErrandAsked,
    GiveExternalId,
    MoveOn,
)
from packdesk.domain.handover import (
    expected,
    has_track,
    may_cancel,
    may_move,
    may_take_number,
    may_take_track,
    other_tracks,
)
from packdesk.domain.handover_refusals import (
    AnotherTrack,
    AnswerQuestionFirst,
    BuyerCancels,
    DoubtfulTrack,
    HandoverQuestion,
    HandoverRefusal,
    OfStrayParcel,
    ParcelDue,
    TrackDue,
    Unclear,
    UsedElsewhere,
    WaitsAlready,
    WhichService,
    WhoseTrack,
)
from packdesk.domain.ids import DeliveryServiceId, OrderId
from packdesk.domain.order import Order, Track
from packdesk.domain.order_numbers import looks_like_order
from packdesk.domain.tracks import TrackNumber, read_track
from packdesk.domain.tracks_forms import carrier_of
from packdesk.station.errors import OrderUnknown, PackdeskError
from packdesk.station.handover_book import HandoverBook
from packdesk.station.handover_policy import HandoverPolicy
from packdesk.station.handover_reports import (
    HandoverAnswer,
    HandoverAsked,
    HandoverFailed,
    HandoverRefused,
    HandoverState,
    HandoverTold,
    HeldTrack,
    LetGo,
    ParcelNotTaken,
    SeekingParcel,
    TookBack,
    TookErrand,
    TookParcel,
    TookTrack,
    TrackAlreadyThere,
)
from packdesk.station.ledger import Ledger
from packdesk.station.parcel_services import ParcelServices
from packdesk.station.pending_track import Pending
from packdesk.station.ports import DeliveryService

TIME_TO_READ = timedelta(milliseconds=1500)
"""The same doubtful number sooner than this is the scanner's echo, not a person's yes."""


class HandoverDesk:
    """Reads what is scanned at the hand-over, decides, keeps. Journal lane only."""

    def __init__(self, ledger: Ledger, policy: HandoverPolicy | None = None) -> None:
        self._ledger = ledger
        self._policy = policy or HandoverPolicy()
        self._services = ParcelServices()
        self._parcel: OrderId | None = None
        self._seen: OrderId | None = None
        self._held: TrackNumber | None = None
        self._question: HandoverQuestion | None = None
        self._asked_at = ledger.now()
        self._stray = ""
        self._pending: Pending | None = None
        self.book = HandoverBook(ledger)

    @property
    def ledger(self) -> Ledger:
        """What is known of all orders; in the same lane."""
        return self._ledger

    @property
    def services(self) -> tuple[DeliveryService, ...]:
        """The delivery services that the Market told."""
        return self._services.known

    def follow(self, policy: HandoverPolicy) -> None:
        """Work by this policy from now on."""
        self._policy = policy

    def know_services(self, services: tuple[DeliveryService, ...]) -> None:
        """The delivery services that the Market tells."""
        self._services.known = services

    def state(self) -> HandoverState:
        """The desk as it stands."""
        parcel = None if self._parcel is None else self._ledger.order(self._parcel)
        names = {service.id: service.name for service in self._services.known}
        rows = self.book.rows(names)
        return HandoverState(parcel, self._held, self._question, rows, self._services.known)

    def scan(self, text: str, channel: Channel = Channel.SCANNER) -> HandoverAnswer:
        """What a scanned, typed or pasted text amounts to."""
        return replace(self._scan(text, channel), scan=text)

    def _scan(self, text: str, channel: Channel) -> HandoverAnswer:
        command = desk_command(text)
        order_id = None if command else self._ledger.find_order(text)
        if command is not None:
            return self._command(command)
        if order_id is not None:
            return self.take_parcel(order_id)
        if self._question is not None:
            return self._scan_answers(text, channel)
        if self._parcel is not None:
            return self._number(text, channel, self._parcel)
        track = read_track(text, channel, is_ours=self._is_alike)
        return self._hold(track) if track.is_sure else self._stray_off(text)

    def seek(self, text: str) -> HandoverAnswer:
        """The Market is asked for the order of this number."""
        answer = self._tell(SeekingParcel(text))
        return replace(answer, state=replace(answer.state, sought=text))

    def take_unknown(self, text: str, channel: Channel = Channel.SCANNER) -> HandoverAnswer:
        """The Market has no order of this number: it may be a track number all the same."""
        # It was no parcel, so that nothing is known to have gone astray by it.
        self._stray = "" if self._stray == text.strip() else self._stray
        track = read_track(text, channel, is_ours=self._is_alike)
        is_track = track.forms and not track.warnings
        return replace(self._hold(track) if is_track else self._stray_off(text), scan=text)

    def take_unread(self, text: str, error: PackdeskError) -> HandoverAnswer:
        """The Market could not be asked for the order of this number."""
        self._stray = text
        return replace(self._tell(ParcelNotTaken(text, error)), scan=text)

    def _stray_off(self, text: str) -> HandoverAnswer:
        """What is no parcel of ours: a track number that follows may be on the same parcel."""
        self._stray = self._stray or text.strip()
        return self._refuse(Unclear(text))

    def _hold(self, track: TrackNumber) -> HandoverAnswer:
        if self._stray:
            return self._refuse(OfStrayParcel(track.text, self._stray))
        users = self.book.users((track.key,)).get(track.key)
        if users:
            return self._tell(TrackAlreadyThere(min(users), track))
        if self._held is not None and self._held.key != track.key:
            return self._refuse(ParcelDue(self._held.text))
        self._held = track
        return self._tell(HeldTrack(track))

    def _command(self, command: DeskCommand) -> HandoverAnswer:
        if command is DeskCommand.CANCEL:
            return self.drop()
        if command.answer is not None:
            return self.answer(command.answer)
        if self._question is not None:
            return self._refuse(AnswerQuestionFirst())
        if command is DeskCommand.UNDO:
            return self.undo()
        return self._refuse(Unclear(command.value))

    def _scan_answers(self, text: str, channel: Channel) -> HandoverAnswer:
        """The same number once more confirms a doubtful one, another one takes its place.

        A scanner may read twice in one pull of its trigger, and nobody has read the question then.
        """
        question = self._question
        if not isinstance(question, DoubtfulTrack):
            return self._refuse(AnswerQuestionFirst())
        track = self._read(text, channel, question.order)
        if track.key == question.track.key:
            is_deliberate = self._ledger.now() - self._asked_at >= TIME_TO_READ
            if is_deliberate and not track.is_something_else:
                return self.answer(1)
            return self._tell(HandoverAsked(question))
        self._question = None
        return self._number(text, channel, question.order)

    def take_parcel(self, order_id: OrderId) -> HandoverAnswer:
        """A parcel of this order is in hand.

        Raises:
            OrderUnknown: the cache has no such order; ask the Market first.
        """
        self._seen = order_id
        if self._question is not None:
            return self._refuse(AnswerQuestionFirst())
        if self._parcel is not None and self._parcel != order_id:
            return self._refuse(TrackDue(self._parcel, str(order_id)))
        order = self._expected(order_id)
        refusal = may_take_track(order)
        if refusal is not None:
            self._stray = str(order_id)
            return self._refuse(refusal)
        if order.cancel_requested and self._parcel is None:
            return self._ask(BuyerCancels(order_id))
        return self._with_parcel(order_id)

    def _with_parcel(self, order_id: OrderId) -> HandoverAnswer:
        self._parcel, self._stray = order_id, ""
        track, self._held = self._held, None
        if track is None:
            return self._tell(TookParcel(order_id))
        return self._track(self._read(track.text, Channel.SCANNER, order_id))

    def _read(self, text: str, channel: Channel, order_id: OrderId) -> TrackNumber:
        order = self._ledger.order(order_id)
        service = self._services.name_of(order) if order is not None else ""
        return read_track(text, channel, carrier_of(service), self._is_alike)

    def _is_alike(self, text: str) -> bool:
        return looks_like_order(text, self._ledger.orders)

    def _expected(self, order_id: OrderId) -> Order:
        order = self._ledger.order(order_id)
        if order is None:
            raise OrderUnknown(order_id)
        return expected(order, self._ledger.held(order_id).errands)

    def _number(self, text: str, channel: Channel, order_id: OrderId) -> HandoverAnswer:
        """A number where the parcel's track number is due."""
        track = self._read(text, channel, order_id)
        if channel is not Channel.SCANNER or not track.is_label:
            return self._track(track)
        # What is scanned next may be this unknown parcel's track number.
        self._seen = None
        return self._refuse(TrackDue(order_id, track.text))

    def _track(self, track: TrackNumber) -> HandoverAnswer:
        if not track.text:
            return self._refuse(Unclear(track.text))
        if self._parcel is not None and self._seen != self._parcel:
            # Another parcel came between, refused perhaps unheard: the number may be that one's.
            return self._refuse(WhoseTrack(track.text, self._parcel))
        self._pending = Pending(track)
        return self._go_on()

    def _go_on(self) -> HandoverAnswer:
        """Keep the pending number, or say what still stands in its way."""
        pending, order_id = self._pending, self._parcel
        if pending is None or order_id is None:
            return self._refuse(Unclear(""))
        order, track = self._expected(order_id), pending.track
        if has_track(order, track.text):
            self._clear()
            return self._tell(TrackAlreadyThere(order_id, track))
        other = self.book.user_of(track.text, order_id)
        if other is not None:
            self._pending = None
            return self._refuse(UsedElsewhere(track.text, other))
        if track.warnings and not pending.is_trusted:
            return self._ask(DoubtfulTrack(order_id, track))
        there = other_tracks(order, track.text)
        if there and not pending.may_be_another:
            return self._ask(AnotherTrack(order_id, track, there))
        service = pending.service or self._services.of(order, track)
        if service is None:
            return self._ask(WhichService(order_id, track, self._services.likely(track)))
        errands = self.errands_for(order, Track(track.text, service))
        self.keep(order_id, errands)
        self._clear()
        return self._tell(TookTrack(order_id, track, service, errands))

    def errands_for(self, order: Order, track: Track) -> tuple[Errand, ...]:
        """What a track number asks of the Market, by the shop's ways."""
        return self._policy.errands_for(order, track)

    def answer(self, number: int) -> HandoverAnswer:
        """Answer the open question; 1 is the first answer."""
        question = self._question
        if question is None or not 1 <= number <= question.answers:
            return self._refuse(AnswerQuestionFirst() if question else Unclear(str(number)))
        if isinstance(question, WhichService):
            return self.choose_service(question.likely[number - 1])
        self._question = None
        if isinstance(question, BuyerCancels):
            go_on = self._with_parcel if number == 1 else self._put_down
            return go_on(question.order)
        pending, self._pending = self._pending, None
        if number != 1 or pending is None:
            # The parcel stays in hand: its right number is still due.
            return self._tell(LetGo())
        agreed = (
            replace(pending, is_trusted=True)
            if isinstance(question, DoubtfulTrack)
            else replace(pending, may_be_another=True)
        )
        self._pending = agreed
        return self._go_on()

    def choose_service(self, service: DeliveryServiceId) -> HandoverAnswer:
        """The delivery service that the open question asks for."""
        if not isinstance(self._question, WhichService) or self._pending is None:
            return self._refuse(Unclear(""))
        self._question = None
        self._services.pick(service)
        self._pending = replace(self._pending, service=service)
        return self._go_on()

    def drop(self) -> HandoverAnswer:
        """Put parcel, track number and question down; nothing of it was kept."""
        question = self._question
        return self._put_down(
            question.order if isinstance(question, BuyerCancels) else self._parcel
        )

    def _put_down(self, parcel: OrderId | None) -> HandoverAnswer:
        self._stray = "" if parcel is None else str(parcel)
        self._clear()
        return self._tell(LetGo())

    def undo(self) -> HandoverAnswer:
        """Take back the last track number, and what was asked with it, if it has not gone out."""
        told = self.book.take_back()
        if not isinstance(told, TookBack):
            return self._refuse(told)
        self._clear()
        return self._tell(told)

    def move_on(self, order_id: OrderId, move: MoveOn) -> HandoverAnswer:
        """Set a DBS order's next status.

        Raises:
            OrderUnknown: the cache has no such order.
        """
        today = self._ledger.now().date()
        return self._errand(order_id, move, may_move(self._expected(order_id), move, today))

    def cancel(self, order_id: OrderId, reason: CancelReason) -> HandoverAnswer:
        """Cancel a DBS order for good.

        Raises:
            OrderUnknown: the cache has no such order.
        """
        refusal = may_cancel(self._expected(order_id), reason)
        return self._errand(order_id, Cancel(reason), refusal)

    def give_external_id(self, order_id: OrderId, text: str) -> HandoverAnswer:
        """Give an order the shop's own number.

        Raises:
            OrderUnknown: the cache has no such order.
        """
        number = text.strip()
        refusal = may_take_number(self._expected(order_id), number)
        return self._errand(order_id, GiveExternalId(number), refusal)

    def _errand(
        self, order_id: OrderId, errand: Errand, refusal: HandoverRefusal | None
    ) -> HandoverAnswer:
        waiting = self._ledger.held(order_id).errands.waiting
        if any(type(one) is type(errand) for one in waiting):
            refusal = WaitsAlready(order_id) if errand in waiting else refusal
        if refusal is not None:
            return self._refuse(refusal)
        self.keep(order_id, (errand,))
        return self._tell(TookErrand(order_id, errand))

    def keep(self, order_id: OrderId, errands: tuple[Errand, ...]) -> None:
        """Keep that these are to be sent, as one group."""
        self._ledger.record(order_id, tuple(ErrandAsked(errand) for errand in errands))
        self.book.note(order_id)

    def tell_failure(self, error: PackdeskError) -> HandoverAnswer:
        """The world did not let it be done."""
        return self._tell(HandoverFailed(error))

    def refuse(self, refusal: HandoverRefusal) -> HandoverAnswer:
        """A refusal that the facade has found."""
        return self._refuse(refusal)

    def _clear(self) -> None:
        self._parcel = self._held = self._question = self._pending = None

    def _ask(self, question: HandoverQuestion) -> HandoverAnswer:
        self._question, self._asked_at = question, self._ledger.now()
        return self._tell(HandoverAsked(question))

    def _refuse(self, refusal: HandoverRefusal) -> HandoverAnswer:
        return self._tell(HandoverRefused(refusal))

    def _tell(self, told: HandoverTold) -> HandoverAnswer:
        return HandoverAnswer(told, self._ledger.now(), self.state())

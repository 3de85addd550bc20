"""Who carries a parcel: the Market's list of delivery services, and the choice among them."""

from packdesk.domain.ids import DeliveryServiceId
from packdesk.domain.order import Order
from packdesk.domain.tracks import TrackNumber, guessed_service, likely_services
from packdesk.station.ports import DeliveryService

MOST_LIKELY = 5


class ParcelServices:
    """Remembers the service that a person picked last: the next parcel often goes with it, too."""

    def __init__(self) -> None:
        self.known: tuple[DeliveryService, ...] = ()
        self._picked: DeliveryServiceId | None = None

    def pick(self, service: DeliveryServiceId) -> None:
        """A person has chosen this one."""
        self._picked = service

    def name_of(self, order: Order) -> str:
        """What the order's own service is called; empty where nobody tells."""
        names = {service.id: service.name for service in self.known}
        own = order.delivery.service
        return order.delivery.service_name or (names.get(own, "") if own is not None else "")

    def of(self, order: Order, track: TrackNumber) -> DeliveryServiceId | None:
        """The order's own service, else the one that the number's form points to."""
        if order.delivery.service is not None:
            return order.delivery.service
        guess = guessed_service(track, self.known)
        return None if guess is None else guess.id

    def likely(self, track: TrackNumber) -> tuple[DeliveryServiceId, ...]:
        """Those to ask about first."""
        ids = [service.id for service in likely_services(track, self.known)]
        ids += [self._picked] if self._picked is not None else []
        return tuple(dict.fromkeys(ids))[:MOST_LIKELY]

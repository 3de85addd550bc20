"""A track desk over a journal in memory, for the tests of the hand-over."""

from dataclasses import replace

from packdesk.domain.ids import DeliveryServiceId, OrderId
from packdesk.domain.order import Delivery, ProgramType
from packdesk.station.handover_desk import HandoverDesk
from packdesk.station.handover_reports import HandoverAsked, HandoverRefused
from packdesk.station.ledger import Ledger, Worker
from packdesk.station.ports import DeliveryService
from tests.builders import order
from tests.fakes.clock import FakeClock
from tests.fakes.journal import MemoryJournal

CDEK = DeliveryServiceId(51)
POST = DeliveryServiceId(98)
OWN = DeliveryServiceId(99)
SERVICES = (
    DeliveryService(CDEK, "СДЭК"),
    DeliveryService(POST, "Почта России"),
    DeliveryService(OWN, "Собственная служба"),
    DeliveryService(DeliveryServiceId(100), "DPD"),
)
A, B = 51234567011, 51234567024
S10 = "RA410342249RU"
S10_TOO = "RB123456785RU"


def dbs(number=A, *, service=OWN, tracks=(), **told):
    made = order(number=number, program=ProgramType.DBS, **told)
    return replace(made, delivery=Delivery(service=service, tracks=tracks))


class Table:
    """A desk over a journal in memory."""

    def __init__(self, *orders, journal=None, clock=None, policy=None):
        self.journal = journal or MemoryJournal()
        self.clock = clock or FakeClock()
        if orders:
            self.journal.keep_orders(orders, self.clock.now())
        self.ledger = Ledger(lambda: self.journal, self.clock.now, Worker("Anna", "table 1"))
        self.desk = HandoverDesk(self.ledger, policy)
        self.desk.know_services(SERVICES)

    def scan(self, *texts):
        told = None
        for text in texts:
            self.clock.move(1)
            told = self.desk.scan(text).told
        return told

    def waiting(self, number=A):
        return self.ledger.held(OrderId(number)).errands.waiting

    def market(self, number, *events):
        """What the outbox would keep."""
        self.ledger.record(OrderId(number), events)

    def restarted(self):
        return Table(journal=self.journal, clock=self.clock)


def refusal(told):
    assert isinstance(told, HandoverRefused)
    return told.refusal


def question(told):
    assert isinstance(told, HandoverAsked)
    return told.question

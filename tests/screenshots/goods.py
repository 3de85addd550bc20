"""The made-up goods and orders of the pictures: names as long as sellers write them."""

from datetime import time

from packdesk.domain.codes import CodeKind
from packdesk.domain.order import Catalogue, ProgramType
from packdesk.station.reports import QueueEntry, QueueRead, SendState
from tests.builders import item, order
from tests.ui.queue_entries import NOW, entry

CIS, GTD, COUNTRY, UIN = CodeKind.CIS, CodeKind.GTD, CodeKind.COUNTRY, CodeKind.UIN
SHOES = item(1, 3, name="Кроссовки мужские беговые, 42", offer_id="A-SHOE-42", marking=(CIS,))
SLIPPERS = item(2, name="Тапочки домашние, 38", offer_id="A-SLIP-38", marking=(CIS,))
COOLER = item(3, name="Кондиционер настенный, 9000 BTU", offer_id="COOL-9000")
MUG = item(4, 2, name="Кружка керамическая «Утро», 350 мл", offer_id="MUG-350-BLUE")
TABLET = item(
    5, 2, name="Планшет 11 дюймов, 128 ГБ, серый космос", offer_id="TAB-11-128", marking=(GTD, CIS)
)
LONG = item(
    6,
    name="Набор контейнеров для хранения продуктов с крышками-защёлками, 12 предметов, прозрачный,"
    " можно мыть в посудомоечной машине",
    offer_id="KITCHEN-CONTAINER-SET-12-PCS-TRANSPARENT",
)
PENCILS = item(7, 60, name="Карандаш чернографитный HB", offer_id="PENCIL-HB", marking=(CIS,))

SINGLE = order(SLIPPERS, number=51234567011, shipment_time=time(17, 0))
FIVE = order(
    SHOES,
    SLIPPERS,
    MUG,
    TABLET,
    LONG,
    number=51234567027,
    program=ProgramType.EXPRESS,
    shipment_time=time(15, 20),
    external_id="A-1007",
    notes="Позвонить за час, домофон не работает",
)
MIXED = order(
    SHOES,
    SLIPPERS,
    COOLER,
    MUG,
    number=51234567048,
    shipment_time=time(17, 0),
    external_id="A-1011",
)
LARGE = order(PENCILS, number=51234567062)
CUSTOMS = order(
    item(5, 2, name="Планшет 11 дюймов, 128 ГБ", marking=(GTD, COUNTRY)), number=51234567070
)
GOLD = order(item(8, name="Подвеска золотая «Капля»", marking=(UIN,)), number=51234567083)

QUEUE: tuple[QueueEntry, ...] = (
    entry(SHOES, MUG, number=51234567019, program=ProgramType.EXPRESS, at=time(14, 40)),
    entry(*FIVE.items, number=51234567027, program=ProgramType.EXPRESS, at=time(15, 1), packed=4),
    entry(
        SHOES,
        SLIPPERS,
        number=51234567048,
        at=time(15, 40),
        packed=4,
        boxes=2,
        send=SendState.NEEDS_PERSON,
        external_id="A-1011",
    ),
    entry(LONG, TABLET, PENCILS, number=51234567062, at=time(17, 0)),
    entry(
        COOLER,
        number=51234567055,
        program=ProgramType.DBS,
        packed=1,
        boxes=3,
        send=SendState.CHECKING,
    ),
    entry(TABLET, MUG, number=51234567076, at=time(18, 0), external_id="A-1014"),
    entry(*GOLD.items, SLIPPERS, number=51234567097, at=time(18, 0)),
    entry(COOLER, MUG, number=51234567102, program=ProgramType.DBS),
    entry(MUG, number=51234567091, cancel_requested=True),
    entry(*GOLD.items, number=51234567083, packed=1, boxes=1, send=SendState.SENDING),
    entry(SLIPPERS, number=51234567104, packed=1, boxes=1, send=SendState.DONE),
)


def read(*entries: QueueEntry) -> QueueRead:
    """The queue as the Market has just told it."""
    return QueueRead(entries, Catalogue(), NOW)

"""Values for tests: defaults for all but the point of the test."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

from packdesk.domain.codes import Cis, CodeKind, Country, Gtd, MarkingCode, Rnpt, Uin
from packdesk.domain.ids import BoxNumber, CampaignId, ItemId, OrderId, UnitRef
from packdesk.domain.order import (
    Catalogue,
    CodeRequirement,
    ItemTag,
    Offer,
    Order,
    OrderItem,
    OrderStatus,
    OrderSubstatus,
    ProgramType,
)

CAMPAIGN = CampaignId(21098765)
GS = "\x1d"
TAIL = f"{GS}93AbCd"


def item(
    number: int = 1,
    count: int = 1,
    *,
    name: str | None = None,
    offer_id: str | None = None,
    marking: tuple[CodeKind, ...] = (),
    optional: bool = False,
    unknown: tuple[str, ...] = (),
    tags: tuple[ItemTag, ...] = (),
    price: int | None = 1000,
    promoted: bool | None = False,
) -> OrderItem:
    """A position; ``number`` makes its id, name and offer."""
    return OrderItem(
        id=ItemId(number),
        offer_id=offer_id or f"A-{number}",
        name=name or f"Good {number}",
        count=count,
        requires=tuple(CodeRequirement(kind, optional) for kind in marking),
        unknown_requirements=unknown,
        tags=tags,
        price=None if price is None else Decimal(price),
        promoted=promoted,
    )


def order(
    *items: OrderItem,
    number: int = 51234567011,
    program: ProgramType = ProgramType.FBS,
    status: OrderStatus = OrderStatus.PROCESSING,
    substatus: OrderSubstatus = OrderSubstatus.STARTED,
    notes: str = "",
    external_id: str | None = None,
    cancel_requested: bool = False,
    is_business: bool = False,
    shipment_date: date | None = date(2026, 11, 20),
    shipment_time: time | None = None,
) -> Order:
    """An order in processing, of one unmarked unit unless told otherwise."""
    return Order(
        id=OrderId(number),
        campaign_id=CAMPAIGN,
        program=program,
        status=status,
        substatus=substatus,
        items=items or (item(),),
        external_id=external_id,
        notes=notes,
        cancel_requested=cancel_requested,
        is_business=is_business,
        shipment_date=shipment_date,
        shipment_time=shipment_time,
        created_at=datetime(2026, 11, 20, 3, 0, tzinfo=UTC),
    )


def unit(number: int = 1, nth: int = 1) -> UnitRef:
    """The n-th unit of position ``number``."""
    return UnitRef(ItemId(number), nth)


def box(number: int = 1) -> BoxNumber:
    """The number of a box."""
    return BoxNumber(number)


def ean(number: int) -> str:
    """A product barcode (EAN-13) with a right check digit."""
    digits = f"460000{number:06d}"
    odd = sum(int(d) for d in digits[::2])
    even = sum(int(d) for d in digits[1::2])
    return digits + str(-(odd + 3 * even) % 10)


def cis(number: int = 1, nth: int = 1) -> Cis:
    """A whole Honest Sign code of the good with ``ean(number)``, another one for each ``nth``."""
    gtin = "0" + ean(number)
    serial = f"5abc{nth:02d}"
    return Cis(f"01{gtin}21{serial}{TAIL}", gtin, serial)


def uin(nth: int = 1) -> Uin:
    """A jewellery number."""
    return Uin(f"643240052093{nth:04d}")


def gtd(nth: int = 1) -> Gtd:
    """A customs declaration."""
    return Gtd(f"10702070/240723/{nth:07d}")


def rnpt(nth: int = 1) -> Rnpt:
    """A batch number of traceable goods."""
    return Rnpt(f"10702070/240723/{nth:07d}/1")


def country(code: str = "CN") -> Country:
    """A country of manufacture."""
    return Country(code)


def code_of(kind: CodeKind, number: int = 1, nth: int = 1) -> MarkingCode:
    """A code of a kind."""
    match kind:
        case CodeKind.CIS:
            return cis(number, nth)
        case CodeKind.UIN:
            return uin(nth)
        case CodeKind.RNPT:
            return rnpt(nth)
        case CodeKind.GTD:
            return gtd(nth)
        case CodeKind.COUNTRY:
            return country()


def catalogue(*numbers: int, box_counts: dict[int, int] | None = None) -> Catalogue:
    """Offers of these positions, each with its ``ean``."""
    counts = box_counts or {}
    return Catalogue(
        tuple(Offer(f"A-{n}", f"Good {n}", (ean(n),), box_count=counts.get(n, 1)) for n in numbers)
    )

"""What all calls of the Market in memory share: its orders, the log of calls, failures to come."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from packdesk.domain.checks import CodeCheck
from packdesk.domain.codes import CodeKind
from packdesk.domain.ids import BusinessId, OrderId, OrderRef
from packdesk.domain.labels import LabelFormat
from packdesk.domain.order import Order
from packdesk.station.errors import ApiError, MarketError, MarketRefused
from tests.fakes.market_rules import units

T = TypeVar("T")

BUSINESS = BusinessId(1000001)


class Op(Enum):
    """The methods of the port; the values are the API's operation ids."""

    CAMPAIGNS = "getCampaigns"
    KEY_INFO = "getAuthTokenInfo"
    ORDERS = "getBusinessOrders, a list"
    ORDER = "getBusinessOrders"
    PROMOTED_ITEMS = "getOrder"
    SET_LAYOUT = "setOrderBoxLayout"
    SET_EXTERNAL_ID = "updateExternalOrderId"
    CODE_CHECKS = "getOrderIdentifiersStatus"
    MARK_READY = "updateOrderStatus"
    LABELS = "generateOrderLabels"
    LABEL = "generateOrderLabel"
    LABELS_DATA = "getOrderLabelsData"
    OFFERS = "getOfferMappings"
    COUNTRIES = "getRegionsCodes"
    MARK_MANY_READY = "updateOrderStatuses"
    SET_TRACK = "setOrderDeliveryTrackCode"
    DELIVERY_SERVICES = "getDeliveryServices"
    VERIFY_EAC = "verifyOrderEac"
    SHIPMENTS = "searchShipments"
    ORDER_LABELS_REPORT = "generateMassOrderLabelsReport"
    REPORT = "getReportInfo"
    REPORT_FILE = "reportFile"
    RECEPTION_ACT = "downloadShipmentReceptionTransferAct"


class Effect(Enum):
    """What a failed call did nevertheless."""

    NONE = "it did nothing"
    TAKEN = "it took effect, only the answer was lost"


@dataclass(frozen=True, slots=True)
class Called:
    """One call as it came, failed or not."""

    op: Op
    given: tuple[object, ...] = ()


class MarketMemory:
    """Orders as they stand, calls as they came, and the errors that the next calls raise."""

    def __init__(self, *orders: Order) -> None:
        self.calls: list[Called] = []
        self.verdicts: dict[str, tuple[str, str | None]] = {}
        self._orders = {order.id: order for order in orders}
        self._errors: dict[Op, deque[tuple[MarketError, Effect]]] = defaultdict(deque)

    def fail(self, op: Op, *errors: MarketError, effect: Effect = Effect.NONE) -> None:
        """The next calls of this operation raise these, one each."""
        self._errors[op].extend((error, effect) for error in errors)

    def put(self, order: Order) -> None:
        """The Market itself has, or changes, this order."""
        self._orders[order.id] = order

    def stored(self, order: OrderId) -> Order:
        """An order as it stands, without a call."""
        return self._orders[order]

    def called(self, op: Op) -> list[Called]:
        """The calls of one operation."""
        return [call for call in self.calls if call.op is op]

    def _do(self, op: Op, work: Callable[[], T], *given: object) -> T:
        self.calls.append(Called(op, given))
        if self._errors[op]:
            error, effect = self._errors[op].popleft()
            if effect is Effect.TAKEN:
                work()
            raise error
        return work()

    def _known(self, op: Op, ref: OrderRef) -> Order:
        order = self._orders.get(ref.order)
        if order is None or order.ref != ref:
            raise refused(op, ref, 404, f"Failed to find order with id {ref.order}")
        return order

    def _checks(self, order: Order) -> Iterator[CodeCheck]:
        for item in order.items:
            for codes in units(order, item.id):
                for code in codes:
                    if code.kind in {CodeKind.CIS, CodeKind.UIN}:
                        verdict = self.verdicts.get(code.full, ("OK", None))
                        yield CodeCheck(item.id, code.kind, code.full, *verdict)


def a_pdf(page: LabelFormat, pages: int) -> bytes:
    """A true PDF with empty pages of the label's size."""
    width, height = (round(side / 25.4 * 72) for side in page.size_mm)
    kids = " ".join(f"{number} 0 R" for number in range(3, 3 + pages))
    leaf = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>",
        *[leaf] * pages,
    ]
    text, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(text))
        text += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    start = len(text)
    text += f"xref\n0 {size}\n0000000000 65535 f \n{table}"
    text += f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return text.encode("ascii")


def refused(op: Op, ref: OrderRef | None, status: int, text: str) -> MarketRefused:
    return MarketRefused(
        op.value,
        None if ref is None else ref.order,
        status=status,
        errors=(ApiError("FAKE", text),),
    )

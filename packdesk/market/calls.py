"""A call to the Partner API and its answer, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from urllib.parse import quote

from packdesk.domain.ids import OrderId
from packdesk.market.limits import Need, QuotaKey


class Effect(Enum):
    """Whether a call changes something at the Market. Only one that does can leave doubt behind."""

    NONE = "reads"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. ``headers`` have lower-case names, ``received_at`` is aware."""

    status: int
    headers: Mapping[str, str]
    received_at: datetime
    content: bytes = field(repr=False)

    @property
    def content_type(self) -> str:
        """The media type alone, in lower case; empty where none was told."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation of the API; ``name`` is its operationId, ``path`` has ``{}`` for each id."""

    name: str
    method: str
    path: str
    need: Need
    effect: Effect = Effect.NONE

    def call(
        self,
        *ids: int | str,
        order: OrderId | None = None,
        query: tuple[tuple[str, str], ...] = (),
        body: bytes | None = None,
    ) -> "Call":
        """A call with these ids in the path; a first number is the campaign or the business."""
        entity = ids[0] if ids and isinstance(ids[0], int) else None
        places = (quote(str(one), safe="") for one in ids)
        return Call(self, self.path.format(*places), (self.name, entity), order, query, body)


@dataclass(frozen=True, slots=True)
class Call:
    """One request to be. ``body`` is JSON; it may hold codes and is never shown."""

    operation: Operation
    path: str
    quota: QuotaKey
    order: OrderId | None = None
    query: tuple[tuple[str, str], ...] = ()
    body: bytes | None = field(default=None, repr=False)


GET_CAMPAIGNS = Operation("getCampaigns", "GET", "/v2/campaigns", Need.OPEN_ORDER)
GET_AUTH_TOKEN_INFO = Operation("getAuthTokenInfo", "POST", "/v2/auth/token", Need.OPEN_ORDER)
_BUSINESS_ORDERS = ("getBusinessOrders", "POST", "/v1/businesses/{}/orders")
REFRESH_ORDERS = Operation(*_BUSINESS_ORDERS, Need.QUEUE)
FIND_ORDERS = Operation(*_BUSINESS_ORDERS, Need.OPEN_ORDER)
_ORDER = "/v2/campaigns/{}/orders/{}"
GET_ORDER = Operation("getOrder", "GET", _ORDER, Need.OPEN_ORDER)
SET_ORDER_BOX_LAYOUT = Operation(
    "setOrderBoxLayout", "PUT", f"{_ORDER}/boxes", Need.SUBMISSION, Effect.CHANGES
)
UPDATE_EXTERNAL_ORDER_ID = Operation(
    "updateExternalOrderId", "POST", f"{_ORDER}/external-id", Need.SUBMISSION, Effect.CHANGES
)
UPDATE_ORDER_STATUS = Operation(
    "updateOrderStatus", "PUT", f"{_ORDER}/status", Need.SUBMISSION, Effect.CHANGES
)
GET_ORDER_IDENTIFIERS_STATUS = Operation(
    "getOrderIdentifiersStatus", "POST", f"{_ORDER}/identifiers/status", Need.CODE_STATUS
)
GENERATE_ORDER_LABELS = Operation(
    "generateOrderLabels", "GET", f"{_ORDER}/delivery/labels", Need.LABEL
)
GENERATE_ORDER_LABEL = Operation(
    "generateOrderLabel", "GET", f"{_ORDER}/delivery/shipments/{{}}/boxes/{{}}/label", Need.LABEL
)
GET_ORDER_LABELS_DATA = Operation(
    "getOrderLabelsData", "GET", f"{_ORDER}/delivery/labels/data", Need.LABEL
)
GET_REGIONS_CODES = Operation("getRegionsCodes", "POST", "/v2/regions/countries", Need.QUEUE)
GET_OFFER_MAPPINGS = Operation(
    "getOfferMappings", "POST", "/v2/businesses/{}/offer-mappings", Need.QUEUE
)
UPDATE_ORDER_STATUSES = Operation(
    "updateOrderStatuses",
    "POST",
    "/v2/campaigns/{}/orders/status-update",
    Need.SUBMISSION,
    Effect.CHANGES,
)
SET_ORDER_DELIVERY_TRACK_CODE = Operation(
    "setOrderDeliveryTrackCode",
    "POST",
    f"{_ORDER}/delivery/track",
    Need.SUBMISSION,
    Effect.CHANGES,
)
# A courier stands there and waits; a wrong code costs one of a few attempts.
VERIFY_ORDER_EAC = Operation(
    "verifyOrderEac", "PUT", f"{_ORDER}/verifyEac", Need.SUBMISSION, Effect.CHANGES
)
GET_DELIVERY_SERVICES = Operation("getDeliveryServices", "GET", "/v2/delivery/services", Need.QUEUE)
SEARCH_SHIPMENTS = Operation(
    "searchShipments", "PUT", "/v2/campaigns/{}/first-mile/shipments", Need.OPEN_ORDER
)
GENERATE_MASS_ORDER_LABELS_REPORT = Operation(
    "generateMassOrderLabelsReport", "POST", "/v2/reports/documents/labels/generate", Need.LABEL
)
GET_REPORT_INFO = Operation("getReportInfo", "GET", "/v2/reports/info/{}", Need.CODE_STATUS)
REPORT_FILE = Operation("reportFile", "GET", "report-file", Need.LABEL)
"""No operation of the API: the link that getReportInfo gives."""
# A GET that confirms the nearest shipment for good.
RECEPTION_TRANSFER_ACT = Operation(
    "downloadShipmentReceptionTransferAct",
    "GET",
    "/v2/campaigns/{}/shipments/reception-transfer-act",
    Need.SUBMISSION,
    Effect.CHANGES,
)

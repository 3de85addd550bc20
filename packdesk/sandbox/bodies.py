"""What the bodies of requests must look like, and the Market's complaints about those that do not.

The models follow the request schemas of the official OpenAPI description. Unknown fields are
ignored, as the Market does.
"""

import re
from typing import Annotated, Any, Literal, TypeVar

import pydantic
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field
from pydantic_core import ErrorDetails

from packdesk.sandbox.errors import BadRequestError

MAX_BODY_BYTES = 512 * 1024
# Lists that the description does not call unique.
MAY_REPEAT = frozenset({"boxes", "orders"})
INT32 = 2**31 - 1
INT64 = 2**63 - 1

Id = Annotated[int, Field(ge=-INT64 - 1, le=INT64)]
IsoDate = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class Body(BaseModel):
    """Read strictly: a number in quotes is no number."""

    model_config = ConfigDict(frozen=True, strict=True, extra="ignore")


class Instance(Body):
    """The codes of one unit."""

    cis: str | None = None
    uin: str | None = None
    rnpt: str | None = None
    gtd: str | None = None
    countryCode: str | None = None  # noqa: N815 - the API's name

    def as_sent(self) -> dict[str, Any]:
        """The object as it came, without the fields that were not given."""
        return self.model_dump(exclude_none=True)


class Part(Body):
    """Which part of a unit: ``current`` of ``total``."""

    current: Annotated[int, Field(ge=1, le=INT32)]
    total: Annotated[int, Field(ge=2, le=INT32)]


class LayoutItem(Body):
    """What of one order item lies in a box."""

    id: Id
    fullCount: Annotated[int, Field(ge=1, le=INT32)] | None = None  # noqa: N815
    partialCount: Part | None = None  # noqa: N815
    instances: Annotated[tuple[Instance, ...], Field(min_length=1)] | None = None

    def as_sent(self) -> dict[str, Any]:
        """The object as it came, without the fields that were not given."""
        return self.model_dump(mode="json", exclude_none=True)


class LayoutBox(Body):
    """One box."""

    items: Annotated[tuple[LayoutItem, ...], Field(min_length=1)]


class LayoutBody(Body):
    """``SetOrderBoxLayoutRequest``."""

    boxes: Annotated[tuple[LayoutBox, ...], Field(min_length=1)]
    allowRemove: bool = False  # noqa: N815


class ExternalIdBody(Body):
    """``UpdateExternalOrderIdRequest``."""

    externalOrderId: Annotated[str, Field(min_length=1)]  # noqa: N815


class RealDeliveryDates(Body):
    """The day on which a DBS order was really delivered."""

    realDeliveryDate: IsoDate | None = None  # noqa: N815


class StatusDelivery(Body):
    """Delivery part of a status change."""

    dates: RealDeliveryDates | None = None


class StatusChange(Body):
    """The status wanted."""

    status: str
    substatus: str | None = None
    delivery: StatusDelivery | None = None


class StatusBody(Body):
    """``UpdateOrderStatusRequest``."""

    order: StatusChange


class OrderState(Body):
    """``OrderStateDTO``."""

    id: Id
    status: str
    substatus: str | None = None


class StatusesBody(Body):
    """``UpdateOrderStatusesRequest``."""

    orders: Annotated[tuple[OrderState, ...], Field(min_length=1, max_length=30)]


class EacBody(Body):
    """``VerifyOrderEacRequest``."""

    code: str


class TrackBody(Body):
    """``SetOrderDeliveryTrackCodeRequest``."""

    trackCode: str  # noqa: N815
    deliveryServiceId: Id  # noqa: N815


class DatesFilter(Body):
    """``OrderDatesFilterDTO``: lower bounds included, upper excluded."""

    creationDateFrom: IsoDate | None = None  # noqa: N815
    creationDateTo: IsoDate | None = None  # noqa: N815
    shipmentDateFrom: IsoDate | None = None  # noqa: N815
    shipmentDateTo: IsoDate | None = None  # noqa: N815
    updateDateFrom: AwareDatetime | None = None  # noqa: N815
    updateDateTo: AwareDatetime | None = None  # noqa: N815


Some = Annotated[tuple[Id, ...], Field(min_length=1, max_length=50)]
Words = Annotated[tuple[str, ...], Field(min_length=1)]
Program = Literal["FBY", "FBS", "DBS", "EXPRESS", "LAAS"]


class OrdersBody(Body):
    """``GetBusinessOrdersRequest``."""

    orderIds: Some | None = None  # noqa: N815
    externalOrderIds: Annotated[Words, Field(max_length=50)] | None = None  # noqa: N815
    campaignIds: Some | None = None  # noqa: N815
    programTypes: Annotated[tuple[Program, ...], Field(min_length=1)] | None = None  # noqa: N815
    statuses: Words | None = None
    substatuses: Words | None = None
    sourcePlatforms: Words | None = None  # noqa: N815
    fake: bool | None = None
    waitingForCancellationApprove: bool | None = None  # noqa: N815
    dates: DatesFilter | None = None


ShipmentDate = Annotated[str, Field(pattern=r"^(\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{4})$")]


class ShipmentsBody(Body):
    """``SearchShipmentsRequest``; the text names ``DD-MM-YYYY``, the schema the ISO date."""

    dateFrom: ShipmentDate  # noqa: N815
    dateTo: ShipmentDate  # noqa: N815
    statuses: Words | None = None
    orderIds: Annotated[tuple[Id, ...], Field(min_length=1)] | None = None  # noqa: N815
    cancelledOrders: bool = True  # noqa: N815


class LabelsReportBody(Body):
    """``GenerateMassOrderLabelsRequest``."""

    businessId: Annotated[int, Field(ge=1, le=INT64)]  # noqa: N815
    orderIds: Annotated[tuple[Id, ...], Field(min_length=1, max_length=1000)]  # noqa: N815
    sortingType: Literal["SORT_BY_GIVEN_ORDER", "SORT_BY_ORDER_CREATED_AT"] = (  # noqa: N815
        "SORT_BY_ORDER_CREATED_AT"
    )


class OffersBody(Body):
    """``GetOfferMappingsRequest``, the part that a packing program asks with."""

    offerIds: Annotated[Words, Field(max_length=100)] | None = None  # noqa: N815


B = TypeVar("B", bound=Body)


def read_body(model: type[B], raw: bytes) -> B:
    """The body as its model.

    Raises:
        BadRequestError: In the words of the Market, one message per fault.
    """
    if not raw:
        raise BadRequestError("Unexpected end of content")
    try:
        body = model.model_validate_json(raw)
    except pydantic.ValidationError as error:
        faults = error.errors(include_url=False)
        told = (_words(fault) for fault in faults if not _is_an_echo(fault, faults))
        raise BadRequestError(*dict.fromkeys(told)) from error
    for name, value in body:
        repeats = isinstance(value, tuple) and len(set(map(repr, value))) < len(value)
        if repeats and name not in MAY_REPEAT:
            raise BadRequestError(f"'{name}' must only contain unique elements")
    return body


COMPLAINTS = {
    "json_invalid": "JSON: {error}",
    "missing": "'{path}' must not be null",
    "too_short": "'{path}' must not be empty",
    "string_too_short": "'{path}' must not be empty",
    "too_long": "'{path}' size must be between 1 and {max_length}",
    "greater_than_equal": "'{path}' must be greater than or equal to {ge}",
    "less_than_equal": "'{path}' must be less than or equal to {le}",
    "string_pattern_mismatch": "'{path}' must match \"{pattern}\"",
}


def _is_an_echo(fault: ErrorDetails, faults: list[ErrorDetails]) -> bool:
    """A list is called too short by pydantic when its only members are at fault themselves."""
    place = fault["loc"]
    return fault["type"] == "too_short" and any(
        other["loc"][: len(place)] == place for other in faults if other["loc"] != place
    )


def _words(fault: ErrorDetails) -> str:
    """The Market's words for what pydantic found."""
    words = COMPLAINTS.get(fault["type"], "Illegal input at '{path}'")
    return words.format(path=_path(fault["loc"]), **fault.get("ctx", {}))


def _path(places: tuple[int | str, ...]) -> str:
    path = "".join(f"[{place}]" if isinstance(place, int) else f".{place}" for place in places)
    return re.sub(r"^\.", "", path)

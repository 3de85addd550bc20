"""The Market port over the Partner API.

What only reads is tried again a few times by itself; what changes something never is: whether to
repeat it is decided where it is known what it did.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Final, TypeVar

import stamina
from pydantic import ValidationError

from packdesk.domain.checks import CodeCheck
from packdesk.domain.ids import BusinessId, MarketBoxId, OrderRef
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import BoxLayout
from packdesk.domain.order import MarketBox, Offer, Order, OrderStatus, OrderSubstatus
from packdesk.market import calls, translate
from packdesk.market.calls import Answer, Call
from packdesk.market.failures import failure, json_of, unreadable
from packdesk.market.layout_body import box_ids, layout_body
from packdesk.market.order_search import find_order, requests_of
from packdesk.market.paging import all_pages, chunks
from packdesk.market.transport import Transport
from packdesk.market.wire import (
    GetBusinessOrdersRequest,
    GetBusinessOrdersResponse,
    GetCampaignsResponse,
    GetOfferMappingsRequest,
    GetOfferMappingsResultDTO,
    GetOrderIdentifiersStatusDTO,
    GetOrderResponse,
    GetRegionsCodesResponse,
    OrderBoxesLayoutDTO,
    OrderLabelDTO,
    OrderStatusChangeDTO,
    ResultOf,
    TokenDTO,
    UpdateExternalOrderIdRequest,
    UpdateOrderStatusRequest,
    WireModel,
)
from packdesk.station.errors import (
    MarketBroken,
    MarketRefused,
    MarketUnreachable,
    OrderUnknown,
)
from packdesk.station.ports import Campaign, KeyInfo, OrderQuery, ParcelLabel

M = TypeVar("M", bound=WireModel)
T = TypeVar("T")

READ_ATTEMPTS: Final = 3
ORDERS_A_PAGE: Final = 50
CAMPAIGNS_A_PAGE: Final = 100
OFFERS_A_REQUEST: Final = 100
# generateOrderLabel wants a shipment id in its path and takes no notice of it.
ANY_SHIPMENT: Final = 1

_GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.GONE})
_PDF_TYPES = frozenset({"application/pdf", "application/octet-stream"})


class MarketClient:
    """The shops of one cabinet. Every call blocks; any lane.

    Args:
        transport: carries the calls; it stays open when the client goes.
        business_id: the cabinet; None for the one that the key belongs to, which is then asked
            for once (a key is of one cabinet only).
        read_attempts: how often a reading call is tried in all.
    """

    def __init__(
        self,
        transport: Transport,
        business_id: BusinessId | None = None,
        read_attempts: int = READ_ATTEMPTS,
    ) -> None:
        self._transport = transport
        self._business = business_id
        self._attempts = read_attempts

    def campaigns(self) -> tuple[Campaign, ...]:
        """All shops that the key sees and that have an id (getCampaigns, all pages)."""

        def page(token: str | None) -> tuple[tuple[Campaign | None, ...], str | None]:
            call = calls.GET_CAMPAIGNS.call(query=_paged(CAMPAIGNS_A_PAGE, token))
            told = self._read(call, GetCampaignsResponse)
            return tuple(translate.campaign(one) for one in told.campaigns), told.next_page

        found = all_pages(calls.GET_CAMPAIGNS.name, page)
        return tuple(one for one in found if one is not None)

    def key_info(self) -> KeyInfo:
        """What the key may do (getAuthTokenInfo; 100 an hour)."""
        told = self._read(calls.GET_AUTH_TOKEN_INFO.call(), ResultOf[TokenDTO]).result.api_key
        return KeyInfo(name=told.name or "", scopes=told.auth_scopes)

    def _cabinet(self) -> BusinessId:
        """The cabinet of the key.

        Raises:
            MarketRefused: the key sees no shop, so there is no cabinet to ask.
        """
        if self._business is None:
            shops = self.campaigns()
            if not shops:
                raise MarketRefused(calls.GET_CAMPAIGNS.name, status=HTTPStatus.NOT_FOUND)
            self._business = shops[0].business_id
        return self._business

    def orders(self, query: OrderQuery) -> tuple[Order, ...]:
        """Orders of the cabinet (getBusinessOrders, all pages), each once, its newest state."""
        by_name = query.orders or query.external_ids
        operation = calls.FIND_ORDERS if by_name else calls.REFRESH_ORDERS
        found = {
            order.ref: order
            for request in requests_of(query)
            for order in self._orders(operation, request)
        }
        return tuple(found.values())

    def order(self, ref: OrderRef) -> Order:
        """One order, fresh.

        Raises:
            OrderUnknown: the Market does not have it, however it is asked.
        """
        today = self._transport.now().astimezone(translate.MOSCOW).date()
        found = find_order(ref, today, lambda request: self._orders(calls.FIND_ORDERS, request))
        if found is None:
            raise OrderUnknown(ref.order)
        return found

    def promoted_items(self, ref: OrderRef) -> tuple[int, ...]:
        """Ids of items that a promotion added (getOrder, until it is switched off)."""
        try:
            told = self._read(_of(calls.GET_ORDER, ref), GetOrderResponse)
        except MarketRefused as refused:
            forbidden = any("deprecated" in message.lower() for message in refused.messages)
            if refused.status in _GONE or forbidden:
                return ()
            raise
        return translate.promoted(told.order)

    def set_layout(self, ref: OrderRef, layout: BoxLayout) -> tuple[MarketBox, ...]:
        """Replace the layout (setOrderBoxLayout)."""
        call = _of(calls.SET_ORDER_BOX_LAYOUT, ref, body=layout_body(layout))
        told = _parsed(call, self._sent(call), ResultOf[OrderBoxesLayoutDTO])
        return box_ids(layout, told.result.boxes)

    def set_external_id(self, ref: OrderRef, external_id: str) -> None:
        """Give the order the shop's own number, once (updateExternalOrderId)."""
        body = UpdateExternalOrderIdRequest(external_order_id=external_id)
        self._change(_of(calls.UPDATE_EXTERNAL_ORDER_ID, ref, body=body))

    def code_checks(self, ref: OrderRef) -> tuple[CodeCheck, ...]:
        """How the codes fare (getOrderIdentifiersStatus; FBS and Express)."""
        call = _of(calls.GET_ORDER_IDENTIFIERS_STATUS, ref)
        told = self._read(call, ResultOf[GetOrderIdentifiersStatusDTO]).result
        return tuple(check for item in told.items for check in translate.checks(item))

    def mark_ready(self, ref: OrderRef) -> None:
        """Set PROCESSING / READY_TO_SHIP (updateOrderStatus)."""
        wanted = OrderStatusChangeDTO(
            status=OrderStatus.PROCESSING.value, substatus=OrderSubstatus.READY_TO_SHIP.value
        )
        self._change(
            _of(calls.UPDATE_ORDER_STATUS, ref, body=UpdateOrderStatusRequest(order=wanted))
        )

    def labels(self, ref: OrderRef, page: LabelFormat) -> bytes:
        """The PDF with one label a box (generateOrderLabels)."""
        return self._pdf(_of(calls.GENERATE_ORDER_LABELS, ref, query=(("format", page.value),)))

    def label(self, ref: OrderRef, box: MarketBoxId, page: LabelFormat) -> bytes:
        """The PDF of one box's label (generateOrderLabel)."""
        call = calls.GENERATE_ORDER_LABEL.call(
            ref.campaign,
            ref.order,
            ANY_SHIPMENT,
            box,
            order=ref.order,
            query=(("format", page.value),),
        )
        return self._pdf(call)

    def labels_data(self, ref: OrderRef) -> tuple[ParcelLabel, ...]:
        """The texts of the labels (getOrderLabelsData)."""
        told = self._read(_of(calls.GET_ORDER_LABELS_DATA, ref), ResultOf[OrderLabelDTO]).result
        return tuple(translate.parcel_label(label) for label in told.parcel_box_labels)

    def offers(self, offer_ids: tuple[str, ...]) -> tuple[Offer, ...]:
        """What the catalogue knows of these goods (getOfferMappings)."""
        found = []
        for some in chunks(offer_ids, OFFERS_A_REQUEST):
            body = _json(GetOfferMappingsRequest(offer_ids=some))
            call = calls.GET_OFFER_MAPPINGS.call(self._cabinet(), body=body)
            told = self._read(call, ResultOf[GetOfferMappingsResultDTO]).result
            found += [one.offer for one in told.offer_mappings if one.offer is not None]
        return tuple(translate.offer(one) for one in found)

    def countries(self) -> tuple[str, ...]:
        """The codes that a country of manufacture may have (getRegionsCodes; 100 an hour)."""
        told = self._read(calls.GET_REGIONS_CODES.call(), GetRegionsCodesResponse).countries
        return translate.country_codes(one.country_code for one in told)

    def _orders(
        self, operation: calls.Operation, request: GetBusinessOrdersRequest
    ) -> tuple[Order, ...]:
        def page(token: str | None) -> tuple[tuple[Order, ...], str | None]:
            query = _paged(ORDERS_A_PAGE, token)
            call = operation.call(self._cabinet(), query=query, body=_json(request))
            told = self._read(call, GetBusinessOrdersResponse)
            return tuple(translate.order(one) for one in told.orders), told.next_page

        return all_pages(operation.name, page)

    def _read(self, call: Call, model: type[M]) -> M:
        return self._again(lambda: _parsed(call, self._sent(call), model))

    def _pdf(self, call: Call) -> bytes:
        answer = self._again(lambda: self._sent(call))
        if answer.content_type not in _PDF_TYPES or not answer.content.startswith(b"%PDF"):
            raise unreadable(call, answer)
        return answer.content

    def _change(self, call: Call) -> None:
        """Whatever the answer tells beside its being one of the Market's is re-read elsewhere."""
        _parsed(call, self._sent(call), WireModel)

    def _sent(self, call: Call) -> Answer:
        answer = self._transport.send(call)
        error = failure(call, answer)
        if error is not None:
            raise error
        return answer

    def _again(self, work: Callable[[], T]) -> T:
        """Only for what changes nothing."""
        trying = stamina.RetryingCaller(
            attempts=self._attempts, timeout=30.0, wait_initial=0.3, wait_max=3.0, wait_jitter=0.3
        )
        return trying((MarketUnreachable, MarketBroken), work)


def _of(
    operation: calls.Operation,
    ref: OrderRef,
    query: tuple[tuple[str, str], ...] = (),
    body: WireModel | None = None,
) -> Call:
    told = None if body is None else _json(body)
    return operation.call(ref.campaign, ref.order, order=ref.order, query=query, body=told)


def _paged(limit: int, token: str | None) -> tuple[tuple[str, str], ...]:
    first = (("limit", str(limit)),)
    return first if token is None else (*first, ("pageToken", token))


def _json(body: WireModel) -> bytes:
    return body.model_dump_json(by_alias=True, exclude_none=True).encode()


def _parsed(call: Call, answer: Answer, model: type[M]) -> M:
    try:
        return model.model_validate_json(json_of(answer))
    except ValidationError as error:
        raise unreadable(call, answer) from error

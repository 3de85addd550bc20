"""The Market port over the Partner API.

What only reads is tried again a few times by itself; what changes something never is: whether to
repeat it is decided where it is known what it did.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from typing_extensions import override

from packdesk.domain.checks import CodeCheck
from packdesk.domain.ids import BusinessId, MarketBoxId, OrderRef
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import BoxLayout
from packdesk.domain.order import MarketBox, Offer, Order
from packdesk.market import calls, translate
from packdesk.market.caller import Caller, json_text, of_order, paged
from packdesk.market.handover_calls import HandoverCalls
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
    ResultOf,
    TokenDTO,
)
from packdesk.market.wire_changes import UpdateExternalOrderIdRequest
from packdesk.station.errors import MarketAnswerUnreadable, MarketRefused, OrderUnknown
from packdesk.station.ports import Campaign, KeyInfo, OrderQuery, ParcelLabel

READ_ATTEMPTS: Final = 3
ORDERS_A_PAGE: Final = 50
CAMPAIGNS_A_PAGE: Final = 100
OFFERS_A_REQUEST: Final = 100
# generateOrderLabel wants a shipment id in its path and takes no notice of it.
ANY_SHIPMENT: Final = 1

_GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.GONE})


class MarketClient(HandoverCalls):
    """The shops of one cabinet. Every call blocks; any lane.

    Args:
        transport: carries the calls; it stays open when the client goes.
        business_id: the cabinet; None for the one that the key belongs to, which is then asked
            for once (a key is of one cabinet only).
        read_attempts: how often a reading call is tried in all.
        keep: keeps an answer that cannot be read for a report, and gives the place where.
    """

    def __init__(
        self,
        transport: Transport,
        business_id: BusinessId | None = None,
        read_attempts: int = READ_ATTEMPTS,
        keep: Callable[[MarketAnswerUnreadable], str] = lambda _: "",
    ) -> None:
        super().__init__(Caller(transport, read_attempts, keep))
        self._transport = transport
        self._business = business_id

    def campaigns(self) -> tuple[Campaign, ...]:
        """All shops that the key sees and that have an id (getCampaigns, all pages)."""

        def page(token: str | None) -> tuple[tuple[Campaign | None, ...], str | None]:
            call = calls.GET_CAMPAIGNS.call(query=paged(CAMPAIGNS_A_PAGE, token))
            told = self._caller.read(call, GetCampaignsResponse)
            return tuple(translate.campaign(one) for one in told.campaigns), told.next_page

        found = all_pages(calls.GET_CAMPAIGNS.name, page)
        return tuple(one for one in found if one is not None)

    def key_info(self) -> KeyInfo:
        """What the key may do (getAuthTokenInfo; 100 an hour)."""
        told = self._caller.read(
            calls.GET_AUTH_TOKEN_INFO.call(), ResultOf[TokenDTO]
        ).result.api_key
        return KeyInfo(name=told.name or "", scopes=told.auth_scopes)

    @override
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
            told = self._caller.read(of_order(calls.GET_ORDER, ref), GetOrderResponse)
        except MarketRefused as refused:
            forbidden = any("deprecated" in message.lower() for message in refused.messages)
            if refused.status in _GONE or forbidden:
                return ()
            raise
        return translate.promoted(told.order)

    def set_layout(self, ref: OrderRef, layout: BoxLayout) -> tuple[MarketBox, ...]:
        """Replace the layout (setOrderBoxLayout)."""
        call = of_order(calls.SET_ORDER_BOX_LAYOUT, ref, body=layout_body(layout))
        told = self._caller.read_once(call, ResultOf[OrderBoxesLayoutDTO])
        return box_ids(layout, told.result.boxes)

    def set_external_id(self, ref: OrderRef, external_id: str) -> None:
        """Give the order the shop's own number, once (updateExternalOrderId)."""
        body = UpdateExternalOrderIdRequest(external_order_id=external_id)
        self._caller.change(of_order(calls.UPDATE_EXTERNAL_ORDER_ID, ref, body=body))

    def code_checks(self, ref: OrderRef) -> tuple[CodeCheck, ...]:
        """How the codes fare (getOrderIdentifiersStatus; FBS and Express)."""
        call = of_order(calls.GET_ORDER_IDENTIFIERS_STATUS, ref)
        told = self._caller.read(call, ResultOf[GetOrderIdentifiersStatusDTO]).result
        return tuple(check for item in told.items for check in translate.checks(item))

    def labels(self, ref: OrderRef, page: LabelFormat) -> bytes:
        """The PDF with one label a box (generateOrderLabels)."""
        return self._caller.pdf(
            of_order(calls.GENERATE_ORDER_LABELS, ref, query=(("format", page.value),))
        )

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
        return self._caller.pdf(call)

    def labels_data(self, ref: OrderRef) -> tuple[ParcelLabel, ...]:
        """The texts of the labels (getOrderLabelsData)."""
        told = self._caller.read(
            of_order(calls.GET_ORDER_LABELS_DATA, ref), ResultOf[OrderLabelDTO]
        ).result
        return tuple(translate.parcel_label(label) for label in told.parcel_box_labels)

    def offers(self, offer_ids: tuple[str, ...]) -> tuple[Offer, ...]:
        """What the catalogue knows of these goods (getOfferMappings)."""
        found = []
        for some in chunks(offer_ids, OFFERS_A_REQUEST):
            body = json_text(GetOfferMappingsRequest(offer_ids=some))
            call = calls.GET_OFFER_MAPPINGS.call(self._cabinet(), body=body)
            told = self._caller.read(call, ResultOf[GetOfferMappingsResultDTO]).result
            found += [one.offer for one in told.offer_mappings if one.offer is not None]
        return tuple(translate.offer(one) for one in found)

    def countries(self) -> tuple[str, ...]:
        """The codes that a country of manufacture may have (getRegionsCodes; 100 an hour)."""
        told = self._caller.read(calls.GET_REGIONS_CODES.call(), GetRegionsCodesResponse).countries
        return translate.country_codes(one.country_code for one in told)

    def _orders(
        self, operation: calls.Operation, request: GetBusinessOrdersRequest
    ) -> tuple[Order, ...]:
        def page(token: str | None) -> tuple[tuple[Order, ...], str | None]:
            query = paged(ORDERS_A_PAGE, token)
            call = operation.call(self._cabinet(), query=query, body=json_text(request))
            told = self._caller.read(call, GetBusinessOrdersResponse)
            return tuple(translate.order(one) for one in told.orders), told.next_page

        return all_pages(operation.name, page)

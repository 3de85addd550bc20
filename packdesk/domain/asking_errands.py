"""Errands that the table may ask for: what stands against them."""

from packdesk.domain.access import Access, access, cancel_reasons
from packdesk.domain.errands import Cancel, CancelReason, ErrandAsked, GiveExternalId
from packdesk.domain.external_ids import fault_of
from packdesk.domain.packing import Packing
from packdesk.domain.refusals import (
    BeingCancelled,
    CannotCancel,
    ExternalIdBad,
    ExternalIdKnown,
    ExternalIdTooLate,
)
from packdesk.domain.spots import Decided, Outcome, Refused


def decide_cancel(packing: Packing, reason: CancelReason) -> Outcome:
    """Cancelling the whole order; the caller has made sure that a person confirmed just that."""
    if packing.is_being_cancelled:
        return Refused(BeingCancelled())
    if packing.is_ready or reason not in cancel_reasons(packing.order):
        return Refused(CannotCancel(packing.order.id))
    return Decided((ErrandAsked(Cancel(reason)),))


def decide_external_id(packing: Packing, text: str) -> Outcome:
    """Giving the order the shop's own number, which the Market takes only once."""
    known = known_external_id(packing)
    if known is not None:
        return Refused(ExternalIdKnown(known))
    if packing.is_being_cancelled:
        return Refused(BeingCancelled())
    if packing.is_ready or access(packing.order) is not Access.PACK:
        return Refused(ExternalIdTooLate())
    fault = fault_of(text)
    if fault is not None:
        return Refused(ExternalIdBad(fault))
    return Decided((ErrandAsked(GiveExternalId(text.strip())),))


def known_external_id(packing: Packing) -> str | None:
    """The number that the order has, or that is on its way to the Market."""
    errands = (*packing.errands.waiting, *packing.errands.done)
    asked = [one.external_id for one in errands if isinstance(one, GiveExternalId)]
    confirmed = packing.confirmed.external_id if packing.confirmed else None
    return packing.order.external_id or confirmed or next(iter(asked), None)

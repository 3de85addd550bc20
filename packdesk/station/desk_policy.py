"""How the shop wants its orders packed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from packdesk.domain.external_ids import fill_template
from packdesk.domain.ids import CampaignId
from packdesk.domain.labels import LabelFormat
from packdesk.domain.order import Order


@dataclass(frozen=True, slots=True)
class DeskPolicy:
    """The shop's ways.

    ``finish_by_itself``: a complete order is confirmed without a key. ``supervisor_code`` is what
    the supervisor's barcode holds; ``external_id_template`` makes the shop's own number of each
    order, but for shops with one of their own in ``external_id_templates``; where they are empty
    there is none.
    """

    label_format: LabelFormat = LabelFormat.A7
    finish_by_itself: bool = True
    supervisor_code: str = ""
    external_id_template: str = ""
    external_id_templates: Mapping[CampaignId, str] = field(default_factory=dict)

    def own_number(self, order: Order, today: date) -> str | None:
        """What the shop calls an order by its template, if it has a usable one."""
        own = self.external_id_templates.get(order.campaign_id, self.external_id_template)
        return fill_template(own, order.id, today)

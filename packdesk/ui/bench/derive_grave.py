"""What changed at the Market, or what would be done for good: told in full above the goods."""

from collections import Counter
from typing import assert_never

from packdesk.domain.ids import UnitRef
from packdesk.domain.questions import ApproveCancel, ApproveRemoval
from packdesk.station.reports import Bench
from packdesk.ui.bench.props import GraveProps
from packdesk.ui.words.aside import (
    approval_hint,
    buyer_is_told,
    cancel_title,
    counts_against_shop,
    leaves_order,
    removal_title,
)
from packdesk.ui.words.changes import change_text, changed_title, ends_packing, too_much_text
from packdesk.ui.words.goods import item_name
from packdesk.ui.words.notice import Notice, Tone


def derive_grave(bench: Bench) -> GraveProps | None:
    """Changes that nobody has seen come before what waits for a confirmation."""
    if bench.packing.is_stopped:
        tone = Tone.REFUSED if any(map(ends_packing, bench.changes)) else Tone.ATTENTION
        lines = (
            *(change_text(change) for change in bench.changes),
            *(too_much_text(goods) for goods in bench.too_much),
        )
        return GraveProps(Notice(changed_title(), tone), lines, "")
    match bench.approval:
        case None:
            return None
        case ApproveRemoval(units):
            lines = (*_leaving(bench, units), buyer_is_told(), counts_against_shop(len(units)))
            return GraveProps(Notice(removal_title(), Tone.REFUSED), lines, approval_hint())
        case ApproveCancel():
            goods = _leaving(bench, tuple(unit.ref for unit in bench.packing.units))
            lines = (*goods, buyer_is_told(), counts_against_shop(1))
            return GraveProps(Notice(cancel_title(), Tone.REFUSED), lines, approval_hint())
        case _:
            assert_never(bench.approval)


def _leaving(bench: Bench, units: tuple[UnitRef, ...]) -> tuple[str, ...]:
    counts = Counter(unit.item for unit in units)
    return tuple(
        leaves_order(item_name(bench.order, item), count) for item, count in counts.items()
    )

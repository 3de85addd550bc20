"""From what is known to what is shown: pure, and tested without a widget."""

from packdesk.domain.commands import OnTable
from packdesk.station.reports import Bench
from packdesk.ui.bench.derive_actions import derive_actions
from packdesk.ui.bench.derive_boxes import derive_boxes, derive_new_box, drop_hint
from packdesk.ui.bench.derive_goods import derive_listed
from packdesk.ui.bench.derive_grave import derive_grave
from packdesk.ui.bench.derive_head import derive_head, derive_strip
from packdesk.ui.bench.derive_problems import derive_problems
from packdesk.ui.bench.inputs import BenchInputs
from packdesk.ui.bench.props import BenchProps, FreeProps, OrderProps
from packdesk.ui.words.bench import no_order_text, no_order_title, open_queue


def derive_bench_props(inputs: BenchInputs) -> BenchProps:
    """The whole bench."""
    if inputs.bench is None:
        return FreeProps(no_order_title(), no_order_text(), open_queue())
    return _order(inputs.bench, inputs)


def _order(bench: Bench, inputs: BenchInputs) -> OrderProps:
    return OrderProps(
        order=bench.order.id,
        head=derive_head(bench, inputs.now),
        strip=derive_strip(bench, inputs),
        listed=derive_listed(bench, inputs),
        table_hint=drop_hint(bench, inputs, OnTable()),
        boxes=derive_boxes(bench, inputs),
        new_box=derive_new_box(bench, inputs),
        problems=None if inputs.problems is None else derive_problems(bench, inputs.problems),
        grave=derive_grave(bench),
        actions=derive_actions(bench, inputs),
        picked=inputs.pick,
    )

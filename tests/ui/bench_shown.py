"""What the bench would show of an order, for tests without a widget."""

from dataclasses import replace

from packdesk.domain.checks import CodeCheck
from packdesk.domain.codes import CodeKind
from packdesk.domain.commands import (
    Command,
    TakeCode,
    TakeProduct,
)
from packdesk.domain.events import (
    CodesChecked,
    Event,
    LabelsFetched,
    LabelsPrinted,
    LayoutSent,
    StepStarted,
)
from packdesk.domain.ids import ItemId
from packdesk.domain.layout import Fingerprint
from packdesk.domain.order import Order
from packdesk.domain.steps import StepKind
from packdesk.ui.bench.derive import derive_bench_props
from packdesk.ui.bench.inputs import BenchInputs
from packdesk.ui.bench.props import (
    BoxProps,
    OrderProps,
    RowProps,
)
from packdesk.ui.words.bench import BenchAction
from tests.ui.bench_table import Table

CIS = CodeKind.CIS


def table(what: Order, *commands: Command) -> Table:
    made = Table(what)
    for command in commands:
        made.do(command)
    return made


def shown(made: Table, **inputs: object) -> OrderProps:
    props = derive_bench_props(replace(BenchInputs(bench=made.bench), **inputs))  # type: ignore[arg-type]
    assert isinstance(props, OrderProps)
    return props


def rows(props: OrderProps) -> list[RowProps]:
    return [one for one in props.listed if isinstance(one, RowProps)]


def card(props: OrderProps, number: int) -> BoxProps:
    return next(one for one in props.boxes if one.box == number)


def enabled(props: OrderProps) -> set[BenchAction]:
    return {one.action for one in props.actions if one.is_enabled}


def finished(what: Order, *codes: object) -> Table:
    """An order packed with these codes and confirmed."""
    made = table(what, *(TakeCode(ItemId(1), code) for code in codes))  # type: ignore[arg-type]
    for one in what.items:
        for _ in range(made.packing.order.item(one.id).count):
            if any(u.is_loose for u in made.packing.units_of(one.id)):
                made.do(TakeProduct(one.id))
    made.finish()
    assert made.packing.confirmed is not None
    return made


def mark(made: Table) -> Fingerprint:
    assert made.packing.confirmed is not None
    return made.packing.confirmed.fingerprint


def print_labels(made: Table) -> None:
    fingerprint = mark(made)
    events: tuple[Event, ...] = (
        StepStarted(StepKind.SEND_LAYOUT, fingerprint),
        LayoutSent(fingerprint, ()),
        LabelsFetched(fingerprint, "labels.pdf"),
        StepStarted(StepKind.PRINT_LABELS, fingerprint),
        LabelsPrinted(fingerprint),
    )
    for event in events:
        made.fold(event)


def refuse(made: Table, code: str) -> None:
    print_labels(made)
    check = CodeCheck(ItemId(1), CIS, code, "INVALID", "ITEM_SOLD")
    made.fold(CodesChecked(mark(made), (check,)))

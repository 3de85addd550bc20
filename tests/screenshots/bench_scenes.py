"""The states of the bench, of the band above it and of the strip below its head."""

from dataclasses import replace
from datetime import date, time

from packdesk.domain.changes import (
    BoxesChanged,
    CountChanged,
    ItemGone,
    NotesChanged,
    ShipmentMoved,
    StateChanged,
)
from packdesk.domain.checks import CodeCheck
from packdesk.domain.codes import CodeKind, IssueCode
from packdesk.domain.commands import (
    Finish,
    IntoNewBox,
    MarkShort,
    MoveUnits,
    OnTable,
    OpenBox,
    SplitUnit,
    TakeCode,
    TakeProduct,
)
from packdesk.domain.deciding import Refused, decide
from packdesk.domain.errands import CancelReason
from packdesk.domain.events import (
    AsideReason,
    CodesChecked,
    LabelsFetched,
    LabelsPrinted,
    LayoutSent,
    MarkedReady,
    OrderChanged,
    PutAside,
    ShortReason,
    StepRefused,
    StepStarted,
)
from packdesk.domain.ids import BoxNumber, ItemId, MarketBoxId, OrderId, UnitRef
from packdesk.domain.labels import LabelFormat
from packdesk.domain.layout import Fingerprint
from packdesk.domain.order import Order, OrderStatus, OrderSubstatus, StoredBox
from packdesk.domain.pieces import PieceRejected
from packdesk.domain.problems import (
    NothingPacked,
    RemovalOfOnlyPosition,
    RemovalTooValuable,
)
from packdesk.domain.questions import ApproveCancel, ApproveRemoval, SplitProposed, WhichItem
from packdesk.domain.refusals import (
    Doubt,
    Doubtful,
    LookFirst,
    NotInOrder,
    NotReadyToFinish,
    RemovalNotConfirmed,
)
from packdesk.domain.steps import StepKind
from packdesk.domain.units import Short
from packdesk.station.errors import JournalFault, JournalUnavailable
from packdesk.station.reports import BenchMoved, Did, JournalStopped, PieceOut, PiecesOut, RefusedIt
from packdesk.ui.bench.picks import ItemPick
from packdesk.ui.pages import PageName
from packdesk.ui.words.bench import BenchAction
from tests.builders import cis, gtd, order, unit
from tests.screenshots.goods import CUSTOMS, FIVE, GOLD, LARGE, MIXED, SINGLE
from tests.screenshots.pretend import Pretend

SHOES, SLIPPERS, COOLER, MUG, TABLET = (ItemId(number) for number in range(1, 6))
OTHER = OrderId(51234567099)


def _code(item: ItemId, nth: int = 1) -> TakeCode:
    return TakeCode(item, cis(item, nth))


def free(table: Pretend) -> None:
    table.glass.frame.show_page(PageName.BENCH)


def single(table: Pretend) -> None:
    table.open(SINGLE)


def five(table: Pretend) -> None:
    table.open(FIVE)


def picked(table: Pretend) -> None:
    table.open(FIVE)
    table.glass.bench.pick(ItemPick(MUG))


def packing(table: Pretend, of: Order = MIXED) -> None:
    """In the middle of an order."""
    table.open(of)
    table.scanned(_code(SHOES, 1), TakeProduct(MUG), SplitUnit(COOLER, 2))
    table.scanned(MoveUnits(MUG, 1, OnTable(), IntoNewBox()), _code(SHOES, 2))
    table.glass.band.calm_down()


def sixty(table: Pretend) -> None:
    table.open(LARGE)
    table.prepare(*(TakeCode(ItemId(7), cis(7, nth)) for nth in range(1, 38)))
    table.scanned(TakeCode(ItemId(7), cis(7, 38)))


def three_parts(table: Pretend) -> None:
    table.open(MIXED)
    table.scanned(SplitUnit(COOLER, 3))


def many_boxes(table: Pretend) -> None:
    table.open(MIXED)
    table.prepare(SplitUnit(COOLER, 3), _code(SHOES, 1), OpenBox(), _code(SLIPPERS), OpenBox())
    table.scanned(TakeProduct(MUG), OpenBox())


def question(table: Pretend) -> None:
    table.open(MIXED)
    table.ask(SplitProposed(COOLER, 2))


def which_item(table: Pretend) -> None:
    table.open(FIVE)
    table.ask(WhichItem((SHOES, SLIPPERS, TABLET, ItemId(6))))


def how_many(table: Pretend) -> None:
    table.open(FIVE)
    table.glass.bench.pick(ItemPick(MUG))
    table.glass.bench.act(BenchAction.PACK_NEW)


def into_parts(table: Pretend) -> None:
    table.open(MIXED)
    table.glass.bench.pick(ItemPick(COOLER))
    table.glass.bench.act(BenchAction.SPLIT)


def problem(table: Pretend) -> None:
    table.open(MIXED)
    table.prepare(MarkShort(MUG, ShortReason.NOT_FOUND))
    table.moved()
    table.glass.bench.pick(ItemPick(MUG))
    table.glass.bench.act(BenchAction.PROBLEM)


def removal(table: Pretend) -> None:
    missing = _one_missing(table)
    table.tell(RefusedIt(RemovalNotConfirmed(1)), approval=ApproveRemoval((missing,)))


def cancelling(table: Pretend) -> None:
    _one_missing(table)
    table.tell(Did(()), approval=ApproveCancel(CancelReason.SHOP_FAILED))


def cannot_remove(table: Pretend) -> None:
    """The way out is offered beside the problem."""
    table.open(SINGLE)
    table.prepare(MarkShort(SLIPPERS, ShortReason.DAMAGED))
    table.moved()
    lacking = (NothingPacked(), RemovalOfOnlyPosition(SLIPPERS), RemovalTooValuable(100))
    table.refuse(NotReadyToFinish(lacking))


def why_aside(table: Pretend) -> None:
    table.open(FIVE)
    table.glass.bench.act(BenchAction.PROBLEM)
    table.glass.band.answer(6)


def put_aside(table: Pretend) -> None:
    table.open(FIVE)
    table.happen(PutAside(AsideReason.ASK_MANAGER, "цвет другой"))
    table.moved()
    table.glass.band.calm_down()


def changed(table: Pretend) -> None:
    table.open(MIXED)
    table.scanned(_code(SHOES, 1), TakeProduct(MUG))
    changes = (
        ItemGone(COOLER, "Кондиционер настенный, 9000 BTU", 1),
        CountChanged(SHOES, "Кроссовки мужские беговые, 42", 3, 2),
        ShipmentMoved(date(2026, 11, 21), time(9, 30)),
        NotesChanged("Позвонить за час, домофон не работает"),
    )
    table.happen(OrderChanged(changes))
    table.refuse(LookFirst(changes))


def boxes_elsewhere(table: Pretend) -> None:
    table.open(MIXED)
    table.scanned(_code(SHOES, 1))
    changes = (BoxesChanged((StoredBox(MarketBoxId(1), "1", ()),)),)
    table.happen(OrderChanged(changes))
    table.refuse(LookFirst(changes))
    table.glass.band.calm_down()


def cancelled(table: Pretend) -> None:
    table.open(MIXED)
    table.scanned(_code(SHOES, 1))
    changes = (StateChanged(OrderStatus.CANCELLED, OrderSubstatus("USER_CHANGED_MIND")),)
    table.happen(OrderChanged(changes))
    table.refuse(LookFirst(changes))


def piece_out(table: Pretend) -> None:
    code_refused(table)
    piece = PieceRejected(unit(SLIPPERS), (BoxNumber(1),), "Ab7x")
    order_id = table.packing.order.id
    table.glass.take(PiecesOut(order_id, (PieceOut(order_id, piece),)))


def _one_missing(table: Pretend) -> UnitRef:
    table.open(order(*FIVE.items[1:3], number=51234567027))
    table.prepare(_code(SLIPPERS), TakeProduct(MUG), MarkShort(MUG, ShortReason.DAMAGED))
    table.moved()
    return next(one.ref for one in table.packing.units if isinstance(one.place, Short))


def country(table: Pretend) -> None:
    table.open(CUSTOMS)
    table.scanned(TakeProduct(TABLET), TakeCode(TABLET, gtd()))
    table.glass.band.calm_down()


def uin(table: Pretend) -> None:
    table.open(GOLD)
    table.scanned(TakeProduct(ItemId(8)))
    table.glass.band.calm_down()


def refused(table: Pretend) -> None:
    five(table)
    table.scanned(_code(SLIPPERS))
    table.refuse(NotInOrder("4600000000987"))


def accepted(table: Pretend) -> None:
    five(table)
    table.scanned(_code(SHOES, 1), _code(SLIPPERS), _code(SHOES, 2))


def complete(table: Pretend) -> None:
    table.open(SINGLE)
    table.scanned(_code(SLIPPERS))
    table.glass.band.calm_down()


def problems(table: Pretend) -> None:
    table.open(MIXED)
    table.scanned(TakeProduct(MUG))
    lacking = decide(table.packing, Finish(LabelFormat.A7))
    assert isinstance(lacking, Refused)
    table.refuse(lacking.refusal)


def doubtful(table: Pretend) -> None:
    five(table)
    issue = IssueCode.C_USED_ELSEWHERE
    doubt = Doubt(cis(SHOES), (issue,), (SHOES,), issue, OTHER)
    table.refuse(Doubtful(doubt), doubt=doubt)


def teach(table: Pretend) -> None:
    five(table)
    table.refuse(NotInOrder("4600000000987"), teachable="4600000000987")


def sending(table: Pretend) -> None:
    _confirmed(table)


def did_it_print(table: Pretend) -> None:
    mark = _confirmed(table)
    table.happen(LayoutSent(mark, ()), LabelsFetched(mark, "labels.pdf"))
    table.happen(StepStarted(StepKind.PRINT_LABELS, mark))
    _after(table)


def market_said_no(table: Pretend) -> None:
    mark = _confirmed(table)
    why = ("Layout does not match the order", "boxes[0].items[0]: unknown item")
    table.happen(StepRefused(StepKind.SEND_LAYOUT, mark, 400, why))
    _after(table)


def code_refused(table: Pretend) -> None:
    mark = _printed(table)
    check = CodeCheck(SLIPPERS, CodeKind.CIS, cis(SLIPPERS).full, "INVALID", "ITEM_SOLD")
    table.happen(CodesChecked(mark, (check,)))
    _after(table)


def another_piece(table: Pretend) -> None:
    code_refused(table)
    table.glass.take(BenchMoved(replace(table.bench, unit=unit(SLIPPERS))))


def external_id(table: Pretend) -> None:
    table.open(replace(FIVE, external_id=None))
    table.glass.bench.ask_external_id()
    assert table.glass.band.take_scan("Ж-1007")


def done(table: Pretend) -> None:
    mark = _printed(table)
    check = CodeCheck(SLIPPERS, CodeKind.CIS, cis(SLIPPERS).full, "OK", "")
    table.happen(CodesChecked(mark, (check,)), MarkedReady(mark))
    _after(table)


def read_only(table: Pretend) -> None:
    table.open(
        order(
            *MIXED.items,
            number=51234567048,
            substatus=OrderSubstatus.READY_TO_SHIP,
            shipment_time=time(17, 0),
        )
    )
    table.glass.band.calm_down()


def stopped(table: Pretend) -> None:
    five(table)
    place = "C:\\Users\\packer\\AppData\\Local\\packdesk\\journal.db"
    table.glass.take(JournalStopped(JournalUnavailable(JournalFault.FULL, place)))


def _confirmed(table: Pretend) -> Fingerprint:
    table.open(SINGLE)
    table.scanned(_code(SLIPPERS))
    table.finish()
    confirmed = table.packing.confirmed
    assert confirmed is not None
    return confirmed.fingerprint


def _printed(table: Pretend) -> Fingerprint:
    mark = _confirmed(table)
    table.happen(LayoutSent(mark, ()), LabelsFetched(mark, "labels.pdf"))
    table.happen(StepStarted(StepKind.PRINT_LABELS, mark), LabelsPrinted(mark))
    return mark


def _after(table: Pretend) -> None:
    table.moved()
    table.glass.band.calm_down()

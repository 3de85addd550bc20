"""The buttons of the action rail: what can be done now, and by which key."""

from dataclasses import replace

from packdesk.domain.commands import IntoCurrentBox, IntoNewBox, OnTable, Spot, Undo
from packdesk.domain.deciding import Decided, decide
from packdesk.station.reports import Bench
from packdesk.ui.bench.inputs import BenchInputs
from packdesk.ui.bench.moves import Goes, HowMany, plan_move
from packdesk.ui.bench.picks import BoxPick
from packdesk.ui.bench.props import ActionProps
from packdesk.ui.bench.standing import may_change, may_choose
from packdesk.ui.bench.targets import CanJoin, copy_target, goods_meant, split_target
from packdesk.ui.words.bench import BenchAction, action_key, action_label


def derive_actions(bench: Bench, inputs: BenchInputs) -> tuple[ActionProps, ...]:
    """From left to right; always the same places, so that hands learn them."""
    packing = bench.packing
    open_now = may_change(bench)
    split = split_target(bench, inputs)
    copies = open_now and copy_target(bench, inputs) is not None
    chooses = isinstance(inputs.pick, BoxPick)
    can_choose = isinstance(inputs.pick, BoxPick) and may_choose(packing, inputs.pick.box)
    return (
        _action(BenchAction.UNDO, isinstance(decide(packing, Undo()), Decided)),
        _action(BenchAction.NEW_BOX, open_now),
        _action(BenchAction.CHOOSE_BOX, open_now and can_choose)
        if chooses
        else _action(BenchAction.PACK, _goes(bench, inputs, IntoCurrentBox())),
        _action(BenchAction.PACK_NEW, _goes(bench, inputs, IntoNewBox())),
        _action(BenchAction.TAKE_OUT, _goes(bench, inputs, OnTable())),
        _action(
            BenchAction.MAKE_WHOLE if isinstance(split, CanJoin) else BenchAction.SPLIT,
            open_now and split is not None,
        ),
        _action(BenchAction.PROBLEM, open_now),
        replace(
            _action(BenchAction.COPY_CODES, copies),
            is_shown=copies,
        ),
        _action(
            BenchAction.FINISH,
            open_now and packing.confirmed is None,
            is_primary=_finishes_next(bench),
        ),
    )


def _finishes_next(bench: Bench) -> bool:
    """The next thing to do is to finish; a question that is open comes first."""
    packing = bench.packing
    asks = bench.question is not None or bench.approval is not None
    return may_change(bench) and packing.confirmed is None and packing.is_complete and not asks


def _action(action: BenchAction, is_enabled: bool, *, is_primary: bool = False) -> ActionProps:
    return ActionProps(action, action_label(action), action_key(action), is_enabled, is_primary)


def _goes(bench: Bench, inputs: BenchInputs, spot: Spot) -> bool:
    goods = goods_meant(bench, inputs, spot)
    if goods is None or not may_change(bench):
        return False
    return isinstance(plan_move(bench.packing, goods, spot), Goes | HowMany)

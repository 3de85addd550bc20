"""Where the arrow keys lead on the bench."""

from enum import Enum
from typing import assert_never

from packdesk.ui.bench.picks import BoxPick, ItemPick, LinePick, PartPick, Pick
from packdesk.ui.bench.props import BoxProps, OrderProps, RowProps


class Step(Enum):
    """One press of an arrow key."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"


def walk(props: OrderProps, step: Step) -> Pick | None:
    """The next pick: up and down within a side, left to the goods, right to the boxes."""
    goods, boxes = goods_picks(props), box_picks(props)
    pick = props.picked
    match step:
        case Step.UP | Step.DOWN:
            side = boxes if pick in boxes else goods
            return _beside(side, pick, -1 if step is Step.UP else 1)
        case Step.LEFT:
            if pick in boxes:
                item = _item(pick)
                return item if item in goods else _first(goods, pick)
            return pick or _first(goods, None)
        case Step.RIGHT:
            if pick in boxes:
                return _next_box(props.boxes, pick)
            here = next((BoxPick(box.box) for box in props.boxes if box.here), None)
            return here or _first(boxes, pick)
        case _:
            assert_never(step)


def goods_picks(props: OrderProps) -> tuple[Pick, ...]:
    """Everything on the left, from above."""
    return tuple(
        ItemPick(one.item) if isinstance(one, RowProps) else PartPick(one.unit, one.part)
        for one in props.listed
    )


def box_picks(props: OrderProps) -> tuple[Pick, ...]:
    """Every box followed by its lines."""
    return tuple(
        pick
        for box in props.boxes
        for pick in (BoxPick(box.box), *(line.pick for line in box.lines))
    )


def _beside(side: tuple[Pick, ...], pick: Pick | None, by: int) -> Pick | None:
    if pick not in side:
        return _first(side, pick)
    index = side.index(pick) + by
    return side[max(0, min(len(side) - 1, index))]


def _first(side: tuple[Pick, ...], otherwise: Pick | None) -> Pick | None:
    return side[0] if side else otherwise


def _next_box(boxes: tuple[BoxProps, ...], pick: Pick | None) -> Pick | None:
    for index, box in enumerate(boxes):
        if pick == BoxPick(box.box) or any(line.pick == pick for line in box.lines):
            following = boxes[(index + 1) % len(boxes)]
            return BoxPick(following.box)
    return pick


def _item(pick: Pick | None) -> Pick | None:
    match pick:
        case LinePick(_, item):
            return ItemPick(item)
        case PartPick(unit, _):
            return ItemPick(unit.item)
        case _:
            return None

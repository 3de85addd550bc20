"""The body of setOrderBoxLayout from a layout, and the box ids of its answer."""

from packdesk.domain.codes import CodeKind
from packdesk.domain.ids import MarketBoxId
from packdesk.domain.layout import BoxLayout, ItemPart, LayoutBox, UnitCodes
from packdesk.domain.order import MarketBox
from packdesk.market.wire import (
    BriefOrderItemInstanceDTO,
    EnrichedOrderBoxLayoutDTO,
    OrderBoxLayoutDTO,
    OrderBoxLayoutItemDTO,
    OrderBoxLayoutPartialCountDTO,
    SetOrderBoxLayoutRequest,
)


def layout_body(layout: BoxLayout) -> SetOrderBoxLayoutRequest:
    """What is sent: no empty lists (they are refused), ``allowRemove`` only where it is meant."""
    return SetOrderBoxLayoutRequest(
        boxes=tuple(_box(box) for box in layout.boxes),
        allow_remove=True if layout.allow_remove else None,
    )


def box_ids(
    layout: BoxLayout, answered: tuple[EnrichedOrderBoxLayoutDTO, ...]
) -> tuple[MarketBox, ...]:
    """The Market's ids for the boxes of the layout, box by box.

    The description does not promise the order of the answer, and an id of the wrong box is a
    label on the wrong parcel: a box gets the id of the next answered box with the same content,
    or none.
    """
    left = [(_content(box), box.box_id) for box in answered]
    boxes = []
    for sent in layout.boxes:
        wanted = _content(_box(sent))
        place = next((i for i, (content, _) in enumerate(left) if content == wanted), None)
        told = None if place is None else left.pop(place)[1]
        boxes.append(MarketBox(sent.number, None if told is None else MarketBoxId(told)))
    return tuple(boxes)


def _box(box: LayoutBox) -> OrderBoxLayoutDTO:
    match box.content:
        case ItemPart(item, current, total, codes):
            part = OrderBoxLayoutPartialCountDTO(current=current, total=total)
            line = OrderBoxLayoutItemDTO(
                id=item, partial_count=part, instances=_instances((codes,))
            )
            return OrderBoxLayoutDTO(items=(line,))
        case whole:
            return OrderBoxLayoutDTO(
                items=tuple(
                    OrderBoxLayoutItemDTO(
                        id=line.item, full_count=line.count, instances=_instances(line.codes)
                    )
                    for line in whole
                )
            )


def _instances(units: tuple[UnitCodes, ...]) -> tuple[BriefOrderItemInstanceDTO, ...] | None:
    told = tuple(_instance(codes) for codes in units)
    return tuple(one for one in told if one != BriefOrderItemInstanceDTO()) or None


def _instance(codes: UnitCodes) -> BriefOrderItemInstanceDTO:
    text = {code.kind: code.full for code in codes}
    imported = CodeKind.RNPT in text or CodeKind.GTD in text
    return BriefOrderItemInstanceDTO(
        cis=text.get(CodeKind.CIS),
        uin=text.get(CodeKind.UIN),
        rnpt=text.get(CodeKind.RNPT),
        gtd=text.get(CodeKind.GTD),
        country_code=text.get(CodeKind.COUNTRY) if imported else None,
    )


def _content(box: OrderBoxLayoutDTO) -> tuple[tuple[int, int, int, int], ...]:
    """What tells boxes apart whatever became of the codes, in an order of its own."""
    return tuple(
        sorted(
            (
                line.id,
                line.full_count or 0,
                line.partial_count.current if line.partial_count else 0,
                line.partial_count.total if line.partial_count else 0,
            )
            for line in box.items
        )
    )

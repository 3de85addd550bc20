"""The names of goods, boxes, codes and models."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.codes import CodeKind
from packdesk.domain.events import ShortReason
from packdesk.domain.ids import BoxNumber, ItemId, OrderId
from packdesk.domain.order import ItemTag, Order, ProgramType
from packdesk.ui.words.counts import COUNTS


def item_name(order: Order | None, item: ItemId) -> str:
    """The good's name as the Market gives it, else its SKU, else its number."""
    for one in order.items if order is not None else ():
        if one.id == item:
            return one.name or one.offer_id
    return str(item)


def order_name(order: OrderId) -> str:
    """“Order 51234567011”."""
    return QCoreApplication.translate("Goods", "Order {order}").format(order=order)


def box_name(box: BoxNumber) -> str:
    """“Box 1”, as a title."""
    return QCoreApplication.translate("Goods", "Box {box}").format(box=box)


def into_box(box: BoxNumber) -> str:
    """“box 1”, after an arrow."""
    return QCoreApplication.translate("Goods", "box {box}").format(box=box)


def boxes_named(boxes: tuple[BoxNumber, ...]) -> str:
    """“box 1, 3”."""
    return QCoreApplication.translate("Goods", "box {box}").format(
        box=", ".join(str(box) for box in boxes)
    )


def kind_name(kind: CodeKind) -> str:
    """What the packer calls a code of this kind, in the middle of a sentence."""
    match kind:
        case CodeKind.CIS:
            return QCoreApplication.translate("Goods", "Honest Sign code")
        case CodeKind.UIN:
            return QCoreApplication.translate("Goods", "UIN")
        case CodeKind.RNPT:
            return QCoreApplication.translate("Goods", "RNPT")
        case CodeKind.GTD:
            return QCoreApplication.translate("Goods", "GTD")
        case CodeKind.COUNTRY:
            return QCoreApplication.translate("Goods", "country of origin")
        case _:
            assert_never(kind)


def kind_mark(kind: CodeKind) -> str:
    """The shortest name of a kind, for a mark beside a good."""
    match kind:
        case CodeKind.CIS:
            return QCoreApplication.translate("Goods", "CIS")
        case CodeKind.UIN:
            return QCoreApplication.translate("Goods", "UIN")
        case CodeKind.RNPT:
            return QCoreApplication.translate("Goods", "RNPT")
        case CodeKind.GTD:
            return QCoreApplication.translate("Goods", "GTD")
        case CodeKind.COUNTRY:
            return QCoreApplication.translate("Goods", "country")
        case _:
            assert_never(kind)


def model_name(program: ProgramType) -> str:
    """The selling model; an unknown one in the Market's own word."""
    if program is ProgramType.EXPRESS:
        return QCoreApplication.translate("Goods", "Express")
    return program.value


def tag_text(tag: ItemTag) -> str:
    """What a tag reminds the packer of; an unknown one in the Market's own word."""
    if not tag.is_known:
        return tag.value
    match tag:
        case ItemTag.SAFE_TAG:
            return QCoreApplication.translate("Goods", "Put on the security tag")
        case ItemTag.ULTIMA:
            return QCoreApplication.translate("Goods", "Ultima: premium packing")
        case _:
            assert_never(tag)


def short_reason(reason: ShortReason) -> str:
    """Why a unit is missing."""
    match reason:
        case ShortReason.NOT_FOUND:
            return QCoreApplication.translate("Goods", "Not found")
        case ShortReason.DAMAGED:
            return QCoreApplication.translate("Goods", "Damaged")
        case ShortReason.CODE_UNREADABLE:
            return QCoreApplication.translate("Goods", "Code unreadable")
        case ShortReason.CODE_REFUSED:
            return QCoreApplication.translate("Goods", "Code refused")
        case _:
            assert_never(reason)


def parts(count: int) -> str:
    """“2 parts”."""
    return COUNTS.parts(count)

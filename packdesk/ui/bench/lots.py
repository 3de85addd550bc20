"""The packed units of a good by where they lie: of each lot one may turn out damaged or not there."""

from dataclasses import dataclass

from packdesk.domain.commands import IntoBox
from packdesk.domain.ids import BoxNumber, ItemId
from packdesk.domain.packing import Packing, PartInBox
from packdesk.domain.units import InBox, InParts, Unit
from packdesk.ui.bench.picks import BoxPick, LinePick, PartPick, Pick


@dataclass(frozen=True, slots=True)
class Lot:
    """Whole units in one box, or one split unit."""

    units: tuple[Unit, ...]
    boxes: tuple[BoxNumber, ...]

    @property
    def item(self) -> ItemId:
        """The good that lies there."""
        return self.units[0].ref.item

    @property
    def source(self) -> IntoBox | None:
        """The box from which any of them may be taken; None for a split unit, which is named."""
        is_whole = isinstance(self.units[0].place, InBox)
        return IntoBox(self.boxes[0]) if is_whole else None


def packed_lots(packing: Packing, item: ItemId) -> tuple[Lot, ...]:
    """All that may be removed here: one of several split units may not."""
    units = packing.units_of(item)
    split = [unit for unit in units if isinstance(unit.place, InParts)]
    if split:
        return (Lot((split[0],), split[0].boxes),) if len(split) == 1 else ()
    boxes = sorted({box for unit in units for box in unit.boxes})
    return tuple(
        Lot(tuple(unit for unit in units if unit.place == InBox(box)), (box,)) for box in boxes
    )


def picked_lot(packing: Packing, pick: Pick | None) -> Lot | None:
    """The lot that is picked in its box."""
    match pick:
        case LinePick(box, item):
            lots = packed_lots(packing, item)
            return next((lot for lot in lots if lot.source == IntoBox(box)), None)
        case PartPick(unit, _):
            return _split_lot(packing, unit.item)
        case BoxPick(box) if isinstance(part := packing.content(box), PartInBox):
            return _split_lot(packing, part.unit.item)
        case _:
            return None


def _split_lot(packing: Packing, item: ItemId) -> Lot | None:
    return next((lot for lot in packed_lots(packing, item) if lot.source is None), None)

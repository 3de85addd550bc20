"""What the Market accepts as a layout of boxes.

Written from the descriptions of setOrderBoxLayout and the error-code page. Codes may be missing
here (the status change asks for them), but never too many, and never twice, except that split
units may repeat one code, as the third example of the documentation does.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from packdesk.sandbox.bodies import Instance, LayoutBody, LayoutBox, LayoutItem
from packdesk.sandbox.errors import BadRequestError, CodeError, LayoutError
from packdesk.sandbox.verification import identification

# A good that makes up this share of the order's value cannot be removed, only the order cancelled.
WHOLE_VALUE_SHARE = Decimal("0.99")
# Goods that a promotion put into the order.
PROMO_GOODS = frozenset({"GENERIC_BUNDLE", "BLUE_SET", "CHEAPEST_AS_GIFT"})

# Only what cannot be a code at all: numbers that other offices gave differ in length.
CODE_SHAPES = {
    "cis": re.compile(r"[!-~\x1d]{1,256}"),
    "uin": re.compile(r"\d{16}", re.ASCII),
    "rnpt": re.compile(r"[^/\s]+/\d{6}/[^/\s]+/\d{1,5}", re.ASCII),
    "gtd": re.compile(r"[^/\s]+/\d{6}/[^/\s]+(/\d{1,5})?", re.ASCII),
}
COUNTRY_SHAPE = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Position:
    """An item of an order, as far as the layout must fit it.

    Attributes:
        id: The item's id.
        count: Units ordered, at least 1.
        value: Payment and cashback of all its units, in the order's currency.
        promos: Types of the promotions it takes part in; may be empty.
    """

    id: int
    count: int
    value: Decimal
    promos: frozenset[str] = frozenset()


def judge(positions: Sequence[Position], layout: LayoutBody) -> dict[int, int]:
    """The units per item after this layout; an item that is left out has none.

    Raises:
        LayoutError: With every violation.
        CodeError: For the first code that is refused.
    """
    _check_codes(layout)
    ordered = {position.id: position for position in positions}
    violations = tuple(
        dict.fromkeys(
            (
                *_box_faults(layout.boxes, ordered.keys()),
                *_part_faults(layout.boxes),
                *_repeat_faults(layout.boxes),
            )
        )
    )
    if violations:
        raise LayoutError(violations)
    units = _units(layout.boxes)
    faults = (*_growth(ordered.values(), units), *_removal(ordered, units, layout))
    if faults:
        raise LayoutError(faults)
    return {item_id: units.get(item_id, 0) for item_id in ordered}


def _box_faults(boxes: Iterable[LayoutBox], known: Iterable[int]) -> Iterator[str]:
    known = set(known)
    for number, box in enumerate(boxes, start=1):
        for item_id, times in Counter(item.id for item in box.items).items():
            if times > 1:
                yield f"box {number}: item {item_id} is listed {times} times"
        if len(box.items) > 1 and any(item.partialCount for item in box.items):
            yield f"box {number}: a part of an item must be alone in its box"
        for item in box.items:
            if item.id not in known:
                yield f"box {number}: item {item.id} is not in the order"
            yield from _entry_faults(number, item)


def _entry_faults(number: int, item: LayoutItem) -> Iterator[str]:
    codes = len(item.instances or ())
    part = item.partialCount
    if (item.fullCount is None) == (part is None):
        yield f"box {number}: item {item.id} needs either fullCount or partialCount"
    if part is not None and part.current > part.total:
        yield f"box {number}: item {item.id} is part {part.current} of {part.total}"
    if item.fullCount is not None and codes > item.fullCount:
        yield f"box {number}: item {item.id} has {codes} instances for {item.fullCount} units"
    if part is not None and codes > 1:
        yield f"box {number}: item {item.id} has {codes} instances for one part"


def _part_faults(boxes: Iterable[LayoutBox]) -> Iterator[str]:
    """Every unit's parts 1..total, tied together by item, total and code."""
    parts: defaultdict[tuple[int, int, str], Counter[int]] = defaultdict(Counter)
    for item in _entries(boxes):
        part = item.partialCount
        if part is not None:
            code = repr(item.instances[0]) if item.instances else ""
            parts[item.id, part.total, code][part.current] += 1
    for (item_id, total, _), found in parts.items():
        most = max(found.values())
        # A total beyond the number of parts sent is a fault already; it need not be walked through.
        complete = len(found) == total and all(times == most for times in found.values())
        if not complete:
            missing = next(
                (n for n in range(1, min(total, len(found) + 1) + 1) if found[n] < most), total
            )
            yield f"item {item_id}: part {missing} of {total} is missing"


def _repeat_faults(boxes: Sequence[LayoutBox]) -> Iterator[str]:
    owners: defaultdict[tuple[str, str], list[tuple[int, bool]]] = defaultdict(list)
    for item in _entries(boxes):
        for instance in item.instances or ():
            for kind, code in (("cis", instance.cis), ("uin", instance.uin)):
                if code is not None:
                    identity = identification(code) if kind == "cis" else code
                    owners[kind, identity].append((item.id, item.partialCount is not None))
    for (kind, _), uses in owners.items():
        if len(uses) > 1 and not (len(set(uses)) == 1 and uses[0][1]):
            items = ", ".join(str(item_id) for item_id in sorted({use[0] for use in uses}))
            yield f"the same {kind} is given more than once, items: {items}"


def _units(boxes: Iterable[LayoutBox]) -> Counter[int]:
    units: Counter[int] = Counter()
    for item in _entries(boxes):
        if item.fullCount is not None:
            units[item.id] += item.fullCount
        elif item.partialCount is not None and item.partialCount.current == 1:
            units[item.id] += 1
    return units


def _growth(positions: Iterable[Position], units: Counter[int]) -> Iterator[str]:
    for position in positions:
        if units[position.id] > position.count:
            yield (
                f"item {position.id}: {units[position.id]} units in boxes, "
                f"{position.count} in the order"
            )


def _removal(
    ordered: dict[int, Position], units: Counter[int], layout: LayoutBody
) -> Iterator[str]:
    total = sum((position.value for position in ordered.values()), Decimal())
    split = {item.id for item in _entries(layout.boxes) if item.partialCount}
    for position in ordered.values():
        if units[position.id] >= position.count:
            continue
        if not layout.allowRemove:
            yield (
                f"item {position.id}: {units[position.id]} units in boxes, "
                f"{position.count} in the order, and allowRemove is false"
            )
        elif len(ordered) == 1:
            yield f"item {position.id} is the only item of the order and cannot be removed"
        elif total > 0 and position.value / total >= WHOLE_VALUE_SHARE:
            yield f"item {position.id} makes up 99% of the order value and cannot be removed"
        elif position.promos & PROMO_GOODS:
            yield f"item {position.id} was added by a promotion and cannot be removed"
        elif position.id in split:
            yield f"item {position.id}: units of an item sent in parts cannot be removed"


def _entries(boxes: Iterable[LayoutBox]) -> Iterator[LayoutItem]:
    for box in boxes:
        yield from box.items


def _check_codes(layout: LayoutBody) -> None:
    for item in _entries(layout.boxes):
        for instance in item.instances or ():
            _check_instance(item.id, instance)


def _check_instance(item_id: int, instance: Instance) -> None:
    given = instance.as_sent()
    if not given:
        raise CodeError("instance", item_id, "EMPTY_INSTANCE")
    for kind, shape in CODE_SHAPES.items():
        if kind in given and not shape.fullmatch(given[kind]):
            raise CodeError(kind, item_id, f"INVALID_{kind.upper()}")
    country = instance.countryCode
    if country is not None and not COUNTRY_SHAPE.fullmatch(country):
        raise BadRequestError(
            f"String {country} is not a valid country code according to ISO 3166-1 alpha-2"
        )
    if country is not None and instance.gtd is None and instance.rnpt is None:
        raise CodeError("countryCode", item_id, "COUNTRY_CODE_WITHOUT_GTD_OR_RNPT")

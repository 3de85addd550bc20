"""Every rule that a packing's layout must keep before it is sent.

Sources: setOrderBoxLayout and the removal rules of its description; where the Market is silent
the safest reading (one mode and one total per item, optional codes all or none).
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import TypeAlias

from packdesk.domain.codes import CodeIdentity
from packdesk.domain.deriving import derive_layout
from packdesk.domain.ids import OrderId
from packdesk.domain.order import OrderItem
from packdesk.domain.packing import Packing
from packdesk.domain.problems import (
    CodeMissing,
    CodeRefused,
    CodeTold,
    CodeTwice,
    CodeUsedElsewhere,
    MixedTotals,
    MixedWholeAndSplit,
    NothingPacked,
    OptionalCodesMissing,
    OptionalCodesPartial,
    PartLoose,
    Problem,
    PromotionUnknown,
    RemovalAmongSplit,
    RemovalLowersRating,
    RemovalOfOnlyPosition,
    RemovalOfPromoGood,
    RemovalTooValuable,
    RequirementUnknown,
    UnitsLoose,
)
from packdesk.domain.units import InParts, Loose, Short, Unit

__all__ = ["NOWHERE", "VALUE_LIMIT", "Elsewhere", "check_layout", "derive_layout"]

VALUE_LIMIT = Decimal("0.99")
"""Goods that make up this share of the order's value cannot be removed (setOrderBoxLayout)."""


Elsewhere: TypeAlias = Mapping[CodeIdentity, OrderId]
"""Codes that stand on goods of other orders, which are neither cancelled nor returned."""
NOWHERE: Elsewhere = MappingProxyType({})


def check_layout(packing: Packing, elsewhere: Elsewhere = NOWHERE) -> tuple[Problem, ...]:
    """Every problem at once, in the order of the order's positions; empty when all is well."""
    problems: list[Problem] = []
    if not any(unit.boxes for unit in packing.units):
        problems.append(NothingPacked())
    for item in packing.order.items:
        units = packing.units_of(item.id)
        problems.extend(_placement(item, units))
        problems.extend(_codes(packing, item, units))
    problems.extend(_repeats(packing))
    problems.extend(_reuse(packing, elsewhere))
    problems.extend(_removal(packing))
    return tuple(problems)


def _placement(item: OrderItem, units: tuple[Unit, ...]) -> Iterator[Problem]:
    loose = sum(isinstance(unit.place, Loose) for unit in units)
    if loose:
        yield UnitsLoose(item.id, loose)
    split = [(unit, unit.place) for unit in units if isinstance(unit.place, InParts)]
    for unit, place in split:
        for part, box in enumerate(place.boxes, start=1):
            if box is None:
                yield PartLoose(unit.ref, part, place.total)
    present = sum(not isinstance(unit.place, Short) for unit in units)
    if split and len(split) < present:
        yield MixedWholeAndSplit(item.id)
    if len({place.total for _, place in split}) > 1:
        yield MixedTotals(item.id)
    if split and present < len(units):
        yield RemovalAmongSplit(item.id)


def _codes(packing: Packing, item: OrderItem, units: tuple[Unit, ...]) -> Iterator[Problem]:
    for unit in units:
        for kind in packing.wanted_kinds(unit):
            code = unit.code(kind)
            check = packing.refused_check(item.id, code) if code else None
            if check:
                yield CodeRefused(unit.ref, check)
            elif code:
                yield CodeTold(unit.ref, kind)
            elif not isinstance(unit.place, Loose):
                # A piece that is not packed is told as such: its code comes with its scan.
                yield CodeMissing(unit.ref, kind)
    present = [unit for unit in units if not isinstance(unit.place, Short)]
    for requirement in item.requires:
        if requirement.optional and not packing.order.is_business:
            given = sum(unit.code(requirement.kind) is not None for unit in present)
            if 0 < given < len(present):
                yield OptionalCodesPartial(item.id, given, len(present))
            elif not given:
                yield OptionalCodesMissing(item.id)
    for name in item.unknown_requirements:
        yield RequirementUnknown(item.id, name)


def _repeats(packing: Packing) -> Iterator[Problem]:
    seen: dict[CodeIdentity, Unit] = {}
    for unit in packing.units:
        for code in unit.codes:
            if code.is_unique:
                first = seen.setdefault(code.identity, unit)
                if first is not unit:
                    yield CodeTwice(first.ref, unit.ref)


def _reuse(packing: Packing, elsewhere: Elsewhere) -> Iterator[Problem]:
    for unit in packing.units:
        for code in unit.codes:
            other = elsewhere.get(code.identity)
            if other is not None and code.identity not in packing.allowed:
                yield CodeUsedElsewhere(unit.ref, code.identity, other)


def _removal(packing: Packing) -> Iterator[Problem]:
    order = packing.order
    short = {item.id: packing.short(item) for item in order.items if packing.short(item)}
    if not short:
        return
    for item in order.items:
        if item.id in short and len(order.items) == 1:
            yield RemovalOfOnlyPosition(item.id)
        if item.id in short and item.promoted:
            yield RemovalOfPromoGood(item.id)
        if item.id in short and item.promoted is None:
            yield PromotionUnknown(item.id)
    total = sum((item.price or Decimal(0) for item in order.items), Decimal(0))
    missing = sum(
        ((item.price or Decimal(0)) * short.get(item.id, 0) / item.count for item in order.items),
        Decimal(0),
    )
    if total and missing >= VALUE_LIMIT * total:
        yield RemovalTooValuable(int(missing * 100 / total))
    yield RemovalLowersRating(sum(short.values()))

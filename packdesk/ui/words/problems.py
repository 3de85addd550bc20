"""What is wrong with a packing, each as one thing to do."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.order import Order
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
from packdesk.ui.words.checks import check_text
from packdesk.ui.words.counts import COUNTS
from packdesk.ui.words.goods import item_name, kind_name


def problem_text(problem: Problem, order: Order | None) -> str:  # noqa: C901, PLR0911, PLR0912 - one problem a case
    """One sentence for every problem, blocking or not."""
    match problem:
        case NothingPacked():
            return QCoreApplication.translate("Problems", "Nothing is packed yet")
        case UnitsLoose(item, count):
            return f"{item_name(order, item)}: {COUNTS.still_to_pack(count)}"
        case PartLoose(unit, part, total):
            return QCoreApplication.translate(
                "Problems", "{item}: part {part} of {total} is in no box"
            ).format(item=item_name(order, unit.item), part=part, total=total)
        case CodeMissing(unit, kind):
            return QCoreApplication.translate("Problems", "{item}: scan the code ({kind})").format(
                item=item_name(order, unit.item), kind=kind_name(kind)
            )
        case CodeRefused(unit, check):
            return QCoreApplication.translate("Problems", "{item}: {reason}").format(
                item=item_name(order, unit.item), reason=check_text(check)
            )
        case CodeTold(unit, kind):
            return QCoreApplication.translate(
                "Problems", "{item}: scan the code ({kind}) anew; only its beginning is known"
            ).format(item=item_name(order, unit.item), kind=kind_name(kind))
        case CodeTwice(_, second):
            return QCoreApplication.translate(
                "Problems", "{item}: one code is on two units. Scan the other unit's own code"
            ).format(item=item_name(order, second.item))
        case CodeUsedElsewhere(unit, _, other):
            return QCoreApplication.translate(
                "Problems", "{item}: the code was used in order {order}. Take another piece"
            ).format(item=item_name(order, unit.item), order=other)
        case OptionalCodesPartial(item, given, count):
            return QCoreApplication.translate(
                "Problems", "{item}: {given} of {count} have a code. Scan all or none"
            ).format(item=item_name(order, item), given=given, count=count)
        case OptionalCodesMissing(item):
            return QCoreApplication.translate(
                "Problems", "{item}: goes without codes. They may be added"
            ).format(item=item_name(order, item))
        case RequirementUnknown(item, name):
            return QCoreApplication.translate(
                "Problems", "{item}: the Market wants “{name}”. Call the manager"
            ).format(item=item_name(order, item), name=name)
        case MixedWholeAndSplit(item):
            return QCoreApplication.translate(
                "Problems", "{item}: some are whole and some in parts. The Market may refuse"
            ).format(item=item_name(order, item))
        case MixedTotals(item):
            return QCoreApplication.translate(
                "Problems", "{item}: split into different numbers of parts. The Market may refuse"
            ).format(item=item_name(order, item))
        case RemovalOfOnlyPosition(item):
            return QCoreApplication.translate(
                "Problems",
                "{item} is the only good. It cannot be removed, only the order cancelled",
            ).format(item=item_name(order, item))
        case RemovalTooValuable(percent):
            return QCoreApplication.translate(
                "Problems",
                "Missing goods are {percent} % of the value. Cancel the order instead",
            ).format(percent=percent)
        case RemovalOfPromoGood(item):
            return QCoreApplication.translate(
                "Problems",
                "{item} comes from a promotion. It cannot be removed, only the order cancelled",
            ).format(item=item_name(order, item))
        case PromotionUnknown(item):
            return QCoreApplication.translate(
                "Problems", "{item} may come from a promotion. The Market may refuse"
            ).format(item=item_name(order, item))
        case RemovalAmongSplit(item):
            return QCoreApplication.translate(
                "Problems", "{item} is in parts: remove one in the cabinet"
            ).format(item=item_name(order, item))
        case RemovalLowersRating(units):
            return COUNTS.leave_for_good(units)
        case _:
            assert_never(problem)

"""The list of problems after a refused "Finish": every one at once, each with its place."""

from collections import Counter
from dataclasses import replace
from typing import Final, assert_never

from packdesk.domain.commands import Finish
from packdesk.domain.deciding import Refused, decide
from packdesk.domain.ids import UnitRef
from packdesk.domain.labels import LabelFormat
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
from packdesk.domain.refusals import NotReadyToFinish
from packdesk.domain.units import InBox, InParts
from packdesk.station.reports import Bench
from packdesk.ui.bench.picks import ItemPick, LinePick, PartPick, Pick
from packdesk.ui.bench.props import AskCancel, ProblemListProps, ProblemProps
from packdesk.ui.bench.standing import signs_of
from packdesk.ui.words.aside import cancel_order
from packdesk.ui.words.bench import close_list, code_ends, go_there, problems_title
from packdesk.ui.words.notice import Notice, Tone
from packdesk.ui.words.problems import problem_text

MOST_KEYS: Final = 9


def derive_problems(bench: Bench, told: tuple[Problem, ...]) -> ProblemListProps | None:
    """What "Finish" would be refused for as the order stands; None where it would not be.

    ``told`` are the problems of the last refusal: of codes used in other orders only the station
    knows, so those stay listed while the unit carries the code.
    """
    outcome = decide(bench.packing, Finish(LabelFormat.A7))
    found: tuple[Problem, ...] = ()
    if isinstance(outcome, Refused):
        if not isinstance(outcome.refusal, NotReadyToFinish):
            return None
        found = outcome.refusal.problems
    problems = sorted((*found, *_used(bench.packing, told)), key=lambda one: not one.blocks)
    if not any(problem.blocks for problem in problems):
        return None
    shown = _together(tuple(_shown(bench, problem) for problem in problems))
    return ProblemListProps(
        problems_title(sum(one.notice.tone is Tone.REFUSED for one in shown)),
        tuple(_with_key(place, one) for place, one in enumerate(shown, start=1)),
        close_list(),
    )


def _together(shown: tuple[ProblemProps, ...]) -> tuple[ProblemProps, ...]:
    """What would be told in the same words is told once, with how often."""
    counts = Counter(one.notice for one in shown)
    firsts = {one.notice: one for one in reversed(shown)}
    return tuple(
        replace(firsts[notice], notice=replace(notice, text=f"{notice.text} × {count}"))
        if count > 1
        else firsts[notice]
        for notice, count in counts.items()
    )


def _with_key(place: int, problem: ProblemProps) -> ProblemProps:
    if problem.there is None or place > MOST_KEYS:
        return problem
    return replace(problem, go=f"{problem.go}  {place}")


def _used(packing: Packing, told: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(
        one
        for one in told
        if isinstance(one, CodeUsedElsewhere)
        and any(code.identity == one.identity for code in packing.unit(one.unit).codes)
    )


def _shown(bench: Bench, problem: Problem) -> ProblemProps:
    tone = Tone.REFUSED if problem.blocks else Tone.ATTENTION
    text = problem_text(problem, bench.order)
    if isinstance(problem, CodeRefused):
        text = f"{text} {code_ends(signs_of(bench.packing, problem.unit, problem.check.kind))}"
    if isinstance(problem, RemovalOfOnlyPosition | RemovalTooValuable | RemovalOfPromoGood):
        return ProblemProps(Notice(text, tone), AskCancel(), cancel_order())
    return ProblemProps(Notice(text, tone), place_of(bench.packing, problem), go_there())


def place_of(packing: Packing, problem: Problem) -> Pick | None:
    """Where the packer mends it; None for what concerns the whole order."""
    match problem:
        case (
            UnitsLoose(item, _)
            | OptionalCodesPartial(item, _, _)
            | OptionalCodesMissing(item)
            | RequirementUnknown(item, _)
            | MixedWholeAndSplit(item)
            | MixedTotals(item)
            | RemovalOfOnlyPosition(item)
            | RemovalOfPromoGood(item)
            | PromotionUnknown(item)
            | RemovalAmongSplit(item)
        ):
            return ItemPick(item)
        case PartLoose(unit, part, _):
            return PartPick(unit, part)
        case (
            CodeMissing(unit, _)
            | CodeTold(unit, _)
            | CodeRefused(unit, _)
            | CodeUsedElsewhere(unit, _, _)
        ):
            return _unit(packing, unit)
        case CodeTwice(_, second):
            return _unit(packing, second)
        case NothingPacked() | RemovalTooValuable() | RemovalLowersRating():
            return None
        case _:
            assert_never(problem)


def _unit(packing: Packing, ref: UnitRef) -> Pick:
    match packing.unit(ref).place:
        case InBox(box):
            return LinePick(box, ref.item)
        case InParts():
            return PartPick(ref, 1)
        case _:
            return ItemPick(ref.item)

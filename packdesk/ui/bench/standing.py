"""What several parts of the bench ask about an order as it stands."""

from packdesk.domain.access import Access
from packdesk.domain.codes import CodeKind
from packdesk.domain.packing import Packing
from packdesk.domain.units import InParts, Unit
from packdesk.station.reports import Bench
from packdesk.ui.words.bench import all_packed, code_to_go
from packdesk.ui.words.checks import check_text
from packdesk.ui.words.notice import Notice, Tone


def may_change(bench: Bench) -> bool:
    """Whether goods may be moved now."""
    packing = bench.packing
    return bench.access is Access.PACK and not packing.is_ready and not packing.is_locked


def split_groups(packing: Packing) -> tuple[Unit, ...]:
    """All split units; the place in it, from 1, names a group of parts."""
    return tuple(unit for unit in packing.units if isinstance(unit.place, InParts))


def codes_mark(packing: Packing, units: tuple[Unit, ...]) -> Notice:
    """Whether units have the codes that they need: the first refused one has the word."""
    wanted: list[tuple[Unit, CodeKind]] = [
        (unit, kind) for unit in units for kind in packing.wanted_kinds(unit)
    ]
    for unit, kind in wanted:
        code = unit.code(kind)
        check = packing.refused_check(unit.ref.item, code) if code else None
        if check is not None:
            return Notice(check_text(check), Tone.REFUSED)
    if wanted:
        return Notice(code_to_go(), Tone.ATTENTION)
    return Notice(all_packed(), Tone.ACCEPTED)

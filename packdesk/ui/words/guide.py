"""What to do now: the one sentence that the band always shows."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.access import Access
from packdesk.domain.barcodes import wanted_kind
from packdesk.domain.codes import CodeKind
from packdesk.domain.packing import Packing
from packdesk.domain.pieces import last_signs
from packdesk.domain.submission import Finished, NotConfirmed, next_step
from packdesk.domain.units import InParts, Loose, Short
from packdesk.station.reports import Bench
from packdesk.ui.words.access import access_text
from packdesk.ui.words.counts import COUNTS
from packdesk.ui.words.goods import item_name
from packdesk.ui.words.notice import Notice, Tone
from packdesk.ui.words.submission import submission_notice


def what_to_do(bench: Bench | None) -> Notice:
    """The next action for the order on the bench, or for an empty bench."""
    if bench is None:
        return Notice(
            QCoreApplication.translate("Guide", "Scan an order or pick one from the queue"),
            Tone.CALM,
        )
    wanted = _another_piece(bench)
    if wanted:
        return Notice(wanted, Tone.ATTENTION)
    step = next_step(bench.submission)
    if isinstance(step, Finished) or (
        bench.access is Access.PACK and not isinstance(step, NotConfirmed)
    ):
        return submission_notice(bench.submission)
    if bench.access is not Access.PACK:
        return Notice(access_text(bench.access), Tone.CALM)
    return Notice(_packing(bench), Tone.CALM)


def progress_text(packing: Packing) -> str:
    """“3 of 7 left”; empty where nothing is left."""
    present = [unit for unit in packing.units if not isinstance(unit.place, Short)]
    left = sum(unit.is_loose for unit in present)
    if not left:
        return ""
    return QCoreApplication.translate("Guide", "{left} of {all} left").format(
        left=left, all=len(present)
    )


def _another_piece(bench: Bench) -> str:
    """Which piece is to be replaced; empty where none is asked for, or it has been already."""
    if bench.unit is None or bench.access is not Access.PACK:
        return ""
    packing, item = bench.packing, bench.unit.item
    for code in packing.unit(bench.unit).codes:
        if packing.refused_check(item, code) is not None:
            return QCoreApplication.translate(
                "Guide", "Scan another piece for …{signs}: {good}"
            ).format(signs=last_signs(code), good=item_name(bench.order, item))
    return ""


def _packing(bench: Bench) -> str:
    packing = bench.packing
    kind = wanted_kind(packing)
    if kind is not None:
        return code_wanted(kind)
    if packing.is_complete and bench.submission.labels_are_stale:
        return QCoreApplication.translate("Guide", "All packed. Finish and stick the new labels")
    missing = sum(isinstance(unit.place, Short) for unit in packing.units)
    if packing.is_complete and missing:
        return COUNTS.packed_without(missing)
    if packing.is_complete:
        return QCoreApplication.translate("Guide", "All packed. Finish?")
    if all(isinstance(unit.place, Short) for unit in packing.units):
        return QCoreApplication.translate(
            "Guide", "Everything is missing: put the order aside or cancel it (F7)"
        )
    if any(isinstance(unit.place, Loose) for unit in packing.units):
        return QCoreApplication.translate("Guide", "Scan the next item")
    if any(isinstance(unit.place, InParts) and unit.is_loose for unit in packing.units):
        return QCoreApplication.translate("Guide", "Put each part into a box of its own")
    return QCoreApplication.translate("Guide", "Scan the next item")


def code_wanted(kind: CodeKind) -> str:
    """The sentence that asks for a code of this kind."""
    match kind:
        case CodeKind.CIS:
            return QCoreApplication.translate("Guide", "Scan the Honest Sign code on the item")
        case CodeKind.UIN:
            return QCoreApplication.translate("Guide", "Scan the UIN on the tag of the item")
        case CodeKind.RNPT:
            return QCoreApplication.translate("Guide", "Scan or type the RNPT")
        case CodeKind.GTD:
            return QCoreApplication.translate("Guide", "Scan or type the GTD number")
        case CodeKind.COUNTRY:
            return QCoreApplication.translate("Guide", "Scan or type the country of origin")
        case _:
            assert_never(kind)

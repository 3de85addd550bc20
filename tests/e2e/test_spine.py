"""From scan to ready to ship without a window: every packable order of the demo day."""

from pathlib import Path
from typing import Any

from packdesk.domain.access import Access
from packdesk.domain.ids import OrderId
from packdesk.domain.questions import SplitProposed, WhichItemHasCode
from packdesk.domain.refusals import AnswerFirst
from packdesk.domain.submission import CodesRefused, Finished, next_step
from packdesk.resource_files import resource
from packdesk.station.reports import Answer, AskedBack, Did, QueueRead, RefusedIt
from tests.e2e.spine import Workplace, goods, workplace


def pack(place: Workplace, order: int, lying: dict[int, Any]) -> None:
    """Scan everything that lies there, answering what is asked."""
    place.open(order)
    for item, things in lying.items():
        for codes in things["codes"]:
            marks = [codes[kind] for kind in ("cis", "uin", "rnpt", "gtd") if kind in codes]
            for mark in marks or [things["ean"]]:
                if mark != codes.get("cis"):
                    settle(place, place.scan(things["ean"]), item) if marks else None
                settle(place, place.scan(mark), item)
            if "countryCode" in codes:
                settle(place, place.scan(codes["countryCode"]), item)


def settle(place: Workplace, answer: Answer, item: int) -> None:
    match answer.told:
        case AskedBack(SplitProposed()):
            answer = place.answer(1)
        case AskedBack(WhichItemHasCode(_, _, items)):
            answer = place.answer(items.index(item) + 1)
        case _:
            pass
    assert isinstance(answer.told, Did), answer.told


def test_every_packable_order_of_the_demo_day_goes_its_whole_way(tmp_path: Path):
    day = resource("demo/day.json")
    lying, spares = goods(day), goods(day, "spares")
    with workplace(tmp_path) as place:
        queue = next(one for one in reversed(place.reports) if isinstance(one, QueueRead))
        packable = [one.order for one in queue.entries if one.access is Access.PACK]
        assert len(packable) > 10
        for order in packable:
            pack(place, order.id, lying[order.id])
        place.wait(120)
        for order_id, items in spares.items():
            held = place.desk.ledger.held(OrderId(order_id))
            assert isinstance(next_step(held.submission), CodesRefused)
            pack(place, order_id, items)
        place.wait(120)
        for order in packable:
            held = place.desk.ledger.held(order.id)
            assert isinstance(next_step(held.submission), Finished), order
            at_market = place.sandbox.world.snapshot(order.id)
            assert at_market.boxes, order
            assert (at_market.state.substatus == "READY_TO_SHIP") == (order.program != "DBS")
            assert held.submission.is_printed
            assert held.packing.is_ready == (order.program != "DBS")
        assert len(list((tmp_path / "printed").glob("*.pdf"))) == len(packable) + len(spares)


def test_a_question_must_be_answered_before_the_next_scan(tmp_path: Path):
    day = resource("demo/day.json")
    lying = goods(day)
    with workplace(tmp_path) as place:
        queue = next(one for one in reversed(place.reports) if isinstance(one, QueueRead))
        offers = {o.offer_id: o for o in queue.catalogue.offers if o.box_count > 1}
        order = next(
            one.order
            for one in queue.entries
            if one.access is Access.PACK and one.order.items[0].offer_id in offers
        )
        ean = lying[order.id][order.items[0].id]["ean"]
        place.open(order.id)
        assert isinstance(place.scan(str(ean)).told, AskedBack)
        assert place.scan(str(ean)).told == RefusedIt(AnswerFirst())

"""The four layouts of the official description come out exactly, whatever their codes look like."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from packdesk.domain.codes import CodeKind, MarkingCode, code_from_text
from packdesk.domain.events import BoxOpened, CodeAttached, Event, PartPacked, UnitPacked, UnitSplit
from packdesk.domain.ids import BoxNumber, ItemId, UnitRef
from packdesk.domain.layout_rules import check_layout, derive_layout
from packdesk.domain.packing import Packing
from packdesk.domain.problems import CodeTwice
from packdesk.market.layout_body import layout_body
from tests.builders import item, order
from tests.shared_files import shared

EXAMPLES = json.loads(shared("reference/layout-examples.json").read_text(encoding="utf-8"))
pytestmark = pytest.mark.shared


def events_of(boxes: list[dict[str, Any]]) -> Iterator[Event]:
    """What a packer would have done to come to these boxes."""
    next_unit: dict[int, int] = {}
    for number, box in enumerate(boxes, start=1):
        yield BoxOpened(BoxNumber(number))
        for line in box["items"]:
            instances = [codes_of(one) for one in line.get("instances", [])]
            if "partialCount" in line:
                yield from part(line, instances, BoxNumber(number), next_unit)
                continue
            for place in range(line["fullCount"]):
                unit = taken(line["id"], next_unit)
                yield UnitPacked(unit, BoxNumber(number))
                for code in instances[place] if place < len(instances) else ():
                    yield CodeAttached(unit, code)


def part(
    line: dict[str, Any],
    instances: list[list[MarkingCode]],
    box: BoxNumber,
    next_unit: dict[int, int],
) -> Iterator[Event]:
    current, total = line["partialCount"]["current"], line["partialCount"]["total"]
    if current == 1:
        unit = taken(line["id"], next_unit)
        yield UnitSplit(unit, total)
        for code in instances[0]:
            yield CodeAttached(unit, code)
    yield PartPacked(UnitRef(ItemId(line["id"]), next_unit[line["id"]]), current, box)


def taken(item_id: int, next_unit: dict[int, int]) -> UnitRef:
    next_unit[item_id] = next_unit.get(item_id, 0) + 1
    return UnitRef(ItemId(item_id), next_unit[item_id])


def codes_of(instance: dict[str, str]) -> list[MarkingCode]:
    return [code_from_text(CodeKind(kind), text) for kind, text in instance.items()]


def packing_of(boxes: list[dict[str, Any]]) -> Packing:
    events = tuple(events_of(boxes))
    counts: dict[int, int] = {}
    for event in events:
        if isinstance(event, UnitPacked | UnitSplit):
            counts[event.unit.item] = counts.get(event.unit.item, 0) + 1
    marked = {event.unit.item for event in events if isinstance(event, CodeAttached)}
    goods = [
        item(number, count, marking=(CodeKind.CIS,) if number in marked else ())
        for number, count in counts.items()
    ]
    return Packing.of(order(*goods)).after(events)


def as_json(packing: Packing) -> Any:
    return json.loads(
        layout_body(derive_layout(packing)).model_dump_json(by_alias=True, exclude_none=True)
    )


@pytest.mark.parametrize("example", EXAMPLES["examples"], ids=lambda one: one["title"])
def test_an_official_layout_comes_out_exactly(example: dict[str, Any]):
    assert as_json(packing_of(example["body"]["boxes"])) == example["body"]


@pytest.mark.parametrize("mangle", [str.upper, lambda code: code[:20], lambda code: "x" + code])
@pytest.mark.parametrize("example", EXAMPLES["examples"], ids=lambda one: one["title"])
def test_codes_go_out_as_they_are(example: dict[str, Any], mangle: Any):
    body = json.loads(json.dumps(example["body"]))
    for box in body["boxes"]:
        for line in box["items"]:
            for instance in line.get("instances", []):
                instance["cis"] = mangle(instance["cis"])
    assert as_json(packing_of(body["boxes"])) == body


def test_the_third_example_repeats_a_code_which_finish_refuses():
    problems = check_layout(packing_of(EXAMPLES["examples"][2]["body"]["boxes"]))
    assert [type(problem) for problem in problems if problem.blocks] == [CodeTwice]

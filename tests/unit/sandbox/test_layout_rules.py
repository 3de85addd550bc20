"""Which layouts the sandbox takes, as a table of boxes."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packdesk.sandbox.bodies import LayoutBody, read_body
from packdesk.sandbox.errors import ApiError, BadRequestError
from packdesk.sandbox.layout_rules import Position, judge
from tests.shared_files import shared
from tests.unit.sandbox.days import boxes, cis, part, whole

A, B, C = cis("aaa"), cis("bbb"), cis("ccc")
ORDERED = (Position(1, 3, Decimal(300)), Position(2, 2, Decimal(200)))
ONLY_ONE = (Position(1, 3, Decimal(300)),)


def layout(body):
    return read_body(LayoutBody, json.dumps(body).encode())


def refusal(positions, body):
    with pytest.raises(ApiError) as caught:
        judge(positions, layout(body))
    assert caught.value.status == 400
    return caught.value.messages[0]


ACCEPTED = {
    "all in one box": boxes([whole(1, 3), whole(2, 2)]),
    "one item over two boxes": boxes([whole(1, 2), whole(2, 2)], [whole(1, 1)]),
    "codes of whole units": boxes([whole(1, 3, A, B, C), whole(2, 2)]),
    "fewer codes than units": boxes([whole(1, 3, A), whole(2, 2)]),
    "two split units beside whole ones": boxes(
        [whole(1, 3)], [part(2, 1, 2)], [part(2, 2, 2)], [part(2, 1, 2)], [part(2, 2, 2)]
    ),
    "two split units with codes of their own": boxes(
        [whole(1, 3)],
        [part(2, 1, 2, A)],
        [part(2, 1, 2, B)],
        [part(2, 2, 2, B)],
        [part(2, 2, 2, A)],
    ),
    "two split units that repeat one code": boxes(
        [whole(1, 3)],
        [part(2, 1, 2, A)],
        [part(2, 2, 2, A)],
        [part(2, 1, 2, A)],
        [part(2, 2, 2, A)],
    ),
    "a whole and a split unit of one item": boxes(
        [whole(1, 3), whole(2, 1)], [part(2, 1, 3)], [part(2, 2, 3)], [part(2, 3, 3)]
    ),
}


@pytest.mark.parametrize("body", ACCEPTED.values(), ids=ACCEPTED.keys())
def test_a_lawful_layout_keeps_every_unit(body):
    assert judge(ORDERED, layout(body)) == {1: 3, 2: 2}


REFUSED = {
    "same item twice in a box": (
        boxes([whole(1, 1), whole(1, 2), whole(2, 2)]),
        "item 1 is listed 2 times",
    ),
    "part beside whole goods": (
        boxes([part(2, 1, 2), whole(1, 3)], [part(2, 2, 2)], [whole(2, 1)]),
        "must be alone in its box",
    ),
    "two parts in a box": (
        boxes([whole(1, 3)], [part(2, 1, 2), part(2, 2, 2)], [whole(2, 1)]),
        "must be alone in its box",
    ),
    "neither whole nor part": (boxes([{"id": 1}, whole(2, 2)]), "either fullCount or partialCount"),
    "both whole and part": (
        boxes([{**part(1, 1, 2), "fullCount": 1}], [whole(2, 2)]),
        "either fullCount or partialCount",
    ),
    "part beyond its total": (boxes([part(1, 3, 2)], [whole(2, 2)]), "part 3 of 2"),
    "a part is missing": (
        boxes([whole(1, 3)], [part(2, 1, 3)], [part(2, 3, 3)], [whole(2, 1)]),
        "part 2 of 3 is missing",
    ),
    "a huge total": (
        boxes([whole(1, 3)], [part(2, 1, 2_000_000_000)], [whole(2, 1)]),
        "part 2 of 2000000000 is missing",
    ),
    "parts with totals that differ": (
        boxes([whole(1, 3)], [part(2, 1, 2)], [part(2, 2, 3)], [whole(2, 1)]),
        "is missing",
    ),
    "code only on one part": (
        boxes([whole(1, 3)], [part(2, 1, 2, A)], [part(2, 2, 2)], [whole(2, 1)]),
        "is missing",
    ),
    "codes of two units crossed": (
        boxes(
            [whole(1, 3)],
            [part(2, 1, 2, A)],
            [part(2, 2, 2, A)],
            [part(2, 1, 2, A)],
            [part(2, 2, 2, B)],
        ),
        "is missing",
    ),
    "two codes on a part": (
        boxes([whole(1, 3)], [part(2, 1, 2, A, B)], [part(2, 2, 2, A, B)], [whole(2, 1)]),
        "2 instances for one part",
    ),
    "more codes than units": (
        boxes([whole(1, 2, A, B, C), whole(2, 2)], [whole(1, 1)]),
        "3 instances for 2 units",
    ),
    "same code twice": (
        boxes([whole(1, 3, A, A), whole(2, 2)]),
        "same cis is given more than once",
    ),
    "same code with another tail": (
        boxes([whole(1, 3, A, A.replace("EE10", "EE11")), whole(2, 2)]),
        "same cis is given more than once",
    ),
    "same code on two items": (
        boxes([whole(1, 3, A), whole(2, 2, A)]),
        "same cis is given more than once, items: 1, 2",
    ),
    "same code whole and split": (
        boxes([whole(1, 3), whole(2, 1, A)], [part(2, 1, 2, A)], [part(2, 2, 2, A)]),
        "same cis is given more than once",
    ),
    "foreign item": (boxes([whole(1, 3), whole(2, 2), whole(9, 1)]), "item 9 is not in the order"),
    "more units than ordered": (
        boxes([whole(1, 4), whole(2, 2)]),
        "item 1: 4 units in boxes, 3 in the order",
    ),
    "fewer units without leave": (boxes([whole(1, 2), whole(2, 2)]), "allowRemove is false"),
    "an item left out without leave": (boxes([whole(1, 3)]), "item 2: 0 units in boxes"),
}


@pytest.mark.parametrize(("body", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_a_layout_against_the_rules_is_refused_with_its_reason(body, words):
    message = refusal(ORDERED, body)
    assert message.startswith("Invalid order boxes layout request. Violations: [")
    assert words in message


def test_all_violations_are_told_at_once():
    message = refusal(ORDERED, boxes([whole(1, 1), whole(1, 1), whole(7, 1)]))
    assert "listed 2 times" in message
    assert "item 7 is not in the order" in message


REMOVALS = {
    "a unit": ((whole(1, 2), whole(2, 2)), {1: 2, 2: 2}),
    "a whole item": ((whole(1, 3),), {1: 3, 2: 0}),
    "nothing": ((whole(1, 3), whole(2, 2)), {1: 3, 2: 2}),
}


@pytest.mark.parametrize(("entries", "left"), REMOVALS.values(), ids=REMOVALS.keys())
def test_goods_can_be_removed_with_leave(entries, left):
    assert judge(ORDERED, layout(boxes(list(entries), allowRemove=True))) == left


IRREMOVABLE = {
    "the only item": (ONLY_ONE, boxes([whole(1, 2)]), "the only item of the order"),
    "nearly all the value": (
        (Position(1, 1, Decimal(9900)), Position(2, 1, Decimal(100))),
        boxes([whole(2, 1)]),
        "99% of the order value",
    ),
    "a gift of a promotion": (
        (Position(1, 1, Decimal(100)), Position(2, 1, Decimal(0), frozenset({"GENERIC_BUNDLE"}))),
        boxes([whole(1, 1)]),
        "added by a promotion",
    ),
    "one of several split units": (
        ORDERED,
        boxes([whole(1, 3)], [part(2, 1, 2)], [part(2, 2, 2)]),
        "sent in parts cannot be removed",
    ),
}


@pytest.mark.parametrize(
    ("positions", "body", "words"), IRREMOVABLE.values(), ids=IRREMOVABLE.keys()
)
def test_some_goods_cannot_be_removed_even_with_leave(positions, body, words):
    assert words in refusal(positions, {**body, "allowRemove": True})


def test_just_under_the_whole_value_can_be_removed():
    positions = (Position(1, 1, Decimal(9899)), Position(2, 1, Decimal(101)))
    assert judge(positions, layout(boxes([whole(2, 1)], allowRemove=True))) == {1: 0, 2: 1}


BAD_CODES = {
    "cyrillic in a cis": ({"cis": "0104610000000011215ж"}, "Invalid incoming cis", "INVALID_CIS"),
    "too long a cis": ({"cis": "1" * 257}, "Invalid incoming cis", "INVALID_CIS"),
    "line feed in a cis": ({"cis": f"{A}\n"}, "Invalid incoming cis", "INVALID_CIS"),
    "empty cis": ({"cis": ""}, "Invalid incoming cis", "INVALID_CIS"),
    "short uin": ({"uin": "123456789012345"}, "Invalid incoming uin", "INVALID_UIN"),
    "gtd without its date": ({"gtd": "10702070/3301780"}, "Invalid incoming gtd", "INVALID_GTD"),
    "rnpt without its item": (
        {"rnpt": "10702070/240723/3301780"},
        "Invalid incoming rnpt",
        "INVALID_RNPT",
    ),
    "country in small letters": (
        {"gtd": "10702070/240723/3301780", "countryCode": "cn"},
        "String cn is not a valid country code",
        "ISO 3166-1 alpha-2",
    ),
    "country alone": ({"countryCode": "CN"}, "countryCode for item with id = 1", "WITHOUT_GTD"),
    "nothing at all": ({}, "instance for item with id = 1", "EMPTY_INSTANCE"),
}


@pytest.mark.parametrize(("code", "start", "reason"), BAD_CODES.values(), ids=BAD_CODES.keys())
def test_a_code_that_is_none_is_refused_naming_the_item(code, start, reason):
    entry = {"id": 1, "fullCount": 3, "instances": [code]}
    message = refusal(ORDERED, boxes([entry, whole(2, 2)]))
    assert start in message
    assert reason in message


@pytest.mark.parametrize(
    "code",
    [
        {"gtd": "10702070/240723/3301780", "countryCode": "CN"},
        {"gtd": "50402/120524/0012345"},
        {"rnpt": "10005030/081121/0123456/12345", "countryCode": "VN"},
        {"cis": A, "gtd": "10702070/240723/3301780", "countryCode": "CN"},
        {"uin": "1234567890123456"},
    ],
)
def test_codes_of_every_kind_are_taken(code):
    entry = {"id": 1, "fullCount": 3, "instances": [code]}
    assert judge(ORDERED, layout(boxes([entry, whole(2, 2)]))) == {1: 3, 2: 2}


EXAMPLES = json.loads(shared("reference/layout-examples.json").read_text("utf-8"))["examples"]


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["title"] for example in EXAMPLES])
def test_the_examples_of_the_documentation_are_taken(example):
    units: dict[int, int] = {}
    for box in example["body"]["boxes"]:
        for entry in box["items"]:
            first = entry.get("partialCount", {}).get("current", 1) == 1
            units[entry["id"]] = units.get(entry["id"], 0) + (entry.get("fullCount", 1) * first)
    positions = [Position(item_id, count, Decimal(1)) for item_id, count in units.items()]
    assert judge(positions, layout(example["body"])) == units


counts = st.integers(min_value=1, max_value=4)
entries = st.one_of(
    st.builds(whole, st.integers(1, 3), counts),
    st.builds(part, st.integers(1, 3), counts, st.integers(2, 4)),
    st.builds(whole, st.integers(1, 3), counts, st.sampled_from([A, B, C])),
)


@given(
    contents=st.lists(st.lists(entries, min_size=1, max_size=3), min_size=1, max_size=6),
    allow=st.booleans(),
)
def test_whatever_is_accepted_places_every_unit_that_is_left(contents, allow):
    body = boxes(*contents, allowRemove=allow)
    try:
        left = judge(ORDERED, layout(body))
    except BadRequestError:
        return
    placed = {1: 0, 2: 0}
    for box in contents:
        assert len({entry["id"] for entry in box}) == len(box)
        for entry in box:
            if "fullCount" in entry:
                placed[entry["id"]] += entry["fullCount"]
            else:
                assert len(box) == 1
                placed[entry["id"]] += entry["partialCount"]["current"] == 1
    assert left == placed
    assert all(left[position.id] <= position.count for position in ORDERED)
    assert allow or left == {1: 3, 2: 2}

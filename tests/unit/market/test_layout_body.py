import json

import pytest

from packdesk.domain.codes import Cis, Country, Gtd, Rnpt, Uin
from packdesk.domain.ids import BoxNumber, ItemId, MarketBoxId
from packdesk.domain.layout import BoxLayout, ItemPart, LayoutBox, WholeUnits
from packdesk.domain.order import MarketBox
from tests.shared_files import shared
from tests.unit.market.wires import REF, Recorder, answers, market_of

SHOES, LACES = ItemId(123456), ItemId(654321)
FIRST = Cis("01030410947874432155Qbag!\x1d93Zjqw", "03041094787443", "55Qbag!")
SECOND = Cis("010304109478gftJ14545762!\x1dhGt264", None, None)
THIRD = Cis("010304109478fRs28323ks23!\x1dhet201", None, None)
GTD, COUNTRY = Gtd("10702030/140517/0001234"), Country("CN")


def boxes(*contents):
    return tuple(LayoutBox(BoxNumber(n), content) for n, content in enumerate(contents, start=1))


def part(current, code=FIRST):
    return ItemPart(SHOES, current, 2, (code,))


OFFICIAL = {
    "Товар умещается в коробку": boxes(
        (WholeUnits(SHOES, 3, ((FIRST,), (SECOND,), (THIRD,))), WholeUnits(LACES, 1))
    ),
    "Товар едет в разных коробках": boxes(part(1), part(2)),
    "Одинаковые товары, где каждый едет в нескольких коробках": boxes(
        part(1), part(2), part(1), part(2)
    ),
    "Разные товары в разных коробках": boxes((WholeUnits(SHOES, 1),), (WholeUnits(LACES, 1),)),
}


def sent(layout, answer=None):
    market = Recorder(answers(200, {"status": "OK", "result": {"boxes": answer or []}}))
    with market_of(market) as client:
        told = client.set_layout(REF, layout)
    (request,) = market.requests
    assert request.method == "PUT"
    assert request.url.path == "/v2/campaigns/21000001/orders/51234567/boxes"
    return request.content, told


@pytest.mark.parametrize("title", OFFICIAL)
def test_the_official_layouts_come_out_exactly(title):
    text = shared("reference/layout-examples.json").read_text(encoding="utf-8")
    wanted = {example["title"]: example["body"] for example in json.loads(text)["examples"]}
    content, _ = sent(BoxLayout(OFFICIAL[title]))
    assert json.loads(content) == wanted[title]
    assert OFFICIAL.keys() == wanted.keys()


def test_a_separator_is_sent_as_one_escaped_character():
    content, _ = sent(BoxLayout(boxes(part(1), part(2))))
    assert rb'55Qbag!\u001d93Zjqw"' in content


def test_a_code_is_sent_as_it_was_scanned_whatever_is_in_it():
    odd = Cis("\x1d01\\\"'<>&%/ \x1d\x1d!~", None, None)
    content, _ = sent(BoxLayout(boxes((WholeUnits(SHOES, 1, ((odd,),)),))))
    assert json.loads(content)["boxes"][0]["items"][0]["instances"] == [{"cis": odd.full}]


def test_removal_is_said_only_where_it_is_meant():
    plain, _ = sent(BoxLayout(boxes((WholeUnits(SHOES, 1),))))
    removing, _ = sent(BoxLayout(boxes((WholeUnits(SHOES, 1),)), allow_remove=True))
    assert "allowRemove" not in json.loads(plain)
    assert json.loads(removing)["allowRemove"] is True


@pytest.mark.parametrize(
    ("codes", "instances"),
    [
        (((FIRST, GTD, COUNTRY),), [{"cis": FIRST.full, "gtd": GTD.full, "countryCode": "CN"}]),
        (
            ((Rnpt("1/010120/1/1"), COUNTRY), (Uin("1" * 16),)),
            [{"rnpt": "1/010120/1/1", "countryCode": "CN"}, {"uin": "1" * 16}],
        ),
        (((FIRST, COUNTRY),), [{"cis": FIRST.full}]),
        (((COUNTRY,), (FIRST,)), [{"cis": FIRST.full}]),
        (((COUNTRY,),), None),
        (((),), None),
        ((), None),
    ],
)
def test_the_codes_of_a_unit_stand_in_one_object_and_the_country_never_alone(codes, instances):
    content, _ = sent(BoxLayout(boxes((WholeUnits(SHOES, 2, codes),))))
    assert json.loads(content)["boxes"][0]["items"][0].get("instances") == instances


def answered(box_id, *items):
    return {"items": list(items), **({} if box_id is None else {"boxId": box_id})}


WHOLE = {"id": SHOES, "fullCount": 1}
PARTS = [{"id": LACES, "partialCount": {"current": n, "total": 2}} for n in (1, 2)]
LAYOUT = BoxLayout(boxes((WholeUnits(SHOES, 1),), ItemPart(LACES, 1, 2), ItemPart(LACES, 2, 2)))


def ids(layout, *answer):
    return [box.box_id for box in sent(layout, list(answer))[1]]


def test_each_box_gets_its_id():
    _, told = sent(LAYOUT, [answered(7, WHOLE), answered(8, PARTS[0]), answered(9, PARTS[1])])
    assert told == tuple(
        MarketBox(BoxNumber(number), MarketBoxId(number + 6)) for number in (1, 2, 3)
    )


def test_a_box_gets_its_own_id_in_whatever_order_they_come():
    assert ids(LAYOUT, answered(9, PARTS[1]), answered(7, WHOLE), answered(8, PARTS[0])) == [
        7,
        8,
        9,
    ]


def test_equal_boxes_keep_their_order():
    layout = BoxLayout(boxes((WholeUnits(SHOES, 1),), (WholeUnits(SHOES, 1),)))
    assert ids(layout, answered(5, WHOLE), answered(6, WHOLE)) == [5, 6]


def test_a_box_that_the_answer_does_not_know_gets_no_id():
    assert ids(LAYOUT, answered(7, {"id": SHOES, "fullCount": 2}), answered(8, PARTS[0])) == [
        None, 8, None,
    ]  # fmt: skip
    assert ids(LAYOUT, answered(None, WHOLE)) == [None, None, None]
    assert ids(LAYOUT) == [None, None, None]

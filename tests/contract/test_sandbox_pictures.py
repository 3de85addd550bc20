"""The sandbox's goods have pictures, where its offers say they are."""

import httpx
import pytest

from packdesk.resource_files import resource
from packdesk.sandbox.order_file import OrderFileInvalid
from packdesk.sandbox.running import Sandbox
from packdesk.sandbox.world import BUSINESS_ID
from tests.contract.sandbox_calls import TLS, calls_to
from tests.unit.sandbox.days import day

OFFERS = f"/v2/businesses/{BUSINESS_ID}/offer-mappings"
LARGEST = 6 * 1024


def offer(*pictures: str) -> dict[str, dict[str, object]]:
    return {"offer": {"offerId": "SKU-11", "pictures": list(pictures)}}


@pytest.fixture(scope="module")
def demo():
    with Sandbox() as running:
        yield running


@pytest.fixture(scope="module")
def browser(demo):
    """Somebody without a key."""
    with httpx.Client(base_url=demo.base_url, verify=TLS, trust_env=False) as client:
        yield client


def pictures_of(sandbox: Sandbox) -> list[str]:
    with calls_to(sandbox) as calls:
        told = calls.ask("POST", OFFERS, {}).body["result"]["offerMappings"]
    return [url for mapping in told for url in mapping["offer"].get("pictures", [])]


def test_every_good_of_the_demo_has_a_small_picture(demo, browser):
    urls = pictures_of(demo)
    assert len(urls) == len(demo.orders.offers)
    for url in urls:
        assert url.startswith(f"{demo.base_url}/demo/pictures/")
        answer = browser.get(url)
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "image/png"
        assert answer.content.startswith(b"\x89PNG")
        assert len(answer.content) <= LARGEST
    told = {url.rpartition("/")[2] for url in urls}
    assert told == {path.name for path in resource("demo/pictures").iterdir()}


@pytest.mark.parametrize(
    "path",
    [
        "/demo/pictures/nothing.png",
        "/demo/pictures/",
        "/demo/pictures",
        "/demo/pictures/..%2Fday.json",
        "/demo/pictures/%2e%2e/day.json",
        "/demo/pictures/..",
        "/demo/day.json",
    ],
)
def test_nothing_else_is_given_out(browser, path):
    answer = browser.get(path)
    assert answer.status_code == 404
    assert answer.json()["status"] == "ERROR"


def test_the_log_holds_how_large_a_picture_was(demo, browser):
    content = browser.get("/demo/pictures/boot.png").content
    record = demo.log[-1]
    assert (record.path, record.status) == ("/demo/pictures/boot.png", 200)
    assert record.response == {"png_bytes": len(content)}


def test_addresses_of_other_places_stay_as_they_are():
    elsewhere = "https://pictures.invalid/1.png"
    with Sandbox(day(offers=[offer(elsewhere, "demo/pictures/boot.png", "/x.png")])) as sandbox:
        assert pictures_of(sandbox) == [
            elsewhere,
            f"{sandbox.base_url}/demo/pictures/boot.png",
            f"{sandbox.base_url}/x.png",
        ]


@pytest.mark.parametrize("none", [[], None])
def test_an_offer_without_pictures_tells_none(none):
    file = day(offers=[{"offer": {"offerId": "SKU-11", "pictures": none}}])
    with Sandbox(file) as sandbox, calls_to(sandbox) as calls:
        (told,) = calls.ask("POST", OFFERS, {}).body["result"]["offerMappings"]
        assert not told["offer"].get("pictures")


@pytest.mark.parametrize("pictures", ["demo/pictures/boot.png", {"1": "2"}, [1], [None], 1])
def test_pictures_of_an_orders_file_must_be_a_list_of_texts(pictures):
    with pytest.raises(OrderFileInvalid) as caught:
        day(offers=[{"offer": {"offerId": "A", "pictures": pictures}}])
    assert caught.value.place == "offers[0].offer.pictures"

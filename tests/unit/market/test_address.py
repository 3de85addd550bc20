import os

import httpx
import pytest

from packdesk.market.address import MARKET_ADDRESS, AddressRefused, checked_address, is_loopback
from packdesk.market.calls import GET_CAMPAIGNS
from packdesk.market.transport import Transport, _Way
from packdesk.station.errors import PackdeskError
from tests.unit.market.wires import KEY, NOW, Recorder, answers


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        (MARKET_ADDRESS, MARKET_ADDRESS),
        ("https://market.invalid/", "https://market.invalid"),
        ("  https://market.invalid:8443/base/ ", "https://market.invalid:8443/base"),
        ("HTTPS://Market.invalid", "https://Market.invalid"),
        ("http://127.0.0.1:8765", "http://127.0.0.1:8765"),
        ("http://127.8.9.1", "http://127.8.9.1"),
        ("http://localhost:1", "http://localhost:1"),
        ("http://LOCALHOST", "http://LOCALHOST"),
        ("http://[::1]:8080/", "http://[::1]:8080"),
        ("https://магазин.рф", "https://магазин.рф"),
    ],
)
def test_https_anywhere_and_http_at_home_are_taken(address, kept):
    assert checked_address(address) == kept


@pytest.mark.parametrize(
    "address",
    [
        "http://api.partner.market.yandex.ru",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://128.0.0.1",
        "http://0.0.0.0",
        "http://[::2]",
        "http://user@127.0.0.1",
        "https://user:secret@market.invalid",
        "https://market.invalid?key=1",
        "https://market.invalid#part",
        "https://",
        "https:///path",
        "https://a b",
        "https://market.invalid:0",
        "https://market.invalid:99999",
        "https://market.invalid:port",
        "https://[broken",
        f"https://{'a' * 70}.invalid",
        "https://a..b",
        "ftp://market.invalid",
        "file:///etc/passwd",
        "api.partner.market.yandex.ru",
        "127.0.0.1:80",
        "",
        "   ",
    ],
)
def test_everything_else_is_refused_before_a_key_could_go_there(address):
    with pytest.raises(AddressRefused) as refused:
        Transport(address, KEY, lambda: NOW)
    assert refused.value.address == address
    assert isinstance(refused.value, ValueError)
    assert isinstance(refused.value, PackdeskError)


def test_home_is_this_machine_only():
    assert is_loopback("http://127.0.0.1:80")
    assert not is_loopback("https://market.invalid")
    assert not is_loopback("nothing")


@pytest.fixture
def behind_a_proxy(monkeypatch, unused_port):
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("all_proxy", f"http://127.0.0.1:{unused_port}")


def _mounts(address):
    transport = Transport(address, KEY, lambda: NOW)
    client = transport._open_client(_Way.MARKET)
    mounts = [mount for mount in client._mounts.values() if mount is not None]
    transport.close()
    return mounts


@pytest.mark.usefixtures("behind_a_proxy")
def test_a_proxy_is_used_on_the_way_out_and_not_at_home():
    assert len(_mounts("https://market.invalid")) == 1
    assert _mounts("http://127.0.0.1:8765") == []


def test_paths_are_put_behind_the_address():
    market = Recorder(answers(200, {}))
    wire = httpx.MockTransport(market)
    transport = Transport("https://market.invalid/base/", KEY, lambda: NOW, wire=wire)
    transport.send(GET_CAMPAIGNS.call(query=(("limit", "1"),)))
    transport.close()
    assert str(market.requests[0].url) == "https://market.invalid/base/v2/campaigns?limit=1"

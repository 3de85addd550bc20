import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx
import pytest

from packdesk.market import pictures as pictures_module
from packdesk.market import transport as transport_module
from packdesk.market.pictures import WebPictures, checked_picture_address, is_picture
from packdesk.market.transport import PictureWire
from packdesk.station.pictures import PictureFault, PictureUnavailable
from tests.contract.stub_server import Asked, Reply, stub_server

PNG = b"\x89PNG\r\n\x1a\n and the rest of it"
SHOE = "https://pictures.invalid/shoe.png"
Handler = Callable[[httpx.Request], httpx.Response]


@contextmanager
def web(handler: Handler) -> Iterator[WebPictures]:
    wire = PictureWire(wire=httpx.MockTransport(handler))
    try:
        yield WebPictures(wire)
    finally:
        wire.close()


def says(status: int = 200, content: bytes = PNG, **headers: str) -> Handler:
    return lambda request: httpx.Response(status, headers=headers, content=content)


def fault(pictures: WebPictures, url: str = SHOE) -> PictureFault:
    with pytest.raises(PictureUnavailable) as caught:
        pictures.fetch(url)
    return caught.value.fault


def test_no_key_and_no_cookie_goes_to_a_picture_host():
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(200, content=PNG)

    with web(answer) as pictures:
        assert pictures.fetch(SHOE) == PNG
    (request,) = asked
    assert {name.lower() for name in request.headers} == {
        "host", "accept", "accept-encoding", "connection", "user-agent",
    }  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xd8\xff\xe0JFIF",
        b"RIFF\x10\x00\x00\x00WEBPVP8 ",
        b"GIF89a\x01\x00",
        b"GIF87a\x01\x00",
        b"BM\x10\x00",
        PNG,
    ],
)
def test_pictures_are_known_by_their_first_bytes(content):
    assert is_picture(content)


@pytest.mark.parametrize(
    "content",
    [b"", b"<!doctype html><html>", b"<svg xmlns='x'/>", b"%PDF-1.7", b"RIFF\x10\x00\x00\x00AVI ", b"\x89PN"],
)  # fmt: skip
def test_what_is_no_picture_is_refused_whatever_it_is_called(content):
    with web(says(200, content, **{"content-type": "image/png"})) as pictures:
        assert fault(pictures) is PictureFault.NO_PICTURE


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (404, PictureFault.GONE),
        (403, PictureFault.GONE),
        (204, PictureFault.GONE),
        (304, PictureFault.GONE),
        (408, PictureFault.UNREACHABLE),
        (429, PictureFault.UNREACHABLE),
        (500, PictureFault.UNREACHABLE),
        (503, PictureFault.UNREACHABLE),
    ],
)
def test_what_may_be_there_later_is_told_apart_from_what_is_gone(status, expected):
    with web(says(status)) as pictures:
        assert fault(pictures) is expected


@pytest.mark.parametrize(
    "error", [httpx.ConnectError, httpx.ReadTimeout, httpx.RemoteProtocolError, httpx.ProxyError]
)
def test_a_line_that_fails_means_unreachable(error):
    def fail(request: httpx.Request) -> httpx.Response:
        raise error("as the test wants it", request=request)

    with web(fail) as pictures:
        assert fault(pictures) is PictureFault.UNREACHABLE


def test_a_huge_picture_is_cut_off(monkeypatch):
    monkeypatch.setattr(pictures_module, "LARGEST_PICTURE", len(PNG))
    with web(says(200, PNG)) as pictures:
        assert pictures.fetch(SHOE) == PNG
    with web(says(200, PNG + b"x")) as pictures:
        assert fault(pictures) is PictureFault.TOO_LARGE


def test_a_small_package_may_not_unfold_without_end(monkeypatch):
    monkeypatch.setattr(pictures_module, "LARGEST_PICTURE", 1000)
    raw = gzip.compress(PNG + b"x" * 1_000_000)
    with web(says(200, raw, **{"content-encoding": "gzip"})) as pictures:
        assert fault(pictures) is PictureFault.TOO_LARGE


def test_a_damaged_package_is_no_picture():
    with web(says(200, b"no gzip", **{"content-encoding": "gzip"})) as pictures:
        assert fault(pictures) is PictureFault.NO_PICTURE


def test_a_picture_that_trickles_without_end_is_given_up(monkeypatch):
    monkeypatch.setattr(transport_module, "WHOLE_PICTURE_S", -1.0)
    with web(says()) as pictures:
        assert fault(pictures) is PictureFault.UNREACHABLE


def moved(way: dict[str, str]) -> Handler:
    """A picture for every address from which none leads on."""

    def answer(request: httpx.Request) -> httpx.Response:
        to = way.get(str(request.url))
        return httpx.Response(200, content=PNG) if to is None else httpx.Response(302, headers={"location": to})  # fmt: skip

    return answer


@pytest.mark.parametrize(
    "to", ["https://elsewhere.invalid/1.png", "/other.png", "//elsewhere.invalid/1.png"]
)
def test_a_picture_that_has_moved_is_followed(to):
    with web(moved({SHOE: to})) as pictures:
        assert pictures.fetch(SHOE) == PNG


@pytest.mark.parametrize(
    "to",
    [
        "http://pictures.invalid/shoe.png",
        "http://elsewhere.invalid/1.png",
        "http://127.0.0.1/1.png",
        "https://localhost/1.png",
        "http://[::1]/1.png",
        "file:///etc/passwd",
        "ftp://elsewhere.invalid/1.png",
        "https://[broken/1.png",
        "https://user:word@elsewhere.invalid/1.png",
        "https://elsewhere.invalid:99999/1.png",
    ],
)
def test_a_picture_that_has_moved_to_an_unsafe_place_is_not_asked_for(to):
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return httpx.Response(302, headers={"location": to})

    with web(answer) as pictures:
        assert fault(pictures) is PictureFault.NOT_ALLOWED
    assert asked == [SHOE]


def test_a_picture_that_moves_round_in_a_circle_is_given_up():
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return httpx.Response(302, headers={"location": SHOE})

    with web(answer) as pictures:
        assert fault(pictures) is PictureFault.NOT_ALLOWED
    assert len(asked) == 1 + pictures_module.MOST_REDIRECTIONS


@pytest.mark.parametrize("location", ["", "https://pictures.invalid/shoe.png"])
def test_a_redirection_to_nowhere_else_ends(location):
    with web(says(301, b"", location=location)) as pictures:
        assert fault(pictures) is PictureFault.NOT_ALLOWED


@pytest.mark.parametrize(
    ("url", "address"),
    [
        (SHOE, SHOE),
        ("//pictures.invalid/1?size=2#x", "https://pictures.invalid/1?size=2#x"),
        ("http://127.0.0.1:8000/a.png", "http://127.0.0.1:8000/a.png"),
        ("http://localhost/a.png", "http://localhost/a.png"),
        ("https://картинки.рф/обувь.png", "https://картинки.рф/обувь.png"),
    ],
)
def test_https_anywhere_and_http_at_home_are_asked(url, address):
    assert checked_picture_address(url) == address
    with web(says()) as pictures:
        assert pictures.fetch(url) == PNG


@pytest.mark.parametrize(
    "url",
    [
        "",
        "shoe.png",
        "/demo/pictures/shoe.png",
        "http://pictures.invalid/shoe.png",
        "http://127.0.0.1.invalid/shoe.png",
        "ftp://pictures.invalid/shoe.png",
        "file:///etc/passwd",
        "data:image/png;base64,AAAA",
        "https://",
        "https:///shoe.png",
        "https://a b.invalid/1.png",
        "https://pictures.invalid/\r\nApi-Key: 1",
        "https://pictures.invalid:0/1.png",
        "https://pictures.invalid:99999/1.png",
        "https://user@pictures.invalid/1.png",
        "https://" + "a" * 70 + ".invalid/1.png",
        "https://[1/1.png",
        "\ud800",
    ],
)
def test_every_other_address_is_refused_before_anything_is_sent(url):
    def unasked(request: httpx.Request) -> httpx.Response:
        pytest.fail(f"{request.url} was asked")

    with web(unasked) as pictures:
        assert fault(pictures, url) is PictureFault.NOT_ALLOWED


def test_nothing_is_asked_after_the_end():
    with web(says()) as pictures:
        pictures.fetch(SHOE)
    assert fault(pictures) is PictureFault.UNREACHABLE


def test_a_fault_of_the_program_is_not_taken_for_one_of_the_world():
    def faulty(_request: httpx.Request) -> httpx.Response:
        raise RuntimeError("a bug")

    with web(faulty) as pictures, pytest.raises(RuntimeError, match="a bug"):
        pictures.fetch(SHOE)


def test_a_request_that_meets_the_end_halfway_is_unreachable(monkeypatch):
    wire = PictureWire(wire=httpx.MockTransport(says()))
    client = wire._client(at_home=False)
    monkeypatch.setattr(wire, "_client", lambda **_: client)
    wire.close()
    assert fault(WebPictures(wire)) is PictureFault.UNREACHABLE


def test_a_host_that_stays_silent_is_given_up_before_it_answers():
    may_answer = threading.Event()

    def answer(asked: Asked) -> Reply:
        may_answer.wait()
        return Reply(PNG)

    wire = PictureWire(wait_s=0.05)
    with stub_server(answer) as address:
        try:
            assert fault(WebPictures(wire), f"{address}/1.png") is PictureFault.UNREACHABLE
            assert not may_answer.is_set()
        finally:
            may_answer.set()
            wire.close()


def test_a_picture_of_which_half_comes_is_not_taken():
    wire = PictureWire()
    with stub_server(lambda asked: Reply(PNG, cut=5)) as address:
        assert fault(WebPictures(wire), f"{address}/1.png") is PictureFault.UNREACHABLE
        wire.close()


def test_a_refused_connection_is_unreachable(unused_port):
    wire = PictureWire()
    url = f"http://127.0.0.1:{unused_port}/1.png"
    assert fault(WebPictures(wire), url) is PictureFault.UNREACHABLE
    wire.close()


def test_a_proxy_is_not_asked_for_what_lies_on_this_machine(monkeypatch):
    monkeypatch.setenv("http_proxy", "http://[broken")
    monkeypatch.setenv("all_proxy", "http://[broken")
    wire = PictureWire()
    with stub_server(lambda asked: Reply(PNG)) as address:
        assert WebPictures(wire).fetch(f"{address}/1.png") == PNG
    assert fault(WebPictures(wire)) is PictureFault.UNREACHABLE
    wire.close()

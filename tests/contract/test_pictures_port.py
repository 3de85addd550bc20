"""The web's pictures and the fake's keep the same promises."""

from collections.abc import Callable, Iterator

import pytest

from packdesk.market.pictures import WebPictures
from packdesk.market.transport import PictureWire
from packdesk.station.pictures import PictureFault, Pictures, PictureUnavailable
from tests.contract.stub_server import Asked, Reply, stub_server
from tests.fakes.pictures import FakePictures

PNG = b"\x89PNG\r\n\x1a\n and the rest of it"
Make = Callable[[dict[str, bytes]], tuple[Pictures, str]]
"""Pictures of which these paths are there, and the address before the paths."""


@pytest.fixture(params=["web", "fake"])
def make(request) -> Iterator[Make]:
    there: dict[str, bytes] = {}

    def answer(asked: Asked) -> Reply:
        found = there.get(asked.path)
        return Reply(b"", 404) if found is None else Reply(found, content_type="image/png")

    if request.param == "fake":
        yield lambda paths: (
            FakePictures({f"https://pictures.invalid{path}": b for path, b in paths.items()}),
            "https://pictures.invalid",
        )
        return
    wire = PictureWire()
    with stub_server(answer) as address:
        yield lambda paths: (there.update(paths), (WebPictures(wire), address))[1]
        wire.close()


def test_a_picture_comes_as_it_is(make):
    pictures, address = make({"/shoe.png": PNG})
    assert pictures.fetch(f"{address}/shoe.png") == PNG


def test_a_picture_that_is_not_there_is_told_with_its_address(make):
    pictures, address = make({"/shoe.png": PNG})
    with pytest.raises(PictureUnavailable) as caught:
        pictures.fetch(f"{address}/mug.png")
    assert (caught.value.url, caught.value.fault) == (f"{address}/mug.png", PictureFault.GONE)


def test_one_failure_does_not_spoil_the_next(make):
    pictures, address = make({"/shoe.png": PNG})
    with pytest.raises(PictureUnavailable):
        pictures.fetch(f"{address}/mug.png")
    assert pictures.fetch(f"{address}/shoe.png") == PNG

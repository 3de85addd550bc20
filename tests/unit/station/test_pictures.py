from typing import Any

import pytest
from typing_extensions import override

from packdesk.station import pictures as pictures_module
from packdesk.station.picture_files import PictureFiles
from packdesk.station.pictures import PictureFault, PictureShelf
from packdesk.station.ports import Ok
from tests.fakes.clock import FakeClock
from tests.fakes.lane import ManualLane, drain
from tests.fakes.pictures import FakePictures

SHOE, MUG, TEA = (f"https://pictures.invalid/{name}.png" for name in ("shoe", "mug", "tea"))
BROKEN = b"broken"


def read(content: bytes) -> str | None:
    return None if content == BROKEN else content.decode()


class Shelf:
    """A shelf whose lanes run when the test lets them."""

    def __init__(self, folder, there: dict[str, bytes | PictureFault] | None = None) -> None:
        self.web = FakePictures(there or {SHOE: b"shoe", MUG: b"mug", TEA: b"tea"})
        self.files = PictureFiles(folder)
        self.near, self.far = ManualLane(), ManualLane()
        self.clock = FakeClock()
        self.bugs: list[Exception] = []
        self.told: list[Any] = []
        self.shelf = PictureShelf(
            self.files, lambda: self.web, self.near, self.far, self.clock.now, self.bugs.append
        )

    def wish(self, *urls: str) -> None:
        for url in urls:
            self.shelf.wish(url, read, self.told.append)

    def drain(self) -> list[Any]:
        drain(self.near, self.far)
        told, self.told = self.told, []
        return told


@pytest.fixture
def shelf(tmp_path):
    made = Shelf(tmp_path)
    yield made
    assert made.bugs == []


def test_a_picture_comes_from_the_web_once_and_from_the_disk_ever_after(shelf):
    shelf.wish(SHOE)
    assert shelf.drain() == ["shoe"]
    shelf.wish(SHOE)
    assert shelf.drain() == ["shoe"]
    assert shelf.web.asked == [SHOE]


def test_a_picture_on_the_disk_does_not_wait_for_one_on_the_way(shelf):
    shelf.files.keep(MUG, b"mug")
    shelf.wish(SHOE)
    shelf.near.drain()
    shelf.wish(MUG)
    shelf.near.drain()
    assert shelf.told == ["mug"]
    assert len(shelf.far.waiting) == 1


def test_the_same_wish_twice_is_fetched_once(shelf):
    shelf.wish(SHOE, SHOE)
    assert shelf.drain() == ["shoe", "shoe"]
    assert shelf.web.asked == [SHOE]


def test_a_wish_joins_the_picture_that_is_on_its_way(shelf):
    shelf.wish(SHOE)
    shelf.near.drain()
    shelf.wish(SHOE)
    shelf.near.drain()
    assert shelf.drain() == ["shoe", "shoe"]
    assert shelf.web.asked == [SHOE]


def test_a_wish_that_missed_the_disk_just_before_it_was_written_is_not_fetched_again(shelf):
    shelf.wish(SHOE)
    shelf.near.drain()
    shelf.wish(SHOE)
    shelf.far.run_one()
    assert shelf.drain() == ["shoe", "shoe"]
    assert shelf.web.asked == [SHOE]


def test_one_at_a_time_and_the_newest_wish_first(shelf):
    shelf.wish(SHOE)
    shelf.near.drain()
    shelf.wish(MUG, TEA, MUG)
    shelf.near.drain()
    assert len(shelf.far.waiting) == 1
    shelf.wish(TEA)
    assert shelf.drain() == ["shoe", "tea", "tea", "mug", "mug"]
    assert shelf.web.asked == [SHOE, TEA, MUG]


def test_too_many_wishes_drop_the_oldest(shelf, monkeypatch):
    monkeypatch.setattr(pictures_module, "MOST_WAITING", 1)
    shelf.wish(SHOE, MUG, TEA)
    shelf.near.drain()
    assert shelf.drain() == [None, "shoe", "tea"]
    shelf.wish(MUG)
    assert shelf.drain() == ["mug"]


@pytest.mark.parametrize(
    ("fault", "seconds"),
    [
        (PictureFault.UNREACHABLE, 60),
        (PictureFault.GONE, 3600),
        (PictureFault.NOT_ALLOWED, 3600),
        (PictureFault.NO_PICTURE, 3600),
        (PictureFault.TOO_LARGE, 3600),
    ],
)
def test_a_failure_is_remembered_for_a_while(shelf, fault, seconds):
    shelf.web.there[SHOE] = fault
    shelf.wish(SHOE, SHOE)
    assert shelf.drain() == [None, None]
    shelf.clock.move(seconds - 1)
    shelf.wish(SHOE)
    assert shelf.told == [None]
    shelf.drain()
    assert shelf.web.asked == [SHOE]
    shelf.web.there[SHOE] = b"shoe"
    shelf.clock.move(1)
    shelf.wish(SHOE)
    assert shelf.drain() == ["shoe"]


def test_only_so_many_failures_are_remembered(shelf, monkeypatch):
    monkeypatch.setattr(pictures_module, "MOST_FAILURES", 1)
    shelf.web.there.clear()
    for url in (SHOE, MUG, SHOE, SHOE):
        shelf.wish(url)
        assert shelf.drain() == [None]
    assert shelf.web.asked == [SHOE, MUG, SHOE]


def test_a_failure_does_not_hold_up_the_next(shelf):
    shelf.web.there[SHOE] = PictureFault.UNREACHABLE
    shelf.wish(SHOE, MUG)
    assert sorted(shelf.drain(), key=str) == [None, "mug"]


def test_a_broken_file_on_the_disk_is_fetched_anew(shelf):
    shelf.files.keep(SHOE, BROKEN)
    shelf.wish(SHOE)
    assert shelf.drain() == ["shoe"]
    assert shelf.files.load(SHOE) == b"shoe"


def test_what_comes_broken_from_the_web_is_not_kept_and_not_asked_again_at_once(shelf):
    shelf.web.there[SHOE] = BROKEN
    shelf.wish(SHOE, SHOE)
    assert shelf.drain() == [None, None]
    assert shelf.files.load(SHOE) is None
    shelf.wish(SHOE)
    assert shelf.drain() == [None]
    assert shelf.web.asked == [SHOE]


def test_a_disk_that_keeps_nothing_still_lets_pictures_be_seen(tmp_path):
    taken = tmp_path / "taken"
    taken.write_bytes(b"a file stands here")
    shelf = Shelf(taken)
    shelf.wish(SHOE)
    assert shelf.drain() == ["shoe"]


def test_the_end_tells_nothing_more(shelf):
    shelf.wish(SHOE, MUG)
    shelf.near.run_one()
    shelf.shelf.stop()
    shelf.wish(TEA)
    assert shelf.drain() == [None]
    assert shelf.web.asked == []


@pytest.mark.parametrize("stop_after", range(4))
def test_what_is_delivered_after_the_end_is_dropped(shelf, stop_after):
    shelf.wish(SHOE)
    for lane in (shelf.near, shelf.far, shelf.near, shelf.near)[:stop_after]:
        lane.run_one()
    lane = (shelf.near, shelf.far, shelf.near, shelf.near)[stop_after]
    work, on_done = lane.waiting.popleft()
    result = Ok(work())
    shelf.shelf.stop()
    on_done(result)
    assert shelf.drain() == []


class BugError(Exception):
    """A mistake of the program."""


def test_a_bug_in_reading_is_told_and_frees_the_wish(tmp_path):
    shelf = Shelf(tmp_path)

    def buggy(_: bytes) -> str | None:
        raise BugError

    shelf.shelf.wish(SHOE, buggy, shelf.told.append)
    assert shelf.drain() == [None]
    shelf.shelf.wish(SHOE, read, shelf.told.append)
    shelf.clock.move(3600)
    shelf.files.keep(MUG, b"mug")
    shelf.shelf.wish(MUG, buggy, shelf.told.append)
    assert shelf.drain() == [None, None]
    assert [type(bug) for bug in shelf.bugs] == [BugError, BugError]


def test_a_bug_in_fetching_is_told_and_the_next_picture_comes(tmp_path):
    shelf = Shelf(tmp_path)

    class Buggy(FakePictures):
        @override
        def fetch(self, url: str) -> bytes:
            if url == SHOE:
                raise BugError
            return super().fetch(url)

    shelf.web = Buggy({MUG: b"mug"})
    shelf.wish(SHOE, MUG)
    assert sorted(shelf.drain(), key=str) == [None, "mug"]
    assert [type(bug) for bug in shelf.bugs] == [BugError]


def test_a_bug_in_keeping_is_told_and_the_picture_is_seen(tmp_path):
    shelf = Shelf(tmp_path)

    class Buggy(PictureFiles):
        @override
        def keep(self, url: str, content: bytes) -> None:
            raise BugError

    buggy = Buggy(tmp_path)
    shelf.shelf = PictureShelf(
        buggy, lambda: shelf.web, shelf.near, shelf.far, shelf.clock.now, shelf.bugs.append
    )
    shelf.wish(SHOE)
    assert shelf.drain() == ["shoe"]
    assert [type(bug) for bug in shelf.bugs] == [BugError]

import os

import pytest

from packdesk.station.picture_files import PictureFiles

SHOE, MUG, TEA = (f"https://pictures.invalid/{name}.png" for name in ("shoe", "mug", "tea"))


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "pictures"


def grow_old(files: PictureFiles, url: str, seconds: int) -> None:
    os.utime(files._path(url), (seconds, seconds))


def test_what_is_kept_is_there_after_a_restart(folder):
    PictureFiles(folder).keep(SHOE, b"shoe")
    assert PictureFiles(folder).load(SHOE) == b"shoe"
    assert PictureFiles(folder).load(MUG) is None


def test_a_later_picture_takes_the_place_of_an_older_one(folder):
    files = PictureFiles(folder)
    files.keep(SHOE, b"shoe")
    files.keep(SHOE, b"new shoe")
    assert files.load(SHOE) == b"new shoe"
    assert len(list(folder.iterdir())) == 1


def test_a_dropped_picture_is_gone_and_may_be_dropped_again(folder):
    files = PictureFiles(folder)
    files.keep(SHOE, b"shoe")
    files.drop(SHOE)
    files.drop(SHOE)
    assert files.load(SHOE) is None


def test_no_address_can_lead_out_of_the_folder(folder):
    files = PictureFiles(folder)
    for url in ("../../x", "/etc/passwd", "C:\\x", "\ud800", "a" * 10_000, ""):
        files.keep(url, b"x")
        assert files.load(url) == b"x"
    assert {path.parent for path in folder.rglob("*")} == {folder}


def test_the_picture_used_longest_ago_makes_room(folder):
    files = PictureFiles(folder, most_bytes=10)
    for age, url in enumerate((SHOE, MUG), start=1):
        files.keep(url, b"1234")
        grow_old(files, url, age)
    assert files.load(SHOE) == b"1234"
    files.keep(TEA, b"1234")
    assert (files.load(SHOE), files.load(MUG), files.load(TEA)) == (b"1234", None, b"1234")


def test_what_a_former_run_left_counts_too(folder):
    PictureFiles(folder).keep(SHOE, b"12345678")
    grow_old(PictureFiles(folder), SHOE, 1)
    unfinished = folder / "unfinished.part"
    unfinished.write_bytes(b"12345678")
    os.utime(unfinished, (1, 1))
    files = PictureFiles(folder, most_bytes=10)
    files.keep(MUG, b"1234")
    assert [path.read_bytes() for path in folder.iterdir()] == [b"1234"]


def test_a_picture_larger_than_all_room_is_still_kept_alone(folder):
    files = PictureFiles(folder, most_bytes=10)
    files.keep(SHOE, b"1234")
    files.keep(MUG, b"x" * 50)
    assert (files.load(SHOE), files.load(MUG)) == (None, b"x" * 50)
    files.keep(TEA, b"1234")
    assert (files.load(MUG), files.load(TEA)) == (None, b"1234")


def test_a_folder_that_cannot_be_written_costs_nothing_but_the_picture(tmp_path, caplog):
    taken = tmp_path / "taken"
    taken.write_bytes(b"a file stands here")
    files = PictureFiles(taken)
    files.keep(SHOE, b"shoe")
    files.drop(SHOE)
    assert files.load(SHOE) is None
    assert "not kept" in caplog.text


def test_nothing_half_written_stays_when_the_place_is_taken(folder):
    files = PictureFiles(folder)
    (files._path(SHOE) / "in the way").mkdir(parents=True)
    files.keep(SHOE, b"shoe")
    assert [path.name for path in folder.iterdir()] == [files._path(SHOE).name]
    assert files.load(SHOE) is None

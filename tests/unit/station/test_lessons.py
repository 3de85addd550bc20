"""The lengths of serials that whole scans have proved outlive the program, whatever the disk does."""

import json

import pytest

from packdesk.station.lessons import SerialLengths

GTIN, OTHER = "04610053147452", "04640088090997"


def test_a_lesson_is_there_after_a_restart(tmp_path):
    place = tmp_path / "new" / "serial_lengths.json"
    lengths = SerialLengths(place)
    assert lengths.seen == {}
    lengths.learn(GTIN, 7)
    lengths.learn(GTIN, 13)
    lengths.learn(OTHER, 6)
    assert SerialLengths(place).seen == {GTIN: {7, 13}, OTHER: {6}}
    assert [path.name for path in place.parent.iterdir()] == [place.name]


def test_a_snapshot_stays_as_it_is_and_nothing_known_is_written_again(tmp_path):
    place = tmp_path / "serial_lengths.json"
    lengths = SerialLengths(place)
    lengths.learn(GTIN, 7)
    before = lengths.seen
    place.unlink()
    lengths.learn(GTIN, 7)
    assert not place.exists()
    lengths.learn(GTIN, 6)
    assert before == {GTIN: {7}}
    assert lengths.seen == {GTIN: {6, 7}}


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "null", "not json", '{"serial_lengths": []}', '{"serial_lengths": {"1": 7}}',
     "\x00\x01", "[" * 100_000, '{"serial_lengths": {"04610053147452": [[]]}}'],
)  # fmt: skip
def test_a_file_that_cannot_be_read_teaches_nothing_and_is_written_anew(text, tmp_path):
    place = tmp_path / "serial_lengths.json"
    place.write_text(text, encoding="utf-8")
    lengths = SerialLengths(place)
    assert lengths.seen == {}
    lengths.learn(GTIN, 7)
    assert SerialLengths(place).seen == {GTIN: {7}}


@pytest.mark.parametrize("odd", [[], [0], [-6], [101], [True], ["7"], [6.0]])
def test_a_lesson_that_makes_no_sense_is_passed_over(odd, tmp_path):
    place = tmp_path / "serial_lengths.json"
    place.write_text(json.dumps({"serial_lengths": {OTHER: odd, "12": [7], GTIN: [7]}}))
    assert SerialLengths(place).seen == {GTIN: {7}}


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path):
    (tmp_path / "file").write_text("in the way")
    lengths = SerialLengths(tmp_path / "file" / "serial_lengths.json")
    lengths.learn(GTIN, 7)
    assert lengths.seen == {GTIN: {7}}


def test_without_a_file_they_live_in_memory():
    lengths = SerialLengths()
    lengths.learn(GTIN, 7)
    assert lengths.seen == {GTIN: {7}}

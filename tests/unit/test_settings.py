"""Settings are kept whole, read back as they were, and never overwritten when they are unfit."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from packdesk.domain.ids import CampaignId
from packdesk.domain.labels import LabelFormat
from packdesk.scanners.chosen_profile import chosen_profile
from packdesk.scanners.profile import ScannerProfile, SeparatorKey, Suffix
from packdesk.settings import (
    FILE,
    LabelSource,
    LanguageChoice,
    LanguageOfPrinter,
    LookChoice,
    PrinterChoice,
    SeparatorChoice,
    Settings,
    SettingsInvalid,
    SuffixChoice,
    load,
    save,
)

ANY = st.builds(
    Settings,
    language=st.sampled_from(LanguageChoice),
    look=st.sampled_from(LookChoice),
    station=st.text(max_size=60),
    packer=st.text(max_size=60),
    campaigns=st.lists(st.integers(1, 2**63 - 1), max_size=5).map(tuple),
    label_format=st.sampled_from(LabelFormat),
    label_source=st.sampled_from(LabelSource),
    printer=st.sampled_from(PrinterChoice),
    printer_name=st.text(max_size=250),
    printer_address=st.text(max_size=60),
    printer_language=st.sampled_from(LanguageOfPrinter),
    printer_dpi=st.sampled_from((203, 300, 600)),
    finish_by_itself=st.booleans(),
    ready_for_dbs=st.booleans(),
    ready_by_hand=st.booleans(),
    scan_gap_ms=st.integers(5, 120),
    scan_suffix=st.sampled_from(SuffixChoice),
    scan_separator=st.sampled_from(SeparatorChoice),
    sound_volume_percent=st.integers(0, 100),
)


def test_a_folder_without_a_file_gives_the_defaults(tmp_path):
    assert load(tmp_path / "not yet there") == Settings()


@given(ANY)
def test_what_was_kept_is_read_back(tmp_path_factory, settings):
    folder = tmp_path_factory.mktemp("kept")
    save(folder, settings)
    assert load(folder) == settings
    assert [path.name for path in folder.iterdir()] == [FILE]


def test_what_nobody_has_chosen_is_not_written(tmp_path):
    save(tmp_path, Settings().changed(packer="Анна"))
    assert json.loads((tmp_path / FILE).read_text(encoding="utf-8")) == {"packer": "Анна"}
    assert load(tmp_path).model_fields_set == {"packer"}


def test_a_change_keeps_what_was_chosen_before():
    settings = Settings().changed(packer="Анна").changed(scan_gap_ms=60)
    assert (settings.packer, settings.scan_gap_ms) == ("Анна", 60)
    assert settings.model_fields_set == {"packer", "scan_gap_ms"}


@pytest.mark.parametrize(
    "values",
    [
        {"scan_gap_ms": 4},
        {"scan_gap_ms": 121},
        {"sound_volume_percent": 101},
        {"sound_volume_percent": -1},
        {"station": "x" * 61},
        {"language": "de"},
        {"look": "pink"},
        {"label_format": "B5"},
        {"printer": "fax"},
        {"printer_address": "x" * 61},
        {"printer_language": "escp"},
        {"printer_dpi": 72},
        {"label_source": "nobody"},
    ],
)
def test_a_value_outside_its_range_is_no_setting(values):
    with pytest.raises(ValidationError):
        Settings().changed(**values)


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"", "JSON"),
        (b"{", "JSON"),
        (b"[]", "object"),
        (b'{"scan_gap_ms": 500}', "scan_gap_ms"),
        (b'{"campaigns": ["shop"]}', "campaigns.0"),
        (b'{"look": 7}', "look"),
        ('{"packer": "Анна"}'.encode("cp1251"), "utf-8"),
        (b'{"sound_volume_percent": NaN}', "sound_volume_percent"),
    ],
)
def test_an_unfit_file_is_told_by_place_and_reason_and_left_as_it_is(tmp_path, content, named):
    place = tmp_path / FILE
    place.write_bytes(content)
    with pytest.raises(SettingsInvalid) as caught:
        load(tmp_path)
    assert caught.value.place == place
    assert named in caught.value.reason
    assert str(place) in str(caught.value)
    assert place.read_bytes() == content


def test_a_folder_in_the_place_of_the_file_is_unfit(tmp_path):
    (tmp_path / FILE).mkdir()
    with pytest.raises(SettingsInvalid):
        load(tmp_path)


def test_a_file_from_an_editor_of_windows_is_read(tmp_path):
    (tmp_path / FILE).write_bytes(b'\xef\xbb\xbf{\r\n"packer": "A"\r\n}')
    assert load(tmp_path).packer == "A"


def test_settings_of_a_later_version_are_passed_over(tmp_path):
    (tmp_path / FILE).write_text('{"packer": "A", "of_tomorrow": 1}', encoding="utf-8")
    assert load(tmp_path).packer == "A"


def test_a_write_that_fails_leaves_the_old_settings(tmp_path, monkeypatch):
    save(tmp_path, Settings().changed(packer="old"))

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("packdesk.settings.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        save(tmp_path, Settings().changed(packer="new"))
    assert load(tmp_path).packer == "old"
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_every_setting_has_a_title():
    assert all(field.title for field in Settings.model_fields.values())


def test_settings_without_a_choice_are_the_usual_profile():
    usual = ScannerProfile()
    assert chosen_profile(Settings()) == ScannerProfile(idle_ms=max(usual.idle_ms, 70))


@given(ANY)
def test_every_setting_of_the_scanner_makes_a_profile(settings):
    profile = chosen_profile(settings)
    assert profile.gap_ms == settings.scan_gap_ms
    assert profile.suffix is Suffix[settings.scan_suffix.name]
    assert profile.separator_key is SeparatorKey[settings.scan_separator.name]


def test_a_template_for_all_shops_of_an_older_file_gives_way_to_a_shops_own(tmp_path):
    (tmp_path / FILE).write_text('{"external_id_template": "A-{number}"}', encoding="utf-8")
    older = load(tmp_path)
    assert older.template_of(CampaignId(11)) == "A-{number}"
    save(tmp_path, older.changed(external_id_templates={11: "S-{number}", 12: ""}))
    now = load(tmp_path)
    assert [now.template_of(CampaignId(shop)) for shop in (11, 12, 13)] == [
        "S-{number}",
        "",
        "A-{number}",
    ]

"""Track numbers: every form and example that is known of them."""

from dataclasses import dataclass

import pytest

from packdesk.domain.codes import Channel
from packdesk.domain.tracks import (
    LONGEST,
    TrackWarning,
    carriers_of,
    guessed_service,
    likely_services,
    named_service,
    read_track,
    track_key,
)
from packdesk.domain.tracks_forms import Carrier, TrackForm, carrier_of


@dataclass(frozen=True)
class Listed:
    id: int
    name: str


CDEK = Listed(51, "СДЭК")
POST = Listed(98, "Почта России")
OWN = Listed(99, "Собственная служба")
DPD = Listed(100, "DPD")
SERVICES = (CDEK, POST, OWN, DPD)


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("RA410342249RU", "RA410342249RU"),
        (" ra410342249ru\r\n", "RA410342249RU"),
        ("RA 41034 2249 RU", "RA410342249RU"),
        ("RA-41034-2249-RU", "RA410342249RU"),
        ("80083760148812", "80083760148812"),
        ("800837 60 14881 2", "80083760148812"),
        ("10234567890", "10234567890"),
        ("box 12-34", "box 12-34"),
        ("КФ410342249КГ", "RA410342249RU"),
    ],
)
def test_a_number_is_tidied_only_where_its_form_is_known(typed, sent):
    track = read_track(typed)
    assert track.text == sent
    assert track.warnings == ()


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("RA410342249RU", {TrackForm.S10}),
        ("RA410342248RU", set()),
        ("80083760148812", {TrackForm.RUSSIAN_POST, TrackForm.CDEK, TrackForm.DPD}),
        ("80083760148813", {TrackForm.CDEK, TrackForm.DPD}),
        ("1023456789", {TrackForm.CDEK, TrackForm.DPD}),
        ("10234567890", {TrackForm.CDEK}),
        ("05123456789012X", {TrackForm.DPD_LETTER}),
        ("123456789", set()),
    ],
)
def test_a_number_has_the_forms_that_it_fits(text, forms):
    assert set(read_track(text).forms) == forms


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("RA410342248RU", TrackWarning.CHECK_DIGIT),
        ("80083760148813", TrackWarning.CHECK_DIGIT),
        ("РА410342249RU", TrackWarning.LOOK_ALIKES),
        ("посылка", TrackWarning.NOT_ASCII),
        ("RA41034–2249é", TrackWarning.NOT_ASCII),
        ("1" * (LONGEST + 1), TrackWarning.TOO_LONG),
        ("12", TrackWarning.TOO_SHORT),
        ("", TrackWarning.TOO_SHORT),
        ("51234567011-1", TrackWarning.OUR_PARCEL),
        ("4600000000015", TrackWarning.BARCODE),
        ("46000002", TrackWarning.BARCODE),
        ("0104600000000015215abcdef", TrackWarning.MARKING_CODE),
        ("01046000000000\x1d15", TrackWarning.MARKING_CODE),
        ("https://example.org/t/12345678", TrackWarning.LINK),
        ("12345;67890", TrackWarning.STRANGE),
    ],
)
def test_what_speaks_against_a_number_is_told(text, warning):
    assert warning in read_track(text).warnings


def test_cyrillic_look_alikes_get_their_latin_text_as_a_suggestion_only():
    track = read_track("РА410342249RU", Channel.MANUAL)
    assert track.text == "РА410342249RU"
    assert track.suggestion == "PA410342249RU"


def test_a_text_typed_under_the_russian_layout_is_repaired_only_where_a_check_digit_proves_it():
    assert read_track("КФ410342249КГ").text == "RA410342249RU"
    unproven = read_track("ЙЦ12345678")
    assert unproven.text == "ЙЦ12345678"
    assert unproven.suggestion == "QW12345678"
    assert unproven.warnings == (TrackWarning.NOT_ASCII,)


def test_a_number_of_another_carrier_needs_no_check_digit_of_russian_post():
    assert read_track("80083760148813", carrier=Carrier.CDEK).warnings == ()
    post = read_track("80083760148813", carrier=Carrier.RUSSIAN_POST)
    assert post.warnings == (TrackWarning.CHECK_DIGIT,)
    assert read_track("RA410342248RU", carrier=Carrier.DPD).warnings == (TrackWarning.CHECK_DIGIT,)


def test_a_number_made_as_the_orders_of_the_shop_are_is_doubted():
    assert read_track("51234567011", is_ours=lambda text: text == "51234567011").warnings == (
        TrackWarning.OUR_PARCEL,
    )


@pytest.mark.parametrize(
    ("text", "is_sure"),
    [
        ("RA410342249RU", True),
        ("80083760148812", True),
        ("05123456789012X", True),
        ("10234567890", False),
        ("RA410342248RU", False),
        ("some-text-1", False),
    ],
)
def test_only_a_form_that_nothing_else_has_proves_a_track_number(text, is_sure):
    assert read_track(text).is_sure is is_sure


@pytest.mark.parametrize(
    ("text", "carriers"),
    [
        ("RA410342249RU", (Carrier.RUSSIAN_POST,)),
        ("80083760148812", (Carrier.RUSSIAN_POST,)),
        ("80083760148813", (Carrier.CDEK, Carrier.DPD)),
        ("10234567890", (Carrier.CDEK,)),
        ("05123456789012X", (Carrier.DPD,)),
        ("abc-123", ()),
    ],
)
def test_a_check_digit_outranks_a_mere_length(text, carriers):
    assert carriers_of(read_track(text)) == carriers


@pytest.mark.parametrize(
    ("text", "service"),
    [
        ("RA410342249RU", POST),
        ("80083760148812", POST),
        ("10234567890", CDEK),
        ("1023456789", None),
        ("CN410342249CN", None),
        ("abc-123", None),
    ],
)
def test_the_service_is_guessed_only_where_the_form_points_to_one(text, service):
    assert guessed_service(read_track(text), SERVICES) == service


def test_a_special_offer_of_the_carrier_does_not_hide_the_carrier_itself():
    express = Listed(52, "СДЭК Экспресс")
    assert guessed_service(read_track("10234567890"), (express, CDEK)) == CDEK
    assert guessed_service(read_track("10234567890"), (express, Listed(53, "СДЭК Склад"))) is None


def test_the_services_of_all_who_may_have_given_the_number_are_likely():
    assert likely_services(read_track("1023456789"), SERVICES) == (DPD, CDEK)
    assert likely_services(read_track("abc-123"), SERVICES) == ()


@pytest.mark.parametrize(
    ("written", "service"),
    [
        ("СДЭК", CDEK),
        ("сдэк", CDEK),
        ("CDEK", CDEK),
        ("Почта", None),
        ("Почта России (EMS)", POST),
        ("собственная  служба", OWN),
        ("", None),
        ("Boxberry", None),
    ],
)
def test_a_service_is_found_as_people_write_it(written, service):
    assert named_service(written, SERVICES) == service


@pytest.mark.parametrize(
    ("name", "carrier"),
    [
        ("Почта России", Carrier.RUSSIAN_POST),
        ("СДЭК, до двери", Carrier.CDEK),
        ("Boxberry", Carrier.BOXBERRY),
        ("ДПД", Carrier.DPD),
        ("Собственная служба", None),
        ("Адпд", None),
    ],
)
def test_a_carrier_is_told_by_the_name_of_its_service(name, carrier):
    assert carrier_of(name) is carrier


def test_numbers_are_compared_without_blanks_dashes_and_case():
    assert track_key("ra 410-342 249ru") == track_key("RA410342249RU")

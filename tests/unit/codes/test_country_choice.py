"""Which countries are proposed for what was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from packdesk.domain.codes import COUNTRIES, country_names, propose_countries


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("кит", "CN"),
        ("Кит", "CN"),
        ("chi", "CN"),
        ("CN", "CN"),
        ("cn", "CN"),
        (" c ", "CN"),
        ("UK", "GB"),
        ("РФ", "RU"),
        ("рф", "RU"),
        ("643", "RU"),
        ("RUS", "RU"),
        ("Турция", "TR"),
        ("корея", "KR"),
        ("бел", "BY"),
        ("шри-л", "LK"),
        ("Объединенные", "AE"),
        ("aland", None),
        ("zzz", None),
        ("", None),
        ("  ", None),
    ],
)
def test_the_likeliest_comes_first(text, first):
    assert next(iter(propose_countries(text)), None) == first


def test_a_code_comes_before_names_that_begin_like_it():
    assert propose_countries("in")[0] == "IN"
    assert "ID" in propose_countries("in"), "Indonesia"


def test_a_slip_is_proposed_and_never_put_in_place():
    assert propose_countries("uk") == ("GB", "UA")


@pytest.mark.parametrize(("text", "served", "found"), [("xk", ("XK",), ("XK",)), ("xk", (), ())])
def test_what_only_the_market_serves_is_proposed_too(text, served, found):
    assert propose_countries(text, served) == found


def test_a_country_without_a_known_name_is_called_by_its_code():
    assert country_names("XK") == ("XK", "XK")
    assert country_names("CN") == ("Китай", "China")


@given(st.text(max_size=20))
def test_any_text_gives_at_most_five_known_countries_each_once(text):
    found = propose_countries(text)
    assert len(found) <= 5
    assert len(set(found)) == len(found)
    assert set(found) <= set(COUNTRIES)


@pytest.mark.parametrize("code", sorted(COUNTRIES))
def test_a_country_is_found_by_its_whole_name(code):
    names = country_names(code)
    assert code in propose_countries(names.ru)
    assert code in propose_countries(names.en)
    assert propose_countries(code)[0] == code

"""The two layouts of one keyboard."""

import pytest

from packdesk.domain.codes import on_other_layout


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("rtls", "кеды"),
        ("Rtls", "Кеды"),
        ("[jkjlbkmybr", "холодильник"),
        ("54870310213", "54870310213"),
    ],
)
def test_the_same_keys_type_the_other_text(typed, meant):
    assert on_other_layout(typed) == meant
    assert on_other_layout(meant) == typed


def test_latin_that_was_typed_as_russian_comes_back():
    assert on_other_layout("Ф-ЫРЩУ") == "A-SHOE"

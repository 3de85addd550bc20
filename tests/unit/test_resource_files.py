"""Where the program's own files are found."""

import pytest

from packdesk.resource_files import ResourceMissing, resource


def test_a_resource_of_the_checkout_is_found():
    assert resource("demo/day.json").is_file()


def test_a_missing_resource_is_told_with_the_places_searched():
    with pytest.raises(ResourceMissing, match=r"demo/none\.json is missing in") as caught:
        resource("demo/none.json")
    assert len(caught.value.places) == 2

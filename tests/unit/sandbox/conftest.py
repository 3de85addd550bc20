"""A small world with a clock that the test moves."""

import pytest

from packdesk.sandbox.world import World
from tests.unit.sandbox.days import (
    FakeClock,
    cis,
    day,
)

A, B = cis("aaa"), cis("bbb")
MARKED = {"requiredInstanceTypes": ["CIS"]}


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def world_of(clock):
    def build(*orders, **parts):
        return World(day(*orders, **parts), clock)

    return build

"""The sandbox of the contract tests, with a clock that the test moves."""

import pytest

from tests.contract.sandbox_calls import calls_to
from tests.contract.sandbox_shops import market
from tests.unit.sandbox.days import (
    FakeClock,
)


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def sandbox(clock):
    with market(clock) as running:
        yield running


@pytest.fixture(scope="module")
def untouched():
    """For requests that change nothing."""
    with market(FakeClock()) as running:
        yield running


@pytest.fixture
def reading(untouched):
    with calls_to(untouched) as caller:
        yield caller


@pytest.fixture
def calls(sandbox):
    with calls_to(sandbox) as caller:
        yield caller

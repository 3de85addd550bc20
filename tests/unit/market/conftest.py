import socket
from collections.abc import Iterator

import pytest
import stamina


@pytest.fixture(autouse=True)
def no_waiting_between_attempts() -> Iterator[None]:
    """Reading calls are tried as often as usual, without the pauses."""
    with stamina.set_testing(True, attempts=10, cap=True):
        yield


@pytest.fixture
def unused_port() -> Iterator[int]:
    """A port that is taken but not listened on: a connection is refused at once."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]

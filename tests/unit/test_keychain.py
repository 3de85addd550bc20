"""The key goes to the system's keyring, or is held for this run, and is never shown."""

import logging

import pytest
from keyring import errors
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from typing_extensions import override

from packdesk.keychain import SERVICE, USER, Keychain
from packdesk.station.setup import KeptForSession, KeptInKeyring, KeyringTrouble, NoKey

KEY = "ACMA:abcdefghijklmnop:0d0e0f10"
OTHER = "ACMA:qrstuvwxyzabcdef:1d1e1f20"


class MemoryKeyring(KeyringBackend):
    """A keyring in memory; ``error`` is raised by every call, ``loses`` what is kept."""

    priority = 1.0

    def __init__(self, error: Exception | None = None, *, loses: bool = False) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.error = error
        self.loses = loses

    @override
    def get_password(self, service: str, username: str) -> str | None:
        self._fail()
        return self.kept.get((service, username))

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        self._fail()
        if not self.loses:
            self.kept[service, username] = password

    @override
    def delete_password(self, service: str, username: str) -> None:
        self._fail()
        if not self.loses:
            del self.kept[service, username]

    def _fail(self) -> None:
        if self.error is not None:
            raise self.error


class PlaintextKeyring(MemoryKeyring):
    """Stands for the file stores of keyrings.alt."""


PlaintextKeyring.__module__ = "keyrings.alt.file"


class Chain(chainer.ChainerBackend):
    """A chain of chosen backends."""

    backends: list[KeyringBackend] = []  # noqa: RUF012 - as the library has it


def chain(*backends):
    made = Chain()
    made.backends = list(backends)
    return made


def keychain(backend):
    return Keychain(lambda: backend)


def test_a_key_is_kept_read_back_by_another_run_and_forgotten():
    backend = MemoryKeyring()
    assert keychain(backend).read() == NoKey()
    assert keychain(backend).keep(KEY) == KeptInKeyring(KEY)
    assert keychain(backend).read() == KeptInKeyring(KEY)
    assert keychain(backend).keep(OTHER) == KeptInKeyring(OTHER)
    assert backend.kept == {(SERVICE, USER): OTHER}
    assert keychain(backend).forget() == NoKey()
    assert keychain(backend).read() == NoKey()
    assert keychain(backend).forget() == NoKey()


@pytest.mark.parametrize(
    ("backend", "trouble"),
    [
        (fail.Keyring(), KeyringTrouble.ABSENT),
        (chain(), KeyringTrouble.ABSENT),
        (null.Keyring(), KeyringTrouble.UNSAFE),
        (PlaintextKeyring(), KeyringTrouble.UNSAFE),
        (chain(PlaintextKeyring(), null.Keyring()), KeyringTrouble.UNSAFE),
        (MemoryKeyring(errors.NoKeyringError()), KeyringTrouble.ABSENT),
        (MemoryKeyring(errors.KeyringLocked("locked")), KeyringTrouble.LOCKED),
        (MemoryKeyring(errors.InitError("Prompt dismissed")), KeyringTrouble.DISMISSED),
        (MemoryKeyring(errors.PasswordSetError("no")), KeyringTrouble.FAILED),
        (MemoryKeyring(OSError("the bus is gone")), KeyringTrouble.FAILED),
        (MemoryKeyring(RuntimeError(KEY)), KeyringTrouble.FAILED),
    ],
)
def test_a_keyring_that_is_of_no_use_leaves_the_key_for_this_run_only(backend, trouble):
    ours = keychain(backend)
    assert ours.read() == NoKey(trouble)
    assert ours.keep(KEY) == KeptForSession(KEY, trouble)
    assert ours.read() == KeptForSession(KEY, trouble)
    assert keychain(backend).read() == NoKey(trouble)
    assert ours.forget() == NoKey(trouble)
    assert ours.read() == NoKey(trouble)


def test_nothing_is_written_into_an_unsafe_keyring():
    backend = PlaintextKeyring()
    keychain(backend).keep(KEY)
    assert backend.kept == {}


def test_the_first_safe_keyring_of_a_chain_is_used():
    safe, unsafe = MemoryKeyring(), PlaintextKeyring()
    assert keychain(chain(unsafe, fail.Keyring(), safe)).keep(KEY) == KeptInKeyring(KEY)
    assert (safe.kept, unsafe.kept) == ({(SERVICE, USER): KEY}, {})


def test_a_keyring_that_loses_what_it_takes_is_found_out():
    ours = keychain(MemoryKeyring(loses=True))
    assert ours.keep(KEY) == KeptForSession(KEY, KeyringTrouble.FAILED)


def test_a_keyring_that_does_not_let_go_of_a_key_is_told():
    backend = MemoryKeyring()
    keychain(backend).keep(KEY)
    backend.loses = True
    assert keychain(backend).forget() == NoKey(KeyringTrouble.FAILED)


def test_a_keyring_that_works_again_takes_the_key_of_this_run():
    backend = MemoryKeyring(errors.KeyringLocked())
    ours = keychain(backend)
    ours.keep(KEY)
    backend.error = None
    assert ours.keep(KEY) == KeptInKeyring(KEY)
    assert ours.read() == KeptInKeyring(KEY)


def test_a_library_that_cannot_choose_is_no_keyring():
    def broken():
        raise ModuleNotFoundError("PYTHON_KEYRING_BACKEND names nothing")

    assert Keychain(broken).read() == NoKey(KeyringTrouble.FAILED)


def test_the_key_is_in_no_text_and_no_log(caplog):
    caplog.set_level(logging.DEBUG)
    ours = keychain(MemoryKeyring(RuntimeError(KEY)))
    told = [ours.keep(KEY), ours, keychain(MemoryKeyring()).keep(KEY)]
    assert all(KEY not in repr(one) and KEY not in str(one) for one in told)
    assert "RuntimeError" in caplog.text
    assert KEY not in caplog.text

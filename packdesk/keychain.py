"""The shop's key in the system's keyring; the only module that knows ``keyring``."""

import logging
from collections.abc import Callable
from typing import Final, Protocol, TypeAlias

from packdesk.station.setup import (
    KeptForSession,
    KeptInKeyring,
    KeyringTrouble,
    NoKey,
)

SERVICE: Final = "PackDesk"
USER: Final = "Yandex Market Api-Key"

_UNSAFE = ("keyring.backends.null", "keyrings.alt")
_ABSENT = ("keyring.backends.fail",)

log = logging.getLogger(__name__)


class Backend(Protocol):
    """A `keyring.backend.KeyringBackend`."""

    def get_password(self, service: str, username: str) -> str | None:
        """A secret that was kept."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret."""

    def delete_password(self, service: str, username: str) -> None:
        """Keep it no longer."""


ChooseBackend: TypeAlias = Callable[[], Backend]


def system_backend() -> Backend:
    """The keyring of this system, as the library chooses it. Any lane: this loads the library."""
    import keyring  # noqa: PLC0415 - kept off the start path

    chosen: Backend = keyring.get_keyring()
    return chosen


class Keychain:
    """A key store on the system's keyring. One lane; a call may wait for a person's password.

    Where there is no keyring that keeps secrets, the key is held in memory for this run: a key in
    a plain file could be read by every program of the user.
    """

    def __init__(self, choose: ChooseBackend = system_backend) -> None:
        self._choose = choose
        self._for_session: KeptForSession | None = None

    def read(self) -> KeptInKeyring | KeptForSession | NoKey:
        """The key of this run, else the one in the keyring."""
        if self._for_session is not None:
            return self._for_session
        found = self._in_keyring(lambda backend: backend.get_password(SERVICE, USER))
        if isinstance(found, KeyringTrouble):
            return NoKey(found)
        return KeptInKeyring(found) if found else NoKey()

    def keep(self, key: str) -> KeptInKeyring | KeptForSession:
        """Keep the key; it is read back, since some keyrings lose what they take."""

        def put(backend: Backend) -> str | None:
            backend.set_password(SERVICE, USER, key)
            return backend.get_password(SERVICE, USER)

        found = self._in_keyring(put)
        if found == key:
            self._for_session = None
            return KeptInKeyring(key)
        trouble = found if isinstance(found, KeyringTrouble) else KeyringTrouble.FAILED
        self._for_session = KeptForSession(key, trouble)
        return self._for_session

    def forget(self) -> NoKey:
        """Delete the key, and look whether it is gone."""

        def take_out(backend: Backend) -> str | None:
            if backend.get_password(SERVICE, USER) is not None:
                backend.delete_password(SERVICE, USER)
            return backend.get_password(SERVICE, USER)

        self._for_session = None
        found = self._in_keyring(take_out)
        if isinstance(found, KeyringTrouble):
            return NoKey(found)
        return NoKey() if found is None else NoKey(KeyringTrouble.FAILED)

    def _in_keyring(self, work: Callable[[Backend], str | None]) -> str | KeyringTrouble | None:
        """What the work gives, or why the keyring is of no use."""
        from keyring import errors  # noqa: PLC0415 - kept off the start path

        try:
            backend = _usable(self._choose())
            return backend if isinstance(backend, KeyringTrouble) else work(backend)
        except errors.NoKeyringError:
            return KeyringTrouble.ABSENT
        except errors.KeyringLocked:
            return KeyringTrouble.LOCKED
        except errors.InitError:
            # SecretService: "Failed to unlock the collection", its prompt was dismissed.
            return KeyringTrouble.DISMISSED
        except Exception as error:  # noqa: BLE001 - a backend is a plugin and may raise anything
            # Only the kind: the text of a plugin's error is not ours to trust with a secret.
            log.warning("the keyring does not work: %s", type(error).__name__)
            return KeyringTrouble.FAILED


def _usable(backend: Backend) -> Backend | KeyringTrouble:
    """The backend, or the first of a chain, that keeps secrets as secrets."""
    trouble = KeyringTrouble.ABSENT
    chain: list[Backend] = getattr(backend, "backends", [backend])
    for one in chain:
        module = type(one).__module__
        if module.startswith(_UNSAFE):
            trouble = KeyringTrouble.UNSAFE
        elif not module.startswith(_ABSENT):
            return one
    return trouble

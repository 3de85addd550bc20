"""A key store in memory."""

from packdesk.station.setup import Kept, KeptForSession, KeptInKeyring, KeyringTrouble, NoKey


class MemoryKeyStore:
    """Keeps the key; with ``trouble`` only as a keyring that does not work would."""

    def __init__(self, key: str = "", trouble: KeyringTrouble | None = None) -> None:
        self.key = key
        self.trouble = trouble

    def read(self) -> Kept:
        if not self.key:
            return NoKey(self.trouble)
        return self._kept()

    def keep(self, key: str) -> KeptInKeyring | KeptForSession:
        self.key = key
        return self._kept()

    def forget(self) -> NoKey:
        self.key = ""
        return NoKey(self.trouble)

    def _kept(self) -> KeptInKeyring | KeptForSession:
        if self.trouble is None:
            return KeptInKeyring(self.key)
        return KeptForSession(self.key, self.trouble)

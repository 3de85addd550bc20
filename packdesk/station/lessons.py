"""What the scans of this table have taught about the codes of goods. Journal lane."""

from collections.abc import Mapping
from types import MappingProxyType


class SerialLengths:
    """Per GTIN the serial lengths seen in scans that carried their separators.

    Kept while the program runs: a code that lost its separators can then be read rightly where
    its shape alone leaves a choice.
    """

    def __init__(self) -> None:
        self._seen: Mapping[str, frozenset[int]] = MappingProxyType({})

    @property
    def seen(self) -> Mapping[str, frozenset[int]]:
        """A snapshot that stays as it is."""
        return self._seen

    def learn(self, gtin: str, length: int) -> None:
        """One more scan has proved its length."""
        known = self._seen.get(gtin, frozenset())
        if length not in known:
            self._seen = MappingProxyType({**self._seen, gtin: known | {length}})

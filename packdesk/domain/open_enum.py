"""Enumerations of the Market: open, so that a value of tomorrow is shown and never crashes."""

from enum import StrEnum
from typing import Self

from typing_extensions import override


class OpenEnum(StrEnum):
    """A string enumeration that takes unknown values as members outside the listed ones.

    ``OrderStatus("NEW_ONE")`` gives a value that equals no listed member and whose ``value`` is
    the text that came; ``is_known`` tells the two apart.
    """

    @classmethod
    @override
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        stranger = str.__new__(cls, value)
        stranger._name_ = "UNLISTED"
        stranger._value_ = value
        return stranger

    @property
    def is_known(self) -> bool:
        """Whether this program knows the value."""
        return self._name_ in type(self).__members__

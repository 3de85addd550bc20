"""Widgets that are hidden and used again, never deleted: one of them may be in the air."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

K = TypeVar("K")
W = TypeVar("W", bound=QWidget)


class Pool(Generic[K, W]):
    """Gives each key a widget; a key keeps its widget for as long as it is dealt one."""

    def __init__(self, make: Callable[[], W]) -> None:
        self._make = make
        self._dealt: dict[K, W] = {}
        self._spare: list[W] = []

    def deal(self, keys: Sequence[K]) -> tuple[W, ...]:
        """The widgets of these keys, in their order; all others are hidden."""
        wanted = set(keys)
        for key in [key for key in self._dealt if key not in wanted]:
            widget = self._dealt.pop(key)
            widget.hide()
            self._spare.append(widget)
        for key in keys:
            if key not in self._dealt:
                self._dealt[key] = self._spare.pop() if self._spare else self._make()
        return tuple(self._dealt[key] for key in keys)

    def get(self, key: K) -> W | None:
        """The widget that a key has now."""
        return self._dealt.get(key)

    def everyone(self) -> tuple[W, ...]:
        """All widgets, the hidden ones too."""
        return (*self._dealt.values(), *self._spare)

"""What took effect, in order, so that a double effect can be counted afterwards."""

from collections import Counter
from dataclasses import dataclass
from enum import Enum
from threading import Lock


class EffectKind(Enum):
    """What a shop's request did."""

    LAYOUT = "layout"
    REMOVAL = "removal"
    EXTERNAL_ID = "external id"
    TRACK = "track"
    STATUS = "status"
    LABELS = "labels"
    COURIER_CODE = "courier code"
    SHIPMENT = "shipment"


# What must not happen twice to one subject with one value.
ONCE = frozenset(EffectKind) - {EffectKind.LAYOUT, EffectKind.LABELS}


@dataclass(frozen=True, slots=True)
class Effect:
    """One effect of one request that the Market accepted.

    Attributes:
        kind: What was done.
        subject: The order's id; the shipment's for SHIPMENT.
        value: LAYOUT ``2 boxes``; REMOVAL ``item 11: 3 -> 2``; EXTERNAL_ID the number; TRACK
            ``<code> <service id>``; STATUS ``PROCESSING/READY_TO_SHIP``; otherwise empty.
    """

    kind: EffectKind
    subject: int
    value: str = ""


class EffectBook:
    """Effects as they come. Any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._effects: list[Effect] = []

    def note(self, kind: EffectKind, subject: int, value: str = "") -> None:
        """Keep an effect."""
        with self._lock:
            self._effects.append(Effect(kind, subject, value))

    def told(
        self, kind: EffectKind | None = None, subject: int | None = None
    ) -> tuple[Effect, ...]:
        """The effects of a kind and a subject, oldest first; None for all."""
        with self._lock:
            return tuple(
                effect
                for effect in self._effects
                if kind in {None, effect.kind} and subject in {None, effect.subject}
            )

    def repeated(self) -> tuple[Effect, ...]:
        """Those that took place more than once and never should, each once."""
        counts = Counter(effect for effect in self.told() if effect.kind in ONCE)
        return tuple(effect for effect, times in counts.items() if times > 1)

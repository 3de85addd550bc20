"""Reading GS1 elements one after another, for codes whose shape is not known.

Lengths and separators follow the GS1 General Specifications, section 3; 8005 has a fixed length
but is not among the predefined ones, so a separator follows it.
"""

import re
from dataclasses import dataclass

from packdesk.domain.codes.kinds import GS

_FIXED = re.compile(r"(01)([0-9]{14})|(17|310[0-9]|335[0-9]|8005)([0-9]{6})")
_VARIABLE = re.compile(r"(21)([^\x1d]+)|(240|10|91|92|93)([^\x1d]*)")
_UNKNOWN = re.compile(r"(.{0,2})([^\x1d]*)", re.DOTALL)
# A tail that lost separators of its own: what stands before the identifier has a known length.
_GLUED_KEY = re.compile(r"([0-9]{4}91)?(.{4})92(.+)", re.DOTALL)
_GLUED_MEASURE = re.compile(r"(.{4})((?:310|335)[0-9])([0-9]{6})", re.DOTALL)

SHOULD_COME_IN_ORDER = ("01", "21", "240", "8005", "91", "92", "93")


@dataclass(frozen=True, slots=True)
class Element:
    """One identifier with its value; `known` is False for identifiers no code of ours has."""

    ai: str
    value: str
    known: bool = True


@dataclass(frozen=True, slots=True)
class Elements:
    """The elements of a text in its order, and whether separators had to be restored."""

    items: tuple[Element, ...]
    restored: bool

    def value(self, ai: str) -> str | None:
        """The value of the first element with this identifier, or of its family (`310`)."""
        return next((item.value for item in self.items if item.ai.startswith(ai)), None)

    @property
    def in_order(self) -> bool:
        """Whether GTIN, serial and tail follow one another as the operator prints them."""
        if tuple(item.ai for item in self.items[:2]) != SHOULD_COME_IN_ORDER[:2]:
            return False
        ranks = [_RANK[item.ai] for item in self.items if item.ai in _RANK]
        measures = [n for n, item in enumerate(self.items) if item.ai[:3] in {"310", "335"}]
        proofs = [n for n, item in enumerate(self.items) if item.ai in {"92", "93"}]
        late = not measures or not proofs or min(measures) > max(proofs)
        return ranks == sorted(ranks) and late

    def joined(self) -> str:
        """The text with a separator wherever GS1 asks for one."""
        pieces = []
        open_ended = False
        for item in self.items:
            pieces.append(f"{GS if open_ended else ''}{item.ai}{item.value}")
            open_ended = item.ai not in {"01", "17"} and item.ai[:3] not in {"310", "335"}
        return "".join(pieces)


_RANK = {ai: rank for rank, ai in enumerate(SHOULD_COME_IN_ORDER)}


def read_elements(text: str) -> Elements | None:
    """The elements of a text that has a GTIN first and a serial anywhere, or None."""
    items: list[Element] = []
    restored = has_serial = False
    position = 0
    while position < len(text):
        if text[position] == GS:
            position += 1
            continue
        found = _FIXED.match(text, position)
        if found is not None:
            ai, value = found[1] or found[3], found[2] or found[4]
            items.append(Element(ai, value))
            position = found.end()
            restored = restored or (ai == "8005" and text[position : position + 1] not in {"", GS})
            continue
        found = _VARIABLE.match(text, position)
        if found is None:
            found = _UNKNOWN.match(text, position)
            if found is None or found.end() == position or not has_serial:
                return None
            items.append(Element(found[1], found[2], known=False))
        else:
            has_serial = has_serial or found[1] is not None
            split = _split(found[1] or found[3], found[2] or found[4])
            restored = restored or len(split) > 1
            items.extend(split)
        position = found.end()
    if not items or items[0].ai != "01" or not has_serial:
        return None
    return Elements(tuple(items), restored)


def _split(ai: str, value: str) -> tuple[Element, ...]:
    match ai:
        case "91":
            glued = _GLUED_KEY.fullmatch(value)
            if glued is not None and glued[1] is None:
                return Element("91", glued[2]), Element("92", glued[3])
        case "240":
            glued = _GLUED_KEY.fullmatch(value)
            if glued is not None and glued[1] is not None:
                return (
                    Element("240", glued[1][:4]),
                    Element("91", glued[2]),
                    Element("92", glued[3]),
                )
        case "93":
            glued = _GLUED_MEASURE.fullmatch(value)
            if glued is not None:
                return Element("93", glued[1]), Element(glued[2], glued[3])
        case _:
            pass
    return (Element(ai, value),)

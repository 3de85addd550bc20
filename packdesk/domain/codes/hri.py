"""Human readable GS1 text, `(01)…(21)…`, turned into element strings.

Parentheses are legal in a serial, so of all ways to read the brackets the one with a known shape
is taken.
"""

import itertools
import re

from packdesk.domain.codes.kinds import GS
from packdesk.domain.codes.shapes import Found, find_shape

_HEAD = re.compile(r"[(\[]01[)\]]([0-9]{14})")
_MARKER = re.compile(r"\x1d?[(\[](240|8005|91|92|93|310[0-9]|335[0-9]|10|17|21)[)\]]")
_SPACES = re.compile("[ \xa0]+")
_MOST_MARKERS = 6


def unbracketed(text: str) -> str | None:
    """The element string of a bracketed text, or None if it is not bracketed."""
    if not text.startswith(("(", "[")):
        return None
    compact = _SPACES.sub("", text)
    head = _HEAD.match(compact)
    if head is None:
        return None
    rest = compact[head.end() :]
    markers = list(_MARKER.finditer(rest))
    if not markers or markers[0].start() > 0:
        return None
    likeliest = _read(rest, markers)
    gtin = head[1]
    if len(markers) <= _MOST_MARKERS and not _is_known(likeliest):
        readings = {
            reading
            for count in range(1, len(markers))
            for chosen in itertools.combinations(markers[1:], count - 1)
            if _is_known(reading := _read(rest, [markers[0], *chosen]))
        }
        if len(readings) == 1:
            likeliest = readings.pop()
    return f"01{gtin}{likeliest}"


def _is_known(reading: str) -> bool:
    found = find_shape(reading[2:]) if reading.startswith("21") else None
    return isinstance(found, Found) and bool(found.shape.tail.parts)


def _read(rest: str, markers: list[re.Match[str]]) -> str:
    pieces: list[str] = []
    bounds = [*[marker.start() for marker in markers[1:]], len(rest)]
    for marker, end in zip(markers, bounds, strict=True):
        separator = GS if pieces and not pieces[-1].removeprefix(GS).startswith("17") else ""
        pieces.append(f"{separator}{marker[1]}{rest[marker.end() : end]}")
    return "".join(pieces)

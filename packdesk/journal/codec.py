"""Events, orders and offers as JSON text and back.

The stored name of an event or a code is the name of its class. What is stored is never changed:
renaming a class or changing its fields needs a new version and a way to read the old one.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import EnumType
from typing import Any, Final, TypeVar, get_args

from cattrs.errors import BaseValidationError
from cattrs.preconf.json import make_converter
from cattrs.strategies import configure_tagged_union

from packdesk.domain.changes import Change
from packdesk.domain.codes import MarkingCode
from packdesk.domain.errands import Errand
from packdesk.domain.events import Event
from packdesk.domain.layout import ItemPart, WholeUnits

T = TypeVar("T")

VERSION: Final = 1
"""The form in which events and cached orders and offers are written."""


class RecordTooNew(Exception):
    """The record was written by a newer program."""


class RecordDamaged(Exception):
    """The record is not what this program, or an older one, has written."""


@dataclass(frozen=True, slots=True)
class EventRecord:
    """One event as it is stored; ``payload`` is a JSON object."""

    type: str
    version: int
    payload: str


def encode_event(event: Event) -> EventRecord:
    """The event as text; separators and other control characters are escaped, never lost."""
    return EventRecord(type(event).__name__, VERSION, encode(event))


def decode_event(record: EventRecord) -> Event:
    """The event that was encoded, equal to the original.

    Raises:
        RecordTooNew: the type or its version is not known here.
        RecordDamaged: the payload does not fit the type.
    """
    cls = _EVENTS.get(record.type)
    if cls is None or record.version > VERSION:
        raise RecordTooNew(f"{record.type} version {record.version}")
    return decode(record.payload, cls)


def encode(value: object) -> str:
    """A dataclass of the domain as a JSON object."""
    return json.dumps(_CONVERTER.unstructure(value), separators=(",", ":"))


def decode(payload: str, cls: type[T]) -> T:
    """The dataclass that was encoded, equal to the original.

    Raises:
        RecordDamaged: the payload is no JSON, or does not fit the class.
    """
    try:
        return _CONVERTER.structure(_exactly(dict)(json.loads(payload), dict), cls)
    except (BaseValidationError, ValueError, TypeError) as error:
        # The error's own text would quote codes and buyers' notes into the log.
        raise RecordDamaged(f"{cls.__name__}: {type(error).__name__}") from error


_EVENTS: Final[dict[str, type[Event]]] = {cls.__name__: cls for cls in get_args(Event)}

_CONVERTER: Final = make_converter(forbid_extra_keys=True)


def _exactly(cls: type) -> Callable[[Any, Any], Any]:
    """Takes a value of this very type: cattrs alone would read null as the text "None"."""

    def structure(value: Any, wanted: Any) -> Any:
        if type(value) is not cls:
            raise TypeError(f"{type(value).__name__} instead of {cls.__name__}")
        # Enumerations of texts come here as well, since they are texts.
        return wanted(value) if isinstance(wanted, EnumType) else value

    return structure


def _is(cls: type) -> Callable[[Any], bool]:
    return lambda wanted: wanted is cls


def _content(value: Any, _: Any) -> ItemPart | tuple[WholeUnits, ...]:
    if isinstance(value, list):
        return tuple(_CONVERTER.structure(line, WholeUnits) for line in value)
    return _CONVERTER.structure(value, ItemPart)


for _plain in (str, int, bool):
    _CONVERTER.register_structure_hook(_plain, _exactly(_plain))
for _told in (datetime, date, time):
    _CONVERTER.register_unstructure_hook(_told, _told.isoformat)
    _CONVERTER.register_structure_hook_func(_is(_told), lambda value, cls: cls.fromisoformat(value))
_CONVERTER.register_unstructure_hook(Decimal, str)
_CONVERTER.register_structure_hook(Decimal, lambda value, _: Decimal(value))
_CONVERTER.register_structure_hook(ItemPart | tuple[WholeUnits, ...], _content)
for _union in (MarkingCode, Errand, Change):
    configure_tagged_union(_union, _CONVERTER, tag_name="type")

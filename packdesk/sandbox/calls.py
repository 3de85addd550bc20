"""What a request to the API is, and what an operation is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from packdesk.sandbox.bodies import INT32, INT64
from packdesk.sandbox.errors import BadRequestError
from packdesk.sandbox.keys import ApiKey, Scope
from packdesk.sandbox.labels import PageFormat
from packdesk.sandbox.world import World

# A JSON object, or the bytes of a PDF.
Content: TypeAlias = dict[str, Any] | bytes


@dataclass(frozen=True, slots=True)
class Call:
    """One request, its key known and its limits kept.

    Attributes:
        world: Who answers.
        key: Whose request it is.
        base_url: Of the sandbox, without a slash at the end.
        places: Path parameters as sent.
        query: Query parameters as sent.
        body: Raw bytes; empty if there was none.
    """

    world: World
    key: ApiKey
    base_url: str
    places: Mapping[str, str]
    query: Mapping[str, str]
    body: bytes

    def place(self, name: str) -> int:
        """A path parameter as a number; ``ApiError`` 400 if it is none."""
        return number(name, self.places[name], -INT64, INT64)

    def limit(self, default: int, maximum: int, cut: bool = False) -> int:
        """The page size: too much is cut, or refused with ``ApiError`` 400."""
        limit = number("limit", self.query.get("limit", str(default)), 1, INT32)
        if limit > maximum and not cut:
            raise BadRequestError(f"limit must be ≤ {maximum}")
        return min(limit, maximum)

    def page_token(self) -> str | None:
        """The page token, under either of its names."""
        return self.query.get("pageToken", self.query.get("page_token"))

    def order(self) -> tuple[int, int]:
        """Shop and order of the path."""
        return self.place("campaignId"), self.place("orderId")

    def page_format(self) -> PageFormat:
        """The label format; ``ApiError`` 400 for one that is not offered."""
        wanted = self.query.get("format", PageFormat.A7)
        try:
            return PageFormat(wanted)
        except ValueError as error:
            raise BadRequestError(f"Type mismatch: 'format' cannot be {wanted}") from error


@dataclass(frozen=True, slots=True)
class Operation:
    """One call of the API.

    Attributes:
        name: Its operation id.
        method: HTTP method.
        path: With parameters in braces.
        scopes: Any of these opens it; none for a link that needs no key.
        handle: Gives the content of the 200 answer or raises ``ApiError``.
        cost: What a 200 answer with this content costs of the quota.
    """

    name: str
    method: str
    path: str
    scopes: frozenset[Scope]
    handle: Callable[[Call], Content]
    cost: Callable[[Content], int] = lambda _: 1


def number(name: str, text: str, least: int, most: int) -> int:
    """The number that a parameter is; ``ApiError`` 400 if it is none or out of its bounds."""
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit()):
        raise BadRequestError(f"Type mismatch: '{name}' must be a number, is {text}")
    number = int(text)
    if not least <= number <= most:
        raise BadRequestError(f"'{name}' must be between {least} and {most}")
    return number

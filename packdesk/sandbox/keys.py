"""Api-Keys: who may call what."""

from dataclasses import dataclass
from enum import StrEnum

from packdesk.sandbox.errors import ApiError

# Not a secret: the sandbox listens on this machine only and holds invented orders.
DEMO_KEY = "ACMA:PackDeskDemoKeyForTheSandboxOnly00000000000000:0d0e0f10"


class Scope(StrEnum):
    """Scopes of a key as ``getAuthTokenInfo`` spells them (``ApiKeyScopeType``)."""

    ALL = "ALL_METHODS"
    ALL_READ = "ALL_METHODS_READ_ONLY"
    ORDERS = "INVENTORY_AND_ORDER_PROCESSING"
    ORDERS_READ = "INVENTORY_AND_ORDER_PROCESSING_READ_ONLY"
    CATALOGUE = "OFFERS_AND_CARDS_MANAGEMENT"
    CATALOGUE_READ = "OFFERS_AND_CARDS_MANAGEMENT_READ_ONLY"
    PRICING = "PRICING"


ANY = frozenset(Scope)
READ_ORDERS = frozenset({Scope.ALL, Scope.ALL_READ, Scope.ORDERS, Scope.ORDERS_READ})
CHANGE_ORDERS = frozenset({Scope.ALL, Scope.ORDERS})
READ_CATALOGUE = frozenset({Scope.ALL, Scope.ALL_READ, Scope.CATALOGUE, Scope.CATALOGUE_READ})


@dataclass(frozen=True, slots=True)
class ApiKey:
    """One key of the cabinet.

    Attributes:
        token: The header's value, ``ACMA:<text>:<hex>``.
        name: Its name in the cabinet.
        scopes: What it opens; never empty.
    """

    token: str
    name: str
    scopes: frozenset[Scope]


DEMO = ApiKey(DEMO_KEY, "PackDesk demo", frozenset({Scope.ORDERS, Scope.CATALOGUE_READ}))


def authorised(keys: tuple[ApiKey, ...], header: str | None) -> ApiKey:
    """The key that the ``Api-Key`` header names.

    Raises:
        ApiError: 401 with the documented reason.
    """
    if not header:
        raise ApiError(401, "Api-Key token is not specified")
    for key in keys:
        if key.token == header:
            return key
    if header.lower().startswith("bearer "):
        raise ApiError(401, "Api-Key token prefix is invalid")
    raise ApiError(401, "Api-Key token is invalid")


def require(key: ApiKey, scopes: frozenset[Scope]) -> None:
    """Refuse a key that has none of the scopes.

    Raises:
        ApiError: 403.
    """
    if not key.scopes & scopes:
        raise ApiError(403, "Token does not have any of the scopes to access the API method")

"""Setting the workplace up: the shop's key, what it may do, and the shops that it sees."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import partial
from typing import Protocol, TypeAlias, assert_never

from packdesk.station.errors import MarketError
from packdesk.station.ports import Campaign, Err, KeyInfo, Lane, Market, Ok, Result


class KeyringTrouble(Enum):
    """Why the system's keyring does not keep the key."""

    ABSENT = "there is none"
    LOCKED = "it is locked"
    DISMISSED = "nobody answered its prompt"
    UNSAFE = "it would keep the key as plain text, or not at all"
    FAILED = "it does not work"


@dataclass(frozen=True, slots=True)
class KeptInKeyring:
    """The system keeps the key from run to run."""

    key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeptForSession:
    """Only this run of the program knows the key."""

    key: str = field(repr=False)
    trouble: KeyringTrouble


@dataclass(frozen=True, slots=True)
class NoKey:
    """No key is kept. ``trouble`` is set where the keyring could not be asked."""

    trouble: KeyringTrouble | None = None


Kept: TypeAlias = KeptInKeyring | KeptForSession | NoKey


class KeyStore(Protocol):
    """Keeps the key of the shop. Every call may wait for a person; one lane only."""

    def read(self) -> Kept:
        """The key, as far as it is kept."""

    def keep(self, key: str) -> KeptInKeyring | KeptForSession:
        """Keep this key instead of any other, at least for this run."""

    def forget(self) -> NoKey:
        """Keep no key; ``trouble`` tells that the keyring may still hold one."""


class KeyFlaw(Enum):
    """Why a text cannot be a key: what people paste instead of one."""

    EMPTY = auto()
    CYRILLIC = auto()
    SEVERAL_WORDS = auto()
    CUT_SHORT = auto()
    NOT_A_KEY = auto()


@dataclass(frozen=True, slots=True)
class CleanKey:
    """A text of the form of a key, without what is often copied along."""

    key: str = field(repr=False)


class OrderRight(Enum):
    """What a key may do with orders."""

    SEND = "read and change"
    LOOK = "read only"
    NONE = "nothing"


@dataclass(frozen=True, slots=True)
class Grant:
    """What a key may do, as far as the table needs it."""

    orders: OrderRight
    catalogue: bool


class KeyHome(Enum):
    """Where the key in use comes from."""

    KEYRING = auto()
    SESSION = auto()
    GIVEN = auto()


@dataclass(frozen=True, slots=True)
class KeyBeingRead:
    """The keyring is being asked; it may show a prompt of its own."""


@dataclass(frozen=True, slots=True)
class KeyAbsent:
    """No key is known."""

    trouble: KeyringTrouble | None = None


@dataclass(frozen=True, slots=True)
class KeyBeingChecked:
    """The Market is being asked about a key."""


@dataclass(frozen=True, slots=True)
class KeyFlawed:
    """What was pasted is no key; nothing was sent."""

    flaw: KeyFlaw


@dataclass(frozen=True, slots=True)
class KeyNotTaken:
    """The Market said no to a new key, or could not be asked; it is not kept."""

    error: MarketError


@dataclass(frozen=True, slots=True)
class KeyUnfit:
    """A new key is valid and opens no orders; it is not kept."""

    info: KeyInfo


@dataclass(frozen=True, slots=True)
class KeyUnchecked:
    """The key in use could not be checked now."""

    home: KeyHome
    trouble: KeyringTrouble | None
    error: MarketError


@dataclass(frozen=True, slots=True)
class KeyWorks:
    """The key in use is valid. ``shops`` may be empty, and hold some that the API is shut for."""

    home: KeyHome
    trouble: KeyringTrouble | None
    info: KeyInfo
    grant: Grant
    shops: tuple[Campaign, ...]


SetupReport: TypeAlias = (
    KeyBeingRead
    | KeyAbsent
    | KeyBeingChecked
    | KeyFlawed
    | KeyNotTaken
    | KeyUnfit
    | KeyUnchecked
    | KeyWorks
)

OpenMarket: TypeAlias = Callable[[str], AbstractContextManager[Market]]
"""The Market for a key, open as long as the context; entered in the lane."""

_HEADER = re.compile(r"(?:api-?key|authorization)\s*[:=]\s*", re.IGNORECASE)
_FORM = re.compile(r"ACMA:[\x21-\x39\x3b-\x7e]{8,}:[0-9A-Fa-f]{4,}")
_BEGUN = re.compile(r"ACMA(?::[\x21-\x7e]*)?")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_AROUND = " \t\r\n\"'`«»“”\u200b\u2060\ufeff\xa0;,"

_CHANGE_ORDERS = frozenset({"ALL_METHODS", "INVENTORY_AND_ORDER_PROCESSING"})
_READ_ORDERS = frozenset({f"{scope}_READ_ONLY" for scope in _CHANGE_ORDERS})
_READ_CATALOGUE = frozenset(
    {
        "ALL_METHODS",
        "ALL_METHODS_READ_ONLY",
        "OFFERS_AND_CARDS_MANAGEMENT",
        "OFFERS_AND_CARDS_MANAGEMENT_READ_ONLY",
    }
)


def clean_key(text: str) -> CleanKey | KeyFlaw:
    """A pasted text as a key (``ACMA:<text>:<hex>``), or what is wrong with it."""
    key = _HEADER.sub("", text.strip(_AROUND), count=1).strip(_AROUND)
    if not key:
        return KeyFlaw.EMPTY
    if _FORM.fullmatch(key):
        return CleanKey(key)
    if _CYRILLIC.search(key):
        return KeyFlaw.CYRILLIC
    if len(key.split()) > 1:
        return KeyFlaw.SEVERAL_WORDS
    return KeyFlaw.CUT_SHORT if _BEGUN.fullmatch(key) else KeyFlaw.NOT_A_KEY


def grant_of(scopes: tuple[str, ...]) -> Grant:
    """What the scopes of a key allow (``ApiKeyScopeType``); unknown ones allow nothing here."""
    told = frozenset(scopes)
    if told & _CHANGE_ORDERS:
        orders = OrderRight.SEND
    else:
        orders = OrderRight.LOOK if told & _READ_ORDERS else OrderRight.NONE
    return Grant(orders, bool(told & _READ_CATALOGUE))


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the Market tells of a key."""

    info: KeyInfo
    shops: tuple[Campaign, ...]


class SetupDesk:
    """Reads, checks, keeps and forgets the key, and tells everything as reports. GUI thread.

    Args:
        store: Where the key is kept.
        open_market: The Market for a key that is to be checked.
        lane: For all that waits; a prompt of the keyring may hold it for minutes.
        on_key: Is told the key to work with, before it is checked where it was kept already;
            None when there is none any more.
        on_bug: Is told of what is no error of the world.
        given: A key that was given at the start; the store is then left alone.
    """

    def __init__(
        self,
        store: KeyStore,
        open_market: OpenMarket,
        lane: Lane,
        on_key: Callable[[str | None], None],
        on_bug: Callable[[Exception], None],
        given: str = "",
    ) -> None:
        self._store = store
        self._open_market = open_market
        self._lane = lane
        self._on_key = on_key
        self._on_bug = on_bug
        self._given = given
        self._in_use: Kept = NoKey()
        self._listeners: list[Callable[[SetupReport], None]] = []

    def listen(self, listener: Callable[[SetupReport], None]) -> None:
        """Be told every report; the listener is held."""
        self._listeners.append(listener)

    def start(self) -> None:
        """Find the key and check it."""
        if self._given:
            self._on_key(self._given)
            self.check_again()
            return
        self._tell(KeyBeingRead())
        self._lane.run(self._store.read, self._read)

    def try_key(self, text: str) -> None:
        """Check what was pasted; a key that opens orders is kept and used from then on."""
        match clean_key(text):
            case KeyFlaw() as flaw:
                self._tell(KeyFlawed(flaw))
            case CleanKey(key):
                self._tell(KeyBeingChecked())
                self._lane.run(partial(self._ask, key), partial(self._answered, key))

    def check_again(self) -> None:
        """Ask the Market about the key in use."""
        key = self._key
        if key:
            self._tell(KeyBeingChecked())
            self._lane.run(partial(self._ask, key), self._checked)

    def forget(self) -> None:
        """Keep the key no longer."""
        self._lane.run(self._store.forget, self._forgotten)

    @property
    def _key(self) -> str:
        match self._in_use:
            case KeptInKeyring(key) | KeptForSession(key):
                return key
            case NoKey():
                return self._given
            case _:
                assert_never(self._in_use)

    @property
    def _home(self) -> KeyHome:
        match self._in_use:
            case KeptInKeyring():
                return KeyHome.KEYRING
            case KeptForSession():
                return KeyHome.SESSION
            case NoKey():
                return KeyHome.GIVEN
            case _:
                assert_never(self._in_use)

    @property
    def _trouble(self) -> KeyringTrouble | None:
        return None if isinstance(self._in_use, KeptInKeyring) else self._in_use.trouble

    def _read(self, result: Result[Kept]) -> None:
        match result:
            case Ok(NoKey(trouble)):
                self._tell(KeyAbsent(trouble))
            case Ok(kept):
                self._in_use = kept
                self._on_key(self._key)
                self.check_again()
            case Err(bug):
                self._on_bug(bug)

    def _ask(self, key: str) -> _Seen:
        with self._open_market(key) as market:
            return _Seen(market.key_info(), market.campaigns())

    def _checked(self, result: Result[_Seen]) -> None:
        match result:
            case Ok(seen):
                self._tell_works(seen)
            case Err(MarketError() as error):
                self._tell(KeyUnchecked(self._home, self._trouble, error))
            case Err(bug):
                self._on_bug(bug)

    def _answered(self, key: str, result: Result[_Seen]) -> None:
        match result:
            case Ok(seen) if grant_of(seen.info.scopes).orders is OrderRight.NONE:
                self._tell(KeyUnfit(seen.info))
            case Ok(seen):
                self._lane.run(partial(self._store.keep, key), partial(self._kept, seen))
            case Err(MarketError() as error):
                self._tell(KeyNotTaken(error))
            case Err(bug):
                self._on_bug(bug)

    def _kept(self, seen: _Seen, result: Result[KeptInKeyring | KeptForSession]) -> None:
        match result:
            case Ok(kept):
                self._in_use = kept
                self._on_key(self._key)
                self._tell_works(seen)
            case Err(bug):
                self._on_bug(bug)

    def _tell_works(self, seen: _Seen) -> None:
        grant = grant_of(seen.info.scopes)
        self._tell(KeyWorks(self._home, self._trouble, seen.info, grant, seen.shops))

    def _forgotten(self, result: Result[NoKey]) -> None:
        match result:
            case Ok(gone):
                self._in_use = gone
                self._given = ""
                self._on_key(None)
                self._tell(KeyAbsent(gone.trouble))
            case Err(bug):
                self._on_bug(bug)

    def _tell(self, report: SetupReport) -> None:
        for listener in self._listeners:
            listener(report)

"""Which countries a person may mean who has typed the beginning of one."""

from collections.abc import Iterable

from packdesk.domain.codes.country import suggested_country
from packdesk.domain.codes.country_table import COUNTRIES, CountryNames

MOST_PROPOSED = 5
_OFTEN = (
    "CN", "RU", "BY", "TR", "KZ", "UZ", "KG", "AM", "IN", "VN",
    "BD", "PK", "KR", "IT", "DE", "TH", "ID", "TW", "JP", "US",
)  # fmt: skip
"""Where the goods of a shop are mostly made: these come first among equals."""


def country_names(code: str) -> CountryNames:
    """The names of a country; the code itself where the embedded list has none."""
    return COUNTRIES.get(code, CountryNames(code, code))


def propose_countries(text: str, served: Iterable[str] = ()) -> tuple[str, ...]:
    """Codes by what was typed: a code, a slip, the beginning of a name; the likeliest first.

    Args:
        text: As typed so far.
        served: Codes that the Market serves beside the embedded ones.
    """
    plain = _folded(text)
    if not plain:
        return ()
    slip = suggested_country(text.strip())
    found = []
    for code in {*COUNTRIES, *served}:
        rank = 1 if code == slip else _rank(plain, code)
        if rank is not None:
            often = _OFTEN.index(code) if code in _OFTEN else len(_OFTEN)
            found.append((rank, often, country_names(code).ru, code))
    return tuple(code for *_, code in sorted(found)[:MOST_PROPOSED])


def _rank(plain: str, code: str) -> int | None:
    names = [_folded(name) for name in country_names(code)]
    if plain == code.casefold():
        return 0
    if code.casefold().startswith(plain) or any(name.startswith(plain) for name in names):
        return 2
    words = (word for name in names for word in name.replace("-", " ").split())
    return 3 if any(word.startswith(plain) for word in words) else None


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").split())

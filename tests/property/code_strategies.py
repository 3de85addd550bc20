"""Codes of every known shape, built from the grammar of the operators and not from the program."""

from dataclasses import dataclass

from hypothesis import strategies as st

GS = "\x1d"
CHARSET_82 = "".join(
    sorted(
        "!\"%&'()*+,-./0123456789:;<=>?_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    ),
)
BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

# The Windows "Russian" layout, as published in xkeyboard-config 2.35.
_US = (
    "`1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "\\zxcvbnm,./",
    "~!@#$%^&*()_+", "QWERTYUIOP{}", 'ASDFGHJKL:"', "|ZXCVBNM<>?",
)  # fmt: skip
_RU = (
    "ё1234567890-=", "йцукенгшщзхъ", "фывапролджэ", "\\ячсмитьбю.",
    'Ё!"№;%:?*()_+', "ЙЦУКЕНГШЩЗХЪ", "ФЫВАПРОЛДЖЭ", "/ЯЧСМИТЬБЮ,",
)  # fmt: skip
TO_RUSSIAN = str.maketrans("".join(_US), "".join(_RU))


@dataclass(frozen=True, slots=True)
class Built:
    """A code with all its separators, and what it was built from."""

    text: str
    gtin: str
    serial: str
    tail: tuple[str, ...]

    @property
    def bare(self) -> str:
        """The code as a scanner without control characters sends it."""
        return self.text.replace(GS, "")

    @property
    def typed_in_russian(self) -> str:
        """The code as a keyboard scanner types it under the Russian layout."""
        return self.text.translate(TO_RUSSIAN)


def with_check_digit(digits: str) -> str:
    """A number with its GS1 mod-10 check digit, computed the slow way."""
    total = sum(int(digit) * (1 if n % 2 else 3) for n, digit in enumerate(reversed(digits)))
    return f"{digits}{-total % 10}"


gtins = st.text("0123456789", min_size=12, max_size=12).map(lambda s: with_check_digit(f"0{s}"))


def of_charset(length: int) -> st.SearchStrategy[str]:
    """Texts of charset 82, of one length."""
    return st.text(CHARSET_82, min_size=length, max_size=length)


def digits(length: int) -> st.SearchStrategy[str]:
    """Numbers of one length."""
    return st.text("0123456789", min_size=length, max_size=length)


keys = of_charset(4).map("91{}".format)
short_hashes = of_charset(4).map("93{}".format)
long_hashes = st.one_of(
    st.text(BASE64, min_size=43, max_size=43).map("92{}=".format),
    st.text(BASE64, min_size=86, max_size=86).map("92{}==".format),
)
weights = st.builds("310{}{}".format, st.integers(0, 5), digits(6))
volumes = st.builds("335{}{}".format, st.integers(0, 5), digits(6))

_ANY_SERIAL = st.sampled_from([6, 7, 13, 20]).flatmap(of_charset)
_TAILS = st.one_of(
    st.tuples(_ANY_SERIAL),
    st.tuples(_ANY_SERIAL, short_hashes),
    st.tuples(_ANY_SERIAL, short_hashes, st.one_of(weights, volumes)),
    st.tuples(_ANY_SERIAL, keys, long_hashes),
    st.tuples(of_charset(13), digits(4).map("240{}".format), keys, long_hashes),
    st.tuples(of_charset(7), digits(6).map("8005{}".format), short_hashes),
)


def _gs1(gtin: str, parts: tuple[str, ...]) -> Built:
    serial, *tail = parts
    return Built(GS.join((f"01{gtin}21{serial}", *tail)), gtin, serial, tuple(tail))


def _pack(gtin: str, serial: str, rest: str) -> Built:
    return Built(f"{gtin}{serial}{rest}", gtin, serial, ())


gs1_codes = st.builds(_gs1, gtins, _TAILS)
packs = st.builds(_pack, gtins, of_charset(7), of_charset(8)).filter(
    lambda code: not code.text.startswith("01") and not code.text.isdecimal(),
)
codes = st.one_of(gs1_codes, packs)

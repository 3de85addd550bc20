"""Barcodes as dark and light modules, and as shapes that are painted."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import zxingcpp
from barcode.charsets.code128 import START_CODES, TO
from barcode.codex import Code128
from barcode.ean import EuropeanArticleNumber13
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath
from typing_extensions import override

_DARK_RUN: Final = re.compile("1+")


@dataclass(frozen=True, slots=True)
class Modules:
    """A symbol without its quiet zone: rows of one length from the top, ``1`` is dark.

    A linear symbol has one row.
    """

    rows: tuple[str, ...]

    @property
    def columns(self) -> int:
        """How many modules a row has."""
        return len(self.rows[0])


class _Code128(Code128):  # type: ignore[misc]  # the library has no types
    """WORKAROUND: python-barcode 0.16.1 loses the first two digits of a text that begins with 99.

    In set C the pair 99 has the number that elsewhere switches to set C, and the library takes it
    for that; a switch to set C never stands in set C.
    """

    @override
    def _try_to_optimize(self, encoded: list[int]) -> list[int]:
        if encoded[0] == START_CODES["C"] and TO.get(encoded[1]) == START_CODES["C"]:
            return encoded
        optimized: list[int] = super()._try_to_optimize(encoded)
        return optimized


def code128(text: str) -> Modules:
    """A Code 128 of ASCII text."""
    return Modules(tuple(_Code128(text).build()))


def ean13(number: str) -> Modules:
    """An EAN-13 of a number of 13 digits with the right check digit."""
    return Modules(tuple(EuropeanArticleNumber13(number).build()))


def gs1_data_matrix(elements: Sequence[tuple[str, str]]) -> Modules:
    """A square GS1 DataMatrix of application identifiers and their values."""
    # Round brackets would end an identifier early where a value holds one.
    bracketed = "".join(f"[{ai}]{value}" for ai, value in elements)
    image: Any = zxingcpp.create_barcode(
        bracketed, zxingcpp.BarcodeFormat.DataMatrix, gs1=True, force_square=True
    ).to_image(scale=1, add_quiet_zones=False)
    # One byte a module, 0 where it is dark; the type stubs do not say that it is a buffer.
    levels = bytes(image)
    side = math.isqrt(len(levels))
    return Modules(
        tuple(
            "".join("0" if level else "1" for level in levels[at : at + side])
            for at in range(0, len(levels), side)
        )
    )


def painted(
    modules: Modules, left: int, top: int, module_width: int, module_height: int
) -> QPainterPath:
    """The dark modules as one shape of rectangles, in whole units of the page.

    One shape, not one a row: where rows are painted one by one, a page that is shown at another
    resolution has light seams between them.
    """
    shape = QPainterPath()
    shape.setFillRule(Qt.FillRule.WindingFill)
    for number, row in enumerate(modules.rows):
        for run in _DARK_RUN.finditer(row):
            shape.addRect(
                left + run.start() * module_width,
                top + number * module_height,
                (run.end() - run.start()) * module_width,
                module_height,
            )
    return shape

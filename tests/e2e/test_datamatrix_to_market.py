"""From the symbol on the goods to the Market: each code arrives byte for byte.

A DataMatrix is made, turned and blurred, read again by a decoder, typed by the X server as a
keyboard scanner types it while the layout is Russian, packed by the real program, and compared
with what the sandbox was sent.
"""

import json
import os
import select
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PIL import Image, ImageFilter

from tests.e2e.coded_day import CodedGood, codes_in, layout_sent, write_day
from tests.ui.x_server import ENTER, F8, XServer, running_x_server

pytestmark = pytest.mark.xserver

GS = "\x1d"
CTRL_BRACKET_ORDER, F8_ORDER = 51234560011, 51234560022
PAPER = 255


def good(number: int, name: str, *tails: str) -> CodedGood:
    made = CodedGood(number, name, ())
    return CodedGood(number, name, tuple(f"010{made.ean}21{tail}" for tail in tails))


MILK = good(101, "Milk", f"5Qb%g!{GS}93Zjqw", f"5.a,B?{GS}93+/=_")
WATER = good(102, "Water", f"5Me'zgY->?=!O{GS}93MeGe", f"5_Pc:;*HAs&V-{GS}93b+tk")
SHIRT_TAIL = f"{GS}91EE10{GS}92IyXOPokvfYA6j7VFZYrxLkkGUfCc4FKc1eiEavSJgQY="
SHIRT = good(103, "Shirt", f'5A"(b)<\'c>"d_{SHIRT_TAIL}', f"5)('\"><\"'()<>{SHIRT_TAIL.swapcase()}")
SHOE_TAIL = (
    f"{GS}91EE10{GS}"
    "929y/MqYQSrvCmECQbxaIYNNeCR5RnPaMrRKZ0wGddq9LHeRMQdROAJ4CVz96KivLJu887VO7TZUink1m46Us2Vg=="
)
SHOES = good(104, "Shoes", f'59XIZ"Va/6e(N{SHOE_TAIL}', f'5qdf%HcJjwbk"{SHOE_TAIL}')
GOODS = (MILK, WATER, SHIRT, SHOES)


def only(place: int) -> tuple[CodedGood, ...]:
    return tuple(CodedGood(one.number, one.name, (one.codes[place],)) for one in GOODS)


LYING = {CTRL_BRACKET_ORDER: only(0), F8_ORDER: only(1)}


def bracketed(code: str) -> str:
    """The code as `create_barcode` wants it; square brackets, since serials hold round ones."""
    head, *tails = code.split(GS)
    parts = [f"[01]{head[2:16]}[21]{head[18:]}", *(f"[{tail[:2]}]{tail[2:]}" for tail in tails)]
    return "".join(parts)


def symbol(code: str, *, square: bool, angle: float, blur: float) -> Image.Image:
    made = zxingcpp.create_barcode(
        bracketed(code), zxingcpp.BarcodeFormat.DataMatrix, gs1=True, force_square=square
    )
    pixels: Any = made.to_image(scale=6)
    height, width = pixels.shape
    flat = Image.frombytes("L", (width, height), bytes(memoryview(pixels)))
    page = Image.new("L", (width + 80, height + 80), PAPER)
    page.paste(flat, (40, 40))
    turned = page.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=PAPER)
    return turned.filter(ImageFilter.GaussianBlur(blur))


def decoded(picture: Image.Image) -> str:
    (found,) = zxingcpp.read_barcodes(picture, text_mode=zxingcpp.TextMode.Plain)
    assert found.symbology_identifier in {"]d2", "]d8"}
    assert found.text.encode() == found.bytes
    return str(found.text)


@pytest.mark.parametrize("blur", [0.0, 0.8, 1.4])
@pytest.mark.parametrize("angle", [0, 7, 33, 90, 201])
@pytest.mark.parametrize("square", [True, False], ids=["square", "any form"])
def test_a_turned_and_blurred_symbol_gives_its_code_byte_for_byte(
    square: bool, angle: int, blur: float
):
    for code in (code for one in GOODS for code in one.codes):
        picture = symbol(code, square=square, angle=angle, blur=blur)
        assert decoded(picture).encode() == code.encode()


class TellingProgram:
    """The real program under an X server, and what it tells."""

    def __init__(self, server: XServer, folder: Path) -> None:
        self.log = folder / "log.jsonl"
        orders = write_day(folder / "orders.json", LYING)
        self._errors = (folder / "stderr.txt").open("wb")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.e2e.telling_program"]
            + [str(path) for path in (orders, folder / "data", self.log)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=server.environment(),
            cwd=Path(__file__).parents[2],
            bufsize=0,
        )
        self._told = b""

    def next(self) -> dict[str, Any]:
        """Waits for what is told next."""
        assert self._process.stdout is not None
        while b"\n" not in self._told:
            ready, _, _ = select.select([self._process.stdout], [], [], 30)
            assert ready, "the program told nothing for 30 s"
            more = os.read(self._process.stdout.fileno(), 65536)
            assert more, "the program ended"
            self._told += more
        line, _, self._told = self._told.partition(b"\n")
        told = json.loads(line)
        assert isinstance(told, dict)
        return told

    def until(self, kind: str) -> Any:
        """Passes over all that is told before."""
        while (told := self.next())["kind"] != kind:
            pass
        return told["value"]

    def close(self) -> int:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        try:
            return self._process.wait(timeout=30)
        finally:
            self._process.kill()
            self._process.wait()
            self._process.stdout.close()
            self._errors.close()


@pytest.fixture(scope="module")
def server() -> Iterator[XServer]:
    with running_x_server() as running:
        yield running


@pytest.fixture(scope="module")
def program(server: XServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TellingProgram]:
    running = TellingProgram(server, tmp_path_factory.mktemp("desk"))
    try:
        running.until("ready")
        yield running
    except BaseException:
        running.close()
        raise
    assert running.close() == 0


def type_code(server: XServer, code: str, separator: int | None) -> None:
    """Types a code with Enter behind it; GS is Ctrl+] or the key that is given."""
    if separator is None:
        server.type(code, ENTER)
        return
    for part, key in zip_longest(code.split(GS), [separator] * code.count(GS), fillvalue=ENTER):
        assert isinstance(part, str)
        assert isinstance(key, int)
        server.type(part, key)


@pytest.mark.parametrize(
    ("order", "separator"), [(CTRL_BRACKET_ORDER, None), (F8_ORDER, F8)], ids=["Ctrl+]", "F8"]
)
def test_codes_typed_on_the_russian_layout_reach_the_market_byte_for_byte(
    server: XServer, program: TellingProgram, order: int, separator: int | None
):
    server.set_layout("ru")
    server.rest(400)
    server.type(str(order), ENTER)
    assert program.until("answer")["told"] == "OpenedOrder"
    codes = [code for one in LYING[order] for code in one.codes]
    for angle, code in zip((12, 78, 145, 260), codes, strict=True):
        scanned = decoded(symbol(code, square=True, angle=angle, blur=1.2))
        server.rest(400)
        type_code(server, scanned, separator)
        answer = program.until("answer")
        assert answer["told"] == "Did", answer
    while (layout := layout_sent(program.log, order)) is None:
        program.next()
    arrived = Counter({code.encode(): n for code, n in codes_in(layout).items()})
    assert arrived == Counter(code.encode() for code in codes)

"""Goods dragged with a real mouse through a real X server."""

import json
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.ui.x_server import XServer, running_x_server

pytestmark = pytest.mark.xserver
STEPS = 6


@pytest.fixture(scope="module")
def server() -> Iterator[XServer]:
    if shutil.which("xdotool") is None:
        pytest.skip("needs xdotool")
    with running_x_server() as running:
        yield running


class Program:
    """The window of `tests.ui.bench_window` in its own process."""

    def __init__(self, server: XServer) -> None:
        self._environment = server.environment()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.bench_window"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=self._environment,
            cwd=Path(__file__).parents[2],
            bufsize=0,
        )
        self._told = b""

    def ask(self, order: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(order.encode() + b"\n")

    def next(self, kind: str) -> Any:
        """Waits for what comes next, which must be of this kind."""
        assert self._process.stdout is not None
        while b"\n" not in self._told:
            ready, _, _ = select.select([self._process.stdout], [], [], 30)
            assert ready, f"no {kind} for 30 s"
            read = self._process.stdout.read(65536)
            assert read, f"ended with {self._process.wait(timeout=20)}"
            self._told += read
        line, _, self._told = self._told.partition(b"\n")
        told = json.loads(line)
        assert told["kind"] == kind, told
        return told["value"]

    def where(self, name: str) -> tuple[int, int]:
        self.ask(f"where {name}")
        x, y = self.next("where")
        return x, y

    def hints(self) -> list[str]:
        self.ask("hints")
        hints: list[str] = self.next("hints")
        return hints

    def take(self, source: str, target: str) -> None:
        """Presses on one widget and moves over another, button down."""
        (x1, y1), (x2, y2) = self.where(source), self.where(target)
        way = [(x1 + (x2 - x1) * n // STEPS, y1 + (y2 - y1) * n // STEPS) for n in range(1, STEPS)]
        moves = [(x1 + 8, y1 + 4), (x1 + 16, y1 + 8), *way, (x2, y2), (x2 + 1, y2)]
        self._mouse("mousemove", x1, y1, "mousedown", 1, "sleep", 0.03)
        for x, y in moves:
            self._mouse("mousemove", x, y, "sleep", 0.03)

    def scan(self, text: str) -> None:
        """As a scanner types it; keys need a window that has them, which nobody gives here."""
        command = ["xdotool", "type", "--delay", "5", text + "\n"]
        subprocess.run(command, env=self._environment, check=True, timeout=30)

    def let_go(self) -> None:
        self._mouse("mouseup", 1)

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        try:
            self._process.wait(timeout=20)
        finally:
            self._process.kill()
            self._process.stdout.close()
            self._process.wait(timeout=20)

    def _mouse(self, *words: object) -> None:
        command = ["xdotool", *(str(word) for word in words)]
        subprocess.run(command, env=self._environment, check=True, timeout=30)


@pytest.fixture
def program(server: XServer) -> Iterator[Program]:
    made = Program(server)
    try:
        yield made
    finally:
        made.close()


def test_goods_are_dragged_with_a_mouse(program: Program):
    program.take("itemRow_1", "boxCard_1")
    program.let_go()
    assert program.next("question") == "How many of 3? Tea"
    assert "count=2, source=OnTable(), target=IntoBox(box=1)" in program.next("asked")

    program.take("boxLine_1_2", "newBoxCard")
    program.let_go()
    assert "item=2, count=1, source=IntoBox(box=1), target=IntoNewBox()" in program.next("asked")

    program.take("boxLine_3_3", "itemRow_1")
    program.let_go()
    assert program.next("asked") == (
        "MovePart(unit=UnitRef(item=3, number=1), part=2, target=OnTable())"
    )


def test_a_part_takes_nothing_and_says_so_while_goods_are_held_over_it(program: Program):
    program.take("itemRow_1", "boxCard_2")
    assert program.hints() == ["✕ Box 2 holds a part. Take another box"]
    program.let_go()

    program.take("boxLine_1_2", "itemRow_1")
    assert program.hints() == ["↓ Back on the table"]
    program.let_go()
    assert "item=2" in program.next("asked"), "the first drag was refused: this is the first move"


def test_a_scan_in_the_middle_of_a_drag_is_taken_and_the_drag_goes_on(program: Program):
    program.take("itemRow_1", "boxCard_1")
    program.scan("4600000000017")
    assert program.next("scan") == "4600000000017"
    program.let_go()
    assert program.next("question") == "How many of 2? Tea"

"""What a key means on the bench, by value: letters count on a Latin and on a Russian layout."""

from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import Qt

from packdesk.domain.ids import BoxNumber
from packdesk.ui.bench.walking import Step
from packdesk.ui.words.bench import BenchAction


@dataclass(frozen=True, slots=True)
class UseBox:
    """Make the box of this number the current one."""

    box: BoxNumber


@dataclass(frozen=True, slots=True)
class LetGo:
    """Close the list of problems, else drop what is picked."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """Clear the bench."""


@dataclass(frozen=True, slots=True)
class GiveNumber:
    """Ask for the order's external number."""


@dataclass(frozen=True, slots=True)
class WorkAgain:
    """Take an order up that was put aside."""


@dataclass(frozen=True, slots=True)
class GoToProblem:
    """Go where the n-th problem of the list is mended."""

    number: int


KeyMeaning: TypeAlias = (
    BenchAction | Step | UseBox | LetGo | SetAside | GiveNumber | WorkAgain | GoToProblem
)

WORK_AGAIN_KEY = "F5"

_PLAIN: dict[int, KeyMeaning] = {
    Qt.Key.Key_Up: Step.UP,
    Qt.Key.Key_Down: Step.DOWN,
    Qt.Key.Key_Left: Step.LEFT,
    Qt.Key.Key_Right: Step.RIGHT,
    Qt.Key.Key_Space: BenchAction.PACK,
    Qt.Key.Key_Delete: BenchAction.TAKE_OUT,
    Qt.Key.Key_Backspace: BenchAction.UNDO,
    Qt.Key.Key_Plus: BenchAction.NEW_BOX,
    Qt.Key.Key_S: BenchAction.SPLIT,
    ord("Ы"): BenchAction.SPLIT,
    Qt.Key.Key_D: BenchAction.COPY_CODES,
    ord("В"): BenchAction.COPY_CODES,
    Qt.Key.Key_N: GiveNumber(),
    ord("Т"): GiveNumber(),
    Qt.Key.Key_Escape: LetGo(),
    **{Qt.Key.Key_0 + number: GoToProblem(number) for number in range(1, 10)},
}
ANYWHERE: tuple[tuple[str, KeyMeaning], ...] = (
    (WORK_AGAIN_KEY, WorkAgain()),
    ("F6", SetAside()),
    ("F7", BenchAction.PROBLEM),
    ("F9", BenchAction.FINISH),
    ("Ctrl+Z", BenchAction.UNDO),
    *((f"Ctrl+{number}", UseBox(BoxNumber(number))) for number in range(1, 10)),
)
"""Keys that count wherever the focus is while the bench is shown."""
RUSSIAN_Z = ord("Я")


def key_meaning(key: int, modifiers: Qt.KeyboardModifier) -> KeyMeaning | None:
    """What a key press asks for; None for all others."""
    held = modifiers & ~(
        Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier
    )
    if held == Qt.KeyboardModifier.ControlModifier:
        return BenchAction.UNDO if key == RUSSIAN_Z else None
    if held == Qt.KeyboardModifier.ShiftModifier:
        if key == Qt.Key.Key_Space:
            return BenchAction.PACK_NEW
        return BenchAction.NEW_BOX if key == Qt.Key.Key_Plus else None
    return _PLAIN.get(key) if held == Qt.KeyboardModifier.NoModifier else None

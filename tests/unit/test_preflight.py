"""Before Qt starts: one clear sentence where no window can be shown."""

import pytest

from packdesk.ui import preflight
from packdesk.ui.preflight import Screen


@pytest.mark.parametrize(
    ("env", "platform", "there"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_only_linux_can_be_without_a_screen(env: dict[str, str], platform: str, there: bool):
    assert preflight.has_screen(env, platform) is there


def test_windows_is_not_looked_at():
    assert preflight.check(Screen.REAL, platform="win32") is None


def test_a_missing_library_is_named_with_the_line_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)

    def load(name: str) -> object:
        raise OSError("libxcb-icccm.so.4: cannot open shared object file")

    told = preflight.check(Screen.REAL, platform="linux", load=load)
    assert told is not None
    for text in (told.russian, told.english):
        assert "libxcb-icccm.so.4" in text
        assert "apt-get install" in text
    assert str(told) == f"{told.russian}\n{told.english}"


def test_offscreen_needs_no_x_library(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

    def load(name: str) -> object:
        raise AssertionError(name)

    assert preflight.check(Screen.OFFSCREEN, platform="linux", load=load) is None


def test_a_screen_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setenv("DISPLAY", "127.0.0.1:4711")
    told = preflight.check(Screen.REAL, platform="linux")
    # Where Qt's own X libraries are missing that is said first, and rightly so.
    assert told == preflight.no_screen() or (told and "apt-get" in told.english)


def test_fonts_have_their_own_line():
    assert "fonts-dejavu-core" in preflight.no_fonts().english

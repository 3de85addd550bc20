"""Caps Lock is read from the event on X11 and asked of the system on Windows."""

import sys

import pytest

from packdesk.scanners.caps_lock import system_caps_lock, windows_caps_lock, x11_caps_lock


@pytest.mark.parametrize(
    ("modifiers", "on"), [(0, False), (2, True), (1 | 4 | 16, False), (3, True)]
)
def test_x11_tells_it_by_the_lock_modifier(modifiers: int, on: bool):
    assert x11_caps_lock(modifiers) is on


@pytest.mark.parametrize(("state", "on"), [(0, False), (1, True), (-128, False), (-127, True)])
def test_windows_is_asked_for_the_toggle_state_of_caps_lock(state: int, on: bool):
    asked: list[int] = []

    def get_key_state(key: int) -> int:
        asked.append(key)
        return state

    # The event's own modifiers say nothing on Windows.
    assert windows_caps_lock(get_key_state)(2) is on
    assert asked == [0x14]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks its own key state")
def test_other_systems_read_the_event():
    assert system_caps_lock() is x11_caps_lock

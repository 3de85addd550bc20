"""The first run: there is no key yet, and everything says so in the same words."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from packdesk.ui.pages import Device, DeviceState, PageName
from packdesk.ui.setup.choices import Act
from tests.screenshots.goods import QUEUE, read
from tests.screenshots.pretend import Pretend, settle, window_of
from tests.ui.setup_table import KEY
from tests.ui.test_window_keyboard import KEYS, asked, find, press, shown

FIRST = "Paste the shop's key first (F10)"


@pytest.fixture
def new(qapp, theme, english) -> Iterator[Pretend]:
    """The keyring was asked, and has no key."""
    with window_of(theme, english, QSize(1366, 728)) as pretend:
        settle()
        pretend.setup.start()
        yield pretend


def sentence(table: Pretend) -> str:
    return table.glass.band.props.sentence


def test_the_queue_without_a_key_leads_to_setup_also_after_a_key_that_was_no_good(new: Pretend):
    press(new, Qt.Key.Key_F1)
    text, action = find(new, QLabel, "queueEmpty"), find(new, QPushButton, "queueAction")
    for _ in range(2):
        assert text.text().startswith("There is no key yet")
        assert action.text() == "Setup  F10"
        new.setup.try_key("ACMA:short")
    QTest.mouseClick(action, Qt.MouseButton.LeftButton)
    assert shown(new) is PageName.SETUP
    new.setup.try_key(KEY)
    assert text.text() == "Asking the Market for the orders"


@pytest.mark.parametrize("page", [PageName.QUEUE, PageName.SETUP, PageName.HANDOVER])
@pytest.mark.parametrize("text", ["54870310213", "4600000000017"])
def test_a_scan_without_a_key_says_that_the_key_comes_first(new: Pretend, page, text):
    press(new, KEYS[page])
    new.glass.frame.set_device(Device.SCANNER, DeviceState.WAITING)
    new.glass.scanned(text, caps_lock=False)
    assert sentence(new) == FIRST
    assert asked(new) == []
    assert shown(new) is page
    states = {one.device: one.state for one in new.glass.frame.props.devices}
    assert states[Device.SCANNER] is DeviceState.READY


def test_the_card_of_the_scanner_is_read_without_a_key(new: Pretend):
    new.setup.viewmodel.act(Act.SCAN_CARD)
    new.glass.scanned("whatever", caps_lock=False)
    assert new.setup.reader.steps == ["begin", "read", "begin"]
    assert sentence(new) != FIRST


def test_f5_and_a_number_that_is_sought_say_the_same(new: Pretend):
    press(new, Qt.Key.Key_F1)
    for act in (new.glass.queue.refresh, lambda: new.glass.queue.seek("54870310213")):
        new.glass.band.calm_down()
        act()
        assert sentence(new) == FIRST
    assert asked(new) == []


def test_orders_that_are_known_are_scanned_without_a_key(new: Pretend):
    new.glass.take(read(*QUEUE))
    new.glass.scanned("54870310213", caps_lock=False)
    assert asked(new) == [("scan", "54870310213", False)]

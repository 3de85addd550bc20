"""Sounds: opened once in the lane, asked for without waiting, given back without a trace."""

import subprocess
import sys
import threading
from array import array
from typing import Any

import miniaudio
import pytest

from packdesk.resource_files import resource
from packdesk.ui.earcons import load_earcons
from packdesk.ui.lane import QtLane
from packdesk.ui.sound_mixer import SoundMixer
from packdesk.ui.sounds import (
    NoSoundDevice,
    Sound,
    Sounds,
    SoundState,
    Stream,
    silent_device,
    system_device,
)
from tests.fakes.lane import ManualLane

FOLDER = resource("sounds")
SAMPLES = load_earcons(FOLDER)
PERIOD = 960


class Loudspeaker:
    """A device whose frames the test takes."""

    def __init__(self):
        self.running = True
        self.stream: Stream = SoundMixer({}).stream()
        self.times_opened = 0

    def open(self, stream):
        self.stream = stream
        self.times_opened += 1
        self.running = True
        return self

    def close(self):
        self.running = False

    def heard(self, count=PERIOD):
        return array("h", self.stream.send(count))


def crashed(bug: BaseException) -> None:
    raise bug


def no_device(stream):
    raise NoSoundDevice("nothing to play on")


@pytest.fixture
def lane():
    return ManualLane()


@pytest.fixture
def speaker():
    return Loudspeaker()


@pytest.fixture
def sounds(lane, speaker):
    made = Sounds(FOLDER, lane, open_device=speaker.open)
    made.start()
    lane.drain()
    return made


def test_importing_the_sounds_does_not_import_the_sound_library():
    code = "import sys, packdesk.ui.sounds; sys.exit('miniaudio' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_nothing_is_opened_before_the_start_nor_outside_the_lane(lane, speaker):
    sounds = Sounds(FOLDER, lane, open_device=speaker.open)
    sounds.play(Sound.ACCEPTED)
    assert (sounds.state, speaker.times_opened) == (SoundState.NOT_STARTED, 0)
    sounds.start()
    sounds.play(Sound.ACCEPTED)
    assert (sounds.state, speaker.times_opened) == (SoundState.STARTING, 0)
    lane.drain()
    assert (sounds.state, speaker.times_opened) == (SoundState.READY, 1)
    assert not any(speaker.heard())


def test_a_sound_is_in_the_very_next_frames(sounds, speaker):
    assert not any(speaker.heard())
    sounds.play(Sound.ACCEPTED)
    expected = SAMPLES[Sound.ACCEPTED]
    heard = array("h")
    while len(heard) < len(expected) + PERIOD:
        heard += speaker.heard()
    assert heard[: len(expected)] == expected
    assert not any(heard[len(expected) :])


def test_the_device_is_opened_once_for_many_sounds(sounds, speaker):
    for sound in [*Sound, *Sound]:
        sounds.play(sound)
        speaker.heard()
    sounds.start()
    assert speaker.times_opened == 1


def test_two_sounds_are_heard_together(sounds, speaker):
    sounds.play(Sound.ACCEPTED)
    speaker.heard()
    sounds.play(Sound.COMPLETE)
    assert list(speaker.heard(500)) == [
        max(-32768, min(32767, a + b))
        for a, b in zip(
            SAMPLES[Sound.ACCEPTED][PERIOD : PERIOD + 500],
            SAMPLES[Sound.COMPLETE][:500],
            strict=True,
        )
    ]


def test_the_same_sound_again_begins_anew(sounds, speaker):
    sounds.play(Sound.REFUSED)
    speaker.heard()
    sounds.play(Sound.REFUSED)
    assert speaker.heard() == SAMPLES[Sound.REFUSED][:PERIOD]


def test_all_sounds_at_once_stay_within_16_bits(sounds, speaker):
    for sound in Sound:
        sounds.play(sound)
    heard = [level for _ in range(30) for level in speaker.heard()]
    assert max(heard) == 32767
    assert not any(heard[24_000:])


@pytest.mark.parametrize(("percent", "gain"), [(100, 1), (50, 0.25), (25, 0.0625), (0, 0), (-5, 0)])
def test_the_volume_goes_as_the_ear_takes_it(sounds, speaker, percent, gain):
    sounds.set_volume(percent)
    sounds.play(Sound.REFUSED)
    expected = [round(gain * level) for level in SAMPLES[Sound.REFUSED][:PERIOD]]
    assert list(speaker.heard()) == expected


def test_a_volume_set_before_the_start_counts(lane, speaker):
    sounds = Sounds(FOLDER, lane, open_device=speaker.open)
    sounds.set_volume(50)
    sounds.start()
    lane.drain()
    sounds.play(Sound.REFUSED)
    assert max(speaker.heard()) <= max(SAMPLES[Sound.REFUSED][:PERIOD]) // 4 + 1


def test_what_was_asked_for_while_muted_is_not_heard_later(sounds, speaker):
    sounds.set_volume(50)
    sounds.set_muted(True)
    sounds.play(Sound.COMPLETE)
    assert not any(speaker.heard())
    sounds.set_muted(False)
    assert not any(speaker.heard())
    sounds.play(Sound.COMPLETE)
    assert max(speaker.heard()) == round(max(SAMPLES[Sound.COMPLETE][:PERIOD]) / 4)


def test_without_a_device_it_is_told_once_and_playing_does_nothing(lane):
    told: list[SoundState] = []
    sounds = Sounds(FOLDER, lane, told.append, no_device)
    sounds.start()
    lane.drain()
    for sound in Sound:
        sounds.play(sound)
    assert told == [SoundState.STARTING, SoundState.NO_DEVICE]
    assert sounds.state is SoundState.NO_DEVICE


def test_a_device_that_comes_later_is_used_after_another_start(lane, speaker):
    ways = [no_device, speaker.open]

    def open_next(stream):
        return ways.pop(0)(stream)

    sounds = Sounds(FOLDER, lane, open_device=open_next)
    sounds.start()
    lane.drain()
    sounds.start()
    lane.drain()
    sounds.play(Sound.ACCEPTED)
    assert sounds.state is SoundState.READY
    assert any(speaker.heard())


def test_a_device_that_is_lost_is_opened_anew_in_the_lane(lane, speaker):
    told: list[SoundState] = []
    sounds = Sounds(FOLDER, lane, told.append, speaker.open)
    sounds.start()
    lane.drain()
    sounds.set_volume(50)
    speaker.running = False
    sounds.play(Sound.ACCEPTED)
    sounds.play(Sound.ACCEPTED)
    assert (sounds.state, speaker.times_opened) == (SoundState.STARTING, 1)
    lane.drain()
    assert told == [SoundState.STARTING, SoundState.READY] * 2
    assert speaker.times_opened == 2
    # A sound that comes late would be taken for the answer to another scan.
    assert not any(speaker.heard())
    sounds.play(Sound.COMPLETE)
    assert max(speaker.heard()) == round(max(SAMPLES[Sound.COMPLETE][:PERIOD]) / 4)


def test_a_device_that_is_lost_for_good_is_told_once(lane, speaker):
    told: list[SoundState] = []
    ways = [speaker.open, no_device]

    def open_next(stream):
        return ways.pop(0)(stream)

    sounds = Sounds(FOLDER, lane, told.append, open_next)
    sounds.start()
    lane.drain()
    speaker.running = False
    for sound in Sound:
        sounds.play(sound)
        lane.drain()
    assert told[2:] == [SoundState.STARTING, SoundState.NO_DEVICE]


def test_missing_files_are_told_and_open_no_device(lane, speaker, tmp_path):
    sounds = Sounds(tmp_path, lane, open_device=speaker.open)
    sounds.start()
    lane.drain()
    sounds.play(Sound.ACCEPTED)
    assert (sounds.state, speaker.times_opened) == (SoundState.NO_FILES, 0)


def test_a_bug_in_opening_is_not_taken_for_a_missing_device(lane):
    def broken(stream):
        raise ZeroDivisionError

    sounds = Sounds(FOLDER, lane, open_device=broken)
    sounds.start()
    with pytest.raises(ZeroDivisionError):
        lane.drain()


def test_after_the_stop_nothing_plays_and_nothing_starts(sounds, lane, speaker):
    sounds.stop()
    sounds.stop()
    sounds.play(Sound.ACCEPTED)
    sounds.start()
    assert (sounds.state, speaker.running, len(lane.waiting)) == (SoundState.STOPPED, False, 0)


def test_a_device_that_opens_after_the_stop_is_given_back(lane, speaker):
    told: list[SoundState] = []
    sounds = Sounds(FOLDER, lane, told.append, speaker.open)
    sounds.start()
    sounds.stop()
    lane.drain()
    assert (speaker.times_opened, speaker.running) == (1, False)
    assert told == [SoundState.STARTING, SoundState.STOPPED]


def test_a_stop_while_the_lane_is_opening_does_not_wait_for_it(qtbot, speaker):
    is_opening, may_open = threading.Event(), threading.Event()

    def slow(stream):
        is_opening.set()
        may_open.wait(30)
        return speaker.open(stream)

    lane = QtLane("sounds", crashed)
    sounds = Sounds(FOLDER, lane, open_device=slow)
    sounds.start()
    assert is_opening.wait(30)
    sounds.stop()
    assert sounds.state is SoundState.STOPPED
    may_open.set()
    lane.stop(wait=True)
    assert (speaker.times_opened, speaker.running) == (1, False)


def test_a_stream_gives_exactly_the_frames_that_are_asked_for():
    mixer = SoundMixer(SAMPLES)
    stream = mixer.stream()
    mixer.play(Sound.ATTENTION)
    counts = [1, 7, 480, 12_000, 3]
    assert [len(stream.send(count)) for count in counts] == [2 * count for count in counts]
    stream.close()


def test_a_real_device_takes_the_sounds_and_is_given_back(qtbot):
    """With miniaudio's own device thread, on its silent backend."""
    lane = QtLane("sounds", crashed)
    is_done = threading.Event()

    def watched(stream):
        def taken():
            frames = yield b""
            was_heard = False
            while True:
                data = stream.send(frames)
                if was_heard and not any(data):
                    is_done.set()
                was_heard = was_heard or any(data)
                frames = yield data

        spy = taken()
        next(spy)
        return silent_device(spy)

    sounds = Sounds(FOLDER, lane, open_device=watched)
    sounds.start()
    qtbot.waitUntil(lambda: sounds.state is SoundState.READY)
    sounds.play(Sound.ACCEPTED)
    assert is_done.wait(30)
    sounds.stop()
    lane.stop(wait=True)


def test_a_real_device_that_stops_by_itself_is_opened_anew(qtbot):
    lane = QtLane("sounds", crashed)
    opened: list[Any] = []

    def kept(stream):
        opened.append(silent_device(stream))
        return opened[-1]

    sounds = Sounds(FOLDER, lane, open_device=kept)
    sounds.start()
    qtbot.waitUntil(lambda: sounds.state is SoundState.READY)
    # As the driver does when a headset is pulled: past the wrapper.
    miniaudio.lib.ma_device_stop(opened[0]._device)
    qtbot.waitUntil(lambda: not opened[0].running)
    sounds.play(Sound.ACCEPTED)
    qtbot.waitUntil(lambda: sounds.state is SoundState.READY)
    assert [device.running for device in opened] == [False, True]
    sounds.stop()
    lane.stop(wait=True)
    assert not opened[1].running


def test_a_device_that_cannot_be_started_is_no_device(monkeypatch):
    def refuse(device, stream):
        raise miniaudio.MiniaudioError("in use", -1)

    monkeypatch.setattr(miniaudio.PlaybackDevice, "start", refuse)
    with pytest.raises(NoSoundDevice, match="in use"):
        silent_device(SoundMixer(SAMPLES).stream())


def backend_of_the_system():
    try:
        device: Any = system_device(SoundMixer(SAMPLES).stream())
    except NoSoundDevice:
        return None
    device.close()
    return device.backend


def test_a_machine_without_sound_is_not_given_the_silent_device():
    assert backend_of_the_system() != "Null"


def test_a_sound_library_that_cannot_be_loaded_is_no_device(monkeypatch):
    monkeypatch.setitem(sys.modules, "miniaudio", None)
    with pytest.raises(NoSoundDevice):
        system_device(SoundMixer(SAMPLES).stream())

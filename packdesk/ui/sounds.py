"""Sounds without delay: one output device, opened once, that is given silence until one is due."""

import logging
from collections.abc import Callable, Generator
from enum import Enum, auto
from pathlib import Path
from threading import Lock
from typing import Any, Final, Protocol, TypeAlias, assert_never

from packdesk.station.errors import PackdeskError
from packdesk.station.ports import Err, Lane, Ok
from packdesk.ui.earcons import SAMPLE_RATE, Sound, SoundFileUnreadable, load_earcons
from packdesk.ui.sound_mixer import LOUDEST, SoundMixer

__all__ = ["NoSoundDevice", "Sound", "SoundState", "Sounds"]

PERIOD_MS: Final = 20

log = logging.getLogger(__name__)


class SoundState(Enum):
    """Whether sounds are heard."""

    NOT_STARTED = auto()
    STARTING = auto()
    READY = auto()
    NO_DEVICE = auto()
    NO_FILES = auto()
    STOPPED = auto()


class NoSoundDevice(PackdeskError):
    """This machine has no loudspeaker that works, or none that we may use."""


class OutputDevice(Protocol):
    """A `miniaudio.PlaybackDevice` that has been started.

    Attributes:
        running: Whether it takes frames; false once it is lost.
    """

    running: bool

    def close(self) -> None: ...


Stream: TypeAlias = Generator[bytes, int, None]
OpenDevice: TypeAlias = Callable[[Stream], OutputDevice]
"""Opens a device that takes its frames from the stream at once; raises `NoSoundDevice`."""


def system_device(stream: Stream) -> OutputDevice:
    """The device that the system plays on.

    Raises:
        NoSoundDevice: There is none.
    """
    return _open_device(stream, real=True)


def silent_device(stream: Stream) -> OutputDevice:
    """A device that takes frames at the right pace and is not heard.

    Raises:
        NoSoundDevice: miniaudio cannot be loaded.
    """
    return _open_device(stream, real=False)


def _open_device(stream: Stream, *, real: bool) -> OutputDevice:
    try:
        import miniaudio  # noqa: PLC0415 - kept off the start path
    except (ImportError, OSError) as error:
        raise NoSoundDevice(str(error)) from error
    silent = miniaudio.Backend.NULL
    try:
        device = miniaudio.PlaybackDevice(
            nchannels=1,
            sample_rate=SAMPLE_RATE,
            buffersize_msec=PERIOD_MS,
            # Named, so that a machine without sound is not given the silent one.
            backends=[backend for backend in miniaudio.Backend if (backend is not silent) is real],
            app_name="PackDesk",
        )
    except miniaudio.MiniaudioError as error:
        raise NoSoundDevice(str(error)) from error
    opened: OutputDevice = device
    # miniaudio notes that a device no longer runs only where somebody wants to be told.
    device.stop_callback = _nothing
    try:
        device.start(stream)
    except miniaudio.MiniaudioError as error:
        opened.close()
        raise NoSoundDevice(str(error)) from error
    return opened


def _nothing() -> None:
    pass


class Sounds:
    """Plays the four sounds. GUI thread; only opening is done in the lane.

    Args:
        folder: Where the sound files lie.
        lane: Reads the files and opens the device; no lane that a scan waits for.
        on_state: Is told each change of the state; GUI thread.
        open_device: How the device is opened.
    """

    def __init__(
        self,
        folder: Path,
        lane: Lane,
        on_state: Callable[[SoundState], None] | None = None,
        open_device: OpenDevice = system_device,
    ) -> None:
        self._folder = folder
        self._lane = lane
        self._on_state = on_state
        self._open_device = open_device
        self._state = SoundState.NOT_STARTED
        self._volume = LOUDEST
        self._is_muted = False
        self._mixer: SoundMixer | None = None
        # Guards the device and the wish to stop: the lane may still be opening one then.
        self._lock = Lock()
        self._device: OutputDevice | None = None
        self._is_stopped = False

    @property
    def state(self) -> SoundState:
        return self._state

    def start(self) -> None:
        """Load the sounds and open the device in the lane; call it after the first paint.

        May be called again when there was no device.
        """
        if self._state not in {SoundState.STARTING, SoundState.READY, SoundState.STOPPED}:
            self._begin()

    def play(self, sound: Sound) -> None:
        """Let a sound be heard from now on; returns at once, and does nothing without a device."""
        if self._state is not SoundState.READY or self._mixer is None:
            return
        if self._device is None or not self._device.running:
            # Asleep, or a headset was pulled: look once what there is to play on now.
            log.warning("the sound device is lost")
            self._close_device()
            self._begin()
            return
        self._mixer.play(sound)

    def set_volume(self, percent: int) -> None:
        """Set how loud sounds are, 0 to 100; what is outside is taken as the nearest."""
        self._volume = max(0, min(LOUDEST, percent))
        self._apply_volume()

    def set_muted(self, muted: bool) -> None:
        """Hear nothing for a while; the volume stays as it is set."""
        self._is_muted = muted
        self._apply_volume()

    def stop(self) -> None:
        """Give the device back, also one that is just being opened; nothing is heard any more."""
        with self._lock:
            self._is_stopped = True
        self._close_device()
        self._tell(SoundState.STOPPED)

    def _begin(self) -> None:
        self._tell(SoundState.STARTING)
        self._lane.run(self._open, self._opened)

    def _open(self) -> SoundMixer | None:
        """In the lane: a mixer whose frames a device takes; None if it is no longer wanted."""
        mixer = SoundMixer(load_earcons(self._folder))
        device = self._open_device(mixer.stream())
        with self._lock:
            if not self._is_stopped:
                self._device = device
                return mixer
        device.close()
        return None

    def _opened(self, result: Ok[Any] | Err) -> None:
        if self._is_stopped:
            return
        match result:
            case Ok(mixer):
                self._mixer = mixer
                self._apply_volume()
                self._tell(SoundState.READY)
            case Err(NoSoundDevice() as error):
                log.warning("no sound device: %s", error)
                self._tell(SoundState.NO_DEVICE)
            case Err(SoundFileUnreadable() as error):
                log.warning("no sounds: %s", error)
                self._tell(SoundState.NO_FILES)
            case Err(bug):
                raise bug
            case _:
                assert_never(result)

    def _close_device(self) -> None:
        with self._lock:
            device, self._device = self._device, None
        if device is not None:
            device.close()

    def _apply_volume(self) -> None:
        if self._mixer is not None:
            self._mixer.volume = 0 if self._is_muted else self._volume

    def _tell(self, state: SoundState) -> None:
        if state is self._state:
            return
        self._state = state
        if self._on_state is not None:
            self._on_state(state)

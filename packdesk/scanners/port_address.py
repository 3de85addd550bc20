"""Which serial port is the scanner's: named, known by its USB identity, or the only one there is."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias, assert_never


@dataclass(frozen=True, slots=True)
class UsbIdentity:
    """Vendor and product number, and the serial number where the device has one."""

    vendor: int
    product: int
    serial_number: str | None


@dataclass(frozen=True, slots=True)
class FoundPort:
    """A port of this machine.

    Attributes:
        name: What the system calls it (COM4, /dev/ttyACM0).
        description: What the device calls itself, may be empty.
        usb: None for a port that is not behind USB.
    """

    name: str
    description: str
    usb: UsbIdentity | None


@dataclass(frozen=True, slots=True)
class NamedPort:
    """The port of this name."""

    name: str


@dataclass(frozen=True, slots=True)
class UsbPort:
    """The port of this device, whatever name it gets when it is plugged in again."""

    usb: UsbIdentity


@dataclass(frozen=True, slots=True)
class OnlyUsbPort:
    """The one port behind USB; refused where there are several."""


PortAddress: TypeAlias = NamedPort | UsbPort | OnlyUsbPort


class PortProblem(Enum):
    """Why a port cannot be had."""

    ABSENT = auto()
    SEVERAL = auto()
    BUSY = auto()
    DENIED = auto()
    UNPLUGGED = auto()
    BROKEN = auto()


def choose_port(address: PortAddress, found: Iterable[FoundPort]) -> str | PortProblem:
    """The name of the addressed port, or why it is not to be had now.

    A named port is taken at its word: not every port is listed.
    """
    match address:
        case NamedPort(name):
            return name
        case UsbPort(usb):
            names = [port.name for port in found if port.usb == usb]
        case OnlyUsbPort():
            names = [port.name for port in found if port.usb is not None]
        case _:
            assert_never(address)
    if not names:
        return PortProblem.ABSENT
    return names[0] if len(names) == 1 else PortProblem.SEVERAL

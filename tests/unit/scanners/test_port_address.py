"""A port is chosen only when there is no doubt which one is meant."""

import pytest

from packdesk.scanners.port_address import (
    FoundPort,
    NamedPort,
    OnlyUsbPort,
    PortAddress,
    PortProblem,
    UsbIdentity,
    UsbPort,
    choose_port,
)

SCANNER = UsbIdentity(0x05E0, 0x1701, "S1")
TWIN = UsbIdentity(0x05E0, 0x1701, None)
MODEM = FoundPort("COM1", "", None)
COM4 = FoundPort("COM4", "Symbol Scanner", SCANNER)
COM5 = FoundPort("COM5", "Scanner", TWIN)
COM6 = FoundPort("COM6", "Scanner", TWIN)


@pytest.mark.parametrize(
    ("address", "found", "chosen"),
    [
        (NamedPort("COM9"), (), "COM9"),
        (NamedPort("COM1"), (MODEM, COM4), "COM1"),
        (UsbPort(SCANNER), (MODEM, COM4, COM5), "COM4"),
        (UsbPort(SCANNER), (MODEM, COM5), PortProblem.ABSENT),
        (UsbPort(TWIN), (COM5, COM6), PortProblem.SEVERAL),
        (OnlyUsbPort(), (MODEM, COM4), "COM4"),
        (OnlyUsbPort(), (MODEM,), PortProblem.ABSENT),
        (OnlyUsbPort(), (COM4, COM5), PortProblem.SEVERAL),
    ],
)
def test_the_addressed_port_is_found_or_it_is_said_why_not(
    address: PortAddress, found: tuple[FoundPort, ...], chosen: str | PortProblem
):
    assert choose_port(address, found) == chosen

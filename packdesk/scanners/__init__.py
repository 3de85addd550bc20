"""Handheld scanners: keyboard wedges and serial ports, both ending in a `ScanText`."""

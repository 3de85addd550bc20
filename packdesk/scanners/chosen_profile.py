"""The scanner profile that the settings ask for."""

from packdesk.scanners.profile import ScannerProfile, SeparatorKey, Suffix
from packdesk.settings import SeparatorChoice, Settings, SuffixChoice

_SUFFIXES = {
    SuffixChoice.ENTER_OR_TAB: Suffix.ENTER_OR_TAB,
    SuffixChoice.ENTER: Suffix.ENTER,
    SuffixChoice.TAB: Suffix.TAB,
    SuffixChoice.NONE: Suffix.NONE,
}
_SEPARATORS = {
    SeparatorChoice.USUAL: SeparatorKey.USUAL,
    SeparatorChoice.F12: SeparatorKey.F12,
    SeparatorChoice.CURSOR_DOWN: SeparatorKey.CURSOR_DOWN,
}


def chosen_profile(settings: Settings) -> ScannerProfile:
    """A profile; a slow scanner is also given a longer silence at its end."""
    usual = ScannerProfile()
    return ScannerProfile(
        gap_ms=settings.scan_gap_ms,
        idle_ms=max(usual.idle_ms, 2 * settings.scan_gap_ms),
        suffix=_SUFFIXES[settings.scan_suffix],
        separator_key=_SEPARATORS[settings.scan_separator],
    )

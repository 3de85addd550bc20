"""What can be chosen on a card, and what its buttons do."""

from enum import Enum


class Setting(Enum):
    """A setting that a card changes; the value is the field of `Settings`."""

    LANGUAGE = "language"
    LOOK = "look"
    STATION = "station"
    PACKER = "packer"
    LABEL_FORMAT = "label_format"
    FINISH_BY_ITSELF = "finish_by_itself"
    READY_FOR_DBS = "ready_for_dbs"
    SCAN_GAP = "scan_gap_ms"
    SCAN_SUFFIX = "scan_suffix"
    SCAN_SEPARATOR = "scan_separator"
    VOLUME = "sound_volume_percent"


STEPS = {Setting.SCAN_GAP: (5, 5, 120), Setting.VOLUME: (10, 0, 100)}
"""How far one press goes, and the least and the most."""


class Act(Enum):
    """What a button of a card does; the value is its objectName."""

    TRY_KEY = "setupTryKey"
    CHECK_AGAIN = "setupCheckAgain"
    READ_AGAIN = "setupReadAgain"
    CHANGE_KEY = "setupChangeKey"
    KEEP_OLD_KEY = "setupKeepOldKey"
    FORGET_KEY = "setupForgetKey"
    SCAN_CARD = "setupScanCard"
    DROP_CARD = "setupDropCard"
    SAVE_SHEET = "setupSaveSheet"
    BY_HAND = "setupByHand"
    PLAY_ACCEPTED = "setupPlayAccepted"
    PLAY_ATTENTION = "setupPlayAttention"
    PLAY_REFUSED = "setupPlayRefused"
    PLAY_COMPLETE = "setupPlayComplete"


class CardName(Enum):
    """The cards from top to bottom; the value is the objectName."""

    KEY = "setupKey"
    SHOPS = "setupShops"
    SCANNER = "setupScanner"
    LABELS = "setupLabels"
    SOUNDS = "setupSounds"
    WINDOW = "setupWindow"
    TABLE = "setupTable"
    WORK = "setupWork"

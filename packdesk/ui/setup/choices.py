"""What can be chosen on a card, and what its buttons do."""

from enum import Enum


class Setting(Enum):
    """A setting that a card changes; the value is the field of `Settings`."""

    LANGUAGE = "language"
    LOOK = "look"
    STATION = "station"
    PACKER = "packer"
    PRINTER = "printer"
    PRINTER_NAME = "printer_name"
    PRINTER_ADDRESS = "printer_address"
    PRINTER_LANGUAGE = "printer_language"
    PRINTER_DPI = "printer_dpi"
    LABEL_FORMAT = "label_format"
    LABEL_SOURCE = "label_source"
    SCAN_LABELS = "scan_labels"
    FINISH_BY_ITSELF = "finish_by_itself"
    READY_FOR_DBS = "ready_for_dbs"
    READY_BY_HAND = "ready_by_hand"
    DELIVERY_AFTER_TRACK = "delivery_after_track"
    EXTERNAL_ID_TEMPLATE = "external_id_template"
    SCAN_GAP = "scan_gap_ms"
    SCAN_SUFFIX = "scan_suffix"
    SCAN_SEPARATOR = "scan_separator"
    VOLUME = "sound_volume_percent"


PRINTER_SETTINGS = frozenset(
    {
        Setting.PRINTER,
        Setting.PRINTER_NAME,
        Setting.PRINTER_ADDRESS,
        Setting.PRINTER_LANGUAGE,
        Setting.PRINTER_DPI,
    }
)
"""With another value of these it is another printer that prints."""

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
    PRINT_TRIAL = "setupPrintTrial"
    LOOK_FOR_PRINTERS = "setupLookForPrinters"
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

"""A label to try a printer with: it looks like the Market's, and is of no order."""

from typing import Final

from packdesk.domain.labels import LabelFormat
from packdesk.printing.own_label import own_labels
from packdesk.station.ports import ParcelLabel

TRIAL_CODE: Final = "PACKDESK-1"
"""What a scanner reads from it; no order can be called so."""


def trial_label(page: LabelFormat, words: str) -> bytes:
    """A PDF of one label on a page of this format; ``words`` stand below the barcode."""
    return own_labels((ParcelLabel(None, TRIAL_CODE, "1/1", "0", delivery_service=words),), page)

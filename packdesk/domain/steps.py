"""The steps of a submission, as kinds: which request or print is meant."""

from enum import Enum


class StepKind(Enum):
    """One thing that goes out to the Market or to the printer."""

    SEND_LAYOUT = "send layout"
    SET_EXTERNAL_ID = "set external id"
    FETCH_LABELS = "fetch labels"
    PRINT_LABELS = "print labels"
    CHECK_CODES = "check codes"
    MARK_READY = "mark ready"

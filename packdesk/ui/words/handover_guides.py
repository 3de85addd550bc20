"""What the band says while the section of tables is open."""

from PySide6.QtCore import QCoreApplication

from packdesk.ui.words.notice import Notice, Tone


def guide_empty() -> Notice:
    """What to do while there is no table."""
    text = QCoreApplication.translate("HandoverTable", "Open, paste or drop a table")
    return Notice(text, Tone.CALM)


def guide_busy() -> Notice:
    """What to do while a table is worked on."""
    text = QCoreApplication.translate("HandoverTable", "Wait: every row is being looked at")
    return Notice(text, Tone.CALM)


def guide_service() -> Notice:
    """Rows want a service."""
    text = QCoreApplication.translate("HandoverTable", "Choose the delivery service (F7)")
    return Notice(text, Tone.ATTENTION)


def guide_send() -> Notice:
    """The rows were checked."""
    text = QCoreApplication.translate("HandoverTable", "Look at the rows, then send them (F9)")
    return Notice(text, Tone.CALM)


def guide_doubtful() -> Notice:
    """Only doubtful rows can be sent, and no one has said so."""
    text = QCoreApplication.translate(
        "HandoverTable", "Doubtful rows only: mend, close (Esc) or choose (F6)"
    )
    return Notice(text, Tone.ATTENTION)


def guide_unticked() -> Notice:
    """Rows could be sent, but none is chosen."""
    text = QCoreApplication.translate(
        "HandoverTable", "No row is chosen: tick some (Space) or close (Esc)"
    )
    return Notice(text, Tone.ATTENTION)


def guide_all_there() -> Notice:
    """Each order has its number already."""
    text = QCoreApplication.translate(
        "HandoverTable", "The orders have it all. Close the table (Esc)"
    )
    return Notice(text, Tone.CALM)


def guide_nothing() -> Notice:
    """No row can be sent."""
    text = QCoreApplication.translate(
        "HandoverTable", "No row can go. Mend the table or close it (Esc)"
    )
    return Notice(text, Tone.ATTENTION)


def guide_going() -> Notice:
    """The rows go out by themselves."""
    text = QCoreApplication.translate("HandoverTable", "The rows go out by themselves")
    return Notice(text, Tone.CALM)


def guide_failed() -> Notice:
    """Some rows did not reach the Market."""
    text = QCoreApplication.translate("HandoverTable", "Save what failed and mend it (Ctrl+S)")
    return Notice(text, Tone.ATTENTION)


def guide_done() -> Notice:
    """Every row has reached the Market."""
    text = QCoreApplication.translate("HandoverTable", "The Market has every row")
    return Notice(text, Tone.COMPLETE)

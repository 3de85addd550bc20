"""What the tour tells while it packs."""

from PySide6.QtCore import QCoreApplication

from packdesk.ui.words.counts import COUNTS


def opening(order: str, program: str) -> str:
    """An order is opened."""
    return QCoreApplication.translate("Tour", "Order {order} ({program})").format(
        order=order, program=program
    )


def scanning(what: str, told: str) -> str:
    """What was scanned, and what the window said."""
    return QCoreApplication.translate("Tour", "  scan {what}: {told}").format(what=what, told=told)


def answering(question: str, answer: str) -> str:
    """A question and the answer given."""
    return QCoreApplication.translate("Tour", "  {question} {answer}").format(
        question=question, answer=answer
    )


def looking(told: str) -> str:
    """What the window says of an order."""
    return QCoreApplication.translate("Tour", "  it says: {told}").format(told=told)


def replacing(told: str) -> str:
    """The Market refused a code."""
    return QCoreApplication.translate("Tour", "  another piece is wanted: {told}").format(told=told)


def stuck(what: str, shown: str) -> str:
    """The tour cannot go on."""
    return QCoreApplication.translate("Tour", "Waited in vain for {what}; shown: {shown}").format(
        what=what, shown=shown
    )


def heads() -> tuple[str, ...]:
    """The heads of the table at the end."""
    return (
        QCoreApplication.translate("Tour", "Order"),
        QCoreApplication.translate("Tour", "Boxes"),
        QCoreApplication.translate("Tour", "Codes"),
        QCoreApplication.translate("Tour", "Labels"),
        QCoreApplication.translate("Tour", "Status"),
        QCoreApplication.translate("Tour", "Seconds"),
        QCoreApplication.translate("Tour", "Confirmed"),
    )


def all_confirmed(count: int) -> str:
    """All is well."""
    return COUNTS.confirmed(count)


def not_confirmed(count: int) -> str:
    """Something is not."""
    return COUNTS.not_confirmed(count)

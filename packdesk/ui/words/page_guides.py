"""What the band says on the pages that are not for packing."""

from PySide6.QtCore import QCoreApplication

from packdesk.domain.ids import OrderId
from packdesk.ui.pages import PageName
from packdesk.ui.words.notice import Notice, Tone


def order_waits(order: OrderId) -> Notice:
    """An order stands on the bench while another page is shown."""
    return Notice(
        QCoreApplication.translate("Guide", "Order {number} waits on the bench (F2)").format(
            number=order
        ),
        Tone.CALM,
    )


def page_guide(page: PageName) -> Notice:
    """What a page that is not for packing is there for."""
    if page is PageName.SENT:
        text = QCoreApplication.translate("Guide", "What became of the orders that are packed")
    else:
        text = QCoreApplication.translate("Guide", "Settings of this workplace")
    return Notice(text, Tone.CALM)

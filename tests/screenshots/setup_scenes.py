"""The states of Setup."""

from packdesk.ui.pages import PageName
from tests.screenshots.pretend import Pretend
from tests.ui.setup_table import KEY


def first_run(table: Pretend) -> None:
    """No key is known yet."""
    table.setup.start()
    table.glass.frame.show_page(PageName.SETUP)


def wrong_key(table: Pretend) -> None:
    first_run(table)
    table.setup.try_key("ACMA:short")


def ready(table: Pretend) -> None:
    first_run(table)
    table.setup.try_key(KEY)

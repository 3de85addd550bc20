"""The look that a person has chosen."""

from typing import assert_never

from packdesk.settings import LookChoice
from packdesk.ui.theme import Look, system_look


def wanted_look(choice: LookChoice) -> Look:
    """Light or dark, at this moment. GUI thread."""
    match choice:
        case LookChoice.LIGHT:
            return Look.LIGHT
        case LookChoice.DARK:
            return Look.DARK
        case LookChoice.SYSTEM:
            return system_look()
        case _:
            assert_never(choice)

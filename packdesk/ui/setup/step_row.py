"""A setting that is a number."""

from packdesk.settings import Settings
from packdesk.ui.setup.choices import STEPS, Setting
from packdesk.ui.setup.props import StepRow
from packdesk.ui.words import setup_cards as words


def step_row(settings: Settings, setting: Setting, label: str, shown: str) -> StepRow:
    """A number with its two buttons."""
    _, least, most = STEPS[setting]
    value = getattr(settings, setting.value)
    return StepRow(
        setting,
        label,
        shown,
        words.less_aloud(label),
        words.more_aloud(label),
        can_less=value > least,
        can_more=value < most,
    )

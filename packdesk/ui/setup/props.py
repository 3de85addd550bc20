"""What Setup shows."""

from dataclasses import dataclass
from typing import TypeAlias

from packdesk.domain.ids import CampaignId
from packdesk.ui.icons import Sign
from packdesk.ui.setup.choices import Act, CardName, Setting
from packdesk.ui.words.notice import Notice


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several; ``value`` is what the setting would be."""

    value: object
    label: str
    is_on: bool


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """A setting with a few values, one of which is on; long ones stand in a column."""

    setting: Setting
    label: str
    choices: tuple[Choice, ...]
    is_column: bool = False


@dataclass(frozen=True, slots=True)
class ShopRow:
    """A shop to be switched on or off; ``why`` tells why it cannot be packed."""

    shop: CampaignId
    label: str
    why: str
    is_on: bool
    can_switch: bool


@dataclass(frozen=True, slots=True)
class StepRow:
    """A number that goes up and down."""

    setting: Setting
    label: str
    shown: str
    less: str
    more: str
    can_less: bool
    can_more: bool


@dataclass(frozen=True, slots=True)
class TextRow:
    """A name to be typed; ``verdict`` tells what comes of it, ``shop`` for which shop it counts."""

    setting: Setting
    label: str
    text: str
    hint: str
    verdict: Notice | None = None
    shop: CampaignId | None = None

    @property
    def name(self) -> str:
        """The objectName of the field."""
        return self.setting.value if self.shop is None else f"{self.setting.value}{self.shop}"


@dataclass(frozen=True, slots=True)
class KeyRow:
    """The field for the key: it never holds a key that is kept already."""

    hint: str
    label: str
    is_busy: bool


@dataclass(frozen=True, slots=True)
class Button:
    """A button of a card; ``is_main`` is the card's one action."""

    act: Act
    label: str
    is_main: bool = False


@dataclass(frozen=True, slots=True)
class ButtonRow:
    """Buttons beside each other, after what they are for."""

    label: str
    buttons: tuple[Button, ...]


Row: TypeAlias = ChoiceRow | ShopRow | StepRow | TextRow | KeyRow | ButtonRow


@dataclass(frozen=True, slots=True)
class CardProps:
    """A card: what it is about, how that stands, and its rows.

    Attributes:
        name: Which card.
        sign: Its picture.
        title: Its heading.
        notice: Its state in one sentence.
        details: More about the state, each a sentence of its own.
        rows: What can be done.
        button: The one action beside the state.
        is_next: It is this card's turn in the first run.
    """

    name: CardName
    sign: Sign
    title: str
    notice: Notice
    details: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    button: Button | None = None
    is_next: bool = False


@dataclass(frozen=True, slots=True)
class SetupProps:
    """The page.

    Attributes:
        cards: From top to bottom.
        trouble: That the settings could not be saved.
        guide: What must be done before anything can be packed; for the band.
        name: For screen readers.
    """

    cards: tuple[CardProps, ...]
    trouble: Notice | None
    guide: Notice | None
    name: str

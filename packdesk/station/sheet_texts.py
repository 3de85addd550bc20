"""What is written on the sheet of command barcodes and test symbols."""

from dataclasses import dataclass

from packdesk.domain.barcodes import DeskCommand


@dataclass(frozen=True, slots=True)
class SheetTexts:
    """The words of the sheet, in the packer's language.

    Attributes:
        title: The heading of the page.
        how_to_print: Asks for the true size; smaller symbols are hard to scan.
        commands_hint: What the commands are for.
        commands: Each command once, in the order of the sheet, with its name.
        card_title: The heading of the test card.
        card_hint: What the test card is for.
        data_matrix: Stands above the symbol that looks like a marking code.
        ean13: Stands above the product barcode.
        code128: Stands above the symbol with letters and signs.
    """

    title: str
    how_to_print: str
    commands_hint: str
    commands: tuple[tuple[DeskCommand, str], ...]
    card_title: str
    card_hint: str
    data_matrix: str
    ean13: str
    code128: str


@dataclass(frozen=True, slots=True)
class SupervisorTexts:
    """The words of the supervisor's card, in the language of the workplace."""

    title: str
    hint: str

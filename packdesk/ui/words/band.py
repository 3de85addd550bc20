"""The words of the band itself: keys, and what a free answer may be."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication, QLocale

from packdesk.domain.codes import CodeKind, country_names
from packdesk.ui.words.notice import Notice, Tone


def escape_key() -> str:
    """The name of the key that leaves a question."""
    return QCoreApplication.translate("Band", "Esc")


def entry_wrong(wanted: str) -> Notice:
    """What was typed is not what the question asks for; ``wanted`` is."""
    text = QCoreApplication.translate("Band", "That does not fit, wanted: {wanted}")
    return Notice(text.format(wanted=wanted), Tone.REFUSED)


def answer_first() -> Notice:
    """A scan came while a question stands open."""
    return Notice(QCoreApplication.translate("Band", "Answer the question first"), Tone.ATTENTION)


def entry_accept() -> str:
    """The button that takes what was typed."""
    return QCoreApplication.translate("Band", "Take it")


def enter_key() -> str:
    """The name of the key that takes what was typed."""
    return QCoreApplication.translate("Band", "Enter")


def teach_label() -> str:
    """The button that teaches what an unknown barcode is on."""
    return QCoreApplication.translate("Band", "Teach this barcode")


def take_anyway_label() -> str:
    """The button that takes a doubtful code if it is held down."""
    return QCoreApplication.translate("Band", "Hold: take it anyway")


def aloud(sentence: str, word: str) -> str:
    """What a screen reader says of the band."""
    return f"{word}. {sentence}" if word else sentence


def typed_hint(kind: CodeKind) -> str:
    """An example of what the field takes."""
    match kind:
        case CodeKind.COUNTRY:
            return QCoreApplication.translate("Band", "for example CN")
        case CodeKind.GTD:
            return "10702070/240723/0001234"
        case CodeKind.RNPT:
            return "10702070/240723/0001234/1"
        case CodeKind.UIN:
            return QCoreApplication.translate("Band", "16 digits")
        case CodeKind.CIS:
            return QCoreApplication.translate("Band", "01, the good's 14 digits, 21, the rest")
        case _:
            assert_never(kind)


def type_code_label() -> str:
    """The button that opens a field for a damaged code."""
    return QCoreApplication.translate("Band", "Type the code")


def close_typing() -> str:
    """The button that closes the field for a damaged code."""
    return QCoreApplication.translate("Band", "Do not type")


def same_for_all_label() -> str:
    """The button that gives a declaration, batch number and country to all units of the good."""
    return QCoreApplication.translate("Band", "The same for all")


def separator_name() -> str:
    """What the button is called that types the separator."""
    return QCoreApplication.translate("Band", "Separator GS")


def typed_fits(name: str) -> str:
    """What was typed is well formed; ``name`` says what it means, where that helps."""
    if name:
        return QCoreApplication.translate("Band", "{name}: take it with Enter").format(name=name)
    return QCoreApplication.translate("Band", "It fits: take it with Enter")


def cis_groups(gtin: str, serial: str, tail: str) -> str:
    """The parts of a Honest Sign code as far as they are typed; the others by their names."""
    serial = serial or QCoreApplication.translate("Band", "serial number")
    tail = tail or QCoreApplication.translate("Band", "end part")
    return f"01 {gtin} 21 {serial} ␝ {tail}"


def country_label(code: str) -> str:
    """The code of a country and its name in the language of now."""
    names = country_names(code)
    is_russian = QLocale().language() == QLocale.Language.Russian
    name = names.ru if is_russian else names.en
    return code if name == code else f"{code} {name}"


def pick_country() -> Notice:
    """A name was typed: the packer must choose the country that is meant."""
    text = QCoreApplication.translate("Band", "Choose the country by its number, or type its code")
    return Notice(text, Tone.ATTENTION)

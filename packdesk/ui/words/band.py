"""The words of the band itself: keys, and what a free answer may be."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.codes import CodeKind
from packdesk.ui.words.notice import Notice, Tone


def escape_key() -> str:
    """The name of the key that leaves a question."""
    return QCoreApplication.translate("Band", "Esc")


def entry_wrong() -> Notice:
    """What was typed is not what the question asks for."""
    return Notice(QCoreApplication.translate("Band", "That does not fit. Try again"), Tone.REFUSED)


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
    """An example of what the field takes; empty for codes that are only scanned."""
    match kind:
        case CodeKind.COUNTRY:
            return QCoreApplication.translate("Band", "for example CN")
        case CodeKind.GTD:
            return "10702070/240723/0001234"
        case CodeKind.RNPT:
            return "10702070/240723/0001234/1"
        case CodeKind.CIS | CodeKind.UIN:
            return ""
        case _:
            assert_never(kind)

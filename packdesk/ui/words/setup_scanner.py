"""The words of Setup about the scanner and its test card."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.settings import SeparatorChoice, SuffixChoice
from packdesk.station.card_verdict import (
    CardFailed,
    CardFlaw,
    CardPassed,
    CardVerdict,
    EndingForm,
    NotTheCard,
    ScannerHabits,
    SeparatorForm,
    Typed,
)
from packdesk.ui.words.notice import Notice, Tone

_SLOW_MS = 35


def scan_the_card() -> Notice:
    """While the card is awaited."""
    return Notice(
        QCoreApplication.translate("SetupScanner", "Scan the square code of the scanner card now"),
        Tone.CALM,
    )


def noise_notice() -> Notice:
    """What came is no text."""
    return Notice(
        QCoreApplication.translate(
            "SetupScanner", "That could not be read. Scan the square code again"
        ),
        Tone.ATTENTION,
    )


def seen_notice(*, is_seen: bool) -> Notice:
    """Whether this scanner has been heard of."""
    if is_seen:
        return Notice(
            QCoreApplication.translate("SetupScanner", "The scanner works. Check it with the card"),
            Tone.ACCEPTED,
        )
    return Notice(
        QCoreApplication.translate(
            "SetupScanner", "No scan has come yet. Plug the scanner in and scan anything"
        ),
        Tone.CALM,
    )


def verdict_notice(verdict: CardVerdict) -> Notice:
    """What the card has shown, in one sentence."""
    match verdict:
        case CardPassed():
            return Notice(
                QCoreApplication.translate(
                    "SetupScanner", "The scanner sends every sign of marking codes"
                ),
                Tone.ACCEPTED,
            )
        case CardFailed(flaws):
            return Notice(flaw_text(flaws[0], verdict.replaced_by), Tone.REFUSED)
        case NotTheCard():
            return Notice(
                QCoreApplication.translate(
                    "SetupScanner", "That was something else. Scan the square code of the card"
                ),
                Tone.ATTENTION,
            )
        case _:
            assert_never(verdict)


def verdict_details(verdict: CardVerdict) -> tuple[str, ...]:
    """The further sentences: other flaws first, then the habits."""
    match verdict:
        case CardPassed(habits):
            return habit_texts(habits)
        case CardFailed(flaws, habits, replaced_by):
            more = tuple(flaw_text(flaw, replaced_by) for flaw in flaws[1:])
            return more + habit_texts(habits)
        case NotTheCard():
            return ()
        case _:
            assert_never(verdict)


def flaw_text(flaw: CardFlaw, replaced_by: str) -> str:
    """What is wrong, and what to do about it."""
    match flaw:
        case CardFlaw.SEPARATORS_LOST:
            return QCoreApplication.translate(
                "SetupScanner",
                "The scanner drops the separator GS. Switch on “send GS” by its manual",
            )
        case CardFlaw.SEPARATORS_REPLACED:
            return QCoreApplication.translate(
                "SetupScanner",
                "The scanner sends “{signs}” instead of the separator. Set GS as it is (ASCII 29)",
            ).format(signs=replaced_by)
        case CardFlaw.CASE_INVERTED_BY_CAPS:
            return QCoreApplication.translate(
                "SetupScanner",
                "Caps Lock turns the letters round. Switch it off and scan the card again",
            )
        case CardFlaw.CASE_INVERTED:
            return QCoreApplication.translate(
                "SetupScanner",
                "The scanner swaps small and large letters. Switch that off by its manual",
            )
        case CardFlaw.CASE_LOST:
            return QCoreApplication.translate(
                "SetupScanner",
                "The scanner makes all letters of one size. Switch that off by its manual",
            )
        case CardFlaw.SIGNS_CHANGED:
            return QCoreApplication.translate(
                "SetupScanner",
                "The scanner sends other signs. Set its keyboard to USA by its manual",
            )
        case CardFlaw.CUT_SHORT:
            return QCoreApplication.translate(
                "SetupScanner",
                "Only a part came. Scan again; if it stays so, choose a longer pause below",
            )
        case _:
            assert_never(flaw)


def habit_texts(habits: ScannerHabits) -> tuple[str, ...]:
    """What this scanner does, each as a sentence."""
    told: list[str] = []
    if habits.separator is not None:
        told.append(
            QCoreApplication.translate("SetupScanner", "Separator: {form}").format(
                form=separator_form(habits.separator)
            )
        )
    if habits.ending is not None:
        told.append(ending_text(habits.ending))
    if habits.prefix:
        told.append(
            QCoreApplication.translate("SetupScanner", "It puts “{signs}” before each code").format(
                signs=habits.prefix.replace("\x1d", "GS")
            )
        )
    if habits.tail:
        told.append(
            QCoreApplication.translate("SetupScanner", "It puts “{signs}” after each code").format(
                signs=habits.tail.replace("\x1d", "GS")
            )
        )
    if habits.typed is Typed.RUSSIAN:
        told.append(
            QCoreApplication.translate(
                "SetupScanner", "The Russian layout was on: that does no harm"
            )
        )
    if habits.longest_gap_ms is not None and habits.longest_gap_ms > _SLOW_MS:
        told.append(
            QCoreApplication.translate(
                "SetupScanner", "It is slow ({gap} ms between signs): the pause was set for it"
            ).format(gap=habits.longest_gap_ms)
        )
    return tuple(told)


def caps_harmless() -> str:
    """The card was read rightly with Caps Lock on."""
    return QCoreApplication.translate("SetupScanner", "Caps Lock does not disturb this scanner")


def separator_form(form: SeparatorForm) -> str:
    """The name of a form of GS."""
    match form:
        case SeparatorForm.CONTROL_KEY:
            return "Ctrl+]"
        case SeparatorForm.F8:
            return "F8"
        case SeparatorForm.F12:
            return "F12"
        case SeparatorForm.CURSOR_DOWN:
            return QCoreApplication.translate("SetupScanner", "arrow down")
        case SeparatorForm.ALT_CODE:
            return "Alt+029"
        case SeparatorForm.CHARACTER:
            return "GS"
        case _:
            assert_never(form)


def ending_text(ending: EndingForm) -> str:
    """What ends its scans."""
    match ending:
        case EndingForm.ENTER:
            return QCoreApplication.translate("SetupScanner", "It ends a scan with Enter")
        case EndingForm.TAB:
            return QCoreApplication.translate("SetupScanner", "It ends a scan with Tab")
        case EndingForm.NOTHING:
            return QCoreApplication.translate(
                "SetupScanner", "It ends a scan with nothing: works, Enter would be a bit faster"
            )
        case _:
            assert_never(ending)


def suffix_choice(choice: SuffixChoice) -> str:
    """The label of a choice."""
    match choice:
        case SuffixChoice.ENTER_OR_TAB:
            return QCoreApplication.translate("SetupScanner", "Enter or Tab")
        case SuffixChoice.ENTER:
            return "Enter"
        case SuffixChoice.TAB:
            return "Tab"
        case SuffixChoice.NONE:
            return QCoreApplication.translate("SetupScanner", "Nothing")
        case _:
            assert_never(choice)


def separator_choice(choice: SeparatorChoice) -> str:
    """The label of a choice."""
    match choice:
        case SeparatorChoice.USUAL:
            return QCoreApplication.translate("SetupScanner", "Usual")
        case SeparatorChoice.F12:
            return "F12"
        case SeparatorChoice.CURSOR_DOWN:
            return "↓"
        case _:
            assert_never(choice)


def scan_card() -> str:
    """The button that begins the step."""
    return QCoreApplication.translate("SetupScanner", "Scan the card")


def drop_card() -> str:
    """The button that leaves the step."""
    return QCoreApplication.translate("SetupScanner", "Leave it")


def by_hand() -> str:
    """The button that shows the profile's fields."""
    return QCoreApplication.translate("SetupScanner", "Set by hand")


def save_sheet() -> str:
    """The button that makes the sheet with the card."""
    return QCoreApplication.translate("SetupScanner", "Get the card to print")


def sheet_saved(place: str) -> str:
    """Where the sheet lies."""
    return QCoreApplication.translate(
        "SetupScanner", "The sheet with the card: {place}. Print it at 100 %"
    ).format(place=place)


def sheet_failed() -> str:
    """It could not be written."""
    return QCoreApplication.translate(
        "SetupScanner", "The sheet could not be saved. Check the free space on the disk"
    )


def gap_label() -> str:
    """The field of the profile."""
    return QCoreApplication.translate("SetupScanner", "Pause between signs")


def gap_shown(gap_ms: int) -> str:
    """Its value."""
    return QCoreApplication.translate("SetupScanner", "{gap} ms").format(gap=gap_ms)


def suffix_label() -> str:
    """The field of the profile."""
    return QCoreApplication.translate("SetupScanner", "Ends a scan with")


def separator_label() -> str:
    """The field of the profile."""
    return QCoreApplication.translate("SetupScanner", "Key of the separator")

"""What is noticed about a code, each with what to do.

The errors and what asks for confirmation name an action; the rest tell what was noticed.
"""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.codes import IssueCode


def issue_text(issue: IssueCode) -> str:  # noqa: C901, PLR0911, PLR0912, PLR0915 - one issue a case
    """One sentence for every issue."""
    match issue:
        case IssueCode.E_EMPTY:
            return QCoreApplication.translate("Codes", "Nothing came from the scanner. Scan again")
        case IssueCode.E_NON_ASCII:
            return QCoreApplication.translate("Codes", "The code came damaged. Scan it again")
        case IssueCode.E_LAYOUT_MIXED:
            return QCoreApplication.translate(
                "Codes", "The keyboard layout changed during the scan. Scan again"
            )
        case IssueCode.E_CONTROL:
            return QCoreApplication.translate(
                "Codes", "There are stray signs in the code. Scan it again"
            )
        case IssueCode.E_WRONG_KIND:
            return QCoreApplication.translate(
                "Codes", "That is a code of another kind. Scan the code asked for"
            )
        case IssueCode.E_DUPLICATE:
            return QCoreApplication.translate("Codes", "This code is already on another unit")
        case IssueCode.E_TOO_MANY:
            return QCoreApplication.translate(
                "Codes", "All units have their codes. Put the extra one aside"
            )
        case IssueCode.E_UIN_FORMAT:
            return QCoreApplication.translate("Codes", "A UIN has 16 digits. Scan it again")
        case IssueCode.E_GTD_FORMAT:
            return QCoreApplication.translate("Codes", "That is no GTD number. Check it on paper")
        case IssueCode.E_RNPT_FORMAT:
            return QCoreApplication.translate("Codes", "That is no RNPT number. Check it on paper")
        case IssueCode.E_COUNTRY_FORMAT:
            return QCoreApplication.translate(
                "Codes", "A country is two Latin letters, for example CN"
            )
        case IssueCode.C_GS_AMBIGUOUS:
            return QCoreApplication.translate("Codes", "The code is incomplete. Scan it again")
        case IssueCode.C_SHAPE_UNKNOWN:
            return QCoreApplication.translate("Codes", "The code is incomplete. Scan it again")
        case IssueCode.C_CRYPTO_LEN:
            return QCoreApplication.translate(
                "Codes", "The end of the code is cut off. Scan it again"
            )
        case IssueCode.C_GTIN_MISMATCH:
            return QCoreApplication.translate(
                "Codes", "This code is of another good. Check what you hold"
            )
        case IssueCode.C_USED_ELSEWHERE:
            return QCoreApplication.translate(
                "Codes", "This code was used in another order. Take another piece"
            )
        case IssueCode.C_CAPS_LOCK:
            return QCoreApplication.translate(
                "Codes", "Caps Lock is on. Switch it off and scan again"
            )
        case IssueCode.C_DATE_INVALID:
            return QCoreApplication.translate(
                "Codes", "The date in the number is wrong. Check it on paper"
            )
        case IssueCode.C_GTD_HAS_ITEM:
            return QCoreApplication.translate(
                "Codes", "That looks like an RNPT, not a GTD. Check it on paper"
            )
        case IssueCode.C_GTD_LETTER:
            return QCoreApplication.translate(
                "Codes", "There is a letter in the number. Check it on paper"
            )
        case IssueCode.C_SEPARATORS_GUESSED:
            return QCoreApplication.translate(
                "Codes", "The slashes are missing in the number. Check it on paper"
            )
        case IssueCode.C_COUNTRY_UNKNOWN:
            return QCoreApplication.translate(
                "Codes", "This country code is unknown. Check it on paper"
            )
        case IssueCode.C_NON_ASCII:
            return QCoreApplication.translate(
                "Codes", "There are Russian letters in the number. Check it"
            )
        case IssueCode.W_NO_CRYPTO:
            return QCoreApplication.translate(
                "Codes", "The code has no end part: it may not pass the check"
            )
        case IssueCode.W_NONSTANDARD:
            return QCoreApplication.translate("Codes", "Unusual code: it may not pass the check")
        case IssueCode.W_GTIN_CHECK:
            return QCoreApplication.translate(
                "Codes", "The good's number in the code is wrong: it may not pass the check"
            )
        case IssueCode.W_GTIN_INDICATOR:
            return QCoreApplication.translate("Codes", "This code is of a case, not of one unit")
        case IssueCode.W_SERIAL_LEN:
            return QCoreApplication.translate("Codes", "The serial number has an unusual length")
        case IssueCode.W_KEY_LEN:
            return QCoreApplication.translate("Codes", "The key in the code has an unusual length")
        case IssueCode.W_CHARSET:
            return QCoreApplication.translate(
                "Codes", "Unusual signs in the code: it may not pass the check"
            )
        case IssueCode.W_TAIL_AI:
            return QCoreApplication.translate(
                "Codes", "Unknown fields in the code: it may not pass the check"
            )
        case IssueCode.W_AI_ORDER:
            return QCoreApplication.translate(
                "Codes", "The fields of the code are in an unusual order"
            )
        case IssueCode.W_CUSTOMS_CODE_LEN:
            return QCoreApplication.translate(
                "Codes", "The customs code has an unusual length. Check it on paper"
            )
        case IssueCode.W_GTD_NUMBER_LEN:
            return QCoreApplication.translate(
                "Codes", "The GTD number has an unusual length. Check it on paper"
            )
        case IssueCode.W_RNPT_ITEM_LEN:
            return QCoreApplication.translate(
                "Codes", "The last part of the RNPT is unusually long. Check it on paper"
            )
        case IssueCode.W_TRACK_CHECK:
            return QCoreApplication.translate("Codes", "The track number looks wrong. Check it")
        case IssueCode.W_INTERNAL_BARCODE:
            return QCoreApplication.translate("Codes", "A barcode of the shop's own")
        case IssueCode.W_SSCC_CHECK:
            return QCoreApplication.translate("Codes", "The case number looks wrong. Check it")
        case IssueCode.W_EXTRACTED_FROM_URL:
            return QCoreApplication.translate("Codes", "The code was taken out of a link")
        case IssueCode.I_LAYOUT_FIXED:
            return QCoreApplication.translate("Codes", "Russian keyboard layout: put right")
        case IssueCode.I_AIM_PREFIX:
            return QCoreApplication.translate("Codes", "The scanner's own prefix was taken off")
        case IssueCode.I_NOT_GS1_SYMBOL:
            return QCoreApplication.translate("Codes", "The symbol is not marked as GS1")
        case IssueCode.I_LEADING_FNC1:
            return QCoreApplication.translate("Codes", "A leading separator was taken off")
        case IssueCode.I_GS_TOKEN:
            return QCoreApplication.translate(
                "Codes", "The scanner writes the separator as a word: put right"
            )
        case IssueCode.I_GS_RESTORED:
            return QCoreApplication.translate("Codes", "A lost separator was put back")
        case IssueCode.I_ALT_SEPARATOR:
            return QCoreApplication.translate(
                "Codes", "The scanner sends another separator: put right"
            )
        case IssueCode.I_DOUBLE_GS:
            return QCoreApplication.translate("Codes", "A doubled separator was taken off")
        case IssueCode.I_TRAILING_GS:
            return QCoreApplication.translate("Codes", "A trailing separator was taken off")
        case IssueCode.I_TWO_SCANS:
            return QCoreApplication.translate(
                "Codes", "Two codes came as one. Scan again, one at a time"
            )
        case IssueCode.I_HRI:
            return QCoreApplication.translate(
                "Codes", "Brackets around the field numbers were taken off"
            )
        case IssueCode.I_UNESCAPED:
            return QCoreApplication.translate("Codes", "Escaped signs were put right")
        case IssueCode.I_SPACES_REMOVED:
            return QCoreApplication.translate("Codes", "Spaces were taken out")
        case IssueCode.I_SEPARATORS_FIXED:
            return QCoreApplication.translate("Codes", "The slashes were put right")
        case IssueCode.I_CASE_FIXED:
            return QCoreApplication.translate("Codes", "Small letters were made capital")
        case IssueCode.I_UIN_PREFIX:
            return QCoreApplication.translate("Codes", "The word before the UIN was taken off")
        case IssueCode.I_CUSTOMS_PREFIX:
            return QCoreApplication.translate("Codes", "The word before the number was taken off")
        case _:
            assert_never(issue)

"""What the Market said of a code: one sentence and one action each.

Source of the meanings: ``CisSubstatusType`` and ``UinSubstatusType`` (getOrderIdentifiersStatus).
"""

from collections.abc import Callable, Mapping
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from packdesk.domain.checks import CodeCheck, CodeVerdict


def check_text(check: CodeCheck) -> str:
    """One sentence for a code's state; an unknown substatus in the Market's own word."""
    verdict = check.verdict
    match verdict:
        case CodeVerdict.PASSED:
            return QCoreApplication.translate("Checks", "Code passed")
        case CodeVerdict.WAITING:
            return QCoreApplication.translate("Checks", "Code is being checked. Nothing to do")
        case CodeVerdict.TRY_LATER:
            return QCoreApplication.translate(
                "Checks", "The check did not work. It will be tried again"
            )
        case CodeVerdict.REFUSED:
            return _refused(check.substatus)
        case _:
            assert_never(verdict)


def _refused(substatus: str | None) -> str:
    if substatus is None:
        return QCoreApplication.translate("Checks", "Code refused. Take another piece")
    known = REFUSED_SUBSTATUSES.get(substatus)
    if known is not None:
        return known()
    return QCoreApplication.translate(
        "Checks", "Code refused ({substatus}). Take another piece"
    ).format(substatus=substatus)


REFUSED_SUBSTATUSES: Mapping[str, Callable[[], str]] = {
    "WRONG_OWNER_INN": lambda: QCoreApplication.translate(
        "Checks", "Code refused: it belongs to another company. Call the manager"
    ),
    "CIS_VALIDATION_ERROR": lambda: QCoreApplication.translate(
        "Checks", "Code did not pass the check. Take another piece"
    ),
    "CIS_GTIN_NOT_FOUND": lambda: QCoreApplication.translate(
        "Checks", "Code refused: the good's number is missing in it. Scan it again"
    ),
    "CIS_SERIAL_NUMBER_NOT_FOUND": lambda: QCoreApplication.translate(
        "Checks", "Code refused: the serial number is missing in it. Scan it again"
    ),
    "INVALID_SYMBOLS_FOUND": lambda: QCoreApplication.translate(
        "Checks", "Code refused: wrong characters in it. Scan it again"
    ),
    "CRYPTO_TAIL_FORMAT_MISMATCH_CIS_TYPE": lambda: QCoreApplication.translate(
        "Checks", "Code refused: its end does not fit this good. Scan it again"
    ),
    "INVALID_CRYPTO_TAIL": lambda: QCoreApplication.translate(
        "Checks", "Code refused: its end is damaged. Scan it again"
    ),
    "INVALID_CRYPTO_KEY": lambda: QCoreApplication.translate(
        "Checks", "Code refused: its key is not valid. Scan it again"
    ),
    "VERIFICATION_FAILED_IN_EMITTER_COUNTRY": lambda: QCoreApplication.translate(
        "Checks", "Code refused in the country that issued it. Take another piece"
    ),
    "UNSUPPORTED_AI_FOUND": lambda: QCoreApplication.translate(
        "Checks", "Code refused: unknown fields in it. Scan it again"
    ),
    "CIS_NOT_FOUND_IN_GIS_MT": lambda: QCoreApplication.translate(
        "Checks", "Code refused: Honest Sign does not know it. Take another piece"
    ),
    "NOT_PLACED_ON_MARKET": lambda: QCoreApplication.translate(
        "Checks", "Code refused: not put into circulation. Take another piece"
    ),
    "NOT_PRINTED_ON_PACKAGE": lambda: QCoreApplication.translate(
        "Checks", "Code refused: not reported as applied. Take another piece"
    ),
    "EXPIRED_ITEM": lambda: QCoreApplication.translate(
        "Checks", "Code refused: the good has expired. Take another piece"
    ),
    "SALE_BLOCKED_BY_OGB": lambda: QCoreApplication.translate(
        "Checks", "Code refused: sale is banned. Put the good aside and call the manager"
    ),
    "ITEM_SOLD": lambda: QCoreApplication.translate(
        "Checks", "Code refused: already sold. Take another piece"
    ),
    "UIN_MERCHANT_MISMATCH": lambda: QCoreApplication.translate(
        "Checks", "UIN refused: the piece belongs to another shop. Take another piece"
    ),
    "UIN_MERCHANT_UNREGISTERED": lambda: QCoreApplication.translate(
        "Checks", "UIN refused: the shop is not in the state register. Call the manager"
    ),
    "UIN_NO_DATA": lambda: QCoreApplication.translate(
        "Checks", "UIN refused: unknown or blocked. Take another piece"
    ),
}

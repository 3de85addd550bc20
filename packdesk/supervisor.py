"""The supervisor's code of this workplace: made once by chance, and printed as a barcode.

It is no secret of the shop, only a thing that not every packer has at hand; it stands in a file of
its own, so that the window and the command that prints it cannot overwrite each other.
"""

import contextlib
import logging
import re
import secrets
from pathlib import Path
from typing import Final

FILE: Final = "supervisor.txt"
LENGTH: Final = 10
# Without signs that people or the keyboards of scanners mistake for others.
SIGNS: Final = "23456789ACDEFHJKLMNPRTUVWX"

log = logging.getLogger(__name__)

_SOUND = re.compile(f"[{SIGNS}]{{{LENGTH}}}")


def supervisor_code(folder: Path) -> str:
    """The code kept in a data folder, made on first use; empty where none can be kept.

    A file that was damaged makes another code: its barcode must then be printed anew.
    """
    place = folder / FILE
    try:
        kept = place.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        kept = ""
    except (OSError, UnicodeDecodeError) as error:
        log.warning("the supervisor's code cannot be read: %s", type(error).__name__)
        return ""
    return kept if _SOUND.fullmatch(kept) else _made(place)


def _made(place: Path) -> str:
    code = "".join(secrets.choice(SIGNS) for _ in range(LENGTH))
    draft = place.with_name(f"{FILE}.{secrets.token_hex(4)}.tmp")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(code, encoding="utf-8")
        draft.replace(place)
    except OSError as error:
        log.warning("the supervisor's code cannot be kept: %s", error.strerror)
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        return ""
    return code

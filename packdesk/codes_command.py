"""``packdesk codes``: judges marking codes for people who help packers.

A line is one code as a packer would paste it. With ``--jsonl`` a line is
``{"raw", "slot", "channel"}`` and its answer has the fields of a verdict.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QCoreApplication

from packdesk.domain.codes import Channel, Slot, Verdict, as_record, judge
from packdesk.ui.i18n import Language, Translations, system_language
from packdesk.ui.words.codes import issue_text

DONE, NEEDS_PERSON, WRONG_USAGE = 0, 1, 2


class LineInvalid(Exception):
    """A line of a JSON lines file does not ask for a verdict."""


def judge_lines(
    file: Path | None, *, jsonl: bool, language: str | None, out: TextIO | None = None
) -> int:
    """Judge every line of a file, or of standard input where there is none.

    Returns the exit code: 1 if any line is an error or asks for confirmation, 2 if the file
    cannot be read or a line of JSON is none.
    """
    out = out or sys.stdout
    try:
        lines = list(_lines(_bytes(file)))
    except OSError as error:
        print(f"{file}: {error.strerror or error}", file=sys.stderr)  # noqa: T201 - the answer
        return WRONG_USAGE
    if jsonl:
        return _judge_json(lines, out)
    app = QCoreApplication.instance() or QCoreApplication([])
    translations = Translations(app)
    translations.use(Language(language) if language else system_language())
    try:
        return _judge_plain(lines, out)
    finally:
        translations.remove()


def _bytes(file: Path | None) -> bytes:
    return sys.stdin.buffer.read() if file is None else file.read_bytes()


def _lines(data: bytes) -> Iterator[str]:
    """Lines that hold something. GS is no line end, so str.splitlines would cut codes."""
    text = data.decode("utf-8-sig", errors="surrogateescape")
    for line in text.split("\n"):
        if line.strip(" \t\r"):
            yield line.removesuffix("\r")


def _judge_plain(lines: Iterable[str], out: TextIO) -> int:
    worst = DONE
    for line in lines:
        verdict = judge(line, Slot.AUTO, Channel.PASTE)
        worst = worst if verdict.ok else NEEDS_PERSON
        print(_told(verdict), file=out)
    return worst


def _told(verdict: Verdict) -> str:
    """Kind, fields and every finding, the separator shown as a picture."""
    fields = [verdict.severity.name, verdict.kind.value]
    if verdict.gtin:
        fields.append(f"GTIN {verdict.gtin}")
    if verdict.serial:
        fields.append(f"№ {verdict.serial}")
    shown = (verdict.normalized or verdict.raw).replace("\x1d", "␝")
    notes = [f"    {issue.code.value}: {issue_text(issue.code)}" for issue in verdict.issues]
    text = "\n".join([f"{'  '.join(fields)}  {shown}", *notes])
    return text.encode("utf-8", errors="replace").decode("utf-8")


def _judge_json(lines: Iterable[str], out: TextIO) -> int:
    worst = DONE
    for number, line in enumerate(lines, start=1):
        try:
            verdict = _asked(line)
        except LineInvalid as error:
            print(f"line {number}: {error}", file=sys.stderr)  # noqa: T201 - the answer
            return WRONG_USAGE
        worst = worst if verdict.ok else NEEDS_PERSON
        print(json.dumps(as_record(verdict)), file=out)
    return worst


def _asked(line: str) -> Verdict:
    try:
        asked = json.loads(line)
    except ValueError as error:
        raise LineInvalid(str(error)) from error
    if not isinstance(asked, dict) or not isinstance(asked.get("raw"), str):
        raise LineInvalid('an object with "raw" is wanted')
    try:
        slot = Slot(asked.get("slot", "auto"))
        channel = Channel(asked.get("channel", "paste"))
    except ValueError as error:
        raise LineInvalid(str(error)) from error
    return judge(asked["raw"], slot, channel)

"""The command line: says what is wanted, then builds the program and runs it."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from packdesk import __version__

DONE, NEEDS_PERSON, WRONG_USAGE = 0, 1, 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="packdesk", description="The packing workplace for Yandex Market sellers."
    )
    parser.add_argument("--version", action="version", version=f"packdesk {__version__}")
    _common(parser)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    demo = commands.add_parser("demo", help="the workplace on a Market look-alike, no key needed")
    _common(demo, again=True)
    demo.add_argument("--tour", action="store_true", help="pack all by itself and tell the result")
    demo.add_argument("--orders", type=Path, metavar="FILE", help="orders file instead of the demo")
    demo.add_argument("--screenshots", type=Path, metavar="DIR", help="keep a picture per screen")
    demo.add_argument("--today", type=_day, metavar="YYYY-MM-DD", help="the day it is there")
    demo.add_argument("--log", type=Path, metavar="FILE.jsonl", help="the look-alike's requests")

    sandbox = commands.add_parser("sandbox", help="the Market look-alike alone")
    sandbox.add_argument("--port", type=int, default=8020)
    sandbox.add_argument("--orders", type=Path, metavar="FILE")
    sandbox.add_argument("--log", type=Path, metavar="FILE.jsonl")
    sandbox.add_argument("--trouble", metavar="NAME", help="what goes wrong")
    sandbox.add_argument("--today", type=_day, metavar="YYYY-MM-DD")

    sheet = commands.add_parser("sheet", help="command barcodes and the scanner test card")
    sheet.add_argument("--out", type=Path, metavar="FILE.pdf", required=True)
    sheet.add_argument("--lang", choices=("ru", "en"), default=None)
    sheet.add_argument(
        "--supervisor",
        action="store_true",
        help="instead, the barcode that confirms a removal or a cancellation at this workplace",
    )

    codes = commands.add_parser("codes", help="judge marking codes, one per line")
    codes.add_argument("file", nargs="?", type=Path, metavar="FILE")
    codes.add_argument("--jsonl", action="store_true", help="lines are JSON, so are the answers")
    codes.add_argument("--lang", choices=("ru", "en"), default=None)
    return parser


def _common(parser: argparse.ArgumentParser, *, again: bool = False) -> None:
    nothing = argparse.SUPPRESS if again else None
    parser.add_argument("--data-dir", type=Path, metavar="DIR", default=nothing)
    parser.add_argument("--api-url", metavar="URL", default=nothing)
    parser.add_argument("--lang", choices=("ru", "en"), default=nothing)
    parser.add_argument(
        "--scanner",
        metavar="wedge|serial:PORT",
        default=argparse.SUPPRESS if again else "wedge",
        help="how the scanner is joined",
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no day like 2026-11-20") from error


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit code is 0 done, 1 something needs a person, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console or a pipe may not know Cyrillic; a sentence must never be an error.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    wanted = _parser().parse_args(argv)
    match wanted.command:
        case "sandbox":
            from packdesk.sandbox.running import serve  # noqa: PLC0415 - no server without need

            return serve(
                port=wanted.port,
                orders=wanted.orders,
                log_path=wanted.log,
                trouble=wanted.trouble,
                today=wanted.today,
            )
        case "sheet":
            return _sheet(wanted)
        case "codes":
            from packdesk.codes_command import judge_lines  # noqa: PLC0415 - no Qt without need

            return judge_lines(wanted.file, jsonl=wanted.jsonl, language=wanted.lang)
        case _:
            return _window(wanted)


def _window(wanted: argparse.Namespace) -> int:
    from packdesk.ui import preflight  # noqa: PLC0415 - checked before anything of Qt loads

    is_demo = wanted.command == "demo"
    screen = preflight.Screen.REAL
    if not preflight.has_screen(os.environ, sys.platform):
        if not (is_demo and wanted.tour):
            print(preflight.no_screen(), file=sys.stderr)  # noqa: T201 - the command's answer
            return NEEDS_PERSON
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        screen = preflight.Screen.OFFSCREEN
    hindrance = preflight.check(screen)
    if hindrance is not None:
        print(hindrance, file=sys.stderr)  # noqa: T201 - the command's answer
        return NEEDS_PERSON
    from packdesk.bootstrap.running import (  # noqa: PLC0415 - Qt is known to work only now
        CommonOptions,
        WorkplaceOptions,
        run_workplace,
    )

    common = CommonOptions(wanted.data_dir, wanted.lang, wanted.scanner)
    if not is_demo:
        key = os.environ.get("PACKDESK_API_KEY", "")
        return run_workplace(WorkplaceOptions(common, key, wanted.api_url))
    from packdesk.bootstrap.demo import DemoOptions, run_demo  # noqa: PLC0415 - loads the server

    return run_demo(
        DemoOptions(
            common,
            orders=wanted.orders,
            today=wanted.today,
            log=wanted.log,
            tour=wanted.tour,
            screenshots=wanted.screenshots,
        )
    )


def _sheet(wanted: argparse.Namespace) -> int:
    """The command sheet and test card, or the supervisor's card; drawn without a screen."""
    from packdesk.ui import preflight  # noqa: PLC0415 - checked before anything of Qt loads

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    hindrance = preflight.check(preflight.Screen.OFFSCREEN)
    if hindrance is not None:
        print(hindrance, file=sys.stderr)  # noqa: T201 - the command's answer
        return NEEDS_PERSON
    from packdesk.bootstrap import sheet  # noqa: PLC0415 - only this command draws

    if wanted.supervisor:
        return sheet.print_supervisor_card(wanted.out, wanted.lang, wanted.data_dir)
    return sheet.print_sheet(wanted.out, wanted.lang)


if __name__ == "__main__":
    sys.exit(main())

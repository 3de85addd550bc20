"""``python -m tests.screenshots DIR``: pictures of every screen; fails where text is cut."""

import argparse
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_FONT_DPI", "96")

from PySide6.QtWidgets import QApplication

from packdesk.ui.i18n import Language
from tests.screenshots.readme import take_for_readme
from tests.screenshots.scenes import SCENES
from tests.screenshots.taking import FULL_HD, LAPTOP, keep_in, take

SCALE = "QT_SCALE_FACTOR"


@dataclass(frozen=True, slots=True)
class Part:
    """What one process takes: Qt scales all or nothing, and one process keeps one core busy."""

    language: Language
    is_large: bool

    def run(self, folder: Path, scenes: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
        """In a process of its own."""
        command = [sys.executable, "-m", "tests.screenshots", str(folder), "--here"]
        command += ["--language", self.language.value]
        command += ["--large"] if self.is_large else []
        for name in scenes:
            command += ["--scene", name]
        scale = {SCALE: "2"} if self.is_large else {}
        others = {name: value for name, value in os.environ.items() if name != SCALE}
        env = {**others, **scale}
        return subprocess.run(command, env=env, check=False, capture_output=True, text=True)

    def take_here(self, folder: Path, names: tuple[str, ...]) -> int:
        """In this process; the exit code."""
        _app = QApplication(sys.argv[:1])
        scenes = tuple(one for one in SCENES if not names or one.name in names)
        sizes = (FULL_HD,) if self.is_large else (LAPTOP, FULL_HD)
        found = [str(one) for one in take(scenes, sizes, keep_in(folder), (self.language,))]
        print("\n".join(found), end="\n" if found else "", flush=True)
        return 1 if found else 0


def main() -> int:
    """Two sizes, and 3840x2160 at 200 %, in each language, on as many cores as there are."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--readme", action="store_true", help="only the two of the README")
    parser.add_argument("--large", action="store_true", help="only 3840x2160 at 200 %%")
    parser.add_argument("--language", type=Language, help="only this one: ru or en")
    parser.add_argument("--scene", action="append", help="only this scene; may be repeated")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    names = tuple(asked.scene or ())
    unknown = set(names) - {one.name for one in SCENES}
    if unknown:
        parser.error(f"no such scene: {', '.join(sorted(unknown))}")
    if asked.readme:
        _app = QApplication(sys.argv[:1])
        return take_for_readme(asked.folder)
    if asked.here:
        return Part(asked.language, asked.large).take_here(asked.folder, names)
    languages = (asked.language,) if asked.language else tuple(Language)
    kinds = (True,) if asked.large else (True, False)
    parts = [Part(language, is_large) for is_large in kinds for language in languages]
    code = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for done in pool.map(lambda part: part.run(asked.folder, names), parts):
            print(done.stdout + done.stderr, end="", flush=True)
            code = max(code, abs(done.returncode))
    return code


if __name__ == "__main__":
    sys.exit(main())

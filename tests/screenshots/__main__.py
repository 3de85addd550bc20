"""``python -m tests.screenshots DIR``: pictures of every screen; fails where text is cut."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_FONT_DPI", "96")

from PySide6.QtWidgets import QApplication

from tests.screenshots.readme import take_for_readme
from tests.screenshots.scenes import SCENES
from tests.screenshots.taking import FULL_HD, LAPTOP, keep_in, take

LARGE = "--large"


def main() -> int:
    """Two sizes here, and 3840x2160 at 200 % in a process of its own: Qt scales all or nothing."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--readme", action="store_true", help="only the two of the README")
    parser.add_argument(LARGE, action="store_true", help="only 3840x2160 at 200 %%")
    parser.add_argument("--scene", action="append", help="only this scene; may be repeated")
    asked = parser.parse_args()
    _app = QApplication(sys.argv[:1])
    if asked.readme:
        return take_for_readme(asked.folder)
    scenes = tuple(one for one in SCENES if not asked.scene or one.name in asked.scene)
    sizes = (FULL_HD,) if asked.large else (LAPTOP, FULL_HD)
    found = [str(one) for one in take(scenes, sizes, keep_in(asked.folder))]
    print("\n".join(found), end="\n" if found else "", flush=True)
    code = 1 if found else 0
    if asked.large:
        return code
    command = [sys.executable, "-m", "tests.screenshots", str(asked.folder), LARGE]
    for name in asked.scene or ():
        command += ["--scene", name]
    large = subprocess.run(command, env={**os.environ, "QT_SCALE_FACTOR": "2"}, check=False)
    return max(code, large.returncode)


if __name__ == "__main__":
    sys.exit(main())

"""The wheel carries all that the program needs, and works where there is no checkout."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    env |= {"QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(cwd / "data")}
    return subprocess.run(
        command, cwd=cwd, env=env, capture_output=True, text=True, timeout=110, check=False
    )


@pytest.mark.timeout(300)
def test_the_installed_wheel_packs_the_demo_day(tmp_path: Path):
    uv = shutil.which("uv")
    if uv is None:
        pytest.skip("needs uv to build and install the wheel")
    built = run(uv, "build", "--wheel", "--out-dir", str(tmp_path), str(ROOT), cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    place = tmp_path / "venv"
    python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    assert run(uv, "venv", "--python", sys.executable, str(place), cwd=tmp_path).returncode == 0
    done = run(uv, "pip", "install", "--python", str(python), str(wheel), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    where = run(str(python), "-c", "import packdesk; print(packdesk.__file__)", cwd=tmp_path)
    assert str(place) in where.stdout
    tour = run(str(python), "-m", "packdesk", "demo", "--tour", "--lang", "en", cwd=tmp_path)
    assert tour.returncode == 0, tour.stdout[-2000:] + tour.stderr[-2000:]
    assert "confirmed by the Market" in tour.stdout

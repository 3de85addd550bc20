"""The key in a real keyring: gnome-keyring on a session bus of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from packdesk.station.setup import KeyringTrouble

ROOT = Path(__file__).parents[2]
NEEDED = ("dbus-run-session", "gnome-keyring-daemon")
KEY = "ACMA:abcdefghijklmnopqrstuvwx:0d0e0f10"
UNLOCK = "printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1"

KEEP = "print(chain.keep(sys.stdin.readline().strip()))"
READ = "kept = chain.read(); print(kept); print(getattr(kept, 'key', ''))"
FORGET = "print(chain.forget())"

pytestmark = pytest.mark.skipif(
    any(shutil.which(tool) is None for tool in NEEDED),
    reason=f"needs {' and '.join(NEEDED)} (apt: dbus-daemon gnome-keyring)",
)


def python(work: str) -> str:
    """A run of the program's keychain in a process of its own."""
    code = f"import sys; from packdesk.keychain import Keychain; chain = Keychain(); {work}"
    return f'{sys.executable} -W error -c "{code}"'


def on_a_bus(home: Path, script: str) -> list[str]:
    """What a shell script prints on a session bus with nothing of this user's on it."""
    kept = ("PATH", "LANG", "VIRTUAL_ENV")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    runtime = home / "run"
    runtime.mkdir(mode=0o700, exist_ok=True)
    environment |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", script],
        env=environment,
        cwd=home,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_key_is_kept_read_by_another_process_and_forgotten(tmp_path):
    told = on_a_bus(
        tmp_path,
        f"""set -e
        {UNLOCK}
        {python(READ)}
        echo {KEY} | {python(KEEP)}
        {python(READ)}
        {python(FORGET)}
        {python(READ)}
        """,
    )
    empty = ["NoKey(trouble=None)", ""]
    assert told == [
        *empty,
        "KeptInKeyring()",
        "KeptInKeyring()",
        KEY,
        "NoKey(trouble=None)",
        *empty,
    ]


def test_the_key_is_there_after_the_keyring_was_started_again(tmp_path):
    on_a_bus(tmp_path, f"{UNLOCK}; echo {KEY} | {python(KEEP)}")
    assert on_a_bus(tmp_path, f"{UNLOCK}; {python(READ)}") == ["KeptInKeyring()", KEY]


def test_no_file_of_the_user_holds_the_key_in_plain(tmp_path):
    on_a_bus(tmp_path, f"{UNLOCK}; echo {KEY} | {python(KEEP)}")
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if KEY.encode() in path.read_bytes()]


def test_a_keyring_whose_prompt_nobody_can_answer_leaves_the_key_for_the_run(tmp_path):
    told = on_a_bus(tmp_path, f"echo {KEY} | {python(KEEP)}")
    assert told == [f"KeptForSession(trouble={KeyringTrouble.DISMISSED!r})"]


def test_a_system_without_a_bus_has_no_keyring(tmp_path):
    without = f"env -u DBUS_SESSION_BUS_ADDRESS {python(KEEP)}"
    told = on_a_bus(tmp_path, f"echo {KEY} | {without}")
    assert told == [f"KeptForSession(trouble={KeyringTrouble.ABSENT!r})"]

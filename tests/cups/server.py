"""A print server of the test's own: cupsd in a folder, its queues write their jobs into files."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event

CUPSD = shutil.which("cupsd", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
PPD = Path(__file__).with_name("label_printer.ppd")

_IS_UP = "lpstat -r | grep -q 'is running' && exit 0"
_CONF = """\
LogLevel info
Listen {folder}/socket
Browsing No
WebInterface No
DefaultAuthType None
PreserveJobFiles No
<Location />
  Order allow,deny
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
  </Limit>
</Policy>
"""
_FILES = """\
FileDevice Yes
ServerRoot {folder}/root
DataDir /usr/share/cups
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/tmp
AccessLog {folder}/access
ErrorLog {folder}/error
PageLog {folder}/page
"""


@dataclass(frozen=True)
class PrintServer:
    """A running server; ``environ`` leads clients to it."""

    folder: Path

    @property
    def environ(self) -> dict[str, str]:
        return {
            **os.environ,
            "CUPS_SERVER": str(self.folder / "socket"),
            "HOME": str(self.folder),
        }

    def run(self, *command: str) -> str:
        """A command of the CUPS clients."""
        done = subprocess.run(
            command,
            env={**self.environ, "PATH": f"{os.environ.get('PATH', '')}:/usr/sbin"},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, (command, done.stderr, self.log())
        return done.stdout

    def add_queue(self, name: str, ppd: Path = PPD) -> None:
        """A queue that keeps its last job."""
        place = self.folder / f"{name}.pdf"
        place.touch()
        self.run("lpadmin", "-p", name, "-E", "-v", f"file://{place}", "-P", str(ppd))

    def printed(self, name: str) -> bytes:
        """The document of a queue's last job, when none is waiting any more."""
        for _ in range(200):
            if not self.run("lpstat", "-o", name).strip():
                return (self.folder / f"{name}.pdf").read_bytes()
            Event().wait(0.05)
        raise AssertionError(f"the job of {name} does not end: {self.log()}")

    def log(self) -> str:
        place = self.folder / "error"
        return place.read_text(errors="replace")[-2000:] if place.exists() else ""


@contextmanager
def print_server() -> Iterator[PrintServer]:
    """Runs until the end of the context. The folder's path is short: it holds a socket."""
    assert CUPSD is not None
    with tempfile.TemporaryDirectory(prefix="cups") as name:
        folder = Path(name)
        # cupsd runs its jobs as another user where it is root.
        folder.chmod(0o755)
        for part in ("root", "spool", "cache", "state", "tmp"):
            (folder / part).mkdir()
        (folder / "cupsd.conf").write_text(_CONF.format(folder=folder))
        (folder / "cups-files.conf").write_text(_FILES.format(folder=folder))
        conf, files = str(folder / "cupsd.conf"), str(folder / "cups-files.conf")
        running = subprocess.Popen(
            [CUPSD, "-f", "-c", conf, "-s", files],
            stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            server = PrintServer(folder)
            server.run(
                "sh", "-c", "for n in $(seq 100); do lpstat -r && exit 0; sleep 0.1; done; exit 1"
            )
            yield server
        finally:
            running.terminate()
            running.wait(30)

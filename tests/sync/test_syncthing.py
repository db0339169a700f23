"""Three computers whose folders Syncthing keeps the same, as it runs at a user's."""

from __future__ import annotations

import os
import re
import subprocess
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Final

import pytest

from tests.sync.computers import Computer, found, free_port, program, running, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

pytestmark = [pytest.mark.faults, found("syncthing", "syncthing")]

SETTINGS: Final = """
<configuration version="35">
  <folder id="rapport" path="{folder}" type="sendreceive" rescanIntervalS="1"
          fsWatcherEnabled="false">
    {shared}
    <minDiskFree unit="%">0</minDiskFree>
    <maxConflicts>10</maxConflicts>
  </folder>
  {peers}
  <gui enabled="false"></gui>
  <options>
    <listenAddress>tcp://127.0.0.1:{port}</listenAddress>
    <globalAnnounceEnabled>false</globalAnnounceEnabled>
    <localAnnounceEnabled>false</localAnnounceEnabled>
    <relaysEnabled>false</relaysEnabled>
    <natEnabled>false</natEnabled>
    <reconnectionIntervalS>1</reconnectionIntervalS>
    <startBrowser>false</startBrowser>
    <urAccepted>-1</urAccepted>
    <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
    <crashReportingEnabled>false</crashReportingEnabled>
  </options>
</configuration>
"""
CONFLICT: Final = ".sync-conflict-"


class Syncer:
    """A computer, and the Syncthing on it, which speaks to this machine alone.

    Attributes:
        computer: The computer.
        folder: The folder on it that is kept the same on all.
        id: What Syncthing calls the computer.
        port: Where it listens.
    """

    def __init__(self, path: Path) -> None:
        self.computer = Computer(path)
        self.folder = path / "rapport"
        (self.folder / ".stfolder").mkdir(parents=True)
        self._program = str(program("syncthing"))
        self._path = path / "syncthing"
        self.port = free_port()
        made = self._run("generate", "--no-default-folder", f"--home={self._path}")
        (self.id,) = set(re.findall(r"\b(?:[A-Z2-7]{7}-){7}[A-Z2-7]{7}\b", made))

    def _run(self, *words: str) -> str:
        command = [self._program, *words]
        done = subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own words
        return (done.stdout + done.stderr).decode()

    def know(self, syncers: Iterable[Syncer]) -> None:
        """Share the folder with others."""
        said = {
            "folder": self.folder,
            "port": self.port,
            "shared": "".join(f'<device id="{each.id}"></device>' for each in syncers),
            "peers": "".join(
                f'<device id="{each.id}"><address>tcp://127.0.0.1:{each.port}</address></device>'
                for each in syncers
            ),
        }
        (self._path / "config.xml").write_text(SETTINGS.format(**said), encoding="utf-8")

    @contextmanager
    def up(self) -> Iterator[None]:
        """Let Syncthing run meanwhile."""
        words = [self._program, "serve", f"--home={self._path}", "--no-browser", "--no-restart"]
        with running(words, self._path / "log", STNOUPGRADE="1"):
            yield

    def files(self) -> dict[str, bytes]:
        """Return what is in the folder."""
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in sorted(self.folder.rglob("*.seg"))
            if not path.name.startswith((".", "~"))
        }


@contextmanager
def all_up(syncers: Iterable[Syncer]) -> Iterator[None]:
    """Let all be up until their folders are the same."""
    with ExitStack() as stack:
        for syncer in syncers:
            stack.enter_context(syncer.up())
        yield
        wait_for(lambda: are_same(syncers), "that the folders are the same")


def are_same(syncers: Iterable[Syncer]) -> bool:
    try:
        first, *others = [syncer.files() for syncer in syncers]
    except FileNotFoundError:
        # One was renamed while it was read: they are not the same yet.
        return False
    return bool(first) and all(each == first for each in others)


@pytest.fixture
def syncers(tmp_path: Path) -> list[Syncer]:
    """Three computers, whose folders are shared, and whose Syncthing does not run yet."""
    made = [Syncer(tmp_path / name) for name in ("laptop", "desktop", "office")]
    for syncer in made:
        syncer.know(made)
    return made


def sync_all(syncers: Iterable[Syncer]) -> None:
    for syncer in syncers:
        done = syncer.computer("sync")
        assert done.code == 0, done.err


def test_three_computers_whose_folders_syncthing_carries(syncers: list[Syncer]) -> None:
    laptop, desktop, office = syncers
    laptop.computer("log", "thanks", "the fix")
    with all_up(syncers):
        key = laptop.computer("sync", "setup", f"dir:{laptop.folder}").out
    for syncer in (desktop, office):
        joined = syncer.computer("sync", "join", f"dir:{syncer.folder}", typed=key)
        assert joined.code == 0, joined.err
    # While none sees another, each logs and syncs.
    for number, syncer in enumerate(syncers):
        for _ in range(3):
            syncer.computer("log", "vision", f"map {number}")
            sync_all([syncer])
    with all_up(syncers):
        pass
    assert not any(CONFLICT in name for name in laptop.files())
    sync_all(syncers)
    expected = sorted(["the fix", *(f"map {number}" for number in (0, 1, 2) * 3)])
    assert [syncer.computer.whats() for syncer in syncers] == [expected] * 3

    # A file is whole on one computer, and newer but not whole on another: Syncthing keeps both.
    laptop.computer("log", "thanks", "the demo")
    sync_all([laptop])
    (name,) = laptop.files().keys() - desktop.files().keys()
    torn = desktop.folder / name
    torn.write_bytes(laptop.files()[name][:50])
    later = (laptop.folder / name).stat().st_mtime + 3600
    os.utime(torn, (later, later))
    with all_up(syncers):
        # By name alone: a file may be renamed while it would be read.
        wait_for(lambda: any(office.folder.rglob(f"[!.~]*{CONFLICT}*.seg")), "a conflict")
    sync_all([desktop, office, laptop])
    for syncer in syncers:
        assert syncer.computer.whats() == sorted([*expected, "the demo"])
        assert syncer.computer.status() == "synced now"

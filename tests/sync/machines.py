"""Machines that sync to one folder, for tests: each with a home of its own."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any
from uuid import UUID

from habits.store import Op, Store
from habits.store.home import Home
from habits.sync.folder import FolderTransport
from habits.sync.keys import Keys, new_keys
from habits.sync.pulling import Here
from habits.sync.syncing import begin, sync

if TYPE_CHECKING:
    from pathlib import Path

    from habits.sync.outcome import Outcome
    from habits.sync.transport import Transport

KEYS = new_keys()
NOW = 1_795_000_000_000


def own_id(number: int) -> UUID:
    """Return an id of version 7."""
    return UUID(int=(1_790_000_000_000 + number) << 80 | 7 << 76 | 2 << 62 | number)


class Machine:
    """A machine: a home that syncs.

    Attributes:
        home: Its home.
        transport: What carries its segments.
        keys: Its keys.
        now: What its clock says, in milliseconds since 1970.
    """

    def __init__(self, path: Path, device: str, transport: Transport, keys: Keys = KEYS) -> None:
        self.home = Home(path)
        self.device = device
        self.transport = transport
        self.keys = keys
        self.now = NOW

    @property
    def here(self) -> Here:
        """What syncs with what."""
        return Here(
            self.home,
            self.device,
            f"{self.device}'s",
            "1.0",
            self.transport,
            self.keys,
            lambda: self.now,
        )

    def begin(self, *, is_first: bool = False) -> Outcome:
        """Let the machine sync from now on."""
        return begin(self.here, self.transport.describe(), is_first=is_first)

    def sync(self) -> Outcome:
        """Sync once."""
        return sync(self.here)

    def store(self) -> Store:
        """Open the home."""
        return Store(self.home, self.device)

    def put(self, number: int, table: str = "entries", **fields: Any) -> None:  # noqa: ANN401
        """Set fields of a record."""
        self.store().commit(lambda: [Op(table, own_id(number), fields)])

    def delete(self, number: int) -> None:
        """Take a record away."""
        self.store().commit(lambda: [Op("entries", own_id(number), None)])

    def seen(self) -> dict[str, dict[str, Any]]:
        """Return all records, as whoever opens the home sees them."""
        state = self.store().replica.state
        return {
            f"{table} {key:x}": json.loads(raw)
            for table, records in state.live.items()
            for key, raw in records.items()
        }

    def lines(self) -> set[bytes]:
        """Return all lines of all logs."""
        logs = self.home.ops.glob("*.jsonl") if self.home.ops.is_dir() else ()
        return {line for log in logs for line in log.read_bytes().split(b"\n") if line}


def machines(path: Path, *devices: str) -> list[Machine]:
    """Return machines that sync to one folder, the first of which set it up."""
    remote = path / "remote"
    remote.mkdir(exist_ok=True)
    return begun([Machine(path / device, device, FolderTransport(remote)) for device in devices])


def begun(made: list[Machine]) -> list[Machine]:
    """Let machines sync, the first of which sets it up."""
    for number, machine in enumerate(made):
        if number == 0:
            machine.put(0, "people", name="Zed")
        machine.begin(is_first=number == 0)
    return made


def put_back(copy: Path, home: Home) -> None:
    """Put a copy of a folder in a home's place."""
    shutil.rmtree(home.path, ignore_errors=True)
    if copy.exists():
        shutil.copytree(copy, home.path)

"""The world of a story: some machines, what was acknowledged on them, and what is left of it.

What is expected is what one merge of all lines comes to that were acknowledged, and that did not go
with the only machine that held them.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis.stateful import RuleBasedStateMachine, initialize

from habits.errors import WrongKeyError
from habits.store.lines import DamagedLineError, Kind, decode
from habits.store.merge import State
from habits.sync.keys import Keys
from habits.sync.segments import DamagedSegmentError, open_segment
from habits.sync.state import read_state
from habits.sync.syncing import mend
from habits.sync.transport import is_notice, is_whole
from tests.sync.machines import KEYS, NOW, Machine, machines, own_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from habits.store.lines import Line
    from habits.sync.outcome import Outcome

DEVICES: Final = ("ada", "bob", "cyd")
ERASED: Final = 4
"""The record that erasings are about."""


class World(RuleBasedStateMachine):
    """Machines, what was acknowledged on them, and what becomes of it."""

    def __init__(self) -> None:
        super().__init__()
        self.path = Path(tempfile.mkdtemp())
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr("habits.sync.exchange.MOST_SEGMENTS", 4)
        self.acknowledged: set[bytes] = set()
        self.seen_segments: dict[str, bytes] = {}
        self.opened: dict[str, tuple[bytes, ...]] = {}
        self.present = KEYS
        self.is_erased = self.is_robbed = self.is_spoilt = False
        self.now = NOW

    @initialize()
    def begin(self) -> None:
        """Let the machines sync."""
        self.machines = self._begun()
        self.clocks = [0] * len(DEVICES)
        self.versions = [1] * len(DEVICES)
        self._acknowledge(self.machines[0])

    def _begun(self) -> list[Machine]:
        return machines(self.path, *DEVICES)

    def _acknowledge(self, machine: Machine) -> None:
        self._run_version(2)
        self.acknowledged |= {line for line in machine.lines() if line_of(line)}

    def _lose(self) -> None:
        """Expect no more what nobody holds."""
        self._run_version(2)
        held = self._at_remote().union(*(machine.lines() for machine in self.machines))
        left = writings(held)
        self.acknowledged = {line for line in self.acknowledged if writings([line]) <= left}

    def _segments(self) -> list[Path]:
        return sorted((self.path / "remote").rglob("*.seg"))

    def _at_remote(self) -> set[bytes]:
        self._run_version(2)
        return {line for file in self._segments() for line in self._lines_of(file)}

    def _lines_of(self, file: Path) -> tuple[bytes, ...]:
        """Return the lines of a segment, none where it cannot be read by anybody."""
        name = str(file.relative_to(self.path))
        if not is_whole(meant(file), file.read_bytes()):
            return ()
        if name not in self.opened:
            every = [each for machine in self.machines for each in machine.keys.secrets]
            keys = Keys((self.present.recovery, *every))
            try:
                groups = open_segment(file.read_bytes(), file.parent.name, keys).groups
            except (DamagedSegmentError, WrongKeyError):
                return ()
            self.opened[name] = tuple(line for group in groups for line in group.lines)
        return self.opened[name]

    def _as(self, number: int) -> Machine:
        """Return a machine, by whose clock and version of rapport all goes from now on."""
        self.now += 1000
        now = self.now + self.clocks[number]
        for module in ("drafts", "erasing"):
            self.patch.setattr(f"habits.store.{module}.wall_milliseconds", lambda: now)
        self._run_version(self.versions[number])
        return self.machines[number]

    def _run_version(self, version: int) -> None:
        for module in ("habits.store.lines", "habits.sync.segments"):
            self.patch.setattr(f"{module}.VERSION", version)

    def _require_carried(self, machine: Machine, outcome: Outcome) -> None:
        """See that the remote holds all that the machine does, and that it tells the truth."""
        assert self.is_robbed or not outcome.lost
        state = read_state(machine.home, machine.device)
        assert state is not None
        assert state.trouble == next((told.trouble or "" for told in outcome.told()), "")
        if not (self.is_erased or self.is_spoilt or outcome.told()):
            assert writings(machine.lines()) <= writings(self._at_remote())

    def _try(self, machine: Machine, act: Callable[[], Outcome]) -> Outcome | None:
        """Do what needs the present key; without it, nothing is done."""
        before = machine.lines(), self._segments()
        try:
            return act()
        except WrongKeyError:
            assert (machine.lines(), self._segments()) == before
            return None

    def _goes_on(self, machine: Machine) -> bool:
        """Let a machine that was wiped sync again; return whether it did sync before."""
        if read_state(machine.home, machine.device) is not None:
            return True
        machine.keys = self.present.followed_by(machine.keys)
        is_first = not any(True for _ in self._segments())
        self._try(machine, lambda: machine.begin(is_first=is_first))
        return False

    def _shelves(self, machine: Machine) -> set[Path]:
        return {file for file in self._segments() if file.parent.name != machine.device}

    def _remember(self) -> None:
        for file in self._segments():
            self.seen_segments[str(file.relative_to(self.path))] = file.read_bytes()

    def teardown(self) -> None:
        """Sync everything, and see that it is the same everywhere."""
        try:
            if hasattr(self, "machines"):
                self._come_together()
        finally:
            self.patch.undo()
            shutil.rmtree(self.path)

    def _come_together(self) -> None:
        self._lose()
        self._run_version(2)
        for turn in range(6):
            for machine in self.machines:
                machine.keys = self.present.followed_by(machine.keys)
                self._come_nearer(machine, turn)
        self._require_all()
        self._require_nothing_old()
        before = self._segments()
        for machine in self.machines:
            outcome = machine.sync()
            assert (outcome.received, outcome.sent) == (0, 0)
        assert self._segments() == before, set(self._segments()) ^ set(before)

    def _come_nearer(self, machine: Machine, turn: int) -> None:
        """Sync a machine, at first even though it may have to wait for the keys of others."""
        if turn == 0 and self.is_spoilt and self._goes_on(machine):
            self._try(machine, lambda: mend(machine.here))
        elif turn < 2 and self._goes_on(machine):
            self._try(machine, machine.sync)
        elif turn:
            machine.sync()

    def _require_all(self) -> None:
        """See that all machines hold what was acknowledged, and a new one as well."""
        expected = merged(self.acknowledged)
        fresh = Machine(self.path / "new", "new", self.machines[0].transport, self.present)
        fresh.begin()
        for machine in (*self.machines, fresh):
            assert machine.seen() == expected
            if not self.is_erased:
                assert writings(machine.lines()) >= writings(self.acknowledged)
        self.machines[0].sync()

    def _require_nothing_old(self) -> None:
        """See that what was erased is nowhere, and that the present key alone opens all."""
        for file in self._segments():
            if not is_notice(file.name) and is_whole(meant(file), file.read_bytes()):
                open_segment(file.read_bytes(), file.parent.name, self.present)
        every = self._at_remote().union(*(machine.lines() for machine in self.machines))
        if Kind.ERASE in kinds(self.acknowledged):
            assert kinds(every) == {Kind.ERASE}


def meant(file: Path) -> str:
    """Return the name of a segment, whatever a syncer has made of it."""
    return f"{file.name[:25]}.seg"


def line_of(written: bytes) -> Line | None:
    """Return what a line says, if it was not spoilt."""
    try:
        return decode(written)
    except DamagedLineError:
        return None


def writings(lines: Iterable[bytes]) -> set[str]:
    """Return what tells lines from others, also where an erasing beside them has changed them."""
    told = (line for written in lines if (line := line_of(written)))
    return {repr(line._replace(before=None, more=0)) for line in told}


def kinds(lines: Iterable[bytes]) -> set[Kind]:
    """Return what lines do to the record that erasings are about."""
    told = (line for written in lines if (line := line_of(written)))
    return {line.kind for line in told if line.key == own_id(ERASED).int}


def merged(lines: Iterable[bytes]) -> dict[str, Any]:
    """Return the records that lines come to, as `Machine.seen`."""
    state = State()
    for line in sorted(lines):
        state.apply(decode(line))
    return {
        f"{table} {key:x}": json.loads(raw)
        for table, kept in state.live.items()
        for key, raw in kept.items()
    }

"""Whatever befalls the machines of a user, they come to hold the same, and nothing is lost."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from habits.store import Op, upkeep
from habits.store.lines import decode
from habits.store.merge import State
from habits.sync.segments import open_segment
from habits.sync.state import read_state
from habits.sync.syncing import forget
from tests.sync.faults import Fault, befallen
from tests.sync.machines import KEYS, NOW, Machine, machines, own_id, put_back

if TYPE_CHECKING:
    from collections.abc import Iterable

DEVICES: Final = ("ada", "bob", "cyd")
YEAR: Final = 365 * 24 * 3_600_000

some: Final = st.sampled_from(range(len(DEVICES)))
records: Final = st.integers(1, 4)
words: Final = st.sampled_from(["demo", "thanks", "naïve", "\ud800", ""])
deaths: Final = st.builds(Fault, st.integers(0, 6), st.booleans())
silences: Final = st.builds(Fault, st.just(0), st.booleans(), st.just(value=True))
faults: Final = st.none() | deaths | silences


class Story(RuleBasedStateMachine):
    """Machines, what was acknowledged on them, and what becomes of it.

    What is expected is what one merge of all lines comes to that were acknowledged, and that did
    not go with the only machine that held them.
    """

    def __init__(self) -> None:
        super().__init__()
        self.path = Path(tempfile.mkdtemp())
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr("habits.sync.exchange.MOST_SEGMENTS", 4)
        self.acknowledged: set[bytes] = set()
        self.seen_segments: dict[str, bytes] = {}
        self.is_erased = False
        self.now = NOW

    @initialize()
    def begin(self) -> None:
        """Let the machines sync."""
        self.machines = machines(self.path, *DEVICES)
        self.clocks = [0] * len(DEVICES)
        self._acknowledge(self.machines[0])

    def _acknowledge(self, machine: Machine) -> None:
        self.acknowledged |= machine.lines()

    def _lose(self) -> None:
        """Expect no more what nobody holds."""
        held = self._at_remote().union(*(machine.lines() for machine in self.machines))
        writings = set(map(_writing, held))
        self.acknowledged = {line for line in self.acknowledged if _writing(line) in writings}

    def _segments(self) -> Iterable[Path]:
        return sorted((self.path / "remote").rglob("*.seg"))

    def _at_remote(self) -> set[bytes]:
        return {
            line
            for file in self._segments()
            for group in open_segment(file.read_bytes(), file.parent.name, KEYS).groups
            for line in group.lines
        }

    def _set_clock(self, number: int) -> Machine:
        self.now += 1000
        now = self.now + self.clocks[number]
        for module in ("drafts", "erasing"):
            self.patch.setattr(f"habits.store.{module}.wall_milliseconds", lambda: now)
        return self.machines[number]

    @rule(number=some, record=records, field=st.sampled_from(["what", "why"]), word=words)
    def put(self, number: int, record: int, field: str, word: str) -> None:
        """Set a field of a record."""
        machine = self._set_clock(number)
        machine.put(record, **{field: word})
        self._acknowledge(machine)

    @rule(number=some, record=records, other=records, word=words)
    def put_two(self, number: int, record: int, other: int, word: str) -> None:
        """Set fields of two records in one act."""
        machine = self._set_clock(number)
        ops = [Op("entries", own_id(each), {"tags": [word, each]}) for each in (record, other)]
        machine.store().commit(lambda: ops)
        self._acknowledge(machine)

    @rule(number=some, record=records)
    def delete(self, number: int, record: int) -> None:
        """Take a record away."""
        machine = self._set_clock(number)
        machine.delete(record)
        self._acknowledge(machine)

    @rule(number=some)
    def undo(self, number: int) -> None:
        """Take the newest act back."""
        machine = self._set_clock(number)
        machine.store().undo(lambda commit: commit)
        self._acknowledge(machine)

    @rule(number=some, record=st.just(4))
    def erase(self, number: int, record: int) -> None:
        """Take a record away for good."""
        machine = self._set_clock(number)
        upkeep.erase(machine.store(), "entries", own_id(record))
        self._acknowledge(machine)
        self.is_erased = True

    @rule(number=some)
    def checkpoint(self, number: int) -> None:
        """Write the TinyDB file."""
        self.machines[number].store().checkpoint()

    @rule(number=some, fault=faults)
    def sync(self, number: int, fault: Fault | None) -> None:
        """Sync a machine, in which something may go wrong."""
        machine = self._set_clock(number)
        if not self._goes_on(machine):
            return
        others = self._shelves(machine)
        with befallen(fault):
            machine.sync()
        assert self._shelves(machine) == others
        for file in self._segments():
            self.seen_segments[str(file.relative_to(self.path))] = file.read_bytes()

    def _goes_on(self, machine: Machine) -> bool:
        """Let a machine that was wiped sync again; return whether it did sync before."""
        if read_state(machine.home, machine.device) is not None:
            return True
        machine.begin(is_first=not any(True for _ in self._segments()))
        return False

    def _shelves(self, machine: Machine) -> set[Path]:
        return {file for file in self._segments() if file.parent.name != machine.device}

    @rule(number=some, skew=st.integers(-YEAR, YEAR))
    def skew(self, number: int, skew: int) -> None:
        """Let the clock of a machine be wrong."""
        self.clocks[number] = skew

    @rule(number=some)
    def back_up(self, number: int) -> None:
        """Copy a home."""
        copy, home = self.path / f"copy-{number}", self.machines[number].home
        if home.path.exists():
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(home.path, copy)

    @rule(number=some)
    def restore(self, number: int) -> None:
        """Put a copy of a home in its place, as it was."""
        copy = self.path / f"copy-{number}"
        if copy.exists():
            put_back(copy, self.machines[number].home)
            self._lose()
            self._acknowledge(self.machines[number])

    @rule(number=some)
    def wipe(self, number: int) -> None:
        """Lose a home."""
        put_back(self.path / "nothing", self.machines[number].home)
        self._lose()

    @rule(number=some, other=some)
    def clone(self, number: int, other: int) -> None:
        """Copy the home of one machine to another one."""
        if number != other and self.machines[number].home.path.exists():
            put_back(self.machines[number].home.path, self.machines[other].home)
            self._lose()

    @rule(names=st.randoms(use_true_random=False))
    def redeliver(self, names: Any) -> None:  # noqa: ANN401 - a source of chance
        """Bring segments back that were taken away from the remote."""
        if self.is_erased:
            return
        for name, content in sorted(self.seen_segments.items()):
            if names.random() < 0.3:
                (self.path / name).parent.mkdir(exist_ok=True)
                (self.path / name).write_bytes(content)
        self.acknowledged |= self._at_remote()

    @rule(number=some, other=some)
    def forget(self, number: int, other: int) -> None:
        """Take the segments of a machine away, which may sync again later."""
        machine = self._set_clock(number)
        devices = {file.parent.name for file in self._segments()}
        if number != other and DEVICES[other] in devices and self._goes_on(machine):
            forget(machine.here, DEVICES[other])

    @rule(chance=st.randoms(use_true_random=False))
    def lose_some_of_the_remote(self, chance: Any) -> None:  # noqa: ANN401 - as above
        """Take segments away from the remote that no machine took away."""
        for file in self._segments():
            if chance.random() < 0.3:
                file.unlink()
        self._lose()

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
        for _ in range(4):
            for number in range(len(DEVICES)):
                self.sync(number, None)
        expected = _merged(self.acknowledged)
        fresh = Machine(self.path / "new", "new", self.machines[0].transport)
        self._goes_on(fresh)
        for machine in (*self.machines, fresh):
            assert machine.seen() == expected
            if not self.is_erased:
                assert machine.lines() >= self.acknowledged
        self.machines[0].sync()
        before = set(self._segments())
        for machine in self.machines:
            outcome = machine.sync()
            assert (outcome.received, outcome.sent) == (0, 0)
        assert set(self._segments()) == before


def _writing(written: bytes) -> str:
    """Return what tells a line from others, also where an erasing beside it has changed it."""
    return repr(decode(written)._replace(before=None, more=0))


def _merged(lines: Iterable[bytes]) -> dict[str, Any]:
    """Return the records that lines come to, as `Machine.seen`."""
    state = State()
    for line in sorted(lines):
        state.apply(decode(line))
    return {
        f"{table} {key:x}": json.loads(raw)
        for table, kept in state.live.items()
        for key, raw in kept.items()
    }


TestStory = Story.TestCase
TestStory.settings = settings(
    max_examples=40,
    stateful_step_count=40,
    deadline=None,
    # To look for a shorter story takes minutes.
    phases=[phase for phase in Phase if phase is not Phase.shrink],
    suppress_health_check=list(HealthCheck),
)

"""A story of some machines, told by chance: acts, syncings, and all that befalls them."""

from __future__ import annotations

import shutil
from contextlib import suppress
from random import Random
from typing import Final

from hypothesis import strategies as st
from hypothesis.stateful import rule

from habits.errors import RefusedError
from habits.store import Op, upkeep
from habits.sync.keys import new_keys
from habits.sync.syncing import forget
from tests.sync import hands
from tests.sync.faults import Fault, befallen
from tests.sync.machines import own_id, put_back
from tests.sync.world import DEVICES, ERASED, World

YEAR: Final = 365 * 24 * 3_600_000

some: Final = st.sampled_from(range(len(DEVICES)))
records: Final = st.integers(1, 4)
words: Final = st.sampled_from(["demo", "thanks", "naïve", "\ud800", ""])
chances: Final = st.builds(Random, st.integers(0, 1 << 32))
deaths: Final = st.builds(Fault, st.integers(0, 12), st.booleans())
silences: Final = st.builds(Fault, st.integers(0, 6), st.booleans(), st.just(value=True))
faults: Final = st.none() | deaths | silences


class Story(World):
    """What may happen to the machines."""

    @rule(number=some, record=records, field=st.sampled_from(["what", "why"]), word=words)
    def put(self, number: int, record: int, field: str, word: str) -> None:
        """Set a field of a record; it is seen at once."""
        machine = self._as(number)
        machine.put(record, **{field: word})
        if record != ERASED:
            assert machine.seen()[f"entries {own_id(record).int:x}"].get(field, "") == word
        self._acknowledge(machine)

    @rule(number=some, record=records, other=records, word=words)
    def put_two(self, number: int, record: int, other: int, word: str) -> None:
        """Set fields of two records in one act."""
        machine = self._as(number)
        ops = [Op("entries", own_id(each), {"tags": [word, each]}) for each in (record, other)]
        machine.store().commit(lambda: ops)
        self._acknowledge(machine)

    @rule(number=some, record=records)
    def delete(self, number: int, record: int) -> None:
        """Take a record away."""
        machine = self._as(number)
        machine.delete(record)
        self._acknowledge(machine)

    @rule(number=some)
    def undo(self, number: int) -> None:
        """Take the newest act back."""
        machine = self._as(number)
        machine.store().undo(lambda commit: commit)
        self._acknowledge(machine)

    @rule(number=some)
    def erase(self, number: int) -> None:
        """Take a record away for good."""
        machine = self._as(number)
        upkeep.erase(machine.store(), "entries", own_id(ERASED))
        self._acknowledge(machine)
        self.is_erased = True

    @rule(number=some)
    def checkpoint(self, number: int) -> None:
        """Write the TinyDB file."""
        self._as(number).store().checkpoint()

    @rule(number=some, record=records, word=words)
    def edit_by_hand(self, number: int, record: int, word: str) -> None:
        """Change a record in the TinyDB file, with no rapport running."""
        machine = self._as(number)
        machine.store().checkpoint()
        hands.edit(machine.home, own_id(record), word)
        machine.store()
        self._acknowledge(machine)

    @rule(number=some, chance=chances)
    def spoil(self, number: int, chance: Random) -> None:
        """Change a line of a log by hand, which is none any more then, and let doctor see it."""
        machine = self._as(number)
        if hands.spoil(machine.home, chance):
            self.is_spoilt = True
            upkeep.check(machine.store())
            self._lose()
            self._acknowledge(machine)

    @rule(number=some, chance=chances)
    def copy_a_log(self, number: int, chance: Random) -> None:
        """Leave a copy of a log beside it, as a syncer does that carries the home itself."""
        hands.copy_a_log(self.machines[number].home, chance)

    @rule(number=some, fault=faults, half=st.none() | chances)
    def sync(self, number: int, fault: Fault | None, half: Random | None) -> None:
        """Sync a machine, in which something may go wrong."""
        machine = self._as(number)
        if not self._goes_on(machine):
            return
        others = self._shelves(machine)
        with hands.half_arrived(half, others), befallen(fault):
            outcome = self._try(machine, machine.sync)
            if outcome and not (fault or half):
                self._require_carried(machine, outcome)
        assert self._shelves(machine) == others
        self._remember()

    @rule(number=some, fault=faults)
    def rekey(self, number: int, fault: Fault | None) -> None:
        """Seal with a new key from now on."""
        machine = self._as(number)
        if self._goes_on(machine) and self._try(machine, machine.sync):
            self.present = new_keys()
            machine.keys = self.present.followed_by(machine.keys)
            with befallen(fault):
                self._try(machine, machine.sync)

    @rule(number=some)
    def join_again(self, number: int) -> None:
        """Give a machine the present key."""
        machine = self.machines[number]
        machine.keys = self.present.followed_by(machine.keys)

    @rule(number=some)
    def upgrade(self, number: int) -> None:
        """Let a machine run a newer rapport, whose lines the others only know after their own."""
        self.versions[number] = 2

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
            self.versions[other] = max(self.versions[number], self.versions[other])
            self._lose()

    @rule(chance=chances)
    def redeliver(self, chance: Random) -> None:
        """Bring segments back that were taken away from the remote."""
        for name, content in sorted(self.seen_segments.items()):
            if chance.random() < 0.3:
                (self.path / name).parent.mkdir(exist_ok=True)
                (self.path / name).write_bytes(content)
        self.acknowledged |= self._at_remote()

    @rule(chance=chances)
    def conflict(self, chance: Random) -> None:
        """Leave segments under other names at the remote, with half of them under their own."""
        for file in self._segments():
            if chance.random() < 0.2 and "conflict" not in file.name:
                hands.name_as_conflict(file)

    @rule(number=some, other=some, fault=faults)
    def forget(self, number: int, other: int, fault: Fault | None) -> None:
        """Take the segments of a machine away, which may sync again later."""
        machine = self._as(number)
        devices = {file.parent.name for file in self._segments()}
        if number == other or DEVICES[other] not in devices or not self._goes_on(machine):
            return
        with befallen(fault), suppress(RefusedError):
            self._try(machine, lambda: forget(machine.here, DEVICES[other]))

    @rule(chance=chances)
    def lose_some_of_the_remote(self, chance: Random) -> None:
        """Take segments away from the remote that no machine took away."""
        for file in self._segments():
            if chance.random() < 0.3:
                file.unlink()
                self.is_robbed = True
                # Half of it may have to do then.
                self.is_spoilt |= "conflict" in file.name
        self._lose()

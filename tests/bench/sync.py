"""How long syncing takes over git on this machine, and what it leaves there.

`python -m tests.bench.sync`: two machines of 30,000 entries and a bare repository. One entry sent,
the same taken in, and a syncing that finds nothing, each in turn with git alone doing the like on
a repository of its own; what git takes within a syncing is told apart from what is ours. Then what
a repository holds after ten years of daily syncings, packed as it is and never packed.
"""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from contextlib import contextmanager
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

import pytest

from habits.store.carrying import Group, pieces
from habits.store.collecting import collecting_nothing
from habits.store.home import Home
from habits.store.lines import decode, encode
from habits.sync.exchange import MOST_SEGMENTS
from habits.sync.git_program import Git
from habits.sync.sealing import MOST_BYTES
from habits.sync.segments import Header, Segment, seal
from habits.sync.transport import name_of
from tests.bench.standings import seconds, tell
from tests.bench.years import make_years
from tests.sync.machines import KEYS, Machine
from tests.sync.repositories import bare, git, transport

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from habits.sync.git_program import Said

ENTRIES: Final = 30_000
ROUNDS: Final = 25
DAYS: Final = 3650
MOST_OURS: Final = (100.0, 20.0)
"""What our part of a syncing of one entry must not take more than, and should take, in ms."""

WITHOUT_GIT: Final = 3.0
"""How much longer a syncing may take than git alone, which does less."""


class Watch:
    """Tells how much of some time was git's."""

    def __init__(self) -> None:
        self.spent = 0.0

    def timed(self, act: Callable[[], object]) -> tuple[float, float]:
        """Do something; return how long it took, and how much of that was ours."""
        before = self.spent
        took = seconds(act)
        return took, took - (self.spent - before)


@contextmanager
def watched() -> Iterator[Watch]:
    """Let what git takes be counted meanwhile."""
    watch, run = Watch(), Git._run  # noqa: SLF001 - all of git is run there

    def counted(self: Git, *given: Any) -> tuple[int, Said]:  # noqa: ANN401 - passed on
        begin = perf_counter()
        try:
            return run(self, *given)
        finally:
            watch.spent += perf_counter() - begin

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Git, "_run", counted)
        yield watch


def machine(folder: Path, device: str, remote: Path) -> Machine:
    """Return a machine, as a command finds it: nothing is held from the time before."""
    return Machine(folder / device, device, transport(remote, folder / device / "sync" / "git"))


def beginnings(folder: Path, watch: Watch) -> None:
    """Tell how long the first upload takes, and a new machine that takes all of it in."""
    remote = bare(folder / "remote")
    make_years(Home(folder / "bench"), ENTRIES)
    begins = {
        "first upload": lambda: machine(folder, "bench", remote).begin(is_first=True),
        "new machine": lambda: machine(folder, "other", remote).begin(),
    }
    for what, begin in begins.items():
        took, ours = watch.timed(begin)
        sys.stdout.write(
            f"{what}, {ENTRIES} entries: {took:.2f} s, of that git {took - ours:.2f}\n"
        )
    machine(folder, "other", remote).store().checkpoint()


class ByHand:
    """Git alone, doing what a syncing needs of it."""

    def __init__(self, folder: Path) -> None:
        self._remote = bare(folder / "floor")
        self._here, self._there = bare(folder / "floor-here"), bare(folder / "floor-there")
        self.send(b"first")

    def send(self, content: bytes) -> None:
        """Look, commit and push."""
        self._fetch(self._here)
        tip = git(self._here, "for-each-ref", "--format=from %(objectname)%0a", "refs/r/x")
        stream = b"commit refs/r/x\ncommitter x <x> 0 +0000\ndata 0\n%s\n" % tip.encode()
        stream += b"M 100644 inline a/%d\ndata %d\n%s\n" % (id(content), len(content), content)
        git(self._here, "fast-import", "--quiet", "--force", given=stream)
        git(self._here, "push", "--quiet", str(self._remote), "refs/r/x:refs/heads/x")

    def take(self) -> None:
        """Look, and read what is new."""
        self._fetch(self._there)
        listed = git(self._there, "ls-tree", "-r", "--object-only", "refs/r/x")
        git(self._there, "cat-file", "--batch", given=listed.splitlines()[-1].encode())

    def look(self) -> None:
        """Look, where nothing is new."""
        self._fetch(self._there)

    def _fetch(self, folder: Path) -> None:
        git(folder, "fetch", "--quiet", str(self._remote), "+refs/heads/*:refs/r/*")


def one_entry(folder: Path, watch: Watch) -> None:
    """Tell how long one entry takes to be sent and taken in, and to find nothing."""
    remote, floor = folder / "remote", ByHand(folder)
    took: defaultdict[str, list[tuple[float, float, float]]] = defaultdict(list)
    for number in range(ROUNDS):
        machine(folder, "bench", remote).put(number + 1, what=f"the fix number {number}")
        sealed = KEYS.seal(b"the fix number %d" % number)
        turns: dict[str, tuple[str, Callable[[], None]]] = {
            "one entry, sent": ("bench", partial(floor.send, sealed)),
            "one entry, taken in": ("other", floor.take),
            "nothing changed": ("other", floor.look),
        }
        for what, (device, by_hand) in turns.items():
            syncing = machine(folder, device, remote)
            took[what].append((*watch.timed(syncing.sync), seconds(by_hand)))
    for what, figures in took.items():
        whole, ours, by_hand = (median(column) for column in zip(*figures, strict=True))
        said = f"{whole * 1000:.0f} ms beside {by_hand * 1000:.0f} ms"
        sys.stdout.write(f"{what}: {said}\n")
        tell(f"  our part without git, {ENTRIES} entries, ms", ours * 1000, *MOST_OURS)
        tell("  syncing / git by hand", whole / by_hand, WITHOUT_GIT, 1.5)


def days_of(home: Home) -> list[list[Group]]:
    """Return what was logged at a home, each act alone, in as many parts as there were days."""
    every = [line for piece in pieces(home, {}) for group in piece.groups for line in group.lines]
    acts = [encode(decode(line)._replace(more=0)) for line in every if line]
    ends = [len(acts) * day // DAYS for day in range(DAYS + 1)]
    return [
        [Group("bench", act, frozenset()) for act in acts[begin:end]]
        for begin, end in pairwise(ends)
    ]


def packed(days: Iterable[list[Group]]) -> Iterator[list[Group]]:
    """Yield the groups of some days in parts as large as those that a packing makes."""
    part: list[Group] = []
    size = 0
    for group in (group for day in days for group in day):
        part.append(group)
        size += len(group.written)
        if size >= MOST_BYTES:
            yield part
            part, size = [], 0
    yield part


def branch_of(days: list[list[Group]], most: int) -> Iterator[bytes]:
    """Yield the branch of a machine that syncs each day, as `git fast-import` takes it.

    Args:
        days: What it logged on each.
        most: How many segments it leaves there before it packs them.
    """
    number = held = 0
    for day, groups in enumerate(days, 1):
        parts = [groups]
        if held > most:
            yield b"reset refs/heads/rapport/bench\n"
            parts, held = list(packed(days[:day])), 0
        yield b"commit refs/heads/rapport/bench\ncommitter x <x> 0 +0000\ndata 0\n"
        for part in parts:
            number, held = number + 1, held + 1
            sealed = seal(Segment(Header("bench", "bench", number, "1.0", 0), tuple(part)), KEYS)
            path = f"{number // 256:06}/{name_of(number, sealed)}"
            yield b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(sealed), sealed)


def ten_years(folder: Path) -> None:
    """Tell what a repository holds after ten years of daily syncings."""
    days = days_of(Home(folder / "bench"))
    for what, most in {"packed": MOST_SEGMENTS, "never packed": DAYS}.items():
        remote = bare(folder / what)
        git(remote, "fast-import", "--quiet", given=b"".join(branch_of(days, most)))
        git(remote, "gc", "--quiet", "--prune=now")
        held = sum(path.stat().st_size for path in remote.rglob("*") if path.is_file())
        reader = transport(remote, folder / f"{what} cache")
        begin = perf_counter()
        for device, names in reader.names().items():
            assert len(list(reader.fetch(device, names))) == len(names)
        took = perf_counter() - begin
        idle = median(seconds(reader.names) for _ in range(ROUNDS))
        sys.stdout.write(f"ten years of daily syncings, {what}: {held >> 10} KiB at the remote, ")
        sys.stdout.write(f"fetched by a new machine in {took:.2f} s, looked at in {idle:.3f} s\n")


def main() -> None:
    """Print the figures."""
    # As the commands do: without the collector.
    with tempfile.TemporaryDirectory() as name, watched() as watch, collecting_nothing():
        folder = Path(name)
        beginnings(folder, watch)
        one_entry(folder, watch)
        ten_years(folder)


if __name__ == "__main__":
    main()

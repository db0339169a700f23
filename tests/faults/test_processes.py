"""Processes that are killed, and processes that write at once, lose nothing that they told."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from habits.store import Store
from habits.store.home import Home
from tests.faults.story import DEVICE, Told, require_kept, seen

ROOT = Path(__file__).parents[2]
KILLS = 300
WRITERS, EACH = 4, 500


def writer(path: Path, first: int, most: int, checkpoint_every: int) -> subprocess.Popen[str]:
    """Start a process that writes."""
    words = [str(path), str(first), str(most), str(checkpoint_every)]
    return subprocess.Popen(  # noqa: S603 - our own words
        [sys.executable, "-S", "-c", SITE, *words], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


SITE = (
    f"import sys; sys.path[:0] = {sys.path!r}; from tests.faults import worker; "
    "worker.main(worker.Path(sys.argv[1]), *map(int, sys.argv[2:5]))"
)
"""Starts a worker on the paths of this process, without looking for them anew."""


def test_three_hundred_kills_at_random_moments_lose_nothing(tmp_path: Path) -> None:
    chance = random.Random(9)  # noqa: S311 - moments to try
    told, path, number = Told(), tmp_path / "home", 0
    for _ in range(KILLS):
        with writer(path, number, 0, chance.choice([1, 3, 1000])) as process:
            time.sleep(chance.uniform(0.08, 0.2))
            process.kill()
            assert process.stdout is not None
            lines = process.stdout.read().splitlines()
        told.kept.update(map(int, lines))
        number += len(lines) + 1
        told.open = {number - 1}
        shown = seen(Store(Home(path), DEVICE))
        assert told.kept <= shown, f"lost: {sorted(told.kept - shown)}"
        told.kept |= shown & told.open
    assert len(told.kept) > KILLS
    require_kept(path, told)


def test_four_writers_of_five_hundred_acts_each_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "home"
    processes = [
        writer(path, 1000 * number, EACH, checkpoint_every=100) for number in range(1, WRITERS + 1)
    ]
    told = [process.communicate()[0].splitlines() for process in processes]
    assert [process.returncode for process in processes] == [0] * WRITERS
    assert [len(lines) for lines in told] == [EACH] * WRITERS

    kept = {int(number) for lines in told for number in lines}
    assert len(kept) == WRITERS * EACH
    require_kept(path, Told(kept=kept))

"""A process that writes to a home until it is killed; run as `python -m`.

It says each number as soon as the act is durable.
"""

from __future__ import annotations

import sys
from itertools import count, islice
from pathlib import Path

from habits.store import Store
from habits.store.home import Home
from tests.faults.story import DEVICE, Told, act


def main(path: Path, first: int, most: int, checkpoint_every: int) -> None:
    """Store so many acts, and make the TinyDB file anew every now and then."""
    store = Store(Home(path), DEVICE)
    numbers = islice(count(first), most or None)
    for done, number in enumerate(numbers, start=1):
        told = Told()
        act(store, told, number)
        if number in told.kept:
            print(number, flush=True)  # noqa: T201 - it is what the test waits for
        if done % checkpoint_every == 0:
            store.checkpoint()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:5]))

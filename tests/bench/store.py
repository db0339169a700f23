"""How long the store takes, as ratios: `python -m tests.bench.store`.

One durable log beside an append and fdatasync of the same bytes, timed in turn; its growth with
what the home holds, in time, system calls and bytes; and opening a home and reading all of it
beside the standard library's sqlite3 reading the same rows.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import tempfile
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from habits.store import Op, Store
from habits.store.collecting import collecting_nothing
from habits.store.home import Home
from habits.store.ids import new_id
from tests.bench.standings import seconds, tell

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES: Final = (100, 30_000, 100_000)
ROUNDS: Final = 200
OPENINGS: Final = 9
START: Final = datetime(2016, 11, 22, 9, tzinfo=UTC)


def entry(number: int) -> dict[str, Any]:
    """Return the fields of an entry as the app writes them."""
    at = START + timedelta(hours=number)
    return {
        "practice": "thanks",
        "date": at.date().isoformat(),
        "logged_at": at.isoformat(),
        "zone": "Europe/Berlin",
        "what": f"the on-call fix number {number} that nobody had asked for",
        "why": "it saved the launch and two nights of the people who wait for it",
        "people": [str(UUID(int=number % 40))],
        "tags": ["team"],
    }


def op(number: int) -> Op:
    """Return the operation that stores an entry."""
    return Op("entries", new_id(START + timedelta(hours=number)), entry(number))


def home_of(folder: Path, size: int) -> Home:
    """Make a home of so many entries, with a snapshot."""
    home = Home(folder / f"home-{size}")
    store = Store(home, "bench")
    store.commit(lambda: [op(number) for number in range(size)])
    store.checkpoint()
    return home


def log_beside_floor(home: Home, folder: Path) -> tuple[float, float, int]:
    """Return how long a durable log takes, and an append and fdatasync of as many bytes."""
    store, floor_file = Store(home, "bench"), folder / "floor"
    descriptor = os.open(floor_file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    logs, floors, sizes = [], [], []
    for number in range(ROUNDS):
        before = _logged(home)
        proposed = op(10**6 + number)
        logs.append(seconds(lambda proposed=proposed: store.commit(lambda: [proposed])))  # type: ignore[misc]
        content = b"x" * (_logged(home) - before)
        sizes.append(len(content))
        floors.append(seconds(lambda content=content: _append(descriptor, content)))  # type: ignore[misc]
    os.close(descriptor)
    return median(logs), median(floors), round(median(sizes))


def calls_of_a_log(home: Home) -> Counter[str]:
    """Return the calls of `os` that one log makes."""
    store = Store(home, "bench")
    counted: Counter[str] = Counter()
    names = ("open", "write", "fsync", "fdatasync", "stat", "fstat", "pread", "listdir", "scandir")
    real = {name: getattr(os, name) for name in names}
    try:
        for name, call in real.items():
            setattr(os, name, _counting(counted, name, call))
        store.commit(lambda: [op(2 * 10**6)])
    finally:
        for name, call in real.items():
            setattr(os, name, call)
    return counted


def openings(home: Home, folder: Path) -> tuple[float, float, float]:
    """Return how long opening a home takes, reading all of it too, and sqlite3 the same rows."""
    database = folder / "rows.sqlite"
    database.unlink(missing_ok=True)
    with sqlite3.connect(database) as db:
        db.execute("create table entries (id text primary key, practice, date, logged_at, zone,"
                   " what, why, people, tags)")  # fmt: skip
        rows = [
            (str(key), *(json.dumps(v) if isinstance(v, list) else v for v in document.values()))
            for key, document in Store(home, "bench").table("entries").items()
        ]
        db.executemany("insert into entries values (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    db.close()
    opened, ours, theirs = [], [], []
    # As the app and its commands start: without the collector, for both sides.
    with collecting_nothing():
        for _ in range(OPENINGS):
            opened.append(seconds(lambda: Store(home, "bench")))
            ours.append(seconds(lambda: list(Store(home, "bench").table("entries").items())))
            theirs.append(seconds(lambda: _read_rows(database)))
    return median(opened), median(ours), median(theirs)


def _read_rows(path: Path) -> list[Any]:
    db = sqlite3.connect(path)
    rows = db.execute("select * from entries").fetchall()
    db.close()
    return rows


def _append(descriptor: int, content: bytes) -> None:
    os.write(descriptor, content)
    os.fdatasync(descriptor)


def _logged(home: Home) -> int:
    return sum(path.stat().st_size for path in home.ops.iterdir())


def _counting(counted: Counter[str], name: str, call: Callable[..., Any]) -> Callable[..., Any]:
    def counting(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - passed on
        counted[name] += 1
        return call(*args, **kwargs)

    return counting


def main() -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        took = {}
        for size in SIZES:
            begin = perf_counter()
            home = home_of(folder, size)
            made = perf_counter() - begin
            log, floor, length = log_beside_floor(home, folder)
            took[size] = log
            calls = calls_of_a_log(home)
            sys.stdout.write(f"{size:7} entries: made in {made:.1f} s, a log of {length} bytes, ")
            sys.stdout.write(f"{sum(calls.values())} calls: {dict(calls)}\n")
            tell(f"durable log / append + fdatasync, {size} entries", log / floor, 2.0, 1.5)
            if size == 30_000:
                for unsaved in ("200 acts after the snapshot", "nothing after the snapshot"):
                    opened, ours, theirs = openings(home, folder)
                    tell(f"open / sqlite3 reading all, {unsaved}", opened / theirs, 2.5, 1.0)
                    tell(f"open and read all / the same, {unsaved}", ours / theirs, 2.5, 1.0)
                    Store(home, "bench").checkpoint()
        tell("growth of a durable log, 100 to 100000", took[SIZES[-1]] / took[SIZES[0]], 1.3, 1.0)


if __name__ == "__main__":
    main()

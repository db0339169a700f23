"""How long one-shot commands take, beside `python -c pass`: `python -m tests.bench.commands`.

Each is run as a process of its own, in turn with the others and fsync included, in homes of 100 and
of 30,000 entries. A command is timed by the median of its runs; what it reads of the home is told
by `strace`, where that is installed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from compileall import compile_dir
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Final

from habits.store.home import Home
from tests.bench.standings import tell
from tests.bench.years import make_years

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZES: Final = (100, 30_000)
ROUNDS: Final = 25
PASS: Final[tuple[str, ...]] = (sys.executable, "-c", "pass")
PROGRAM: Final = str(Path(sys.executable).with_name("rapport"))
COMMANDS: Final[dict[str, tuple[tuple[str, ...], float, float]]] = {
    "log": ((PROGRAM, "log", "thanks", "@person7 the fix because it held"), 6.0, 4.5),
    "prompt": ((PROGRAM, "prompt"), 6.0, 4.5),
    "due": ((PROGRAM, "due"), 8.0, 4.0),
    "today": ((PROGRAM, "today"), 8.0, 4.0),
}
"""Each command with what it must not take more than, and what is aimed at."""

GROWTH: Final = 1.2


def timed(words: Sequence[str], home: Home) -> float:
    """Run a command and return how long it took."""
    begin = perf_counter()
    subprocess.run(words, check=True, capture_output=True, env=_environment(home))  # noqa: S603 - ours
    return perf_counter() - begin


def bytes_read(words: Sequence[str], home: Home) -> int | None:
    """Return how many bytes of a home a command reads; None where that cannot be told."""
    strace = shutil.which("strace")
    if strace is None:
        return None
    traced = [strace, "-f", "-y", "-e", "trace=read,pread64", *words]
    done = subprocess.run(traced, check=False, capture_output=True, env=_environment(home))  # noqa: S603 - as above
    inside = re.escape(str(home.path)).encode()
    return sum(map(int, re.findall(rb"read\S*\(\d+<" + inside + rb".* = (\d+)\n", done.stderr)))


def _environment(home: Home) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "RAPPORT_NOW"}
    return {**kept, "RAPPORT_HOME": str(home.path)}


def main() -> None:
    """Print the ratios."""
    for package in ("habits", "tui"):
        compile_dir(Path(__file__).parents[2] / package, quiet=2)
    with tempfile.TemporaryDirectory() as name:
        homes = {size: Home(Path(name) / str(size)) for size in SIZES}
        for size, home in homes.items():
            make_years(home, size)
        runs = {("pass", SIZES[-1]): PASS}
        runs |= {(verb, size): words for size in SIZES for verb, (words, *_) in COMMANDS.items()}
        took: dict[tuple[str, int], list[float]] = {run: [] for run in runs}
        for _ in range(ROUNDS):
            for (verb, size), words in runs.items():
                took[verb, size].append(timed(words, homes[size]))
        floor = median(took["pass", SIZES[-1]])
        sys.stdout.write(f"python -c pass: {floor * 1000:.1f} ms\n")
        for verb, (words, must, aim) in COMMANDS.items():
            small, large = (median(took[verb, size]) for size in SIZES)
            tell(f"{verb} / pass, {SIZES[-1]} entries", large / floor, must, aim)
            tell(f"growth of {verb}, {SIZES[0]} to {SIZES[-1]}", large / small, GROWTH, 1.0)
            read = [bytes_read(words, homes[size]) for size in SIZES]
            sys.stdout.write(f"  reads of the home: {read[0]} and {read[1]} bytes\n")


if __name__ == "__main__":
    main()

"""Plants bugs in the engine, one at a time, and sees the tests go red: `python -m tests.mutants`.

Each bug is planted in a copy of the code. One that the tests let through, or whose place is not
found any more, is named, and the program ends with 1.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT: Final = Path(__file__).parents[1]
TESTS: Final = ("tests/cadence", "tests/streaks", "tests/test_day.py")


class Mutant(NamedTuple):
    """A bug: where it is planted, what it replaces and by what."""

    what: str
    file: str
    right: str
    wrong: str


MUTANTS: Final = (
    Mutant("half rule: more than half", "streaks/verdicts.py",
           "active >= length", "active > length"),
    Mutant("warning a day short", "streaks/verdicts.py", "length // 7 + 1", "length // 7"),
    Mutant("week start ignored", "cadence/blocks.py", "- 1 - self.week_start) // 7", "- 1) // 7"),
    Mutant("blocks from the calendar's start", "cadence/blocks.py",
           "(self._unit_number(day) - self._origin)", "self._unit_number(day)"),
    Mutant("surplus needed", "streaks/blocks.py", "kept=count >= self.quota.count",
           "kept=count > self.quota.count"),
    Mutant("today already over", "streaks/blocks.py", "over=block.last < self.blocks.days.today",
           "over=block.last <= self.blocks.days.today"),
    Mutant("limit passed a slip early", "streaks/blocks.py", "if len(slips) > self.limit.count",
           "if len(slips) >= self.limit.count"),
    Mutant("chain breaks a day early", "streaks/intervals.py", "gap <= self._n", "gap < self._n"),
    Mutant("lapse misses one too many", "streaks/intervals.py",
           "self._paused.active_after(self.previous, until) - 1)",
           "self._paused.active_after(self.previous, until))"),
    Mutant("paused rule days judged", "streaks/rules.py", "required=not paused", "required=True"),
    Mutant("miss does not break", "streaks/fold.py",
           "        self.current = 0\n        self.missed", "        self.missed"),
    Mutant("score without partial credit", "streaks/fold.py", "+ period.share *", "+ 1.0 *"),
    Mutant("overdue over a change of cadence", "streaks/fold.py", "        self.latest = None",
           "        pass"),
    Mutant("recent rate a day long", "streaks/fold.py", "timedelta(days=RATE_DAYS - 1)",
           "timedelta(days=RATE_DAYS)"),
    Mutant("logs after today counted", "streaks/history.py", "known = bisect_right(logs, today)",
           "known = len(logs)"),
    Mutant("running week adds to a practice", "streaks/practice.py", "if number < running",
           "if number <= running"),
    Mutant("who left is still required", "streaks/each_person.py",
           "member.left is None else", "True else"),
    Mutant("rollover by elapsed time", "day.py",
           "wall.date() - timedelta(days=1) if wall.hour < rollover_hour else wall.date()",
           "(instant - timedelta(hours=rollover_hour)).astimezone(wall.tzinfo).date()"),
)  # fmt: skip


def is_caught(mutant: Mutant, folder: Path, tests: Sequence[str]) -> bool:
    """Return whether tests go red over a bug in a copy of the code."""
    path = folder / "habits" / mutant.file
    code = path.read_text(encoding="utf-8")
    if mutant.right not in code:
        sys.stdout.write(f"not found   {mutant.what}\n")
        return False
    path.write_text(code.replace(mutant.right, mutant.wrong), encoding="utf-8")
    # In one process: the workers of several would look for the product where it is installed.
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-n0", "-p", "no:cacheprovider", *tests]
    # Derandomised, so that what is caught today is caught tomorrow.
    own = {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1", "CI": "1"}
    environment = {**os.environ, **own}
    done = subprocess.run(  # noqa: S603 - our own words
        command, cwd=folder, env=environment, capture_output=True, check=False
    )
    path.write_text(code, encoding="utf-8")
    sys.stdout.write(f"{'caught' if done.returncode == 1 else 'MISSED':11} {mutant.what}\n")
    sys.stdout.flush()
    return done.returncode == 1


def all_are_caught(mutants: Sequence[Mutant], tests: Sequence[str]) -> bool:
    """Plant every bug in a copy of the code, and return whether tests go red over each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("habits", "tui", "tests"):
            shutil.copytree(ROOT / part, folder / part)
        shutil.copy(ROOT / "pyproject.toml", folder)
        caught = [is_caught(mutant, folder, tests) for mutant in mutants]
    return all(caught)


def main() -> int:
    """Plant every bug and return 1 if one got through."""
    return 0 if all_are_caught(MUTANTS, TESTS) else 1


if __name__ == "__main__":
    sys.exit(main())

"""Plants a bug in a copy of the code, and sees whether tests go red over it."""

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

ROOT: Final = Path(__file__).parents[2]


class Mutant(NamedTuple):
    """A bug: where it is planted, what it replaces and by what."""

    what: str
    file: str
    right: str
    wrong: str


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

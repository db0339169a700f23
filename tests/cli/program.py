"""The program: run within the test, or as a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

PROGRAM: Final = Path(sys.executable).with_name("rapport")
NOW: Final = "2026-11-22T09:30"


@dataclass(frozen=True)
class Done:
    """What a command did.

    Attributes:
        code: Its exit code.
        out: What it wrote to standard output.
        err: What it wrote to standard error.
    """

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The data it printed, after it succeeded without a word."""
        assert (self.code, self.err) == (0, "")
        return self.out.splitlines()

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever the JSON holds
        """The JSON it printed, after it succeeded without a word."""
        assert (self.code, self.err) == (0, "")
        return json.loads(self.out)

    @property
    def refusal(self) -> str:
        """The one line it wrote to standard error, with nothing beside it."""
        assert self.out == ""
        assert self.err.endswith("\n")
        assert self.err.startswith("rapport: ")
        (line,) = self.err.splitlines()
        return line.removeprefix("rapport: ")


class Run(Protocol):
    """Runs a command within the test."""

    def __call__(self, *words: str) -> Done:
        """Run the command with these words."""


def run_program(
    home: Path,
    *words: str | bytes,
    prefix: Sequence[str] = (),
    program: Sequence[str] = (str(PROGRAM),),
    **environment: str,
) -> Done:
    """Run the program in a process of its own, on a home and on a known day."""
    done = subprocess.run(  # noqa: S603 - our own words
        [*prefix, *program, *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        env={**os.environ, "RAPPORT_HOME": str(home), "RAPPORT_NOW": NOW, **environment},
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def as_one_whom_modes_bind(folder: Path) -> list[str]:
    """Return the words before a command that let the modes of files count, for root too."""
    drop = "-dac_override,-dac_read_search"
    prefix = ["setpriv", f"--bounding-set={drop}", f"--inh-caps={drop}"] if not os.geteuid() else []
    probe = [*prefix, "touch", str(folder / "probe")]
    folder.chmod(0o500)
    refused = (not prefix or shutil.which("setpriv")) and subprocess.run(  # noqa: S603 - as above
        probe, capture_output=True, check=False
    ).returncode
    folder.chmod(0o700)
    if not refused:
        pytest.skip("whoever runs this writes into every folder, and setpriv cannot change that")
    return prefix

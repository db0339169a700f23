"""Two machines of a user that sync over one folder, for tests of the commands."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.cli.program import Done, Run


class Pair:
    """Two machines of a user, a and b, and the folder between them."""

    def __init__(self, run: Run, path: Path, patch: pytest.MonkeyPatch) -> None:
        self._run, self.path, self._patch = run, path, patch
        self.remote = path / "remote"
        self.remote.mkdir()
        self.place = f"dir:{self.remote}"

    def __call__(self, machine: str, *words: str, typed: str = "") -> Done:
        """Run a command on a machine."""
        self._patch.setenv("XDG_CONFIG_HOME", str(self.path / machine / "config"))
        self._patch.setattr(sys, "stdin", io.StringIO(typed))
        return self._run(*words, "--home", str(self.path / machine / "home"))

    def set_up(self) -> str:
        """Let both sync, and return the recovery key."""
        key = self("a", "sync", "setup", self.place).out
        assert self("b", "sync", "join", self.place, typed=key).code == 0
        assert self("a", "sync").code == 0
        return key

    def whats(self, machine: str) -> list[str]:
        """Return what the entries of a machine say, sorted."""
        return sorted(each["what"] for each in self(machine, "entries", "--json").json)

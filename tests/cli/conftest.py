"""What the tests of the commands stand on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.pair import Pair
from tests.cli.program import NOW, Done, Run
from tui.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path

    from habits.store.home import Home


@pytest.fixture
def rapport(home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The program on a new home, on Sunday morning."""
    monkeypatch.setenv("RAPPORT_HOME", str(home.path))
    monkeypatch.setenv("RAPPORT_NOW", NOW)

    def run(*words: str) -> Done:
        monkeypatch.setattr(sys, "argv", ["rapport", *words])
        capsys.readouterr()
        try:
            code = main()
        except SystemExit as end:
            code = int(end.code or 0)
        return Done(code, *capsys.readouterr())

    return run


@pytest.fixture
def pair(rapport: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pair:
    """Two machines that do not sync yet."""
    return Pair(rapport, tmp_path, monkeypatch)

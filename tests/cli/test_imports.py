"""A one-shot command pays for nothing but itself."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from habits.cli.invocation import VERBS, Invocation
from tests.cli.program import run_program

if TYPE_CHECKING:
    from habits.store.home import Home

LOOK = """
import sys
from tui.__main__ import main
try:
    main()
finally:
    loaded = {name.partition(".")[0] for name in sys.modules} | sys.modules.keys()
    print("\\nloaded:", *sorted(loaded), file=sys.stderr)
"""
APP = {"textual", "rich", "tui.app", "tui.start", "tui.session"}


def loaded_by(home: Home, *words: str) -> set[str]:
    """Return the modules and packages that a command has loaded when it ends."""
    done = run_program(home.path, *words, program=[sys.executable, "-c", LOOK])
    return set(done.err.rpartition("loaded: ")[2].split())


@pytest.mark.parametrize(
    "words",
    [
        ["log", "thanks", "@maya the fix"],
        ["log", "thanks", "--json"],
        ["today"],
        ["today", "--json"],
        ["entries"],
        ["entries", "--json"],
        ["edit", "last", "x"],
        ["delete", "last"],
        ["undo"],
        ["habits"],
        ["habit", "add", "growth", "x", "--every", "weekly"],
        ["habit", "edit", "share", "--every", "weekly"],
        ["habit", "archive", "share"],
        ["habit", "restore", "share"],
        ["habit", "skip", "share"],
        ["practice"],
        ["practice", "edit", "thanks", "--name", "Gratitude"],
        ["practice", "archive", "thanks"],
        ["practice", "start", "thanks"],
        ["people"],
        ["people", "--json"],
        ["person", "add", "maya"],
        ["person", "edit", "maya", "--aim", "x"],
        ["person", "show", "maya", "--json"],
        ["pause", "today"],
        ["resume"],
        ["cadence", "first Monday of the month"],
        ["config"],
        ["config", "rollover", "4", "--json"],
        ["completion", "bash"],
        ["toady"],
        ["log", "cooking"],
        ["--help"],
        ["--version"],
    ],
    ids=" ".join,
)
def test_a_one_shot_command_loads_nothing_of_the_app(home: Home, words: list[str]) -> None:
    loaded = loaded_by(home, *words)

    assert "habits.cli.main" in loaded
    assert loaded.isdisjoint(APP)


def test_a_log_reads_no_catalogue_and_no_edits_of_practices(home: Home) -> None:
    unneeded = {"habits.catalogue", "habits.practice_edits", "habits.service.practices"}
    assert loaded_by(home, "log", "thanks") & unneeded == set()


@pytest.mark.parametrize(
    "words",
    [["log", "thanks"], ["today"], ["entries"], ["undo"], ["practice"], ["cadence", "x"]],
    ids=" ".join,
)
def test_a_one_shot_command_loads_no_other_command(home: Home, words: list[str]) -> None:
    done = run_program(home.path, *words, program=[sys.executable, "-c", LOOK])
    verbs = {Invocation(verb, (), None, None).module for verb in VERBS}
    loaded = set(done.err.rpartition("loaded: ")[2].split())
    assert loaded & verbs == {f"habits.cli.{words[0]}"}

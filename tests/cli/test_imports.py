"""A one-shot command pays for nothing but itself."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from habits.cli.syntax import module_of
from habits.cli.verbs import VERBS
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


EACH = [
    ["log", "thanks", "@maya the fix"],
    ["log", "thanks", "--json"],
    ["today"],
    ["today", "--json"],
    ["entries"],
    ["entries", "--json"],
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
    ["toady"],
    ["log", "cooking"],
    ["--help"],
    ["--version"],
    ["due"],
    ["due", "--json"],
    ["prompt"],
    ["redo"],
    ["history"],
    ["person", "leave", "maya"],
    ["person", "back", "maya"],
    ["person", "merge", "maya", "tom"],
    ["person", "evidence", "maya"],
    ["person", "export", "maya", "--to", "-"],
    ["person", "anonymise", "maya", "--yes"],
    ["person", "erase", "maya", "--yes"],
    ["follow"],
    ["follow", "add", "ask Dev"],
    ["follow", "done", "ask"],
    ["follow", "move", "ask", "fri"],
    ["follow", "edit", "ask", "Dev"],
    ["northstar"],
    ["backup"],
    ["restore", "nothing.json"],
    ["checkpoint"],
    ["doctor"],
    ["export"],
    ["export", "ics"],
    ["export", "html"],
    ["export", "csv"],
    ["export", "json"],
    ["export", "markdown"],
    ["import", "csv", "gone.csv"],
    ["edit", "last", "x"],
    ["delete", "last"],
    ["completion", "bash"],
    ["serve", "--port", "x"],
    ["review"],
    ["review", "week"],
    ["review", "quarter"],
    ["review", "year"],
    ["review", "aim"],
    ["review", "close"],
    ["review", "decide"],
    ["export", "svg"],
    ["sync"],
    ["sync", "setup", "x"],
    ["sync", "join"],
    ["sync", "status"],
    ["sync", "devices"],
    ["sync", "forget", "x"],
    ["sync", "rekey"],
    ["sync", "off"],
    ["sync", "doctor"],
]

EACH_VERB = [
    pytest.param(
        words,
        id=" ".join(words),
        marks=pytest.mark.faults if words[0] in {before[0] for before in EACH[:number]} else (),
    )
    for number, words in enumerate(EACH)
]
"""The same; but the first of those that begin alike stands for the others, which are slow."""

HEAVY = {"dataclasses", "difflib", "hashlib", "inspect", "platformdirs", "secrets", "shutil"}
READERS = {"argparse", "click", "gettext", "habits.cli.commands"}
QUICK = [["log", "thanks", "the fix"], ["today"], ["due"], ["prompt"]]


def test_each_command_is_looked_at() -> None:
    named = {" ".join(words[:size]) for words in EACH for size in (1, 2)}
    assert VERBS.keys() - {"demo"} <= named


@pytest.mark.parametrize("words", EACH_VERB)
def test_a_one_shot_command_loads_nothing_of_the_app(home: Home, words: list[str]) -> None:
    loaded = loaded_by(home, *words)

    assert "habits.cli.main" in loaded
    assert loaded.isdisjoint(APP | {"tinydb"})
    assert loaded.isdisjoint({"argparse", "argcomplete"}) or words[0] == "completion"


@pytest.mark.parametrize("words", QUICK, ids=" ".join)
def test_a_quick_command_loads_nothing_heavy_and_nothing_that_changes_a_home(
    home: Home, words: list[str]
) -> None:
    loaded_by(home, "today")
    loaded = loaded_by(home, *words)

    assert loaded.isdisjoint(HEAVY | READERS)
    assert loaded.isdisjoint({"habits.defaults", "habits.store.mending", "habits.store.relog"})
    assert loaded.isdisjoint({"habits.cadence.refusals", "habits.cadence.rule_phrases"})


def test_a_log_reads_no_catalogue_and_no_edits_of_practices(home: Home) -> None:
    unneeded = {"habits.catalogue", "habits.practice_edits", "habits.service.practices"}
    assert loaded_by(home, "log", "thanks") & unneeded == set()


def test_a_log_that_makes_nobody_known_reads_no_words_for_people(home: Home) -> None:
    assert "habits.person_words" not in loaded_by(home, "log", "thanks", "the fix")
    assert "habits.person_words" in loaded_by(home, "person", "add", "maya")


@pytest.mark.parametrize(
    "words",
    [["log", "thanks"], ["today"], ["entries"], ["undo"], ["practice"], ["cadence", "x"]],
    ids=" ".join,
)
def test_a_one_shot_command_loads_no_other_command(home: Home, words: list[str]) -> None:
    done = run_program(home.path, *words, program=[sys.executable, "-c", LOOK])
    verbs = {module_of(verb) for verb in VERBS}
    loaded = set(done.err.rpartition("loaded: ")[2].split())
    assert loaded & verbs == {f"habits.cli.{words[0]}"}

"""The README names every field of the JSON that commands print, and no other."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING, Any, Final

import pytest

from habits import service
from habits.cli.syntax import syntax_of
from habits.cli.verbs import VERBS
from habits.config import find_config
from habits.demo import made_up_year
from tests.cli.conftest import rapport
from tests.rules.test_readme import README

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from habits.clock import FixedClock
    from habits.store.home import Home
    from tests.cli.program import Run

__all__ = ["rapport"]

COMMANDS: Final = (
    "today --json",
    "due --json",
    "entries --json",
    "log vision told --json",
    "log respect '/ally x' --follow-up --json",
    "edit last --why so --json",
    "follow --json",
    "follow add xyz --person maya --json",
    "follow edit xyz 'xyz (fri)' --json",
    "follow move xyz 'in 4d' --json",
    "follow done xyz --json",
    "history --json",
    "doctor --json",
    "pause 2026-12-24 2026-12-26 --json",
    "resume --planned 2026-12-24 --json",
    "northstar --json",
    "northstar --history --json",
    "habits --json",
    "habit add trust map --every weekly --json",
    "habit add growth --from-catalogue --json",
    "habit edit blockers --name sweep --json",
    "habit skip customer --json",
    "habit archive career --json",
    "habit restore career --json",
    "practice --json",
    "people --json",
    "pause --json",
    "person show maya --json",
    "person export maya --format json --to -",
    "person evidence maya --format json",
    "review week --format json",
    "review quarter --format json",
    "review year --format json",
    "review close --format json",
    "review decide --json",
    "review decide sweep keep --json",
    "review aim x --json",
    "cadence weekly --json",
    "config --json",
    "practice edit credit --name Named --json",
    "practice archive respect --json",
    "practice start respect --json",
    "person add 'Kim Park' --json",
    "person edit kim --aim 'lead a team' --json",
    "person leave kim --json",
    "person back kim --json",
    "person add Zed --json",
    "person merge zed kim --json",
    "undo --json",
    "redo --json",
    "delete last --json",
    "restore copy.json --json",
    "sync status --json",
    "sync devices --json",
    "import harsh harsh --as growth --json",
)
"""The commands that print JSON, as they are typed in a home of a year."""

HARSH: Final = {
    "habits": "Read a book: 1\nStretch: 3/7\n",
    "log": "2026-11-19 : Stretch : s\n2026-11-20 : Stretch : y\n2026-11-21 : Stretch : n : ill\n",
}
"""The files of another program that one of them takes in."""

NAMED_OTHERWISE: Final = {"last_contacts", "practices", "keys", "parts"}
"""The fields under which slugs, ids and words of a user stand as names of fields."""

SECTION: Final = README.split("\n### JSON\n", 1)[1].split("\n## ", 1)[0]


def fields_of(value: Any, within: str = "") -> Iterator[tuple[str, str]]:  # noqa: ANN401 - any JSON
    """Yield the names of all fields in some JSON, each with that of the field that it is within."""
    if isinstance(value, list):
        for each in value:
            yield from fields_of(each)
    if isinstance(value, dict):
        for name, each in value.items():
            yield within, name
            yield from fields_of(each, name)


def prints_json(verb: str) -> bool:
    """Return whether a command has an option for JSON."""
    options = syntax_of(verb).options
    return any(option.flag == "--json" or "json" in option.choices for option in options)


@pytest.fixture
def printed(
    rapport: Run,
    home: Home,
    clock: FixedClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> dict[str, set[tuple[str, str]]]:
    """The names of the fields that each command prints, by the command."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "harsh").mkdir()
    for name, text in HARSH.items():
        (tmp_path / "harsh" / name).write_text(text, encoding="utf-8")
    workspace = service.open_workspace(home, clock)
    service.fill(workspace, made_up_year(clock.now()))
    rapport("person", "edit", "dev", "--manager", "Maya")
    (tmp_path / "place").mkdir()
    rapport("sync", "setup", f"dir:{tmp_path / 'place'}")
    config = find_config(os.environ)
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text('[keys]\nundo = "z"\n', encoding="utf-8")
    rapport("backup", "copy.json")
    fields = {}
    for command in COMMANDS:
        words = re.findall(r"'[^']*'|\S+", command)
        done = rapport(*(word.strip("'") for word in words))
        fields[command] = set(fields_of(json.loads(done.out)))
    return fields


def test_each_command_that_prints_json_is_looked_at() -> None:
    wanted = {verb for verb in VERBS if verb != "demo" and prints_json(verb)}
    typed = {verb for verb in VERBS for each in COMMANDS if f"{each} ".startswith(f"{verb} ")}
    assert wanted <= typed


def test_it_names_every_field_and_no_other(printed: dict[str, set[tuple[str, str]]]) -> None:
    named = set(re.findall(r'"([\w.-]+)"', SECTION)) | set(re.findall(r"`(\w+)`", SECTION))
    shaped = set(re.findall(r'"(\w+)":', SECTION))
    every = {name for fields in printed.values() for _, name in fields}

    for command, fields in printed.items():
        told = {name for within, name in fields if within not in NAMED_OTHERWISE}
        assert told - named == set(), command
    assert sorted(shaped - every) == []

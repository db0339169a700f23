"""`rapport config` shows every setting and where things lie, and changes those of the home."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from habits.text import one_line
from tests.cli.program import run_program
from tests.cli.test_hostile import assert_plain
from tests.hostile import each_hostile

if TYPE_CHECKING:
    from pathlib import Path

    from habits.store.home import Home
    from tests.cli.program import Run


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A config file that is not there yet."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("RAPPORT_CONFIG", str(tmp_path / "config.toml"))
    return tmp_path / "config.toml"


def test_every_setting_is_shown_with_its_value_and_where_things_lie(
    rapport: Run, home: Home, file: Path, tmp_path: Path
) -> None:
    shown = [
        "week-start: Monday",
        "rollover: 0:00",
        "welcomed: false",
        "theme: rapport-dark",
        "mouse: true",
        f"home: {home.path}",
        f"config file: {file}, not there yet",
        f"device file: {tmp_path / 'state' / 'rapport' / 'device'}",
        "zone: Europe/Berlin",
    ]
    assert rapport("config").lines == shown

    file.write_text('theme = "nord"\nmouse = false\n[keys]\nundo = ["z", "f2"]\nlog.bare = "b"')
    lines = rapport("config").lines
    assert lines[3:7] == ["theme: nord", "mouse: false", "keys.undo: z f2", "keys.log.bare: b"]
    assert f"config file: {file}" in lines


def test_a_setting_is_told_when_it_is_changed_and_taken_back(rapport: Run) -> None:
    assert rapport("config", "week-start", "sunday").lines == ["the week begins on Sunday"]
    assert rapport("config", "rollover", "4").lines == ["the day turns at 4:00"]
    assert rapport("config").lines[:2] == ["week-start: Sunday", "rollover: 4:00"]
    assert rapport("history").lines[-1].endswith("the day turns at 4:00")
    assert rapport("undo").lines == ["Undone: the day turns at midnight"]
    assert rapport("undo").lines == ["Undone: the week begins on Monday"]
    assert rapport("redo").lines == ["Redone: the week begins on Sunday"]


def test_json_has_the_documented_shape(rapport: Run, home: Home, file: Path) -> None:
    file.write_text("keys.undo = 'z'")
    told = rapport("config", "week-start", "sun", "--json").json
    assert told == rapport("config", "--json").json
    assert list(told) == ["settings", "config", "paths", "zone"]
    assert told["settings"] == {"week_start": "sunday", "rollover_hour": 0, "welcomed": False}
    assert told["config"] == {"theme": "rapport-dark", "mouse": True, "keys": {"undo": ["z"]}}
    assert list(told["paths"]) == ["home", "config", "device"]
    assert (told["paths"]["home"], told["paths"]["config"]) == (str(home.path), str(file))
    assert told["zone"] == "Europe/Berlin"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["week-start"], "week-start needs a value. Try: rapport config week-start sunday"),
        (["rollover"], "rollover needs a value. Try: rapport config rollover 4"),
        (["week-start", "someday"], "'someday' is no day of the week. Write monday, sunday or "),
        (["rollover", "12"], "'12' is no hour from 0 to 11. "),
        (["rollover", "-1"], "'-1' is no hour from 0 to 11. "),
        (["rollover", "0"], "It is set so already. Nothing has changed."),
        (["theme", "nord"], "There is no setting 'theme' of the home; it has week-start and "),
    ],
)
def test_what_cannot_be_set_is_refused_with_a_way_on(
    rapport: Run, words: list[str], message: str
) -> None:
    done = rapport("config", *words)
    assert done.code == 1
    assert done.refusal.startswith(message)
    assert rapport("undo").refusal == "There is nothing to undo."


def test_what_of_the_config_file_does_not_hold_is_told_beside_the_data(
    rapport: Run, file: Path
) -> None:
    file.write_text("thme = 'nord'\nmouse = 1")
    done = rapport("config")
    assert done.code == 0
    assert done.err.splitlines() == [
        "rapport: config: there is no setting 'thme'. Did you mean theme?",
        "rapport: config: mouse is left out. It is to be true or false.",
    ]
    assert "theme: rapport-dark" in done.out.splitlines()


def test_a_log_never_looks_at_the_config_file(rapport: Run, file: Path) -> None:
    file.write_text("no toml")
    assert rapport("log", "thanks", "the fix").lines


def test_at_night_the_shell_is_still_in_the_day_before(home: Home) -> None:
    night = {"RAPPORT_NOW": "2026-11-22T02:30"}
    run_program(home.path, "config", "rollover", "4", **night)
    logged = run_program(home.path, "log", "thanks", "the fix", "--json", **night).json
    assert logged["entry"]["date"] == "2026-11-21"
    assert run_program(home.path, "today", "--json", **night).json["as_of"] == "2026-11-21"


def test_a_phrase_is_explained_in_weeks_of_the_setting(rapport: Run) -> None:
    rapport("config", "week-start", "sunday")
    assert rapport("cadence", "weekly").lines[2] == "  next: Sun 22 Nov 2026 to Sat 28 Nov 2026"


def test_a_week_that_an_edit_cuts_short_runs_out_by_the_setting(rapport: Run) -> None:
    rapport("log", "vision", "tied")
    rapport("config", "week-start", "tuesday")
    done = rapport("habit", "edit", "tie the", "--every", "daily", "--now", "2026-11-28")
    assert done.err.endswith("To let it run out first: rapport undo, then --from 2026-12-01.\n")


@each_hostile
def test_hostile_settings_are_refused_in_one_line(rapport: Run, hostile: str) -> None:
    hostile = f"x{hostile}"
    for words in ([hostile], ["week-start", hostile], ["rollover", hostile]):
        done = rapport("config", *words)
        assert_plain(done)
        assert done.code == 1
        assert done.refusal == one_line(done.refusal)

"""The first day with rapport, in a real terminal."""

from __future__ import annotations

import json
import re
import signal
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from tinydb import TinyDB

from habits.practices import PRACTICES
from tests.cli.program import run_program
from tests.e2e.terminal import PROGRAM, Terminal, terminal

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.e2e,
    # From Python 3.12 on a fork in a process with threads warns; the child only calls exec.
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]

READY = "q quit"
"""What the last line of the screen says, when all above it is drawn."""
WEDNESDAY = "2026-11-18T09:30"
SUNDAY = "2026-11-22T09:30"


def rapport(home: Path, *words: str) -> Any:  # noqa: ANN401 - whatever the JSON holds
    """Run a one-shot command and return the JSON that it prints."""
    command = [str(PROGRAM), "--home", str(home), *words, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    return json.loads(done.stdout)


def checkpoint(home: Path) -> None:
    """Let the TinyDB file of a home hold everything."""
    assert run_program(home, "checkpoint").code == 0


def plain_records(home: Path, table: str) -> list[dict[str, Any]]:
    """Return the records of a table as plain TinyDB reads them."""
    with TinyDB(home / "rapport.json") as db:
        return [dict(document) for document in db.table(table).all()]


def plain_entries(home: Path) -> list[dict[str, Any]]:
    """Return the entries as plain TinyDB reads them."""
    return plain_records(home, "entries")


def test_all_eight_are_logged_by_key_and_are_there_on_reopening(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with terminal(home=home, RAPPORT_NOW=WEDNESDAY) as first:
        first.skip_first_run()
        for practice in PRACTICES:
            first.type(str(practice.key))
            first.wait_for(f"{practice.slug} ›")
            first.type(f"act {practice.key} for @maya because it counts\r")
            first.wait_for(f"Logged: {practice.name} · Maya")
        first.type("q")
        first.wait_for_end()
        assert first.exit_code == 0

    with terminal(home=home, RAPPORT_NOW=WEDNESDAY) as second:
        second.wait_for(READY)
        rows = second.lines[2:10]
        assert [("1 week" in row, "1 × 2 wk" in row, "1 month" in row) for row in rows[:7]] == [
            (True, False, False),
            (False, True, False),
            (True, False, False),
            (False, True, False),
            (True, False, False),
            (True, False, False),
            (False, False, True),
        ]
        assert "1 of 2" in rows[7]
        for practice, row in zip(PRACTICES, rows, strict=True):
            assert f"act {practice.key}" in row

    entries = rapport(home, "entries")
    today = rapport(home, "--now", WEDNESDAY, "today")
    assert [entry["practice"] for entry in entries] == [practice.slug for practice in PRACTICES]
    flagships = [practice["habits"][0] for practice in today["practices"]]
    assert [habit["current"] for habit in flagships] == [1, 1, 1, 1, 1, 1, 1, 0]
    assert (flagships[7]["completions"], flagships[7]["target"]) == (1, 2)
    assert [(e["practice"], e["date"], e["what"]) for e in plain_entries(home)] == [
        (entry["practice"], entry["date"], entry["what"]) for entry in entries
    ]


def test_after_a_kill_in_the_middle_of_a_hundred_logs_all_that_was_shown_is_there(
    tmp_path: Path,
) -> None:
    home = tmp_path / "home"
    told: set[str] = set()

    def note(app: Terminal) -> None:
        told.update(re.findall(r"Logged: Thanks · (act \d+) ·", "\n".join(app.lines)))

    with terminal(home=home) as app:
        app.skip_first_run()
        for number in range(1, 101):
            app.type(f"8act {number}\r")
            if number % 10 == 0:
                app.wait_for(f"Logged: Thanks · act {number} ·")
            note(app)
            if number == 64:
                break
        app.kill()
        note(app)
        assert app.exit_code is None

    kept = {entry["what"] for entry in rapport(home, "entries")}
    assert len(told) >= 6
    assert told <= kept
    assert kept == {f"act {number}" for number in range(1, len(kept) + 1)}
    checkpoint(home)
    assert {entry["what"] for entry in plain_entries(home)} == kept


def test_space_logs_u_takes_back_and_the_arrows_move(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with terminal(home=home) as app:
        app.skip_first_run()
        app.type("j\x1b[B ")
        app.wait_for("Logged: Trust · today")
        app.wait_for("▸ 3 Trust")
        app.type("u")
        app.wait_for("Undone: Trust")
        app.type("q")
        app.wait_for_end()

    assert rapport(home, "entries") == []


def test_the_shell_and_the_app_log_into_one_home_and_undo_each_other(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with terminal(home=home) as app:
        app.skip_first_run()
        rapport(home, "log", "growth", "a talk")
        app.type(" ")
        app.wait_for("Logged: Vision · today")
        app.wait_for("1 month")
        app.type("u")
        app.wait_for("Undone: Vision")
        app.type("u")
        app.wait_for("Undone: Growth · a talk")

    assert rapport(home, "entries") == []


def test_the_demo_is_alive_and_leaves_nothing_behind(tmp_path: Path) -> None:
    with terminal("demo", "--now", SUNDAY, TMPDIR=str(tmp_path)) as app:
        app.wait_for("best 12, now 0")
        assert [path.name[:12] for path in tmp_path.iterdir()] == ["rapport-demo"]
        app.type("q")
        app.wait_for_end()
        assert app.exit_code == 0

    assert list(tmp_path.iterdir()) == []


def test_a_terminal_that_is_too_small_is_refused_in_one_line(tmp_path: Path) -> None:
    with terminal(home=tmp_path / "home", size=(39, 24)) as app:
        app.wait_for_end()

        shown = "".join(app.lines)
        assert shown.startswith("rapport: The terminal has 39 x 24 cells")
        assert app.exit_code == 1
    assert not (tmp_path / "home").exists()


def test_a_damaged_file_is_told_in_one_line_and_left_as_it_is(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "rapport.json").write_text("{not json")
    with terminal(home=home, size=(200, 24)) as app:
        app.wait_for_end()

        assert "is damaged: it is not a TinyDB file" in app.lines[0]
        assert app.exit_code == 7
    assert (home / "rapport.json").read_text() == "{not json"


def test_a_terminal_that_shrinks_and_grows_again_shows_the_rows_again(tmp_path: Path) -> None:
    with terminal(home=tmp_path / "home") as app:
        app.skip_first_run()
        app.resize(30, 10)
        app.wait_for("rapport needs 40 x 12")
        app.resize(60, 18)
        app.wait_for(READY)
        app.type("q")
        app.wait_for_end()
        assert app.exit_code == 0


def test_hostile_text_breaks_no_row_and_reaches_no_terminal(tmp_path: Path) -> None:
    home = tmp_path / "home"
    for text in ("bad [/oops]", "\x1b]0;x\x07", "x" * 10_000, "שלום עולם", "👩‍👩‍👧‍👦" * 50):
        rapport(home, "log", "thanks", text)
    with terminal(home=home) as app:
        app.wait_for(READY)
        assert [line[3:4] for line in app.lines[2:10]] == list("12345678")


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_loses_nothing_that_was_logged(tmp_path: Path, end: signal.Signals) -> None:
    home = tmp_path / "home"
    with terminal(home=home) as app:
        app.skip_first_run()
        app.type(" ")
        app.wait_for("Logged: Vision")
        app._child.kill(end)  # noqa: SLF001 - as another program would
        app.wait_for_end()

    assert len(rapport(home, "entries")) == 1

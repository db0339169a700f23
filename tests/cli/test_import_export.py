"""`rapport import` and `rapport export`, as somebody at a shell uses them."""

from __future__ import annotations

import io
import stat
import sys
from datetime import date
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from habits.cadence import parse_cadence
from habits.errors import RefusedError
from habits.exchange import formats
from habits.exchange.foreign import Foreign, ForeignHabit, LeftOut, Mark, Note, Skip
from tests.cli.program import run_program

if TYPE_CHECKING:
    from pathlib import Path

    from habits.store.home import Home
    from tests.cli.program import Run

KEPT = Foreign(
    "shelf",
    (
        ForeignHabit(
            "1",
            "Read a book",
            cadence=parse_cadence("weekly"),
            cadence_note="any seven days there",
            marks=(Mark(date(2026, 11, 20), "12 pages"),),
            skips=(Skip(date(2026, 11, 3), "on leave"),),
        ),
        ForeignHabit(
            "2",
            "Stretch",
            marks=(Mark(date(2026, 11, 21)), Mark(date(2026, 11, 22))),
            notes=(Note(date(2026, 11, 19), "was ill"),),
        ),
    ),
    (LeftOut("days that only the shelf reckoned", 3),),
    read=7,
)


class Keyboard(io.StringIO):
    """Somebody at a terminal."""

    def isatty(self) -> bool:
        """Return that it is one."""
        return True


@pytest.fixture(autouse=True)
def _shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program, whose files are read in; nobody is at the keyboard."""

    def read(path: Path) -> Foreign:
        if path.name != "shelf.txt":
            message = f"{path} is no shelf."
            raise RefusedError(message)
        return KEPT

    module = ModuleType("habits.exchange.shelf")
    monkeypatch.setattr(module, "read", read, raising=False)
    monkeypatch.setitem(sys.modules, "habits.exchange.shelf", module)
    others = {"shelf": "a shelf of books"}
    # The command first: where it were imported afterwards, it would keep them for good.
    monkeypatch.setattr("habits.cli.import_.OTHERS", others)
    monkeypatch.setattr(formats, "OTHERS", others)
    monkeypatch.setattr(sys, "stdin", io.StringIO())


def test_an_import_reports_what_it_did_one_fact_a_line(rapport: Run) -> None:
    done = rapport("import", "shelf", "shelf.txt", "--as", "growth")

    assert (done.code, done.out.splitlines()) == (
        0,
        [
            "read: 7 from shelf",
            "habit: Read a book → Growth /read_a_book · weekly · 1 entry · 1 pause",
            "  not the same: any seven days there",
            "habit: Stretch → Growth /stretch · no promise · 2 entries",
            "added: 3 entries, 1 habit, 1 pause",
            "changed: 1 practice",
            "left out: days that only the shelf reckoned · 3",
            "note left out: 2026-11-19 · Stretch · was ill",
        ],
    )
    assert done.err == "rapport: 'rapport undo' takes all of it back.\n"
    assert rapport("entries").lines == [
        "2026-11-20  Growth /read_a_book · 12 pages",
        "2026-11-21  Growth /stretch",
        "2026-11-22  Growth /stretch",
    ]
    assert rapport("pause").lines == ["Read a book · 3 Nov · on leave"]
    assert rapport("undo").code == 0
    assert rapport("entries", "--json").json == []


def test_a_second_run_says_what_is_known_already(rapport: Run) -> None:
    rapport("import", "shelf", "shelf.txt", "--as", "growth")
    done = rapport("import", "shelf", "shelf.txt", "--as", "growth")

    assert done.lines == [
        "read: 7 from shelf",
        "habit: Read a book → Growth /read_a_book · weekly · 2 known already",
        "  not the same: any seven days there",
        "habit: Stretch → Growth /stretch · no promise · 2 known already",
        "added: nothing",
        "known already: 4",
        "left out: days that only the shelf reckoned · 3",
        "note left out: 2026-11-19 · Stretch · was ill",
    ]


def test_a_dry_run_stores_nothing(rapport: Run) -> None:
    done = rapport("import", "shelf", "shelf.txt", "--as", "growth", "--dry-run")

    assert "would add: 3 entries, 1 habit, 1 pause" in done.out.splitlines()
    assert "would change: 1 practice" in done.out.splitlines()
    assert done.err.endswith("Nothing was stored. Leave out --dry-run to take it in.\n")
    assert rapport("entries", "--json").json == []


def test_the_report_as_json_has_the_documented_shape(rapport: Run) -> None:
    report = rapport("import", "shelf", "shelf.txt", "--as", "growth", "--json").json

    assert report["habits"][0] == {
        "name": "Read a book",
        "practice": "growth",
        "move": "read_a_book",
        "cadence": "weekly",
        "not_the_same": "any seven days there",
        "entries": 1,
        "pauses": 1,
        "known": 0,
    }
    assert {name: report[name] for name in report if name != "habits"} == {
        "source": "shelf",
        "dry_run": False,
        "read": 7,
        "added": {"entries": 3, "habits": 1, "pauses": 1},
        "changed": {"practices": 1},
        "known": 0,
        "left_out": [{"why": "days that only the shelf reckoned", "count": 3}],
        "notes": [{"habit": "Stretch", "date": "2026-11-19", "text": "was ill"}],
    }


def test_a_file_says_where_each_habit_goes_and_an_option_where_the_rest(
    rapport: Run, tmp_path: Path
) -> None:
    path = tmp_path / "map"
    path.write_text("# mine\n\nstretch = -\n", encoding="utf-8")
    words = ("import", "shelf", "shelf.txt", "--map", str(path))

    assert rapport(*words).refusal.startswith("Nobody says which practice these belong to: 'Read")
    done = rapport(*words, "--as", "7")
    assert "left out: habits that were not wanted · 1" in done.out.splitlines()
    assert [entry["practice"] for entry in rapport("entries", "--json").json] == ["growth"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Read a book", "line 1: 'Read a book' names no practice. Write: Read a book = growth"),
        ("Read a book = cooking", "line 1: There is no practice 'cooking'."),
        ("Read a bok = 1", "line 1: There is no habit 'Read a bok' in it. Did you mean 'Read a"),
        ("= 1", "line 1: There is no habit '' in it. Did you mean 'Read a book'?"),
    ],
)
def test_a_line_of_a_mapping_that_means_nothing_is_told(
    rapport: Run, tmp_path: Path, line: str, told: str
) -> None:
    path = tmp_path / "map"
    path.write_text(line, encoding="utf-8")

    assert told in rapport("import", "shelf", "shelf.txt", "--map", str(path)).refusal


def test_at_a_terminal_it_is_asked_where_each_habit_goes(
    rapport: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Keyboard("cooking\ngrowth\n-\n"))
    done = rapport("import", "shelf", "shelf.txt")

    assert done.code == 0
    assert done.err.startswith(
        "rapport: To which practice does each belong? 1 Vision, 2 Empathy, 3 Trust, 4 Respect, "
        "5 Productivity, 6 Credit, 7 Growth, 8 Thanks; - leaves it out.\n"
        "'Read a book', 1 day: which practice? rapport: There is no practice 'cooking'."
    )
    assert "\n'Read a book', 1 day: which practice? 'Stretch', 2 days: which practice? " in done.err
    assert len(rapport("entries", "--json").json) == 1


def test_what_came_before_is_not_asked_for_again(
    rapport: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    rapport("import", "shelf", "shelf.txt", "--as", "growth")
    monkeypatch.setattr(sys, "stdin", Keyboard("trust\ntrust\n"))

    assert "known already: 4" in rapport("import", "shelf", "shelf.txt").lines


def test_without_an_answer_nothing_is_stored(rapport: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Keyboard("growth\n\n"))
    done = rapport("import", "shelf", "shelf.txt")

    assert done.code == 1
    assert done.err.endswith("which practice 'Stretch' belongs to. Nothing was stored.\n")
    assert rapport("entries", "--json").json == []


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["import", "shelf", "other.txt", "--as", "1"], 1, "other.txt is no shelf."),
        (["import", "shelf", "shelf.txt", "--as", "cooking"], 1, "There is no practice 'cooking'."),
        (["import", "cookbook", "x"], 2, "Invalid value for 'FORMAT': 'cookbook' is not one of"),
        (["import", "csv", "x.csv", "--as", "1"], 2, "csv says itself which practices it is of."),
        (["import", "csv", "gone.csv"], 1, "gone.csv cannot be read: No such file or directory."),
        (
            ["export", "cookbook"],
            2,
            "There is no command 'export cookbook': after 'export' comes nothing, or one",
        ),
    ],
)
def test_what_cannot_be_is_told_on_one_line(
    rapport: Run, words: list[str], code: int, told: str
) -> None:
    done = rapport(*words)

    assert (done.code, told in done.refusal) == (code, True)


def test_an_export_is_a_file_that_the_user_alone_reads(
    rapport: Run, home: Home, tmp_path: Path
) -> None:
    rapport("log", "thanks", "@maya the fix")
    path = tmp_path / "all.json"
    done = rapport("export", "json", str(path))

    assert (done.code, done.out) == (0, "")
    assert done.err == f"rapport: Written to {path}, which you alone can read.\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "is there already" in rapport("export", "csv", str(path)).refusal
    assert rapport("export", "csv", str(path), "--force").code == 0
    assert path.read_bytes().startswith(b"id,date,practice,move,what,why,people,tags,logged_at\r\n")
    assert rapport("export", "csv", "-").out.encode() == path.read_bytes()
    assert rapport("export", "markdown", "-").out.startswith("# ")
    assert run_program(home.path, "export", "csv").out.encode() == path.read_bytes()


@pytest.mark.parametrize("form", ["json", "csv"])
def test_what_was_exported_comes_into_another_home(
    rapport: Run, home: Home, tmp_path: Path, form: str
) -> None:
    rapport("log", "thanks", "@maya =1+1, \"quoted\" because 'so' #launch")
    path = str(tmp_path / "all")
    rapport("export", form, path)
    other = tmp_path / "other"
    done = run_program(other, "import", form, path)

    assert "added: 1 entry, 1 person" in done.out
    entries = run_program(home.path, "entries", "--json").out
    assert run_program(other, "entries", "--json").out == entries
    assert "added: nothing" in run_program(other, "import", form, path).out


def test_no_spreadsheet_runs_what_was_written(rapport: Run, home: Home) -> None:
    for text in ("=HYPERLINK(1)", "+1", "-1", "'=1", "\uff1d1"):
        rapport("log", "thanks", "--", text)
    rapport("log", "thanks", "x", "--why=+SUM(A1)")
    rows = run_program(home.path, "export", "csv").out.split("\r\n")[1:]

    assert [row.split(",")[4] for row in rows if row] == [
        "'=HYPERLINK(1)",
        "'+1",
        "'-1",
        "''=1",
        "'\uff1d1",
        "x",
    ]
    assert rows[5].split(",")[5] == "'+SUM(A1)"


def test_every_format_of_another_program_has_a_reader_of_its_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.undo()
    for form in formats.OTHERS:
        assert form == sys.modules[formats.reader_of(form).__module__].FORMAT

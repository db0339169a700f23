"""`rapport review week|quarter|year` tells a look back, or writes it after telling who is in it."""

from __future__ import annotations

import json
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_person_evidence import Keyboard, told

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Run


@pytest.fixture
def logged(rapport: Run) -> Run:
    """The program, with an act of Maya's logged on Friday."""
    rapport("log", "thanks", "@maya the fix because Acme renewed #product (fri)")
    return rapport


def test_each_look_back_is_plain_text_on_standard_output(logged: Run) -> None:
    for kind, title in (
        ("week", "Week of Mon 16 Nov 2026"),
        ("quarter", "Quarter 4 of 2026"),
        ("year", "The year 2026"),
    ):
        lines = logged("review", kind).lines
        assert lines[0] == title
        assert "  2026-11-20: Thanks · Maya · the fix · because Acme renewed · #product" in lines


def test_another_day_means_what_it_is_in(logged: Run) -> None:
    assert logged("review", "quarter", "--of", "2026-06-30").lines[0] == "Quarter 2 of 2026"
    assert logged("review", "year", "--of", "2025-01-01").lines[0] == "The year 2025"
    assert logged("review", "week", "--of", "8 days ago").lines[0] == "Week of Mon 9 Nov 2026"


def test_a_day_to_come_is_refused(logged: Run) -> None:
    done = logged("review", "week", "--of", "2026-11-23")
    assert (done.code, "in the future" in done.refusal) == (1, True)


@pytest.mark.parametrize(
    ("form", "begin"),
    [("md", "# The year 2026"), ("html", "<!DOCTYPE html>"), ("svg", "<svg "), ("json", "{")],
)
def test_it_comes_in_every_format_by_option_or_as_the_file_ends(
    logged: Run, tmp_path: Path, form: str, begin: str
) -> None:
    shown = logged("review", "year", "--format", form).out
    assert shown.startswith(begin)
    path = tmp_path / f"year.{form.upper()}"
    done = logged("review", "year", "--to", str(path))
    assert (done.code, done.out) == (0, f"Written to {path}\n")
    assert path.read_text(encoding="utf-8") == shown
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_text_is_what_any_other_file_holds(logged: Run, tmp_path: Path) -> None:
    path = tmp_path / "year"
    logged("review", "year", "--to", str(path))
    assert path.read_text(encoding="utf-8") == logged("review", "year").out


def test_json_has_the_figures(logged: Run) -> None:
    shape = logged("review", "week", "--format", "json").json
    assert shape["review"] == "week"
    assert [each["what"] for each in shape["entries"]] == ["the fix"]


def test_before_a_file_is_written_it_is_told_who_is_in_it(logged: Run, tmp_path: Path) -> None:
    done = logged("review", "quarter", "--to", str(tmp_path / "q.md"))
    assert told(done) == [
        "People named in it: Maya.",
        "Words that begin a sentence, names or not: Acme.",
        "--mask shows stand-ins for all names and texts.",
    ]


def test_masked_nothing_is_left_in_it_to_tell_of(logged: Run, tmp_path: Path) -> None:
    path = tmp_path / "q.json"
    done = logged("review", "quarter", "--mask", "--to", str(path))
    assert done.lines == [f"Written to {path}"]
    shape = json.loads(path.read_text(encoding="utf-8"))
    assert shape["people"][0]["name"].startswith("Person ")
    assert "Maya" not in path.read_text(encoding="utf-8")
    assert "Acme" not in path.read_text(encoding="utf-8")


def test_a_file_that_is_there_stays_unless_it_is_forced(logged: Run, tmp_path: Path) -> None:
    path = tmp_path / "week.md"
    path.write_text("mine")
    done = logged("review", "week", "--to", str(path))
    assert (done.code, "is there already" in done.refusal) == (1, True)
    assert path.read_text() == "mine"
    assert logged("review", "week", "--to", str(path), "--force").code == 0
    assert path.read_text().startswith("# Week")


def test_at_a_terminal_it_is_asked_first(
    logged: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "week.md"
    monkeypatch.setattr(sys, "stdin", Keyboard("n\n"))
    assert logged("review", "week", "--to", str(path)).code == 1
    assert not path.exists()
    monkeypatch.setattr(sys, "stdin", Keyboard("y\n"))
    assert logged("review", "week", "--to", str(path)).code == 0
    assert path.exists()
    monkeypatch.setattr(sys, "stdin", Keyboard(""))
    assert logged("review", "week", "--to", str(path), "--force", "--yes").code == 0
    assert logged("review", "week", "--to", "-").out == logged("review", "week").out

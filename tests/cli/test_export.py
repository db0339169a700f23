"""`rapport export ics|html|svg`: what others read, printed or written."""

from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

import pytest

from habits.text import quoted
from tests.cli.test_person_evidence import Keyboard, told

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Run


@pytest.fixture
def logged(rapport: Run) -> Run:
    """The program, with an act of Maya's and a follow-up."""
    rapport("log", "thanks", "@maya the fix because Acme renewed")
    rapport("follow", "add", "write to Lee", "--in", "3d", "--person", "maya")
    return rapport


def test_alone_it_says_which_formats_there_are(rapport: Run) -> None:
    assert [line.partition(":")[0] for line in rapport("export").lines if "ics" in line] == [
        "rapport export ics"
    ]


def test_a_calendar_goes_to_standard_output(logged: Run) -> None:
    lines = logged("export", "ics").lines
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert "SUMMARY:Follow up: write to Lee · Maya" in lines
    assert "TRIGGER:PT9H" in lines


def test_a_calendar_rings_when_it_is_told_to(logged: Run) -> None:
    assert "TRIGGER:PT17H5M" in logged("export", "ics", "--alarm", "17:05").out
    assert "VALARM" not in logged("export", "ics", "--alarm", "none").out


@pytest.mark.parametrize("said", ["24:00", "9", "9:60", "soon", "٩:00"])
def test_what_is_no_time_is_refused(logged: Run, said: str) -> None:
    done = logged("export", "ics", "--alarm", said)
    assert done.code == 1
    assert "is no time of day. Try --alarm 9:00, or --alarm none." in done.refusal


def test_a_file_is_for_its_owner_and_it_is_told_who_is_in_it(logged: Run, tmp_path: Path) -> None:
    path = tmp_path / "rapport.ics"
    done = logged("export", "ics", str(path))
    assert (done.code, done.out) == (0, f"Written to {path}\n")
    assert told(done) == [
        "People named in it: Maya.",
        "Other names, as far as they can be told: Lee.",
        "--mask shows stand-ins for all names and texts.",
    ]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_bytes().endswith(b"END:VCALENDAR\r\n")


def test_masked_there_is_nothing_to_tell(logged: Run, tmp_path: Path) -> None:
    path = tmp_path / "rapport.ics"
    assert logged("export", "ics", str(path), "--mask").lines == [f"Written to {path}"]
    assert "Maya" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["ics", "html", "svg"])
def test_a_file_that_is_there_stays_unless_it_is_forced(
    logged: Run, tmp_path: Path, form: str
) -> None:
    path = tmp_path / "mine"
    path.write_text("mine")
    assert "is there already" in logged("export", form, str(path)).refusal
    assert path.read_text() == "mine"
    assert logged("export", form, str(path), "--force").code == 0
    assert path.read_bytes().decode().strip() == logged("export", form, "-").out.strip()


def test_at_a_terminal_it_is_asked_first(
    logged: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "rapport.ics"
    monkeypatch.setattr(sys, "stdin", Keyboard("n\n"))
    assert logged("export", "ics", str(path)).code == 1
    assert not path.exists()
    assert logged("export", "ics", str(path), "--yes").code == 0
    assert path.exists()


def test_without_the_package_that_writes_calendars_it_says_how_to_get_it(
    logged: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    monkeypatch.delitem(sys.modules, "habits.exchange.ics", raising=False)
    done = logged("export", "ics")
    assert done.code == 1
    assert done.refusal == "A calendar needs one more package. Try: pip install 'rapport-tui[ics]'"


@pytest.mark.parametrize("form", ["html", "svg"])
def test_a_page_and_a_picture_are_those_of_the_year(logged: Run, form: str) -> None:
    of = ("--of", "2025-06-30")
    assert logged("export", form).out == logged("review", "year", "--format", form).out
    assert logged("export", form, *of).out == logged("review", "year", "--format", form, *of).out
    masked = logged("export", form, "--mask").out
    assert masked == logged("review", "year", "--format", form, "--mask").out


@pytest.mark.parametrize(
    "command",
    [
        "backup {}",
        "export json {}",
        "export csv {}",
        "export markdown {}",
        "export html {}",
        "export svg {}",
        "export ics {}",
        "review week --to {}",
        "review year --to {}",
        "person export maya --to {}",
        "person evidence maya --to {}",
    ],
)
def test_no_command_makes_a_folder_for_a_file_that_is_named(
    rapport: Run, tmp_path: Path, command: str
) -> None:
    rapport("log", "thanks", "@maya the fix")
    folder = tmp_path / "missing"
    done = rapport(*command.format(folder / "file").split())
    assert (done.code, done.refusal) == (
        1,
        f"There is no folder {folder}. Make it, or name another place.",
    )
    assert not folder.exists()

    named = rapport(*command.format(f"{folder}/").split())
    assert (named.code, named.refusal) == (
        1,
        f"{quoted(f'{folder}/')} names a folder. Name a file in it.",
    )
    assert not folder.exists()

"""`rapport due` tells what is open now, and `rapport prompt` how much has its last day today."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from habits.cli.invocation import Invocation
from tests.cli.program import run_program

if TYPE_CHECKING:
    from pathlib import Path

    from habits.store.home import Home
    from tests.cli.program import Run


@pytest.fixture
def promised(rapport: Run) -> Run:
    """A home with one habit, which was kept until last week."""
    for each in ("vision", "empathy", "trust", "respect", "productivity", "credit", "growth"):
        rapport("practice", "archive", each)
    rapport("habit", "archive", "thank", "--on", "2026-11-22")
    rapport("habit", "add", "thanks", "Say it", "--every", "weekly", "--from", "2026-11-02")
    return rapport


def seen(path: Path) -> dict[str, tuple[int, int]]:
    """Return what is in a folder, with the time and size of each."""
    files = (each for each in path.rglob("*") if each.is_file())
    return {each.name: (each.stat().st_mtime_ns, each.stat().st_size) for each in files}


def test_nothing_is_due_where_all_is_done(promised: Run) -> None:
    promised("log", "thanks", "a")
    assert promised("due").lines == []
    assert promised("due", "--json").json == {
        "as_of": "2026-11-22",
        "habits": [],
        "follow_ups": [],
    }
    assert promised("prompt").lines == []


def test_what_is_due_is_told_one_a_line_the_most_urgent_first(promised: Run) -> None:
    promised("follow", "add", "ask Dev", "--on", "today")
    promised("follow", "add", "ask Ana", "--in", "1d")

    assert promised("due").lines == [
        "Thanks: Say it · weekly · open until today",
        "Follow-up: ask Dev · today",
    ]
    assert promised("prompt").lines == ["2 due"]
    told = promised("due", "--json").json
    assert [(each["practice"], each["name"]) for each in told["habits"]] == [("thanks", "Say it")]
    assert [each["text"] for each in told["follow_ups"]] == ["ask Dev"]


def test_a_prompt_tells_nothing_of_what_has_days_left(promised: Run) -> None:
    promised("log", "thanks", "a")
    assert promised("prompt", "--now", "2026-11-23T09:00").lines == []
    assert promised("prompt", "--now", "2026-11-29T09:00").lines == ["1 due"]


def test_a_prompt_makes_no_home(tmp_path: Path) -> None:
    done = run_program(tmp_path / "none", "prompt")
    assert done.lines == []
    assert not (tmp_path / "none").exists()


def test_a_prompt_explains_why_it_is_empty(tmp_path: Path) -> None:
    done = run_program(tmp_path / "none", "prompt", "--explain")
    assert (done.code, done.out) == (0, "")
    assert "There is nothing in" in done.err


@pytest.mark.parametrize("trouble", ["damaged", "missing", "edited", "a folder"])
def test_a_prompt_on_a_home_in_trouble_says_and_changes_nothing(
    promised: Run, home: Home, trouble: str
) -> None:
    promised("checkpoint")
    content = home.data.read_bytes()
    match trouble:
        case "damaged":
            home.data.write_bytes(content[:100])
        case "missing":
            home.data.unlink()
        case "edited":
            home.data.write_bytes(content.replace(b"Say it", b"Say it all"))
        case _:
            home.data.unlink()
            home.data.mkdir()
    before = seen(home.path)

    assert promised("prompt").lines == []
    told = promised("prompt", "--explain")
    assert (told.code, told.out) == (0, "")
    assert told.err.startswith("rapport: ")
    assert seen(home.path) == before


@pytest.mark.parametrize("end", [b"{", b"{}\n", b"\0" * 40 + b"\n"])
def test_a_prompt_reads_past_a_line_that_a_crash_or_another_process_left_unfinished(
    promised: Run, home: Home, end: bytes
) -> None:
    words = promised("prompt", "--now", "2026-11-22T09:00").lines
    (log,) = home.ops.iterdir()
    log.write_bytes(log.read_bytes() + end)
    before = seen(home.path)

    assert promised("prompt", "--now", "2026-11-22T09:00").lines == words != []
    assert seen(home.path) == before


def test_a_prompt_is_silent_where_something_unforeseen_goes_wrong(
    promised: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Invocation) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Invocation, "find_home", fail)
    assert promised("prompt").lines == []
    assert "ZeroDivisionError" in promised("prompt", "--explain").err


def test_a_prompt_explains_that_nothing_is_due(promised: Run) -> None:
    promised("log", "thanks", "a")
    assert "last day" in promised("prompt", "--explain").refusal

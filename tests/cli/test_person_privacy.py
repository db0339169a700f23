"""`person export`, `anonymise`, `erase`: what is held about somebody, taken elsewhere and out."""

from __future__ import annotations

import io
import json
import re
import shutil
import signal
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from habits import service
from habits.cli import for_good, long_work
from habits.clock import FixedClock
from habits.store.device import device_file
from habits.store.home import Home
from tests.conftest import SUNDAY_MORNING
from tests.hostile import each_hostile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from habits.progress import Stage, Told
    from tests.cli.program import Run

NAME, HANDLE = "Maya Quintero", "maya.quintero"
SECRETS = ("maya", "quintero", "between us", "staff by spring")
"""What no file may tell any more, whatever its case."""

KINDS = ("heading", "paragraph", "bullet_list", "list_item")
"""What an export is made of."""


@pytest.fixture
def told(rapport: Run, home: Home) -> Run:
    """The program on a home in which every kind of file tells of Maya."""
    rapport("log", "thanks", "@maya.quintero the fix, only between us")
    rapport("log", "thanks", "@maya.quintero @tom the release")
    rapport("log", "trust", "as Maya Quintero asked")
    rapport("checkpoint")
    rapport("log", "growth", "/talk @tom the pay of Maya Quintero")
    rapport("undo")
    rapport("pause", "today", "--person", HANDLE)
    rapport("checkpoint")
    rapport("backup")
    home.path.joinpath("rapport.json.corrupt-20260101T000000Z").write_text('"Maya Quintero"')
    rapport("person", "export", HANDLE)
    rapport("person", "export", HANDLE, "--format", "json", "--to", str(home.exports / "maya.json"))
    rapport("person", "export", "tom")
    return rapport


def traces(*folders: Path) -> Iterator[str]:
    """Yield which files still tell of Maya, in their names or their bytes, and what."""
    for path in (path for folder in folders for path in folder.rglob("*")):
        content = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
        for secret in SECRETS:
            if secret in content.casefold() or secret in path.name.casefold():
                yield f"{path}: {secret}"


def test_erasing_leaves_no_byte_of_a_person_under_the_home(told: Run, home: Home) -> None:
    files = {Path(trace.partition(": ")[0]) for trace in traces(home.path)}
    assert {path.parent for path in files} == {home.path, home.ops, home.backups, home.exports}
    assert {home.data, home.previous, home.exports / "maya.json"} < files

    done = told("person", "erase", HANDLE, "--yes")

    assert done.code == 0
    assert done.out.splitlines()[0] == f"{NAME} goes, with @{HANDLE} and all that is known of them."
    assert "1 entry goes, naming nobody else." in done.out
    assert "It cannot be taken back." in done.err
    assert list(traces(home.path, device_file().parent)) == []
    assert [each["what"] for each in told("entries", "--json").json] == [
        "the release",
        "as someone asked",
    ]
    told("checkpoint")
    told("today")
    assert list(traces(home.path, device_file().parent)) == []


def test_a_move_that_bears_a_name_is_called_the_same_and_counts_on(told: Run, home: Home) -> None:
    meaning = ("--meaning", "sync with Maya Quintero")
    told("practice", "edit", "trust", "--move", "maya_quintero_sync", *meaning)
    told("habit", "add", "trust", "Sync", "--every", "weekly", "--moves", "maya_quintero_sync")
    told("log", "trust", "/maya_quintero_sync @tom the plan #maya-quintero")

    told("person", "erase", HANDLE, "--yes")

    assert list(traces(home.path, device_file().parent)) == []
    (sync,) = [each for each in told("habits", "--json").json if each["name"] == "Sync"]
    assert (sync["moves"], sync["completions"]) == (["someone_sync"], 1)
    assert told("entries", "--json").json[-1]["move"] == "someone_sync"
    assert told("log", "trust", "/someone_sync @tom again").code == 0


def test_it_is_erased_on_another_device_that_hears_of_it(
    told: Run, home: Home, tmp_path: Path
) -> None:
    there = Home(tmp_path / "there")
    shutil.copytree(home.ops, there.ops)
    other = service.open_workspace(there, FixedClock(SUNDAY_MORNING), "bob")
    service.backup(other)
    other.checkpoint()
    assert list(traces(there.path)) != []

    told("person", "erase", HANDLE, "--yes")
    for path in home.ops.iterdir():
        shutil.copyfile(path, there.ops / path.name)
    other.catch_up()

    assert list(traces(there.path)) == []
    assert [person.name for person in service.people(other)] == ["Tom"]


def test_an_anonymous_person_is_a_teammate_in_every_file(told: Run, home: Home) -> None:
    done = told("person", "anonymise", "maya", "--yes")

    assert done.out.startswith(f'{NAME} becomes "a teammate".')
    assert not [trace for trace in traces(home.path) if not trace.endswith("between us")]
    assert [(each["what"], each["people"]) for each in told("entries", "--json").json] == [
        ("the fix, only between us", ["a teammate"]),
        ("the release", ["a teammate", "Tom"]),
        ("as a teammate asked", []),
    ]
    assert told("person", "anonymise", "tom", "--yes").out.startswith('Tom becomes "a teammate 2".')


def test_undo_tells_that_an_erasing_stays(told: Run) -> None:
    told("person", "erase", HANDLE, "--yes")
    told("log", "thanks", "@tom the docs")
    assert told("undo").lines == ["Undone: Thanks · Tom · the docs · today"]
    told("person", "erase", "tom", "--yes")
    done = told("undo")
    assert "The erasing that came last cannot be taken back" in done.err
    assert done.out == "Undone: Trust · as someone asked · today\n"


def test_undo_with_nothing_before_an_erasing_tells_that_it_stays(rapport: Run) -> None:
    rapport("person", "add", "Maya")
    rapport("person", "erase", "maya", "--yes")
    done = rapport("undo")
    assert done.code == 1
    assert done.refusal == (
        "The erasing that came last cannot be taken back, and nothing came before it."
    )


@pytest.mark.parametrize("verb", ["erase", "anonymise"])
def test_without_a_terminal_it_is_refused_unless_it_was_agreed(told: Run, verb: str) -> None:
    before = told("entries").lines
    assert "Say --yes to" in told("person", verb, "maya").refusal
    assert told("entries").lines == before
    assert "There is no person 'zoe'." in told("person", verb, "zoe", "--yes").refusal


class Terminal(io.StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        """Return that it is a terminal."""
        return True


@pytest.mark.parametrize(
    ("answer", "is_done"),
    [
        ("yes", True),
        ("@maya.quintero", True),
        ("MAYA  Quintero", True),
        ("Y", True),
        ("no", False),
        ("", False),
    ],
)
def test_it_shows_what_goes_and_asks_once(
    told: Run, monkeypatch: pytest.MonkeyPatch, answer: str, *, is_done: bool
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(f"{answer}\n"))
    done = told("person", "erase", "maya")

    assert "Type maya.quintero or yes to erase them for good" in done.err
    assert done.out.startswith(f"{NAME} goes, with @{HANDLE}")
    assert done.out.count(f"{NAME} goes") == 1
    assert "Copies outside the home stay as they are." in done.out
    assert (done.code == 0) is is_done
    assert ("Nothing has changed." in done.err) is not is_done
    people = {name for each in told("entries", "--json").json for name in each["people"]}
    assert (NAME not in people) is is_done


def test_an_export_holds_all_and_nobody_else_may_read_it(told: Run, tmp_path: Path) -> None:
    path = tmp_path / "new" / "maya.json"
    assert told("person", "export", "maya", "--format", "json", "--to", str(path)).lines == [
        f"Written to {path}"
    ]
    held = json.loads(path.read_text(encoding="utf-8"))
    assert path.stat().st_mode & 0o777 == 0o600
    assert (held["name"], held["handle"], held["called_before"]) == (NAME, HANDLE, [])
    assert [each["what"] for each in held["entries"]] == [
        "the fix, only between us",
        "the release",
    ]
    assert held["away"] == [{"first": "2026-11-22", "last": None}]
    assert [each["texts"] for each in held["mentions"]] == [["as Maya Quintero asked"]]
    assert held == told("person", "export", "maya", "--format", "json", "--to", "-").json


def test_an_export_goes_over_no_file_unless_it_is_forced(told: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.md"
    path.write_text("mine")
    words = ("person", "export", "maya", "--to", str(path))
    assert told(*words).refusal == (
        f"{path} is there already. Name another file, or replace it with --force."
    )
    assert path.read_text() == "mine"
    assert told(*words, "--force").code == 0
    assert path.read_text().startswith("# All that is held about Maya Quintero\n")
    assert path.stat().st_mode & 0o777 == 0o600
    assert told("person", "export", "maya", "--to", str(tmp_path), "--force").refusal == (
        f"{tmp_path} is a folder. Name a file in it."
    )


def test_without_a_path_it_is_among_the_exports_under_no_name(rapport: Run, home: Home) -> None:
    rapport("log", "thanks", "@maya the fix because it saved us #oncall")
    (line,) = rapport("person", "export", "maya").lines
    path = Path(line.removeprefix("Written to "))
    assert path.parent == home.exports
    assert "maya" not in path.name
    assert path.read_text(encoding="utf-8").splitlines()[:8] == [
        "# All that is held about Maya",
        "",
        "As of 2026-11-22.",
        "",
        "## What is known of them",
        "",
        "- Name: Maya",
        "- Handle: `@maya`",
    ]
    assert (
        "- 2026-11-22 · Thanks · the fix · because it saved us · \\#oncall"
        in path.read_text(encoding="utf-8").splitlines()
    )


@each_hostile
def test_whatever_was_written_is_no_markdown_of_ours(rapport: Run, hostile: str) -> None:
    rapport("log", "thanks", f"@maya {hostile[:2000]}")
    printed = rapport("person", "export", "maya", "--to", "-").out
    tokens = MarkdownIt("commonmark").parse(printed)
    assert {token.type for token in tokens} <= {
        *(f"{kind}_{end}" for end in ("open", "close") for kind in KINDS),
        "inline",
    }
    assert sum(token.type == "heading_open" for token in tokens) == 8
    inline = {child.type for token in tokens for child in token.children or ()}
    assert inline <= {"text", "text_special", "hardbreak", "code_inline"}


@pytest.mark.parametrize(
    ("verb", "left"), [("erase", []), ("anonymise", ["the release", "a teammate asked"])]
)
def test_who_was_named_before_in_an_act_that_was_taken_back_goes_too(
    rapport: Run, home: Home, verb: str, left: list[str]
) -> None:
    rapport("log", "thanks", "@maya.quintero the fix")
    rapport("undo")
    rapport("log", "thanks", "@maya.quintero the release")
    rapport("log", "thanks", "@maya.quintero Maya Quintero asked")

    assert rapport("person", verb, HANDLE, "--yes").code == 0
    assert list(traces(home.path)) == []
    assert [each["what"] for each in rapport("entries", "--json").json] == left


def test_it_is_told_what_goes_on_and_from_when_on_it_cannot_be_cancelled(told: Run) -> None:
    done = told("person", "erase", HANDLE, "--yes")
    assert [line.removeprefix("rapport: ") for line in done.err.splitlines()] == [
        "Looking through all files of the home …",
        "Rewriting all files of the home …",
        "It cannot be cancelled any more, and goes on.",
        "That is done, in every file of the home. It cannot be taken back.",
    ]


def test_in_a_terminal_one_line_says_how_far_it_is(
    told: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(long_work, "is_seen", lambda: True)
    done = told("person", "erase", HANDLE, "--yes")
    first, final, *_ = done.err.split("\n")
    steps = re.findall(r"\rrapport: ([^\r\x1b]+)\x1b\[K", first)
    assert steps[0] == "Looking through all files of the home · 0%"
    assert steps[-1].startswith("Rewriting all files of the home · ")
    assert final == "rapport: It cannot be cancelled any more, and goes on."


@pytest.mark.parametrize(("after", "is_done"), [(1, False), (2, False), (9, True)])
def test_ctrl_c_cancels_it_as_long_as_nothing_has_changed(
    told: Run, home: Home, monkeypatch: pytest.MonkeyPatch, *, after: int, is_done: bool
) -> None:
    """After so many stages ctrl+c is pressed."""
    stages = count(1)

    @contextmanager
    def telling() -> Iterator[Told]:
        with long_work.telling() as teller:

            def press(stage: Stage) -> None:
                teller(stage)
                if next(stages) == after:
                    signal.raise_signal(signal.SIGINT)

            yield press

    monkeypatch.setattr(for_good, "telling", telling)
    done = told("person", "erase", HANDLE, "--yes")
    assert (done.code == 0) is is_done
    assert bool(list(traces(home.path))) is not is_done
    says = "It cannot be cancelled any more" if is_done else "Cancelled. Nothing has changed."
    assert says in done.err
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_ctrl_c_ends_what_waits_for_another_process_at_once() -> None:
    with pytest.raises(KeyboardInterrupt), long_work.telling():
        signal.raise_signal(signal.SIGINT)


def test_what_is_finished_first_is_told(told: Run, home: Home) -> None:
    home.erasing.write_text('{"keys": [], "words": {}, "made": {}}')
    done = told("people")
    assert "An erasing was broken off. It is finished first" in done.err.splitlines()[0]
    assert not home.erasing.exists()

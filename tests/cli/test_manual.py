"""The help of each command shows examples, and every one of them can be typed."""

from __future__ import annotations

import shlex
import subprocess
from shutil import copytree
from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.cli.command_line import take_apart
from habits.cli.manual import PAGES
from habits.cli.verbs import VERBS
from habits.clock import fixed_clock
from habits.demo import made_up_year
from habits.store.home import Home
from tests.cli.program import NOW, PROGRAM

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Run

UNENDING = {"demo", "serve"}
"""The commands that last until somebody ends them."""

EXAMPLES = [
    (verb, line)
    for verb, page in PAGES.items()
    if verb not in UNENDING
    for line, _ in page.examples
]
PLAIN = [
    line
    for verb, line in EXAMPLES
    if not verb.startswith("sync") and not set("|;$~").intersection(line)
]
"""Those that are one command, in which a shell has nothing to do."""


def keep_with_harsh(folder: Path) -> None:
    """Make the files of another program that an example takes in."""
    folder.mkdir(parents=True)
    (folder / "habits").write_text("Read a book: 1w\n", encoding="utf-8")
    (folder / "log").write_text("2026-11-20 : Read a book : y\n", encoding="utf-8")


def test_the_help_of_all_commands_fits_into_eighty_columns(rapport: Run) -> None:
    assert max(map(len, rapport("--help").lines)) <= 80


def test_every_command_has_a_page_and_every_page_is_of_a_command() -> None:
    assert PAGES.keys() == VERBS.keys()
    assert all(page.examples for page in PAGES.values())
    assert {verb for page in PAGES.values() for verb in page.see} <= VERBS.keys()


PLACE = '"dir:$HOME/Dropbox/rapport"'
SHELF = "a1b2c3d4e5f6"


def before(verb: str) -> str:
    """Return what has to be done before the example of a command of syncing."""
    if verb == "sync join":
        return f"rapport sync setup {PLACE} --home other > key; exec < key; "
    if not verb.startswith("sync") or verb == "sync setup":
        return ""
    other = f"cd ~/Dropbox/rapport; cp -r * {SHELF}; rapport sync; " if "forget" in verb else ""
    return f"rapport sync setup {PLACE}; {other}"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home of a year; a copy of it is as of another device, which has nothing to take back."""
    home = tmp_path_factory.mktemp("filled") / "home"
    workspace = service.open_workspace(Home(home), fixed_clock(NOW))
    service.fill(workspace, made_up_year(workspace.clock.now()))
    workspace.close()
    return home


@pytest.mark.parametrize("line", PLAIN)
def test_an_example_of_one_command_does_what_it_says_in_a_home_of_a_year(
    rapport: Run, filled: Path, home: Home, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    copytree(filled, home.path)
    monkeypatch.chdir(home.path.parent)
    rapport("log", "trust", "x")
    done = rapport(*shlex.split(line)[1:])
    assert done.code == 0, done.err


@pytest.mark.parametrize(
    ("verb", "line"),
    [
        pytest.param(*each, id=each[1], marks=pytest.mark.faults if each[1] in PLAIN else ())
        for each in EXAMPLES
    ],
)
def test_an_example_can_be_typed_in_a_shell_in_a_home_of_a_year(
    verb: str, line: str, filled: Path, tmp_path: Path
) -> None:
    home = copytree(filled, tmp_path / "home")
    (tmp_path / "work").mkdir()
    (tmp_path / "Dropbox" / "rapport").mkdir(parents=True)
    keep_with_harsh(tmp_path / ".config" / "harsh")
    done = subprocess.run(  # noqa: S603 - our own words
        [
            "/bin/bash",
            "-euc",
            f"rapport log trust x; {before(verb)}{line}".replace("rapport ", f"{PROGRAM} "),
        ],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        cwd=tmp_path / "work",
        env={
            "RAPPORT_HOME": str(home),
            "RAPPORT_NOW": NOW,
            "HOME": str(tmp_path),
            "PATH": "/usr/bin:/bin",
        },
    )
    assert f"rapport {verb}" in line
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("verb", sorted(UNENDING))
def test_an_example_of_what_does_not_end_by_itself_can_be_read(verb: str) -> None:
    for line, _ in PAGES[verb].examples:
        invocation = take_apart(line.removeprefix("rapport ").split())
        assert invocation.verb == verb


@pytest.mark.parametrize("verb", sorted(VERBS.keys() - {"demo"}))
def test_help_shows_the_page_within_eighty_columns(rapport: Run, verb: str) -> None:
    lines = rapport(*verb.split(), "--help").lines
    for line, what in PAGES[verb].examples:
        assert f"  {line}" in lines
        assert what in " ".join(" ".join(lines).split())
    assert any(line.startswith("  0 done; 1 refused") for line in lines)
    assert all(len(shown) <= 80 for shown in lines)


@pytest.mark.parametrize(("verb", "package"), [("export ics", "ics"), ("serve", "serve")])
def test_what_is_to_be_installed_stands_on_one_line(rapport: Run, verb: str, package: str) -> None:
    assert f"'rapport-tui[{package}]'" in rapport(*verb.split(), "--help").out

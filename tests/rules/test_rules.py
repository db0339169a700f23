"""The rules that the code itself has to keep."""

from __future__ import annotations

import ast
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CODE = sorted([*ROOT.glob("habits/**/*.py"), *ROOT.glob("tui/**/*.py")])
CLOCKS = frozenset({"date.today", "datetime.now", "datetime.today", "datetime.utcnow", "time.time"})
SHOWS_MARKUP = frozenset({"Static", "Label", "Button", "Option", "Checkbox", "update", "notify"})
ROOT_FILES = frozenset({"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"})
ROOT_FOLDERS = frozenset({"habits", "tui", "tests"})
REGISTRIES = ("pypi" + ".org", "python" + "hosted", "npm" + "js", "deb" + "ian.org")
MACHINE_PATH = re.compile(r"/(?:root|home/\w+|work|Users/\w+)/")
TOO_LONG = 250
"""Lines from which on a file is likely to have more than one job."""


@cache
def repository() -> tuple[Path, ...]:
    """Return the files of the repository."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    return tuple(ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file())


def name_of(path: Path) -> str:
    """Return a file's name in the repository."""
    return str(path.relative_to(ROOT))


def calls(path: Path) -> list[ast.Call]:
    """Return the calls in a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def test_only_the_clock_asks_what_time_it_is() -> None:
    asking = {
        name_of(path)
        for path in CODE
        for call in calls(path)
        if ast.unparse(call.func).removeprefix("datetime.") in CLOCKS
        or ast.unparse(call.func) in CLOCKS
    }

    assert asking == {"habits/clock.py"}


def test_no_text_made_at_run_time_is_shown_as_markup() -> None:
    offending = [
        f"{name_of(path)}: {ast.unparse(call)}"
        for path in CODE
        for call in calls(path)
        if ast.unparse(call.func).rpartition(".")[2] in SHOWS_MARKUP
        and any(isinstance(argument, ast.JoinedStr) for argument in call.args)
    ]

    assert offending == []


def test_every_message_that_is_shown_is_shown_as_it_is() -> None:
    notices = [
        (name_of(path), {keyword.arg: ast.unparse(keyword.value) for keyword in call.keywords})
        for path in CODE
        for call in calls(path)
        if ast.unparse(call.func).endswith(".notify")
    ]

    assert notices
    assert all(keywords.get("markup") == "False" for _, keywords in notices)


def test_only_one_module_makes_content_of_text() -> None:
    makers = {
        name_of(path)
        for path in CODE
        for call in calls(path)
        if ast.unparse(call.func).startswith(("Content", "Text", "Strip"))
    }

    assert makers == {"tui/text.py"}


def test_the_root_holds_what_it_should_and_nothing_else() -> None:
    names = {path.relative_to(ROOT).parts[0] for path in repository()}

    assert {name for name in names if not name.startswith(".")} == ROOT_FILES | ROOT_FOLDERS


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_a_file_is_short_enough_to_have_one_job(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= TOO_LONG


def test_no_file_names_a_registry_or_a_folder_of_a_machine() -> None:
    found = []
    for path in repository():
        text = path.read_text(encoding="utf-8", errors="replace")
        found += [f"{name_of(path)}: {host}" for host in REGISTRIES if host in text]
        found += [f"{name_of(path)}: {match[0]}" for match in MACHINE_PATH.finditer(text)]

    assert [line for line in found if not line.startswith("tests/rules/test_rules.py")] == []


def test_nothing_is_left_to_do() -> None:
    marks = re.compile("TO" + "DO|FIX" + "ME|XX" + "X|NotImplemented")

    assert [name_of(path) for path in CODE if marks.search(path.read_text(encoding="utf-8"))] == []

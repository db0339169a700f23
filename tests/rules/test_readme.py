"""The README says what is true."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

from habits.cli.syntax import Syntax, add_global_options, syntax_of
from habits.cli.verbs import VERBS
from habits.config import Config, read_config
from habits.errors import RapportError
from habits.practices import PRACTICES
from tests.rules.test_rules import ROOT
from tui.actions import GROUPS, SHEET
from tui.key_names import sign

if TYPE_CHECKING:
    from pathlib import Path

README = (ROOT / "README.md").read_text(encoding="utf-8")


def rows_of(heading: str) -> list[list[str]]:
    """Return the cells of the first table under a heading."""
    section = README.split(f"\n{heading}\n", 1)[1]
    table = re.search(r"(?:^\|.*\n)+", section, re.MULTILINE)
    assert table, heading
    lines = table[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_it_lists_the_eight_with_their_promises() -> None:
    assert rows_of("## The eight practices") == [
        [str(p.key), p.name, p.flagship.name, p.flagship.cadence] for p in PRACTICES
    ]


def test_it_lists_every_key_as_the_app_has_it() -> None:
    assert rows_of("## Keys") == [
        [
            " ".join(f"`{sign(key)}`" for key in action.keys),
            place,
            action.tooltip,
            f"`{action.id}`",
        ]
        for place, actions in SHEET.items()
        for action in actions
    ]


def verb_of(usage: str) -> str:
    """Return the command of a usage, which has one word or two."""
    words = usage.split()
    return " ".join(words[: 2 if " ".join(words[:2]) in VERBS else 1])


def test_it_lists_every_command() -> None:
    usages = [cells[0].strip("`").removeprefix("rapport ") for cells in rows_of("## Commands")]
    listed = [verb_of(usage) for usage in usages if usage != "rapport"]

    assert sorted(listed) == sorted(VERBS)


def test_it_lists_every_option_of_every_command() -> None:
    usages = [cells[0].strip("`").removeprefix("rapport ") for cells in rows_of("## Commands")]
    for verb in VERBS:
        (usage,) = (each for each in usages if verb_of(each) == verb)
        named = set(re.findall(r"--[a-z-]+", usage))
        assert named == {option.flag for option in syntax_of(verb).options}


def test_it_names_the_options_that_every_command_takes_and_what_says_the_same() -> None:
    syntax = Syntax()
    add_global_options(syntax)
    taken = {option.flag for option in syntax.options}
    (said,) = re.findall(r"^Every command takes .+", README, re.MULTILINE)

    assert taken | {"--help"} <= set(re.findall(r"--[a-z]+", said))
    assert set(re.findall(r"[A-Z_]{8,}", said)) == {"RAPPORT_HOME", "RAPPORT_NOW", "NO_COLOR"}


def test_its_config_file_names_every_key_with_what_holds_anyway(tmp_path: Path) -> None:
    section = README.split("\n## Settings\n", 1)[1]
    path = tmp_path / "config.toml"
    path.write_text(re.findall(r"```toml\n(.+?)```", section, re.DOTALL)[0], encoding="utf-8")
    config, usual = read_config(path), Config()

    assert (config.theme, config.mouse, config.troubles) == (usual.theme, usual.mouse, ())
    assert config.keys.keys() <= {action.id for group in GROUPS.values() for action in group}
    assert len(config.keys) == 2


def test_it_lists_every_exit_code() -> None:
    codes = {error.exit_code for error in RapportError.__subclasses__()}

    section = README.split("| exit code | meaning |", 1)[1]
    assert {int(code) for code in re.findall(r"^\| (\d) \|", section, re.MULTILINE)} == codes | {0}


def test_its_picture_is_there() -> None:
    (picture,) = re.findall(r"!\[.+\]\((.+)\)", README)

    assert (ROOT / picture).read_text(encoding="utf-8").startswith("<svg")


def test_its_library_example_prints_what_it_says(tmp_path: Path) -> None:
    section = README.split("## As a library", 1)[1]
    code = re.findall(r"```python\n(.+?)```", section, re.DOTALL)[0]
    said = re.search(r"# (\d+)$", code, re.MULTILINE)

    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert said
    assert done.stdout.strip() == said[1]

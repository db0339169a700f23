"""What README says to put into a prompt, in the real shells and in tmux."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Final

import pytest

from tests.cli.program import NOW, run_program
from tests.e2e.terminal import PROGRAM, terminal
from tests.rules.test_readme import README

pytestmark = [pytest.mark.e2e, pytest.mark.faults]

SNIPPETS: Final = dict(
    re.findall(
        r"^# (\w+), in ~/\S+\n((?!#).+)$",
        README.split("\n## In a prompt\n", 1)[1].split("\n## ", 1)[0],
        re.MULTILINE,
    )
)
SHELLS: Final = {
    "bash": ("PS1='ready> '", ["--rcfile", "{}", "-i"]),
    "zsh": ("PS1='ready> '", ["-f", "-i"]),
    "fish": ("function fish_prompt; echo 'ready> '; end", ["--no-config", "-i", "-C", "source {}"]),
    "tmux": ("", ["-S", "{}.socket", "-f", "{}", "new-session", "-x", "80", "-y", "24", "cat"]),
}


def program_of(name: str) -> Path:
    """Return where a program is."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed here")
    return Path(found)


@pytest.mark.parametrize("name", SHELLS)
def test_a_prompt_shows_what_is_due_and_nothing_once_it_is_done(name: str, tmp_path: Path) -> None:
    home, path = tmp_path / "home", tmp_path / "config"
    run_program(home, "habit", "add", "trust", "map", "--every", "daily")
    ready, words = SHELLS[name]
    # A refresh a minute is too rarely looked at here.
    snippet = SNIPPETS[name].replace("status-interval 60", "status-interval 1")
    path.write_text(f"{ready}\n{snippet}\n", encoding="utf-8")

    with terminal(
        *(word.format(path) for word in words),
        program=program_of(name),
        home=home,
        RAPPORT_NOW=NOW,
        PATH=f"{PROGRAM.parent}:/usr/bin:/bin",
        HOME=str(tmp_path),
        LC_ALL="C.UTF-8",
    ) as t:
        if name == "zsh":
            t.say(f"source {path}\r")
        t.wait_for("1 due")
        run_program(home, "log", "trust", "the map")
        if name == "tmux":
            t.wait_until_gone("1 due")
            t.send(b"\x04")
            t.wait_for_end()
        else:
            # What answers stands below a prompt that was drawn since.
            t.say("clear\r")
            t.say("echo next | tr n N\r", "Next")
            assert not any("1 due" in line for line in t.lines)

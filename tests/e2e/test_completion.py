"""The tab key in real shells."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.program import NOW, run_program
from tests.e2e.terminal import PROGRAM, TAB, terminal

pytestmark = pytest.mark.e2e

PATH = f"{PROGRAM.parent}:/usr/bin:/bin"
SETUP = {
    "bash": (["--norc", "--noprofile", "-i"], 'eval "$(rapport completion bash)"'),
    "zsh": (["-f", "-i"], 'autoload -U compinit; compinit -D; eval "$(rapport completion zsh)"'),
}


def shell_of(name: str) -> Path:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed here")
    return Path(found)


@pytest.mark.parametrize("name", SETUP)
def test_a_shell_completes_a_command_a_practice_and_a_person(name: str, tmp_path: Path) -> None:
    words, setup = SETUP[name]
    home = tmp_path / "home"
    run_program(home, "log", "trust", "@maya the map")

    with terminal(
        *words,
        program=shell_of(name),
        home=home,
        RAPPORT_NOW=NOW,
        PATH=PATH,
        PS1="ready> ",
        HOME=str(tmp_path),
    ) as t:
        t.wait_for("ready>")
        t.say(f"{setup}; echo set-$((1 + 1))\r", "set-2")
        t.say(f"rapport lo{TAB}tha{TAB}@ma{TAB}the fix\r", "Thanks · Maya · the fix · today")
        t.say(f"rapport habit sk{TAB}share{TAB}\r", "Share a customer story")
        t.say(f"true; rapport follow a{TAB}'Zoë: ask @ma{TAB}\r", "Follow-up: Zoë")
        t.say(f'rapport log tha{TAB}"@maya the fi{TAB}\r', "1 week · done")
        t.say("exit\r")

    assert [each["what"] for each in run_program(home, "entries", "--json").json] == [
        "the map",
        "the fix",
        "the fix",
    ]
    assert run_program(home, "follow", "--json").json[0]["people"] == ["Maya"]


def test_fish_completes_with_what_each_word_means(tmp_path: Path) -> None:
    run_program(tmp_path, "log", "trust", "@maya the map")

    def completed(line: str) -> str:
        script = f"{PROGRAM} completion fish | source; complete -C '{line}'"
        done = subprocess.run(  # noqa: S603 - our own words
            [str(shell_of("fish")), "--no-config", "-c", script],
            capture_output=True,
            check=True,
            env={**os.environ, "PATH": PATH, "RAPPORT_HOME": str(tmp_path)},
        )
        return done.stdout.decode()

    assert completed("rapport log tha") == "thanks\tThanks\n"
    assert completed("rapport person show m") == "maya\tMaya\n"
    assert completed("rapport habit skip share") == "Share a customer story\tevery 2 weeks\n"

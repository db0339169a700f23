"""The logbook in a real terminal: an entry is found, and edited in the user's own editor."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import run_program
from tests.e2e.terminal import terminal

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.e2e,
    # From Python 3.12 on a fork in a process with threads warns; the child only calls exec.
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]


def test_an_entry_is_found_edited_in_the_user_s_editor_and_taken_back(tmp_path: Path) -> None:
    home, editor = tmp_path / "home", tmp_path / "editor"
    editor.write_text('#!/bin/sh\necho "in the editor"\nread line\necho "$line" > "$1"\n')
    editor.chmod(stat.S_IRWXU)
    for line in ("the on-call fix for @maya", "the demo", "a call"):
        assert run_program(home, "log", "thanks", line).code == 0

    with terminal(home=home, EDITOR=str(editor), VISUAL="") as app:
        app.wait_for("1-8 log")
        app.type("/maya")
        app.wait_for("1 of 3 · 'maya'")
        app.type("\r")
        app.wait_for("e edit")
        app.type("E")
        app.wait_for("in the editor")
        app.type("the runbook of @maya\r")
        app.wait_for("Changed: Thanks · Maya · the runbook of Maya")
        app.wait_for("1 of 3 · 'maya'")
        app.type("u")
        app.wait_for("Undone: Thanks · Maya · the on-call fix for Maya")
        app.type("q")
        app.wait_for_end()
        assert app.exit_code == 0
    assert "the on-call fix for Maya" in run_program(home, "entries").out

"""The user's editor gets a file of its own, and ctrl+c is its alone."""

from __future__ import annotations

import signal
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from habits.errors import RefusedError
from habits.outside_editor import edited

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """Return a command that runs a shell script, which is the editor as well."""
    monkeypatch.delenv("VISUAL", raising=False)

    def make(text: str) -> str:
        path = tmp_path / "editor"
        path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        path.chmod(stat.S_IRWXU)
        monkeypatch.setenv("EDITOR", str(path))
        return str(path)

    return make


def test_the_text_stands_in_a_file_that_is_the_user_s_alone_and_is_gone_afterwards(
    script: Callable[[str], str], tmp_path: Path
) -> None:
    script(
        f'cat "$1" > {tmp_path}/seen; stat -c %a "$1" > {tmp_path}/mode; echo "$1" > {tmp_path}/at'
    )

    assert edited("the fix\nof Zoë") == "the fix\nof Zoë"
    assert (tmp_path / "seen").read_text(encoding="utf-8") == "the fix\nof Zoë\n"
    assert (tmp_path / "mode").read_text(encoding="utf-8") == "600\n"
    assert not Path((tmp_path / "at").read_text(encoding="utf-8").strip()).exists()


def test_visual_goes_before_editor_and_may_have_words(
    script: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    command = script('echo "$1" > "$2"')
    monkeypatch.setenv("EDITOR", "false")
    monkeypatch.setenv("VISUAL", f"{command} 'two words'")

    assert edited("x") == "two words"


def test_ctrl_c_in_the_editor_ends_neither_rapport_nor_what_it_does_afterwards(
    script: Callable[[str], str],
) -> None:
    before = signal.getsignal(signal.SIGINT)
    # The last digit of the mask tells whether interrupts are ignored by now.
    ignored = "grep -q 'SigIgn:.*[2367abef]$' /proc/$PPID/status"
    script(f'until {ignored}; do :; done; kill -INT $PPID; echo kept > "$1"')

    assert edited("x") == "kept"
    assert signal.getsignal(signal.SIGINT) is before


def test_bytes_that_are_no_text_are_shown_as_such(script: Callable[[str], str]) -> None:
    script("printf 'caf\\351' > \"$1\"")

    assert edited("x") == "caf\ufffd"


def test_a_folder_for_the_text_that_cannot_be_made_is_told(
    script: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    script("exit 0")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.mkdtemp", full)
    with pytest.raises(RefusedError, match="No space left on device"):
        edited("x")

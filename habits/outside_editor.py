"""The user's own editor, for a text that is longer than a line."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from habits.errors import RefusedError
from habits.text import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator


def edited(text: str) -> str:
    """Return a text as the user left it in their editor.

    The file that they edit is theirs alone to read, and is taken away afterwards.

    Raises:
        RefusedError: No editor is named, it cannot be started, it ended in failure, or the text
            cannot be handed to it or taken from it.
    """
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    if not command.strip():
        message = "No editor is named. Set EDITOR to one, such as 'nano'."
        raise RefusedError(message)
    try:
        with tempfile.TemporaryDirectory(prefix="rapport-") as folder:
            path = Path(folder, "entry.txt")
            path.touch(mode=0o600)
            path.write_text(f"{text}\n", encoding="utf-8")
            _run(command, path)
            return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError as error:
        message = f"The text cannot be edited outside: {error.strerror}. The entry is as it was."
        raise RefusedError(message) from None


def _run(command: str, path: Path) -> None:
    try:
        editor = subprocess.Popen([*shlex.split(command), str(path)])  # noqa: S603 - theirs
    except (OSError, ValueError):
        message = f"The editor {quoted(command)} cannot be started. Set EDITOR to one that is here."
        raise RefusedError(message) from None
    with _interrupts_ignored():
        failed = editor.wait()
    if failed:
        message = f"The editor {quoted(command)} ended in failure; the entry is as it was."
        raise RefusedError(message)


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Let ctrl+c be the editor's alone: the terminal sends it to both."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)

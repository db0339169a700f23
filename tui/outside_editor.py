"""The user's own editor, for a text that is longer than a line."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from habits.errors import RefusedError
from habits.text import quoted


def edited(text: str) -> str:
    """Return a text as the user left it in their editor.

    The file that they edit is theirs alone to read, and is taken away afterwards.

    Raises:
        RefusedError: No editor is named, it cannot be started, or it ended in failure.
    """
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    if not command.strip():
        message = "No editor is named. Set EDITOR to one, such as 'nano'."
        raise RefusedError(message)
    with tempfile.TemporaryDirectory(prefix="rapport-") as folder:
        path = Path(folder, "entry.txt")
        path.touch(mode=0o600)
        path.write_text(f"{text}\n", encoding="utf-8")
        _run(command, path)
        return path.read_text(encoding="utf-8", errors="replace").strip()


def _run(command: str, path: Path) -> None:
    try:
        done = subprocess.run([*shlex.split(command), str(path)], check=False)  # noqa: S603 - theirs
    except (OSError, ValueError):
        message = f"The editor {quoted(command)} cannot be started. Set EDITOR to one that is here."
        raise RefusedError(message) from None
    if done.returncode:
        message = f"The editor {quoted(command)} ended in failure; the entry is as it was."
        raise RefusedError(message)

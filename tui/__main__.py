"""The entry point: no command or `demo` opens the app, everything else is a one-shot command."""

from __future__ import annotations

import gc
import os
import sys

from habits.cli.invocation import take_apart
from habits.cli.main import guarded, run


def main() -> int:
    """Run the program and return its exit code."""
    if "_ARGCOMPLETE" in os.environ:
        # Imported on need: a shell asks what the word at its cursor may become.
        from habits.cli.completing import answer  # noqa: PLC0415

        answer()
    return guarded(lambda: _run(sys.argv[1:]))


def _run(words: list[str]) -> None:
    invocation = take_apart(words)
    if invocation.verb in {None, "demo"}:
        # Whatever is made until the first frame stays: to look for garbage in it is in vain.
        gc.disable()
        # Textual reads on import after how many milliseconds an Escape is no begin of a sequence.
        os.environ.setdefault("ESCDELAY", "20")
        # Imported on need: a one-shot command never pays for the app.
        from tui.start import start  # noqa: PLC0415

        start(invocation)
    else:
        run(invocation)


if __name__ == "__main__":
    sys.exit(main())

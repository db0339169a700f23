"""The entry point: no command, `demo` and `serve` are the app, everything else is one-shot."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

from habits.cli.command_line import take_apart
from habits.cli.main import guarded, run


def program() -> NoReturn:
    """Run the program, and end the process with its exit code.

    What a one-shot command has written is on the disk when it is done. So it takes nothing that it
    has in memory apart again, which would cost it as much as python itself.
    """
    code = main()
    if "tui.start" in sys.modules:
        sys.exit(code)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def main() -> int:
    """Run the program and return its exit code."""
    if {"_ARGCOMPLETE", "COMP_LINE", "COMP_POINT"} <= os.environ.keys():
        # Imported on need: a shell asks what the word at its cursor may become.
        from habits.cli.completing import answer  # noqa: PLC0415

        with suppress(OSError):
            answer()
        return 0
    return guarded(lambda: _run(sys.argv[1:]))


def _run(words: list[str]) -> None:
    # Whatever is made by a command, or until the first frame, stays: to look for garbage in it is
    # in vain.
    gc.disable()
    invocation = take_apart(words)
    if invocation.verb in {None, "demo"}:
        # Textual reads on import after how many milliseconds an Escape is no begin of a sequence.
        os.environ.setdefault("ESCDELAY", "20")
        # Imported on need: a one-shot command never pays for the app.
        from tui.start import start  # noqa: PLC0415

        start(invocation)
    elif invocation.verb == "serve":
        # Imported on need: nothing else serves.
        from tui.browser.serve import serve  # noqa: PLC0415

        serve(invocation)
    else:
        run(invocation)


if __name__ == "__main__":
    program()

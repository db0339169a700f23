"""Runs one command: its errors as one line, its exit code.

The module of a command has `configure`, which adds what it takes, and `run`, which carries it out
in a home; in its place stands `run_alone` where it needs no home, and `look` where it changes none.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Final

from habits.cli.output import allow_any_text, flush, open_closed, tell, tell_all
from habits.cli.plain_words import HURRIED
from habits.cli.syntax import module_of
from habits.errors import RapportError, StoreError, WrongKeyError

if TYPE_CHECKING:
    from collections.abc import Callable

    from habits.cli.invocation import Invocation
    from habits.store.home import Home

INTERRUPTED: Final = 130
"""What a program ends with that was stopped by ctrl+c, as shells have it."""


PROMPT: Final = "prompt"
"""The command that only looks at a home: it makes, mends and writes nothing."""


def run(invocation: Invocation) -> None:
    """Carry out a one-shot command.

    Raises:
        RapportError: It cannot be done.
    """
    # Imported on need: the app takes the home in only behind its first frame.
    from habits.service.workspace import MOST_UNSAVED, open_workspace  # noqa: PLC0415

    verb = import_module(module_of(str(invocation.verb)))
    options = invocation.options
    if run_alone := getattr(verb, "run_alone", None):
        run_alone(options)
        return
    if invocation.verb == PROMPT:
        verb.look(options, invocation)
        return
    home = invocation.find_home()
    tell_of_erasing(home)
    workspace = open_workspace(home, invocation.clock(), is_quick=invocation.verb in HURRIED)
    reports = workspace.take_reports()
    try:
        verb.run(options, workspace)
    except RapportError as error:
        tell_all(report for report in reports if report != str(error))
        raise
    tell_all([*reports, *workspace.take_reports()])
    with suppress(StoreError):
        workspace.close(MOST_UNSAVED)


def tell_of_erasing(home: Home) -> None:
    """Tell that an erasing was broken off: nothing else is done until all files are without it."""
    if os.path.exists(home.erasing):  # noqa: PTH110 - a home that cannot be read is told later
        tell("An erasing was broken off. It is finished first, which takes some seconds.")


def guarded(act: Callable[[], None]) -> int:
    """Do something and return the exit code; a trouble becomes one line, never a traceback.

    `RAPPORT_DEBUG=1` lets what was not foreseen through.
    """
    open_closed()
    allow_any_text()
    try:
        _let_print(act)
    except RapportError as error:
        tell(str(error), is_grave=isinstance(error, WrongKeyError))
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has seen enough; the interpreter's own last flush would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:
        if os.environ.get("RAPPORT_DEBUG"):
            raise
        tell(
            f"Something unforeseen went wrong ({type(error).__name__}). What was logged before is "
            "safe. RAPPORT_DEBUG=1 shows the details."
        )
        return RapportError.exit_code
    return 0


def _let_print(act: Callable[[], None]) -> None:
    """Do something and let all that it printed be written; help ends the program of itself."""
    try:
        act()
    except SystemExit:
        flush()
        raise
    flush()

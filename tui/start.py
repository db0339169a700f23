"""Opens the app: in a terminal that can show it, on the home that is meant."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from habits import service
from habits.cli.main import tell_of_erasing
from habits.cli.output import tell_all
from habits.config import find_config, read_config
from habits.errors import RapportError, RefusedError, UsageError
from habits.store.home import Home
from tui import first_frame
from tui.sizes import LEAST_HEIGHT, LEAST_WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable

    from habits.cli.invocation import Invocation
    from habits.clock import Clock
    from habits.config import Config
    from habits.service import Workspace
    from tui.first_frame import FirstFrame
    from tui.session import Session
    from tui.syncer import Syncer


def start(invocation: Invocation) -> None:
    """Open the app and stay until the user leaves it.

    Raises:
        RapportError: No terminal can show it, or the home cannot be opened.
    """
    if invocation.verb == "demo":
        _require_terminal()
        _run_demo(invocation)
    else:
        _require_terminal()
        home, clock = invocation.find_home(), invocation.clock()
        tell_of_erasing(home)
        frame = first_frame.read(home, clock.now())
        workspace = None if frame else _opened(home, clock)
        config = read_config(find_config(os.environ))
        _run(lambda: workspace or service.open_workspace(home, clock), frame, config, welcomes=True)


def _opened(home: Home, clock: Clock) -> Workspace:
    """Return an open home of which Today can be shown; what cannot be is told by no screen."""
    workspace = service.open_workspace(home, clock)
    try:
        service.today(workspace)
        service.follow_ups(workspace)
        service.north_star(workspace)
    except RapportError:
        tell_all(workspace.take_reports())
        raise
    return workspace


def _require_terminal() -> None:
    if "WebDriver" in os.environ.get("TEXTUAL_DRIVER", ""):
        # What is read and written is what a browser shows; it has told how large it is.
        return
    # Textual reads the first of them and draws on the last one.
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        message = "There is no terminal to open the app in. Try 'rapport today' or 'rapport log'."
        raise RefusedError(message)
    width, height = os.get_terminal_size(sys.stdout.fileno())
    # A terminal that does not tell its size says 0 x 0.
    if 0 < width < LEAST_WIDTH or 0 < height < LEAST_HEIGHT:
        message = (
            f"The terminal has {width} x {height} cells; rapport needs {LEAST_WIDTH} x "
            f"{LEAST_HEIGHT}. Make it larger, or try 'rapport today'."
        )
        raise RefusedError(message)


def _run_demo(invocation: Invocation) -> None:
    """Open the app on a made-up year, in a home that is taken away afterwards."""
    if invocation.home is not None:
        message = "The demo makes a home of its own. Leave --home out."
        raise UsageError(message)
    # Imported on need: only the demo pays for its story.
    from habits.demo import made_up_year  # noqa: PLC0415

    folder = Path(tempfile.mkdtemp(prefix="rapport-demo-"))
    try:
        workspace = service.open_workspace(Home(folder), invocation.clock(), device="demo")
        service.fill(workspace, made_up_year(workspace.clock.now()))
        _run(lambda: workspace, None, read_config(find_config(os.environ)))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(
    open_workspace: Callable[[], Workspace],
    frame: FirstFrame | None,
    config: Config,
    *,
    welcomes: bool = False,
) -> None:
    """Run the app, and leave the home as the user leaves the app.

    Args:
        open_workspace: Opens the home.
        frame: What the app shows before that.
        config: How it looks, and which keys it has.
        welcomes: Whether a new home opens with the first run.

    Raises:
        RapportError: The home could not be opened behind the first frame.
    """
    from tui.app import RapportApp  # noqa: PLC0415 - Textual comes after everything that can fail

    sessions: list[Session] = []

    def open_session() -> Session:
        from tui.session import Session  # noqa: PLC0415 - it comes behind the first frame

        sessions.append(Session(open_workspace()))
        return sessions[0]

    app = RapportApp(open_session, frame, config, welcomes=welcomes)
    app.run(mouse=config.mouse)
    for session in sessions:
        session.close()
    if (syncer := app.lookout.syncing.syncer) is not None:
        _sync_last(syncer)
    if app.trouble is not None:
        raise app.trouble
    if app.return_code:
        sys.exit(app.return_code)


def _sync_last(syncer: Syncer) -> None:
    """Send what was done last; who does not want to wait for it stops it with ctrl+c."""
    from habits.cli.output import tell  # noqa: PLC0415 - most homes do not sync

    def told() -> None:
        # The terminal may be gone: then nobody waits.
        with suppress(OSError):
            tell("Sending what is new, for 3 seconds at most; ctrl+c leaves it for the next time.")

    with suppress(KeyboardInterrupt, RapportError):
        syncer.leave(told)

"""`rapport serve`: lets the app be opened in a browser on this machine."""

from __future__ import annotations

import logging
import os
import secrets
import shlex
import socket
import sys
from typing import TYPE_CHECKING, Final

from habits.cli.output import say, tell
from habits.errors import RefusedError

if TYPE_CHECKING:
    from habits.cli.invocation import Invocation

HOST: Final = "127.0.0.1"
_HIGHEST: Final = 65535
_PATIENCE: Final = 5.0
"""Seconds for which open pages are waited for at the end."""


def serve(invocation: Invocation) -> None:
    """Show the app to a browser on this machine until ctrl+c.

    Raises:
        RapportError: A package is missing, the home has no such name, or the port cannot be had.
    """
    try:
        from aiohttp import web  # noqa: PLC0415 - it is what an extra brings

        from tui.browser.site import site  # noqa: PLC0415 - as above
    except ModuleNotFoundError as error:
        message = "A browser needs more packages. Try: pip install 'rapport-tui[serve]'"
        raise RefusedError(message) from error
    command = _command(invocation)
    _let_no_trace_through()
    with _listening(invocation.options.port) as sock:
        port, token = sock.getsockname()[1], secrets.token_urlsafe(32)
        web.run_app(
            site(command, port, token),
            sock=sock,
            # It is called once everything is there that a browser or ctrl+c may meet.
            print=lambda _: _say_where(f"http://{HOST}:{port}/{token}/"),
            access_log=None,
            shutdown_timeout=_PATIENCE,
        )


def _say_where(address: str) -> None:
    say(address)
    sys.stdout.flush()
    tell("Open this address in a browser on this machine. Whoever has it can read and write")
    tell("everything, until ctrl+c ends it.")


def _command(invocation: Invocation) -> str:
    """Return the command of the app for a shell, on the same home and clock."""
    invocation.find_home()
    invocation.clock()
    # Without -P, a folder of the same name where it is started would be taken for the app.
    words = [sys.executable, "-P", "-m", "tui"]
    for option, said in (("--home", invocation.home), ("--now", invocation.now)):
        words += [] if said is None else [option, said]
    return f"exec {shlex.join(words)}"


def _listening(port: int) -> socket.socket:
    """Return a socket that only this machine reaches.

    Raises:
        RefusedError: The port is no number for one, or cannot be had.
    """
    if not 0 <= port <= _HIGHEST:
        message = f"There is no port {port}. Name one up to {_HIGHEST}, or leave it out."
        raise RefusedError(message)
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        message = f"Port {port} cannot be had: {error.strerror}. Name another one, or leave it out."
        raise RefusedError(message) from error


def _let_no_trace_through() -> None:
    """Keep off the terminal what libraries report of a page that went wrong.

    `RAPPORT_DEBUG=1` lets it through.
    """
    if not os.environ.get("RAPPORT_DEBUG"):
        for name in ("aiohttp", "textual-serve", "asyncio"):
            logging.getLogger(name).addHandler(logging.NullHandler())

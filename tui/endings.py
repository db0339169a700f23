"""Signals that end the app: the terminal is given back as it was, and the home is left whole."""

from __future__ import annotations

import asyncio
import signal
from functools import partial
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from textual.app import App

ENDING: Final = (signal.SIGTERM, signal.SIGHUP)
"""What is sent by who wants a program to end, and by a terminal that is closed."""


def end_on_signals(app: App[Any]) -> None:
    """Let the app end as if it were left when it is told to; its exit code names the signal."""
    loop = asyncio.get_running_loop()
    for each in ENDING:
        loop.add_signal_handler(each, partial(app.exit, return_code=128 + each))

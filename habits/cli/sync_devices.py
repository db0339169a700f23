"""`rapport sync devices`: show the machines that sync."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.cli.output import say, say_json
from habits.cli.sync_words import time_shape
from habits.service.syncing import sync_devices
from habits.text import one_line

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace
    from habits.service.sync_standing import SyncDevice


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.flag("--json", "print them as JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Print the machines, one a line, this one first.

    Raises:
        RapportError: It cannot be done; the changes here are safe.
    """
    devices = sync_devices(workspace)
    if options.json:
        say_json([_shape(each) for each in devices])
        return
    for each in devices:
        notes = [
            *(["this machine"] if each.is_here else []),
            *([f"last sent {sent[:10]}"] if (sent := time_shape(each.seen_at)) else []),
            *(["has not joined with the present key"] if each.is_locked else []),
        ]
        about = " · ".join([each.machine, f"rapport {each.program}", *notes])
        say(one_line(f"{each.device}  {about}"))


def _shape(each: SyncDevice) -> dict[str, object]:
    return {
        "device": each.device,
        "machine": each.machine,
        "rapport": each.program,
        "here": each.is_here,
        "last_sent": time_shape(each.seen_at),
        "locked": each.is_locked,
    }

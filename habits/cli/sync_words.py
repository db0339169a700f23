"""What the commands of syncing share: the recovery key, and what a syncing came to."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from habits.cli.asking import can_answer
from habits.cli.output import say, tell

if TYPE_CHECKING:
    from habits.sync.exchange import Outcome


def show_key(recovery: str) -> None:
    """Print the recovery key, which is shown this once."""
    tell("This is your recovery key. Keep it: every further machine asks for it.")
    say(recovery)


def ask_key() -> str:
    """Return the recovery key, without an echo where somebody types it."""
    if can_answer():
        from getpass import getpass  # noqa: PLC0415 - only where somebody types

        return getpass("Recovery key: ", sys.stderr)
    return sys.stdin.readline()


def tell_outcome(outcome: Outcome) -> None:
    """Tell what came and went, and what is not as it should be."""
    for name in outcome.arriving:
        tell(f"{name} has not wholly arrived yet; the next sync looks again.")
    for name in outcome.damaged:
        tell(f"{name} is damaged and was left out; your changes are safe here.")
    for device in outcome.lost:
        tell(f"The remote has lost something of {device}; what is known here was sent again.")
    tell(f"Synced: {outcome.received} came, {outcome.sent} went.")

"""What the commands of syncing share: the recovery key, and what a syncing came to."""

from __future__ import annotations

import sys
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from habits.cli.asking import can_answer
from habits.cli.output import say, tell

if TYPE_CHECKING:
    from habits.sync.outcome import Outcome


def show_key(recovery: str) -> None:
    """Print the recovery key, which is shown this once."""
    tell(
        "This is your recovery key. Keep it with your passwords: each further machine asks for it."
    )
    say(recovery)


def ask_key() -> str:
    """Return the recovery key, without an echo where somebody types it."""
    if can_answer():
        from getpass import getpass  # noqa: PLC0415 - only where somebody types

        with suppress(EOFError):
            return getpass("Recovery key: ", sys.stderr)
        return ""
    return sys.stdin.readline()


def time_shape(milliseconds: int | None) -> str | None:
    """Return a time as it stands in JSON, in UTC; None for never."""
    at = None if milliseconds is None else datetime.fromtimestamp(milliseconds / 1000, UTC)
    return None if at is None else at.isoformat(timespec="seconds")


def outcome_words(outcome: Outcome) -> str:
    """Return what came and went."""
    moved = [("came", outcome.received), ("went", outcome.sent)]
    told = [f"{count} {what}" for what, count in moved if count]
    return f"Synced: {', '.join(told) or 'nothing was new'}."


def tell_outcome(outcome: Outcome) -> None:
    """Tell what came and went, and what is not as it should be.

    Raises:
        RapportError: Some of it could not be taken in.
    """
    refusal = outcome.refusal
    for told in outcome.told():
        if refusal is None or told.words != str(refusal):
            tell(told.words, is_grave=told.trouble is not None and told.trouble.is_grave)
    tell(outcome_words(outcome))
    if refusal:
        raise refusal

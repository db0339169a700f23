"""Troubles: what a syncing can meet, by kind, and the line that a user is told about it."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from habits.errors import (
    OfflineError,
    RapportError,
    RefusedError,
    SignInError,
    StoreError,
    WrongKeyError,
)


class MissingError(RefusedError):
    """Something that syncing needs is not installed."""


class Trouble(StrEnum):
    """What is not as it should be, the gravest first."""

    WRONG_KEY = "wrong key"
    """What is at the remote cannot be opened with the key of this machine."""
    DAMAGED = "damaged"
    """Something at the remote cannot be read."""
    ROLLED_BACK = "rolled back"
    """Something is gone from the remote that no machine took away."""
    DISK = "disk"
    """The home cannot be read or written."""
    MISSING = "not installed"
    """Something that syncing needs is not installed."""
    SIGN_IN = "sign in"
    """The remote does not let us in."""
    NEWER = "newer"
    """Something waits until rapport is upgraded here."""
    OTHER_KEY = "other key"
    """What another machine sent waits until it has the present key."""
    OFFLINE = "offline"
    """The remote cannot be reached."""

    @property
    def is_grave(self) -> bool:
        """Whether it wants a user's eyes now, and does not pass by itself."""
        return self in _GRAVE


_GRAVE: Final = {
    Trouble.WRONG_KEY,
    Trouble.DAMAGED,
    Trouble.ROLLED_BACK,
    Trouble.DISK,
    Trouble.MISSING,
}

_KINDS: Final[dict[type[RapportError], Trouble]] = {
    WrongKeyError: Trouble.WRONG_KEY,
    SignInError: Trouble.SIGN_IN,
    OfflineError: Trouble.OFFLINE,
    StoreError: Trouble.DISK,
    MissingError: Trouble.MISSING,
}


class Told(NamedTuple):
    """What a user is told of a syncing.

    Attributes:
        trouble: Its kind; None where it passes by itself.
        words: One line: the cause, and what to do next.
    """

    trouble: Trouble | None
    words: str


def trouble_of(error: RapportError) -> Trouble | None:
    """Return the kind of what ended a syncing; None where it was not begun."""
    return next((kind for family, kind in _KINDS.items() if isinstance(error, family)), None)

"""Transports: what carries sealed segments from machine to machine."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

NAME_FORM: Final = re.compile(r"(\d{8})-([0-9a-f]{16})\.seg", re.ASCII)
"""The name of a segment: its number, and the first digits of the SHA-256 of its bytes."""

DEVICE_FORM: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,63}", re.ASCII)
"""The name of a device, which is part of file names and branch names."""


class Transport(Protocol):
    """A place that all machines of a user reach, where each has a shelf of its own.

    A machine writes to its own shelf alone. Segments never change: what has a name has the bytes
    that it had, or is not there, or has not wholly arrived. Every call may be broken off and made
    again. Each raises `habits.errors.OfflineError` where the place cannot be reached and
    `habits.errors.SignInError` where it refuses us.
    """

    def names(self) -> Mapping[str, frozenset[str]]:
        """Return the names of all segments by device; names of another form are left out."""
        ...

    def fetch(self, device: str, names: Collection[str]) -> Iterator[tuple[str, bytes]]:
        """Yield segments of a device with their bytes, as they stand there.

        What is not there any more is left out. Whether the bytes are those that the name says is
        for the caller to see (`is_whole`).
        """
        ...

    def publish(self, device: str, add: Mapping[str, bytes], drop: Collection[str]) -> None:
        """Put segments on a device's shelf, to stay, and only then take others away.

        What is there already is put there again, and what is not there any more is taken away, in
        silence.
        """
        ...

    def forget(self, device: str) -> None:
        """Take a device's whole shelf away, if there is one."""
        ...

    def describe(self) -> str:
        """Return where this is, as the user named it."""
        ...


def name_of(number: int, sealed: bytes) -> str:
    """Return the name of a segment.

    Args:
        number: How many its device had sealed before, and one.
        sealed: Its bytes.
    """
    return f"{number:08}-{sha256(sealed).hexdigest()[:16]}.seg"


def number_of(name: str) -> int:
    """Return the number in a segment's name."""
    return int(name.partition("-")[0])


def is_notice(name: str) -> bool:
    """Return whether a segment's name says that it holds no lines, but tells of a key."""
    return number_of(name) == 0


def is_whole(name: str, sealed: bytes) -> bool:
    """Return whether bytes are those that a segment's name says."""
    return name == name_of(number_of(name), sealed)

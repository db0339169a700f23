"""Identities: random ones that sort by time, and fixed ones made from a name."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid5

if TYPE_CHECKING:
    from datetime import datetime

_NAMESPACE: Final = UUID("6f1b6c1e-0c0f-5f0a-9d53-7f2a4b1c8e42")
_RANDOM_BITS: Final = 62
_ALL_RANDOM_BITS: Final = _RANDOM_BITS + 12

_last: Final = {"milliseconds": -1, "random": 0}


def new_id(instant: datetime) -> UUID:
    """Return a UUID of version 7 (RFC 9562, section 5.7) for an instant.

    Of one millisecond each is greater than the one before, so that by their ids records stand in
    the order in which they were made.
    """
    milliseconds = max(int(instant.timestamp() * 1000), 0) & ((1 << 48) - 1)
    random = int.from_bytes(os.urandom(10), "big")
    if milliseconds == _last["milliseconds"]:
        random = _last["random"] + 1
    random &= (1 << _ALL_RANDOM_BITS) - 1
    _last.update(milliseconds=milliseconds, random=random)
    high = milliseconds << 16 | 0x7000 | random >> _RANDOM_BITS
    low = 0b10 << _RANDOM_BITS | random & ((1 << _RANDOM_BITS) - 1)
    return UUID(int=high << 64 | low)


def fixed_id(table: str, slug: str) -> UUID:
    """Return the UUID of a record that every home has from the start, the same everywhere."""
    return uuid5(_NAMESPACE, f"{table}/{slug}")

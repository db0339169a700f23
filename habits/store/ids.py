"""Identities: random ones that sort by time, and fixed ones made from a name."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid5

from habits.clock import wall_microseconds

if TYPE_CHECKING:
    from datetime import datetime

_NAMESPACE: Final = UUID("6f1b6c1e-0c0f-5f0a-9d53-7f2a4b1c8e42")
_RANDOM_BITS: Final = 30
_LOW_BITS: Final = 62
_TAIL_BITS: Final = _LOW_BITS + 12
"""Where an id is behind its milliseconds: the wall clock's microseconds and what is random."""

_last: Final = {"milliseconds": -1, "tail": 0}


def new_id(instant: datetime) -> UUID:
    """Return a UUID of version 7 (RFC 9562, section 5.7) for an instant.

    Of one millisecond each is greater than the one before, so that by their ids records stand in
    the order in which they were made. By the clock on the wall that holds for several processes
    too, where the instant is that of a clock that stands still.
    """
    milliseconds = max(int(instant.timestamp() * 1000), 0) & ((1 << 48) - 1)
    tail = wall_microseconds() << _RANDOM_BITS | int.from_bytes(os.urandom(4), "big") >> 2
    tail &= (1 << _TAIL_BITS) - 1
    if milliseconds == _last["milliseconds"]:
        tail = max(tail, _last["tail"] + 1)
    _last.update(milliseconds=milliseconds, tail=tail)
    high = milliseconds << 16 | 0x7000 | tail >> _LOW_BITS
    low = 0b10 << _LOW_BITS | tail & ((1 << _LOW_BITS) - 1)
    return UUID(int=high << 64 | low)


def fixed_id(table: str, slug: str) -> UUID:
    """Return the UUID of a record that every home has from the start, the same everywhere."""
    return uuid5(_NAMESPACE, f"{table}/{slug}")

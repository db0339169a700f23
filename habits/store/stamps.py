"""Stamps: when something was written, so that every device agrees which of two writings is later.

A stamp is a hybrid logical clock (Kulkarni and others, 2014) in one number: milliseconds since
1970 in the upper bits, a count in the lower sixteen. It follows the wall clock, but never goes
back and never repeats on one device, whatever the wall clock does.
"""

from __future__ import annotations

from typing import Final

COUNT_BITS: Final = 16

_UUID_TIME: Final = 80
_UUID_VERSION: Final = 76
_BY_TIME: Final = 7


def creation_stamp(key: int) -> int:
    """Return the stamp of a record's creation, taken from its id; 0 where that tells no time.

    So a record has the same age on every device, in whatever order its operations arrive, and a
    record with a fixed id, which every home makes for itself, is older than any change of it.

    Args:
        key: The integer of its UUID; version 7 (RFC 9562, section 5.7) begins with its time.
    """
    if key >> _UUID_VERSION & 0xF != _BY_TIME:
        return 0
    return (key >> _UUID_TIME) << COUNT_BITS


def next_stamp(newest: int, milliseconds: int, key: int) -> int:
    """Return a stamp for a writing now: later than all others and than the record's creation.

    Args:
        newest: The newest stamp known.
        milliseconds: The wall clock, since 1970.
        key: The integer of the record's UUID.
    """
    return max(milliseconds << COUNT_BITS, newest + 1, creation_stamp(key) + 1)


def milliseconds_of(stamp: int) -> int:
    """Return the wall clock at which a stamp was made, in milliseconds since 1970."""
    return stamp >> COUNT_BITS

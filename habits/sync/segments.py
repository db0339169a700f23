"""Segments: lines of logs, sealed to travel. What is in a segment never changes.

Within: a line of JSON that says whose it is, then lines as they stand in a log; packed (zlib), then
sealed (age).
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from habits.store.carrying import Group, groups_of
from habits.store.lines import VERSION, DamagedLineError, NewerLineError, decode, to_json
from habits.sync.keys import DamagedSealError
from habits.sync.transport import DEVICE_FORM

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from habits.store.lines import Line
    from habits.sync.keys import Keys


class DamagedSegmentError(Exception):
    """A segment whose bytes have their name's hash, but which holds no lines that can be read."""


class NewerSegmentError(Exception):
    """A segment that a newer version wrote; it waits for the upgrade."""


class Header(NamedTuple):
    """Whose a segment is.

    Attributes:
        device: Which device sealed it.
        machine: What its user calls that machine.
        number: How many that device had sealed before, and one.
        program: The version of rapport there.
        sealed_at: When, in milliseconds since 1970.
        replaces: Up to which number the segments of a device may be gone: what they held is in
            others that are there once this one is.
        retires: Which key is to seal no more, if this says so; it is sealed with that one, and its
            number is 0.
    """

    device: str
    machine: str
    number: int
    program: str
    sealed_at: int
    replaces: Mapping[str, int] = {}
    retires: str = ""


class Segment(NamedTuple):
    """A segment, opened."""

    header: Header
    groups: tuple[Group, ...]


def seal(segment: Segment, keys: Keys) -> bytes:
    """Return a segment as it travels."""
    # A notice is for whoever stayed behind, also with an older rapport.
    version = 1 if segment.header.retires else VERSION
    head = to_json({"v": version, **segment.header._asdict()})
    lines = b"".join(group.written for group in segment.groups)
    return keys.seal(zlib.compress(head + b"\n" + lines))


def open_segment(sealed: bytes, shelf: str, keys: Keys) -> Segment:
    """Return what is in a segment.

    Args:
        sealed: It as it travels.
        shelf: The device on whose shelf it lay, in whose log lines without an author are put.
        keys: The keys of this machine.

    Raises:
        WrongKeyError: It is sealed with another key.
        NewerSegmentError: A newer version wrote it.
        DamagedSegmentError: It cannot be read, or a line in it cannot.
    """
    try:
        head, *written = zlib.decompress(keys.open(sealed)).split(b"\n")
        said = json.loads(head)
        if said["v"] > VERSION:
            raise NewerSegmentError
        header = _header(said)
        lines = [decode(each) for each in written if each]
    except NewerLineError:
        raise NewerSegmentError from None
    except (*_UNREADABLE, DamagedSealError, DamagedLineError, zlib.error) as error:
        raise DamagedSegmentError from error
    return Segment(header, tuple(_in_logs(groups_of(shelf, written, lines))))


_UNREADABLE: Final = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


def _header(said: dict[str, Any]) -> Header:
    return Header(
        device=str(said["device"]),
        machine=str(said["machine"]),
        number=int(said["number"]),
        program=str(said["program"]),
        sealed_at=int(said["sealed_at"]),
        replaces={str(device): int(number) for device, number in said["replaces"].items()},
        retires=str(said["retires"]),
    )


def _in_logs(groups: Iterable[Group]) -> Iterable[Group]:
    """Yield groups, each with whose log it belongs to: that of the device that wrote it."""
    for group in groups:
        line: Line = decode(group.lines[0])
        yield group._replace(author=line.device) if DEVICE_FORM.fullmatch(line.device) else group

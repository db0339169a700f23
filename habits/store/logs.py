"""Logs: what all devices did, line after line, in files that only ever grow.

A device writes to its own segments alone, `<device>-<number>.jsonl`, and reads those of all. How
far a segment has been read is its place: an offset, and the bytes before it, by which a file that
was cut or replaced is told from one that only grew.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, NamedTuple

from habits.store.batches import Batches
from habits.store.lines import NewerLineError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from habits.store.lines import Line
    from habits.store.snapshot import Place

SUFFIX: Final = ".jsonl"

TAG_BYTES: Final = 16
"""How many bytes before a place tell the file from another one."""


class Reading(NamedTuple):
    """What was new in a segment.

    Attributes:
        name: The segment's name.
        place: How far it is read now.
        lines: The operations, in their order.
        damaged: The lines that are damaged, as they stand there.
        unfinished: How many bytes stand behind its last line end: a line that was never
            acknowledged, or has not wholly arrived.
        newer: Whether it goes on with a line of a newer version, which waits.
        restarted: Whether it was read from its beginning, as it is not the file it was.
    """

    name: str
    place: Place
    lines: list[Line]
    damaged: list[bytes]
    unfinished: int
    newer: bool
    restarted: bool


class Stretch(NamedTuple):
    """What stands in a segment behind a place, as bytes.

    Attributes:
        name: The segment's name.
        content: The bytes, with some of those before the place.
        begin: Where in them the new ones begin.
        before: How many bytes of the segment stand before them all.
        restarted: Whether it is the whole segment, as it is not the file it was.
    """

    name: str
    content: bytes
    begin: int
    before: int
    restarted: bool

    def read(self) -> Reading:
        """Return what it says."""
        return _read_lines(
            self.name, self.content, self.begin, self.before, restarted=self.restarted
        )

    def up_to(self, place: Place) -> bytes:
        """Return what of it is new, up to a place."""
        return self.content[self.begin : place[0] - self.before]


def segments(folder: Path) -> list[Path]:
    """Return all segments of all devices, in the order of their names."""
    return [folder / name for name in _names(folder)]


def _names(folder: Path) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if name.endswith(SUFFIX))  # noqa: PTH208
    except FileNotFoundError:
        return []


def read_new(
    folder: Path, places: Mapping[str, Place], seen: Collection[str] = ()
) -> Iterator[Reading]:
    """Yield what is new in each segment since it was read to its place.

    Args:
        folder: The folder of the segments.
        places: How far each is read.
        seen: The segments that this process has looked into, so that one that has not grown since
            needs no second look.

    Raises:
        OSError: A segment cannot be read.
    """
    for name in _names(folder):
        place = places.get(name, (0, ""))
        # Joined and looked at by strings: this is done before every act.
        size = os.stat(f"{folder}/{name}").st_size  # noqa: PTH116
        if name not in seen or size != place[0]:
            yield read(folder / name, place)


def read(path: Path, place: Place) -> Reading:
    """Return what stands in a segment behind a place, or the whole where it is another file.

    Raises:
        OSError: It cannot be read.
    """
    return fetch(path, place).read()


def fetch(path: Path, place: Place) -> Stretch:
    """Return what stands in a segment behind a place, as `read`, and look at none of its lines."""
    offset, tag = place
    with path.open("rb") as file:
        file.seek(max(offset - TAG_BYTES, 0))
        content = file.read()
        known = min(offset, TAG_BYTES)
        restarted = bool(offset) and content[:known].hex() != tag
        if restarted:
            file.seek(0)
            content, known, offset = file.read(), 0, 0
    return Stretch(path.name, content, known, offset - known, restarted)


def lines_before(path: Path, offset: int) -> list[Line]:
    """Return the lines of a segment up to a place in it.

    Raises:
        OSError: It cannot be read.
    """
    with path.open("rb") as file:
        content = file.read(offset)
    return _read_lines(path.name, content, 0, 0, restarted=False).lines


def own_tail(folder: Path, device: str, most: int) -> tuple[list[Line], bool]:
    """Return the latest lines of a device, and whether they are all it wrote.

    Args:
        folder: The folder of the segments.
        device: The device.
        most: How many bytes to read, about.

    Raises:
        OSError: A segment cannot be read.
    """
    lines: list[Line] = []
    own = [path for path in segments(folder) if is_of(path.name, device)]
    for path in reversed(own):
        begin = max(path.stat().st_size - most, 0)
        with path.open("rb") as file:
            file.seek(begin)
            content = file.read()
        first = content.find(b"\n") + 1 if begin else 0
        lines[:0] = _read_lines(path.name, content, first, 0, restarted=False).lines
        if begin:
            return lines, False
        most -= len(content)
    return lines, True


def is_of(name: str, device: str) -> bool:
    """Return whether a segment is one of a device's own."""
    begin, _, number = name.removesuffix(SUFFIX).rpartition("-")
    return begin == device and number.isdecimal()


def _read_lines(name: str, content: bytes, begin: int, before: int, *, restarted: bool) -> Reading:
    """Read the lines of a piece of a segment.

    Args:
        name: The segment's name.
        content: The piece.
        begin: Where in it the new lines begin.
        before: How many bytes of the segment stand before the piece.
        restarted: Whether it is read anew.
    """
    batches = Batches()
    newer = False
    read = begin
    while (end := content.find(b"\n", read)) >= 0:
        try:
            batches.take(content[read:end])
        except NewerLineError:
            newer = True
            break
        read = end + 1
        if batches.is_whole:
            begin = read
    if batches.settle():
        begin = read
    tag = content[max(begin - TAG_BYTES, 0) : begin].hex()
    unfinished = 0 if newer else len(content) - begin
    place = before + begin, tag
    return Reading(name, place, batches.lines, batches.damaged, unfinished, newer, restarted)

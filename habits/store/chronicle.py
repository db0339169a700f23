"""The chronicle: what happened to a home, act by act, as its logs tell it."""

from __future__ import annotations

from contextlib import suppress
from itertools import chain, groupby
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from habits.store.lines import DamagedLineError, NewerLineError, decode
from habits.store.logs import lines_before, segments
from habits.store.merge import State
from habits.store.ops import Written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from habits.store.lines import Line


class Event(NamedTuple):
    """An act, as it was done on some device.

    Attributes:
        stamp: When it was done.
        device: On which device.
        written: What it changed.
        takes_back: Whether it took another one back.
        brings_back: Whether it did one again that was taken back.
        is_act: Whether somebody did it; defaults and what is of an older format came by themselves.
    """

    stamp: int
    device: str
    written: tuple[Written, ...]
    takes_back: bool
    brings_back: bool
    is_act: bool


def events(folder: Path) -> Iterator[Event]:
    """Yield what happened, the oldest first, of all devices.

    Raises:
        OSError: A log cannot be read.
    """
    lines = sorted(all_lines(folder), key=lambda line: (line.stamp, line.device))
    state = State()
    for (device, act), group in groupby(lines, key=lambda line: (line.device, line.act)):
        mine = list(group)
        written = tuple(_applied(state, mine))
        first = mine[0]
        yield Event(
            stamp=first.stamp,
            device=device,
            written=written,
            takes_back=first.takes_back is not None,
            brings_back=first.brings_back is not None,
            is_act=bool(act),
        )


def all_lines(folder: Path) -> Iterable[Line]:
    """Return the lines of all segments.

    Raises:
        OSError: A log cannot be read.
    """
    return chain.from_iterable(lines_before(path, path.stat().st_size) for path in segments(folder))


def lines_with(folder: Path, words: bytes) -> Iterator[Line]:
    """Yield the lines of all segments in which some bytes stand, those too that count for nothing.

    Raises:
        OSError: A log cannot be read.
    """
    for path in segments(folder):
        for written in path.read_bytes().split(b"\n"):
            if words in written:
                with suppress(DamagedLineError, NewerLineError):
                    yield decode(written)


def _applied(state: State, lines: list[Line]) -> Iterator[Written]:
    for line in lines:
        before = state.document(line.table, line.key)
        state.apply(line)
        after = state.document(line.table, line.key)
        if before != after:
            yield Written(line.table, UUID(int=line.key), before, after)

"""Acts: what one device did at one go, and which of them can be taken back or done again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID

from habits.store.lines import Kind
from habits.store.logs import own_tail
from habits.store.ops import Op

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from habits.store.lines import Line

NO_ACT: Final = 0
"""The act of lines that nobody takes back: defaults, and what came from elsewhere."""


_TAIL: Final = 1 << 18
"""How many bytes of a device's lines are looked at first; more where those do not suffice."""


class Purpose(NamedTuple):
    """What an act is for, as far as taking back goes.

    Attributes:
        is_act: Whether it can be taken back; defaults and what came from elsewhere cannot.
        takes_back: The act that it takes back.
        brings_back: The act that it does again.
    """

    is_act: bool = True
    takes_back: int | None = None
    brings_back: int | None = None


class Act(NamedTuple):
    """What was done at one go.

    Attributes:
        id: The stamp of its first line.
        lines: Its lines.
    """

    id: int
    lines: tuple[Line, ...]

    def taken_back(self) -> tuple[list[Op], Purpose]:
        """Return the operations that take it back, and what they are for."""
        ops = [Op(line.table, UUID(int=line.key), line.before) for line in reversed(self.lines)]
        return ops, Purpose(takes_back=self.id)

    def brought_back(self) -> tuple[list[Op], Purpose]:
        """Return the operations that do it again, and what they are for."""
        ops = [Op(line.table, UUID(int=line.key), line.fields) for line in self.lines]
        return ops, Purpose(brings_back=self.id)


class Acts(NamedTuple):
    """The acts of a device that can be taken back, and those that can be done again.

    Attributes:
        done: Those that can be taken back, the newest last.
        undone: Those that can be done again, the one that was taken back last at the end.
        is_whole: Whether all acts that the lines speak of are among them.
    """

    done: list[Act]
    undone: list[Act]
    is_whole: bool


def recent_acts(folder: Path, device: str) -> Acts:
    """Return the acts of a device, or the latest of them where there are many.

    Raises:
        OSError: Its log cannot be read.
    """
    most = _TAIL
    while True:
        lines, is_whole = own_tail(folder, device, most)
        if not is_whole and lines:
            # The first act of a piece may have begun before it.
            lines = [line for line in lines if line.act != lines[0].act]
        acts = acts_of(lines)
        if is_whole or (acts.is_whole and acts.done):
            return acts
        most *= 16


def erased_last(folder: Path, device: str) -> bool:
    """Return whether a device has done nothing since it last erased something.

    Raises:
        OSError: Its log cannot be read.
    """
    lines, _ = own_tail(folder, device, _TAIL)
    telling = (line for line in reversed(lines) if line.act != NO_ACT or line.kind is Kind.ERASE)
    newest = next(telling, None)
    return newest is not None and newest.kind is Kind.ERASE


def acts_of(lines: Iterable[Line]) -> Acts:
    """Return what a device's lines leave to take back.

    Lines that were lost and came back stand behind later ones; so acts are told in their own order.

    A new act makes those that were taken back before it final, as in every editor.
    """
    done: list[Act] = []
    undone: list[Act] = []
    is_whole = True
    for act in _grouped(lines):
        first = act.lines[0]
        if first.takes_back is not None:
            is_whole &= _move(first.takes_back, done, undone)
        elif first.brings_back is not None:
            is_whole &= _move(first.brings_back, undone, done)
        else:
            done.append(act)
            undone.clear()
    return Acts(done, undone, is_whole)


def _grouped(lines: Iterable[Line]) -> Iterator[Act]:
    by_act: dict[int, list[Line]] = {}
    for line in lines:
        if line.act != NO_ACT:
            by_act.setdefault(line.act, []).append(line)
    return (Act(key, tuple(group)) for key, group in sorted(by_act.items()))


def _move(key: int, source: list[Act], target: list[Act]) -> bool:
    """Move an act from one list to the end of another, and return whether it was there."""
    for act in reversed(source):
        if act.id == key:
            source.remove(act)
            target.append(act)
            return True
    return False

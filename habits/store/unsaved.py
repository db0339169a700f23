"""What the logs hold and the TinyDB file lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.store import codec

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from habits.store.lines import Line


class Unsaved:
    """The operations that the TinyDB file lacks.

    Args:
        device: Returns by which name this machine writes; only asked where people are told of.

    Attributes:
        count: How many they are.
        tells_of_people: Whether another device tells of people in them. Once that device has
            erased somebody, its own logs name them no more: what they were called, and so what is
            to be taken out of the logs of this one, is known by its TinyDB file alone.
    """

    def __init__(self, device: Callable[[], str]) -> None:
        self._device = device
        self.count = 0
        self.tells_of_people = False

    def note(self, lines: Collection[Line]) -> None:
        """Note lines that were taken in."""
        self.count += len(lines)
        self.tells_of_people = self.tells_of_people or any(
            line.table == codec.PEOPLE and line.device != self._device() for line in lines
        )

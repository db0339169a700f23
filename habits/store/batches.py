"""Batches: which of the lines of a log count, as those that were written together do together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.store.lines import DamagedLineError, decode, goes_on

if TYPE_CHECKING:
    from habits.store.lines import Line


class Batches:
    """Lines as they come, of which those that were written together count together.

    A crash may leave the first lines of a batch without the others. Then the next line is one of
    another batch, or there is none yet. Where a line between was damaged later, by something else,
    the others count all the same: they were acknowledged.

    Attributes:
        lines: The lines that count.
        damaged: What could not be read, and what of a batch a crash has left.
    """

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.damaged: list[bytes] = []
        self._batch: list[tuple[Line, bytes]] = []
        self._is_hurt = False

    @property
    def is_whole(self) -> bool:
        """Whether no batch is begun that is not ended."""
        return not self._batch

    def take(self, written: bytes) -> None:
        """Take the next line in.

        Raises:
            NewerLineError: It is of a newer version.
        """
        if not written:
            return
        try:
            line = decode(written)
        except DamagedLineError as error:
            self.damaged.append(written)
            self._is_hurt |= not error.is_cut
            return
        if self._batch and not goes_on(self._batch[-1][0], line):
            self._end(counts=self._is_hurt)
        self._batch.append((line, written))
        if not line.more:
            self._end(counts=True)

    def settle(self) -> bool:
        """End a batch whose last line was damaged, where none is to come; return whether it was."""
        is_hurt = bool(self._batch) and self._is_hurt
        if is_hurt:
            self._end(counts=True)
        return is_hurt

    def _end(self, *, counts: bool) -> None:
        if counts:
            self.lines.extend(line for line, _ in self._batch)
        else:
            self.damaged.extend(written for _, written in self._batch)
        self._batch.clear()
        self._is_hurt = False

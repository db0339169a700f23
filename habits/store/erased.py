"""Erased records, as far as logs tell of them: what has still to go from the files of a home."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from habits.store.lines import Kind
from habits.store.references import refers

if TYPE_CHECKING:
    from habits.store.lines import Line
    from habits.store.merge import State


class ErasedRecords:
    """What the logs have told of erased records since the TinyDB file was read.

    Attributes:
        news: The records that a log says to erase, each by its table and the integer of its UUID.
        are_told_of: Whether a log has told of an erased record otherwise, or an erasing was
            broken off.
        were_known: Whether something was known of one of the news before it was one.
    """

    def __init__(self, state: State, *, are_told_of: bool = False) -> None:
        self.news: set[tuple[str, int]] = set()
        self.are_told_of = are_told_of
        self.were_known = False
        self._state = state
        self._ids = {str(UUID(int=key)) for keys in state.erased.values() for key in keys}

    @property
    def are_any(self) -> bool:
        """Whether something is to be erased still."""
        return bool(self.news) or self.are_told_of

    def note(self, line: Line) -> None:
        """Note what a line tells of them."""
        if line.kind is Kind.ERASE:
            is_first = line.key not in self._state.erased[line.table]
            self.were_known |= is_first and not self._state.is_unknown(line.table, line.key)
            self.news.add((line.table, line.key))
            self._ids.add(str(UUID(int=line.key)))
        elif self._ids:
            self.are_told_of |= self._tells(line)

    def are_erased_in(self, state: State, present: State) -> bool:
        """Return whether all news is known to a state, as new as the present one knows it."""
        return all(
            present.erased[table][key] <= state.erased[table].get(key, (-1, ""))
            for table, key in self.news
        )

    def _tells(self, line: Line) -> bool:
        documents = (document for document in (line.fields, line.before) if document)
        is_own = str(UUID(int=line.key)) in self._ids
        return is_own or any(refers(document, self._ids) for document in documents)

"""Standing in: records of people without a name, for those who were made anonymous.

The one who stands in for a person has an id made from theirs, as every device makes it. So nothing
else has to be kept for what tells of that person, however late it comes, to tell of this one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from habits.store import codec

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from habits.store.merge import State
    from habits.store.ops import Document

_PURPOSE = "stands in"


def stand_in_key(key: int) -> int:
    """Return the key of the record that stands in for a person, if one does."""
    return uuid5(UUID(int=key), _PURPOSE).int


class StandIns:
    """Who stands in for those who are erased.

    Args:
        state: What is known.
        made: The records that are to be made, by their keys.
        erased: The keys of all people that are erased, or are to be.
    """

    def __init__(self, state: State, made: Mapping[int, Document], erased: Collection[int]) -> None:
        self._state = state
        self._made = made
        self._erased = erased

    def of(self, key: int) -> int | None:
        """Return who stands in for a person; None where nobody does.

        Who stands in for somebody can be made anonymous, or erased, in turn.
        """
        while key in self._erased:
            key = stand_in_key(key)
        return None if self._document(key) is None else key

    def name(self, key: int, otherwise: str) -> str:
        """Return what whoever stands in for a person is called, something else for nobody."""
        standing = self.of(key)
        document = None if standing is None else self._document(standing)
        return next(iter(codec.words_for_person(document or {})), otherwise)

    def _document(self, key: int) -> Document | None:
        known = self._made.get(key) or self._state.document(codec.PEOPLE, key)
        return known or self._state.document_aside(codec.PEOPLE, key)

"""Meanings: what the records of each table mean, and which records mean nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID

from habits.errors import UnreadableRecordError
from habits.store import codec, outlook_codec, practice_codec, review_codec, settings_codec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from habits.store.merge import State
    from habits.store.ops import Document

_READERS: Final[Mapping[str, Callable[[UUID, Document], object]]] = {
    codec.ENTRIES: codec.entry_from,
    codec.FOLLOW_UPS: outlook_codec.follow_up_from,
    codec.HABITS: codec.habit_from,
    codec.NORTH_STARS: outlook_codec.north_star_from,
    codec.PAUSES: codec.pause_from,
    codec.PEOPLE: codec.person_from,
    codec.PRACTICES: practice_codec.practice_from,
    codec.REVIEWS: review_codec.review_from,
    codec.SETTINGS: settings_codec.settings_from,
}


class Meaningless(NamedTuple):
    """A record that means nothing.

    Attributes:
        table: Its table.
        key: Its id.
        error: What is wrong with it.
    """

    table: str
    key: UUID
    error: UnreadableRecordError


def has_meaning(table: str) -> bool:
    """Return whether this version knows what the records of a table mean."""
    return table in _READERS


def require_meaning(table: str, key: UUID, document: Document) -> None:
    """Check that a record means something; one of a table that is not known may be anything.

    Raises:
        UnreadableRecordError: It means nothing.
    """
    if has_meaning(table):
        _READERS[table](key, document)


def trouble_with(table: str, key: UUID, document: Document) -> UnreadableRecordError | None:
    """Return what is wrong with a record that means nothing; None with one that does."""
    try:
        require_meaning(table, key, document)
    except UnreadableRecordError as error:
        return error
    return None


def meaningless(state: State) -> Iterator[Meaningless]:
    """Yield the records that mean nothing."""
    for table in filter(has_meaning, state.live):
        for digits, document in zip(*state.live.documents(table), strict=True):
            key = UUID(int=digits)
            if error := trouble_with(table, key, document):
                yield Meaningless(table, key, error)

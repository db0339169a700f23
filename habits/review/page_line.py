"""A line of a close or an aim, with what it tells of, so that something can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from uuid import UUID


class PageLine(NamedTuple):
    """A line to show.

    Attributes:
        words: What it says.
        about: What it tells of, and so what can be done there: the slug of a practice, the id of
            an entry, a person, a habit or a follow-up, or the number of an intention, from 0.
            None where it only tells.
        move: The slip that could be logged there, by its slug; None elsewhere.
    """

    words: str
    about: UUID | str | int | None = None
    move: str | None = None

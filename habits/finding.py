"""Finding: which entries are looked for, by what they say, their practice and their day."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from habits.text import folded

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from habits.model import Entry, Person
    from habits.practices import Eight


@dataclass(frozen=True)
class Finding:
    """What is looked for; an entry is found where all of it fits.

    Attributes:
        text: Words, of which each has to stand somewhere in the entry: in what happened, why, the
            name of its practice, its move, a tag (`#team`) or somebody's name (`@maya`).
        practice: The slug of its practice; None for any.
        day: Its date; None for any.
    """

    text: str = ""
    practice: str | None = None
    day: date | None = None

    @property
    def is_anything(self) -> bool:
        """Whether every entry fits."""
        return self == Finding()

    def fits(self, entry: Entry, people: Mapping[UUID, Person], eight: Eight) -> bool:
        """Return whether an entry is one of those that are looked for.

        Args:
            entry: The entry.
            people: All people by their ids.
            eight: The practices.
        """
        if self.practice not in {None, entry.practice} or self.day not in {None, entry.date}:
            return False
        if not self._words:
            return True
        said = _said(entry, people, eight)
        return all(word in said for word in self._words)

    @cached_property
    def _words(self) -> tuple[str, ...]:
        return tuple(folded(self.text).split())


def _said(entry: Entry, people: Mapping[UUID, Person], eight: Eight) -> str:
    """Return all that an entry says, in the form in which words are compared."""
    named = [people[key] for key in entry.people if key in people]
    parts = [
        eight[entry.practice].name,
        f"/{entry.move}" if entry.move else "",
        entry.what,
        entry.why,
        *(f"#{tag}" for tag in entry.tags),
        *(f"@{person.handle} @{person.name}" for person in named),
    ]
    return folded(" ".join(parts))

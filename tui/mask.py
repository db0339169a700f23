"""The mask: stand-ins for names and texts, the same each time, so that a screen can be shown.

What is masked is the record itself, before any screen sees it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from habits import service
from habits.change import Altered
from habits.completion import Vocabulary
from habits.practices import BY_SLUG, PRACTICES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from uuid import UUID

    from habits.change import Change
    from habits.model import Entry, FollowUp, Habit, NorthStar, Person
    from habits.service import Workspace
    from habits.today import HabitRow, PracticeRow

Record = TypeVar("Record")

_END = 4
"""So many characters of its id tell a text from others."""


class Mask:
    """Stand-ins for what a home says.

    Args:
        people: All people.
        built_in: The names of habits that every home knows, which tell nothing.
    """

    def __init__(self, people: Iterable[Person], built_in: Iterable[str]) -> None:
        known = sorted(people, key=lambda person: person.id)
        self._people = {
            person.id: replace(
                person,
                name=f"Person {number}",
                handle=f"p{number}",
                role="",
                manager="",
                aims=(),
                sparks=(),
            )
            for number, person in enumerate(known, start=1)
        }
        self._built_in = frozenset(built_in)
        self._handles = {f"p{number}": person.handle for number, person in enumerate(known, 1)}
        words = {word: self._people[person.id].name for person in known for word in _words(person)}
        self._stand_ins = {word.casefold(): name for word, name in words.items()}
        longest_first = sorted(self._stand_ins, key=len, reverse=True)
        pattern = "|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in longest_first)
        self._pattern = re.compile(pattern or "(?!)", re.IGNORECASE)

    def person(self, person: Person) -> Person:
        """Return a person by a stand-in for their name."""
        return self._people.get(person.id, replace(person, name="someone", handle="someone"))

    def names(self, names: Mapping[UUID, str]) -> Mapping[UUID, str]:
        """Return names, those of people as stand-ins."""
        return {
            key: self._people[key].name if key in self._people else self.promise(name, key)
            for key, name in names.items()
        }

    def words(self, text: str) -> str:
        """Return a message with stand-ins in place of all names in it."""
        return self._pattern.sub(lambda match: self._stand_ins[match[0].casefold()], text)

    def unmasked(self, line: str) -> str:
        """Return a typed line with the true handles in place of the stand-ins for them."""
        return re.sub(
            r"(?<![\w@])@(p\d+)\b", lambda match: f"@{self._handles.get(match[1], match[1])}", line
        )

    def entry(self, entry: Entry) -> Entry:
        """Return an entry that tells only that something was said."""
        end = str(entry.id)[-_END:]
        return replace(
            entry,
            what=f"note {end}" if entry.what else "",
            why=f"reason {end}" if entry.why else "",
            tags=(),
        )

    def habit(self, habit: Habit) -> Habit:
        """Return a habit, by a stand-in where its name is the user's own."""
        return replace(habit, name=self.promise(habit.name, habit.id), anchor="", reason="")

    def promise(self, name: str, key: UUID) -> str:
        """Return the name of a habit, or what stands for it."""
        return name if name in self._built_in else f"habit {str(key)[-_END:]}"

    def follow_up(self, follow_up: FollowUp) -> FollowUp:
        """Return a follow-up that tells only when it is due."""
        return replace(follow_up, text=f"follow-up {str(follow_up.id)[-_END:]}")

    def north_star(self, star: NorthStar) -> NorthStar:
        """Return a north star that tells nothing."""
        return replace(star, text="our north star")

    def change(self, change: Change) -> Change:
        """Return a change with stand-ins in all of its records."""
        return replace(
            change,
            entries=_masked(change.entries, self.entry),
            people=_masked(change.people, self.person),
            habits=_masked(change.habits, self.habit),
            follow_ups=_masked(change.follow_ups, self.follow_up),
            north_stars=_masked(change.north_stars, self.north_star),
        )

    def vocabulary(self, known: Vocabulary) -> Vocabulary:
        """Return what is known to completion: people by their stand-ins, and nothing said."""
        stand_ins = {handle: stand_in for stand_in, handle in self._handles.items()}
        names = {person.handle: person.name for person in self._people.values()}
        people = [stand_ins[handle] for handle, _ in known.people if handle in stand_ins]
        return Vocabulary([(stand_in, names[stand_in]) for stand_in in people])

    def row(self, row: PracticeRow) -> PracticeRow:
        """Return a practice's row with stand-ins."""
        return replace(
            row,
            practice=BY_SLUG[row.practice.slug],
            habits=tuple(map(self.habit_row, row.habits)),
            last=self.entry(row.last) if row.last else None,
        )

    def habit_row(self, row: HabitRow) -> HabitRow:
        """Return a habit's row with stand-ins."""
        left = tuple(map(self.words, row.standing.left))
        return replace(row, habit=self.habit(row.habit), standing=replace(row.standing, left=left))


def mask_of(workspace: Workspace) -> Mask:
    """Return the mask for a home as it is now."""
    return Mask(service.people(workspace), [practice.flagship.name for practice in PRACTICES])


def _masked(
    altered: tuple[Altered[Record], ...], stand_in: Callable[[Record], Record]
) -> tuple[Altered[Record], ...]:
    return tuple(
        Altered(
            None if each.before is None else stand_in(each.before),
            None if each.after is None else stand_in(each.after),
        )
        for each in altered
    )


def _words(person: Person) -> list[str]:
    return [word for word in (person.name, person.handle, f"@{person.handle}") if word.strip("@")]

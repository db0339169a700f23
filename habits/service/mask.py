"""The mask: stand-ins for names and texts, the same each time, so that a screen can be shown.

What is masked is the record itself, before any screen sees it; messages are masked as they are
told, word by word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeVar
from zlib import crc32

from habits.catalogue import PROMISES
from habits.change import Altered
from habits.completion import Vocabulary
from habits.practices import BY_SLUG, Move
from habits.record import replace
from habits.service.roster import people as people_of
from habits.stand_ins import StandIns, end_of, numbered, unsaid, unsaid_review

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from uuid import UUID

    from habits.change import Change
    from habits.model import Entry, FollowUp, Habit, NorthStar, OwnPractice, Person
    from habits.practices import Eight, Practice
    from habits.service import Workspace
    from habits.today import HabitRow, PracticeRow

Record = TypeVar("Record")

_PERSON: Final = re.compile(r"(?<![\w@])@(p\d+)\b")
_MOVE: Final = re.compile(r"(?<!\S)/(move\d+)(?!\S)")


class Mask:
    """Stand-ins for what a home says.

    Args:
        people: All people, those who went with an act too.
        habits: All habits, so too.
        eight: The eight practices as the user has made them.
        merged: Records that were merged, each with the id of the person it stands for.

    Attributes:
        practices: The eight by their slugs: as they were, but for moves of the user's own.
    """

    def __init__(
        self,
        people: Iterable[Person],
        habits: Iterable[Habit],
        eight: Eight,
        merged: Collection[tuple[Person, UUID]] = (),
    ) -> None:
        known = {person.id: person for person in people}
        once = [person for person, _ in merged]
        numbers = numbered({key: key.int for key in sorted((*known, *(each.id for each in once)))})
        self._numbers = numbers | {person.id: numbers[whom] for person, whom in merged}
        self._people = {key: _hidden(known[key], numbers[key]) for key in known}
        self._people |= {person.id: self._people[whom] for person, whom in merged}
        self._true = {self._people[key].handle: known[key].handle for key in known}
        own = {move.slug for each in eight.values() for move in each.moves if _is_own(each, move)}
        self._moves = _numbers_of(own)
        self.practices: Eight = {slug: self._practice(each) for slug, each in eight.items()}
        self._stand_ins = StandIns(
            {each.name: self.promise(each.name, each.id) for each in habits}
            | {each.name: self.practices[slug].name for slug, each in eight.items()}
            | {f"/{slug}": f"/{self._move(slug)}" for slug in own}
            | dict(self._words((*once, *known.values())))
        )

    def person(self, person: Person) -> Person:
        """Return a person by a stand-in for their name, of whom is told only what is known.

        Their days are seen, and how they like recognition.
        """
        return _hidden(person, self._numbers[person.id])

    def names(self, names: Mapping[UUID, str]) -> Mapping[UUID, str]:
        """Return stand-ins for names of people and habits."""
        return {
            key: self._people[key].name if key in self._people else self.promise(name, key)
            for key, name in names.items()
        }

    def words(self, text: str) -> str:
        """Return a message with stand-ins in place of all names in it."""
        return self._stand_ins.instead(text)

    def unmasked(self, line: str) -> str:
        """Return a typed line with the true handles and moves in place of their stand-ins."""
        true = {f"move{number}": slug for slug, number in self._moves.items()}
        line = _MOVE.sub(lambda match: f"/{true.get(match[1], match[1])}", line)
        return _PERSON.sub(lambda match: f"@{self._true.get(match[1], match[1])}", line)

    def entry(self, entry: Entry) -> Entry:
        """Return an entry that tells only that something was said."""
        end = end_of(entry.id)
        return replace(
            entry,
            move=self.move(entry.practice, entry.move) if entry.move else None,
            what=f"note {end}" if entry.what else "",
            why=f"reason {end}" if entry.why else "",
            tags=(),
        )

    def move(self, practice: str, slug: str) -> str:
        """Return the slug of a practice's move, by a stand-in where it is the user's own."""
        return slug if BY_SLUG[practice].move(slug) else self._move(slug)

    def habit(self, habit: Habit) -> Habit:
        """Return a habit, by stand-ins where its name or its moves are the user's own."""
        moves = tuple(self.move(habit.practice, slug) for slug in habit.moves)
        name = self.promise(habit.name, habit.id)
        return replace(habit, name=name, moves=moves, anchor="", reason="", plan="")

    def promise(self, name: str, key: UUID) -> str:
        """Return the name of a habit, or what stands for it."""
        return name if name in PROMISES else f"habit {end_of(key)}"

    def follow_up(self, follow_up: FollowUp) -> FollowUp:
        """Return a follow-up that tells only when it is due, and for whom."""
        return replace(follow_up, text=f"follow-up {end_of(follow_up.id)}")

    def north_star(self, star: NorthStar) -> NorthStar:
        """Return a north star that tells nothing."""
        return replace(star, text="our north star")

    def own_practice(self, own: OwnPractice) -> OwnPractice:
        """Return what a user made of a practice, of which only its own moves are seen."""
        moves = None if own.moves is None else self._own_moves(BY_SLUG[own.slug], own.moves)
        return replace(own, name=BY_SLUG[own.slug].name, moves=moves)

    def change(self, change: Change) -> Change:
        """Return a change with stand-ins in all of its records."""
        return replace(
            change,
            entries=_masked(change.entries, self.entry),
            people=_masked(change.people, self.person),
            habits=_masked(change.habits, self.habit),
            follow_ups=_masked(change.follow_ups, self.follow_up),
            north_stars=_masked(change.north_stars, self.north_star),
            practices=_masked(change.practices, self.own_practice),
            reviews=_masked(change.reviews, unsaid_review),
        )

    def vocabulary(self, known: Vocabulary) -> Vocabulary:
        """Return what is known to completion: people by their stand-ins, and nothing said."""
        by_handle = {self._true[each.handle]: each for each in self._people.values()}
        people = [by_handle[handle] for handle, _ in known.people if handle in by_handle]
        return Vocabulary([(person.handle, person.name) for person in people])

    def row(self, row: PracticeRow) -> PracticeRow:
        """Return a practice's row with stand-ins."""
        return replace(
            row,
            practice=self.practices[row.practice.slug],
            habits=tuple(map(self.habit_row, row.habits)),
            last=self.entry(row.last) if row.last else None,
        )

    def habit_row(self, row: HabitRow) -> HabitRow:
        """Return a habit's row with stand-ins."""
        left = tuple(map(self.words, row.standing.left))
        return replace(row, habit=self.habit(row.habit), standing=replace(row.standing, left=left))

    def _words(self, people: Iterable[Person]) -> Iterable[tuple[str, str]]:
        for person in people:
            stand_in = self._people[person.id]
            yield person.handle, stand_in.name
            yield person.name, stand_in.name
            yield f"@{person.handle}", f"@{stand_in.handle}"

    def _practice(self, practice: Practice) -> Practice:
        built_in = BY_SLUG[practice.slug]
        return replace(built_in, moves=self._own_moves(built_in, practice.moves))

    def _own_moves(self, built_in: Practice, moves: Iterable[Move]) -> tuple[Move, ...]:
        return tuple(
            replace(built_in.move(move.slug) or self._own_move(move), slip=move.slip)
            for move in moves
        )

    def _own_move(self, move: Move) -> Move:
        return Move(self._move(move.slug), "a kind of act of your own")

    def _move(self, slug: str) -> str:
        numbers = self._moves if slug in self._moves else _numbers_of({slug})
        return f"move{numbers[slug]}"


def _hidden(person: Person, number: int) -> Person:
    return replace(
        person,
        name=f"Person {number}",
        handle=f"p{number}",
        role="a role" if person.role else "",
        manager="a manager" if person.manager else "",
        aims=unsaid("aim", person.aims),
        sparks=unsaid("spark", person.sparks),
    )


def mask_of(workspace: Workspace, change: Change | None = None) -> Mask:
    """Return the mask for a home as it is now.

    Args:
        workspace: The home.
        change: An act after which it is so, which may tell of who and what is there no longer.

    Raises:
        StoreError: A record cannot be understood.
    """
    gone_people = change.gone_people if change else ()
    gone = {person.id for person in gone_people}
    changed = [each.before for each in change.habits if each.before] if change else []
    return Mask(
        [*people_of(workspace), *gone_people],
        [*workspace.ledger.habits(), *changed],
        workspace.practices,
        [each for each in workspace.ledger.merged_people() if each[0].id not in gone],
    )


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


def _is_own(practice: Practice, move: Move) -> bool:
    return BY_SLUG[practice.slug].move(move.slug) is None


def _numbers_of(slugs: Iterable[str]) -> dict[str, int]:
    return numbered({slug: crc32(slug.encode()) for slug in sorted(slugs)})

"""Finding: which entries are looked for, by what they say, their practice and their day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from habits.counting import counts
from habits.record import dataclass
from habits.text import folded, one_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date, datetime
    from uuid import UUID

    from habits.model import Entry, Habit, Person
    from habits.practices import Eight, Practice


@dataclass(frozen=True)
class Finding:
    """What is looked for; an entry is found where all of it fits.

    Attributes:
        text: Words, of which each has to stand somewhere in the entry: in what happened, why, the
            name of its practice, its move (`/play`), a tag (`#team`) or somebody's name (`@maya`).
        practice: The slug of its practice; None for any.
        day: Its date; None for any.
        person: The id of somebody it names; None for anybody, or nobody.
        habit: The id of a habit that counts it; None for any entry, counted or not.
    """

    text: str = ""
    practice: str | None = None
    day: date | None = None
    person: UUID | None = None
    habit: UUID | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the text, each once, in the form in which words are compared."""
        return tuple(dict.fromkeys(folded(one_line(self.text)).split()))

    @property
    def is_anything(self) -> bool:
        """Whether every entry fits."""
        return self.person is None and self.habit is None and self.is_all_of_them

    @property
    def is_all_of_them(self) -> bool:
        """Whether every entry fits that names the person, if there is one."""
        return not self.words and self.practice is None and self.day is None

    def sieve(
        self, people: Collection[Person], eight: Eight, habits: Iterable[Habit] = ()
    ) -> Sieve:
        """Return what parts the entries that fit from the others.

        Args:
            people: All people.
            eight: The practices, as they are named now.
            habits: The habits that there are; one that is gone counts nothing that is looked for.
        """
        words = tuple(
            Wanted(
                word,
                frozenset(person.id for person in people if word in _called(person)),
                frozenset(slug for slug, each in eight.items() if word in _named(each)),
            )
            for word in self.words
        )
        counted = None
        if self.habit is not None:
            counted = tuple(
                (each, eight[each.practice]) for each in habits if each.id == self.habit
            )
        return Sieve(words, self.practice, self.person, counted)


class Said(NamedTuple):
    """What of an entry is looked through, made once for each entry.

    Attributes:
        practice: The slug of its practice.
        move: The slug of its move, if one was named.
        date: The local date it counts for.
        logged_at: The instant at which it was logged.
        people: Whom it names.
        words: What it says itself, in the form in which words are compared.
    """

    practice: str
    move: str | None
    date: date
    logged_at: datetime
    people: tuple[UUID, ...]
    words: str


class Wanted(NamedTuple):
    """A word that is looked for.

    Attributes:
        word: The word, in the form in which words are compared.
        people: Those in whose names it stands: whom an entry names is said by their ids.
        practices: The slugs of the practices in whose names it stands.
    """

    word: str
    people: frozenset[UUID]
    practices: frozenset[str]

    def stands_in(self, said: Said) -> bool:
        """Return whether an entry says it."""
        return (
            self.word in said.words
            or said.practice in self.practices
            or not self.people.isdisjoint(said.people)
        )


@dataclass(frozen=True, slots=True)
class Sieve:
    """What lets through the entries that fit, of whatever day.

    Attributes:
        words: The words that have to stand in an entry.
        practice: The slug of its practice; None for any.
        person: The id of somebody it names; None for anybody, or nobody.
        counted: The habit that has to count it, with its practice; None where none has to.
    """

    words: tuple[Wanted, ...]
    practice: str | None
    person: UUID | None = None
    counted: tuple[tuple[Habit, Practice], ...] | None = None

    def lets_through(self, said: Said) -> bool:
        """Return whether an entry fits."""
        if self.practice not in {None, said.practice}:
            return False
        if self.person is not None and self.person not in said.people:
            return False
        if self.counted is not None and not any(counts(h, said, p) for h, p in self.counted):
            return False
        return all(word.stands_in(said) for word in self.words)


def said_in(entry: Entry) -> Said:
    """Return what of an entry is looked through."""
    move = f"/{entry.move}" if entry.move else ""
    said = _joined((move, entry.what, entry.why, *(f"#{tag}" for tag in entry.tags)))
    return Said(entry.practice, entry.move, entry.date, entry.logged_at, entry.people, said)


def _called(person: Person) -> str:
    return _joined((f"@{person.handle}", f"@{person.name}"))


def _named(practice: Practice) -> str:
    return _joined((practice.name,))


def _joined(parts: Iterable[str]) -> str:
    return folded(" ".join(parts))

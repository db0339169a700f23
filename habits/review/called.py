"""What people and customers are called: the words of a text that tell of somebody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from habits.record import dataclass
from habits.review.cover import BOSS, Who, Word
from habits.text import folded, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from habits.model import Entry, Person

_CUSTOMER_TAG: Final = re.compile(r"(?:customer|client)[-_](?P<name>.+)")
_AFTER_NAME: Final = re.compile(r"\s*[,;:(/]|\s[-\u2013\u2014]\s")
_LEAST_PART: Final = 2
"""So many characters a part of a name has at least: an initial tells of nobody."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user wants of a packet.

    Attributes:
        last: The last day that it tells of.
        first: The first day; None for that of the first moment.
        masked: Further words that a stand-in is shown for.
        customers: Words by which customers are called.
        kept: Words that stay, where they are written exactly so.
    """

    last: date
    first: date | None = None
    masked: tuple[str, ...] = ()
    customers: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

    def hold(self, day: date) -> bool:
        """Return whether a day is one of those that it tells of."""
        return day <= self.last and (self.first is None or self.first <= day)


def words_for(
    subject: Person, people: Iterable[Person], entries: Iterable[Entry], wishes: Wishes
) -> dict[str, Word]:
    """Return the words that tell of somebody, where one goes before those after it.

    The name of the one whom a packet is about stays; then come the full names of all others, what
    the user named, the managers, and at last the parts of names: where they are the subject's too,
    "Ana" alone is she rather than another Ana.

    Args:
        subject: Whom the packet is about.
        people: All people.
        entries: All entries: a tag such as `#customer-acme` tells what a customer is called.
        wishes: What the user wants.
    """
    others = [person for person in people if person.id != subject.id]
    manager = name_in(subject.manager)
    words: dict[str, Word] = {}
    for names, word in (
        ([subject.name], Word(None)),
        *((_full(each), Word(who_is(each, subject))) for each in others),
        *(([name], Word(Who("customer", _key(name)))) for name in wishes.customers),
        *(([name], Word(Who("someone", folded(name)))) for name in wishes.masked),
        ([manager], Word(BOSS)),
        *(([name], Word(Who("manager", folded(name)))) for name in _managers(others)),
        ([subject.handle, *_parts(subject.name)], Word(None)),
        *((_parts(each.name), Word(who_is(each, subject), is_part=True)) for each in others),
        (_parts(manager), Word(BOSS, is_part=True)),
        *_customers(entries),
    ):
        for name in filter(None, map(one_line, names)):
            words.setdefault(name, word)
    return words


def who_is(person: Person, subject: Person) -> Who:
    """Return who somebody else is to the one whom a packet is about."""
    manager = folded(name_in(subject.manager))
    if manager and manager in map(folded, _full(person)):
        return BOSS
    return Who("teammate", person.id)


def name_in(manager: str) -> str:
    """Return the name in what is said of a manager: "Jo Park, platform" is Jo Park."""
    return _AFTER_NAME.split(one_line(manager), maxsplit=1)[0]


def shared_words(subject: Person, people: Iterable[Person]) -> frozenset[str]:
    """Return the words of the subject's name that are words of others' names too, folded."""
    others = [person for person in people if person.id != subject.id]
    theirs = {folded(name) for each in others for name in (*_full(each), *_parts(each.name))}
    return frozenset(theirs & own_words(subject))


def own_words(subject: Person) -> frozenset[str]:
    """Return the words of the subject's name, folded."""
    return frozenset(map(folded, (*_full(subject), *_parts(subject.name))))


def _full(person: Person) -> tuple[str, str]:
    return person.name, person.handle


def _parts(name: str) -> list[str]:
    parts = name.split()
    return [part for part in parts if len(part) >= _LEAST_PART and not part[0].islower()]


def _managers(people: Iterable[Person]) -> Iterator[str]:
    return (name_in(person.manager) for person in people)


def _customers(entries: Iterable[Entry]) -> Iterator[tuple[list[str], Word]]:
    """Yield what customers are called in tags; a tag such as `#customer-call` names none."""
    for tag in sorted({tag for entry in entries for tag in entry.tags}):
        if match := _CUSTOMER_TAG.fullmatch(tag):
            who, name = Who("customer", _key(tag)), match["name"]
            yield [tag], Word(who)
            yield [name, name.replace("-", " ")], Word(who, is_part=True)


def _key(name: str) -> str:
    """Return what tells a customer from another, however it is called."""
    match = _CUSTOMER_TAG.fullmatch(folded(name))
    return (match["name"] if match else folded(name)).replace("-", " ")

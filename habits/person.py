"""What is known of a person. Part of the records, see `habits.model`."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from habits.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from uuid import UUID


class Recognition(StrEnum):
    """How somebody likes to be recognised."""

    PUBLIC = "public"
    SMALL_GROUP = "small group"
    PRIVATE = "1:1"
    WRITTEN = "written"


class Topic(StrEnum):
    """What somebody says of themselves; each is the field of `Person` that keeps it."""

    AIMS = "aims"
    SPARKS = "sparks"


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody said of themselves, in their own words.

    Attributes:
        date: When they said it.
        text: What they said.
        shared: Whether they are fine with others hearing it.
    """

    date: date
    text: str
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """An engineer I work with.

    Attributes:
        id: Its identity.
        name: The name as it is shown.
        handle: What is typed after the @, case folded.
        role: What they do.
        manager: Who their manager is, in words.
        joined: The day from which they are here; None for that of the first entry naming them.
        left: Their last day, if they have left.
        recognition: How they like to be recognised, if that is known.
        aims: Where they want to go.
        sparks: What lights them up.
        merged_into: The id of the record that they are one with, if theirs was made by mistake.
    """

    id: UUID
    name: str
    handle: str
    role: str = ""
    manager: str = ""
    joined: date | None = None
    left: date | None = None
    recognition: Recognition | None = None
    aims: tuple[Remark, ...] = ()
    sparks: tuple[Remark, ...] = ()
    merged_into: UUID | None = None

    def remarks(self, topic: Topic) -> tuple[Remark, ...]:
        """Return what they said of a topic, the oldest first."""
        return self.aims if topic is Topic.AIMS else self.sparks


def identities(people: Iterable[Person]) -> Mapping[UUID, UUID]:
    """Return whom each merged record stands for, by the ids of both.

    A record that was merged into one that is not there stands for itself, and so does the oldest of
    those that devices merged into each other in a circle.

    Args:
        people: All records of people, merged or not.
    """
    into = {person.id: person.merged_into for person in people}
    ends = {key: _end(key, into) for key in into}
    return {key: end for key, end in ends.items() if key != end}


def _end(key: UUID, into: Mapping[UUID, UUID | None]) -> UUID:
    """Return where the way from a record through what each was merged into comes to."""
    way = [key]
    while (ahead := into[way[-1]]) is not None and ahead in into:
        if ahead in way:
            return min(way[way.index(ahead) :])
        way.append(ahead)
    return way[-1]

"""What is held about a person: all of it, to be shown to them or taken elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.record import dataclass

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from habits.model import Entry, FollowUp, Pause, Person


@dataclass(frozen=True, slots=True)
class Mention:
    """A record that is not about a person, but has words that call them by name.

    Attributes:
        kind: What it is, in words: "north star".
        id: Its identity.
        date: Its day, where it has one.
        texts: Those of its texts that name them.
        of: What it is called, where it has a name: whose manager they are.
        fields: What the texts are in it, by the names of fields: "manager".
    """

    kind: str
    id: UUID
    date: date | None
    texts: tuple[str, ...]
    of: str = ""
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """All that is held about a person.

    Attributes:
        person: What is known of them.
        called: By which other words they were ever called.
        entries: The entries that name them, the earliest first.
        follow_ups: The follow-ups that concern them, done or not, the earliest first.
        leave: The days on which they are away, the earliest first.
        mentions: What else calls them by name.
    """

    person: Person
    called: tuple[str, ...]
    entries: tuple[Entry, ...]
    follow_ups: tuple[FollowUp, ...]
    leave: tuple[Pause, ...]
    mentions: tuple[Mention, ...]

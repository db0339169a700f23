"""A change: what an act of any process meant, read from what the store committed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from habits.practices import PRACTICES, Practice
from habits.store import Commit, Op, codec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habits.model import Entry, Person


@dataclass(frozen=True, slots=True)
class Change:
    """What an act changed.

    Attributes:
        came: The entries that are there now and were not.
        went: The entries that were there and are not now.
        new_people: Those who became known with it.
        gone_people: Those who are no longer known after it.
        inverse: The operations that take the act back.
        foreign: Whether other processes' acts came in with it, so that anything may differ.
    """

    came: tuple[Entry, ...]
    went: tuple[Entry, ...]
    new_people: tuple[Person, ...]
    gone_people: tuple[Person, ...]
    inverse: tuple[Op, ...]
    foreign: bool

    @property
    def practices(self) -> tuple[Practice, ...]:
        """The practices whose standings the act touches."""
        slugs = {entry.practice for entry in (*self.came, *self.went)}
        return tuple(practice for practice in PRACTICES if practice.slug in slugs)


def change_of(commit: Commit) -> Change:
    """Return what a commit means; what went is read from the inverse, which would bring it back."""
    return Change(
        came=_entries_in(commit.ops),
        went=_entries_in(commit.inverse),
        new_people=_people_in(commit.ops),
        gone_people=_people_in(commit.inverse),
        inverse=commit.inverse,
        foreign=commit.foreign,
    )


def _entries_in(ops: Iterable[Op]) -> tuple[Entry, ...]:
    return tuple(
        codec.entry_from(op.key, op.fields)
        for op in ops
        if op.table == codec.ENTRIES and op.fields is not None
    )


def _people_in(ops: Iterable[Op]) -> tuple[Person, ...]:
    return tuple(
        codec.person_from(op.key, op.fields)
        for op in ops
        if op.table == codec.PEOPLE and op.fields is not None
    )

"""A change: what an act of any process meant, read from what the store committed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar, cast

from habits.errors import UnreadableRecordError
from habits.practices import BY_SLUG
from habits.record import dataclass, replace
from habits.store import Commit, Op, codec, outlook_codec, practice_codec, settings_codec
from habits.store.people import as_meant

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from habits.model import (
        Entry,
        FollowUp,
        Habit,
        NorthStar,
        OwnPractice,
        Pause,
        Person,
    )
    from habits.reviews import Review
    from habits.settings import Settings
    from habits.store.ops import Document
    from habits.store.people import AnyNaming

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Altered(Generic[Record]):
    """A record before and after an act; None where it was not there."""

    before: Record | None
    after: Record | None

    @property
    def either(self) -> Record:
        """The record as it is, or as it was where it is gone."""
        return cast("Record", self.before if self.after is None else self.after)


@dataclass(frozen=True, slots=True)
class Change:
    """What an act changed.

    Attributes:
        entries: The entries it touched.
        people: The people it touched.
        habits: The habits it touched.
        pauses: The pauses it touched.
        follow_ups: The follow-ups it touched.
        north_stars: The north stars it touched.
        practices: The practices that it named otherwise, or whose moves it changed.
        inverse: The operations that take the act back.
        foreign: Whether other processes' acts came in with it, so that anything may differ.
        settings: The settings, if it touched them.
        reviews: The closes and aims of weeks that it touched.
        meaningless: How many other records it touched, that meant nothing before it and mean
            nothing after it. One that means something on one side alone is told by that.
    """

    entries: tuple[Altered[Entry], ...]
    people: tuple[Altered[Person], ...]
    habits: tuple[Altered[Habit], ...]
    pauses: tuple[Altered[Pause], ...]
    follow_ups: tuple[Altered[FollowUp], ...]
    north_stars: tuple[Altered[NorthStar], ...]
    practices: tuple[Altered[OwnPractice], ...]
    inverse: tuple[Op, ...]
    foreign: bool
    settings: tuple[Altered[Settings], ...] = ()
    reviews: tuple[Altered[Review], ...] = ()
    meaningless: int = 0

    @property
    def came(self) -> tuple[Entry, ...]:
        """The entries that are there now and were not."""
        return _came(self.entries)

    @property
    def went(self) -> tuple[Entry, ...]:
        """The entries that were there and are not now."""
        return _went(self.entries)

    @property
    def new_people(self) -> tuple[Person, ...]:
        """Those who became known with it."""
        return _came(tuple(map(_once, self.people)))

    @property
    def gone_people(self) -> tuple[Person, ...]:
        """Those who are no longer known after it."""
        return _went(tuple(map(_once, self.people)))

    def as_meant(self, whom: Mapping[UUID, UUID]) -> Change:
        """Return it with the people whom entries and follow-ups mean, each once.

        Args:
            whom: Whom each merged record stands for, by the ids of both.
        """
        if not whom:
            return self
        return replace(
            self,
            entries=_as_meant(self.entries, whom),
            follow_ups=_as_meant(self.follow_ups, whom),
        )

    @property
    def slugs(self) -> tuple[str, ...]:
        """The slugs of the practices whose rows the act touches, in the order of their keys.

        A pause that names no practice may touch all of them, and so may a setting, and what means
        nothing.
        """
        pauses = {pause.either.practice for pause in self.pauses}
        if None in pauses or self.settings or self.meaningless:
            return tuple(BY_SLUG)
        entries = {entry.either.practice for entry in self.entries}
        habits = {habit.either.practice for habit in self.habits}
        practices = {practice.either.slug for practice in self.practices}
        touched = pauses | entries | habits | practices
        return tuple(slug for slug in BY_SLUG if slug in touched)


def change_of(commit: Commit) -> Change:
    """Return what a commit means; a record that means nothing on one side counts as gone there."""
    read = _Reading(commit)
    return Change(
        entries=read.altered(codec.ENTRIES, codec.entry_from),
        people=read.altered(codec.PEOPLE, codec.person_from),
        habits=read.altered(codec.HABITS, codec.habit_from),
        pauses=read.altered(codec.PAUSES, codec.pause_from),
        follow_ups=read.altered(codec.FOLLOW_UPS, outlook_codec.follow_up_from),
        north_stars=read.altered(codec.NORTH_STARS, outlook_codec.north_star_from),
        practices=read.altered(codec.PRACTICES, practice_codec.practice_from),
        inverse=commit.inverse,
        foreign=commit.foreign,
        settings=read.altered(codec.SETTINGS, settings_codec.settings_from),
        reviews=_reviews(commit, read),
        meaningless=read.meaningless,
    )


def _reviews(commit: Commit, read: _Reading) -> tuple[Altered[Review], ...]:
    if all(written.table != codec.REVIEWS for written in commit.written):
        return ()
    # Imported on need: weeks are closed and begun once, and much is logged in them.
    from habits.store import review_codec  # noqa: PLC0415

    return read.altered(codec.REVIEWS, review_codec.review_from)


class _Reading:
    """What the records of a commit mean, table by table.

    Attributes:
        meaningless: How many were read that mean nothing on either side.
    """

    def __init__(self, commit: Commit) -> None:
        self._commit = commit
        self.meaningless = 0

    def altered(
        self, table: str, read: Callable[[UUID, Document], Record]
    ) -> tuple[Altered[Record], ...]:
        """Return the records of a table, each as it was and is."""
        written = [
            each
            for each in self._commit.written
            if each.table == table and (each.before, each.after) != (None, None)
        ]
        both = [
            Altered(_meaning(read, each.key, each.before), _meaning(read, each.key, each.after))
            for each in written
        ]
        meant = tuple(each for each in both if each.before is not None or each.after is not None)
        self.meaningless += len(written) - len(meant)
        return meant


def _meaning(
    read: Callable[[UUID, Document], Record], key: UUID, document: Document | None
) -> Record | None:
    try:
        return None if document is None else read(key, document)
    except UnreadableRecordError:
        return None


def _as_meant(
    altered: tuple[Altered[AnyNaming], ...], whom: Mapping[UUID, UUID]
) -> tuple[Altered[AnyNaming], ...]:
    return tuple(
        Altered(
            each.before and as_meant(each.before, whom), each.after and as_meant(each.after, whom)
        )
        for each in altered
    )


def _came(altered: tuple[Altered[Record], ...]) -> tuple[Record, ...]:
    return tuple(each.after for each in altered if each.before is None and each.after is not None)


def _went(altered: tuple[Altered[Record], ...]) -> tuple[Record, ...]:
    return tuple(each.before for each in altered if each.after is None and each.before is not None)


def _once(altered: Altered[Person]) -> Altered[Person]:
    """Return a person before and after an act; a record that was merged is none."""
    before, after = altered.before, altered.after
    return Altered(
        None if before and before.merged_into else before,
        None if after and after.merged_into else after,
    )

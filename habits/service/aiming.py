"""The aim of a week: what it has before it, and what is intended for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.errors import RefusedError
from habits.record import replace
from habits.review.aim import Aim, Longest, closing_in, longest_apart
from habits.review.close_words import require_intentions
from habits.review.week_close import due_in
from habits.review.week_times import is_aiming_time
from habits.reviews import Review, ReviewKind
from habits.service.contacts import coverage, said_last
from habits.service.intended import intentions
from habits.service.looks import follow_ups, today
from habits.service.week_records import rewrite, this_week

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habits.change import Change
    from habits.service.workspace import Workspace


def aim(workspace: Workspace) -> Aim:
    """Return what the running week has before it.

    Who was without contact for longest is looked for as in `coverage`: where not all entries were
    looked at, `look_back` finds the older ones.

    Raises:
        StoreError: A record cannot be understood.
    """
    week, now, known = this_week(workspace), today(workspace), coverage(workspace)
    return Aim(
        as_of=now.as_of,
        first=week,
        intentions=intentions(workspace),
        follow_ups=due_in(follow_ups(workspace), week),
        closing=closing_in((row for row in now.rows if row.is_active), week),
        longest=tuple(
            Longest(row, said_last(workspace, row.person.id)) for row in longest_apart(known.rows)
        ),
        is_whole=known.is_whole,
    )


def is_to_be_aimed(workspace: Workspace) -> bool:
    """Return whether the running week begins, and nothing is intended for it yet.

    Raises:
        StoreError: The record cannot be understood.
    """
    begins = is_aiming_time(this_week(workspace), workspace.today)
    return begins and not intentions(workspace)


def set_intentions(workspace: Workspace, texts: Iterable[str]) -> Change:
    """Intend something for the running week, in place of what was; nothing where there is no text.

    Raises:
        RefusedError: It is too much, or what is intended already.
        StoreError: It could not be made durable; nothing was stored.
    """
    said = require_intentions(texts)
    if said == intentions(workspace):
        message = "This is intended already." if said else "Nothing is intended this week."
        raise RefusedError(message)

    def intended(held: Review) -> Review:
        return replace(held, intentions=said)

    return rewrite(workspace, ReviewKind.AIM, intended)

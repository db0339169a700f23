"""The weekly close: looked at, answered a step at a time, and opened again within its week.

Each answer is stored at once. So a close that was left goes on at the step that it was left at,
here or on another machine.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from habits.errors import RefusedError
from habits.record import replace
from habits.review.close_words import require_yes_or_no
from habits.review.covering import slips_of
from habits.review.look_back import Kind
from habits.review.week_close import (
    WeekClose,
    apart_in,
    begun_by,
    due_in,
    last_of,
    looks_back_to,
    slips_among,
    stubs_of,
)
from habits.review.week_times import is_closing_time
from habits.reviews import MOST_STUBS, CloseStep, Review, ReviewKind
from habits.service.contacts import coverage
from habits.service.intended import intentions
from habits.service.looking_back import look_back_on
from habits.service.looks import follow_ups, today
from habits.service.mending import rewriting_to
from habits.service.week_records import review_of, rewrite, this_week, week_of
from habits.text import one_line, require_note

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID

    from habits.change import Change
    from habits.review.coverage import PersonRow
    from habits.service.workspace import Workspace
    from habits.store import Op


def week_close(workspace: Workspace, day: date | None = None) -> WeekClose:
    """Return the close of a week, with what its steps look at and where it stands.

    Args:
        workspace: The home.
        day: A day in the week, which is not to come; None for today.

    Raises:
        StoreError: A record cannot be understood.
    """
    week, now = _week(workspace, day), today(workspace)
    last = min(last_of(week), now.as_of)
    slips = slips_of(workspace.practices)
    entries = workspace.ledger.entries_between(looks_back_to(week), last)
    review = review_of(workspace, ReviewKind.CLOSE, week)
    return WeekClose(
        as_of=now.as_of,
        first=week,
        review=review,
        intentions=intentions(workspace, week),
        rows=begun_by(now.rows, last),
        logged=Counter(entry.practice for entry in entries if entry.date >= week),
        stubs=stubs_of(entries, slips, MOST_STUBS - (review.sharpened if review else 0)),
        slips=slips_among(entries, slips, week),
        apart=apart_in(_people_in(workspace, week), week),
        follow_ups=due_in(follow_ups(workspace), week),
    )


def _week(workspace: Workspace, day: date | None) -> date:
    """Return the first day of the week that holds a day; of the running one for no day."""
    return week_of(workspace, day or workspace.today)


def _people_in(workspace: Workspace, week: date) -> tuple[PersonRow, ...]:
    """Return those who were there in a week; of one that is past, as they were met in it alone."""
    if week == this_week(workspace):
        return coverage(workspace).rows
    return look_back_on(workspace, Kind.WEEK, week).people


def is_to_be_closed(workspace: Workspace) -> bool:
    """Return whether it is time to close the running week, and that was not done yet.

    Raises:
        StoreError: The record cannot be understood.
    """
    week = this_week(workspace)
    held = review_of(workspace, ReviewKind.CLOSE, week)
    return is_closing_time(week, workspace.today) and (held is None or held.ended is None)


def answer_close(
    workspace: Workspace, step: CloseStep, said: str = "", day: date | None = None
) -> Change:
    """Answer a step of the close of a week; that of the last one ends it.

    Args:
        workspace: Where it is closed.
        step: The step, of which any can be answered at any time, and again.
        said: Yes or no about slips, and what was noticed; the others are only gone through.
        day: A day in the week; None for today.

    Raises:
        RefusedError: It is no answer to that.
        StoreError: It could not be made durable; nothing was stored.
    """
    said = one_line(said)
    require_note(said)
    slipped = require_yes_or_no(said) if step is CloseStep.SLIPS else None

    def answered(held: Review) -> Review:
        after = replace(held, answered={**held.answered, step: workspace.today})
        if step is CloseStep.SLIPS:
            return replace(after, slipped=slipped)
        return replace(after, noticed=said) if step is CloseStep.NOTICED else after

    return rewrite(workspace, ReviewKind.CLOSE, answered, first=_week(workspace, day))


def sharpen_stub(workspace: Workspace, key: UUID, line: str, day: date | None = None) -> Change:
    """Say a bare entry anew, as one of the few that a close asks about.

    Args:
        workspace: Where it is.
        key: The id of the entry.
        line: What it is to say.
        day: A day in the week that is closed; None for today.

    Raises:
        RefusedError: It is gone, the line cannot be logged, or nothing would change.
        StoreError: It could not be made durable; nothing has changed.
    """

    def counted(held: Review) -> Review:
        return replace(held, sharpened=min(held.sharpened + 1, MOST_STUBS))

    def does() -> Iterable[Op]:
        return rewriting_to(workspace, key, line)

    return rewrite(workspace, ReviewKind.CLOSE, counted, does, _week(workspace, day))


def reopen_close(workspace: Workspace, day: date | None = None) -> Change:
    """Open the close of a week again, from its first step; what was said stays.

    Args:
        workspace: Where it was closed.
        day: A day in the week; None for today.

    Raises:
        RefusedError: It has not ended.
        StoreError: It could not be made durable; nothing has changed.
    """
    week = _week(workspace, day)
    held = review_of(workspace, ReviewKind.CLOSE, week)
    if held is None or held.ended is None:
        message = "The week is open: there is nothing to open again."
        raise RefusedError(message)

    def opened(review: Review) -> Review:
        return replace(review, answered={})

    return rewrite(workspace, ReviewKind.CLOSE, opened, first=week)

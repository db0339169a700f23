"""The records of weeks, quarters and years, written so that all machines write the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.change import Change, change_of
from habits.day import first_of_week
from habits.reviews import Review, ReviewKind, first_days
from habits.store import Op, codec, review_codec
from habits.store.defaults import put_defaults
from habits.store.ops import changed_fields

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from habits.service.workspace import Workspace


def this_week(workspace: Workspace) -> date:
    """Return the first day of the running week.

    Raises:
        StoreError: The settings cannot be understood.
    """
    return week_of(workspace, workspace.today)


def week_of(workspace: Workspace, day: date) -> date:
    """Return the first day of the week that holds a day.

    Raises:
        StoreError: The settings cannot be understood.
    """
    return first_of_week(day, workspace.settings.week_start)


def review_of(workspace: Workspace, kind: ReviewKind, week: date) -> Review | None:
    """Return the record of a week, or of a quarter or a year, read alone; None where there is none.

    Raises:
        StoreError: It cannot be understood.
    """
    documents = workspace.store.table(codec.REVIEWS)
    for day in first_days(week):
        key = review_codec.review_id(kind, day)
        if key in documents:
            return review_codec.review_from(key, documents[key])
    return None


def rewrite(
    workspace: Workspace,
    kind: ReviewKind,
    rewritten: Callable[[Review], Review],
    before: Callable[[], Iterable[Op]] = tuple,
    first: date | None = None,
) -> Change:
    """Change the record of a week, a quarter or a year.

    Args:
        workspace: Where it is.
        kind: Which of its records.
        rewritten: Returns what it is to be.
        before: Returns what else belongs to the act, and comes before.
        first: Its first day; None for that of the running week.

    Raises:
        RefusedError: One of both refuses.
        StoreError: It could not be made durable; nothing has changed.
    """
    week = this_week(workspace) if first is None else first
    held = review_of(workspace, kind, week) or _empty(kind, week)
    # It is made first, by no act and as every machine makes it: so to take an answer back is to
    # take that one field back, and never to delete what was answered on another machine.
    made = Op(codec.REVIEWS, held.id, review_codec.review_fields(_empty(kind, held.week)))
    put_defaults(workspace.store, [made], saves=False)

    def propose() -> Iterator[Op]:
        now = review_of(workspace, kind, week) or _empty(kind, week)
        yield from before()
        fields = (review_codec.review_fields(each) for each in (now, rewritten(now)))
        yield Op(codec.REVIEWS, now.id, changed_fields(*fields))

    return change_of(workspace.store.commit(propose))


def _empty(kind: ReviewKind, week: date) -> Review:
    return Review(review_codec.review_id(kind, week), kind, week, {})

"""Ahead: what reviews look at is looked at in quiet moments, before one of them is opened.

Nothing comes of it but that they open at once: all of it is kept up with every act from there on.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from habits.review.specific import most_specific
from habits.service.aiming import is_to_be_aimed
from habits.service.closing import is_to_be_closed
from habits.service.contacts import coverage
from habits.service.looks import rows
from habits.service.streaks import practice_weeks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from habits.service.workspace import Workspace

QUARTER: Final = timedelta(weeks=12)


def ahead(workspace: Workspace) -> Iterator[None]:
    """Look at what the overview and the streaks look at, a piece of it at a time.

    Raises:
        StoreError: A record cannot be understood.
    """
    workspace.ledger.days()
    yield
    workspace.ledger.counts()
    yield
    practice_weeks(workspace, workspace.today - QUARTER, workspace.today)
    yield
    is_to_be_closed(workspace)
    is_to_be_aimed(workspace)
    yield


def ahead_of_look_backs(workspace: Workspace) -> Iterator[None]:
    """Look at what the looks back on the running week, quarter and year look at, by months.

    Raises:
        StoreError: A record cannot be understood.
    """
    coverage(workspace)
    yield
    for row in rows(workspace, workspace.practices.values()):
        for judgement in row.judged:
            # All of them are judged when the first is asked for.
            next(iter(judgement.periods), None)
            yield
    today = workspace.today
    for month in range(today.month, 0, -1):
        first, days = date(today.year, month, 1), monthrange(today.year, month)[1]
        entries = workspace.ledger.entries_between(first, first.replace(day=days))
        yield
        most_specific(entries, workspace.practices)
        yield

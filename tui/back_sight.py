"""What is shown of a quarter or a year, in the app's words and behind the mask."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from habits import service
from habits.errors import RefusedError
from habits.review.decision_words import undecided
from habits.review.review_sections import title
from tui.review_sight import first_day

if TYPE_CHECKING:
    from uuid import UUID

    from habits.model import Habit
    from habits.service import LookBack
    from tui.review_look import BackLook
    from tui.session import Session

_DAY = timedelta(days=1)


def look_back(session: Session, look: BackLook, *, is_masked: bool) -> LookBack:
    """Return what is looked back on.

    Args:
        session: The session.
        look: Which quarter or year.
        is_masked: Whether stand-ins are shown for names and texts.

    Raises:
        RapportError: It cannot be read.
    """
    home = session.workspace
    return service.look_back_on(home, look.kind, look.day or home.today, is_masked=is_masked)


def turned(session: Session, look: BackLook, back: LookBack, by: int) -> BackLook:
    """Return the quarter or the year before what is looked back on, or after it.

    Raises:
        RefusedError: It is to come, or nothing was logged before.
    """
    if by > 0:
        day = back.look.last + _DAY
        if day > back.look.as_of:
            message = f"The next {look.kind} is still to come."
            raise RefusedError(message)
        return replace(look, day=day)
    day = back.look.first - _DAY
    first = first_day(session)
    if not first or day.isoformat() < first:
        message = f"Nothing was logged before this {look.kind}."
        raise RefusedError(message)
    return replace(look, day=day)


def habit_of(session: Session, key: UUID) -> Habit:
    """Return a habit as it was laid down, not as it may be shown.

    Raises:
        RefusedError: It is gone.
    """
    return service.habit_row(session.workspace, key).habit


def days_words(back: LookBack) -> str:
    """Return what is told beside the title: how much is decided."""
    open_, all_ = undecided(back.habits), len(back.habits)
    if not all_ or open_ == all_:
        return title(back.look)
    return f"{title(back.look)} · {all_ - open_} of {all_} decided"

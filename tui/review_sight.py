"""What Review shows, in the app's words and behind the mask."""

from __future__ import annotations

from calendar import monthrange
from datetime import timedelta
from typing import TYPE_CHECKING

from habits import service

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from habits.review.practice_weeks import PracticeWeeks
    from habits.review.streak_review import StreakReview
    from tui.review_look import Look
    from tui.session import Session


def practice_weeks(session: Session, look: Look) -> PracticeWeeks:
    """Return the practices by week, over the weeks that are looked at.

    Raises:
        RapportError: They cannot be read.
    """
    last = session.workspace.today - timedelta(weeks=look.back * look.weeks)
    return service.practice_weeks(session.workspace, last - timedelta(weeks=look.weeks - 1), last)


def is_before_all(session: Session, look: Look) -> bool:
    """Return whether the weeks that are looked at are before the first entry."""
    last = session.workspace.today - timedelta(weeks=look.back * look.weeks)
    return last.isoformat() < first_day(session)


def first_day(session: Session) -> str:
    """Return the first day of which anything was logged, as ISO 8601; nothing where there is none.

    Raises:
        RapportError: The entries cannot be read.
    """
    days = session.workspace.ledger.days().places
    return next((day for day, _ in reversed(days) if day), "")


def streak_review(session: Session, look: Look) -> StreakReview:
    """Return the practice or the habit that is looked at, looked back on.

    Raises:
        RapportError: It cannot be read, or the habit is gone.
    """
    year = day_of(session, look).year
    return service.streak_review(session.workspace, look.practice, look.habit, year)


def day_of(session: Session, look: Look) -> date:
    """Return the day that is looked at."""
    return look.day or session.workspace.today


def day_in_year(session: Session, look: Look, by: int) -> date:
    """Return the same day some years before or after the one that is looked at."""
    day = day_of(session, look)
    year = day.year + by
    # Only 29 February may be missing in another year.
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))


def habits_of(session: Session, practice: str) -> list[UUID]:
    """Return the ids of a practice's habits, the one that leads its row first.

    Raises:
        RapportError: They cannot be read.
    """
    (row,) = session.rows([session.workspace.practices[practice]])
    return [each.habit.id for each in row.habits]


def name_of(session: Session, look: Look) -> str:
    """Return what is looked at: the practice, and of it which habit."""
    practice = session.practices[look.practice].name
    if look.habit is None:
        return practice
    return f"{practice} · {session.names().get(look.habit, '')}"


def said_on(session: Session, look: Look) -> tuple[str, ...]:
    """Return what the acts say that are counted on the day that is looked at.

    Raises:
        RapportError: They cannot be read, or the habit is gone.
    """
    names = session.names()
    acts = service.acts_on(session.workspace, look.practice, look.habit, day_of(session, look))
    texts = [session.entry_text(each, names) for each in acts]
    return tuple(f"{text.words}{text.why}" for text in texts if text.words)

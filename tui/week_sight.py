"""What is shown of a week's close and its aim, in the app's words and behind the mask."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from habits import service
from habits.errors import RefusedError
from habits.review.aim_pages import aim_parts
from habits.review.close_pages import close_pages
from habits.review.week_close import DAYS
from habits.service.week_masks import masked_aim, masked_close
from tui.review_sight import first_day

if TYPE_CHECKING:
    from datetime import date

    from habits.model import Entry
    from habits.review.aim import Aim
    from habits.review.aim_pages import AimPart
    from habits.review.close_pages import ClosePage
    from habits.review.page_line import PageLine
    from habits.review.week_close import WeekClose
    from tui.session import Session

_DAY: Final = timedelta(days=1)


def week_close(session: Session, day: date | None) -> WeekClose:
    """Return the close of a week, as it may be shown.

    Args:
        session: The session.
        day: A day in the week; None for today.

    Raises:
        RapportError: It cannot be read.
    """
    close = service.week_close(session.workspace, day)
    return masked_close(close, session.mask) if session.mask else close


def pages(session: Session, close: WeekClose) -> tuple[ClosePage, ...]:
    """Return the pages of a close that `week_close` returned."""
    return close_pages(close, session.names(), session.practices)


def aim(session: Session) -> Aim:
    """Return what the running week has before it, as it may be shown.

    Raises:
        RapportError: It cannot be read.
    """
    told = service.aim(session.workspace)
    return masked_aim(told, session.mask) if session.mask else told


def parts(session: Session, told: Aim) -> tuple[AimPart, ...]:
    """Return the parts of an aim that `aim` returned."""
    return aim_parts(told, session.names())


def turned(session: Session, close: WeekClose, by: int) -> date | None:
    """Return a day in the week before that of a close, or after it; None for the running one.

    Raises:
        RefusedError: It is to come, or nothing was logged before.
    """
    if by > 0:
        day = close.last + _DAY
        if day > close.as_of:
            message = "The next week is still to come."
            raise RefusedError(message)
        return day if close.last + DAYS * _DAY < close.as_of else None
    day, first = close.first - _DAY, first_day(session)
    if not first or day.isoformat() < first:
        message = "Nothing was logged before this week."
        raise RefusedError(message)
    return day


def entry_at(session: Session, line: PageLine | None) -> Entry | None:
    """Return the entry that a line tells of, as it is kept; None where it tells of none."""
    key = line.about if line else None
    return session.workspace.ledger.entry(key) if isinstance(key, UUID) else None


def what_is_open(session: Session) -> tuple[bool, bool]:
    """Return whether the week is to be closed by now, and whether it begins without an intention.

    Raises:
        RapportError: That cannot be read.
    """
    home = session.workspace
    return service.is_to_be_closed(home), service.is_to_be_aimed(home)

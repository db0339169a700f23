"""What is shown of a week's close and its aim, in the app's words and behind the mask."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from habits import service
from habits.review import aim_pages, close_pages
from habits.stand_ins import unsaid_intentions, unsaid_review

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habits.review.aim import Aim, Longest
    from habits.review.aim_pages import AimPart
    from habits.review.close_pages import ClosePage
    from habits.review.coverage import PersonRow
    from habits.review.week_close import WeekClose
    from habits.service.mask import Mask
    from tui.session import Session


def week_close(session: Session) -> WeekClose:
    """Return the close of the running week, as it may be shown.

    Raises:
        RapportError: It cannot be read.
    """
    close, mask = service.week_close(session.workspace), session.mask
    if mask is None:
        return close
    return replace(
        close,
        review=unsaid_review(close.review) if close.review else None,
        intentions=unsaid_intentions(close.intentions),
        rows=tuple(map(mask.row, close.rows)),
        stubs=tuple(map(mask.entry, close.stubs)),
        slips=tuple(map(mask.entry, close.slips)),
        apart=_hidden(close.apart, mask),
        follow_ups=tuple(map(mask.follow_up, close.follow_ups)),
    )


def pages(session: Session, close: WeekClose) -> tuple[ClosePage, ...]:
    """Return the pages of a close that `week_close` returned."""
    return close_pages.close_pages(close, session.names(), session.practices)


def aim(session: Session) -> Aim:
    """Return what the running week has before it, as it may be shown.

    Raises:
        RapportError: It cannot be read.
    """
    told, mask = service.aim(session.workspace), session.mask
    if mask is None:
        return told
    return replace(
        told,
        intentions=unsaid_intentions(told.intentions),
        follow_ups=tuple(map(mask.follow_up, told.follow_ups)),
        closing=tuple(map(mask.habit_row, told.closing)),
        longest=tuple(_hidden_longest(each, mask) for each in told.longest),
    )


def parts(session: Session, told: Aim) -> tuple[AimPart, ...]:
    """Return the parts of an aim that `aim` returned."""
    return aim_pages.aim_parts(told, session.names())


def _hidden(rows: Iterable[PersonRow], mask: Mask) -> tuple[PersonRow, ...]:
    return tuple(replace(row, person=mask.person(row.person)) for row in rows)


def _hidden_longest(longest: Longest, mask: Mask) -> Longest:
    (row,) = _hidden([longest.row], mask)
    return longest._replace(row=row, said=mask.entry(longest.said) if longest.said else None)

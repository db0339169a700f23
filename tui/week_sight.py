"""What is shown of a week's close and its aim, in the app's words and behind the mask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.review.aim_pages import aim_parts
from habits.review.close_pages import close_pages
from habits.service.week_masks import masked_aim, masked_close

if TYPE_CHECKING:
    from habits.review.aim import Aim
    from habits.review.aim_pages import AimPart
    from habits.review.close_pages import ClosePage
    from habits.review.week_close import WeekClose
    from tui.session import Session


def week_close(session: Session) -> WeekClose:
    """Return the close of the running week, as it may be shown.

    Raises:
        RapportError: It cannot be read.
    """
    close = service.week_close(session.workspace)
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

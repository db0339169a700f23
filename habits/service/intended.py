"""What is intended for a week; Today shows it through the running one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.store import codec

if TYPE_CHECKING:
    from datetime import date

    from habits.service.workspace import Workspace


def intentions(workspace: Workspace, week: date | None = None) -> tuple[str, ...]:
    """Return what is intended for a week, as it was written; nothing for nothing.

    Args:
        workspace: Where it is intended.
        week: The first day of the week; None for the running one.

    Raises:
        StoreError: The record cannot be understood.
    """
    if not workspace.store.table(codec.REVIEWS):
        return ()
    # Imported on need: every start asks, and many homes intend nothing.
    from habits.reviews import ReviewKind  # noqa: PLC0415
    from habits.service.week_records import review_of, this_week  # noqa: PLC0415

    held = review_of(workspace, ReviewKind.AIM, week or this_week(workspace))
    return held.intentions if held else ()

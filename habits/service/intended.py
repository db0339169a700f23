"""What is intended for the running week, as Today shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.store import codec

if TYPE_CHECKING:
    from habits.service.workspace import Workspace


def intentions(workspace: Workspace) -> tuple[str, ...]:
    """Return what is intended for the running week, as it was written; nothing for nothing.

    Raises:
        StoreError: The record cannot be understood.
    """
    if not workspace.store.table(codec.REVIEWS):
        return ()
    # Imported on need: every start asks, and many homes intend nothing.
    from habits.reviews import ReviewKind  # noqa: PLC0415
    from habits.service.week_records import review_of, this_week  # noqa: PLC0415

    held = review_of(workspace, ReviewKind.AIM, this_week(workspace))
    return held.intentions if held else ()

"""How syncing stands, to be read, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.service.syncing import sync_devices, sync_status
from tui.choice import Choice
from tui.present_sync import sync_lines

if TYPE_CHECKING:
    from tui.screens.common_actions import CommonActions
    from tui.session import Session


def show_syncing(place: CommonActions, session: Session) -> None:
    """Show how syncing stands.

    Raises:
        RapportError: What is known of it cannot be read.
    """
    workspace = session.workspace
    lines = sync_lines(
        sync_status(workspace),
        sync_devices(workspace),
        workspace.clock.now(),
        is_masked=session.mask is not None,
    )
    choices = [
        Choice("Sync now", "send what was done here, and take in the rest", place.action_sync_now),
        Choice("Go back", "", lambda: None),
    ]
    place.preview("Syncing", lines, choices)

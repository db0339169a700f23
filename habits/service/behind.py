"""Behind an app: what it has to know of syncing all the time, without anything of it loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.store.logs import is_of

if TYPE_CHECKING:
    from habits.service.workspace import Workspace


NOT_SYNCED: Final = "This home does not sync yet: 'rapport sync setup' in a shell begins it."


def sync_mark(workspace: Workspace) -> object:
    """Return what tells one state of a home's syncing from another; None where it does not sync."""
    try:
        kept = workspace.store.home.sync_state.stat()
    except OSError:
        return None
    return kept.st_mtime_ns, kept.st_size


def written_here(workspace: Workspace) -> int:
    """Return how long this device's own log is, as far as it is taken in, in bytes."""
    store = workspace.store
    places = store.replica.places
    return sum(place[0] for name, place in places.items() if is_of(name, store.device))

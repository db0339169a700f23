"""How syncing stands, in lines. Pure."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from habits.day import zone_of
from habits.words import day_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from habits.day import Moment
    from habits.service.sync_standing import SyncDevice, SyncStatus

_NEVER: Final = "never"
_HIDDEN: Final = "The mask hides what went wrong; 'rapport sync status' in a shell tells it."


def sync_lines(
    status: SyncStatus, devices: Sequence[SyncDevice], now: Moment, *, is_masked: bool
) -> Iterator[str]:
    """Yield how syncing stands, with what and when, and what is to be done about a trouble.

    Args:
        status: How it stands.
        devices: The machines that sync.
        now: The moment, by whose zone times are told.
        is_masked: Whether to leave out the names of places and machines.
    """
    remote = status.remote or ""
    yield f"Status     {status.words}"
    yield f"Place      {_kind(remote) if is_masked else remote}"
    yield f"Last sync  {_when(status.synced_at, now)}"
    yield from _machines(devices, now, is_masked=is_masked)
    if status.told:
        yield ""
        yield _HIDDEN if is_masked else status.told


def _machines(devices: Iterable[SyncDevice], now: Moment, *, is_masked: bool) -> Iterator[str]:
    for number, each in enumerate(devices, start=1):
        name = f"machine {number}" if is_masked or not each.machine else each.machine
        about = [
            name,
            f"rapport {each.program}",
            "this machine" if each.is_here else f"last sent {_when(each.seen_at, now)}",
            *(["has not joined with the present key"] if each.is_locked else []),
        ]
        yield f"{'' if number > 1 else 'Machines':11}{' · '.join(about)}"


def _kind(remote: str) -> str:
    return "a folder" if remote.startswith("dir:") else "a git repository"


def _when(milliseconds: int | None, now: Moment) -> str:
    """Return a time as short as it can be told: "today 9:12"."""
    if not milliseconds:
        return _NEVER
    zone = zone_of(now.zone)
    at = datetime.fromtimestamp(milliseconds / 1000, UTC).astimezone(zone)
    today = now.instant.astimezone(zone).date()
    return f"{day_words(at.date(), today)} {at.hour}:{at.minute:02}"

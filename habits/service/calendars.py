"""The calendar: when promises and follow-ups are due, for other programs to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.catalogue import PROMISES
from habits.errors import RefusedError
from habits.exchange.calendar_events import Basis, event_of_follow_up, events_of_habit
from habits.practices import BY_SLUG
from habits.record import dataclass
from habits.review.look_back_words import names_told
from habits.service.looks import follow_ups, names, pauses, today
from habits.service.mask import mask_of
from habits.store.exports import write_out

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import time
    from pathlib import Path

    from habits.exchange.calendar_events import Event
    from habits.model import FollowUp
    from habits.service.workspace import Workspace
    from habits.today import PracticeRow


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a calendar shows.

    Attributes:
        events: When what is due.
        told: Which names are left in it, as far as they can be told.
    """

    events: tuple[Event, ...]
    told: tuple[str, ...]


def calendar(workspace: Workspace, *, is_masked: bool = False) -> Calendar:
    """Return when promises and follow-ups are due, from today on; late follow-ups too.

    Args:
        workspace: The home.
        is_masked: Whether stand-ins are shown for names and texts.

    Raises:
        StoreError: A record cannot be understood.
    """
    rows, open_, people = today(workspace).rows, follow_ups(workspace), names(workspace)
    if is_masked:
        mask = mask_of(workspace)
        rows, people = tuple(map(mask.row, rows)), mask.names(people)
        open_ = tuple(map(mask.follow_up, open_))
    basis = Basis(workspace.today, pauses(workspace), workspace.settings.week_start)
    promised = (
        event
        for row in rows
        for habit in row.habits
        for event in events_of_habit(row.practice, habit, basis)
    )
    events = (*promised, *(event_of_follow_up(each, people) for each in open_))
    keys = {key for each in open_ for key in each.people}
    told = () if is_masked else names_told(_texts(rows, open_), people, keys)
    return Calendar(events, tuple(told))


def calendar_text(workspace: Workspace, shown: Calendar, alarm: time | None) -> str:
    """Return a calendar in the format of RFC 5545.

    Args:
        workspace: The home, whose clock tells when it is made.
        shown: What it shows.
        alarm: When on its day each event is to be told of; None for never.

    Raises:
        RefusedError: What writes it is not installed.
    """
    try:
        from habits.exchange.ics import ics  # noqa: PLC0415 - it needs what an extra brings
    except ModuleNotFoundError as error:
        message = "A calendar needs one more package. Try: pip install 'rapport-tui[ics]'"
        raise RefusedError(message) from error
    return ics(shown.events, workspace.clock.now().instant, alarm)


def write_calendar(text: str, path: Path, *, force: bool) -> None:
    """Write a calendar into a file that the user alone can read.

    Raises:
        RefusedError: There is one already, or a folder is in its place.
        StoreError: It cannot be written.
    """
    write_out(path, text.encode(), force=force)


def _texts(rows: tuple[PracticeRow, ...], open_: tuple[FollowUp, ...]) -> Iterator[str]:
    """Yield what a user wrote that is in it, and that not every home has."""
    for row in rows:
        if row.practice.name != BY_SLUG[row.practice.slug].name:
            yield row.practice.name
        yield from (each.habit.name for each in row.habits if each.habit.name not in PROMISES)
    yield from (each.text for each in open_)

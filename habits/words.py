"""Words for the screen and the shell: dates, streaks and statuses as they are told."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Final, Protocol

from habits.cadence import Interval, Limit, Quota, Unit
from habits.slips import slip_words
from habits.streaks import Status
from habits.text import one_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from habits.cadence import Cadence
    from habits.model import Entry, Habit
    from habits.practices import Practice
    from habits.streaks import Standing
    from habits.today import HabitRow

UNKNOWN: Final = "someone"
"""The name of a person who is no longer known."""

WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS: Final = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
_SHORT_UNITS: Final = {
    Unit.DAY: "d",
    Unit.WEEK: "wk",
    Unit.MONTH: "mo",
    Unit.QUARTER: "qtr",
    Unit.YEAR: "yr",
}
_NEAR: Final = timedelta(days=14)
"""So far ahead or back a weekday and a number are read without the month."""


def day_words(day: date, today: date) -> str:
    """Return a date as short as it can be told on a given day.

    "today"; "Sun 29" within two weeks; "31 Mar" within the year; "31 Mar 2025" beyond.
    """
    if day == today:
        return "today"
    if abs(day - today) <= _NEAR:
        return f"{WEEKDAYS[day.weekday()]} {day.day}"
    day_and_month = f"{day.day} {MONTHS[day.month - 1]}"
    return day_and_month if day.year == today.year else f"{day_and_month} {day.year}"


def full_day_words(day: date) -> str:
    """Return a date with its weekday and ISO week: "Sun 22 Nov 2026 · week 47"."""
    return f"{long_day_words(day)} · week {day.isocalendar().week}"


def long_day_words(day: date) -> str:
    """Return a date with its weekday, month and year: "Sun 22 Nov 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def streak_words(count: int, cadence: Cadence, *, changed: bool = False) -> str:
    """Return a streak with its unit: "7 weeks", "8 × 2 wk", "9 wk clean", nothing for none.

    Args:
        count: Its length in periods.
        cadence: The cadence in force.
        changed: Whether the cadence was ever changed, so that the periods differ in length.
    """
    if not count:
        return ""
    if changed:
        return f"{count} in a row"
    match cadence:
        case Limit(_, 1, unit):
            return f"{count} {_SHORT_UNITS[unit]} clean"
        case Limit(_, every, unit):
            return f"{count} × {every} {_SHORT_UNITS[unit]} clean"
        case Interval(days):
            return f"{count} × {days} d"
        case Quota(_, 1, unit):
            return f"{count} {unit}{'' if count == 1 else 's'}"
        case Quota(_, every, unit):
            return f"{count} × {every} {_SHORT_UNITS[unit]}"
    return f"{count} in a row"


def entry_words(
    practice: Practice,
    entry: Entry,
    names: Mapping[UUID, str],
    new: Collection[UUID] = (),
) -> str:
    """Return an entry on one line, without its date: "Thanks · Maya · the on-call fix".

    Args:
        practice: Its practice.
        entry: The entry.
        names: The names of people by their ids.
        new: The ids of those who became known with it.
    """
    people = [
        f"{names.get(person, UNKNOWN)}{' (new)' if person in new else ''}"
        for person in entry.people
    ]
    return act_words(practice, entry, people)


def sentence(entry: Entry, names: Mapping[UUID, str]) -> str:
    """Return what happened, after the names of those whom the sentence leaves out."""
    left_out = [names.get(person, UNKNOWN) for person in entry.people]
    left_out = [name for name in left_out if not _mentions(entry.what, name)]
    return ": ".join(filter(None, [", ".join(left_out), one_line(entry.what)]))


def _mentions(text: str, name: str) -> bool:
    """Return whether a text holds a name as words of their own."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


class Act(Protocol):
    """What an entry and a draft have in common."""

    @property
    def move(self) -> str | None:
        """The slug of the move, if one was named."""

    @property
    def what(self) -> str:
        """What happened."""

    @property
    def why(self) -> str:
        """Why it mattered."""

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags."""


def act_words(practice: Practice, act: Act, people: Iterable[str]) -> str:
    """Return an act on one line, with the names of its people; what was not said is left out."""
    parts = [
        practice.name + (f" /{act.move}" if act.move else ""),
        ", ".join(people),
        one_line(act.what),
        f"because {one_line(act.why)}" if act.why else "",
        " ".join(f"#{tag}" for tag in act.tags),
    ]
    return " · ".join(filter(None, parts))


def status_words(standing: Standing, today: date) -> str:
    """Return where a habit stands, with the date that matters and no blame."""
    due = day_words(standing.next_due, today) if standing.next_due else ""
    match standing.status:
        case Status.DONE:
            return f"done · next by {due}" if due else "done"
        case Status.OVERDUE:
            return " · ".join(filter(None, [_lost(standing), _progress(standing), _until(due)]))
        case Status.DUE_TODAY:
            return " · ".join(filter(None, [_progress(standing), "due today"]))
        case Status.AT_RISK:
            left = f"{standing.days_left} days left"
            return " · ".join(filter(None, [_progress(standing), left]))
        case Status.ON_TRACK:
            words = _progress(standing) or "on track"
            return f"{words} · by {due}" if due else words
        case Status.PAUSED:
            return f"paused · next by {due}" if due else "paused"
        case _:
            return str(standing.status)


def habit_status_words(row: HabitRow, today: date) -> str:
    """Return where a habit stands, in the words of its kind."""
    standing = row.standing
    cadence = row.habit.cadence(today)
    runs = standing.status in {Status.ON_TRACK, Status.SLIPPED}
    if runs and isinstance(cadence, Limit) and standing.completions:
        return slip_words(standing.completions, cadence)
    if standing.status is Status.ARCHIVED and row.habit.flagship and row.never_began:
        return "not started"
    if standing.status is Status.ON_TRACK and row.habit.each_person and not standing.target:
        return "no one yet"
    return status_words(standing, today)


def _progress(standing: Standing) -> str:
    """Return how far the running period is, where it counts, asks for several and has some."""
    if standing.target > 1 and standing.completions and standing.counts:
        return f"{standing.completions} of {standing.target}"
    return ""


def _lost(standing: Standing) -> str:
    return f"best {standing.best}, now 0" if standing.best else ""


def _until(due: str) -> str:
    return f"open until {due}" if due else "open"


def cadence_words(habit: Habit, today: date) -> list[str]:
    """Return how often a habit is to be kept, for whom, by which moves, and after what."""
    moves = " ".join(f"/{move}" for move in habit.moves)
    each = "each person" if habit.each_person else ""
    return [*filter(None, [str(habit.cadence(today)), each, moves, habit.anchor])]


def reason_words(habit: Habit) -> list[str]:
    """Return why a habit is promised, where its user said so."""
    return [f"because {habit.reason}"] if habit.reason else []


def habit_words(row: HabitRow, today: date) -> str:
    """Return a habit on one line: its promise, cadence, streak and status."""
    habit, standing = row.habit, row.standing
    cadence = habit.cadence(today)
    parts = [
        habit.name,
        *cadence_words(habit, today),
        streak_words(standing.current, cadence, changed=habit.was_changed(today)),
        habit_status_words(row, today),
    ]
    return " · ".join(filter(None, parts))


def habit_facts(row: HabitRow, today: date) -> list[tuple[str, str]]:
    """Return a habit as facts, each with its name, without signs that a screen reader spells."""
    habit, standing = row.habit, row.standing
    changed = habit.was_changed(today)
    current = streak_words(standing.current, habit.cadence(today), changed=changed) or "none yet"
    best = f", best {standing.best}" if standing.best > standing.current else ""
    streak = ("streak", current.replace("×", "times") + best)
    return [
        ("promise", ", ".join([habit.name, *cadence_words(habit, today), *reason_words(habit)])),
        *([("instead of a slip", habit.plan)] if habit.plan else []),
        # What was lost is told once, and the status tells it.
        *([] if standing.status is Status.OVERDUE and standing.best else [streak]),
        ("status", habit_status_words(row, today).replace(" · ", ", ")),
        *([("still to reach", ", ".join(standing.left))] if standing.left else []),
    ]

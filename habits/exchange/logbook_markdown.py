"""The logbook in Markdown: what is promised, how it stands, and what was logged, month by month."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from habits.review.markdown import shown_as_written
from habits.words import act_words, habit_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from habits.model import Entry
    from habits.practices import Practice
    from habits.today import PracticeRow


def logbook_markdown(
    rows: Sequence[PracticeRow],
    entries: Sequence[Entry],
    names: Mapping[UUID, str],
    north_star: str,
    today: date,
) -> str:
    """Return a logbook in Markdown that is safe whatever a user wrote.

    Args:
        rows: The eight practices as they stand.
        entries: The entries, the earliest first.
        names: The names of people by their ids.
        north_star: The sentence that the work is for, empty if there is none.
        today: The local today.
    """
    lines = ["# Logbook", "", f"As of {today.isoformat()}."]
    if north_star:
        lines += ["", f"North star: {shown_as_written(north_star)}"]
    for row in rows:
        lines += _practice(row, today)
    eight = {row.practice.slug: row.practice for row in rows}
    newest_first = reversed(entries)
    for month, of_month in groupby(newest_first, key=lambda entry: f"{entry.date:%Y-%m}"):
        items = (_entry(entry, eight[entry.practice], names) for entry in of_month)
        lines += ["", f"## {month}", "", *items]
    return "\n".join([*lines, ""])


def _practice(row: PracticeRow, today: date) -> Iterator[str]:
    live = [each for each in row.habits if not each.is_archived]
    if live:
        yield from ("", f"## {shown_as_written(row.practice.name)}", "")
        yield from (f"- {shown_as_written(habit_words(each, today))}" for each in live)


def _entry(entry: Entry, practice: Practice, names: Mapping[UUID, str]) -> str:
    people: Iterable[str] = (names[person] for person in entry.people if person in names)
    words = act_words(practice, entry, people)
    return f"- {entry.date.isoformat()} · {shown_as_written(words)}"

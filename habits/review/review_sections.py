"""The sections of a review: figures as the blocks of a document."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from habits.review.coverage_words import presence_words
from habits.review.decision_words import decision_words
from habits.review.document import Cell, Heat, HeatRow, Items, Mark, Section, Table, Words
from habits.review.look_back import Kind
from habits.review.practice_weeks import WeekState
from habits.words import MONTHS, UNKNOWN, act_words, long_day_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from habits.model import Entry
    from habits.review.balance import Balance
    from habits.review.coverage import PersonRow
    from habits.review.document import Block
    from habits.review.look_back import Look, LookBack
    from habits.review.practice_weeks import WeekRow

MARKS: Final = {
    WeekState.KEPT: Mark.KEPT,
    WeekState.MISSED: Mark.MISSED,
    WeekState.NEUTRAL: Mark.NEUTRAL,
    WeekState.OPEN: Mark.OPEN,
    WeekState.PAUSED: Mark.PAUSED,
    WeekState.BEFORE: Mark.NOTHING,
    WeekState.AHEAD: Mark.NOTHING,
}
_LEGEND: Final = (
    (Mark.KEPT, "kept"),
    (Mark.MISSED, "missed"),
    (Mark.OPEN, "running"),
    (Mark.PAUSED, "paused"),
    (Mark.NEUTRAL, "nothing was asked"),
)
STATE_WORDS: Final = {
    WeekState.NEUTRAL: "nothing was asked",
    WeekState.OPEN: "running",
    WeekState.BEFORE: "not started",
    WeekState.AHEAD: "to come",
}
_DAYS: Final = 7
KEEP_OR_CHANGE: Final = (
    "Decide about each: r, b in the app, or rapport review decide HABIT with keep, retire, or how "
    "often from a day on. What is past stays judged as it was, and entries stay."
)


def title(look: Look) -> str:
    """Return what a quarter or a year is called."""
    first = look.first
    if look.kind is Kind.YEAR:
        return f"The year {first.year}"
    return f"Quarter {(first.month + 2) // 3} of {first.year}"


def note(back: LookBack) -> str:
    """Return which days are looked back on, and how much was done in them."""
    look = back.look
    days = f"{long_day_words(look.first)} to {long_day_words(look.last)}"
    until = f", until {long_day_words(look.as_of)}" if look.until < look.last else ""
    return f"{days}{until}: {counted(len(back.acts), 'act')}."


def practice_by_week(back: LookBack) -> Section:
    """Return the practices by week as a picture, with its numbers."""
    picture = Heat(
        "Practice by week",
        tuple(months_over(back.weeks.weeks)),
        tuple(
            HeatRow(back.eight[row.slug].name, tuple(_cells(back.weeks.weeks, row)))
            for row in back.weeks.rows
        ),
        _LEGEND,
    )
    return Section("Practice by week", (picture, practice_numbers(back)))


def practice_numbers(back: LookBack) -> Table:
    """Return how each practice went, in numbers; its streak is that of today, in weeks."""
    acts = [act.practice for act in back.acts]
    return Table(
        ("practice", "acts", "weeks kept", "missed", "streak now", "best"),
        tuple(
            (
                back.eight[row.slug].name,
                str(acts.count(row.slug)),
                str(row.states.count(WeekState.KEPT)),
                str(row.states.count(WeekState.MISSED)),
                str(row.current),
                str(row.best),
            )
            for row in back.weeks.rows
        ),
    )


def people_by_practice(back: LookBack) -> Section:
    """Return with whom there was contact in which practice, by how long ago and then by name."""
    if not back.people:
        return Section("People by practice", (Words("Nobody is known yet."),))
    picture = Heat(
        "People by practice",
        tuple(str(practice.key) for practice in back.eight.values()),
        tuple(
            HeatRow(back.names[row.person.id], tuple(_contact_cells(back, row)))
            for row in back.people
        ),
        ((Mark.KEPT, "contact"), (Mark.OPEN, "none in these days")),
    )
    table = Table(
        ("person", "last contact", "in which practice"),
        tuple(person_told(back, row) for row in back.people),
    )
    keys = ", ".join(f"{each.key} {each.name}" for each in back.eight.values())
    return Section("People by practice", (picture, Words(keys), table))


def balance(back: LookBack) -> Section:
    """Return of what kinds the acts were."""
    telling = [each for each in back.balances if any(part.acts for part in each.parts[:-1])]
    lines = tuple(balance_words(each, back.eight[each.practice].name) for each in telling)
    return Section("Balance", (_items(lines, "No act tells of it."),))


def balance_words(told: Balance, practice: str) -> str:
    """Return a balance on one line: "Empathy, stories: good 3, bad 0, not said 2"."""
    kinds, unsaid = told.parts[:-1], told.parts[-1]
    shown = (*kinds, unsaid) if unsaid.acts else kinds
    parts = ", ".join(f"{part.label} {part.acts}" for part in shown)
    return f"{practice}, {told.name}: {parts}"


def slips(back: LookBack) -> Section:
    """Return the slips by kind."""
    lines = tuple(
        f"{back.eight[each.practice].name}: {each.meaning} ({each.times})" for each in back.slips
    )
    return Section("Slips", (_items(lines, "None was logged."),))


def most_specific(back: LookBack) -> Section:
    """Return the entries worth reading again, in full."""
    lines = tuple(entry_line(back, entry) for entry in back.specific)
    nothing = "No entry says both what happened and why it mattered."
    return Section("Worth reading again", (_items(lines, nothing),))


def noticed(back: LookBack) -> Section:
    """Return what was noticed in the weeks, as their closes say."""
    lines = tuple(f"week of {each.week.isoformat()}: {each.text}" for each in back.noticed)
    return Section("What I noticed", (_items(lines, "Nothing was noted at the close of a week."),))


def cadences(back: LookBack) -> Section:
    """Return how each habit was kept, what is decided about it, and how one decides."""
    table = Table(
        ("habit", "practice", "how often", "kept", "missed", "decided"),
        tuple(
            (
                each.habit.name,
                back.eight[each.habit.practice].name,
                str(each.habit.cadence(back.look.as_of)),
                str(each.kept),
                str(each.missed),
                decision_words(each),
            )
            for each in back.habits
        ),
    )
    return Section("Keep, change or retire", (table, Words(KEEP_OR_CHANGE)))


def entry_line(back: LookBack, entry: Entry) -> str:
    """Return an entry with its day, on one line and in full."""
    people = [back.names.get(person, UNKNOWN) for person in entry.people]
    told = act_words(back.eight[entry.practice], entry, people)
    return f"{entry.date.isoformat()}: {told}"


def _items(lines: tuple[str, ...], nothing: str) -> Block:
    return Items(lines) if lines else Words(nothing)


def _cells(weeks: Sequence[date], row: WeekRow) -> Iterator[Cell]:
    for week, state, count in zip(weeks, row.states, row.acts, strict=True):
        told = f"week of {long_day_words(week)}: {STATE_WORDS.get(state, state)}"
        yield Cell(MARKS[state], f"{told}, {counted(count, 'act')}")


def _contact_cells(back: LookBack, row: PersonRow) -> Iterator[Cell]:
    for slug, practice in back.eight.items():
        contact = row.contacts.get(slug)
        day = contact.date.isoformat() if contact else "none"
        yield Cell(Mark.KEPT if contact else Mark.OPEN, f"{practice.name}: {day}")


def person_told(back: LookBack, row: PersonRow) -> tuple[str, str, str]:
    """Return a person, the day of the last contact, and when it was in which practices."""
    presence = presence_words(row, back.look.as_of)
    name = back.names[row.person.id]
    told = [
        f"{practice.name} {_day_and_month(row.contacts[slug].date)}"
        for slug, practice in back.eight.items()
        if slug in row.contacts
    ]
    last = row.last.date.isoformat() if row.last else "none in these days"
    return f"{name} ({presence})" if presence else name, last, ", ".join(told)


def _day_and_month(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def counted(number: int, what: str) -> str:
    """Return a number of things: "1 act", "2 acts"."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def months_over(weeks: Iterable[date]) -> Iterator[str]:
    """Yield the month over the week that holds its first day, and nothing over the others."""
    for week in weeks:
        last = date.fromordinal(week.toordinal() + _DAYS - 1)
        yield MONTHS[last.month - 1] if last.day <= _DAYS else ""

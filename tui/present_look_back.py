"""A quarter or a year to what is shown of it: rows, bars and words. Pure."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from habits.review.coverage_words import presence_words
from habits.review.decision_words import decision_words
from habits.review.review_sections import entry_line, person_told
from habits.words import long_day_words
from tui.present_people import age_sign, age_words
from tui.present_review import KEPT, MISSED, counted, kept_words
from tui.review_text import BarLine, WeekRowText, WeeksText
from tui.row_text import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from habits.review.coverage import Contact, PersonRow
    from habits.review.look_back import Kept, LookBack
    from tui.row_text import Cell

PEOPLE_SIGNS: Final = "● contact  · none in these days"
"""What the signs of people mean."""

_DONE: Final[Cell] = ("▇", Tone.KEPT)
_SLIP: Final[Cell] = ("▇", Tone.QUIET)
_CONTACT: Final[Cell] = ("●", Tone.KEPT)
_NONE: Final[Cell] = ("·", Tone.QUIET)


def people_text(back: LookBack, *, is_numbers: bool) -> WeeksText:
    """Return how people by practices read.

    Args:
        back: What is looked back on.
        is_numbers: Whether each contact tells how long before the end of these days it was.
    """
    keys = tuple(str(practice.key) for practice in back.eight.values())
    rows = tuple(_person_row(back, row, is_numbers=is_numbers) for row in back.people)
    return WeeksText(keys, rows, heading="last")


def _person_row(back: LookBack, row: PersonRow, *, is_numbers: bool) -> WeekRowText:
    contacts = (row.contacts.get(slug) for slug in back.eight)
    return WeekRowText(
        key="",
        name=back.names[row.person.id],
        cells=tuple(_contact_cell(back, each, is_numbers=is_numbers) for each in contacts),
        count="" if row.days is None else age_sign(row.days),
        streak="" if row.days is None else age_words(row.days),
        best=presence_words(row, back.look.as_of),
    )


def _contact_cell(back: LookBack, contact: Contact | None, *, is_numbers: bool) -> Cell:
    if contact is None:
        return _NONE
    ago = (back.look.until - contact.date).days
    return (age_sign(ago), Tone.KEPT) if is_numbers else _CONTACT


def person_details(back: LookBack, row: PersonRow) -> str:
    """Return what is told of the person at the cursor."""
    name, _, told = person_told(back, row)
    on = f"last contact {long_day_words(row.last.date)}" if row.last else "no contact in these days"
    return " · ".join(filter(None, [name, on, told]))


def kind_lines(back: LookBack, *, is_numbers: bool) -> tuple[BarLine, ...]:
    """Return of which kinds the acts were, and the slips, a line each."""
    return (*_balance_lines(back, is_numbers=is_numbers), *_slip_lines(back, is_numbers=is_numbers))


def _balance_lines(back: LookBack, *, is_numbers: bool) -> Iterator[BarLine]:
    for balance in back.balances:
        if not any(part.acts for part in balance.parts[:-1]):
            continue
        name = back.eight[balance.practice].name
        yield BarLine(f"{name} · {balance.name}", is_heading=True)
        for part in balance.parts:
            bar = () if is_numbers else ((part.acts, _DONE),)
            yield BarLine(part.label, bar, counted(part.acts, "act"))


def _slip_lines(back: LookBack, *, is_numbers: bool) -> Iterator[BarLine]:
    for slug, slips in groupby(back.slips, key=lambda each: each.practice):
        yield BarLine(f"{back.eight[slug].name} · slips", is_heading=True)
        for slip in slips:
            bar = () if is_numbers else ((slip.times, _SLIP),)
            yield BarLine(slip.meaning, bar, counted(slip.times, "time"))


def read_lines(back: LookBack) -> tuple[tuple[str, str], ...]:
    """Return what is worth reading again, and what was noticed: each with what stands over it."""
    entries = (
        (long_day_words(entry.date), entry_line(back, entry).partition(": ")[2])
        for entry in back.specific
    )
    noticed = (
        (f"noticed in the week of {long_day_words(each.week)}", each.text) for each in back.noticed
    )
    return (*entries, *noticed)


def habit_lines(back: LookBack, *, is_numbers: bool) -> tuple[BarLine, ...]:
    """Return what is promised, with how it was kept and what is decided about it, a line each."""
    return tuple(
        line
        for slug, habits in groupby(back.habits, key=lambda each: each.habit.practice)
        for line in (
            BarLine(back.eight[slug].name, is_heading=True),
            *(_habit_line(each, is_numbers=is_numbers) for each in habits),
        )
    )


def _habit_line(kept: Kept, *, is_numbers: bool) -> BarLine:
    told = kept_words(kept.kept, kept.missed) if kept.kept or kept.missed else "nothing was due"
    return BarLine(
        label=kept.habit.name,
        bar=() if is_numbers else ((kept.kept, KEPT), (kept.missed, MISSED)),
        words=" · ".join(filter(None, [told, kept.decided and str(kept.decided.decision)])),
        tone=Tone.PLAIN if kept.decided is None else Tone.QUIET,
    )


def habit_details(back: LookBack, kept: Kept, key_of: Callable[[str], str]) -> tuple[str, ...]:
    """Return what is told of the promise at the cursor, and how one decides about it.

    Args:
        back: What is looked back on.
        kept: The promise.
        key_of: Returns the key that does an action, as it is printed.
    """
    keys = {each: key_of(f"back.{each}") for each in ("keep", "change", "retire")}
    how = (
        f"{keys['keep']} keeps it, {keys['change']} changes how often, {keys['retire']} retires it."
    )
    decided = decision_words(kept)
    cadence = str(kept.habit.cadence(back.look.as_of))
    return (" · ".join([kept.habit.name, cadence, decided or "to be decided"]), how)

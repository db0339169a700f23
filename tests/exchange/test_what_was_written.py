"""What another program wrote of any habits and days is read again, the same in all formats."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from hypothesis import given
from hypothesis import strategies as st

from habits.cadence import parse_cadence
from habits.exchange import beaver, harsh, org
from habits.exchange.foreign import ForeignHabit, Mark, Skip
from habits.exchange.loop_days import SKIPPED, YES, LoopDay, LoopHabit, foreign_habit
from habits.exchange.loop_table import foreign_of_tables
from habits.text import one_line
from tests.exchange.loop_files import HEAD, table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habits.exchange.foreign import Foreign


@dataclass(frozen=True)
class Written:
    """A habit of each day, as it was written: the days that were done and those skipped."""

    name: str
    done: dict[date, str]
    skipped: frozenset[date]


words: Final = st.text("abc äß宽🎉,;'\"=+-@#<&", min_size=1, max_size=20).filter(
    lambda text: text.strip() == text == one_line(text)
)
names: Final = words.filter(lambda text: text[0] not in "#!" and text[0].isalnum())
days: Final = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@st.composite
def habits(draw: st.DrawFn) -> Written:
    """Draw a habit whose done and skipped days are not the same."""
    done = draw(st.dictionaries(days, st.one_of(st.just(""), words), max_size=8))
    skipped = draw(st.frozensets(days.filter(lambda day: day not in done), max_size=4))
    return Written(draw(names), done, skipped)


several: Final = st.lists(habits(), min_size=1, max_size=4, unique_by=lambda habit: habit.name)


def assert_read(foreign: Foreign, written: Iterable[Written], *, skips: bool = True) -> None:
    """Check that all that was written was read."""
    daily = parse_cadence("daily")
    assert [in_order(habit) for habit in foreign.habits] == [
        ForeignHabit(
            key=habit.name,
            name=habit.name,
            cadence=daily,
            marks=tuple(Mark(day, note=note) for day, note in sorted(habit.done.items())),
            skips=tuple(Skip(day) for day in sorted(habit.skipped)) if skips else (),
        )
        for habit in written
    ]
    assert foreign.left_out == ()


def in_order(habit: ForeignHabit) -> ForeignHabit:
    """Return a habit with its days in order, and without the note of a skip."""
    return ForeignHabit(
        key=habit.key,
        name=habit.name,
        cadence=habit.cadence,
        cadence_note=habit.cadence_note,
        marks=tuple(sorted(habit.marks, key=lambda mark: mark.date)),
        skips=tuple(Skip(day) for day in sorted(skip.date for skip in habit.skips)),
        archived=habit.archived,
    )


@given(several)
def test_harsh(written: list[Written]) -> None:
    log = [
        f"{day} : {habit.name} : y : {note} : 0"
        for habit in written
        for day, note in habit.done.items()
    ]
    log += [f"{day} : {habit.name} : s" for habit in written for day in habit.skipped]
    listed = "\n".join(f"{habit.name}: 1" for habit in written)

    assert_read(harsh.foreign_of_texts(listed, "\n".join(log)), written)


@given(several)
def test_beaver(written: list[Written]) -> None:
    content = {
        "habits": [
            {
                "name": habit.name,
                "records": [
                    *(
                        {"day": f"{day}", "done": True, "text": habit.done[day]}
                        for day in habit.done
                    ),
                    *({"day": f"{day}", "done": False, "text": "Skip"} for day in habit.skipped),
                ],
            }
            for habit in written
        ]
    }

    assert_read(beaver.foreign_of_json(content), written)


@given(several)
def test_loop_in_tables(written: list[Written]) -> None:
    tables = {}
    rows: list[list[object]] = [list(HEAD)]
    for number, habit in enumerate(written, 1):
        rows.append([f"{number:03}", habit.name, "YES_NO", "", "", 1, 1, "", "", "", "", "false"])
        done = [[day, "YES_MANUAL", note] for day, note in habit.done.items()]
        skipped = [[day, "SKIP", ""] for day in habit.skipped]
        days_of = table([["Date", "Value", "Notes"], *done, *skipped])
        tables[f"{number:03} {number}/Checkmarks.csv"] = days_of

    assert_read(foreign_of_tables({"Habits.csv": table(rows), **tables}), written)


@given(habits())
def test_loop_in_values(written: Written) -> None:
    left: Counter[str] = Counter()
    rows = [LoopDay(day, YES, note) for day, note in written.done.items()]
    rows += [LoopDay(day, SKIPPED) for day in written.skipped]
    read = foreign_habit(LoopHabit(written.name, written.name), rows, left)

    assert {mark.date: mark.note for mark in read.marks} == written.done
    assert {skip.date for skip in read.skips} == written.skipped
    assert left.total() == 0


@given(several)
def test_org(written: list[Written]) -> None:
    lines = []
    for habit in written:
        lines += [f"* {habit.name}", "SCHEDULED: <2026-11-22 Sun .+1d>"]
        lines += [":PROPERTIES:", ":STYLE: habit", ":END:", ":LOGBOOK:"]
        for day, note in habit.done.items():
            lines.append(f'- State "DONE"       from "NEXT"       [{day} 10:00]')
            lines += [f"  {note}"] if note else []
        lines.append(":END:")

    assert_read(org.foreign_of_text("\n".join(lines)), written, skips=False)

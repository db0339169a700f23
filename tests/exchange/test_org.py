"""The habits of org-habit are found among the headlines of a file, with the whole of their log."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from habits.cadence import parse_cadence
from habits.errors import RefusedError
from habits.exchange.foreign import Foreign, ForeignHabit, LeftOut, Mark, Note
from habits.exchange.gleaning import NO_DAY
from habits.exchange.org import NOT_CLOSED, SAME_DAY, foreign_of_text, read
from habits.exchange.org_repeater import nearest

if TYPE_CHECKING:
    from pathlib import Path

FILE = r"""#+TITLE: Work

* Projects
** TODO Ship the beta
   - State "DONE"       from "TODO"       [2026-11-01 Sun 10:00]
* Habits
** TODO [#A] Share a customer story                               :team:story:
   SCHEDULED: <2026-11-19 Thu .+14d/21d>
   :PROPERTIES:
   :ID:       3f1c
   :STYLE:    habit
   :LAST_REPEAT: [2026-11-05 Thu 20:10]
   :END:
   :LOGBOOK:
   - State "DONE"       from "TODO"       [2026-11-05 Thu 20:10] \\
     Retold the call with the clinic:
     they read it aloud
   - Note taken on [2026-11-04 Wed 09:00] \\
     ask for another one
   CLOCK: [2026-11-05 Thu 20:00]--[2026-11-05 Thu 20:10] =>  0:10
   - State "CANCELLED"  from "TODO"       [2026-10-29 Thu 20:10] \\
     nobody came
   - State "DONE"       from "TODO"       [2026-10-15 Thu 23:59]
   :END:
   One that an engineer can retell.

   - not from a slide
** TODO Thank somebody
   SCHEDULED: <2026-11-22 Sun .+1d>
   - CLOSING NOTE [2026-11-20 Fri 18:00] \\
     Maya
   - State "DONE"       from "TODO"       [2026-11-20 Fri 18:00]
   :PROPERTIES:
   :STYLE:    habit
   :END:
"""


def habit_of(text: str) -> ForeignHabit:
    """Return the one habit of a text, the properties of which are added."""
    (habit,) = read_one(text).habits
    return habit


def read_one(text: str) -> Foreign:
    """Return what is read of a text with the property that makes its last headline a habit."""
    return foreign_of_text(f"{text}\n:PROPERTIES:\n:STYLE: habit\n:END:\n")


def test_headlines_with_the_style_are_habits_and_no_others() -> None:
    story, thanks = foreign_of_text(FILE).habits

    assert (story.key, story.name) == ("3f1c", "Share a customer story")
    assert (thanks.key, thanks.name) == ("Thank somebody", "Thank somebody")


def test_the_whole_log_is_read_with_its_notes() -> None:
    story, thanks = foreign_of_text(FILE).habits

    note = "Retold the call with the clinic:\nthey read it aloud"
    assert story.marks == (Mark(date(2026, 11, 5), note=note), Mark(date(2026, 10, 15)))
    assert thanks.marks == (Mark(date(2026, 11, 20), note="Maya"),)


def test_the_note_of_a_state_that_is_not_done_is_kept_apart() -> None:
    assert foreign_of_text(FILE).habits[0].notes == (Note(date(2026, 10, 29), "nobody came"),)


def test_the_text_beneath_a_headline_describes_it() -> None:
    story = foreign_of_text(FILE).habits[0]

    assert story.description == "One that an engineer can retell.\n\n- not from a slide"


def test_what_is_left_out_is_counted_with_the_reason() -> None:
    foreign = foreign_of_text(FILE)

    assert foreign.read == 5
    assert foreign.left_out == (LeftOut(NOT_CLOSED, 1), LeftOut(SAME_DAY, 1))


def test_a_stamp_that_is_no_day_is_counted() -> None:
    foreign = read_one('* Walk\n- State "DONE" from "" [2026-02-30]\n- State "DONE" [soon]')

    assert foreign.left_out == (LeftOut(NO_DAY, 2),)


@pytest.mark.parametrize(
    ("states", "done"),
    [
        ("#+TODO: NEXT WAIT(w@/!) | KEPT(k!) DROPPED(d)", ["KEPT", "DROPPED"]),
        ("#+seq_todo: NEXT KEPT", ["KEPT"]),
        ("#+TODO: NEXT | KEPT\n#+TYP_TODO: FRED | SENT", ["KEPT", "SENT"]),
        ("", ["DONE"]),
        ("#+TODO:", ["DONE"]),
    ],
)
def test_the_states_that_are_done_are_those_of_the_file(states: str, done: list[str]) -> None:
    named = ["NEXT", "WAIT", "KEPT", "DROPPED", "FRED", "SENT", "DONE"]
    log = "\n".join(
        f'- State "{state}" from "NEXT" [2026-11-{day:02}]' for day, state in enumerate(named, 1)
    )
    habit = habit_of(f"{states}\n* Walk\n{log}")

    assert [named[mark.date.day - 1] for mark in habit.marks] == done


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("* TODO Walk", "Walk"),
        ("*** TODO [#B] Walk  :out:side:", "Walk"),
        ("* TODOS of Maya", "TODOS of Maya"),
        ("* Walk :: and run", "Walk :: and run"),
        ("* Walk at 9:30:", "Walk at 9:30:"),
        ("* TODO", ""),
        ("* :alone:", ""),
    ],
)
def test_a_title_is_what_is_left_of_a_headline(headline: str, title: str) -> None:
    assert habit_of(headline).name == title


@pytest.mark.parametrize(
    ("text", "archived"),
    [
        ("* TODO Walk", False),
        ("* TODO Walk :ARCHIVE:", True),
        ("* DONE Walk", True),
        ("* Old :x:ARCHIVE:\n** Older\n*** TODO Walk", True),
        ("* Old :ARCHIVE:\n* TODO Walk", False),
        ("* Old :ARCHIVE:\n** Older\n* New\n** TODO Walk", False),
        ("* DONE Project\n** TODO Walk", False),
    ],
)
def test_what_is_archived_or_done_for_good_is_archived(text: str, *, archived: bool) -> None:
    assert habit_of(text).archived == archived


@pytest.mark.parametrize(
    ("stamp", "phrase"),
    [
        ("2026-11-22 Sun .+1d", "daily"),
        ("2026-11-22 Sun 09:00 .+3d -1d", "every 3 days"),
        ("2026-11-22 Sun .+2w", "every 14 days"),
        ("2026-11-22 Sun .+1m", "every 30 days"),
        ("2026-11-22 Sun .+1y", "every 365 days"),
        ("2026-11-22 Sun ++1d", "daily"),
    ],
)
def test_a_repeater_that_is_the_same_here_has_no_note(stamp: str, phrase: str) -> None:
    assert nearest(stamp) == (parse_cadence(phrase), "")


@pytest.mark.parametrize(
    ("stamp", "phrase", "told"),
    [
        (
            "2026-11-19 Thu .+14d/21d",
            "every 21 days",
            "there due after 14 days and late after 21, here late after 21",
        ),
        (
            "2026-11-19 Thu ++1w/2w",
            "every 14 days",
            "there due after 7 days and late after 14, here late after 14; there on fixed days",
        ),
        (
            "2026-11-19 Thu ++1w",
            "weekly",
            "there due on a fixed day each time, here once in each block of the calendar",
        ),
        (
            "2026-11-19 Thu +3m",
            "every 3 months",
            "there due on a fixed day each time, here once in each block of the calendar",
        ),
        (
            "2026-11-19 Thu +3d",
            "every 3 days",
            "there counted from a fixed day, here from the last time",
        ),
        (
            "2026-11-19 Thu .+3y",
            "every 3 years",
            "there every 1095 days, here in calendar years",
        ),
    ],
)
def test_a_repeater_that_is_not_the_same_says_how(stamp: str, phrase: str, told: str) -> None:
    assert nearest(stamp) == (parse_cadence(phrase), told)


@pytest.mark.parametrize("stamp", ["", "2026-11-19 Thu", "2026-11-19 Thu -3d", "2026-11-19 .+1x"])
def test_no_repeater_is_no_cadence(stamp: str) -> None:
    assert nearest(stamp) == (None, "")


@pytest.mark.parametrize("repeater", [".+0d", ".+1h", ".+2d/2d", "++1w/3d"])
def test_what_is_no_habit_to_org_habit_is_told(repeater: str) -> None:
    told = f"there {repeater}, which is no habit to org-habit"

    assert nearest(f"2026-11-19 Thu {repeater}") == (None, told)


def test_a_property_without_a_value_says_nothing() -> None:
    assert habit_of("* Walk\n:PROPERTIES:\n:ID:\nand words\n:END:").key == "Walk"


def test_a_file_of_windows_is_read_like_any_other() -> None:
    assert foreign_of_text(FILE.replace("\n", "\r\n")) == foreign_of_text(FILE)


@pytest.mark.parametrize(
    "text", ["", "no headlines", "* TODO Walk\n  SCHEDULED: <2026-11-22 .+1d>"]
)
def test_a_file_without_habits_is_refused(text: str) -> None:
    with pytest.raises(RefusedError, match="There are no habits in it"):
        foreign_of_text(text)


def test_the_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "work.org"
    path.write_text(FILE, encoding="utf-8")

    assert read(path) == foreign_of_text(FILE)


def test_what_is_no_property_among_properties_is_passed_over() -> None:
    habit = habit_of("* Read\n:PROPERTIES:\nnone\n:STYLE: habit\n:END:\n")
    assert habit.name == "Read"

"""What an act changed is told the same way whether it was done or taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from habits.cadence import parse_cadence
from habits.change import Altered, Change
from habits.change_words import change_words, pause_words
from habits.model import Habit, Pause, Person
from habits.settings import Settings
from tests.records import entry, habit

SUNDAY = date(2026, 11, 22)
KEY = UUID(int=1 << 64)
TALK = habit(SUNDAY, "monthly", practice="growth", name="Talk", moves=("talk",))
NOTHING = Change((), (), (), (), (), (), (), foreign=False)


def told(before: Habit | None, after: Habit | None) -> str:
    (line,) = change_words(replace(NOTHING, habits=(Altered(before, after),)), {}, SUNDAY)
    return line


def test_a_habit_is_told_with_its_practice_and_promise() -> None:
    assert told(None, TALK) == told(TALK, None) == "Growth: Talk · monthly · /talk"


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (replace(TALK, name="Walk"), "Talk · now Walk"),
        (replace(TALK, moves=()), "Talk · counts every move"),
        (replace(TALK, moves=("talk", "spark")), "Talk · counts /talk /spark"),
        (replace(TALK, archived=SUNDAY), "Talk · archived today"),
        (
            replace(TALK, name="Walk", cadences=(*TALK.cadences, (SUNDAY, parse_cadence("daily")))),
            "Talk · now Walk · daily from today on",
        ),
    ],
)
def test_an_edit_is_told_by_what_differs(after: Habit, words: str) -> None:
    assert told(TALK, after) == words


def test_an_edit_that_is_taken_back_is_told_by_what_holds_again() -> None:
    later = date(2026, 12, 1)
    changed = replace(TALK, cadences=(*TALK.cadences, (later, parse_cadence("daily"))))
    assert told(TALK, changed) == "Talk · daily from Tue 1 on"
    assert told(changed, TALK) == "Talk · monthly again"
    assert told(replace(TALK, archived=SUNDAY), TALK) == "Talk · live again"


def test_a_setting_is_told_by_what_holds_now() -> None:
    change = replace(NOTHING, settings=(Altered(None, Settings(6, 4)),))
    back = replace(NOTHING, settings=(Altered(Settings(6), None),))
    assert change_words(change, {}, SUNDAY) == [
        "the week begins on Sunday",
        "the day turns at 4:00",
    ]
    assert change_words(back, {}, SUNDAY) == ["the week begins on Monday"]


@pytest.mark.parametrize(
    ("pause", "words"),
    [
        (Pause(KEY, SUNDAY), "everything · from today on"),
        (Pause(KEY, SUNDAY, SUNDAY), "everything · today"),
        (Pause(KEY, SUNDAY, date(2026, 12, 31), "thanks"), "Thanks · today to 31 Dec"),
        (Pause(KEY, SUNDAY, SUNDAY, habit=TALK.id), "Talk · today"),
        (Pause(KEY, SUNDAY, SUNDAY, habit=UUID(int=9)), "a habit that is gone · today"),
        (Pause(KEY, SUNDAY, SUNDAY, person=KEY), "Maya is away · today"),
        (Pause(KEY, SUNDAY, SUNDAY, person=UUID(int=9)), "someone is away · today"),
    ],
)
def test_a_pause_is_told_by_what_rests_and_its_days(pause: Pause, words: str) -> None:
    names = {TALK.id: "Talk", KEY: "Maya"}
    assert pause_words(pause, names, SUNDAY) == words
    for altered in (Altered(None, pause), Altered(pause, None)):
        assert change_words(replace(NOTHING, pauses=(altered,)), names, SUNDAY) == [words]


def test_entries_come_first_with_who_is_new() -> None:
    maya = Person(KEY, "Maya", "maya")
    change = replace(
        NOTHING,
        entries=(Altered(None, entry(SUNDAY, "the fix", people=(KEY,))),),
        people=(Altered(None, maya),),
        habits=(Altered(None, TALK),),
    )
    assert change_words(change, {KEY: "Maya"}, SUNDAY) == [
        "Thanks · Maya (new) · the fix · today",
        "Growth: Talk · monthly · /talk",
    ]

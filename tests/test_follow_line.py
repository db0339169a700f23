"""The line of a follow-up: what is to be done, for whom, and by when."""

from __future__ import annotations

from datetime import date

import pytest

from habits.errors import RefusedError
from habits.follow_line import Following, follow_up_line
from habits.text import NOTE_CHARACTERS
from tests.hostile import each_hostile

SUNDAY = date(2026, 11, 22)
MAYA = {"maya": "Maya"}


def read(text: str) -> Following:
    """Return what a line says on Sunday, to somebody who knows Maya."""
    return follow_up_line(text, SUNDAY, MAYA)


@pytest.mark.parametrize(
    ("text", "words", "due"),
    [
        ("back to support", "back to support", date(2026, 11, 29)),
        ("back to support (tomorrow)", "back to support", date(2026, 11, 23)),
        ("back to support (in 3 days)", "back to support", date(2026, 11, 25)),
        ("back to support (fri)", "back to support", date(2026, 11, 27)),
        ("back to support (2026-12-24)", "back to support", date(2026, 12, 24)),
        ("back to support (today)", "back to support", SUNDAY),
        ("ask (again)", "ask (again)", date(2026, 11, 29)),
        ("ask (fri) twice", "ask (fri) twice", date(2026, 11, 29)),
        ("(tomorrow)", "", date(2026, 11, 23)),
        ("", "", date(2026, 11, 29)),
    ],
)
def test_a_day_in_brackets_at_the_end_is_when_it_is_due(text: str, words: str, due: date) -> None:
    assert read(text) == Following(words, due, ())


@pytest.mark.parametrize("when", ["yesterday", "2026-11-21", "3 days ago"])
def test_a_day_that_is_over_is_refused(when: str) -> None:
    with pytest.raises(RefusedError, match=r"is over\. A follow-up is due today \(2026-11-22\)"):
        read(f"back to support ({when})")


def test_people_are_named_as_in_the_quick_log() -> None:
    said = read("@maya and @ana.lima: the export (fri)")
    assert said.people == (("maya", "Maya"), ("ana.lima", "Ana Lima"))
    assert said.text == "Maya and Ana Lima: the export"
    assert read("the export @maya").text == "the export"
    assert read("back to @maya (fri)").text == "back to Maya"


@pytest.mark.parametrize("text", ["x (2026-02-30)", "x" * (NOTE_CHARACTERS + 1)])
def test_a_day_that_no_calendar_has_and_a_note_too_long_are_refused(text: str) -> None:
    with pytest.raises(RefusedError):
        read(text)


@each_hostile
def test_any_text_is_read_or_refused(hostile: str) -> None:
    try:
        said = read(hostile)
    except RefusedError:
        return
    assert read(said.text).text == said.text or said.people

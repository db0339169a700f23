"""A quick-log line says why after the first because, and when at one of its ends."""

from __future__ import annotations

from datetime import date

import pytest

from habits.errors import RefusedError
from habits.practices import BY_SLUG
from habits.quicklog import Draft, Said, parse

SUNDAY = date(2026, 11, 22)
SATURDAY = date(2026, 11, 21)
FRIDAY = date(2026, 11, 20)


def read(line: str, said: Said | None = None) -> Draft:
    return parse(line, BY_SLUG["vision"], SUNDAY, {}, said)


@pytest.mark.parametrize(
    ("line", "what", "why"),
    [
        ("cut a page because it is slow", "cut a page", "it is slow"),
        ("cut a page BECAUSE it is slow", "cut a page", "it is slow"),
        ("cut a page\nbecause it is slow", "cut a page", "it is slow"),
        ("a because b because c", "a", "b because c"),
        ("because it is slow", "", "it is slow"),
        ("cut a page because", "cut a page", ""),
    ],
)
def test_the_first_because_splits_what_from_why(line: str, what: str, why: str) -> None:
    assert read(line) == Draft(what=what, why=why)


@pytest.mark.parametrize("line", ["a becausal link", "just-because gift", "left (because late)"])
def test_only_the_word_because_splits(line: str) -> None:
    assert read(line) == Draft(what=line)


def test_a_why_that_is_said_by_a_flag_leaves_the_text_whole() -> None:
    said = Said(why="pages lose people")
    assert read("cut a page because of Ana", said) == Draft(
        what="cut a page because of Ana", why="pages lose people"
    )


def test_a_because_stays_text_even_where_the_said_why_is_empty() -> None:
    assert read("cut a page because of Ana", Said(why="")) == Draft(
        what="cut a page because of Ana"
    )


def test_a_said_why_is_cleaned_and_its_people_and_tags_count() -> None:
    draft = read("cut a page", Said(why=" \x1b]0;x\x07 so that\t@dev's\n\n#users stay "))
    assert draft.why == "]0;x so that Dev's\nusers stay"
    assert (draft.people, draft.tags) == ((("dev", "Dev"),), ("users",))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("cut a page (yesterday)", SATURDAY),
        ("cut a page (Yesterday )", SATURDAY),
        ("cut a page (fri)", FRIDAY),
        ("cut a page (3 days ago)", date(2026, 11, 19)),
        ("cut a page (2026-11-20)", FRIDAY),
        ("cut a page (20 Nov)", FRIDAY),
        ("cut a page (today)", SUNDAY),
        ("cut a page\n(yesterday)", SATURDAY),
        ("yesterday: cut a page", SATURDAY),
        ("Fri: cut a page", FRIDAY),
        ("2026-11-20: cut a page", FRIDAY),
    ],
)
def test_a_date_at_the_end_or_the_start_is_taken(line: str, day: date) -> None:
    assert read(line) == Draft(what="cut a page", date=day)


def test_a_date_may_stand_after_the_why() -> None:
    assert read("cut a page because it is slow (fri)") == Draft(
        what="cut a page", why="it is slow", date=FRIDAY
    )


@pytest.mark.parametrize("line", ["(yesterday)", "yesterday:"])
def test_a_date_alone_is_a_bare_entry_of_that_day(line: str) -> None:
    assert read(line) == Draft(date=SATURDAY)


@pytest.mark.parametrize(
    "line",
    [
        "cut a page (soon)",
        "cut a page (with Ana)",
        "cut a page ()",
        "cut a page ((yesterday))",
        "cut a page (yesterday) at last",
        "cut (yesterday) a page",
        "cut a page (yester\nday)",
        "note: cut a page",
        "yesterday:cut a page",
        "at 9:30 cut a page",
        "cut a page yesterday",
    ],
)
def test_what_is_no_date_or_stands_elsewhere_stays_text(line: str) -> None:
    assert read(line) == Draft(what=line)


def test_of_two_dates_the_one_at_the_end_is_taken() -> None:
    assert read("yesterday: cut a page (fri)") == Draft(what="yesterday: cut a page", date=FRIDAY)


def test_a_date_that_is_said_by_a_flag_leaves_the_text_whole() -> None:
    assert read("cut a page (fri)", Said(on=SATURDAY)) == Draft(
        what="cut a page (fri)", date=SATURDAY
    )


@pytest.mark.parametrize(
    "line",
    [
        "cut a page (tomorrow)",
        "tomorrow: cut a page",
        "x (next fri)",
        "x (in 2 days)",
        "x (2026-11-23)",
    ],
)
def test_a_date_in_the_future_is_refused(line: str) -> None:
    with pytest.raises(RefusedError, match="is in the future"):
        read(line)


def test_a_future_date_by_a_flag_is_refused_too() -> None:
    with pytest.raises(RefusedError, match="2026-11-23 is in the future"):
        read("cut a page", Said(on=date(2026, 11, 23)))


@pytest.mark.parametrize("line", ["cut a page (2026-02-30)", "2026-13-01: cut a page"])
def test_a_day_that_no_calendar_has_is_refused_and_not_logged_as_today(line: str) -> None:
    with pytest.raises(RefusedError, match="There is no day"):
        read(line)

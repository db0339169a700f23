"""Date phrases are read against a given today, and only what an entry may bear is taken."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.day import EARLIEST, LATEST
from habits.errors import RefusedError
from habits.when import past_phrase, read_date, require_date, require_day, require_past
from tests.strategies import any_days, days, texts, untimed

SUNDAY = date(2026, 11, 22)
WEEK = [date(2026, 11, 16) + timedelta(days=n) for n in range(7)]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
MONTHS = [
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
]  # fmt: skip

each_today = pytest.mark.parametrize("today", WEEK, ids=WEEKDAYS)
each_weekday = pytest.mark.parametrize("weekday", range(7), ids=WEEKDAYS)


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("today", SUNDAY),
        ("this morning", SUNDAY),
        ("this afternoon", SUNDAY),
        ("this evening", SUNDAY),
        ("tonight", SUNDAY),
        ("yesterday", date(2026, 11, 21)),
        ("last night", date(2026, 11, 21)),
        ("the day before yesterday", date(2026, 11, 20)),
        ("day before yesterday", date(2026, 11, 20)),
        ("0 days ago", SUNDAY),
        ("1 day ago", date(2026, 11, 21)),
        ("a day ago", date(2026, 11, 21)),
        ("3 days ago", date(2026, 11, 19)),
        ("3d ago", date(2026, 11, 19)),
        ("2w ago", date(2026, 11, 8)),
        ("three days ago", date(2026, 11, 19)),
        ("twelve days ago", date(2026, 11, 10)),
        ("a week ago", date(2026, 11, 15)),
        ("2 weeks ago", date(2026, 11, 8)),
        ("100 days ago", date(2026, 8, 14)),
        ("fri", date(2026, 11, 20)),
        ("on Friday", date(2026, 11, 20)),
        ("last friday", date(2026, 11, 20)),
        ("2026-11-20", date(2026, 11, 20)),
        ("20 Nov", date(2026, 11, 20)),
        ("20th of November", date(2026, 11, 20)),
        ("nov 20", date(2026, 11, 20)),
        ("November 20th, 2026", date(2026, 11, 20)),
        ("1st sept", date(2026, 9, 1)),
        ("3 Mar 2025", date(2025, 3, 3)),
        ("2024-02-29", date(2024, 2, 29)),
        ("  3   Days\tAGO ", date(2026, 11, 19)),
    ],
)
def test_a_phrase_is_read_on_a_sunday(phrase: str, day: date) -> None:
    assert require_date(phrase, SUNDAY) == day


@each_today
@each_weekday
@pytest.mark.parametrize("phrase", ["{}", "on {}"])
def test_a_weekday_is_the_latest_one_today_included(phrase: str, weekday: int, today: date) -> None:
    day = require_date(phrase.format(WEEKDAYS[weekday]), today)
    assert day.weekday() == weekday
    assert today - timedelta(days=7) < day <= today


@each_today
@each_weekday
def test_last_weekday_is_never_today(weekday: int, today: date) -> None:
    day = require_date(f"last {WEEKDAYS[weekday]}", today)
    assert day.weekday() == weekday
    assert today - timedelta(days=7) <= day < today


@each_today
@each_weekday
def test_next_weekday_lies_ahead_and_is_refused(weekday: int, today: date) -> None:
    phrase = f"next {WEEKDAYS[weekday]}"
    day = read_date(phrase, today)
    assert day is not None
    assert day.weekday() == weekday
    assert today < day <= today + timedelta(days=7)
    with pytest.raises(RefusedError, match=f"{day} is in the future"):
        require_date(phrase, today)


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("mon", "monday"),
        ("tues", "tuesday"),
        ("thur", "thursday"),
        ("thurs", "thursday"),
        ("SAT", "saturday"),
    ],
)
def test_weekdays_are_abbreviated_to_three_letters_or_more(short: str, whole: str) -> None:
    assert require_date(short, SUNDAY) == require_date(whole, SUNDAY)


@pytest.mark.parametrize(
    ("phrase", "today", "day"),
    [
        ("22 nov", SUNDAY, SUNDAY),
        ("23 nov", SUNDAY, date(2025, 11, 23)),
        ("31 dec", SUNDAY, date(2025, 12, 31)),
        ("1 jan", date(2027, 1, 1), date(2027, 1, 1)),
        ("31 dec", date(2027, 1, 1), date(2026, 12, 31)),
        ("29 feb", SUNDAY, date(2024, 2, 29)),
        ("29 feb", date(2024, 2, 28), date(2020, 2, 29)),
        ("29 feb", date(2024, 2, 29), date(2024, 2, 29)),
        ("29 feb", date(2104, 2, 28), date(2096, 2, 29)),
    ],
)
def test_a_date_without_a_year_is_the_latest_such_day(phrase: str, today: date, day: date) -> None:
    assert require_date(phrase, today) == day


@untimed
@given(days, st.integers(0, 364))
def test_a_day_of_the_last_year_needs_no_year(today: date, since: int) -> None:
    day = today - timedelta(days=since)
    assert require_date(f"{day.day} {MONTHS[day.month - 1]}", today) == day
    assert require_date(f"{MONTHS[day.month - 1][:3]} {day.day}", today) == day


@untimed
@given(st.dates(EARLIEST, SUNDAY))
def test_a_written_date_is_that_date(day: date) -> None:
    month = MONTHS[day.month - 1]
    assert require_date(day.isoformat(), SUNDAY) == day
    assert require_date(f"{day.day} {month} {day.year}", SUNDAY) == day
    assert require_date(f"{month} {day.day}, {day.year}", SUNDAY) == day


@untimed
@given(days, st.integers(0, 400))
def test_days_and_weeks_are_counted_back(today: date, count: int) -> None:
    assert read_date(f"{count} days ago", today) == today - timedelta(days=count)
    assert read_date(f"{count} weeks ago", today) == today - timedelta(weeks=count)


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("tomorrow", "2026-11-23"),
        ("in a day", "2026-11-23"),
        ("in two weeks", "2026-12-06"),
        ("23 Nov 2026", "2026-11-23"),
        ("9999-12-31", "9999-12-31"),
    ],
)
def test_a_date_in_the_future_is_refused(phrase: str, day: str) -> None:
    told = rf"^{day} is in the future\. An entry is dated today \(2026-11-22\) or earlier\.$"
    with pytest.raises(RefusedError, match=told):
        require_date(phrase, SUNDAY)


@pytest.mark.parametrize("phrase", ["1969-12-31", "3 May 1926", "9999 weeks ago"])
def test_a_date_before_1970_is_refused_as_a_slip_of_the_finger(phrase: str) -> None:
    with pytest.raises(RefusedError, match=r"too long ago\. The earliest date is 1970-01-01"):
        require_date(phrase, SUNDAY)


def test_today_and_the_earliest_day_are_allowed() -> None:
    assert require_past(SUNDAY, SUNDAY) == SUNDAY
    assert require_past(EARLIEST, SUNDAY) == EARLIEST


@pytest.mark.parametrize(
    "phrase",
    [
        "2026-02-30",
        "31 nov",
        "2026-13-01",
        "2026-00-10",
        "0000-01-01",
        "2025-02-29",
        "29 Feb 2025",
        "Nov 31, 2026",
    ],
)
def test_a_day_that_no_calendar_has_is_refused(phrase: str) -> None:
    with pytest.raises(RefusedError, match=r"There is no day .* in the calendar"):
        read_date(phrase, SUNDAY)


@pytest.mark.parametrize(
    "phrase",
    [
        "", "soon", "now", "may", "fr", "frid ay", "moon", "last", "next week", "last week",
        "3 days", "ago", "2 months ago", "-1 days ago", "1.5 days ago", "10000 days ago",
        "2026-11", "26-11-20", "20.11.2026", "11/20/2026", "week 47", "9:30", "20",
    ],
)  # fmt: skip
def test_what_is_no_date_phrase_is_left_alone(phrase: str) -> None:
    assert read_date(phrase, SUNDAY) is None


def test_a_phrase_that_is_not_understood_is_refused_with_phrases_that_are() -> None:
    with pytest.raises(
        RefusedError, match=r"^'soon' is not a date that is understood\."
    ) as refusal:
        require_date("soon", SUNDAY)
    offered = re.search(r"Try (.*), (.*), (.*) or (.*)\.$", str(refusal.value))
    assert offered
    assert [require_date(phrase, SUNDAY) for phrase in offered.groups()] == [
        date(2026, 11, 21),
        date(2026, 11, 20),
        date(2026, 11, 19),
        date(2026, 11, 20),
    ]


@pytest.mark.parametrize("phrase", ["tomorrow", "next mon", "in 9999 weeks", "in a day"])
def test_beyond_the_end_of_the_calendar_is_the_future(phrase: str) -> None:
    assert read_date(phrase, date.max) == date.max
    with pytest.raises(RefusedError, match="in the future"):
        require_date(phrase, date.max - timedelta(days=1))


@pytest.mark.parametrize(
    "phrase", ["yesterday", "last mon", "9999 weeks ago", "the day before yesterday"]
)
def test_before_the_beginning_of_the_calendar_is_too_long_ago(phrase: str) -> None:
    with pytest.raises(RefusedError, match="too long ago"):
        require_date(phrase, date.min)


@untimed
@given(texts, any_days)
def test_any_text_is_a_date_or_is_refused_in_words(phrase: str, today: date) -> None:
    try:
        day = require_date(phrase, today)
    except RefusedError as refusal:
        message = str(refusal)
    else:
        message = ""
        assert EARLIEST <= day <= today
    assert len(message.splitlines()) <= 1


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("today", SUNDAY),
        ("sun", SUNDAY),
        ("mon", date(2026, 11, 23)),
        ("sat", date(2026, 11, 28)),
        ("last sat", date(2026, 11, 21)),
        ("last sun", date(2026, 11, 15)),
        ("next sun", date(2026, 11, 29)),
        ("yesterday", date(2026, 11, 21)),
        ("3 days ago", date(2026, 11, 19)),
        ("in 2 weeks", date(2026, 12, 6)),
        ("22 nov", SUNDAY),
        ("24 dec", date(2026, 12, 24)),
        ("2 jan", date(2027, 1, 2)),
        ("29 feb", date(2028, 2, 29)),
        ("2026-11-20", date(2026, 11, 20)),
        ("1970-01-01", EARLIEST),
        ("2199-12-31", LATEST),
    ],
)
def test_where_a_phrase_looks_ahead_it_means_the_first_such_day_to_come(
    phrase: str, day: date
) -> None:
    assert require_day(phrase, SUNDAY) == day


@each_today
@each_weekday
def test_a_weekday_to_come_is_at_most_six_days_away(today: date, weekday: int) -> None:
    day = require_day(WEEKDAYS[weekday], today)
    assert day.weekday() == weekday
    assert 0 <= (day - today).days <= 6


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ("soon", "'soon' is not a date that is understood. Try today, fri, in 2 weeks, 24 dec or"),
        ("1969-12-31", "1969-12-31 is out of range. Name a date from 1970-01-01 to 2199-12-31."),
        ("2200-01-01", "2200-01-01 is out of range."),
        ("30 feb", "There is no day '30 feb' in the calendar."),
    ],
)
def test_a_day_that_no_plan_may_name_is_refused(phrase: str, why: str) -> None:
    with pytest.raises(RefusedError, match=f"^{re.escape(why)}"):
        require_day(phrase, SUNDAY)


@given(any_days, st.integers(0, 400))
def test_the_phrase_of_a_past_day_is_read_as_that_day(today: date, days_ago: int) -> None:
    today = max(today, EARLIEST + timedelta(days=400))
    day = today - timedelta(days=days_ago)
    assert read_date(past_phrase(day, today) or "today", today) == day


def test_a_past_day_is_said_in_a_word() -> None:
    assert [past_phrase(day, SUNDAY) for day in WEEK[-3:]] == ["fri", "yesterday", ""]

"""The dates of rules are dateutil's, and go back in phase."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import islice, takewhile

import pytest
from dateutil import rrule
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from habits.cadence import Frequency, Schedule, occurrences, parse_cadence
from habits.cadence.rule import Rule, rrule_text
from tests.cadence.strategies import rrules

days = st.dates(date(2000, 1, 1), date(2040, 12, 31))
YEARS = timedelta(days=366 * 3)


def of_dateutil(rule: Rule, start: date, week_start: int, until: date) -> list[date]:
    text = rrule_text(rule).removeprefix("RRULE:")
    if rule.week_start is None:
        text += f";WKST={'MO TU WE TH FR SA SU'.split()[week_start]}"
    midnight = datetime(start.year, start.month, start.day)  # noqa: DTZ001 - dates
    found = rrule.rrulestr(text, dtstart=midnight)
    return [moment.date() for moment in takewhile(lambda moment: moment.date() <= until, found)]


@settings(deadline=None, max_examples=40)
@given(rrules(), days, st.integers(0, 6))
def test_occurrences_are_those_of_dateutil(rule: Rule, start: date, week_start: int) -> None:
    # Of the week in which a rule begins dateutil counts positions from its first day, and we from
    # the first of the week, as RFC 5545 has it.
    assume(not (rule.frequency is Frequency.WEEKLY and rule.by_set_pos))
    until = start + YEARS
    found = takewhile(lambda day: day <= until, occurrences(rule, start, week_start))

    assert list(found) == of_dateutil(rule, start, week_start, until)


@settings(deadline=None, max_examples=40)
@given(rrules(), days, st.integers(-500, 500), st.integers(0, 6))
def test_the_dates_from_any_day_on_belong_to_one_schedule(
    rule: Rule, start: date, shift: int, week_start: int
) -> None:
    schedule = Schedule(rule, start, week_start)
    day = start + timedelta(days=shift)
    whole = takewhile(lambda d: d < day + YEARS, schedule.since(day - timedelta(days=900)))
    later = takewhile(lambda d: d < day + YEARS, schedule.since(day))

    known = list(whole)
    assert list(later) == [d for d in known if d >= day]
    earlier = [d for d in known if d < day]
    if earlier:
        assert schedule.before(day) == earlier[-1]


@pytest.mark.parametrize(
    ("phrase", "start", "dates"),
    [
        ("31st of the month", date(2026, 1, 1), ["01-31", "02-28", "03-31", "04-30"]),
        ("30th and 31st of the month", date(2026, 1, 30), ["01-30", "01-31", "02-28", "03-30"]),
        ("every February 29", date(2026, 1, 1), ["02-28", "02-28", "02-29", "02-28"]),
        ("last weekday of the month", date(2026, 1, 1), ["01-30", "02-27", "03-31", "04-30"]),
        ("15th and last day of the month", date(2026, 2, 1), ["02-15", "02-28", "03-15", "03-31"]),
        ("last Friday of the quarter", date(2026, 1, 1), ["03-27", "06-26", "09-25", "12-25"]),
        ("first Monday of the quarter", date(2026, 1, 1), ["01-05", "04-06", "07-06", "10-05"]),
        ("every 2 months on the 31st", date(2026, 2, 10), ["02-28", "04-30", "06-30", "08-31"]),
    ],
)
def test_phrases_fall_on_the_days_that_they_say(phrase: str, start: date, dates: list[str]) -> None:
    found = islice(occurrences(parse_cadence(phrase), start), 4)

    assert [day.isoformat()[5:] for day in found] == dates


def test_a_rule_without_dates_ends_instead_of_searching_for_ever() -> None:
    never = parse_cadence("RRULE:FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29")
    assert isinstance(never, Rule)
    schedule = Schedule(never, date(2025, 1, 1))

    assert next(schedule.since(date(2025, 1, 1)), None) is None
    assert schedule.before(date(2025, 1, 1)) is None


def test_the_dates_go_on_to_the_end_of_the_calendar() -> None:
    march = list(occurrences(parse_cadence("every March 3"), date(2026, 11, 22)))

    assert (march[0], march[70], march[-1].year) == (date(2027, 3, 3), date(2097, 3, 3), 9999)


def test_before_the_first_day_of_the_calendar_there_is_nothing() -> None:
    monday = parse_cadence("every Monday")
    assert isinstance(monday, Rule)

    assert Schedule(monday, date.min).before(date.min) is None

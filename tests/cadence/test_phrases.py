"""Phrases that are read, with their canonical forms, and phrases that are refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from habits.cadence import Cadence, CadenceError, parse_cadence
from tests.cadence.strategies import any_cadence

READ = {
    "daily": ("every day", "everyday", "once a day", "R/P1D"),
    "twice a day": ("2x a day", "twice daily"),
    "3 times a day": ("3x/day", "thrice a day"),
    "weekly": ("every week", "once a week", "once per week", "P1W", "at least once a week"),
    "twice a week": (
        "2 times a week",
        "2x/week",
        "twice weekly",
        "2 per week",
        "at least twice a week",
    ),
    "3 times a week": (
        "three times a week",
        "3x a week",
        "3/week",
        "3 days a week",
        "3x weekly",
        "three times each week",
    ),
    "every 2 weeks": (
        "every two weeks",
        "every other week",
        "every second week",
        "every 2nd week",
        "fortnightly",
        "every fortnight",
        "P2W",
        "once every two weeks",
    ),
    "twice every 2 weeks": ("twice a fortnight", "two times every two weeks"),
    "monthly": ("every month", "once a month", "P1M"),
    "3 times a month": ("3x/month",),
    "every 2 months": ("every other month",),
    "every 6 months": ("semiannually", "half-yearly"),
    "quarterly": ("every quarter", "once a quarter"),
    "every 3 months": ("P3M",),
    "4 times a year": ("four times a year",),
    "twice a year": ("2x a year",),
    "yearly": ("annually", "once a year", "P1Y"),
    "every 2 days": ("every two days", "every other day", "alternate days", "every alternate day"),
    "every 3 days": ("every third day", "at least every 3 days", "P3D", "every 3rd day"),
    "every 10 days": ("no more than 10 days apart", "once every ten days", "once in 10 days"),
    "every 14 days": ("at least every 2 weeks",),
    "every 7 days": ("at least every week",),
    "3 times every 10 days": ("three times in 10 days",),
    "every weekday": (
        "weekdays",
        "on weekdays",
        "workdays",
        "business days",
        "mon-fri",
        "Monday to Friday",
        "every business day",
    ),
    "every Saturday and Sunday": ("weekends", "sat & sun"),
    "every Monday": ("mondays", "every mon", "weekly on Monday", "RRULE:FREQ=WEEKLY;BYDAY=MO"),
    "every Tuesday and Thursday": ("tues, thurs", "tue and thur"),
    "every Monday, Wednesday and Friday": (
        "mon, wed, fri",
        "Mon/Wed/Fri",
        "fri, mon & wed",
        "mondays, wednesdays, and fridays",
    ),
    "every 2 weeks on Friday": ("every other Friday", "every other week on Friday"),
    "every 3 weeks on Monday": ("every three weeks on mondays",),
    "first Monday of the month": (
        "1st Monday of every month",
        "monthly on the first Monday",
        "RRULE:FREQ=MONTHLY;BYDAY=+1MO",
    ),
    "first and third Tuesday of the month": ("1st and 3rd Tuesday of the month",),
    "last Friday of the month": ("the last Friday of each month", "freq=monthly;byday=-1fr"),
    "first Friday of every 2 months": ("first Friday of every other month",),
    "first Monday of the quarter": ("FREQ=MONTHLY;BYMONTH=1,4,7,10;BYDAY=1MO",),
    "last Friday of the quarter": (),
    "15th of the month": ("monthly on the 15th", "on the 15th of every month"),
    "1st and 15th of the month": ("RRULE:FREQ=MONTHLY;BYMONTHDAY=15,1",),
    "31st of the month": (),
    "22nd and 23rd of the month": (),
    "11th, 12th and last day of the month": (),
    "every 3 months on the 1st": ("every three months on 1st",),
    "last day of the month": ("end of the month", "FREQ=MONTHLY;BYMONTHDAY=-1"),
    "last weekday of the month": ("last business day of the month",),
    "first weekday of the month": ("1st workday of the month",),
    "every March 3": (
        "every year on March 3rd",
        "March 3 every year",
        "every 3 March",
        "every mar 3rd",
    ),
    "every September 1": ("every sept 1", "yearly on 1st of September"),
    "every February 29": (),
    "RRULE:FREQ=DAILY;INTERVAL=2": ("freq=daily; interval=2",),
    "RRULE:FREQ=MONTHLY;BYMONTHDAY=31": ("FREQ=MONTHLY;BYMONTHDAY=31",),
    "RRULE:FREQ=WEEKLY": (),
    "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU": (),
    "RRULE:FREQ=WEEKLY;BYDAY=MO,SU;BYSETPOS=1;WKST=SU": (),
    "RRULE:FREQ=MONTHLY;BYDAY=MO,TU": (),
    "RRULE:FREQ=MONTHLY;BYMONTHDAY=-2": (),
    "RRULE:FREQ=MONTHLY;BYMONTH=3;BYDAY=1MO": (),
    "RRULE:FREQ=MONTHLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1": (),
    "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29": (),
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1": (),
    "RRULE:FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYMONTHDAY=3": (),
    "RRULE:FREQ=YEARLY;BYDAY=20MO": (),
    "at most twice a week": ("no more than twice a week", "at most 2x weekly"),
    "at most once a month": ("no more than once a month",),
    "never": ("at most 0 times a week",),
}

REFUSED = {
    "": "empty",
    "biweekly": "two meanings",
    "bimonthly": "two meanings",
    "biannually": "two meanings",
    "every weekend": "two meanings",
    "every 3rd Friday": "two meanings",
    "every second Friday": "two meanings",
    "0 times a week": "asks for nothing",
    "every 0 days": "out of range",
    "every 0 weeks": "out of range",
    "2.5 times a week": "part of a log",
    "-1 times a week": "less than nothing",
    "2-3 times a week": "range",
    "101 times a week": "101",
    "at most 101 times a week": "101",
    "every 1000 days": "366",
    "every 105 weeks": "104",
    "every 105 weeks on Friday": "104",
    "every 37 months on the 1st": "36",
    "hourly": "daily",
    "every 30 minutes": "daily",
    "RRULE:FREQ=HOURLY": "HOURLY",
    "every Monday at 9am": "time of day",
    "daily until March": "end",
    "RRULE:FREQ=DAILY;COUNT=10": "COUNT",
    "RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20270101": "UNTIL",
    "32nd of the month": "32",
    "0th of the month": "0",
    "6th Monday of the month": "6th monday",
    "fifth Monday of the quarter": "not understood",
    "first and third Monday of the quarter": "not understood",
    "15th of the quarter": "not understood",
    "first weekday of every 2 months": "not understood",
    "blue of the month": "not understood",
    "blue monday of the month": "not understood",
    "every February 30": "February has no day 30",
    "every Smarch 3": "not understood",
    "RRULE:BYDAY=MO": "FREQ",
    "FREQ=FORTNIGHTLY": "FORTNIGHTLY",
    "RRULE:FREQ=FORTNIGHTLY": "FORTNIGHTLY",
    "FREQ=WEEKLY;BYDAY=XX": "XX",
    "FREQ=MONTHLY;BYDAY=6MO": "6MO",
    "FREQ=MONTHLY;BYDAY=0MO": "0MO",
    "FREQ=WEEKLY;FREQ=WEEKLY": "twice",
    "FREQ=DAILY;INTERVAL=0": "INTERVAL",
    "FREQ=DAILY;INTERVAL=x": "INTERVAL",
    "FREQ=YEARLY;BYWEEKNO=3": "BYWEEKNO",
    "FREQ=DAILY;BYHOUR=9": "time of day",
    "FREQ=MONTHLY;BYDAY=MO,1TU": "mixes",
    "FREQ=WEEKLY;BYDAY=1MO": "FREQ=WEEKLY",
    "FREQ=WEEKLY;BYMONTHDAY=1": "FREQ=WEEKLY",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30": "ever comes",
    "FREQ=MONTHLY;BYMONTHDAY=0": "no day",
    "FREQ=MONTHLY;BYMONTHDAY=32": "out of range",
    "FREQ=MONTHLY;BYSETPOS=1": "BYSETPOS",
    "FREQ=DAILY;BYMONTH=3;BYSETPOS=2": "ever comes",
    "FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=-3": "ever comes",
    "FREQ=WEEKLY;WKST=XX": "WKST",
    "RRULE:": "no part",
    "sometimes": "not understood",
    "every": "how long",
    "3 times": "how long",
    "3/7": "slides",
    ".+2d/4d": "org",
    "0 9 * * 1": "cron",
    "tomorrow": "one date",
    "next Friday": "one date",
    "2026-12-01": "one date",
    "weekly or monthly": "which of the two",
    "when I feel like it": "not understood",
    "every blue moon": "not understood",
    "at least every month": "slides by months",
    "at least sometimes": "not understood",
    "at most sometimes": "not understood",
}


@pytest.mark.parametrize(
    ("phrase", "canonical"),
    [(phrase, canonical) for canonical, others in READ.items() for phrase in (canonical, *others)],
)
def test_a_phrase_means_its_canonical_form(phrase: str, canonical: str) -> None:
    assert str(parse_cadence(phrase)) == canonical
    assert parse_cadence(phrase) == parse_cadence(canonical)


@pytest.mark.parametrize("canonical", READ)
def test_case_blanks_and_a_full_stop_do_not_matter(canonical: str) -> None:
    written = f"  {canonical.upper().replace(' ', '   ')} . "

    assert parse_cadence(written) == parse_cadence(canonical)


@pytest.mark.parametrize(("phrase", "trouble"), REFUSED.items())
def test_a_refusal_names_the_trouble_and_offers_what_parses(phrase: str, trouble: str) -> None:
    with pytest.raises(CadenceError) as caught:
        parse_cadence(phrase)

    assert trouble in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.suggestions
    for suggestion in caught.value.suggestions:
        assert f"'{suggestion}'" in str(caught.value)
        parse_cadence(suggestion)


def test_phrases_that_differ_on_purpose() -> None:
    apart = {
        "every 2 weeks": "every 14 days",
        "every 3 months": "quarterly",
        "31st of the month": "last day of the month",
        "weekly": "every Monday",
    }

    for one, other in apart.items():
        assert parse_cadence(one) != parse_cadence(other)


@settings(deadline=None, max_examples=500)
@given(any_cadence)
def test_every_cadence_is_read_back_from_its_own_words(cadence: Cadence) -> None:
    assert parse_cadence(str(cadence)) == cadence
    assert hash(parse_cadence(str(cadence))) == hash(cadence)
    assert str(parse_cadence(str(cadence))) == str(cadence)


@pytest.mark.parametrize(
    ("phrase", "offers"),
    [
        ("every 3rd Friday", ("third Friday of the month", "every 3 weeks on Friday")),
        ("every second tuesday", ("second Tuesday of the month", "every 2 weeks on Tuesday")),
        ("every 1st Monday", ("first Monday of the month", "every Monday")),
        ("every 7th Monday", ("every 7 weeks on Monday",)),
        ("every 200th Monday", ("every Monday",)),
    ],
)
def test_what_has_two_meanings_is_answered_with_its_own(
    phrase: str, offers: tuple[str, ...]
) -> None:
    with pytest.raises(CadenceError, match="has two meanings") as caught:
        parse_cadence(phrase)
    assert caught.value.suggestions == offers
    for offer in offers:
        parse_cadence(offer)

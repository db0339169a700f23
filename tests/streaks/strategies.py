"""Histories of habits, made up."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from habits.cadence import Cadence, Interval, Limit, Quota, Unit, parse_cadence
from habits.streaks import HabitHistory, Member

if TYPE_CHECKING:
    from habits.streaks.history import Span

BEGIN = date(2025, 1, 1)
DAYS = 420

days = st.integers(0, DAYS).map(lambda number: BEGIN + timedelta(days=number))
week_starts = st.integers(0, 6)

quotas = st.one_of(
    st.builds(Quota, st.integers(1, 5), st.integers(1, 4), st.sampled_from(list(Unit)[1:])),
    st.builds(Quota, st.integers(2, 5), st.integers(2, 20), st.just(Unit.DAY)),
    st.builds(Quota, st.integers(1, 3), st.just(1), st.just(Unit.DAY)),
)
intervals = st.builds(Interval, st.integers(2, 40))
limits = st.builds(
    Limit, st.integers(0, 3), st.integers(1, 3), st.sampled_from([Unit.DAY, Unit.WEEK, Unit.MONTH])
)
rules = st.sampled_from(
    [
        "every weekday",
        "weekends",
        "every Monday, Wednesday and Friday",
        "every 2 weeks on Friday",
        "every 3 weeks on Monday and Thursday",
        "first Monday of the month",
        "first and third Tuesday of the month",
        "last Friday of the month",
        "first Friday of every 2 months",
        "first Monday of the quarter",
        "last Friday of the quarter",
        "1st and 15th of the month",
        "30th and 31st of the month",
        "every 2 months on the 31st",
        "15th and last day of the month",
        "last weekday of the month",
        "every March 3",
        "every February 29",
        "RRULE:FREQ=DAILY;INTERVAL=3",
        "RRULE:FREQ=WEEKLY",
        "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU",
        "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO",
        "RRULE:FREQ=MONTHLY",
        "RRULE:FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=31",
        "RRULE:FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=2,-1",
        "RRULE:FREQ=YEARLY;BYMONTH=3,9",
        "RRULE:FREQ=YEARLY;BYDAY=20MO",
    ]
).map(parse_cadence)
growing = st.one_of(quotas, intervals, rules)
"""The kinds that one more log can only help."""
cadences = st.one_of(growing, limits)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Return a pause, open now and then."""
    first = draw(days)
    return first, draw(st.none() | st.integers(0, 40).map(lambda n: first + timedelta(days=n)))


@st.composite
def histories(draw: st.DrawFn, kinds: st.SearchStrategy[Cadence] = cadences) -> HabitHistory:
    """Return a history with up to three cadences, pauses and perhaps an archive."""
    created = draw(days)
    changes = draw(st.lists(st.tuples(days, kinds), max_size=2))
    return HabitHistory(
        created=created,
        cadences=((created, draw(kinds)), *(c for c in changes if c[0] > created)),
        logs=tuple(draw(st.lists(days, max_size=40))),
        pauses=tuple(draw(st.lists(spans(), max_size=3))),
        archived=draw(st.none() | st.none() | days.filter(lambda day: day >= created)),
    )


_from_the_start = st.just(BEGIN) | days
_reachable = st.builds(Quota, st.integers(1, 2), st.integers(1, 3), st.sampled_from(list(Unit)[1:]))


@st.composite
def team_histories(draw: st.DrawFn) -> HabitHistory:
    """Return the history of an each-person habit, in which some are often reached and others not.

    Were all drawn at random, hardly ever two would be there together and one of them be reached.
    """
    names = ("Ana", "Dev", "Maya")
    members = [
        Member(
            name,
            draw(_from_the_start),
            draw(st.none() | st.none() | days),
            tuple(draw(st.lists(spans(), max_size=1))),
        )
        for name in names[: draw(st.integers(0, 3))]
    ]
    logs = draw(
        st.lists(st.tuples(days, st.lists(st.sampled_from(names), max_size=3)), max_size=30)
    )
    created = draw(_from_the_start)
    return HabitHistory(
        created=created,
        cadences=((created, draw(_reachable | quotas)),),
        logs=tuple(day for day, _ in logs),
        pauses=tuple(draw(st.lists(spans(), max_size=2))),
        roster=tuple(members),
        log_people=tuple(tuple(people) for _, people in logs),
    )

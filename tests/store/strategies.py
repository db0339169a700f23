"""What is drawn for tests of the store: tables, operations, records."""

from __future__ import annotations

from datetime import UTC, date
from typing import Final
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st

from habits.cadence import parse_cadence
from habits.model import (
    Entry,
    FollowUp,
    Habit,
    NorthStar,
    Pause,
    Person,
    Recognition,
    Remark,
)
from habits.practices import BY_SLUG
from habits.reviews import MOST_STUBS, CloseStep, Decided, Decision, Review, ReviewKind
from habits.settings import Settings
from habits.store import Op
from habits.text import one_line, tidy
from tests.strategies import any_days, texts

few: Final = settings(deadline=None, max_examples=60)
"""Marks a rule whose examples are expensive to draw."""

_ids: Final = st.integers(0, 5).map(lambda number: UUID(int=number))
_fields: Final = st.sampled_from(["what", "why", "move", "tags"])
_values: Final = st.one_of(
    st.text(max_size=3), st.booleans(), st.integers(), st.lists(st.text(max_size=2), max_size=2)
)
_tables: Final = st.sampled_from(["entries", "people"])

tables: Final = st.dictionaries(
    _tables,
    st.dictionaries(_ids, st.dictionaries(_fields, _values, max_size=3), max_size=4),
    max_size=2,
)
"""Tables of documents, over so few ids that operations often meet a record."""

ops: Final = st.builds(
    Op, _tables, _ids, st.none() | st.dictionaries(_fields, st.none() | _values, max_size=3)
)
"""Operations of every form: they make, change and delete, also what is not there."""

words: Final = texts.map(one_line)
notes: Final = texts.map(tidy)
instants: Final = st.datetimes(timezones=st.just(UTC))
slugs: Final = st.sampled_from(sorted(BY_SLUG))
cadences: Final = st.sampled_from(
    [
        "daily",
        "weekly",
        "twice a week",
        "every 2 weeks",
        "monthly",
        "3 times every 2 months",
        "every 3 days",
        "every weekday",
        "at most once a month",
    ]
).map(parse_cadence)

entries: Final = st.builds(
    Entry,
    id=st.uuids(),
    practice=slugs,
    date=any_days,
    logged_at=instants,
    zone=words.filter(bool),
    move=st.none() | words.filter(bool),
    what=notes,
    why=notes,
    people=st.lists(st.uuids(), max_size=3).map(tuple),
    tags=st.lists(words, max_size=3).map(tuple),
)

habits: Final = st.builds(
    Habit,
    id=st.uuids(),
    practice=slugs,
    name=words.filter(bool),
    created=any_days,
    made_at=instants,
    cadences=st.lists(st.tuples(any_days, cadences), min_size=1, max_size=3).map(tuple),
    flagship=st.booleans(),
    moves=st.lists(words, max_size=3).map(tuple),
    archived=st.none() | st.dates(date(1990, 1, 1)),
    each_person=st.just(False),  # noqa: FBT003 - a value to draw
    anchor=words,
    reason=words,
    plan=words,
)

_remarks: Final = st.lists(st.builds(Remark, any_days, notes, st.booleans()), max_size=2).map(tuple)

people: Final = st.builds(
    Person,
    id=st.uuids(),
    name=words,
    handle=words,
    role=words,
    manager=words,
    joined=st.none() | any_days,
    left=st.none() | any_days,
    recognition=st.none() | st.sampled_from(Recognition),
    aims=_remarks,
    sparks=_remarks,
    merged_into=st.none() | st.uuids(),
)

follow_ups: Final = st.builds(
    FollowUp,
    id=st.uuids(),
    text=notes.filter(bool),
    due=any_days,
    made_at=instants,
    people=st.lists(st.uuids(), max_size=3).map(tuple),
    entry=st.none() | st.uuids(),
    done=st.none() | any_days,
)

north_stars: Final = st.builds(
    NorthStar, id=st.uuids(), text=notes.filter(bool), since=any_days, made_at=instants
)

reviews: Final = st.builds(
    Review,
    id=st.uuids(),
    kind=st.sampled_from(ReviewKind),
    week=any_days,
    answered=st.dictionaries(st.sampled_from(CloseStep), any_days),
    sharpened=st.integers(0, MOST_STUBS),
    slipped=st.none() | st.booleans(),
    noticed=notes,
    intentions=st.lists(words, max_size=3).map(tuple),
    decided=st.dictionaries(
        st.uuids(), st.builds(Decided, st.sampled_from(Decision), any_days), max_size=3
    ),
)

pauses: Final = st.builds(
    Pause,
    id=st.uuids(),
    first=any_days,
    last=st.none() | any_days,
    practice=st.none() | slugs,
    habit=st.none() | st.uuids(),
    person=st.none() | st.uuids(),
)

settings_of_a_home: Final = st.builds(
    Settings,
    week_start=st.integers(0, 6),
    rollover_hour=st.integers(0, 11),
    welcomed=st.booleans(),
)

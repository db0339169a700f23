"""The made-up year is believable: whole, in the past, and the same each time it is told."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final, TypeVar
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habits import service
from habits.clock import FixedClock
from habits.day import Moment
from habits.demo import made_up_year
from habits.demo.lines import LINES
from habits.errors import RefusedError
from habits.practices import BY_SLUG, PRACTICES
from habits.quicklog import parse
from habits.review.coverage import Presence
from habits.reviews import ReviewKind
from habits.store import Op, codec, outlook_codec, review_codec
from habits.streaks import Status
from habits.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from habits.model import Entry, Pause
    from habits.store.home import Home
    from habits.store.ops import Document
    from habits.today import PracticeRow

Record = TypeVar("Record")

ZONE: Final = "Europe/Berlin"
NOWS: Final = [
    Moment(datetime(2026, 11, 16 + n, 6 + 2 * n, 10, tzinfo=UTC), ZONE) for n in range(7)
]
SUNDAY: Final = NOWS[-1]
ALL_LINES: Final = [(slug, line) for slug, lines in LINES.items() for line in lines]

each_now = pytest.mark.parametrize("now", NOWS, ids=[f"{now.day():%A}" for now in NOWS])
moments: Final = st.builds(
    lambda wall, zone: Moment(wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC), zone),
    st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1)),  # noqa: DTZ001 - the zone follows
    st.sampled_from([ZONE, "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"]),
)


def read(
    ops: tuple[Op, ...], table: str, reader: Callable[[UUID, Document], Record]
) -> list[Record]:
    return [reader(op.key, op.fields) for op in ops if op.table == table and op.fields is not None]


def entries_in(ops: tuple[Op, ...]) -> list[Entry]:
    return read(ops, codec.ENTRIES, codec.entry_from)


def pauses_in(ops: tuple[Op, ...]) -> list[Pause]:
    return read(ops, codec.PAUSES, codec.pause_from)


def holiday_in(ops: tuple[Op, ...]) -> Pause:
    (holiday,) = (each for each in pauses_in(ops) if each.person is None)
    return holiday


def rows_of(home: Home, now: Moment) -> dict[str, PracticeRow]:
    workspace = service.open_workspace(home, FixedClock(now))
    service.fill(workspace, made_up_year(now))
    return {row.practice.slug: row for row in service.today(workspace).rows}


def test_the_same_seed_tells_the_same_year() -> None:
    assert made_up_year(SUNDAY, seed=3) == made_up_year(SUNDAY, seed=3)


def test_another_seed_tells_another_year() -> None:
    one, other = (entries_in(made_up_year(SUNDAY, seed)) for seed in (3, 4))
    assert [entry.what for entry in one] != [entry.what for entry in other]


def test_every_record_is_written_as_it_would_be_stored() -> None:
    ops = made_up_year(SUNDAY)
    written = {
        **{entry.id: codec.entry_fields(entry) for entry in entries_in(ops)},
        **{h.id: codec.habit_fields(h) for h in read(ops, codec.HABITS, codec.habit_from)},
        **{p.id: codec.person_fields(p) for p in read(ops, codec.PEOPLE, codec.person_from)},
        **{
            f.id: outlook_codec.follow_up_fields(f)
            for f in read(ops, codec.FOLLOW_UPS, outlook_codec.follow_up_from)
        },
        **{
            s.id: outlook_codec.north_star_fields(s)
            for s in read(ops, codec.NORTH_STARS, outlook_codec.north_star_from)
        },
        **{pause.id: codec.pause_fields(pause) for pause in pauses_in(ops)},
        **{
            r.id: review_codec.review_fields(r)
            for r in read(ops, codec.REVIEWS, review_codec.review_from)
        },
    }
    assert written == {op.key: op.fields for op in ops}
    assert len(written) == len(ops)


@settings(deadline=None, max_examples=40)
@given(moments)
def test_every_entry_lies_in_the_year_and_none_in_the_future(now: Moment) -> None:
    ops = made_up_year(now)
    entries, holiday = entries_in(ops), holiday_in(ops)
    assert holiday.last is not None
    assert (holiday.last - holiday.first).days == 13
    assert {entry.practice for entry in entries} == set(BY_SLUG)
    for entry in entries:
        assert now.day() - timedelta(days=371) < entry.date <= now.day()
        assert not holiday.first <= entry.date <= holiday.last
        assert entry.logged_at <= now.instant
        assert Moment(entry.logged_at, entry.zone).day() == entry.date


def test_work_is_logged_on_working_days_and_in_working_hours() -> None:
    logged = [
        entry.logged_at.astimezone(ZoneInfo(ZONE)) for entry in entries_in(made_up_year(SUNDAY))
    ]
    assert {moment.weekday() for moment in logged} == {0, 1, 2, 3, 4}
    assert {moment.hour for moment in logged} == set(range(9, 17))


@each_now
def test_everyone_who_is_named_is_known(now: Moment) -> None:
    ops = made_up_year(now)
    people = read(ops, codec.PEOPLE, codec.person_from)
    named = {person for entry in entries_in(ops) for person in entry.people}
    assert named == {person.id for person in people}
    assert len({person.handle for person in people}) == len(people) > 3


@each_now
def test_the_year_is_full_of_acts_and_has_few_slips(now: Moment) -> None:
    entries = entries_in(made_up_year(now))
    slips = [
        entry
        for entry in entries
        if any(move.slip for move in BY_SLUG[entry.practice].moves if move.slug == entry.move)
    ]
    assert len(entries) > 300
    assert 0 < len(slips) < 10
    assert min(Counter(entry.practice for entry in entries).values()) >= 10


@each_now
def test_one_of_the_people_is_on_leave_today(home: Home, now: Moment) -> None:
    workspace = service.open_workspace(home, FixedClock(now))
    service.fill(workspace, made_up_year(now))
    away = [row for row in service.coverage(workspace).rows if row.presence is Presence.AWAY]
    assert [row.person.handle for row in away] == ["noor"]


def test_an_untouched_year_is_nothing_that_could_be_taken_back(home: Home) -> None:
    workspace = service.open_workspace(home, FixedClock(SUNDAY))
    service.fill(workspace, made_up_year(SUNDAY))
    with pytest.raises(RefusedError):
        service.undo(workspace)
    assert len(entries_in(made_up_year(SUNDAY))) == len(service.entries(workspace))


@each_now
def test_today_shows_streaks_something_done_and_something_to_do(home: Home, now: Moment) -> None:
    rows = rows_of(home, now)
    statuses = {slug: row.leading.standing.status for slug, row in rows.items()}
    assert {slug for slug, status in statuses.items() if status is Status.DONE} == {
        "vision",
        "respect",
        "credit",
    }
    assert statuses["thanks"] is Status.OVERDUE
    assert [slug for slug, row in rows.items() if row.last is None] == []
    assert [slug for slug, row in rows.items() if not row.leading.standing.current] == ["thanks"]
    assert all(row.leading.standing.best > 2 for row in rows.values())
    assert all(len(row.leading.strip) == 12 for row in rows.values())


def test_most_periods_are_kept_and_some_are_missed(
    home: Home,
) -> None:
    rows = rows_of(home, SUNDAY).values()
    rates = [row.leading.standing.rate or 0 for row in rows]
    assert 0.85 < sum(rates) / len(rates) < 0.97


def test_the_holiday_shows_in_the_strips(home: Home) -> None:
    rows = rows_of(home, SUNDAY)
    assert [
        slug for slug, row in rows.items() if not any(p.paused for p in row.leading.strip)
    ] == []


def test_there_are_lines_for_every_practice() -> None:
    assert list(LINES) == [practice.slug for practice in PRACTICES]


@pytest.mark.parametrize(("slug", "line"), ALL_LINES)
def test_a_made_up_line_is_written_as_a_user_would_write_it(slug: str, line: str) -> None:
    draft = parse(line, BY_SLUG[slug], SUNDAY.day(), {})
    assert clean(line) == line
    assert draft.what
    assert draft.date is None
    assert not set("@#") & set(draft.what + draft.why)
    assert draft.move or slug == "thanks"


def test_it_has_a_north_star_follow_ups_and_promises_beside_the_first_ones(home: Home) -> None:
    workspace = service.open_workspace(home, FixedClock(SUNDAY))
    service.fill(workspace, made_up_year(SUNDAY))

    star = service.north_star(workspace)
    assert star is not None
    assert star.text == "Admins are live in ten minutes"
    assert [(SUNDAY.day() - each.due).days for each in service.follow_ups(workspace)] == [2, -1, -4]
    further = [row for row in service.habits(workspace) if not row.habit.flagship]
    assert [row.habit.name for row in further] == ["I leave the how to them", "A career talk"]
    assert all(not row.is_archived for row in further)


@each_now
def test_a_few_weeks_are_closed_and_this_one_has_an_aim(home: Home, now: Moment) -> None:
    workspace = service.open_workspace(home, FixedClock(now))
    service.fill(workspace, made_up_year(now))
    kept = read(made_up_year(now), codec.REVIEWS, review_codec.review_from)
    closes = [each for each in kept if each.kind is ReviewKind.CLOSE]
    assert all(each.noticed and each.ended and each.ended < now.day() for each in closes)
    assert len(closes) > 2
    assert len(service.intentions(workspace)) == 2
    assert service.week_close(workspace).review is None

"""Coverage is kept up with every act, and comes to what reading everything anew would."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habits import service
from habits.clock import FixedClock
from habits.errors import RefusedError, StoreError
from habits.practices import BY_SLUG
from habits.review.coverage import Band, Presence
from habits.service import PracticeEdit, Scope
from habits.store import Op, codec, upkeep
from habits.store.home import Home
from tests.conftest import SUNDAY_MORNING
from tests.records import entry
from tests.store.strategies import few

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from habits.model import Entry, Person
    from habits.review.coverage import Coverage, PersonRow
    from habits.service import Workspace

SUNDAY = date(2026, 11, 22)


def log(workspace: Workspace, practice: str, *lines: str) -> None:
    """Log some lines of a practice."""
    for line in lines:
        service.log(workspace, BY_SLUG[practice], line)


def whole(workspace: Workspace, weeks: int = 6, *, everyone: bool = False) -> Coverage:
    """Return the coverage once all entries were looked at."""
    while service.look_back(workspace):
        pass
    return service.coverage(workspace, weeks, everyone=everyone)


def rows(workspace: Workspace) -> dict[str, PersonRow]:
    """Return the rows of all who have not left, by their handles."""
    return {row.person.handle: row for row in whole(workspace).rows}


def fill(workspace: Workspace, person: UUID, count: int, first: date = SUNDAY) -> list[Entry]:
    """Log many thanks to somebody, one each day from one back."""
    made = [entry(first - timedelta(days=n), f"act {n}", people=(person,)) for n in range(count)]
    service.fill(workspace, [Op(codec.ENTRIES, e.id, codec.entry_fields(e)) for e in made])
    return made


def test_an_entry_that_names_three_is_a_contact_with_each_of_them(workspace: Workspace) -> None:
    log(workspace, "thanks", "@maya @tom @ana the launch #45min (fri)")
    log(workspace, "empathy", "@maya @tom the call with Acme #45min")

    assert {handle: row.band for handle, row in rows(workspace).items()} == {
        "maya": Band.TWO_WEEKS,
        "tom": Band.TWO_WEEKS,
        "ana": Band.TWO_WEEKS,
    }
    assert {handle: row.days for handle, row in rows(workspace).items()} == {
        "maya": 0,
        "tom": 0,
        "ana": 2,
    }
    assert {handle: row.minutes for handle, row in rows(workspace).items()} == {
        "maya": 45,
        "tom": 45,
        "ana": 0,
    }


def test_a_slip_is_no_warm_contact_and_an_act_that_becomes_one_was_none(
    workspace: Workspace,
) -> None:
    log(workspace, "trust", "/dictated @maya @tom the schema (2026-09-01)")
    log(workspace, "credit", "/unnamed @maya the launch", "/public @tom the launch")
    assert rows(workspace)["maya"].last is None
    assert rows(workspace)["maya"].missing == ("thanks", "credit", "talk")
    assert rows(workspace)["tom"].missing == ("thanks", "talk")

    service.edit_practice(workspace, BY_SLUG["credit"], PracticeEdit(move="public", slip=True))
    assert rows(workspace)["tom"].last is None
    service.undo(workspace)
    assert rows(workspace)["tom"].days == 0


def test_two_calls_of_an_hour_within_six_weeks_are_120_minutes(workspace: Workspace) -> None:
    log(workspace, "empathy", "/invite @lee Acme #60min", "@lee a call #60min (2026-10-11)")
    log(workspace, "empathy", "@lee too long ago #60min (2026-10-10)")
    assert rows(workspace)["lee"].minutes == 120
    assert service.coverage(workspace, 13).rows[0].minutes == 120

    service.undo(workspace)
    service.undo(workspace)
    assert rows(workspace)["lee"].minutes == 60


def test_a_talk_is_one_of_growth_and_another_act_of_growth_is_none(workspace: Workspace) -> None:
    log(workspace, "vision", "@maya @tom the goal (2026-09-01)")
    log(workspace, "growth", "/talk @maya staff by autumn", "/spark @tom protocols")

    assert "talk" not in rows(workspace)["maya"].missing
    assert "talk" in rows(workspace)["tom"].missing


def test_what_is_dated_anew_edited_or_deleted_counts_where_it_is_now(workspace: Workspace) -> None:
    log(workspace, "thanks", "@maya the fix")
    (key,) = workspace.store.table(codec.ENTRIES)
    assert rows(workspace)["maya"].days == 0

    service.redate_entry(workspace, key, date(2026, 9, 1))
    assert rows(workspace)["maya"].days == 82
    service.edit_entry(workspace, key, "@tom the fix")
    assert rows(workspace)["maya"].last is None
    assert rows(workspace)["tom"].days == 82
    service.delete_entry(workspace, key)
    assert rows(workspace)["tom"].last is None
    service.undo(workspace)
    assert rows(workspace)["tom"].days == 82


def test_what_another_process_logs_counts_once_it_is_taken_in(workspace: Workspace) -> None:
    log(workspace, "thanks", "@maya the fix (2026-11-01)")
    assert rows(workspace)["maya"].days == 21
    log(service.open_workspace(workspace.store.home, workspace.clock, "bob"), "credit", "@maya it")
    workspace.catch_up()

    assert rows(workspace)["maya"].days == 0


def test_after_an_erasing_nothing_of_the_person_is_left(workspace: Workspace) -> None:
    log(workspace, "thanks", "@maya the fix", "@maya @tom the launch")
    assert set(rows(workspace)) == {"maya", "tom"}
    (maya,) = (person.id for person in service.people(workspace) if person.handle == "maya")
    upkeep.erase(workspace.store, codec.PEOPLE, maya)

    assert set(rows(workspace)) == {"tom"}
    assert rows(workspace)["tom"].days == 0


def test_a_merged_record_is_met_as_whom_it_stands_for_and_as_itself_once_that_is_undone(
    workspace: Workspace,
) -> None:
    log(workspace, "thanks", "@maya the fix (2026-10-01)", "@mya the test")
    maya, mya = service.people(workspace)
    assert (rows(workspace)["maya"].days, rows(workspace)["mya"].days) == (52, 0)

    service.merge_people(workspace, mya.id, maya.id)
    assert {handle: row.days for handle, row in rows(workspace).items()} == {"maya": 0}
    log(workspace, "credit", "@maya the launch (yesterday)")
    assert rows(workspace)["maya"].missing == ("talk",)

    service.undo(workspace)
    service.undo(workspace)
    assert (rows(workspace)["maya"].days, rows(workspace)["mya"].days) == (52, 0)


def test_who_left_is_shown_where_everyone_is_asked_for(workspace: Workspace) -> None:
    log(workspace, "thanks", "@maya the fix", "@tom the test (fri)")
    (maya, tom) = service.people(workspace)
    service.edit_person(workspace, maya.id, left=SUNDAY)
    service.edit_person(workspace, tom.id, left=SUNDAY - timedelta(days=1))

    assert [row.person.handle for row in service.coverage(workspace).rows] == ["maya"]
    everyone = service.coverage(workspace, everyone=True)
    assert [row.person.handle for row in everyone.left] == ["tom"]
    assert [row.presence for row in everyone.rows] == [Presence.HERE, Presence.LEFT]


def test_who_is_first_named_in_the_second_half_of_the_window_lacks_nothing(
    workspace: Workspace,
) -> None:
    log(workspace, "thanks", "@maya the fix (2026-11-02)", "@tom the test (2026-11-01)")
    assert rows(workspace)["maya"].missing == ()
    assert rows(workspace)["tom"].missing == ("credit", "talk")

    log(workspace, "thanks", "@maya an older fix (2026-11-01)")
    assert rows(workspace)["maya"].missing == ("credit", "talk")
    service.undo(workspace)
    (maya, _) = service.people(workspace)
    service.edit_person(workspace, maya.id, joined=date(2026, 1, 1))
    assert rows(workspace)["maya"].missing == ("credit", "talk")


def test_since_when_somebody_is_here_is_known_of_the_tallies_and_not_looked_up_in_entries(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    log(workspace, "thanks", "@maya the fix (2026-09-01)")
    (maya,) = service.people(workspace)
    asked: list[object] = []
    monkeypatch.setattr(
        "habits.store.ledger.Ledger.entries_naming", lambda _, key: asked.append(key)
    )
    service.edit_person(workspace, maya.id, left=SUNDAY)

    assert rows(workspace)["maya"].missing == ("thanks", "credit", "talk")
    assert asked == []


def test_who_is_on_leave_today_is_away(workspace: Workspace) -> None:
    log(workspace, "thanks", "@maya the fix")
    (maya,) = service.people(workspace)
    service.pause(workspace, SUNDAY, None, Scope(person=maya.id))
    assert rows(workspace)["maya"].presence is Presence.AWAY

    service.undo(workspace)
    assert rows(workspace)["maya"].presence is Presence.HERE


def test_what_is_dated_after_the_day_that_is_looked_at_is_no_contact_yet(
    workspace: Workspace,
) -> None:
    service.add_people(workspace, ["Maya"])
    (maya,) = service.people(workspace)
    made = fill(workspace, maya.id, 3, SUNDAY + timedelta(days=1))

    assert rows(workspace)["maya"].days == 0
    assert rows(workspace)["maya"].last == (SUNDAY, "thanks", made[1].id)


def test_the_window_is_right_at_once_and_what_lies_before_it_is_found_in_pieces(
    workspace: Workspace,
) -> None:
    service.add_people(workspace, ["Maya", "Tom", "Ida"])
    ida, maya, tom = service.people(workspace)
    fill(workspace, maya.id, 400)
    (old,) = fill(workspace, tom.id, 1, date(2020, 1, 1))

    first = {row.person.handle: row for row in service.coverage(workspace).rows}
    assert not service.coverage(workspace).is_whole
    assert (first["maya"].days, first["maya"].missing) == (0, ("credit", "talk"))
    assert (first["tom"].band, first["tom"].last) == (Band.BEYOND, None)
    assert (first["ida"].band, first["ida"].last) == (Band.BEYOND, None)
    assert service.said_last(workspace, tom.id) is None

    assert service.look_back(workspace)
    found = rows(workspace)
    assert service.coverage(workspace).is_whole
    assert not service.look_back(workspace)
    assert (found["tom"].band, found["tom"].days) == (Band.BEYOND, 2517)
    assert (found["ida"].band, found["ida"].last) == (Band.NOT_YET, None)
    assert service.said_last(workspace, tom.id) == old
    assert service.said_last(workspace, ida.id) is None


def test_what_was_said_last_is_the_last_warm_contact_that_says_something(
    workspace: Workspace,
) -> None:
    log(workspace, "thanks", "@maya the fix (2026-11-01)", "@maya (fri)")
    log(workspace, "trust", "/dictated @maya the schema")
    (maya,) = service.people(workspace)

    said = service.said_last(workspace, maya.id)
    assert said is not None
    assert said.what == "the fix"


def test_an_entry_that_cannot_be_understood_is_no_contact(workspace: Workspace) -> None:
    log(workspace, "thanks", "@maya the fix (fri)", "@maya the test")
    (first, second) = workspace.store.table(codec.ENTRIES)
    service.fill(workspace, [Op(codec.ENTRIES, second, {"zone": 5})])
    assert rows(workspace)["maya"].days == 2
    service.fill(workspace, [Op(codec.ENTRIES, first, {"zone": 5})])
    assert rows(workspace)["maya"].last is None

    again = service.open_workspace(workspace.store.home, workspace.clock)
    assert rows(again)["maya"].last is None
    service.fill(again, [Op(codec.ENTRIES, first, {"zone": "UTC"})])
    assert rows(again)["maya"].days == 2


def slowly(workspace: Workspace, weeks: int) -> list[tuple[Any, ...]]:
    """Return what each row is to say, by reading everything as the words of the rule have it."""
    entries = []
    for key, document in workspace.store.table(codec.ENTRIES).items():
        try:
            entries.append(codec.entry_from(key, document))
        except StoreError:
            continue
    lines = [
        line
        for person in workspace.ledger.people()
        if (line := _slow_line(workspace, person, entries, weeks)) is not None
    ]
    coldest = list(Band)
    return sorted(lines, key=lambda line: (coldest.index(line[1]), line[0]))


def _slow_line(
    workspace: Workspace, person: Person, entries: list[Entry], weeks: int
) -> tuple[Any, ...] | None:
    if person.left and person.left < SUNDAY:
        return None
    window = [SUNDAY - timedelta(days=n) for n in range(7 * weeks + 1)]
    leave = [pause for pause in workspace.ledger.pauses() if pause.person == person.id]
    named = [each.date for each in entries if person.id in each.people]
    joined = person.joined or min(named, default=SUNDAY + timedelta(days=1))
    here = [day for day in window if day >= joined]
    there = [day for day in here if not any(day in pause for pause in leave)]
    slips = {
        (slug, move.slug)
        for slug, practice in workspace.practices.items()
        for move in practice.moves
        if move.slip
    }
    warm = [
        each
        for each in entries
        if person.id in each.people
        and each.date <= SUNDAY
        and (each.practice, each.move) not in slips
    ]
    last = max((each.date for each in warm), default=None)
    band = Band.NOT_YET
    if last:
        days = (SUNDAY - last).days
        band = Band.BEYOND if days > 28 else Band.FOUR_WEEKS if days > 14 else Band.TWO_WEEKS
    had = {each.practice for each in warm if each.date in window}
    talks = [e for e in warm if (e.practice, e.move) == ("growth", "talk") and e.date in window]
    lacks = [
        wanted
        for wanted, has in (
            ("thanks", "thanks" in had),
            ("credit", "credit" in had),
            ("talk", bool(talks)),
        )
        if not has
    ]
    by_practice = {
        slug: max(each.date for each in warm if each.practice == slug)
        for slug in {each.practice for each in warm}
    }
    minutes = [
        int(tag.removesuffix("min"))
        for each in warm
        if each.practice == "empathy" and (SUNDAY - each.date).days <= 42
        for tag in each.tags
        if re.fullmatch("[0-9]+min", tag)
    ]
    if 2 * len(there) < len(window):
        lacks = []
    return person.handle, band, last, by_practice, lacks, sum(minutes)


def told(coverage: Coverage) -> list[tuple[Any, ...]]:
    """Return what each row says, as the reference has it."""
    return [
        (
            row.person.handle,
            row.band,
            row.last and row.last.date,
            {slug: contact.date for slug, contact in row.contacts.items()},
            list(row.missing),
            row.minutes,
        )
        for row in coverage.rows
    ]


_EDGES = [SUNDAY - timedelta(weeks=weeks, days=day) for weeks in (2, 4, 6, 13) for day in (0, 1)]
"""The last day that each band and each window still holds, and the one before it."""

_KINDS = [
    ("thanks", None),
    ("credit", "public"),
    ("credit", "unnamed"),
    ("growth", "talk"),
    ("growth", "spark"),
    ("empathy", "invite"),
    ("empathy", None),
]
_OF_ONE = ["leave", "leave today", "come back", "away", "ahead"]
_TAGS = [(), ("45min",), ("30min", "15min")]


@st.composite
def _before(draw: st.DrawFn) -> list[tuple[Any, ...]]:
    """Draw what was logged before: kinds, days, tags, and which of three people are named."""
    kinds, days = st.sampled_from(_KINDS), st.sampled_from([SUNDAY, *_EDGES])
    named = st.sets(st.integers(0, 2), max_size=3)
    entries = st.tuples(kinds, days, st.sampled_from(_TAGS), named)
    return draw(st.lists(entries, max_size=12))


def _fill(workspace: Workspace, before: list[tuple[Any, ...]]) -> None:
    """Let three people be known, and entries that name them."""
    service.add_people(workspace, ["Ana", "Maya", "Tom"])
    people = [each.id for each in service.people(workspace)]
    made = [
        replace(
            entry(day, "it", practice=practice, move=move, people=tuple(people[n] for n in named)),
            tags=tags,
        )
        for (practice, move), day, tags, named in before
    ]
    service.fill(workspace, [Op(codec.ENTRIES, e.id, codec.entry_fields(e)) for e in made])


def _line(move: str | None, people: str, tags: tuple[str, ...], day: date) -> str:
    """Return the line of the quick log that says all this."""
    return " ".join(
        [f"/{move}" if move else "", people, "it", *(f"#{t}" for t in tags), f"({day})"]
    )


@st.composite
def _acts(draw: st.DrawFn) -> list[tuple[str, Any]]:
    acts_of_practices = st.builds(
        lambda kind, *words: (kind[0], _line(kind[1], *words)),
        st.sampled_from(_KINDS),
        st.sampled_from(["@maya", "@tom", "@maya @tom", ""]),
        st.sampled_from(_TAGS),
        st.sampled_from([SUNDAY, *_EDGES]),
    )
    numbers, people = st.integers(0, 5), st.sampled_from(["maya", "tom"])
    return draw(
        st.lists(
            st.one_of(
                st.tuples(st.sampled_from(["log", "log", "log elsewhere"]), acts_of_practices),
                st.tuples(st.just("edit"), st.tuples(numbers, acts_of_practices)),
                st.tuples(st.sampled_from(["delete", "break", "redate"]), numbers),
                st.tuples(
                    st.sampled_from(["leave", "leave today", "come back", "away", "ahead", "join"]),
                    people,
                ),
                st.tuples(
                    st.sampled_from(["undo", "redo", "slip", "look", "look back"]), st.none()
                ),
            ),
            max_size=16,
        )
    )


def _act(workspace: Workspace, name: str, what: Any) -> None:  # noqa: ANN401 - as drawn
    keys = list(workspace.store.table(codec.ENTRIES))
    number = what[0] if isinstance(what, tuple) else what
    key = keys[number] if isinstance(number, int) and number < len(keys) else None
    known = {person.handle: person.id for person in service.people(workspace)}
    acts: dict[str, Callable[[], object]] = {
        "log": lambda: log(workspace, *what),
        "undo": lambda: service.undo(workspace),
        "redo": lambda: service.redo(workspace),
        "look": lambda: service.coverage(workspace),
        "look back": lambda: service.look_back(workspace),
        "slip": lambda: service.edit_practice(
            workspace, BY_SLUG["credit"], PracticeEdit(move="public", slip=True)
        ),
    }
    if key is not None:
        acts |= {
            "edit": lambda: service.edit_entry(workspace, key, what[1][1]),
            "delete": lambda: service.delete_entry(workspace, key),
            "redate": lambda: service.redate_entry(workspace, key, date(2026, 11, 7)),
            "break": lambda: service.fill(workspace, [Op(codec.ENTRIES, key, {"zone": 5})]),
        }
    if isinstance(what, str) and what in known:
        person = known[what]
        away, friday = date(2026, 10, 20), SUNDAY - timedelta(days=2)
        acts |= {
            "leave": lambda: service.edit_person(workspace, person, left=friday),
            "leave today": lambda: service.edit_person(workspace, person, left=SUNDAY),
            "come back": lambda: service.edit_person(workspace, person, left=None),
            "away": lambda: service.pause(workspace, away, None, Scope(person=person)),
            "join": lambda: service.edit_person(workspace, person, joined=date(2026, 11, 6)),
            "ahead": lambda: fill(workspace, person, 1, SUNDAY + timedelta(days=1)),
        }
    if name == "log elsewhere":
        log(service.open_workspace(workspace.store.home, workspace.clock, "bob"), *what)
        workspace.catch_up()
    elif name in acts:
        acts[name]()


@given(before=_before(), acts=_acts(), weeks=st.sampled_from([4, 6, 13]))
@settings(few, max_examples=200)
def test_through_any_acts_it_says_what_reading_everything_slowly_says(
    before: list[tuple[Any, ...]],
    acts: list[tuple[str, Any]],
    weeks: int,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    home = Home(tmp_path_factory.mktemp("home"))
    workspace = service.open_workspace(home, FixedClock(SUNDAY_MORNING), "ada")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("habits.store.contacts.PIECE", 2)
        _fill(workspace, before)
        workspace.ledger.contacts()
        for name, what in acts:
            try:
                _act(workspace, name, what)
            except (RefusedError, StoreError):
                continue

        assert told(whole(workspace, weeks)) == slowly(workspace, weeks)

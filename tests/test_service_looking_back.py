"""A look back tells what a small year came to, as it was reckoned by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

import pytest

from habits import service
from habits.cadence import parse_cadence
from habits.clock import FixedClock
from habits.day import Moment
from habits.review.look_back import Kind, Records, look_at, look_back
from habits.review.look_back_shape import look_back_shape
from habits.review.look_back_words import preview
from habits.review.practice_weeks import PracticeWeeks, WeekState
from habits.review.review_sections import entry_line
from habits.reviews import CloseStep
from tests.conftest import SUNDAY_MORNING, ZONE

if TYPE_CHECKING:
    from habits.service import LookBack, Workspace
    from habits.store.home import Home

TODAY: Final = date(2026, 11, 22)
FORMS: Final = ("text", "md", "html", "svg")


@pytest.fixture
def workspace(home: Home) -> Workspace:
    """A home that was begun on Monday, 5 October, looked at on Sunday, 22 November."""
    began = Moment(datetime(2026, 10, 5, 8, tzinfo=UTC), ZONE)
    service.open_workspace(home, FixedClock(began))
    return service.open_workspace(home, FixedClock(SUNDAY_MORNING))


@pytest.fixture
def year(workspace: Workspace) -> Workspace:
    """The same with a few acts."""
    for practice, line, day in (
        ("thanks", "@maya the on-call fix because it saved 3 hours #team", "2026-10-06"),
        ("thanks", "@dev the review because Maya could ship", "2026-10-08"),
        ("credit", "/public @maya showed the importer because it is hers", "2026-10-14"),
        ("trust", "/dictated @dev the cache", "2026-11-17"),
        ("trust", "/context @dev the outage", "2026-11-18"),
        ("empathy", "@maya a story #good", "2026-11-19"),
        ("vision", "", "2026-01-05"),
    ):
        service.log(workspace, workspace.practices[practice], f"{line} ({day})".strip())
    return workspace


def looked_back(workspace: Workspace, kind: Kind, day: date = TODAY) -> LookBack:
    """Return a look back."""
    return service.look_back_on(workspace, kind, day)


@pytest.mark.parametrize(
    ("kind", "day", "first", "last"),
    [
        (Kind.WEEK, date(2026, 11, 22), date(2026, 11, 16), date(2026, 11, 22)),
        (Kind.WEEK, date(2026, 11, 16), date(2026, 11, 16), date(2026, 11, 22)),
        (Kind.QUARTER, date(2026, 11, 22), date(2026, 10, 1), date(2026, 12, 31)),
        (Kind.QUARTER, date(2024, 2, 29), date(2024, 1, 1), date(2024, 3, 31)),
        (Kind.QUARTER, date(2026, 6, 30), date(2026, 4, 1), date(2026, 6, 30)),
        (Kind.YEAR, date(2026, 1, 1), date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_the_days_are_those_of_the_calendar(kind: Kind, day: date, first: date, last: date) -> None:
    look = look_at(kind, day, TODAY, 0)
    assert (look.first, look.last, look.until) == (first, last, min(last, TODAY))


def test_a_week_begins_on_the_day_that_the_user_has_chosen() -> None:
    look = look_at(Kind.WEEK, TODAY, TODAY, 6)
    assert (look.first, look.last) == (TODAY, date(2026, 11, 28))


def test_only_the_entries_of_the_days_are_in_it_the_oldest_first(year: Workspace) -> None:
    told = {kind: [each.date.day for each in looked_back(year, kind).entries] for kind in Kind}
    assert told == {
        Kind.WEEK: [17, 18, 19],
        Kind.QUARTER: [6, 8, 14, 17, 18, 19],
        Kind.YEAR: [5, 6, 8, 14, 17, 18, 19],
    }
    assert looked_back(year, Kind.WEEK, date(2026, 11, 10)).entries == ()


def test_slips_are_told_by_kind_and_are_no_acts(year: Workspace) -> None:
    back = looked_back(year, Kind.QUARTER)
    assert len(back.acts) == 5
    assert [(each.move, each.times) for each in back.slips] == [("dictated", 1)]
    assert [(row.slug, sum(row.acts)) for row in back.weeks.rows if sum(row.acts)] == [
        ("empathy", 1),
        ("trust", 1),
        ("credit", 1),
        ("thanks", 2),
    ]


def test_weeks_and_promises_are_kept_and_missed_as_the_engine_says(year: Workspace) -> None:
    back = looked_back(year, Kind.QUARTER)
    states = {row.slug: row.states for row in back.weeks.rows}
    kept = {each.habit.practice: (each.kept, each.missed) for each in back.habits}
    assert states["thanks"][:3] == (WeekState.BEFORE, WeekState.KEPT, WeekState.MISSED)
    assert kept["thanks"] == (1, 5)
    assert kept["credit"] == (1, 5)
    assert kept["trust"] == (1, 6)


def test_people_come_by_how_long_ago_the_last_contact_of_the_days_was(year: Workspace) -> None:
    service.add_people(year, ["Ana", "Zoe"])
    back = looked_back(year, Kind.QUARTER)
    assert [(row.person.name, row.last and row.last.date.day) for row in back.people] == [
        ("Ana", None),
        ("Zoe", None),
        ("Dev", 18),
        ("Maya", 19),
    ]
    assert back.people[2].contacts.keys() == {"thanks", "trust"}
    october = looked_back(year, Kind.WEEK, date(2026, 10, 7)).people
    assert [row.person.name for row in october if row.last] == ["Dev", "Maya"]


def test_who_left_before_or_is_to_come_is_not_in_it(year: Workspace) -> None:
    service.add_person(year, "Ana", joined=date(2026, 12, 1))
    service.add_person(year, "Tom", left=date(2026, 9, 30), joined=date(2026, 1, 1))
    service.add_person(year, "Lee", left=date(2026, 10, 1), joined=date(2026, 1, 1))
    back = looked_back(year, Kind.QUARTER)
    assert [row.person.name for row in back.people] == ["Dev", "Maya", "Lee"]
    assert "Lee (left on 1 Oct)" in service.paper(back, "text")


def test_what_was_noticed_at_the_close_of_a_week_is_read_again(year: Workspace) -> None:
    service.answer_close(year, CloseStep.NOTICED, "Dev decides faster")
    back = looked_back(year, Kind.QUARTER)
    assert [(each.week.day, each.text) for each in back.noticed] == [(16, "Dev decides faster")]
    assert "week of 2026-11-16: Dev decides faster" in service.paper(back, "text")
    assert "Dev decides" not in service.paper(looked_back(year, Kind.WEEK, TODAY), "svg")


def test_only_promises_that_still_hold_are_to_be_kept_or_changed(year: Workspace) -> None:
    service.archive_practice(year, year.practices["growth"])
    told = {each.habit.practice for each in looked_back(year, Kind.QUARTER).habits}
    assert told == {*year.practices} - {"growth"}


def test_whom_nobody_knows_any_more_is_not_among_the_people(year: Workspace) -> None:
    entries = year.ledger.entries_between(date(2026, 10, 1), TODAY)
    records = Records(year.practices, entries, [], [], [], [], [], PracticeWeeks((), ()))
    back = look_back(look_at(Kind.QUARTER, TODAY, TODAY, 0), records, {})
    assert back.people == ()
    assert entry_line(back, entries[0]).startswith("2026-10-06: Thanks · someone · the on-call")


def test_follow_ups_are_told_as_open_or_done_in_the_days(year: Workspace) -> None:
    for text in ("ask Dev", "tell Maya"):
        service.add_follow_up(year, text, TODAY)
    (first, _) = service.follow_ups(year)
    service.finish_follow_up(year, first.id)
    back = looked_back(year, Kind.WEEK)
    assert ([each.text for each in back.done], [each.text for each in back.open]) == (
        [first.text],
        [({"ask Dev", "tell Maya"} - {first.text}).pop()],
    )
    told = service.paper(back, "text")
    assert f"done: {first.text}" in told
    assert looked_back(year, Kind.WEEK, date(2026, 11, 10)).done == ()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", list(Kind))
def test_an_empty_home_is_told_in_every_format(workspace: Workspace, kind: Kind, form: str) -> None:
    told = service.paper(looked_back(workspace, kind), form)
    assert "Vision" in told
    if form != "svg":
        assert "None was logged." in told


def test_the_five_worth_reading_are_told_in_full(year: Workspace) -> None:
    told = service.paper(looked_back(year, Kind.YEAR), "text")
    line = "2026-10-06: Thanks · Maya · the on-call fix · because it saved 3 hours · #team"
    assert f"  {line}\n" in told


def test_a_quarter_says_with_whom_there_was_contact_in_which_practice(year: Workspace) -> None:
    told = service.paper(looked_back(year, Kind.QUARTER), "text")
    assert "  Dev   ··■····■\n  Maya  ·■···■·■\n" in told
    assert "  Dev     2026-11-18    Trust 18 Nov, Thanks 8 Oct\n" in told
    assert "  Empathy, stories: good 1, bad 0\n" in told
    assert "  Trust: I said how to build it (1)\n" in told


def test_a_year_counts_acts_by_month(year: Workspace) -> None:
    told = service.paper(looked_back(year, Kind.YEAR), "md")
    assert "| Thanks | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 2 | 0 | 0 |" in told


def test_json_tells_the_figures(year: Workspace) -> None:
    shape = look_back_shape(looked_back(year, Kind.WEEK))
    assert (shape["review"], shape["first"], shape["last"], shape["as_of"]) == (
        "week",
        "2026-11-16",
        "2026-11-22",
        "2026-11-22",
    )
    (trust,) = (each for each in shape["practices"] if each["slug"] == "trust")
    assert trust["weeks"] == [{"first": "2026-11-16", "state": "open", "acts": 1}]
    assert shape["slips"] == [
        {
            "practice": "trust",
            "move": "dictated",
            "meaning": "I said how to build it",
            "times": 1,
        }
    ]
    assert shape["balance"][0] == {
        "practice": "empathy",
        "name": "stories",
        "parts": {"good": 1, "bad": 0, "not said": 0},
    }
    assert [each["what"] for each in shape["entries"]] == ["the cache", "the outage", "a story"]
    assert shape["people"][0]["practices"]["trust"] == "2026-11-18"
    assert shape["specific"] == []


@pytest.mark.parametrize("kind", list(Kind))
def test_masked_it_tells_no_name_and_no_text(year: Workspace, kind: Kind) -> None:
    promise = service.Promise("Coffee with Kim", parse_cadence("weekly"))
    service.add_habit(year, year.practices["thanks"], promise)
    service.set_north_star(year, "Kim is happy")
    service.add_follow_up(year, "write to Kim", TODAY)
    service.answer_close(year, CloseStep.NOTICED, "Kim decides faster")
    service.edit_practice(year, year.practices["thanks"], service.PracticeEdit(name="Kudos"))
    back = service.look_back_on(year, kind, TODAY, is_masked=True)
    said = [service.paper(back, form) for form in FORMS] + [str(look_back_shape(back))]
    for word in ("Maya", "Dev", "Kim", "Kudos", "outage", "cache", "on-call", "ship", "#good"):
        assert not [text for text in said if word in text], word
    assert "Person" in said[0]


def test_before_it_is_passed_on_every_name_that_stands_in_it_is_told(year: Workspace) -> None:
    week = looked_back(year, Kind.WEEK)
    assert preview(week, "md") == ["People named in it: Dev, Maya."]
    assert preview(week, "svg") == ["No names are left in, as far as they can be told."]
    service.log(year, year.practices["thanks"], "told maya that the Acme demo held")
    service.log(year, year.practices["thanks"], "Acme 电话")
    told = preview(looked_back(year, Kind.WEEK, TODAY), "json")
    assert told == [
        "People named in it: Dev, Maya.",
        "Other names, as far as they can be told: Acme.",
        "Names in writing without capitals cannot be told: read it before you pass it on.",
    ]


def test_a_picture_names_whom_its_rows_name_and_practices_of_own_names(year: Workspace) -> None:
    service.edit_practice(year, year.practices["thanks"], service.PracticeEdit(name="Kudos"))
    assert preview(looked_back(year, Kind.QUARTER), "svg")[:2] == [
        "People named in it: Dev, Maya.",
        "Words that begin a sentence, names or not: Kudos.",
    ]


def test_a_known_name_in_a_text_is_told_however_it_is_written(year: Workspace) -> None:
    service.add_people(year, ["kim"])
    service.log(year, year.practices["thanks"], "told KIM that it held")
    assert preview(looked_back(year, Kind.WEEK), "text")[0] == "People named in it: Dev, Kim, Maya."

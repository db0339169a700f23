"""Today shows the eight practices, each by the habit that leads it and its last words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from habits import service
from habits.model import Pause
from habits.practices import BY_SLUG
from habits.standings import Basis, Standings
from habits.streaks import Status, Verdict, evaluate, practice_streak
from habits.streaks.fold import STRIP_PERIODS
from habits.tally import Tally
from tests.records import entry, habit, history_of

if TYPE_CHECKING:
    from habits.model import Entry, Habit, Person
    from habits.service import Workspace
    from habits.today import PracticeRow

SUNDAY = date(2026, 11, 22)
YEAR_AGO = date(2025, 11, 24)
MONDAY = date(2026, 11, 16)
MAYA = UUID(int=7)


def standings(
    habits: list[Habit],
    entries: list[Entry],
    pauses: tuple[Pause, ...] = (),
    people: tuple[Person, ...] = (),
) -> Standings:
    """Return how habits stand on Sunday."""
    tallies = {
        slug: Tally(
            practice,
            [each for each in habits if each.practice == slug],
            SUNDAY,
            [each for each in entries if each.practice == slug],
        )
        for slug, practice in BY_SLUG.items()
    }
    return Standings(tallies.__getitem__, BY_SLUG, people, pauses, Basis(SUNDAY))


def thanks_row(
    habits: list[Habit], entries: list[Entry] | None = None, pauses: tuple[Pause, ...] = ()
) -> PracticeRow:
    return standings(habits, entries or [], pauses).row(BY_SLUG["thanks"])


def test_what_is_laid_down_is_not_live_unless_all_is() -> None:
    gone, live = habit(SUNDAY, archived=SUNDAY, flagship=True), habit(SUNDAY)
    both = thanks_row([gone, live])
    assert [each.habit for each in both.live] == [live]
    all_gone = thanks_row([gone])
    assert [each.habit for each in all_gone.live] == [gone]


def test_there_are_eight_rows_in_the_order_of_their_keys(workspace: Workspace) -> None:
    today = service.today(workspace)
    assert today.as_of == SUNDAY
    assert [row.practice.key for row in today.rows] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_a_row_holds_the_habits_and_the_entries_of_its_practice_alone() -> None:
    habits = [habit(MONDAY, practice=slug) for slug in ("vision", "thanks", "vision")]
    row = standings(habits, [entry(SUNDAY, "the goal", practice="vision")]).row(BY_SLUG["thanks"])
    assert [held.habit for held in row.habits] == [habits[1]]
    assert (row.leading.standing.total, row.last) == (0, None)


def test_the_flagship_leads_its_row_wherever_it_is_kept() -> None:
    other, flagship, third = habit(MONDAY), habit(MONDAY, flagship=True), habit(MONDAY)
    row = thanks_row([other, flagship, third])
    assert [held.habit for held in row.habits] == [flagship, other, third]
    assert row.leading.habit == flagship


@pytest.mark.parametrize("archived", [MONDAY, SUNDAY])
def test_the_next_live_habit_leads_when_the_flagship_is_archived(archived: date) -> None:
    flagship = habit(YEAR_AGO, flagship=True, archived=archived)
    gone, other = habit(YEAR_AGO, archived=archived), habit(YEAR_AGO)
    row = thanks_row([flagship, gone, other])
    assert [held.habit for held in row.habits] == [other, flagship, gone]


def test_a_flagship_that_is_archived_later_still_leads() -> None:
    flagship = habit(YEAR_AGO, flagship=True, archived=SUNDAY + timedelta(days=1))
    assert thanks_row([habit(YEAR_AGO), flagship]).leading.habit == flagship


def test_where_every_habit_is_archived_the_flagship_leads() -> None:
    flagship = habit(YEAR_AGO, flagship=True, archived=MONDAY)
    row = thanks_row([habit(YEAR_AGO, archived=MONDAY), flagship])
    assert row.leading.habit == flagship
    assert row.leading.standing.status is Status.ARCHIVED


def test_a_row_stands_as_the_rules_say_of_its_entries() -> None:
    promises = [habit(YEAR_AGO, "twice a week"), habit(YEAR_AGO, "monthly", moves=("relay",))]
    entries = [
        entry(YEAR_AGO + timedelta(days=5 * n), move="relay" if n % 9 == 0 else "quiet")
        for n in range(70)
    ]
    histories = [history_of(promise, entries, (), {}) for promise in promises]
    row = thanks_row(promises, entries)
    assert [held.standing for held in row.habits] == [
        evaluate(history, SUNDAY) for history in histories
    ]
    assert row.streak == practice_streak(histories, SUNDAY)
    assert row.leading.standing.total == 70


def test_one_entry_feeds_every_habit_that_it_fits() -> None:
    promises = [habit(MONDAY), habit(MONDAY, moves=("relay",)), habit(MONDAY, moves=("quiet",))]
    row = thanks_row(promises, [entry(SUNDAY, move="relay")])
    assert [held.standing.completions for held in row.habits] == [1, 1, 0]


def test_a_pause_shows_in_the_row() -> None:
    row = thanks_row([habit(MONDAY)], pauses=(Pause(UUID(int=0), SUNDAY, practice="thanks"),))
    assert row.leading.standing.status is Status.PAUSED


def test_a_strip_shows_the_last_twelve_periods_with_the_running_one_last() -> None:
    weeks = [MONDAY - timedelta(weeks=n) for n in range(20)]
    row = thanks_row([habit(YEAR_AGO)], [entry(week) for week in weeks[1:5]])
    strip = row.leading.strip
    assert [period.last - timedelta(days=6) for period in strip] == weeks[STRIP_PERIODS - 1 :: -1]
    assert strip[-1].last == SUNDAY
    assert [period.verdict for period in strip] == (
        [Verdict.MISSED] * 7 + [Verdict.KEPT] * 4 + [Verdict.OPEN]
    )


def test_a_strip_is_shorter_where_the_history_is() -> None:
    assert len(thanks_row([habit(MONDAY - timedelta(weeks=2))]).leading.strip) == 3


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param([entry(MONDAY, "latest"), entry(YEAR_AGO, "older")], id="by-date"),
        pytest.param(
            [
                entry(MONDAY, "latest", logged_on=SUNDAY),
                entry(MONDAY, "logged before", logged_on=MONDAY),
            ],
            id="then-by-when-it-was-logged",
        ),
        pytest.param(
            [entry(MONDAY, "latest"), entry(YEAR_AGO, "backdated", logged_on=SUNDAY)],
            id="not-by-when-it-was-logged-alone",
        ),
        pytest.param([entry(SUNDAY), entry(MONDAY, "latest")], id="not-a-stub"),
        pytest.param(
            [entry(SUNDAY + timedelta(days=1), "tomorrow"), entry(MONDAY, "latest")],
            id="not-in-the-future",
        ),
        pytest.param([entry(YEAR_AGO, "older"), entry(MONDAY, people=(MAYA,))], id="a-name-alone"),
    ],
)
def test_the_last_words_are_of_the_latest_entry_that_says_something(entries: list[Entry]) -> None:
    last = thanks_row([habit(YEAR_AGO)], entries).last
    assert last is not None
    assert (last.date, last.what or last.people) in {(MONDAY, "latest"), (MONDAY, (MAYA,))}


def test_an_entry_of_today_is_among_the_last_words() -> None:
    last = thanks_row([habit(YEAR_AGO)], [entry(SUNDAY, "just now")]).last
    assert last is not None
    assert last.what == "just now"


@pytest.mark.parametrize("entries", [[], [entry(SUNDAY)], [entry(SUNDAY + timedelta(days=1), "x")]])
def test_a_practice_of_which_nothing_was_said_has_no_last_words(entries: list[Entry]) -> None:
    assert thanks_row([habit(YEAR_AGO)], entries).last is None

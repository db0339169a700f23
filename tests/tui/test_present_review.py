"""What Review shows of its figures: signs, tones and words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from habits.practices import BY_SLUG
from habits.review.heat_map import DayState, HeatDay, HeatMap
from habits.review.practice_weeks import PracticeWeeks, WeekRow, WeekState
from tui.present_review import (
    counted,
    day_details,
    heat_signs,
    heat_text,
    number_sign,
    streak_in_words,
    week_details,
    weeks_text,
)
from tui.row_text import Tone

MONDAY = date(2026, 11, 23)


def row_of(*states: WeekState, acts: int = 0, current: int = 0, best: int = 0) -> WeekRow:
    """Return the weeks of Thanks."""
    return WeekRow("thanks", states, current, best, (acts,) * len(states))


def test_every_kind_of_week_has_a_sign_that_reads_without_colour() -> None:
    row = row_of(*WeekState)
    weeks = tuple(MONDAY + timedelta(weeks=number) for number in range(len(WeekState)))

    (text,) = weeks_text(PracticeWeeks(weeks, (row,)), BY_SLUG, is_numbers=False).rows

    assert dict(zip(WeekState, (sign for sign, _ in text.cells), strict=True)) == {
        WeekState.KEPT: "■",
        WeekState.MISSED: "□",
        WeekState.NEUTRAL: "-",
        WeekState.OPEN: "·",
        WeekState.PAUSED: "‖",
        WeekState.BEFORE: " ",
        WeekState.AHEAD: " ",
    }


def test_a_month_stands_over_the_week_in_which_it_begins() -> None:
    weeks = tuple(MONDAY + timedelta(weeks=number) for number in range(7))

    text = weeks_text(PracticeWeeks(weeks, ()), BY_SLUG, is_numbers=False)

    assert text.months == ("", "Dec", "", "", "", "Jan", "")


def test_weeks_as_numbers_are_blank_only_where_nothing_could_be_done() -> None:
    nothing = row_of(WeekState.KEPT, WeekState.BEFORE, WeekState.AHEAD)
    weeks = PracticeWeeks((MONDAY,) * 3, (nothing, row_of(WeekState.BEFORE, acts=12)))

    first, second = weeks_text(weeks, BY_SLUG, is_numbers=True).rows

    assert [sign for sign, _ in first.cells] == ["·", " ", " "]
    assert second.cells == (("+", Tone.KEPT),)


@pytest.mark.parametrize(
    ("current", "best", "said"),
    [(0, 0, ""), (8, 23, "8 weeks, best 23"), (0, 23, "best 23, now 0")],
)
def test_a_miss_is_said_once_beside_the_best_streak(current: int, best: int, said: str) -> None:
    assert streak_in_words(current, best, f"{current} weeks") == said


def test_the_practice_at_the_cursor_tells_of_a_miss_only_where_there_was_one() -> None:
    kept = row_of(WeekState.KEPT, WeekState.KEPT, acts=2, current=2, best=2)

    assert week_details(kept, "Thanks") == "Thanks · 2 weeks, best 2 · 2 kept · 4 acts"
    assert week_details(row_of(WeekState.OPEN), "Thanks") == "Thanks · 0 acts"


def test_a_number_has_its_unit_and_a_cell_no_more_than_one_digit() -> None:
    assert [counted(1, "act"), counted(0, "act"), counted(1200, "act")] == [
        "1 act", "0 acts", "1,200 acts",
    ]  # fmt: skip
    assert [number_sign(count) for count in (1, 9, 10)] == ["1", "9", "+"]


def heat_of(*days: tuple[int, DayState]) -> HeatMap:
    """Return a map of some days from a Monday on."""
    heat = tuple(
        HeatDay(MONDAY + timedelta(days=number), acts, state)
        for number, (acts, state) in enumerate(days)
    )
    return HeatMap(2026, MONDAY, heat[-1].date, heat, max(acts for acts, _ in days))


def test_the_darker_a_day_the_more_was_done_and_no_off_day_is_a_miss() -> None:
    states = [(0, state) for state in DayState]
    heat = heat_of((1, DayState.PLAIN), (4, DayState.PAUSED), (8, DayState.BEFORE), *states)

    text = heat_text(heat, is_numbers=False)

    assert "".join(sign for sign, _ in text.cells) == "▂▄█  ‖·"
    assert text.weekdays == ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    assert [style for _, style in text.cells[:3]] == ["level-1", "level-2", "level-4"]
    assert [sign for sign, _ in heat_text(heat, is_numbers=True).cells[:3]] == ["1", "4", "8"]


@pytest.mark.parametrize(
    ("most", "said"),
    [
        (0, "· none  ‖ paused"),
        (1, "· none  ▂ 1  ‖ paused"),
        (4, "· none  ▂ 1  ▄ 2  ▆ 3  █ 4  ‖ paused"),
        (8, "· none  ▂ 1-2  ▄ 3-4  ▆ 5-6  █ 7-8  ‖ paused"),
    ],
)
def test_it_is_told_how_much_each_darkness_is(most: int, said: str) -> None:
    assert heat_signs(most) == said


@pytest.mark.parametrize(
    ("acts", "state", "said"),
    [
        (0, DayState.PLAIN, "Mon 23 Nov 2026 · no act"),
        (1, DayState.PLAIN, "Mon 23 Nov 2026 · 1 act"),
        (2, DayState.PAUSED, "Mon 23 Nov 2026 · 2 acts · paused"),
        (0, DayState.BEFORE, "Mon 23 Nov 2026 · not promised yet"),
        (0, DayState.AHEAD, "Mon 23 Nov 2026"),
    ],
)
def test_a_day_says_what_was_done_and_what_it_is_to_the_promise(
    acts: int, state: DayState, said: str
) -> None:
    assert day_details(HeatDay(MONDAY, acts, state)) == said

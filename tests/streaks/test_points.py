"""The points that are easiest to get wrong: section 12 of the cadence spec, number by number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

import pytest

from habits.cadence import Cadence, Limit, Unit, occurrences, parse_cadence
from habits.streaks import HabitHistory, Member, Standing, Verdict, evaluate, judge, practice_streak

MONDAY = date(2026, 11, 2)


def on(*days: int) -> tuple[date, ...]:
    """Return days of November 2026; 2, 9, 16, 23 and 30 are Mondays."""
    return tuple(date(2026, 11, day) for day in days)


def habit(phrase: str, *logs: date, created: date = MONDAY) -> HabitHistory:
    return HabitHistory(created, ((created, parse_cadence(phrase)),), logs)


def stands(history: HabitHistory, day: int, month: int = 11) -> Standing:
    return evaluate(history, date(2026, month, day))


def test_1_days_slide_while_weeks_and_months_are_blocks() -> None:
    assert stands(habit("every 14 days", *on(8)), 20).next_due == date(2026, 11, 22)
    assert stands(habit("every 2 weeks", *on(8)), 20).next_due == date(2026, 11, 29)


def test_1_every_3_months_begins_where_it_came_into_force_and_quarterly_in_january() -> None:
    february = date(2026, 2, 10)

    three_months = evaluate(habit("every 3 months", created=february), date(2026, 4, 1))
    quarterly = evaluate(habit("quarterly", created=february), date(2026, 3, 1))

    assert three_months.next_due == date(2026, 4, 30)
    assert quarterly.next_due == date(2026, 3, 31)


def test_1_a_backdated_log_does_not_shift_the_phase_of_the_blocks() -> None:
    early = habit("every 2 weeks", date(2026, 10, 27))

    assert stands(early, 3).next_due == date(2026, 11, 15)
    assert stands(early, 3).current == 1


def test_2_a_rule_is_kept_on_its_day_and_a_late_log_only_clears_overdue() -> None:
    missed = habit("every Monday", *on(2))
    late = replace(missed, logs=on(2, 10))

    assert stands(missed, 10).status == "overdue"
    assert stands(late, 10).status == "on track"
    assert (stands(late, 10).current, stands(late, 10).total) == (0, 2)


def test_3_phrases_clamp_at_the_end_of_a_month_and_rrules_do_not() -> None:
    january = date(2026, 1, 1)
    phrase = occurrences(parse_cadence("31st of the month"), january)
    rrule = occurrences(parse_cadence("RRULE:FREQ=MONTHLY;BYMONTHDAY=31"), january)

    assert [d.day for d in islice(phrase, 4)] == [31, 28, 31, 30]
    assert [d.month for d in islice(rrule, 4)] == [1, 3, 5, 7]


def test_4_two_logs_on_one_day_are_two_for_a_quota() -> None:
    assert stands(habit("twice a week", *on(3, 3)), 3).status == "done"


def test_5_a_chain_is_worth_its_length_in_intervals_and_one() -> None:
    daily_for_a_week = habit("every 3 days", *on(2, 3, 4, 5, 6, 7, 8))

    assert stands(daily_for_a_week, 8).current == 3


def test_5_a_chain_goes_on_over_the_longest_gap_that_is_allowed() -> None:
    assert stands(habit("every 3 days", *on(2, 4, 7, 8)), 8).current == 3


def test_5_a_lapse_of_g_days_misses_g_minus_one_by_n() -> None:
    assert stands(habit("every 3 days", *on(2)), 8).rate == 0.5
    assert stands(habit("every 3 days", *on(2)), 9).rate == pytest.approx(1 / 3)


def test_5_a_run_without_a_log_is_counted_from_the_day_before_the_start() -> None:
    assert stands(habit("every 3 days"), 4).status == "due today"
    assert stands(habit("every 3 days"), 5).status == "overdue"


@pytest.mark.parametrize(("created", "verdict"), [(5, Verdict.MISSED), (6, Verdict.EXCUSED)])
def test_6_a_week_created_on_thursday_counts_and_on_friday_is_free(
    created: int, verdict: Verdict
) -> None:
    history = habit("weekly", created=date(2026, 11, created))

    assert judge(history, date(2026, 11, 9)).strip[0].verdict is verdict


def test_6_at_least_half_is_enough_and_the_target_is_never_prorated() -> None:
    half = replace(habit("every 2 weeks"), pauses=((date(2026, 11, 9), date(2026, 11, 15)),))
    one_of_three = replace(habit("3 times a week", *on(2)), pauses=((on(3)[0], on(5)[0]),))

    assert judge(half, date(2026, 11, 16)).strip[0].verdict is Verdict.MISSED
    assert judge(one_of_three, date(2026, 11, 9)).strip[0].verdict is Verdict.MISSED


def test_6_a_target_that_is_met_counts_in_a_free_week_too() -> None:
    assert stands(habit("weekly", *on(7), created=date(2026, 11, 6)), 9).current == 1


def test_7_a_pause_adds_nothing_and_logs_inside_it_count() -> None:
    history = replace(habit("weekly", *on(3, 17)), pauses=((on(9)[0], on(15)[0]),))

    assert stands(history, 17).current == 2
    assert stands(replace(history, logs=on(3, 11, 17)), 17).current == 3


def test_7_a_pause_stops_the_clock_of_an_interval() -> None:
    history = replace(habit("every 3 days", *on(2)), pauses=((on(3)[0], on(10)[0]),))

    assert stands(history, 11).next_due == date(2026, 11, 13)


def test_7_a_paused_date_of_a_rule_is_excused_and_kept_with_a_log() -> None:
    missed = habit("every weekday", *on(2, 3, 5))
    resting = replace(missed, pauses=((on(4)[0], on(4)[0]),))

    assert (stands(missed, 5).current, stands(missed, 5).rate) == (1, 0.75)
    assert (stands(resting, 5).current, stands(resting, 5).rate) == (3, 1.0)
    assert stands(replace(resting, logs=on(2, 3, 4, 5)), 5).current == 4


def test_8_the_first_cadence_governs_back_to_the_first_log() -> None:
    history = habit("weekly", date(2026, 10, 13), *on(3))

    assert stands(history, 3).rate == 0.5
    assert judge(history, date(2026, 11, 3)).start == date(2026, 10, 13)


def test_9_a_change_cuts_the_block_and_the_streak_runs_on() -> None:
    changed = HabitHistory(
        MONDAY,
        ((MONDAY, parse_cadence("weekly")), (on(12)[0], parse_cadence("twice a week"))),
        on(3, 10, 17, 18),
    )

    assert [p.verdict.value for p in judge(changed, date(2026, 11, 18)).strip] == [
        "kept",
        "kept",
        "missed",
        "kept",
    ]
    excused = replace(changed, cadences=(changed.cadences[0], (on(13)[0], changed.cadences[1][1])))
    assert stands(excused, 18).current == 3


def test_9_only_a_miss_of_the_current_cadence_makes_a_habit_overdue() -> None:
    weekly = habit("weekly", created=date(2026, 10, 5))
    changed = replace(weekly, cadences=(*weekly.cadences, (MONDAY, parse_cadence("monthly"))))

    assert stands(weekly, 2).status == "overdue"
    assert stands(changed, 2).status == "on track"


@pytest.mark.parametrize(
    ("phrase", "day", "status"),
    [
        ("weekly", 5, "on track"),
        ("weekly", 6, "on track"),
        ("weekly", 7, "at risk"),
        ("weekly", 8, "due today"),
        ("every 2 weeks", 12, "on track"),
        ("every 2 weeks", 13, "at risk"),
        ("monthly", 25, "on track"),
        ("monthly", 26, "at risk"),
        ("5 times a week", 4, "at risk"),
        ("every 8 days", 7, "on track"),
        ("every 8 days", 8, "at risk"),
    ],
)
def test_10_a_habit_is_at_risk_from_its_warning_on(phrase: str, day: int, status: str) -> None:
    assert stands(habit(phrase), day).status == status


def test_10_the_warning_is_at_most_fourteen_days() -> None:
    yearly = habit("yearly", created=date(2026, 1, 1))

    assert stands(yearly, 17, 12).status == "on track"
    assert stands(yearly, 18, 12).status == "at risk"


def test_10_a_period_that_is_not_required_is_never_due() -> None:
    assert stands(habit("weekly", created=date(2026, 11, 7)), 8).status == "on track"


def test_11_next_due_is_this_period_then_the_next_required_one() -> None:
    assert stands(habit("weekly"), 8).next_due == date(2026, 11, 8)
    assert stands(habit("weekly", *on(3)), 3).next_due == date(2026, 11, 15)
    resting = replace(habit("weekly", *on(3)), pauses=((on(9)[0], on(15)[0]),))
    assert stands(resting, 3).next_due == date(2026, 11, 22)


def test_11_an_overdue_interval_was_due_in_the_past() -> None:
    assert stands(habit("every 3 days", *on(2)), 20).next_due == date(2026, 11, 5)


@pytest.mark.parametrize("phrase", ["weekly", "every 3 days", "every Monday"])
def test_11_an_open_pause_leaves_nothing_due(phrase: str) -> None:
    history = replace(habit(phrase, *on(2)), pauses=((on(3)[0], None),))

    assert stands(history, 3).next_due is None
    assert stands(history, 3).status == "paused"


def test_12_the_score_gives_partial_credit_and_leaves_open_periods_out() -> None:
    half = 0.5 * (1 - 0.5 ** (14**0.5 / 13))

    assert stands(habit("twice a week", *on(3)), 9).score == pytest.approx(half)
    assert stands(habit("twice a week", *on(3)), 8).score == 0


def test_12_a_rule_weighs_the_gap_to_the_date_before_even_before_the_start() -> None:
    score = 1 - 0.5 ** (7**0.5 / 13)

    assert stands(habit("every Monday", *on(2)), 2).score == pytest.approx(score)


def test_13_rates_are_none_before_the_first_verdict_and_recent_over_90_days() -> None:
    assert (stands(habit("weekly"), 3).rate, stands(habit("weekly"), 3).rate_90) == (None, None)
    daily = habit("daily", date(2026, 8, 24), created=date(2026, 8, 24))
    assert stands(daily, 21).rate_90 == pytest.approx(1 / 89)
    assert stands(daily, 22).rate_90 == 0


def test_14_completions_on_days_without_a_period() -> None:
    rule, interval = habit("every Monday", *on(3, 3)), habit("every 3 days", *on(3, 3))

    assert (stands(rule, 3).completions, stands(rule, 3).target) == (2, 0)
    assert (stands(interval, 3).completions, stands(interval, 3).target) == (2, 1)
    assert (stands(interval, 4).completions, stands(interval, 4).target) == (0, 1)


def test_15_an_archive_freezes_everything() -> None:
    history = replace(habit("weekly", *on(3, 10)), archived=date(2026, 11, 11))
    later = stands(replace(history, logs=on(3, 10, 25)), 30)

    assert (later.status, later.next_due, later.total) == ("archived", None, 2)
    assert later == replace(stands(history, 11))


def test_17_a_miss_in_the_running_week_breaks_a_practice_at_once() -> None:
    weekly, daily = habit("weekly", *on(3, 10, 17)), habit("every Wednesday", *on(4, 11))

    assert practice_streak([weekly], date(2026, 11, 17)).current == 2
    assert practice_streak([weekly, daily], date(2026, 11, 18)).current == 2
    assert practice_streak([weekly, daily], date(2026, 11, 19)).current == 0
    assert practice_streak([weekly, daily], date(2026, 11, 19)).best == 2


def test_17_an_interval_marks_the_week_of_each_log() -> None:
    assert practice_streak([habit("every 30 days", *on(3, 10))], date(2026, 11, 20)).current == 2


def test_a_limit_grows_with_every_clean_week_and_breaks_at_once() -> None:
    clean = habit("never")
    slipped = replace(clean, logs=on(10))

    assert (stands(clean, 16).current, stands(clean, 16).status) == (2, "on track")
    assert (stands(slipped, 10).current, stands(slipped, 10).status) == (0, "slipped")
    assert stands(slipped, 16).status == "on track"
    assert stands(slipped, 10).next_due is None


def test_a_limit_is_passed_on_the_day_its_count_is_passed() -> None:
    twice = HabitHistory(MONDAY, ((MONDAY, Limit(1, 1, Unit.WEEK)),), on(3, 5, 6))

    assert judge(twice, date(2026, 11, 6)).strip[-1].last == on(5)[0]


def test_each_person_is_kept_when_everybody_required_was_reached() -> None:
    roster = (Member("Ana", MONDAY), Member("Dev", MONDAY), Member("New", on(6)[0]))
    history = HabitHistory(
        MONDAY,
        ((MONDAY, parse_cadence("weekly")),),
        on(3, 10),
        roster=roster,
        log_people=(("Ana", "Dev"), ("Ana", "New")),
    )

    first, second = stands(history, 3), stands(history, 10)
    assert (first.status, first.completions, first.target, first.left) == ("done", 2, 2, ())
    assert (second.status, second.left) == ("on track", ("Dev",))
    assert stands(history, 16).status == "overdue"
    assert stands(history, 16).score == pytest.approx(
        (1 - m) * m + 2 / 3 * (1 - m) if (m := 0.5 ** (7**0.5 / 13)) else 0
    )


def test_each_person_counts_an_entry_once_however_often_it_names_somebody() -> None:
    history = HabitHistory(
        MONDAY,
        ((MONDAY, parse_cadence("twice a week")),),
        on(3),
        roster=(Member("Ana", MONDAY),),
        log_people=(("Ana", "Ana"),),
    )

    assert (stands(history, 3).completions, stands(history, 3).left) == (0, ("Ana",))


def test_each_person_with_nobody_required_is_on_track() -> None:
    nobody = HabitHistory(
        MONDAY, ((MONDAY, parse_cadence("weekly")),), (), roster=(), log_people=()
    )

    standing = stands(nobody, 20)
    assert (standing.status, standing.completions, standing.target) == ("on track", 0, 0)
    assert standing.next_due is None


@pytest.mark.parametrize("phrase", ["every 3 days", "every Monday", "never"])
def test_each_person_is_for_quotas_alone(phrase: str) -> None:
    with pytest.raises(ValueError, match="only a quota can hold for each person"):
        replace(habit(phrase), roster=())


def test_a_history_needs_a_cadence_and_names_for_each_log() -> None:
    with pytest.raises(ValueError, match="needs a cadence"):
        HabitHistory(MONDAY, (), ())
    with pytest.raises(ValueError, match="names of each log"):
        replace(habit("weekly", *on(3)), roster=())


def test_what_is_no_cadence_of_ours_is_not_judged() -> None:
    class Moon(Cadence):
        def __str__(self) -> str:
            return "every blue moon"

    with pytest.raises(TypeError, match="every blue moon cannot be judged"):
        evaluate(HabitHistory(MONDAY, ((MONDAY, Moon()),), ()), MONDAY)


def test_the_far_end_of_the_calendar_is_no_trouble() -> None:
    end = date.max - timedelta(days=3)
    for phrase in ("weekly", "every 10 years", "every 3 days", "every Monday", "every February 29"):
        assert evaluate(habit(phrase, created=end), end).total == 0

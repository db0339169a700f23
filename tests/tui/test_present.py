"""Domain values as they are shown."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from habits.cadence import parse_cadence
from habits.streaks import HabitHistory, Status, evaluate, judge
from tui.present import status_tone, strip_cells
from tui.row_text import Tone

if TYPE_CHECKING:
    from habits.streaks.history import Span

MONDAY = date(2026, 9, 7)
SUNDAY = date(2026, 11, 22)
WEEKLY = ((MONDAY, parse_cadence("weekly")),)


def strip(*logs: date, pauses: tuple[Span, ...] = ()) -> str:
    """Return the strip of a weekly habit that began on 7 September, on 22 November."""
    judgement = judge(HabitHistory(MONDAY, WEEKLY, logs, pauses), SUNDAY)
    return "".join(sign for sign, _ in strip_cells(judgement.strip))


def test_a_strip_is_blank_before_the_start_and_open_at_the_end() -> None:
    assert strip() == " □□□□□□□□□□·"


def test_kept_missed_paused_and_open_differ_by_their_signs() -> None:
    holiday = (date(2026, 10, 12), date(2026, 10, 25))

    assert strip(MONDAY, SUNDAY, pauses=(holiday,)) == " ■□□□□‖‖□□□■"


@pytest.mark.parametrize(
    ("phrase", "skipped"),
    [
        ("weekly", (date(2026, 11, 16), SUNDAY)),
        ("every Wednesday", (date(2026, 11, 18), date(2026, 11, 18))),
    ],
)
def test_what_is_skipped_is_open_while_it_runs_and_paused_once_it_is_over(
    phrase: str, skipped: tuple[date, date]
) -> None:
    wednesday = date(2026, 11, 18)
    cadences = ((date(2026, 11, 9), parse_cadence(phrase)),)

    def last_sign(as_of: date, *logs: date) -> str:
        history = HabitHistory(date(2026, 11, 9), cadences, logs, (skipped,))
        period = [each for each in judge(history, as_of).strip if each.last == skipped[1]]
        return "".join(sign for sign, _ in strip_cells(period)).strip()

    assert last_sign(wednesday) == "·"
    assert last_sign(wednesday, wednesday) == "■"
    assert last_sign(date(2026, 11, 23)) == "‖"


def test_a_free_first_week_is_no_miss() -> None:
    friday = date(2026, 11, 13)
    history = HabitHistory(friday, ((friday, parse_cadence("weekly")),), ())

    signs = [sign for sign, _ in strip_cells(judge(history, SUNDAY).strip)]

    assert "".join(signs).strip() == "-·"


@pytest.mark.parametrize(
    ("today", "pauses", "status", "tone"),
    [
        (date(2026, 9, 8), (), Status.ON_TRACK, Tone.PLAIN),
        (date(2026, 9, 12), (), Status.AT_RISK, Tone.ATTENTION),
        (date(2026, 9, 13), (), Status.DUE_TODAY, Tone.ATTENTION),
        (date(2026, 9, 14), (), Status.OVERDUE, Tone.ATTENTION),
        (date(2026, 9, 8), ((MONDAY, None),), Status.PAUSED, Tone.QUIET),
    ],
)
def test_only_what_wants_attention_is_amber(
    today: date, pauses: tuple[Span, ...], status: Status, tone: Tone
) -> None:
    standing = evaluate(HabitHistory(MONDAY, WEEKLY, (), pauses), today)

    assert standing.status is status
    assert status_tone(standing) is tone

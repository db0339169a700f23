"""The worked examples, by their ids."""

from __future__ import annotations

import json
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any, Final

import pytest

from habits.cadence import occurrences, parse_cadence
from habits.day import local_date
from habits.streaks import HabitHistory, evaluate, practice_streak

EXAMPLES: Final[dict[str, Any]] = json.loads(
    Path(__file__).with_name("examples.json").read_text(encoding="utf-8")
)


def day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def history_of(example: dict[str, Any]) -> HabitHistory:
    pauses = [(date.fromisoformat(first), day(last)) for first, last in example["pauses"]]
    cadences = [(date.fromisoformat(d), parse_cadence(c)) for d, c in example["cadences"]]
    return HabitHistory(
        created=date.fromisoformat(example["created"]),
        cadences=tuple(cadences),
        logs=tuple(map(date.fromisoformat, example["logs"])),
        pauses=tuple(pauses),
        archived=day(example["archived"]),
    )


def as_data(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return round(value, 3) if isinstance(value, float) else value


@pytest.mark.parametrize("example", EXAMPLES["habits"], ids=lambda example: example["id"])
def test_a_habit_stands_as_it_was_worked_out(example: dict[str, Any]) -> None:
    as_of = date.fromisoformat(example["as_of"])
    standing = evaluate(history_of(example), as_of, example["week_start"])

    figures = {name: as_data(getattr(standing, name)) for name in example["expect"]}
    assert figures == example["expect"], example["note"]


@pytest.mark.parametrize("example", EXAMPLES["practices"], ids=lambda example: example["id"])
def test_a_practice_stands_as_it_was_worked_out(example: dict[str, Any]) -> None:
    histories = [history_of(habit) for habit in example["habits"]]
    streak = practice_streak(histories, date.fromisoformat(example["as_of"]))

    assert {"current": streak.current, "best": streak.best} == example["expect"], example["note"]


@pytest.mark.parametrize("example", EXAMPLES["occurrences"], ids=lambda e: e["cadence"])
def test_a_rule_falls_on_the_dates_that_were_worked_out(example: dict[str, Any]) -> None:
    start = date.fromisoformat(example["effective_from"])
    found = occurrences(parse_cadence(example["cadence"]), start, example["week_start"])

    assert [d.isoformat() for d in islice(found, len(example["first"]))] == example["first"]


@pytest.mark.parametrize("example", EXAMPLES["local_dates"], ids=lambda e: e["instant"])
def test_a_moment_belongs_to_the_day_that_was_worked_out(example: dict[str, Any]) -> None:
    instant = datetime.fromisoformat(example["instant"])
    found = local_date(instant, example["tz"], example["rollover_hour"])

    assert found.isoformat() == example["local_date"], example["note"]

"""An export of Beaver Habits is read, and nothing beside its habits."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from habits.cadence import parse_cadence
from habits.errors import RefusedError
from habits.exchange.beaver import OF_DELETED, foreign_of_json, read
from habits.exchange.foreign import Foreign, LeftOut, Mark, Note, Skip
from habits.exchange.gleaning import NO_DAY, NOT_DONE, NOTE_ALONE, SAID_AGAIN

if TYPE_CHECKING:
    from pathlib import Path

EXPORT = {
    "habits": [
        {
            "id": "a1b2",
            "name": "Thank somebody",
            "star": True,
            "status": "active",
            "tags": ["work", "team"],
            "chips": ["Skip"],
            "period": {"period_type": "W", "period_count": 1, "target_count": 2},
            "records": [
                {"day": "2026-11-02", "done": True, "text": "Maya, the fix"},
                {"day": "2026-11-03", "done": False, "text": "Skip"},
                {"day": "2026-11-04", "done": False, "text": "nobody was there"},
                {"day": "2026-11-05", "done": False},
                {"day": "2026-11-06", "done": True},
            ],
        },
        {"id": "c3", "name": "Old", "status": "archive", "period": None, "records": []},
        {
            "id": "d4",
            "name": "Gone",
            "status": "soft_delete",
            "records": [{"day": "2026-11-02", "done": True}],
        },
    ],
    "order": ["c3", "a1b2"],
    "backup": {"telegram_bot_token": "secret", "telegram_chat_id": "1"},
}


def one_habit(*records: object, **said: Any) -> Foreign:  # noqa: ANN401 - whatever JSON holds
    """Return what is read of an export of one habit."""
    return foreign_of_json({"habits": [{"name": "Walk", **said, "records": list(records)}]})


def test_habits_are_read_with_their_words_days_and_state() -> None:
    thanks, old = foreign_of_json(EXPORT).habits

    assert (thanks.key, thanks.name, thanks.description) == (
        "a1b2",
        "Thank somebody",
        "#work #team",
    )
    assert (thanks.cadence, thanks.cadence_note) == (parse_cadence("twice a week"), "")
    assert thanks.marks == (Mark(date(2026, 11, 2), note="Maya, the fix"), Mark(date(2026, 11, 6)))
    assert (old.archived, old.cadence) == (True, parse_cadence("daily"))


def test_a_day_that_says_skip_is_a_skip() -> None:
    assert foreign_of_json(EXPORT).habits[0].skips == (Skip(date(2026, 11, 3)),)


def test_what_is_left_out_is_counted_with_the_reason() -> None:
    foreign = foreign_of_json(EXPORT)

    assert foreign.read == 6
    assert set(foreign.left_out) == {
        LeftOut(OF_DELETED, 1),
        LeftOut(NOTE_ALONE, 1),
        LeftOut(NOT_DONE, 1),
    }


def test_a_note_of_a_day_that_was_not_done_is_kept_apart() -> None:
    assert foreign_of_json(EXPORT).habits[0].notes == (Note(date(2026, 11, 4), "nobody was there"),)


def test_the_token_of_a_backup_is_in_nothing_that_is_read() -> None:
    assert "secret" not in repr(foreign_of_json(EXPORT))


@pytest.mark.parametrize(
    ("letter", "every", "count", "phrase", "same"),
    [
        ("D", 1, 1, "daily", True),
        ("D", 3, 1, "every 3 days", True),
        ("D", 10, 3, "3 times every 10 days", False),
        ("W", 1, 1, "weekly", True),
        ("W", 2, 1, "every 2 weeks", False),
        ("M", 1, 4, "4 times a month", True),
        ("Y", 1, 2, "twice a year", True),
    ],
)
def test_a_period_comes_to_a_cadence(
    letter: str, every: int, count: int, phrase: str, *, same: bool
) -> None:
    period = {"period_type": letter, "period_count": every, "target_count": count}
    (habit,) = one_habit(period=period).habits

    assert habit.cadence == parse_cadence(phrase)
    assert (habit.cadence_note == "") == same


@pytest.mark.parametrize(
    ("period", "told"),
    [
        ("weekly", "there it has a period that is not known here"),
        ({}, "there it has a period that is not known here"),
        ({"period_type": "W", "period_count": 1.5, "target_count": True}, "not known here"),
        (
            {"period_type": "W", "period_count": 200, "target_count": 1},
            "there 1 times in 200 weeks, which is no cadence here",
        ),
    ],
)
def test_a_period_that_is_no_cadence_says_so(period: object, told: str) -> None:
    (habit,) = one_habit(period=period).habits

    assert habit.cadence is None
    assert told in habit.cadence_note


def test_a_habit_without_an_id_is_known_by_its_name() -> None:
    assert one_habit().habits[0].key == "Walk"


def test_of_two_records_of_a_day_the_last_holds() -> None:
    day = {"day": "2026-11-02", "done": True}
    foreign = one_habit(day | {"text": "first"}, day | {"text": "last"})

    assert foreign.habits[0].marks == (Mark(date(2026, 11, 2), note="last"),)
    assert foreign.left_out == (LeftOut(SAID_AGAIN, 1),)


def test_records_without_a_day_are_counted() -> None:
    foreign = one_habit(None, 7, {}, {"day": 20261102}, {"day": "02/11/2026", "done": True})

    assert (foreign.read, foreign.left_out) == (5, (LeftOut(NO_DAY, 5),))


def test_only_true_is_done() -> None:
    foreign = one_habit({"day": "2026-11-02", "done": "no"}, {"day": "2026-11-03", "done": None})

    assert foreign.left_out == (LeftOut(NOT_DONE, 2),)


@pytest.mark.parametrize(
    "content",
    [
        [],
        None,
        7,
        {},
        {"habits": {}},
        {"habits": ["Walk"]},
        {"habits": [{"name": "Walk"}]},
        {"habits": [{"name": 7, "records": []}]},
        {"habits": [{"name": "Walk", "records": {}}]},
    ],
)
def test_other_json_is_refused(content: object) -> None:
    with pytest.raises(RefusedError, match="This is no export of Beaver Habits"):
        foreign_of_json(content)


def test_the_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "beaver_2026_11_22.json"
    path.write_text(json.dumps(EXPORT), encoding="utf-8")

    assert read(path) == foreign_of_json(EXPORT)

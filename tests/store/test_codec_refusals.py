"""Every field that is not what it should be is named, with its record and table."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import pytest

from habits.errors import StoreError
from habits.model import (
    Entry,
    FollowUp,
    NorthStar,
    OwnPractice,
    Pause,
    Person,
    Recognition,
    Remark,
)
from habits.practices import Move
from habits.reviews import CloseStep, Decided, Decision, Review, ReviewKind
from habits.settings import Settings
from habits.store import codec, outlook_codec, practice_codec, review_codec, settings_codec
from tests.records import habit

if TYPE_CHECKING:
    from collections.abc import Callable

    from habits.store import Document

KEY: Final = UUID("019ab1cd-0000-7000-8000-000000000001")
SUNDAY: Final = date(2026, 11, 22)
NOON: Final = datetime(2026, 11, 22, 12, tzinfo=UTC)
MISSING: Final = object()

GOOD: Final[dict[str, Document]] = {
    "entries": codec.entry_fields(
        Entry(KEY, "credit", SUNDAY, NOON, "UTC", "stage", "it", "so", (KEY,), ("team",))
    ),
    "habits": codec.habit_fields(
        habit(SUNDAY, "weekly", flagship=True, moves=("stage",), each_person=True, archived=SUNDAY)
    ),
    "followups": outlook_codec.follow_up_fields(
        FollowUp(KEY, "back to support", SUNDAY, NOON, (KEY,), KEY, SUNDAY)
    ),
    "northstar": outlook_codec.north_star_fields(NorthStar(KEY, "Live in ten", SUNDAY, NOON)),
    "reviews": review_codec.review_fields(
        Review(
            *(KEY, ReviewKind.CLOSE, SUNDAY, dict.fromkeys(CloseStep, SUNDAY)),
            *(1, False, "quiet week", ("thank Maya",)),
            decided={KEY: Decided(Decision.KEEP, SUNDAY)},
        )
    ),
    "people": codec.person_fields(
        Person(
            *(KEY, "Maya", "maya", "engineer", "Ana", SUNDAY, SUNDAY, Recognition.PUBLIC),
            aims=(Remark(SUNDAY, "staff"),),
            sparks=(Remark(SUNDAY, "protocols"),),
        )
    ),
    "pauses": codec.pause_fields(Pause(KEY, SUNDAY, SUNDAY, "credit", KEY, KEY)),
    "settings": settings_codec.settings_fields(Settings(6, 4, welcomed=True)),
    "practices": practice_codec.practice_fields(
        OwnPractice(KEY, "vision", "Goal", (Move("tie", "link it"), Move("vague", "", slip=True)))
    ),
}
READERS: Final[dict[str, Callable[[UUID, Document], object]]] = {
    "entries": codec.entry_from,
    "habits": codec.habit_from,
    "followups": outlook_codec.follow_up_from,
    "northstar": outlook_codec.north_star_from,
    "people": codec.person_from,
    "pauses": codec.pause_from,
    "reviews": review_codec.review_from,
    "settings": settings_codec.settings_from,
    "practices": practice_codec.practice_from,
}
NO_WORD: Final[tuple[object, ...]] = (None, 5, ["a"], {})
NO_DATE: Final = (5, "yesterday", "2026-02-30", "", ["2026-11-22"])
NO_INSTANT: Final = (None, 5, "noon", "", "0001-01-01T00:00:00+01:00")
NO_PRACTICE: Final[tuple[object, ...]] = (5, "", "cooking", "Thanks", ["thanks"], {})
NO_WORDS: Final = (None, "team", 5, [5], [["a"]], {"a": 1})
NO_REMARKS: Final[tuple[object, ...]] = (
    None,
    "staff",
    ["staff"],
    [["2026-11-22", "staff"]],
    [["soon", "staff", True]],
    [["2026-11-22", 5, True]],
    [["2026-11-22", "staff", "yes"]],
)

BROKEN: Final[dict[str, dict[str, tuple[object, ...]]]] = {
    "entries": {
        "practice": (MISSING, None, *NO_PRACTICE),
        "date": (MISSING, None, *NO_DATE),
        "logged_at": (MISSING, *NO_INSTANT),
        "zone": (MISSING, *NO_WORD),
        "move": NO_WORD[1:],
        "what": NO_WORD,
        "why": NO_WORD,
        "people": (None, "maya", 5, [5], ["maya"], [None]),
        "tags": NO_WORDS,
    },
    "habits": {
        "practice": (MISSING, None, *NO_PRACTICE),
        "name": (MISSING, *NO_WORD),
        "created": (MISSING, None, *NO_DATE),
        "made_at": (MISSING, *NO_INSTANT),
        "cadences": (
            MISSING,
            None,
            "weekly",
            [],
            ["weekly"],
            [[]],
            [["2026-11-22"]],
            [["2026-11-22", "weekly", "more"]],
            [["soon", "weekly"]],
            [["2026-11-22", "now and then"]],
            [["2026-11-22", 5]],
            [["2026-11-22", "9" * 5000 + " times a week"]],
        ),
        "flagship": (None, 1, "yes", []),
        "moves": NO_WORDS,
        "each_person": (None, 1, "yes", []),
        "archived": NO_DATE,
    },
    "followups": {
        "text": (MISSING, *NO_WORD),
        "due": (MISSING, None, *NO_DATE),
        "made_at": (MISSING, *NO_INSTANT),
        "people": (None, "maya", 5, [5], ["maya"], [None]),
        "entry": (5, "thanks", [str(KEY)]),
        "done": NO_DATE,
    },
    "northstar": {
        "text": (MISSING, *NO_WORD),
        "since": (MISSING, None, *NO_DATE),
        "made_at": (MISSING, *NO_INSTANT),
    },
    "people": {
        "name": (MISSING, *NO_WORD),
        "handle": (MISSING, *NO_WORD),
        "role": NO_WORD,
        "manager": NO_WORD,
        "joined": NO_DATE,
        "left": NO_DATE,
        "recognition": (5, "loud", ["public"]),
        "aims": NO_REMARKS,
        "sparks": NO_REMARKS,
    },
    "pauses": {
        "first": (MISSING, None, *NO_DATE),
        "last": NO_DATE,
        "practice": NO_PRACTICE,
        "habit": (5, "thanks", [str(KEY)]),
        "person": (5, "maya", [str(KEY)]),
    },
    "reviews": {
        "kind": (MISSING, None, 5, "", "rating", ["close"]),
        "week": (MISSING, None, *NO_DATE),
        **{f"{step}_on": NO_DATE for step in CloseStep},
        "sharpened": (None, 4, -1, 1.0, True, "one"),
        "slipped": (0, "no", []),
        "noticed": NO_WORD,
        "intentions": NO_WORDS,
        f"decided/{KEY}": (None, "keep", ["keep"], ["rate", "2026-11-22"], ["keep", "soon"]),
    },
    "settings": {
        "week_start": (None, 7, -1, 1.0, True, "sunday", [], 10**5000),
        "rollover_hour": (None, 12, -1, 4.0, False, "4:00", {}),
        "welcomed": (None, 1, "yes", []),
    },
    "practices": {
        "key": (MISSING, None, True, 2, "1", [1]),
        "slug": (MISSING, None, *NO_PRACTICE),
        "name": (*NO_WORD, "", " \n", "n" * 61, "e\u0301\u0302" * 200),
        "moves": (
            None,
            "tie",
            {"tie": "link it"},
            ["tie"],
            [["tie"]],
            [["tie", "link it"]],
            [["tie", "link it", False, 1]],
            [["tie", "link it", None]],
            [["tie", 5, False]],
            [[5, "link it", False]],
            [["", "link it", False]],
            [["tie it", "link it", False]],
            [["tie-it", "link it", False]],
            [["t" * 61, "link it", False]],
        ),
    },
}


def test_every_field_of_every_record_is_broken_below() -> None:
    assert {table: set(fields) for table, fields in BROKEN.items()} == {
        table: set(document) for table, document in GOOD.items()
    }


@pytest.mark.parametrize(
    ("table", "name", "value"),
    [
        pytest.param(table, name, value, id=f"{table}-{name}-{number}")
        for table, fields in BROKEN.items()
        for name, values in fields.items()
        for number, value in enumerate(values)
    ],
)
def test_a_broken_field_is_named_with_its_record_and_table(
    table: str, name: str, value: object
) -> None:
    document: dict[str, Any] = {**GOOD[table], name: value}
    if value is MISSING:
        del document[name]

    with pytest.raises(StoreError) as refusal:
        READERS[table](KEY, document)

    assert str(refusal.value) == (
        f"The record {KEY} in the table {table} has no readable '{name}'. "
        "It is left as it is; 'rapport doctor' mends it."
    )
    assert refusal.value.exit_code == 7


@pytest.mark.parametrize("table", GOOD)
def test_the_records_are_read_where_nothing_is_broken(table: str) -> None:
    assert READERS[table](KEY, GOOD[table])


@pytest.mark.parametrize("phrase", ["every 3 days", "every Monday", "never"])
def test_a_habit_for_each_person_is_read_only_with_a_quota(phrase: str) -> None:
    document = {**GOOD["habits"], "cadences": [["2026-11-22", "weekly"], ["2026-11-23", phrase]]}
    with pytest.raises(StoreError, match="has no readable 'each_person'"):
        codec.habit_from(KEY, document)
    assert codec.habit_from(KEY, {**document, "each_person": False}).each_person is False


def test_what_was_decided_about_something_that_has_no_id_is_refused() -> None:
    document = {**GOOD["reviews"], "decided/maya": ["keep", "2026-11-22"]}
    with pytest.raises(StoreError, match="decided/maya"):
        review_codec.review_from(KEY, document)

"""A record comes back from its document as it was, cleaned where somebody else wrote it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from hypothesis import given

from habits.model import Entry, FollowUp, NorthStar, OwnPractice, Pause, Person
from habits.practices import Move
from habits.settings import Settings
from habits.store import codec, outlook_codec, practice_codec, review_codec, settings_codec
from habits.store.ids import fixed_id
from habits.store.ops import changed_fields
from habits.text import one_line, tidy
from tests.hostile import each_hostile
from tests.records import habit
from tests.store import strategies
from tests.store.strategies import few

if TYPE_CHECKING:
    from habits.model import Habit
    from habits.reviews import Review
    from habits.store import Document

KEY, MAYA = UUID(int=1), UUID(int=2)
SUNDAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def through_a_file(document: Document) -> Document:
    """Return a document as it is read after it was written."""
    read: dict[str, Any] = json.loads(json.dumps(document))
    return read


@few
@given(strategies.entries)
def test_an_entry_comes_back_as_it_was(entry: Entry) -> None:
    document = through_a_file(codec.entry_fields(entry))
    assert codec.entry_from(entry.id, document) == entry


@few
@given(strategies.habits)
def test_a_habit_comes_back_as_it_was(habit: Habit) -> None:
    document = through_a_file(codec.habit_fields(habit))
    assert codec.habit_from(habit.id, document) == habit


@few
@given(strategies.people)
def test_a_person_comes_back_as_they_were(person: Person) -> None:
    document = through_a_file(codec.person_fields(person))
    assert codec.person_from(person.id, document) == person


@few
@given(strategies.pauses)
def test_a_pause_comes_back_as_it_was(pause: Pause) -> None:
    document = through_a_file(codec.pause_fields(pause))
    assert codec.pause_from(pause.id, document) == pause


@few
@given(strategies.follow_ups)
def test_a_follow_up_comes_back_as_it_was(follow_up: FollowUp) -> None:
    document = through_a_file(outlook_codec.follow_up_fields(follow_up))
    assert outlook_codec.follow_up_from(follow_up.id, document) == follow_up


@few
@given(strategies.north_stars)
def test_a_north_star_comes_back_as_it_was(north_star: NorthStar) -> None:
    document = through_a_file(outlook_codec.north_star_fields(north_star))
    assert outlook_codec.north_star_from(north_star.id, document) == north_star


@few
@given(strategies.reviews)
def test_the_close_and_the_aim_of_a_week_come_back_as_they_were(review: Review) -> None:
    document = through_a_file(review_codec.review_fields(review))
    assert review_codec.review_from(review.id, document) == review


@few
@given(strategies.settings_of_a_home)
def test_settings_come_back_as_they_were(settings: Settings) -> None:
    document = through_a_file(settings_codec.settings_fields(settings))
    assert settings_codec.settings_from(codec.SETTINGS_ID, document) == settings


def test_every_setting_is_named_in_the_file_and_what_is_not_is_as_in_a_new_home() -> None:
    assert settings_codec.settings_fields(Settings()) == {
        "week_start": 0,
        "rollover_hour": 0,
        "welcomed": False,
    }
    assert settings_codec.settings_from(codec.SETTINGS_ID, {}) == Settings()


def test_the_settings_have_the_id_that_every_machine_makes_of_their_name() -> None:
    assert fixed_id(codec.SETTINGS, "settings") == codec.SETTINGS_ID


def test_a_bare_entry_is_kept_in_four_fields() -> None:
    assert codec.entry_fields(Entry(KEY, "thanks", SUNDAY, NOON, "Europe/Berlin")) == {
        "practice": "thanks",
        "date": "2026-11-22",
        "logged_at": "2026-11-22T12:00:00+00:00",
        "zone": "Europe/Berlin",
    }


def test_a_full_entry_is_kept_in_words_that_plain_json_knows() -> None:
    entry = Entry(KEY, "credit", SUNDAY, NOON, "UTC", "stage", "it", "so", (MAYA,), ("team",))
    document = codec.entry_fields(entry)
    assert document == through_a_file(document)
    assert document["people"] == ["00000000-0000-0000-0000-000000000002"]
    assert (document["move"], document["what"], document["why"]) == ("stage", "it", "so")
    assert document["tags"] == ["team"]


def test_a_habit_is_kept_with_its_cadences_in_words() -> None:
    made = habit(SUNDAY, "weekly", (date(2026, 11, 23), "twice a week"), flagship=True)
    document = codec.habit_fields(made)
    assert document["cadences"] == [["2026-11-22", "weekly"], ["2026-11-23", "twice a week"]]
    assert document["flagship"] is True
    assert "archived" not in document


def test_a_habit_for_each_person_and_a_pause_of_a_person_come_back_as_they_were() -> None:
    made = habit(SUNDAY, "monthly", each_person=True)
    assert codec.habit_from(made.id, through_a_file(codec.habit_fields(made))) == made
    away = Pause(KEY, SUNDAY, SUNDAY, person=MAYA, note="on leave\nwith Ana")
    assert codec.pause_from(KEY, through_a_file(codec.pause_fields(away))) == away


def test_a_difference_names_the_fields_that_came_changed_or_went() -> None:
    before, after = {"a": 1, "b": 2, "c": 3}, {"a": 1, "b": 5, "d": 4}
    assert changed_fields(before, after) == {"b": 5, "c": None, "d": 4}
    assert changed_fields(after, after) == {}


def test_an_open_pause_of_everything_is_kept_in_one_field() -> None:
    assert codec.pause_fields(Pause(KEY, SUNDAY)) == {"first": "2026-11-22"}


@each_hostile
def test_text_from_a_file_is_cleaned_as_text_from_a_keyboard_is(hostile: str) -> None:
    document = {
        **codec.entry_fields(Entry(KEY, "thanks", SUNDAY, NOON, "UTC")),
        "what": hostile,
        "why": hostile,
        "zone": hostile,
        "move": hostile,
        "tags": [hostile],
    }
    entry = codec.entry_from(KEY, document)
    assert (entry.what, entry.why) == (tidy(hostile), tidy(hostile))
    assert (entry.zone, entry.move, entry.tags) == (
        one_line(hostile),
        one_line(hostile),
        (one_line(hostile),),
    )

    person = codec.person_from(KEY, {"name": hostile, "handle": hostile})
    assert (person.name, person.handle) == (one_line(hostile), one_line(hostile))

    made = {**codec.habit_fields(habit(SUNDAY)), "name": hostile, "moves": [hostile]}
    assert codec.habit_from(KEY, made).name == one_line(hostile)
    assert codec.habit_from(KEY, made).moves == (one_line(hostile),)


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("2026-11-22T13:00:00+01:00", NOON),
        ("2026-11-22T12:00:00Z", NOON),
        ("2026-11-22 12:00:00.5+00:00", NOON.replace(microsecond=500_000)),
    ],
)
def test_an_instant_of_any_zone_is_read_in_utc(written: str, instant: datetime) -> None:
    document = {**codec.entry_fields(Entry(KEY, "thanks", SUNDAY, NOON, "UTC"))}
    document["logged_at"] = written
    entry = codec.entry_from(KEY, document)
    assert (entry.logged_at, entry.logged_at.tzinfo) == (instant, UTC)


def test_fields_that_are_not_known_are_no_trouble() -> None:
    document = {**codec.person_fields(Person(KEY, "Maya", "maya")), "shoe_size": [43]}
    assert codec.person_from(KEY, document) == Person(KEY, "Maya", "maya")


def test_a_practice_that_nobody_changed_is_kept_without_its_moves() -> None:
    own = OwnPractice(KEY, "thanks", "Thanks")
    assert practice_codec.practice_fields(own) == {"key": 8, "slug": "thanks", "name": "Thanks"}
    assert practice_codec.practice_from(KEY, {"key": 8, "slug": "thanks"}) == own


@pytest.mark.parametrize("moves", [(), (Move("late", "weeks on", slip=True), Move("relay", ""))])
def test_a_changed_practice_comes_back_as_it_was(moves: tuple[Move, ...]) -> None:
    own = OwnPractice(KEY, "thanks", "Gratitude", moves)
    assert (
        practice_codec.practice_from(KEY, through_a_file(practice_codec.practice_fields(own)))
        == own
    )


def test_what_a_practice_says_in_a_file_is_cleaned() -> None:
    moves = [["Shout_Out", " in\tthe \x1b[1mchannel\n", False], ["shout_out", "again", True]]
    document = {"key": 8, "slug": "thanks", "name": " Gra\x07ti\u202etude ", "moves": moves}

    own = practice_codec.practice_from(KEY, document)

    assert (own.name, own.moves) == ("Gratitude", (Move("shout_out", "in the [1mchannel"),))

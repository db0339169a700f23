"""What an act changed is told the same way whether it was done or taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from habits.cadence import parse_cadence
from habits.change import Altered, Change
from habits.change_words import change_words
from habits.deeds import ARCHIVED, DONE, RESTORED
from habits.model import FollowUp, Habit, OwnPractice, Pause, Person
from habits.pause_words import pause_words, planned_words
from habits.practices import BY_SLUG, Move
from habits.settings import Settings
from tests.records import entry, habit

SUNDAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
KEY = UUID(int=1 << 64)
TALK = habit(SUNDAY, "monthly", practice="growth", name="Talk", moves=("talk",))
NOTHING = Change((), (), (), (), (), (), (), (), foreign=False)


def told(before: Habit | None, after: Habit | None) -> str:
    (line,) = change_words(replace(NOTHING, habits=(Altered(before, after),)), {}, SUNDAY, BY_SLUG)
    return line


def test_a_habit_is_told_with_its_practice_and_promise() -> None:
    assert told(None, TALK) == told(TALK, None) == "Growth: Talk · monthly · /talk"


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (replace(TALK, name="Walk"), "Talk · now Walk"),
        (replace(TALK, moves=()), "Talk · counts every move"),
        (replace(TALK, moves=("talk", "spark")), "Talk · counts /talk /spark"),
        (replace(TALK, archived=SUNDAY), "Talk · archived today"),
        (replace(TALK, plan="I ask"), "Talk · instead: I ask"),
        (replace(TALK, anchor="after stand-up"), "Talk · after stand-up"),
        (replace(TALK, reason="they asked"), "Talk · because they asked"),
        (
            replace(TALK, name="Walk", cadences=(*TALK.cadences, (SUNDAY, parse_cadence("daily")))),
            "Talk · now Walk · daily from today on",
        ),
    ],
)
def test_an_edit_is_told_by_what_differs(after: Habit, words: str) -> None:
    assert told(TALK, after) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, []),
        (1, ["1 record that means nothing here"]),
        (2000, ["2,000 records that mean nothing here"]),
    ],
)
def test_of_records_that_mean_nothing_their_number_is_told(count: int, words: list[str]) -> None:
    change = replace(NOTHING, meaningless=count)
    assert change_words(change, {}, SUNDAY, BY_SLUG) == words


def test_an_edit_that_is_taken_back_is_told_by_what_holds_again() -> None:
    later = date(2026, 12, 1)
    changed = replace(TALK, cadences=(*TALK.cadences, (later, parse_cadence("daily"))))
    assert told(TALK, changed) == "Talk · daily from Tue 1 on"
    assert told(changed, TALK) == "Talk · monthly again"
    assert told(replace(TALK, archived=SUNDAY), TALK) == "Talk · restored"


def test_what_the_deed_says_is_not_said_again() -> None:
    archived, live = replace(TALK, archived=SUNDAY), TALK
    for deed, altered, words in (
        (ARCHIVED, Altered(live, archived), "Talk · today"),
        (RESTORED, Altered(archived, live), "Talk"),
        ("Undone", Altered(archived, live), "Talk · restored"),
    ):
        change = replace(NOTHING, habits=(altered,))
        assert change_words(change, {}, SUNDAY, BY_SLUG, deed) == [words]
    follow_up = FollowUp(KEY, "back to support", SUNDAY, NOON)
    finished = replace(NOTHING, follow_ups=(Altered(follow_up, replace(follow_up, done=SUNDAY)),))
    assert change_words(finished, {}, SUNDAY, BY_SLUG, DONE) == ["back to support · today"]
    assert change_words(finished, {}, SUNDAY, BY_SLUG, "Redone") == [
        "back to support · today · done"
    ]


def test_a_setting_is_told_by_what_holds_now() -> None:
    change = replace(NOTHING, settings=(Altered(None, Settings(6, 4)),))
    back = replace(NOTHING, settings=(Altered(Settings(6), None),))
    assert change_words(change, {}, SUNDAY, BY_SLUG) == [
        "the week begins on Sunday",
        "the day turns at 4:00",
    ]
    assert change_words(back, {}, SUNDAY, BY_SLUG) == ["the week begins on Monday"]


@pytest.mark.parametrize(
    ("pause", "words"),
    [
        (Pause(KEY, SUNDAY), "everything · from today on"),
        (Pause(KEY, SUNDAY, SUNDAY), "everything · today"),
        (Pause(KEY, SUNDAY, date(2026, 12, 31), "thanks"), "Thanks · today to 31 Dec"),
        (Pause(KEY, SUNDAY, SUNDAY, habit=TALK.id), "Talk · today"),
        (Pause(KEY, SUNDAY, SUNDAY, habit=UUID(int=9)), "a habit that is gone · today"),
        (Pause(KEY, SUNDAY, SUNDAY, person=KEY), "Maya is away · today"),
        (Pause(KEY, SUNDAY, SUNDAY, person=UUID(int=9)), "someone is away · today"),
    ],
)
def test_a_pause_is_told_by_what_rests_and_its_days(pause: Pause, words: str) -> None:
    names = {TALK.id: "Talk", KEY: "Maya"}
    assert pause_words(pause, names, SUNDAY, BY_SLUG) == words
    for altered in (Altered(None, pause), Altered(pause, None)):
        assert change_words(replace(NOTHING, pauses=(altered,)), names, SUNDAY, BY_SLUG) == [words]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 11, 30), date(2026, 12, 4), "from Mon 30 Nov to Fri 4 Dec"),
        (date(2026, 11, 30), date(2026, 11, 30), "on Mon 30 Nov"),
        (date(2026, 12, 24), None, "from Thu 24 Dec on"),
        (date(2026, 12, 24), date(2027, 1, 2), "from Thu 24 Dec to Sat 2 Jan 2027"),
    ],
)
def test_a_pause_to_come_is_told_by_weekday_and_month(
    first: date, last: date | None, words: str
) -> None:
    assert planned_words(Pause(KEY, first, last), SUNDAY) == words


def test_entries_come_first_with_who_is_new() -> None:
    maya = Person(KEY, "Maya", "maya")
    change = replace(
        NOTHING,
        entries=(Altered(None, entry(SUNDAY, "the fix", people=(KEY,))),),
        people=(Altered(None, maya),),
        habits=(Altered(None, TALK),),
    )
    assert change_words(change, {KEY: "Maya"}, SUNDAY, BY_SLUG) == [
        "Thanks · Maya (new) · the fix · today",
        "Growth: Talk · monthly · /talk",
    ]


THANKS = OwnPractice(KEY, "thanks", "Thanks")
QUIET, RELAY = BY_SLUG["thanks"].moves[1:]


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (replace(THANKS, name="Gratitude"), ["Thanks is now Gratitude"]),
        (
            replace(THANKS, moves=(*BY_SLUG["thanks"].moves, Move("shoutout", "in the channel"))),
            ["Thanks knows /shoutout, in the channel"],
        ),
        (
            replace(THANKS, moves=(*BY_SLUG["thanks"].moves, Move("late", "weeks on", slip=True))),
            ["Thanks knows /late, weeks on, a slip"],
        ),
        (
            replace(THANKS, name="Gratitude", moves=(QUIET, replace(RELAY, meaning="pass it on"))),
            [
                "Thanks is now Gratitude",
                "Gratitude means by /relay: pass it on",
                "Gratitude no longer knows /thanks",
            ],
        ),
    ],
)
def test_an_edit_of_a_practice_is_told_by_its_name_and_its_moves(
    after: OwnPractice, words: list[str]
) -> None:
    change = replace(NOTHING, practices=(Altered(THANKS, after),))
    assert change_words(change, {}, SUNDAY, BY_SLUG) == words


def test_a_move_that_becomes_a_slip_is_told_and_so_is_what_takes_it_back() -> None:
    before = replace(THANKS, moves=(QUIET,))
    after = replace(THANKS, moves=(replace(QUIET, slip=True),))
    for altered, words in (
        (Altered(before, after), "Thanks counts /quiet as a slip"),
        (Altered(after, before), "Thanks counts /quiet as no slip"),
    ):
        assert change_words(replace(NOTHING, practices=(altered,)), {}, SUNDAY, BY_SLUG) == [words]


def test_a_practice_of_which_no_record_was_there_is_told_by_what_it_was_from_the_start() -> None:
    change = replace(NOTHING, practices=(Altered(None, replace(THANKS, name="Gratitude")),))
    assert change_words(change, {}, SUNDAY, BY_SLUG) == ["Thanks is now Gratitude"]


def test_a_habit_that_begins_anew_is_told_with_its_day() -> None:
    resting = replace(TALK, archived=SUNDAY)
    monday = date(2026, 11, 23)
    fresh = replace(TALK, created=monday, cadences=((monday, parse_cadence("monthly")),))
    assert told(resting, fresh) == "Talk · from Mon 23 on · restored"


def test_of_what_nobody_reads_one_by_one_only_the_number_is_told() -> None:
    maya = Person(KEY, "Maya", "maya")
    many = tuple(Altered(None, entry(SUNDAY, str(number))) for number in range(1_121))
    change = replace(NOTHING, entries=many, people=(Altered(None, maya),))

    assert change_words(change, {}, SUNDAY, BY_SLUG) == ["1,121 entries", "Maya · @maya"]
    few = replace(change, entries=many[:20])
    assert len(change_words(few, {}, SUNDAY, BY_SLUG)) == 20
    crowd = tuple(Altered(None, Person(UUID(int=key), "x", f"x{key}")) for key in range(21))
    assert change_words(replace(few, people=crowd), {}, SUNDAY, BY_SLUG)[0] == "21 people"

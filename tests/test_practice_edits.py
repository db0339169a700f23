"""The user calls a practice as they like and extends its moves; what habits count stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from habits.errors import RefusedError
from habits.practice_edits import PracticeEdit, edited
from habits.practices import BY_SLUG, Move, Practice
from habits.text import clean, one_line
from tests.hostile import each_hostile
from tests.records import habit

SUNDAY = date(2026, 11, 22)
THANKS, TRUST = BY_SLUG["thanks"], BY_SLUG["trust"]


def edit(practice: Practice, wanted: PracticeEdit, *live: str, **of: tuple[str, ...]) -> Practice:
    """Return a practice as an edit makes it beside one habit of it, weekly unless said."""
    habits = [habit(SUNDAY, *live, practice=practice.slug, **of)] if live or of else []  # type: ignore[arg-type]
    return edited(practice, wanted, BY_SLUG, habits)


def test_a_practice_is_called_as_the_user_likes() -> None:
    assert edit(THANKS, PracticeEdit(name="  Gratitude\n")) == replace(THANKS, name="Gratitude")


@pytest.mark.parametrize("name", ["Trust", "GROWTH", "3"])
def test_a_name_that_means_another_practice_is_refused(name: str) -> None:
    with pytest.raises(RefusedError, match=rf"^'{name}' is practice \d already\. Choose another"):
        edit(THANKS, PracticeEdit(name=name))


def test_a_practice_may_be_called_what_it_was_called_before() -> None:
    assert edit(replace(THANKS, name="Gratitude"), PracticeEdit(name="Thanks")) == THANKS


@pytest.mark.parametrize(
    ("name", "message"),
    [(" \n", r"^The practice has no name\. Say what"), ("n" * 61, "is 61 cells wide")],
)
def test_a_practice_needs_a_name_that_fits(name: str, message: str) -> None:
    with pytest.raises(RefusedError, match=message):
        edit(THANKS, PracticeEdit(name=name))


def test_a_move_is_added_behind_the_others() -> None:
    after = edit(THANKS, PracticeEdit(move="/Shout_Out", meaning=" in the\nchannel "))
    assert after.moves == (*THANKS.moves, Move("shout_out", "in the channel"))


def test_a_slip_may_be_added_to_a_practice_that_had_none() -> None:
    after = edit(THANKS, PracticeEdit(move="late", meaning="weeks on", slip=True))
    assert after.slip == Move("late", "weeks on", slip=True)


def test_what_a_move_means_is_changed_in_its_place() -> None:
    after = edit(TRUST, PracticeEdit(move="dictated", meaning="I drew the boxes"))
    assert after.moves == (*TRUST.moves[:4], Move("dictated", "I drew the boxes", slip=True))


def test_a_move_becomes_a_slip_and_keeps_its_meaning() -> None:
    after = edit(THANKS, PracticeEdit(move="relay", slip=True))
    assert after.slip == Move("relay", THANKS.moves[2].meaning, slip=True)


@pytest.mark.parametrize("slug", ["", "/", "two words", "on-call", "a.b", "a/b", "\u0301x"])
def test_a_move_is_one_word(slug: str) -> None:
    with pytest.raises(RefusedError, match=r"^A move is one word of letters, digits and _, and "):
        edit(THANKS, PracticeEdit(move=slug, meaning="something"))


def test_a_move_fits_where_a_name_does() -> None:
    with pytest.raises(RefusedError, match="is 61 cells wide"):
        edit(THANKS, PracticeEdit(move="m" * 61, meaning="something"))


@pytest.mark.parametrize("meaning", [None, "", " \n"])
def test_a_new_move_says_what_it_means(meaning: str | None) -> None:
    with pytest.raises(RefusedError, match=r"what /shoutout means\. Add a few words: --meaning"):
        edit(THANKS, PracticeEdit(move="shoutout", meaning=meaning))


def test_a_meaning_is_short() -> None:
    with pytest.raises(RefusedError, match="has 241 characters; at most 240 fit"):
        edit(THANKS, PracticeEdit(move="shoutout", meaning="m" * 241))


def test_a_move_is_dropped() -> None:
    after = edit(THANKS, PracticeEdit(drop="/Quiet"), "weekly", moves=("relay",))
    assert [move.slug for move in after.moves] == ["thanks", "relay"]


def test_a_move_that_is_not_there_cannot_be_dropped() -> None:
    with pytest.raises(RefusedError, match=r"^Thanks has no move '/qui'\. 'rapport practice' li"):
        edit(THANKS, PracticeEdit(drop="qui"))


@pytest.mark.parametrize(
    "wanted", [PracticeEdit(drop="quiet"), PracticeEdit("Q", "quiet", None, slip=True)]
)
def test_a_move_that_a_live_habit_counts_stays_what_it_is(wanted: PracticeEdit) -> None:
    with pytest.raises(RefusedError, match=r"^'Thank someone' counts /quiet\. Let it count others"):
        edit(THANKS, wanted, "weekly", moves=("relay", "quiet"))


def test_the_last_slip_stays_while_a_live_habit_limits_all_slips() -> None:
    with pytest.raises(RefusedError, match=r"limits /dictated, the last slip\. Archive it first"):
        edit(TRUST, PracticeEdit(drop="dictated"), "never")
    pressed = PracticeEdit(move="pressed", meaning="for a date", slip=True, drop="dictated")
    assert edit(TRUST, pressed, "never").slip == Move("pressed", "for a date", slip=True)


def test_a_limit_that_lost_its_slip_elsewhere_holds_up_no_edit() -> None:
    bare = replace(TRUST, moves=TRUST.moves[:4])
    assert edit(bare, PracticeEdit(name="Room"), "never").name == "Room"


def texts_of(wanted: PracticeEdit) -> list[str]:
    """Return the texts of a practice after an edit, or what is said where it is refused."""
    try:
        after = edit(THANKS, wanted)
    except RefusedError as refusal:
        return [str(refusal)]
    return [after.name, *(text for move in after.moves for text in (move.slug, move.meaning))]


@each_hostile
def test_any_text_is_cleaned_or_refused_on_one_line(hostile: str) -> None:
    for wanted in (
        PracticeEdit(name=hostile),
        PracticeEdit(move="said", meaning=hostile),
        PracticeEdit(move=hostile, meaning="something"),
        PracticeEdit(drop=hostile),
    ):
        assert all(text == one_line(clean(text)) for text in texts_of(wanted))

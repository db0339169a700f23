"""What a close and an aim look at, and how they are told, worked by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from habits.errors import RefusedError
from habits.model import FollowUp, Person
from habits.practices import BY_SLUG
from habits.review.aim import Aim, Longest, closing_in, longest_apart
from habits.review.aim_pages import aim_parts
from habits.review.close_pages import close_pages, done_lines
from habits.review.close_words import (
    require_intentions,
    require_yes_or_no,
    review_differences,
    slipped_words,
    week_words,
)
from habits.review.coverage import Band, Contact, PersonRow, Presence
from habits.review.week_close import (
    WeekClose,
    apart_in,
    due_in,
    is_stub,
    last_of,
    looks_back_to,
    slips_among,
    stubs_of,
)
from habits.review.week_times import is_aiming_time, is_closing_time
from habits.reviews import CloseStep, Review, ReviewKind, first_days
from habits.streaks import evaluate
from habits.today import HabitRow, PracticeRow
from tests.records import entry, habit, history_of, noon

MONDAY = date(2026, 11, 16)
SUNDAY = MONDAY + timedelta(days=6)
SLIPS = frozenset({("trust", "dictated")})
MISSED, STUBS, SLIPPED, CONTACT, FOLLOW_UPS, NOTICED = CloseStep
CLOSE = Review(UUID(int=9), ReviewKind.CLOSE, MONDAY, {})
EMPTY = WeekClose(SUNDAY, MONDAY, None, (), (), {}, (), (), (), ())
MAYA = UUID(int=1)


def person(
    number: int, name: str, days: int | None, presence: Presence = Presence.HERE
) -> PersonRow:
    """Return somebody with whom the last contact was so many days before Sunday."""
    day = SUNDAY - timedelta(days or 0)
    last = None if days is None else Contact(day, "thanks", UUID(int=number))
    band = Band.BEYOND if days and days > 14 else Band.TWO_WEEKS if days else Band.NOT_YET
    known = Person(UUID(int=number), name, name.casefold())
    return PersonRow(known, presence, {}, last, days, band, (), 0)


def follow_up(due: date, text: str = "ask Dev") -> FollowUp:
    """Return a follow-up."""
    return FollowUp(UUID(int=due.toordinal()), text, due, noon(MONDAY))


def practice_row(slug: str, cadence: str, *days: date) -> PracticeRow:
    """Return a practice with one promise since August, kept on some days."""
    promise = habit(date(2026, 8, 3), cadence, practice=slug, name=f"Keep {slug}")
    history = history_of(promise, [entry(day, "it", practice=slug) for day in days], (), {})
    row = HabitRow(promise, evaluate(history, SUNDAY), ())
    return PracticeRow(BY_SLUG[slug], (row,), None, ())


def pages(close: WeekClose) -> dict[CloseStep, list[str]]:
    """Return the lines of the pages of a close."""
    shown = close_pages(close, {MAYA: "Maya"}, BY_SLUG)
    return {page.step: [line.words for line in page.lines] for page in shown}


def test_a_close_has_five_steps_and_a_last_line_in_their_order() -> None:
    shown = close_pages(EMPTY, {}, BY_SLUG)
    assert [page.number for page in shown] == [
        "1 of 5", "2 of 5", "3 of 5", "4 of 5", "5 of 5", "last",
    ]  # fmt: skip
    assert [page.step for page in shown] == list(CloseStep)
    assert all(page.title for page in shown)
    assert [page.step for page in shown if page.question] == [MISSED, SLIPPED, NOTICED]
    assert not any(page.is_answered or page.answer for page in shown)


def test_a_step_with_nothing_to_show_says_so() -> None:
    assert pages(EMPTY) == {
        MISSED: ["no entries this week"],
        STUBS: ["no bare entries to say more of"],
        SLIPPED: ["none is logged this week"],
        CONTACT: ["nobody who is here went without"],
        FOLLOW_UPS: ["none is late or due this week"],
        NOTICED: [],
    }


def test_each_step_shows_what_can_be_done_there() -> None:
    stub, slip = (
        entry(SUNDAY, people=(MAYA,)),
        entry(MONDAY, "so", practice="trust", move="dictated"),
    )
    close = replace(
        EMPTY,
        intentions=("Thank\nMaya",),
        rows=(practice_row("vision", "weekly"), practice_row("trust", "weekly")),
        logged={"trust": 1},
        stubs=(stub,),
        slips=(slip,),
        apart=(person(1, "Maya", 40),),
        follow_ups=(follow_up(MONDAY),),
    )
    assert pages(close) == {
        MISSED: ["1 entry this week", "Vision: none yet · open until today"],
        STUBS: ["Thanks · Maya · today"],
        SLIPPED: [
            "Trust /dictated · so · Mon 16",
            "would be one: Trust /dictated · I said how to build it",
        ],
        CONTACT: ["Maya · last contact more than 4 weeks ago"],
        FOLLOW_UPS: ["ask Dev · Mon 16 · 6 days late"],
        NOTICED: ["intended: Thank Maya"],
    }
    assert all(page.question for page in close_pages(close, {}, BY_SLUG))
    abouts = {
        page.step: [(line.about, line.move) for line in page.lines]
        for page in close_pages(close, {}, BY_SLUG)
    }
    assert abouts == {
        MISSED: [(None, None), ("vision", None)],
        STUBS: [(stub.id, None)],
        SLIPPED: [(slip.id, None), ("trust", "dictated")],
        CONTACT: [(MAYA, None)],
        FOLLOW_UPS: [(follow_up(MONDAY).id, None)],
        NOTICED: [(None, None)],
    }


def test_a_page_shows_what_was_answered() -> None:
    answered = dict.fromkeys((MISSED, SLIPPED, NOTICED), SUNDAY)
    review = replace(CLOSE, answered=answered, slipped=False, noticed="calm\nweek")
    shown = close_pages(replace(EMPTY, review=review), {}, BY_SLUG)
    assert {page.step: (page.is_answered, page.answer) for page in shown} == {
        MISSED: (True, ""),
        STUBS: (False, ""),
        SLIPPED: (True, "no"),
        CONTACT: (False, ""),
        FOLLOW_UPS: (False, ""),
        NOTICED: (True, "calm week"),
    }
    before = close_pages(replace(EMPTY, review=CLOSE), {}, BY_SLUG)
    assert not any(page.answer for page in before)


def test_a_close_goes_on_at_the_first_step_that_was_not_gone_through() -> None:
    assert EMPTY.step is MISSED
    assert CLOSE.step is MISSED
    assert replace(CLOSE, answered={MISSED: MONDAY, SLIPPED: MONDAY}).step is STUBS
    assert replace(EMPTY, review=replace(CLOSE, answered={MISSED: MONDAY})).step is STUBS


def test_it_ends_with_what_was_noticed_whatever_was_left_out() -> None:
    ended = replace(EMPTY, review=replace(CLOSE, answered={NOTICED: SUNDAY}))
    assert (ended.step, ended.ended) == (None, SUNDAY)
    assert EMPTY.ended is None


def test_what_says_nothing_is_a_stub_but_a_slip_is_not_asked_why() -> None:
    assert is_stub(entry(SUNDAY), SLIPS)
    assert is_stub(entry(SUNDAY, practice="trust", move="context", people=(MAYA,)), SLIPS)
    assert not is_stub(entry(SUNDAY, "the fix"), SLIPS)
    assert not is_stub(replace(entry(SUNDAY), why="it held"), SLIPS)
    assert not is_stub(entry(SUNDAY, practice="trust", move="dictated"), SLIPS)


def test_the_newest_stubs_are_asked_about_and_no_more_than_so_many() -> None:
    first, second, third = entry(MONDAY), entry(SUNDAY), entry(SUNDAY)
    assert stubs_of([first, second, entry(SUNDAY, "said"), third], SLIPS, 2) == (third, second)
    assert stubs_of([first], SLIPS, 0) == ()


def test_the_slips_are_those_of_the_week() -> None:
    slips = [
        entry(day, practice="trust", move="dictated")
        for day in (SUNDAY, MONDAY, MONDAY - timedelta(days=1))
    ]
    assert slips_among([*slips, entry(MONDAY)], SLIPS, MONDAY) == (slips[1], slips[0])


def test_apart_is_who_is_here_and_had_no_contact_in_the_week() -> None:
    rows = [
        person(1, "Maya", 6),
        person(2, "Ana", 7),
        person(3, "Zoe", None),
        person(4, "Bo", 60, Presence.AWAY),
        person(5, "Cy", None, Presence.TO_COME),
    ]
    assert [row.person.name for row in apart_in(rows, MONDAY)] == ["Ana", "Zoe"]


def test_due_is_what_is_late_or_ends_with_the_week() -> None:
    known = [follow_up(day) for day in (MONDAY - timedelta(days=90), SUNDAY)]
    assert due_in([*known, follow_up(SUNDAY + timedelta(days=1))], MONDAY) == tuple(known)
    assert (last_of(MONDAY), looks_back_to(MONDAY)) == (SUNDAY, MONDAY - timedelta(days=7))


def test_of_the_days_on_which_a_week_may_begin_the_nearest_come_first() -> None:
    days = [(day - MONDAY).days for day in first_days(MONDAY)]
    assert days == [0, -1, 1, -2, 2, -3, 3]


def test_a_window_closes_that_is_open_and_ends_within_the_week() -> None:
    rows = [
        practice_row("vision", "weekly"),
        practice_row("trust", "weekly", SUNDAY),
        practice_row("growth", "every 30 days", SUNDAY - timedelta(days=20)),
        practice_row("credit", "at most once a week"),
    ]
    assert [each.habit.practice for each in closing_in(rows, MONDAY)] == ["vision"]


def test_those_without_contact_for_longest_are_few_and_told_by_name() -> None:
    rows = [
        person(1, "Maya", 20),
        person(2, "Ana", 90),
        person(3, "zoe", None),
        person(4, "Bo", 30),
        person(5, "Cy", 14),
        person(6, "Di", 400, Presence.AWAY),
    ]
    assert [row.person.name for row in longest_apart(rows)] == ["Ana", "Bo", "zoe"]
    assert [row.person.name for row in longest_apart(rows[:1])] == ["Maya"]
    assert longest_apart([rows[4]]) == ()


def test_an_aim_is_told_in_four_parts_and_says_where_there_is_nothing() -> None:
    nothing = Aim(SUNDAY, MONDAY, (), (), (), (), is_whole=True)
    assert [
        (part.title, [line.words for line in part.lines]) for part in aim_parts(nothing, {})
    ] == [
        ("Follow-ups", ["none is late or due this week"]),
        ("Closing this week", ["no window closes"]),
        ("Longest without contact", ["nobody: all were met within 2 weeks"]),
        ("Intended", ["nothing yet"]),
    ]
    said = entry(SUNDAY - timedelta(days=40), "the fix", people=(MAYA,))
    maya, zoe = person(1, "Maya", 40), person(3, "Zoe", None)
    (vision,) = practice_row("vision", "weekly").habits
    aim = Aim(
        *(SUNDAY, MONDAY, ("Thank\nMaya",), (follow_up(SUNDAY),), (vision,)),
        (Longest(maya, said), Longest(zoe, None)),
        is_whole=True,
    )
    parts = aim_parts(aim, {MAYA: "Maya"})
    assert [[line.words for line in part.lines] for part in parts] == [
        ["ask Dev · today"],
        ["Keep vision · open until today"],
        [
            "Maya · last contact more than 4 weeks ago · the fix · 13 Oct",
            "Zoe · no contact yet",
        ],
        ["Thank Maya"],
    ]
    assert [[line.about for line in part.lines] for part in parts] == [
        [follow_up(SUNDAY).id],
        [vision.habit.id],
        [MAYA, zoe.person.id],
        [0],
    ]


@pytest.mark.parametrize(
    ("said", "meant"), [("y", True), (" YES ", True), ("n", False), ("No", False)]
)
def test_yes_and_no_are_read(said: str, meant: bool) -> None:  # noqa: FBT001 - it is the answer
    assert require_yes_or_no(said) is meant
    assert slipped_words(meant) == ("yes" if meant else "no")


def test_anything_else_is_no_answer_and_nothing_is_not_answered() -> None:
    with pytest.raises(RefusedError, match="'perhaps' is neither yes nor no"):
        require_yes_or_no("perhaps")
    assert slipped_words(None) == ""


def test_intentions_are_few_each_on_one_line_and_none_twice() -> None:
    assert require_intentions([" a\nb ", "", "c", "a b"]) == ("a b", "c")
    with pytest.raises(RefusedError, match="Leave 1 out"):
        require_intentions("abcd")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (None, CLOSE, []),
        (CLOSE, replace(CLOSE, sharpened=1), []),
        (
            CLOSE,
            replace(CLOSE, answered={STUBS: SUNDAY}),
            ["Weekly close, Bare entries: looked at"],
        ),
        (replace(CLOSE, answered={STUBS: SUNDAY}), CLOSE, ["Weekly close, Bare entries: open"]),
        (
            None,
            replace(CLOSE, answered={SLIPPED: SUNDAY}, slipped=True),
            ["Slips in the week: yes"],
        ),
        (replace(CLOSE, noticed="calm"), CLOSE, ["Noticed: calm · taken back"]),
        (CLOSE, None, []),
        (CLOSE, replace(CLOSE, answered={NOTICED: SUNDAY}), ["The week is closed."]),
        (replace(CLOSE, answered={NOTICED: SUNDAY}), None, ["The week is open again."]),
        (None, replace(CLOSE, intentions=("a\nb", "c")), ["Intended this week: a b · c"]),
        (replace(CLOSE, intentions=("a",)), None, ["Intended this week: a · taken back"]),
    ],
)
def test_what_an_answer_changed_is_told_once(
    before: Review | None, after: Review | None, told: list[str]
) -> None:
    assert list(review_differences(before, after)) == told


@pytest.mark.parametrize("week_start", [0, 5, 6], ids=["Monday", "Saturday", "Sunday"])
def test_a_week_is_to_be_closed_from_its_friday_on_and_aimed_up_to_its_tuesday(
    week_start: int,
) -> None:
    week = MONDAY + timedelta(days=week_start)
    days = [week + timedelta(days=number) for number in range(7)]
    closing = [f"{day:%a}" for day in days if is_closing_time(week, day)]
    aiming = [f"{day:%a}" for day in days if is_aiming_time(week, day)]
    told = [f"{day:%a}" for day in days]
    assert closing == told[told.index("Fri") :]
    assert aiming == told[: told.index("Tue") + 1]


def test_a_week_is_told_by_its_first_day_and_its_last() -> None:
    assert week_words(MONDAY, SUNDAY) == "Mon 16 to Sun 22 Nov 2026"


def test_what_a_close_came_to_is_told_in_a_few_lines() -> None:
    assert done_lines(EMPTY) == (
        "no entries this week",
        "slips: not answered",
        "noticed: nothing",
    )
    said = replace(CLOSE, sharpened=2, slipped=False, noticed="Dev\nis quiet")
    due = (follow_up(SUNDAY),)
    close = replace(EMPTY, review=said, logged={"trust": 1}, follow_ups=due)
    assert done_lines(close) == (
        "1 entry this week",
        "bare entries said anew: 2",
        "slips: no",
        "follow-ups still late or due this week: 1",
        "noticed: Dev is quiet",
    )


def test_what_is_intended_is_told_with_its_number_and_nothing_as_the_first_one_to_be() -> None:
    aim = Aim(SUNDAY, MONDAY, ("one", "two"), (), (), (), is_whole=True)
    assert [line.about for line in aim_parts(aim, {})[-1].lines] == [0, 1]
    nothing = aim_parts(replace(aim, intentions=()), {})[-1].lines
    assert [(line.words, line.about) for line in nothing] == [("nothing yet", 0)]


def test_a_past_week_is_spoken_of_as_that_one_and_tells_nothing_of_today() -> None:
    apart = (person(1, "Maya", None),)
    past = replace(
        EMPTY,
        as_of=SUNDAY + timedelta(days=1),
        rows=(practice_row("vision", "weekly"),),
        apart=apart,
    )
    pages = {page.step: page for page in close_pages(past, {}, BY_SLUG)}

    told = [line.words for step in (MISSED, SLIPPED) for line in pages[step].lines[:2]]
    assert told[:3] == ["no entries that week", "Vision: none", "none is logged that week"]
    assert pages[CONTACT].title == "No contact that week"
    assert [line.words for line in pages[CONTACT].lines] == ["Maya"]
    assert [line.words for line in pages[FOLLOW_UPS].lines] == ["none is late or due that week"]
    assert done_lines(past)[0] == "no entries that week"

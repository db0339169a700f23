"""An entry comes back as the line that says it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from habits.entry_line import entry_line, with_move
from habits.errors import RefusedError
from habits.model import Entry, Person
from habits.practices import BY_SLUG
from habits.quicklog import Draft, parse
from tests.records import entry

SUNDAY = date(2026, 11, 22)
PEOPLE = {
    UUID(int=number): Person(UUID(int=number), name, handle)
    for number, (name, handle) in enumerate(
        [("Maya", "maya"), ("Ana Lima", "ana.lima"), ("Dev", "dev")], start=1
    )
}
IDS = {person.handle: key for key, person in PEOPLE.items()}
NAMES = {person.handle: person.name for person in PEOPLE.values()}
CREDIT = BY_SLUG["credit"]


def logged(draft: Draft) -> Entry:
    """Return the entry that a draft becomes."""
    return replace(
        entry(SUNDAY, draft.what, practice="credit", move=draft.move),
        why=draft.why,
        people=tuple(IDS[handle] for handle, _ in draft.people),
        tags=draft.tags,
    )


@pytest.mark.parametrize(
    "line",
    [
        "",
        "/stage @maya the demo",
        "@maya @dev #team the on-call fix because it saved the launch",
        "/public #public handed the demo to @ana.lima because it is hers",
        "told them because @dev asked twice",
        "@maya",
        "because it counts",
    ],
)
def test_the_line_is_the_one_that_was_typed(line: str) -> None:
    assert entry_line(logged(parse(line, CREDIT, SUNDAY, NAMES)), CREDIT, PEOPLE, SUNDAY) == line


PIECES = st.sampled_from(
    [
        "/stage", "@maya", "@ana.lima", "@dev", "Maya", "Ana Lima", "#team", "#x", "because",
        "with", "(yesterday)", "(then)", "the fix", "today:", "note:", "and", "Dev's", "/x", "\n",
        "#4",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=8))
@example(["Maya", "@maya", "and", "@dev", "#x", "the fix"])
def test_whatever_is_logged_comes_back_as_a_line_that_logs_the_same(pieces: list[str]) -> None:
    try:
        draft = parse(" ".join(pieces), CREDIT, SUNDAY, NAMES)
    except RefusedError:
        return
    again = parse(entry_line(logged(draft), CREDIT, PEOPLE, SUNDAY), CREDIT, SUNDAY, NAMES)

    assert (again.move, again.what, again.why, set(again.people), again.tags) == (
        draft.move,
        draft.what,
        draft.why,
        set(draft.people),
        draft.tags,
    )


def test_what_no_line_says_comes_as_the_nearest_one() -> None:
    flagged = replace(entry(SUNDAY, "left because of it", practice="credit"), why="it was late")

    assert entry_line(flagged, CREDIT, PEOPLE, SUNDAY) == "left because of it because it was late"


def test_a_move_that_is_known_no_more_and_someone_who_is_gone_do_not_stop_it() -> None:
    old = replace(entry(SUNDAY, "the fix", practice="credit", move="gone"), people=(UUID(int=99),))

    assert entry_line(old, CREDIT, PEOPLE, SUNDAY) == "/gone the fix"


def test_a_backslash_in_a_name_stands_as_it_is() -> None:
    odd = replace(next(iter(PEOPLE.values())), name="C:\\h", handle="c:\\h")
    told = replace(entry(SUNDAY, "told C:\\h today's plan", practice="credit"), people=(odd.id,))

    assert entry_line(told, CREDIT, {odd.id: odd}, SUNDAY).startswith("told @c:\\h today")


@pytest.mark.parametrize(
    ("line", "with_it"),
    [
        ("", "/quiet "),
        ("the tests", "/quiet the tests"),
        ("/relay the tests", "/quiet the tests"),
        ("  /re", "/quiet "),
        ("/", "/quiet "),
        ("@maya ", "/quiet @maya "),
        ("@maya /relay the tests", "/quiet @maya the tests"),
        ("@maya, @ana /re", "/quiet @maya, @ana "),
        ("@maya the tests /relay", "/quiet @maya the tests /relay"),
    ],
)
def test_a_move_takes_the_place_of_the_one_that_a_line_names(line: str, with_it: str) -> None:
    assert with_move(line, "quiet") == with_it

"""The logbook follows whatever is stored, and finds a piece at a time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits import service
from habits.clock import FixedClock
from habits.errors import RefusedError, StoreError
from habits.finding import Finding
from habits.practices import BY_SLUG
from habits.service import PracticeEdit
from habits.store import Op, codec, upkeep
from habits.store.home import Home
from tests.conftest import SUNDAY_MORNING
from tests.records import entry
from tests.store.strategies import few

if TYPE_CHECKING:
    from habits.service import Logbook, Workspace

SUNDAY = date(2026, 11, 22)
THANKS, TRUST = BY_SLUG["thanks"], BY_SLUG["trust"]


def log(workspace: Workspace, *lines: str) -> None:
    """Log some lines of thanks."""
    for line in lines:
        service.log(workspace, THANKS, line)


def found(book: Logbook) -> list[str]:
    """Return what the entries say that are found, once all are looked at."""
    while book.is_looking:
        book.look_on()
    entries = [book.entry(place) for place in book.places]
    return [each.what if each else "?" for each in entries]


def looked_for(workspace: Workspace, finding: Finding) -> list[str]:
    """Return what a new logbook finds."""
    book = service.Logbook(workspace)
    book.look_for(finding)
    return found(book)


def fill(workspace: Workspace, count: int) -> None:
    """Log many entries, one each day."""
    made = [entry(SUNDAY - timedelta(days=number), f"act {number}") for number in range(count)]
    service.fill(workspace, [Op(codec.ENTRIES, e.id, codec.entry_fields(e)) for e in made])


def test_the_newest_day_comes_first_and_of_one_day_what_was_logged_last(
    workspace: Workspace,
) -> None:
    log(workspace, "one", "two (yesterday)", "three", "four (2026-11-01)")

    assert found(service.Logbook(workspace)) == ["three", "one", "two", "four"]


def test_words_a_practice_and_a_day_are_looked_for_together(workspace: Workspace) -> None:
    log(workspace, "a fix", "a fix (yesterday)", "a talk (yesterday)")
    service.log(workspace, TRUST, "another fix (yesterday)")
    saturday = SUNDAY - timedelta(days=1)

    assert looked_for(workspace, Finding("fix")) == ["a fix", "another fix", "a fix"]
    assert looked_for(workspace, Finding(day=saturday)) == ["another fix", "a talk", "a fix"]
    assert looked_for(workspace, Finding("fix", day=saturday)) == ["another fix", "a fix"]
    assert looked_for(workspace, Finding("fix", "thanks", saturday)) == ["a fix"]
    assert looked_for(workspace, Finding(practice="trust")) == ["another fix"]
    assert looked_for(workspace, Finding("fix", day=date(2026, 11, 1))) == []


def test_what_the_shell_is_shown_is_what_the_logbook_finds_the_oldest_first(
    workspace: Workspace,
) -> None:
    log(workspace, "a fix", "a fix (yesterday)", "a talk (yesterday)")

    for finding in (Finding(), Finding("fix"), Finding(day=SUNDAY), Finding("talk", day=SUNDAY)):
        shown = [entry.what for entry in service.found(workspace, finding)]
        assert shown == looked_for(workspace, finding)[::-1]


def test_it_looks_at_some_entries_only_before_something_else_may_be_looked_for(
    workspace: Workspace,
) -> None:
    fill(workspace, 400)
    book = service.Logbook(workspace)
    book.look_for(Finding("act"))
    assert len(book.places) == 0
    book.look_on()
    assert 0 < len(book.places) < 100
    assert book.is_looking

    book.look_for(Finding("act 399"))
    assert found(book) == ["act 399"]
    book.look_for(Finding("act"))
    assert len(found(book)) == book.total == 400


def test_a_day_is_found_at_one_go_however_far_it_lies_back(workspace: Workspace) -> None:
    fill(workspace, 400)
    book = service.Logbook(workspace)
    book.look_for(Finding(day=SUNDAY - timedelta(days=300)))
    book.look_on()

    assert not book.is_looking
    assert found(book) == ["act 300"]


def test_to_look_on_where_everything_is_shown_changes_nothing(workspace: Workspace) -> None:
    log(workspace, "one")
    book = service.Logbook(workspace)
    book.look_on()

    assert found(book) == ["one"]


def test_an_entry_has_its_number_wherever_it_is_now(workspace: Workspace) -> None:
    log(workspace, "one", "two", "three (yesterday)")
    book = service.Logbook(workspace)
    two, one, three = book.places
    assert [book.number(place) for place in (two, one, three)] == [0, 1, 2]
    assert book.place(3) is None
    assert book.place(-1) is None

    (entry_one,) = (each for each in service.entries(workspace) if each.what == "one")
    service.redate_entry(workspace, entry_one.id, date(2026, 11, 1))
    book.follow()
    assert book.number(one) == 2
    service.delete_entry(workspace, entry_one.id)
    book.follow()
    assert book.number(one) == 1


def test_an_entry_that_no_longer_fits_has_the_number_that_it_had(workspace: Workspace) -> None:
    log(workspace, "one", "two", "three")
    book = service.Logbook(workspace)
    book.look_for(Finding(day=SUNDAY))
    found(book)
    middle = book.places[1]
    (key,) = (each.id for each in service.entries(workspace) if each.what == "two")
    service.redate_entry(workspace, key, date(2026, 11, 1))
    book.follow()

    assert found(book) == ["three", "one"]
    assert book.number(middle) == 1


def test_an_entry_that_cannot_be_read_is_listed_but_never_found(workspace: Workspace) -> None:
    log(workspace, "one")
    service.fill(workspace, [Op(codec.ENTRIES, entry(SUNDAY).id, {"date": "2026-11-22"})])
    book = service.Logbook(workspace)

    assert sorted(found(book)) == ["?", "one"]
    assert looked_for(workspace, Finding("one")) == ["one"]
    assert looked_for(workspace, Finding(day=SUNDAY)) == ["one"]


def test_somebody_who_is_called_otherwise_by_now_is_found_by_that_name(
    workspace: Workspace,
) -> None:
    log(workspace, "@maya the fix")
    book = service.Logbook(workspace)
    book.look_for(Finding("@maia"))
    assert found(book) == []
    (person,) = service.people(workspace)
    service.fill(workspace, [Op(codec.PEOPLE, person.id, {"name": "Maia"})])
    book.follow()

    assert found(book) == ["the fix"]


def test_a_practice_that_is_called_otherwise_by_now_is_found_by_that_name(
    workspace: Workspace,
) -> None:
    log(workspace, "the fix")
    book = service.Logbook(workspace)
    book.look_for(Finding("kudos"))
    assert found(book) == []
    service.edit_practice(workspace, THANKS, PracticeEdit(name="Kudos"))
    book.follow()

    assert found(book) == ["the fix"]


def test_after_an_erasing_everything_is_looked_at_anew(workspace: Workspace) -> None:
    log(workspace, "@maya the fix", "the talk with @ana")
    book = service.Logbook(workspace)
    book.look_for(Finding("the"))
    assert found(book) == ["the talk with Ana", "the fix"]
    (maya,) = (person.id for person in service.people(workspace) if person.handle == "maya")
    upkeep.erase(workspace.store, codec.PEOPLE, maya)
    book.follow()

    assert found(book) == ["the talk with Ana"]
    assert book.total == 1


def test_an_erasing_while_it_looks_lets_it_look_at_everything_anew(workspace: Workspace) -> None:
    log(workspace, "@maya the fix", "the talk with @ana")
    book = service.Logbook(workspace)
    book.look_for(Finding("the"))
    (maya,) = (person.id for person in service.people(workspace) if person.handle == "maya")
    upkeep.erase(workspace.store, codec.PEOPLE, maya)

    assert found(book) == ["the talk with Ana"]


@st.composite
def _acts(draw: st.DrawFn) -> list[tuple[str, Any]]:
    lines = st.builds(
        "{0} {1} {2}".format,
        st.sampled_from(["", "@maya", "@tom"]),
        st.sampled_from(["fix", "talk", "fix and talk"]),
        st.sampled_from(["", "(yesterday)", "(2026-11-01)"]),
    )
    numbers = st.integers(0, 4)
    return draw(
        st.lists(
            st.one_of(
                st.tuples(st.sampled_from(["log", "log elsewhere"]), lines),
                st.tuples(st.just("edit"), st.tuples(numbers, lines)),
                st.tuples(st.sampled_from(["delete", "break", "redate"]), numbers),
                st.tuples(st.sampled_from(["undo", "redo", "look on", "follow"]), st.none()),
            ),
            max_size=16,
        )
    )


def _act(workspace: Workspace, book: Logbook, name: str, what: Any) -> None:  # noqa: ANN401 - as drawn
    keys = list(workspace.store.table(codec.ENTRIES))
    number = what[0] if isinstance(what, tuple) else what
    key = keys[number] if isinstance(number, int) and number < len(keys) else None
    acts = {
        "log": lambda: log(workspace, what),
        "undo": lambda: service.undo(workspace),
        "redo": lambda: service.redo(workspace),
        "look on": book.look_on,
        "follow": book.follow,
    }
    if key is not None:
        acts |= {
            "edit": lambda: service.edit_entry(workspace, key, what[1]),
            "delete": lambda: service.delete_entry(workspace, key),
            "redate": lambda: service.redate_entry(workspace, key, date(2026, 11, 8)),
            "break": lambda: service.fill(workspace, [Op(codec.ENTRIES, key, {"zone": 5})]),
        }
    if name == "log elsewhere":
        log(service.open_workspace(workspace.store.home, workspace.clock, "bob"), what)
        workspace.catch_up()
    elif name in acts:
        acts[name]()


@given(
    acts=_acts(),
    finding=st.sampled_from(
        [Finding(), Finding("fix"), Finding("@maya"), Finding("fix", day=SUNDAY)]
    ),
)
@few
def test_through_any_acts_it_finds_what_a_new_one_finds(
    acts: list[tuple[str, Any]],
    finding: Finding,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    home = Home(tmp_path_factory.mktemp("home"))
    workspace = service.open_workspace(home, FixedClock(SUNDAY_MORNING), "ada")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("habits.service.logbook.PIECE", 2)
        book = service.Logbook(workspace)
        book.look_for(finding)
        for name, what in acts:
            try:
                _act(workspace, book, name, what)
            except (RefusedError, StoreError):
                continue
        book.follow()

        assert found(book) == looked_for(workspace, finding)

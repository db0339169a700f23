"""Two records of one person become one, as if there had never been two; and undo makes them two."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habits import service
from habits.cadence import parse_cadence
from habits.clock import FixedClock
from habits.errors import RefusedError
from habits.model import Recognition, Remark
from habits.practices import BY_SLUG
from habits.service import Promise, Scope
from habits.store import Op, codec
from habits.store.home import Home
from tests.conftest import SUNDAY_MORNING
from tests.records import entry as record

if TYPE_CHECKING:
    from uuid import UUID

    from habits.service import Workspace

THANKS, GROWTH, CREDIT = (BY_SLUG[slug] for slug in ("thanks", "growth", "credit"))
MONDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 22)
TABLES: Final = ("entries", "people", "pauses", "followups", "habits")

_names = st.lists(st.sampled_from(["tom", "lee", "ana"]), max_size=3)
_logs = st.lists(
    st.tuples(st.sampled_from([THANKS, GROWTH, CREDIT]), _names, st.integers(1, 22)), max_size=8
)
_pauses = st.lists(
    st.tuples(st.sampled_from(["tom", "lee", "ana"]), st.integers(1, 22), st.integers(0, 20)),
    max_size=2, unique=True,
)  # fmt: skip


def known(workspace: Workspace, handle: str) -> UUID:
    """Return the id of a person."""
    return next(each.id for each in service.people(workspace) if each.handle == handle)


def documents(workspace: Workspace) -> dict[str, dict[UUID, Any]]:
    """Return all that is stored."""
    return {table: dict(workspace.store.table(table).items()) for table in TABLES}


def lived(home: Home, logs: list[Any], pauses: list[Any], called: dict[str, str]) -> Workspace:
    """Return a home in which people were named and away, each by what they are called."""
    workspace = service.open_workspace(home, FixedClock(SUNDAY_MORNING), "ada")
    for practice in (GROWTH, CREDIT):
        promise = Promise("For each", parse_cadence("weekly"), each_person=True)
        service.add_habit(workspace, practice, promise, since=date(2026, 10, 1))
    service.add_people(workspace, dict.fromkeys([called["tom"], called["lee"], "ana"]))
    for practice, names, day in logs:
        people = " ".join(f"@{called[name]}" for name in names)
        service.log(workspace, practice, f"{people} x (2026-11-{day:02})")
    for name, first, days in pauses:
        begin = date(2026, 11, first)
        scope = Scope(person=known(workspace, called[name]))
        service.pause(workspace, begin, date.fromordinal(begin.toordinal() + days), scope)
    return workspace


def told(workspace: Workspace) -> Any:  # noqa: ANN401 - compared only
    """Return how all habits stand, and what a page tells of each, without ids."""
    rows = [(str(row.habit.name), row.standing) for row in service.habits(workspace)]
    pages = [service.person_page(workspace, each.id) for each in service.people(workspace)]
    return rows, [
        (
            page.person.name,
            page.since,
            page.contacts,
            [(each.first, each.last) for each in page.away],
            [(each.date, set(labels(workspace, each.people))) for each in page.entries],
        )
        for page in pages
    ]  # fmt: skip


def labels(workspace: Workspace, people: tuple[UUID, ...]) -> list[str]:
    """Return the names of people."""
    return [service.names(workspace)[key] for key in people]


@given(logs=_logs, pauses=_pauses, looked=st.booleans())
@settings(max_examples=20)
def test_who_is_merged_is_told_as_if_there_had_been_one_and_undo_makes_it_as_it_was(
    logs: list[Any],
    pauses: list[Any],
    *,
    looked: bool,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    own = {name: name for name in ("tom", "lee", "ana")}
    workspace = lived(Home(tmp_path_factory.mktemp("two")), logs, pauses, own)
    one = lived(Home(tmp_path_factory.mktemp("one")), logs, pauses, own | {"tom": "lee"})
    before, told_before = documents(workspace), told(workspace) if looked else None
    tom, lee = known(workspace, "tom"), known(workspace, "lee")
    both = {e.id for key in (tom, lee) for e in workspace.ledger.entries_naming(key)}
    service.merge_people(workspace, tom, lee)

    assert {entry.id for entry in workspace.ledger.entries_naming(lee)} == both
    assert told(workspace) == told(one)
    assert documents(workspace)["entries"] == before["entries"]
    merged = documents(workspace)

    service.undo(workspace)
    assert documents(workspace) == before
    if looked:
        assert told(workspace) == told_before
    service.redo(workspace)
    assert documents(workspace) == merged
    assert told(workspace) == told(one)


@pytest.fixture
def two(workspace: Workspace) -> Workspace:
    """A home in which Tom Lee is known twice."""
    service.add_person(workspace, "Tom Lee", manager="Ana", aims=(Remark(SUNDAY, "staff"),))
    service.log(workspace, THANKS, "@tom the fix, with Tom at night (2026-11-16)")
    return workspace


def merge(workspace: Workspace, other: str = "tom", into: str = "tom.lee") -> Any:  # noqa: ANN401
    """Merge two people by their handles and return the change."""
    return service.merge_people(workspace, known(workspace, other), known(workspace, into))


def test_the_one_who_stays_takes_over_what_they_lack(two: Workspace) -> None:
    service.edit_person(
        two,
        known(two, "tom"),
        role="engineer",
        manager="Dev",
        recognition=Recognition.PUBLIC,
        aims=(Remark(MONDAY, "less on-call"), Remark(SUNDAY, "staff", shared=True)),
        sparks=(Remark(MONDAY, "protocols"),),
    )
    merge(two)
    (lee,) = service.people(two)

    assert (lee.name, lee.handle) == ("Tom Lee", "tom.lee")
    assert (lee.role, lee.manager, lee.recognition) == ("engineer", "Ana", Recognition.PUBLIC)
    assert lee.aims == (Remark(MONDAY, "less on-call"), Remark(SUNDAY, "staff"))
    assert lee.sparks == (Remark(MONDAY, "protocols"),)


@pytest.mark.parametrize(
    ("said", "other", "joined"),
    [
        (None, None, None),
        (SUNDAY, None, MONDAY),
        (None, date(2026, 11, 1), date(2026, 11, 1)),
        (date(2026, 10, 1), date(2026, 11, 1), date(2026, 10, 1)),
    ],
)
def test_they_are_here_from_the_earlier_first_day_of_both(
    two: Workspace, said: date | None, other: date | None, joined: date | None
) -> None:
    for handle, day in (("tom.lee", said), ("tom", other)):
        if day:
            service.edit_person(two, known(two, handle), joined=day)
    merge(two)
    (lee,) = service.people(two)
    assert lee.joined == joined
    assert service.person_page(two, lee.id).since == (joined or MONDAY)


def test_it_is_told_what_became_of_whom_and_the_words_of_entries_stay(two: Workspace) -> None:
    change = merge(two)
    assert service.words_of(two, change) == ["Tom is Tom Lee from now on"]
    assert [each.name for each in change.gone_people] == ["Tom"]
    assert service.touched(two, change) == tuple(two.practices.values())
    (entry,) = service.entries(two)
    assert (entry.what, labels(two, entry.people)) == ("the fix, with Tom at night", ["Tom Lee"])

    undone = service.undo(two)
    assert service.words_of(two, undone) == ["Tom is a person of their own again"]
    assert [each.name for each in undone.new_people] == ["Tom"]


def test_what_was_logged_of_the_other_can_be_changed_and_is_told_by_who_stays(
    two: Workspace,
) -> None:
    merge(two)
    (entry,) = service.entries(two)
    assert service.line_of(two, entry).startswith("@tom.lee ")
    assert service.words_of(two, service.redate_entry(two, entry.id, SUNDAY)) == [
        "Thanks · Tom Lee · the fix, with Tom at night · today, was Mon 16"
    ]
    assert service.words_of(two, service.delete_entry(two, entry.id)) == [
        "Thanks · Tom Lee · the fix, with Tom at night · today"
    ]


def test_an_act_that_named_both_records_of_one_person_names_them_once(two: Workspace) -> None:
    service.log(two, THANKS, "@tom @tom.lee the demo")
    both = [known(two, "tom"), known(two, "tom.lee")]
    service.add_follow_up(two, "ask", SUNDAY, both)
    merge(two)
    told = [line for act in service.history(two) for line in service.words_of(two, act.change)]
    assert "Thanks · Tom Lee · the demo · today" in told
    assert "Follow-up: ask · today · Tom Lee" in told
    assert not [line for line in told if "Tom Lee, Tom Lee" in line]


def test_completion_offers_the_one_who_stays_and_the_others_handle_is_free(
    two: Workspace,
) -> None:
    merge(two)
    assert service.vocabulary(two).people == [("tom.lee", "Tom Lee")]
    service.edit_person(two, known(two, "tom.lee"), handle="tom")
    (lee,) = service.people(two)
    assert (lee.name, lee.handle) == ("Tom Lee", "tom")


def test_a_leave_of_the_other_can_be_ended_as_one_of_who_stays(two: Workspace) -> None:
    service.pause(two, MONDAY, None, Scope(person=known(two, "tom")))
    merge(two)
    lee = known(two, "tom.lee")
    service.resume(two, Scope(person=lee))
    assert [(each.person, each.last) for each in service.pauses(two)] == [(lee, date(2026, 11, 21))]


def test_what_another_device_still_logs_of_the_other_is_of_who_stays(two: Workspace) -> None:
    bob = service.open_workspace(two.store.home, two.clock, "bob")
    key = known(bob, "tom")
    merge(two)
    # What bob's device had logged before it heard of the merge arrives after it.
    late = record(SUNDAY, "late", people=(key,))
    bob.store.commit(lambda: [Op(codec.ENTRIES, late.id, codec.entry_fields(late))])
    two.catch_up()

    page = service.person_page(two, known(two, "tom.lee"))
    assert [each.what for each in page.entries] == ["late", "the fix, with Tom at night"]


def test_people_who_are_one_already_or_gone_are_refused(two: Workspace) -> None:
    tom, lee = known(two, "tom"), known(two, "tom.lee")
    with pytest.raises(RefusedError, match="one person already"):
        service.merge_people(two, lee, lee)
    service.merge_people(two, tom, lee)
    for other, into in ((tom, lee), (lee, tom)):
        with pytest.raises(RefusedError, match="gone"):
            service.merge_people(two, other, into)
    assert [each.name for each in service.people(two)] == ["Tom Lee"]


def test_who_was_merged_into_one_who_is_merged_is_of_the_last(two: Workspace) -> None:
    service.add_people(two, ["Thomas"])
    merge(two)
    merge(two, "tom.lee", "thomas")
    (thomas,) = service.people(two)
    assert [each.people for each in service.entries(two)] == [(thomas.id,)]
    assert thomas.aims == (Remark(SUNDAY, "staff"),)


def test_who_may_have_been_meant_is_told_for_a_new_person(two: Workspace) -> None:
    change = service.log(two, THANKS, "@lee @zoe @tom the docs")
    meant = service.may_be_meant(two, change)
    assert [(new.name, [each.name for each in people]) for new, people in meant] == [
        ("Lee", ["Tom Lee"])
    ]


def test_that_two_are_one_or_two_again_is_told_before_what_the_one_has_of_the_other(
    two: Workspace,
) -> None:
    service.edit_person(two, known(two, "tom"), role="engineer")
    merged, undone = merge(two), service.undo(two)
    assert service.words_of(two, merged) == ["Tom is Tom Lee from now on", "Tom Lee · engineer"]
    assert service.words_of(two, undone) == [
        "Tom is a person of their own again",
        "Tom Lee · no role",
    ]

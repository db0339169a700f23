"""All that is held about a person: shown, made anonymous, erased."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.cadence import parse_cadence
from habits.errors import RefusedError
from habits.model import Remark
from habits.practices import BY_SLUG
from habits.service import Edit, Promise, Scope
from habits.store import Op, codec
from habits.store.ids import new_id

if TYPE_CHECKING:
    from uuid import UUID

    from habits.clock import FixedClock
    from habits.service import PastAct, Workspace
    from habits.store.home import Home
    from habits.today import PracticeRow

THANKS, GROWTH, TRUST = BY_SLUG["thanks"], BY_SLUG["growth"], BY_SLUG["trust"]
SUNDAY = date(2026, 11, 22)


def key_of(workspace: Workspace, name: str) -> UUID:
    """Return a person's id."""
    return next(each.id for each in service.people(workspace) if each.name == name)


@pytest.fixture
def maya(workspace: Workspace) -> UUID:
    """Maya, whom every kind of record tells of, and Tom."""
    service.add_people(workspace, ["mayaq", "Tom"])
    key, tom = key_of(workspace, "Mayaq"), key_of(workspace, "Tom")
    service.edit_person(workspace, key, name="Maya", handle="maya", role="backend")
    service.edit_person(
        workspace,
        key,
        joined=date(2026, 3, 1),
        manager="Jo",
        aims=(Remark(SUNDAY, "staff by spring", shared=True),),
        sparks=(Remark(SUNDAY, "hard bugs"),),
    )
    service.edit_person(workspace, tom, manager="Maya, for now")
    service.log(workspace, THANKS, "@maya the fix")
    service.log(workspace, THANKS, "@maya @tom the release (yesterday)")
    service.log(workspace, TRUST, "told MAYA and mayas #maya")
    service.log(workspace, GROWTH, "/talk @tom the amaya lake")
    service.add_follow_up(workspace, "ask again", SUNDAY, [key])
    service.add_follow_up(workspace, "ask Maya", SUNDAY, [tom])
    service.set_north_star(workspace, "Maya can go home at five")
    service.pause(workspace, SUNDAY, None, Scope(person=key))
    talks = Promise("A talk", parse_cadence("monthly"), ("talk",), each_person=True)
    change = service.add_habit(workspace, GROWTH, talks)
    service.edit_habit(workspace, change.habits[0].either.id, Edit(reason="Maya asked"))
    return key


def test_all_that_is_held_is_brought_together(workspace: Workspace, maya: UUID) -> None:
    held = service.about(workspace, maya)

    assert (held.person.name, held.called) == ("Maya", ("Mayaq", "mayaq"))
    assert [entry.what for entry in held.entries] == ["the release", "the fix"]
    assert [each.text for each in held.follow_ups] == ["ask again"]
    assert [each.first for each in held.leave] == [SUNDAY]
    assert {(each.kind, each.of, each.fields, each.date, each.texts) for each in held.mentions} == {
        ("entry", "", ("what", "tags"), SUNDAY, ("told MAYA and mayas", "maya")),
        ("follow-up", "", ("text",), SUNDAY, ("ask Maya",)),
        ("north star", "", ("text",), SUNDAY, ("Maya can go home at five",)),
        ("habit", "A talk", ("reason",), SUNDAY, ("Maya asked",)),
        ("person", "Tom", ("manager",), None, ("Maya, for now",)),
    }


def test_tables_that_are_not_known_are_looked_through_too(workspace: Workspace, maya: UUID) -> None:
    moment = workspace.clock.now().instant
    lent, odd = new_id(moment), new_id(moment)
    service.fill(
        workspace,
        [
            Op("books", lent, {"lent": [["to Maya"]], "date": "2026-11-20"}),
            Op("books", odd, {"note": "for Maya", "date": "soon"}),
        ],
    )
    books = [each for each in service.about(workspace, maya).mentions if each.kind == "books"]
    assert [(each.date, each.texts) for each in books] == [
        (date(2026, 11, 20), ("to Maya",)),
        (None, ("for Maya",)),
    ]


def test_what_was_merged_into_a_person_is_theirs(workspace: Workspace, maya: UUID) -> None:
    service.add_people(workspace, ["mq"])
    merged = key_of(workspace, "Mq")
    service.log(workspace, TRUST, "as Mq said")
    service.fill(workspace, [Op(codec.PEOPLE, merged, {"merged_into": str(maya)})])

    assert ("as Mq said",) in [each.texts for each in service.about(workspace, maya).mentions]
    service.anonymise_person(workspace, maya)
    assert "as a teammate said" in [entry.what for entry in service.entries(workspace)]
    assert {each["name"] for each in workspace.store.table(codec.PEOPLE).values()} == {
        "a teammate",
        "Tom",
    }


def test_what_erasing_comes_to_is_counted_before_it_is_done(
    workspace: Workspace, maya: UUID
) -> None:
    path = service.export_path(workspace, service.about(workspace, maya).person, "md")
    service.write_export(path, "Maya")
    service.backup(workspace)
    reach = service.reach_of_erasing(workspace, maya)

    assert (reach.entries, reach.follow_ups, reach.leave) == ((1, 2), (1, 1), (1, 0))
    assert reach.others == (0, 3)
    assert reach.words == (
        "Maya goes, with @maya and all that is known of them.",
        "1 entry goes, naming nobody else.",
        '2 entries change: "someone" is named instead.',
        "1 follow-up goes, naming nobody else.",
        '1 follow-up changes: "someone" is named instead.',
        "1 leave goes, naming nobody else.",
        '3 other texts change: "someone" is named instead.',
        f"1 export goes: exports/{path.name}.",
        "1 older copy is rewritten without them.",
    )
    assert service.erase_person(workspace, maya) == reach


def test_after_erasing_nothing_is_said_of_them(workspace: Workspace, maya: UUID) -> None:
    service.erase_person(workspace, maya)

    assert [person.name for person in service.people(workspace)] == ["Tom"]
    assert [entry.what for entry in service.entries(workspace)] == [
        "the release",
        "told someone and mayas",
        "the amaya lake",
    ]
    star = service.north_star(workspace)
    assert star is not None
    assert star.text == "someone can go home at five"
    assert service.vocabulary(workspace).people == [("tom", "Tom")]
    assert service.people(workspace)[0].manager == "someone, for now"
    for act in (service.about, service.erase_person, service.anonymise_person):
        with pytest.raises(RefusedError, match="gone"):
            act(workspace, maya)


def test_who_is_made_anonymous_keeps_all_counts_and_no_facts(
    workspace: Workspace, maya: UUID
) -> None:
    before = [(row.streak, [habit.standing for habit in row.habits]) for row in rows(workspace)]
    reach = service.reach_of_anonymising(workspace, maya)
    assert (reach.entries, reach.follow_ups, reach.leave) == ((0, 3), (0, 2), (0, 1))
    assert reach.words[0] == 'Maya becomes "a teammate". What is logged stays, and all counts.'

    assert service.anonymise_person(workspace, maya) == reach

    after = [(row.streak, [habit.standing for habit in row.habits]) for row in rows(workspace)]
    assert after == before
    (nobody, _) = service.people(workspace)
    assert (nobody.name, nobody.handle, nobody.joined) == (
        "a teammate",
        "teammate",
        date(2026, 3, 1),
    )
    assert (nobody.role, nobody.manager, nobody.aims, nobody.sparks) == ("", "", (), ())
    assert [entry.what for entry in service.entries(workspace) if nobody.id in entry.people] == [
        "the release",
        "the fix",
    ]
    (named,) = (entry for entry in service.entries(workspace) if entry.practice == "trust")
    assert (named.what, named.tags) == ("told a teammate and mayas", ("a-teammate",))


def rows(workspace: Workspace) -> tuple[PracticeRow, ...]:
    """Return the eight rows."""
    return service.today(workspace).rows


def test_a_second_one_is_told_from_the_first(workspace: Workspace, maya: UUID) -> None:
    tom = key_of(workspace, "Tom")
    service.anonymise_person(workspace, maya)
    assert service.reach_of_anonymising(workspace, tom).becomes == "a teammate 2"
    service.anonymise_person(workspace, tom)
    assert {(each.name, each.handle) for each in service.people(workspace)} == {
        ("a teammate", "teammate"),
        ("a teammate 2", "teammate2"),
    }


def test_undo_says_of_an_erasing_that_it_came_last(workspace: Workspace, maya: UUID) -> None:
    assert not service.erased_last(workspace)
    service.erase_person(workspace, maya)
    assert service.erased_last(workspace)
    service.log(workspace, THANKS, "@tom the docs")
    assert not service.erased_last(workspace)


def test_a_home_that_is_open_meanwhile_drops_the_name_at_its_next_look(
    home: Home, workspace: Workspace, clock: FixedClock, maya: UUID
) -> None:
    other = service.open_workspace(home, clock)
    assert ("maya", "Maya") in service.vocabulary(other).people
    logbook = service.Logbook(other)
    logbook.look_for(logbook.finding)

    service.erase_person(workspace, maya)
    assert other.catch_up()

    assert service.vocabulary(other).people == [("tom", "Tom")]
    assert set(service.names(other).values()) == {"Tom"}
    assert all("Maya" not in line for each in service.history(other) for line in words(other, each))


def words(workspace: Workspace, act: PastAct) -> list[str]:
    """Return what an act meant."""
    return service.words_of(workspace, act.change)

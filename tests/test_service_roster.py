"""People are made known, leave, come back, and say of themselves what they want."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from habits import service
from habits.cadence import parse_cadence
from habits.errors import RefusedError
from habits.model import Recognition, Remark
from habits.person import Topic
from habits.practices import BY_SLUG
from habits.service import Promise

if TYPE_CHECKING:
    from habits.model import Person
    from habits.service import Workspace

THANKS, GROWTH = BY_SLUG["thanks"], BY_SLUG["growth"]
SUNDAY = date(2026, 11, 22)
NOBODY = UUID(int=1)


def made(workspace: Workspace, name: str, **fields: Any) -> Person:  # noqa: ANN401 - as `Person` has them
    """Make a person known and return them."""
    (person,) = service.add_person(workspace, name, **fields).new_people
    return person


def now(workspace: Workspace, person: Person) -> Person:
    """Return a person as they are known now."""
    return service.person_page(workspace, person.id).person


def test_somebody_is_made_known_with_all_that_is_known_of_them(workspace: Workspace) -> None:
    change = service.add_person(
        workspace,
        "Ana Lima",
        role="engineer",
        manager="Dev",
        joined=date(2026, 3, 1),
        recognition=Recognition.WRITTEN,
    )
    (words,) = service.words_of(workspace, change)
    assert words.split(" · ") == [
        "Ana Lima",
        "@ana.lima",
        "engineer",
        "manager Dev",
        "here from 1 Mar",
        "likes recognition written",
    ]
    assert service.people(workspace) == change.new_people

    undone = service.undo(workspace)
    assert service.people(workspace) == ()
    assert service.words_of(workspace, undone) == service.words_of(workspace, change)


@pytest.mark.parametrize(
    ("typed", "name", "handle"),
    [
        ("ana lima", "Ana Lima", "ana.lima"),
        ("@tom.lee", "Tom Lee", "tom.lee"),
        ("Siobhan O'Brien (QA)", "Siobhan O'Brien (QA)", "siobhan.obrien.qa"),
        ("Dr. Who", "Dr. Who", "dr.who"),
        ("\u0930\u0935\u093f \u0915\u094d\u0937", "\u0930\u0935\u093f \u0915\u094d\u0937", None),
    ],
)
def test_a_name_comes_to_a_handle_that_can_be_typed(
    workspace: Workspace, typed: str, name: str, handle: str | None
) -> None:
    person = made(workspace, typed)
    assert person.name == name
    assert person.handle == (handle or typed.replace(" ", "."))
    service.log(workspace, THANKS, f"@{person.handle} the fix")
    assert [each.id for each in service.people(workspace)] == [person.id]


def test_a_handle_may_be_another_than_the_name_comes_to(workspace: Workspace) -> None:
    assert made(workspace, "[/x]", handle="@X").handle == "x"


@pytest.mark.parametrize(
    ("name", "fields", "reason"),
    [
        ("maya", {}, "@maya is Maya already"),
        ("Zoe", {"handle": "maya"}, "@maya is Maya already"),
        ("", {}, "no name"),
        ("[/x]", {}, "No handle can be made of '\\[/x\\]'"),
        ("Zoe", {"handle": "a b"}, "after an @"),
        ("Zoe", {"role": "x" * 61}, "61 cells"),
        ("Zoe", {"manager": "x" * 61}, "61 cells"),
        ("Zoe", {"aims": (Remark(SUNDAY, " "),)}, "no words"),
        ("Zoe", {"joined": SUNDAY, "left": date(2026, 11, 21)}, "before they joined"),
    ],
)
def test_who_cannot_be_as_they_are_said_to_be_is_refused(
    workspace: Workspace, name: str, fields: dict[str, Any], reason: str
) -> None:
    maya = made(workspace, "Maya")
    with pytest.raises(RefusedError, match=reason):
        service.add_person(workspace, name, **fields)
    assert service.people(workspace) == (maya,)


def test_what_somebody_wants_is_kept_said_anew_and_taken_out_each_as_one_act(
    workspace: Workspace,
) -> None:
    maya = made(workspace, "Maya")
    monday = date(2026, 11, 16)
    service.add_remark(workspace, maya.id, Topic.AIMS, "staff by autumn", shared=True)
    service.add_remark(workspace, maya.id, Topic.AIMS, "less on-call", on=monday)
    service.add_remark(workspace, maya.id, Topic.SPARKS, "protocols")
    less, staff = now(workspace, maya).aims
    assert (less, staff) == (
        Remark(monday, "less on-call"),
        Remark(SUNDAY, "staff by autumn", shared=True),
    )

    service.reword_remark(workspace, maya.id, Topic.AIMS, staff, text="staff", shared=False)
    service.reword_remark(workspace, maya.id, Topic.AIMS, less, on=date(2026, 11, 17))
    assert now(workspace, maya).aims == (
        Remark(date(2026, 11, 17), "less on-call"),
        Remark(SUNDAY, "staff"),
    )
    change = service.forget_remark(workspace, maya.id, Topic.SPARKS, now(workspace, maya).sparks[0])
    assert service.words_of(workspace, change) == ["Maya · no longer lit up by protocols"]
    assert now(workspace, maya).sparks == ()
    for _ in range(3):
        service.undo(workspace)
    assert now(workspace, maya).aims == (less, staff)
    assert now(workspace, maya).sparks == (Remark(SUNDAY, "protocols"),)


def test_a_remark_that_cannot_be_kept_or_is_gone_is_refused(workspace: Workspace) -> None:
    maya = made(workspace, "Maya", aims=(Remark(SUNDAY, "staff"),))
    gone = Remark(SUNDAY, "lead")
    with pytest.raises(RefusedError, match="no words"):
        service.add_remark(workspace, maya.id, Topic.AIMS, " ")
    with pytest.raises(RefusedError, match="in the future"):
        service.add_remark(workspace, maya.id, Topic.AIMS, "x", on=SUNDAY + timedelta(days=1))
    with pytest.raises(RefusedError, match="Nothing would change"):
        service.add_remark(workspace, maya.id, Topic.AIMS, " staff ")
    with pytest.raises(RefusedError, match="kept no longer"):
        service.forget_remark(workspace, maya.id, Topic.AIMS, gone)
    with pytest.raises(RefusedError, match="kept no longer"):
        service.reword_remark(workspace, maya.id, Topic.SPARKS, maya.aims[0], text="x")
    with pytest.raises(RefusedError, match="gone"):
        service.add_remark(workspace, NOBODY, Topic.AIMS, "x")
    assert now(workspace, maya) == maya


def test_who_leaves_is_told_with_the_last_day_and_may_get_another(workspace: Workspace) -> None:
    maya = made(workspace, "Maya", joined=date(2026, 11, 1))
    change = service.leave(workspace, maya.id)
    assert service.words_of(workspace, change) == ["Maya · last day today"]
    with pytest.raises(RefusedError, match="the last day of Maya already"):
        service.leave(workspace, maya.id)
    service.leave(workspace, maya.id, date(2026, 12, 24))
    assert now(workspace, maya).left == date(2026, 12, 24)
    with pytest.raises(RefusedError, match="before they joined on 2026-11-01"):
        service.leave(workspace, maya.id, date(2026, 10, 31))
    service.undo(workspace)
    service.undo(workspace)
    assert now(workspace, maya) == maya


def test_nobody_leaves_before_the_first_entry_that_names_them(workspace: Workspace) -> None:
    service.log(workspace, THANKS, "@maya the fix (2026-11-18)")
    (maya,) = service.people(workspace)
    with pytest.raises(RefusedError, match="before they joined on 2026-11-18"):
        service.leave(workspace, maya.id, date(2026, 11, 17))
    service.leave(workspace, maya.id, date(2026, 11, 18))
    assert now(workspace, maya).left == date(2026, 11, 18)


def test_who_comes_back_was_away_from_the_day_after_the_last_to_the_day_before(
    workspace: Workspace,
) -> None:
    maya = made(workspace, "Maya", joined=date(2026, 1, 1))
    service.leave(workspace, maya.id, date(2026, 10, 31))
    change = service.come_back(workspace, maya.id)
    assert service.words_of(workspace, change) == ["Maya · here", "Maya is away · 1 Nov to Sat 21"]
    page = service.person_page(workspace, maya.id)
    assert page.person == maya
    assert [(each.first, each.last) for each in page.away] == [
        (date(2026, 11, 1), date(2026, 11, 21))
    ]

    service.undo(workspace)
    assert now(workspace, maya).left == date(2026, 10, 31)
    assert service.pauses(workspace) == ()


@pytest.mark.parametrize("left", [SUNDAY - timedelta(days=1), SUNDAY, date(2026, 12, 24)])
def test_who_is_back_the_day_after_or_does_not_go_after_all_was_never_away(
    workspace: Workspace, left: date
) -> None:
    maya = made(workspace, "Maya")
    service.leave(workspace, maya.id, left)
    service.come_back(workspace, maya.id)
    assert (now(workspace, maya).left, service.pauses(workspace)) == (None, ())


def test_who_has_not_left_or_was_back_before_that_is_refused(workspace: Workspace) -> None:
    maya = made(workspace, "Maya")
    with pytest.raises(RefusedError, match="have not left"):
        service.come_back(workspace, maya.id)
    service.leave(workspace, maya.id)
    with pytest.raises(RefusedError, match="left on 2026-11-22"):
        service.come_back(workspace, maya.id, SUNDAY)
    for act in (service.leave, service.come_back):
        with pytest.raises(RefusedError, match="gone"):
            act(workspace, NOBODY)
    assert now(workspace, maya).left == SUNDAY


def test_a_habit_for_each_person_does_not_ask_for_somebody_between_leaving_and_coming_back(
    workspace: Workspace,
) -> None:
    promise = Promise("A career talk", parse_cadence("monthly"), each_person=True)
    service.add_habit(workspace, GROWTH, promise, since=date(2026, 8, 1))
    maya = made(workspace, "Maya", joined=date(2026, 1, 1))
    for month in (8, 11):
        service.log(workspace, GROWTH, f"@maya the talk (2026-{month:02}-10)")

    def streak() -> int:
        (row,) = [each for each in service.habits(workspace) if each.habit.each_person]
        return row.standing.current

    assert streak() == 1
    service.leave(workspace, maya.id, date(2026, 8, 31))
    service.come_back(workspace, maya.id, date(2026, 11, 1))
    assert streak() == 2


def test_a_page_tells_what_was_logged_with_somebody_and_what_is_promised_to_them(
    workspace: Workspace,
) -> None:
    service.log(workspace, THANKS, "@maya the fix (2026-11-18)")
    service.log(workspace, THANKS, "@dev the docs")
    service.log(workspace, GROWTH, "@maya @dev the talk")
    dev, maya = service.people(workspace)
    service.add_follow_up(workspace, "back to her", date(2026, 12, 1), [maya.id])
    service.add_follow_up(workspace, "back to him", date(2026, 12, 1), [dev.id])
    service.pause(workspace, SUNDAY, None, service.Scope(person=dev.id))
    page = service.person_page(workspace, maya.id)

    assert (page.person, page.since, page.away) == (maya, date(2026, 11, 18), ())
    assert [each.what for each in page.entries] == ["the talk", "the fix"]
    assert dict(page.contacts) == {"growth": SUNDAY, "thanks": date(2026, 11, 18)}
    assert [each.text for each in page.follow_ups] == ["back to her"]
    with pytest.raises(RefusedError, match="gone"):
        service.person_page(workspace, NOBODY)

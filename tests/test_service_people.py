"""Who is known, and what is known of them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from habits import service
from habits.cadence import parse_cadence
from habits.errors import RefusedError
from habits.model import Recognition, Remark
from habits.practices import BY_SLUG
from habits.service import Promise, Workspace

SUNDAY = date(2026, 11, 22)


def test_people_become_known_by_their_names_as_one_act(workspace: Workspace) -> None:
    service.log(workspace, BY_SLUG["thanks"], "@dev the fix")
    service.add_people(workspace, ["Ana Lima", "@maya", "dev"])
    assert [(each.name, each.handle) for each in service.people(workspace)] == [
        ("Ana Lima", "ana.lima"),
        ("Dev", "dev"),
        ("Maya", "maya"),
    ]

    service.undo(workspace)
    assert [each.name for each in service.people(workspace)] == ["Dev"]


@pytest.mark.parametrize(
    ("words", "reason"),
    [([], "Nobody"), (["maya"], "known already"), (["  "], "no name"), (["#?"], "after an @")],
)
def test_names_that_cannot_be_taken_are_refused(
    workspace: Workspace, words: list[str], reason: str
) -> None:
    service.add_people(workspace, ["Maya"])
    with pytest.raises(RefusedError, match=reason):
        service.add_people(workspace, words)


def test_what_is_known_of_somebody_is_kept_and_taken_back(workspace: Workspace) -> None:
    service.add_people(workspace, ["Maya", "Dev"])
    dev, maya = service.people(workspace)
    facts = {
        "name": "Maya Lopes",
        "handle": "ML",
        "role": "engineer",
        "manager": "Ana",
        "left": SUNDAY,
        "recognition": Recognition.PRIVATE,
        "aims": (Remark(SUNDAY, "staff by autumn", shared=True),),
        "sparks": (Remark(SUNDAY, "protocols"),),
    }
    change = service.edit_person(workspace, maya.id, **facts)
    (words,) = service.words_of(workspace, change)
    assert words.split(" · ") == [
        "Maya is now Maya Lopes",
        "@ml",
        "engineer",
        "manager Ana",
        "last day today",
        "likes recognition 1:1",
        "has the aim: staff by autumn (ok to share)",
        "lit up by protocols",
    ]
    known = service.people(workspace)[1]
    assert {name: getattr(known, name) for name in facts} == facts | {"handle": "ml"}

    retitled = service.edit_person(workspace, maya.id, role="lead")
    assert service.words_of(workspace, retitled) == ["Maya Lopes · lead"]
    with pytest.raises(RefusedError, match="Nothing would change"):
        service.edit_person(workspace, maya.id, role="lead")
    with pytest.raises(RefusedError, match="@dev is Dev already"):
        service.edit_person(workspace, maya.id, handle="dev")
    with pytest.raises(RefusedError, match="gone"):
        service.edit_person(workspace, UUID(int=1), role="x")
    assert dev.handle == "dev"


def test_who_is_said_to_have_joined_is_to_be_reached_until_they_leave(
    workspace: Workspace,
) -> None:
    growth = BY_SLUG["growth"]
    promise = Promise("A career talk", parse_cadence("quarterly"), each_person=True)
    service.add_habit(workspace, growth, promise, since=date(2026, 10, 1))
    service.add_people(workspace, ["Maya"])
    (maya,) = service.people(workspace)

    def left() -> tuple[str, ...]:
        return service.habits(workspace)[7].standing.left

    assert left() == ()
    service.edit_person(workspace, maya.id, joined=date(2026, 1, 1))
    assert left() == ("Maya",)
    service.edit_person(workspace, maya.id, left=date(2026, 10, 3))
    assert left() == ()

"""What is known to completion is what was said last, and an act adds to it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.practices import BY_SLUG

if TYPE_CHECKING:
    from habits.change import Change
    from habits.clock import FixedClock
    from habits.completion import Vocabulary
    from habits.service import Workspace
    from habits.store.home import Home

THANKS = BY_SLUG["thanks"]


def log(workspace: Workspace, text: str) -> Change:
    """Log a line of thanks."""
    return service.log(workspace, THANKS, text)


def test_what_was_said_last_is_offered_first(workspace: Workspace) -> None:
    log(workspace, "@maya the on-call fix because it saved the launch #team")
    log(workspace, "@tom the export numbers #customer")
    log(workspace, "@maya the runbook")
    known = service.vocabulary(workspace)

    assert known.people == [("maya", "Maya"), ("tom", "Tom")]
    assert known.tags == ["customer", "team"]
    assert known.nouns == ["runbook", "export numbers", "on-call fix"]


def test_a_reason_is_never_known(workspace: Workspace) -> None:
    log(workspace, "because the launch was saved")
    assert service.vocabulary(workspace).nouns == []


def test_people_who_were_not_named_follow_by_name_and_those_who_left_before_today_do_not(
    workspace: Workspace,
) -> None:
    service.add_people(workspace, ["Zoe", "Ana", "Tom"])
    log(workspace, "@tom the docs")
    gone = next(each for each in service.people(workspace) if each.name == "Zoe")
    service.edit_person(workspace, gone.id, left=workspace.today - timedelta(days=1))
    ana = service.require_person(workspace, "ana")
    service.leave(workspace, ana.id)

    assert service.vocabulary(workspace).people == [("tom", "Tom"), ("ana", "Ana")]


def test_a_home_that_is_opened_anew_knows_the_same(
    workspace: Workspace, home: Home, clock: FixedClock
) -> None:
    for number in range(30):
        log(workspace, f"@p{number} the part{number * 'x'} #tag{number}")
    known = service.vocabulary(workspace)
    workspace.close()

    assert service.vocabulary(service.open_workspace(home, clock)) == known


def after(workspace: Workspace, change: Change, known: Vocabulary) -> Vocabulary | None:
    """Return what is known after a change; it is the same as what is read anew."""
    grown = service.vocabulary_after(workspace, change, known)
    assert grown is None or grown == service.vocabulary(workspace)
    return grown


@pytest.mark.parametrize("text", ["", "@maya the docs #team", "@new the docs", "/quiet @tom x #y"])
def test_what_an_act_said_is_known_with_it(workspace: Workspace, text: str) -> None:
    log(workspace, "@maya the on-call fix #team")
    log(workspace, "@tom the export #plan")
    known = service.vocabulary(workspace)

    assert after(workspace, log(workspace, text), known) is not None


def test_who_is_added_is_known_with_it(workspace: Workspace) -> None:
    known = service.vocabulary(workspace)
    grown = after(workspace, service.add_people(workspace, ["Maya"]), known)
    assert grown is not None
    assert grown.people == [("maya", "Maya")]


def test_what_goes_or_changes_has_to_be_read_anew(workspace: Workspace) -> None:
    log(workspace, "@maya the docs")
    known = service.vocabulary(workspace)
    (entry,), (person,) = service.entries(workspace), service.people(workspace)

    assert after(workspace, service.edit_entry(workspace, entry.id, "the tests"), known) is None
    assert after(workspace, service.edit_person(workspace, person.id, name="M"), known) is None
    assert after(workspace, service.undo(workspace), known) is None


def test_what_others_did_has_to_be_read_anew(
    workspace: Workspace, home: Home, clock: FixedClock
) -> None:
    known = service.vocabulary(workspace)
    log(service.open_workspace(home, clock), "@tom the docs")
    assert after(workspace, log(workspace, "the fix"), known) is None


def test_an_act_that_says_nothing_leaves_what_is_known(workspace: Workspace) -> None:
    log(workspace, "@maya the docs")
    known = service.vocabulary(workspace)
    assert after(workspace, service.set_north_star(workspace, "ten minutes"), known) == known

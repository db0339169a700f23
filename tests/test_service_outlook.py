"""The north star with the dates it held, and follow-ups."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.clock import fixed_clock
from habits.errors import RefusedError
from habits.practices import BY_SLUG

if TYPE_CHECKING:
    from habits.service import Workspace
    from habits.store.home import Home

SUNDAY = date(2026, 11, 22)
FRIDAY = SUNDAY + timedelta(days=5)


def told(workspace: Workspace, change: object) -> str:
    (line,) = service.words_of(workspace, change)  # type: ignore[arg-type]  # whatever came
    return line


def test_the_north_star_holds_from_its_day_on_and_keeps_its_history(
    workspace: Workspace, home: Home
) -> None:
    assert service.north_star(workspace) is None
    first = service.set_north_star(workspace, "Admins are live in ten minutes")
    assert told(workspace, first) == "North star: Admins are live in ten minutes"

    later = service.open_workspace(home, fixed_clock("2026-12-01"))
    service.set_north_star(later, "Nobody waits for us")
    held = service.north_star(later, on=date(2026, 11, 30))
    now = service.north_star(later)
    assert held is not None
    assert now is not None
    assert (held.text, now.text) == ("Admins are live in ten minutes", "Nobody waits for us")
    assert len(service.north_stars(later)) == 2

    service.undo(later)
    assert service.north_star(later) == held


def test_of_two_north_stars_of_one_day_the_later_one_holds(workspace: Workspace) -> None:
    service.set_north_star(workspace, "One")
    service.set_north_star(workspace, "Two")

    now = service.north_star(workspace)
    assert now is not None
    assert now.text == "Two"


def test_a_north_star_needs_words_and_has_to_be_another_one(workspace: Workspace) -> None:
    with pytest.raises(RefusedError, match="has no words"):
        service.set_north_star(workspace, " \n ")
    service.set_north_star(workspace, "One")
    with pytest.raises(RefusedError, match="already"):
        service.set_north_star(workspace, "One")


def test_follow_ups_come_by_their_day_and_go_when_they_are_done(workspace: Workspace) -> None:
    service.add_people(workspace, ["Maya"])
    (maya,) = service.people(workspace)
    later = service.add_follow_up(workspace, "look at the tests", FRIDAY)
    sooner = service.add_follow_up(workspace, "back to support", SUNDAY, [maya.id])
    assert told(workspace, later) == "Follow-up: look at the tests · Fri 27"
    assert told(workspace, sooner) == "Follow-up: back to support · today · Maya"
    assert [each.text for each in service.follow_ups(workspace)] == [
        "back to support",
        "look at the tests",
    ]

    key = service.follow_ups(workspace)[0].id
    done = service.finish_follow_up(workspace, key)
    assert told(workspace, done) == "back to support · today · Maya · done"
    assert [each.text for each in service.follow_ups(workspace)] == ["look at the tests"]
    with pytest.raises(RefusedError, match="done already"):
        service.finish_follow_up(workspace, key)

    undone = service.undo(workspace)
    assert told(workspace, undone) == "back to support · today · Maya · open again"


def test_a_follow_up_is_moved_and_late_when_its_day_is_over(
    workspace: Workspace, home: Home
) -> None:
    service.add_follow_up(workspace, "back to support", SUNDAY)
    (made,) = service.follow_ups(workspace)
    with pytest.raises(RefusedError, match="due on 2026-11-22 already"):
        service.move_follow_up(workspace, made.id, SUNDAY)

    monday = service.open_workspace(home, fixed_clock("2026-11-24"))
    with pytest.raises(RefusedError, match="2026-11-23 is over"):
        service.move_follow_up(monday, made.id, SUNDAY + timedelta(days=1))
    moved = service.move_follow_up(monday, made.id, FRIDAY)
    assert told(monday, moved) == "Follow-up: back to support · Fri 27 · was Sun 22"
    undone = service.undo(monday)
    assert told(monday, undone) == "Follow-up: back to support · Sun 22 · 2 days late · was Fri 27"


def test_a_follow_up_is_promised_for_today_or_later(workspace: Workspace) -> None:
    with pytest.raises(RefusedError, match="2026-11-21 is over"):
        service.add_follow_up(workspace, "back to support", SUNDAY - timedelta(days=1))
    assert service.follow_ups(workspace) == ()
    service.add_follow_up(workspace, "back to support", SUNDAY)


def test_a_follow_up_needs_words(workspace: Workspace) -> None:
    with pytest.raises(RefusedError, match="has no words"):
        service.add_follow_up(workspace, "  ", SUNDAY)


def test_an_entry_that_proposes_nothing_is_followed_up_by_nothing(workspace: Workspace) -> None:
    service.log(workspace, BY_SLUG["respect"], "/skill the fix")
    (entry,) = service.entries(workspace)
    with pytest.raises(RefusedError, match="proposes no follow-up"):
        service.promise_proposed(workspace, entry.id)
    assert service.follow_ups(workspace) == ()


def test_what_an_entry_proposes_is_one_act(workspace: Workspace) -> None:
    change = service.log(workspace, BY_SLUG["respect"], "/ally @maya the export")
    assert len(service.proposed(workspace, change)) == 2
    (entry,) = change.came
    promised = service.promise_proposed(workspace, entry.id)
    assert [each.either.people for each in promised.follow_ups] == [entry.people] * 2
    assert len(service.follow_ups(workspace)) == 2
    service.undo(workspace)
    assert service.follow_ups(workspace) == ()

"""What is intended stands on Today, and a close and an aim are shown behind the mask too."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.practices import BY_SLUG
from habits.reviews import CloseStep
from tests.hostile import each_hostile_drawn
from tests.records import promised
from tests.tui.screen_text import is_shown, shown
from tui import week_sight
from tui.session import Session

if TYPE_CHECKING:
    from habits.service import Workspace
    from tui.app import RapportApp

HIDDEN = "izz"
"""What all that is to be masked holds."""


@pytest.fixture
def session(workspace: Workspace) -> Session:
    """A session on a home in which a week was closed and another one begun."""
    service.log(workspace, BY_SLUG["thanks"], "@lizzie the fizz (2026-09-01)")
    service.log(workspace, BY_SLUG["thanks"], "@lizzie (2026-09-02)")
    service.log(workspace, BY_SLUG["thanks"], "")
    service.log(workspace, BY_SLUG["trust"], "/dictated how to make it fizz")
    promised(workspace, "ask Lizzie", date(2026, 11, 20))
    service.answer_close(workspace, CloseStep.NOTICED, "Lizzie is quiet")
    service.set_intentions(workspace, ["Thank Lizzie", "Puzzle: fizzle"])
    while service.look_back(workspace):
        pass
    return Session(workspace)


def lines_of(session: Session) -> list[str]:
    """Return all that the pages of the close and the parts of the aim say."""
    pages = week_sight.pages(session, week_sight.week_close(session, None))
    parts = week_sight.parts(session, week_sight.aim(session))
    lines = [*(page.lines for page in pages), *(part.lines for part in parts)]
    return [*(page.answer for page in pages), *(line.words for each in lines for line in each)]


def test_a_close_and_an_aim_are_shown_as_they_are(session: Session) -> None:
    told = lines_of(session)
    assert "Lizzie is quiet" in told
    assert "intended: Thank Lizzie" in told
    assert "Lizzie · last contact more than 4 weeks ago · the fizz · 1 Sep" in told
    assert "ask Lizzie · Fri 20 · 2 days late" in told


def test_behind_the_mask_they_tell_nobody_and_nothing(session: Session) -> None:
    session.turn_mask()
    told = lines_of(session)
    assert not [line for line in told if HIDDEN in line.casefold()]
    assert "what I noticed" in told
    assert "intended: intention 1" in told


def test_a_home_without_a_review_is_shown_behind_the_mask_too(workspace: Workspace) -> None:
    service.add_people(workspace, ["Lizzie"])
    session = Session(workspace)
    session.turn_mask()
    assert not [line for line in lines_of(session) if HIDDEN in line.casefold()]


def test_what_an_answer_changed_is_masked(session: Session) -> None:
    session.turn_mask()
    assert session.mask is not None
    change = session.mask.change(service.set_intentions(session.workspace, ["Fizz, Lizzie"]))
    assert service.words_of(session.workspace, change) == ["Intended this week: intention 1"]


async def test_what_is_intended_stands_quietly_under_the_rows_through_the_week(
    app: RapportApp, workspace: Workspace
) -> None:
    service.set_intentions(workspace, ["Thank Maya", "Ask Dev back"])
    service.add_follow_up(workspace, "back to support", date(2026, 11, 23))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert is_shown(app, "aim  Thank Maya")
        assert is_shown(app, "due  back to support")
        told = shown(app)
        first = next(number for number, line in enumerate(told) if "aim  Thank Maya" in line)
        assert told[first + 1].strip() == "Ask Dev back"
        assert "due  back to support" in told[first + 2]

        await pilot.press(*["j"] * 9)
        assert is_shown(app, "▸      Ask Dev back")
        await pilot.press("j", "x")
        assert service.follow_ups(workspace)


async def test_what_is_intended_goes_with_undo_and_the_mask_hides_it(
    app: RapportApp, workspace: Workspace
) -> None:
    service.set_intentions(workspace, ["Thank Maya"])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("m")
        assert is_shown(app, "aim  intention 1")
        assert not is_shown(app, "Thank Maya")
        await pilot.press("m", "u")
        assert service.intentions(workspace) == ()
        assert not is_shown(app, "aim  ")


@each_hostile_drawn
async def test_hostile_intentions_break_no_screen(
    app: RapportApp, workspace: Workspace, hostile: str
) -> None:
    service.set_intentions(workspace, [f"x{hostile}"[:9000], "plain"])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert is_shown(app, "aim  x")
        assert is_shown(app, "plain")


def test_the_first_frame_keeps_what_is_intended(session: Session) -> None:
    kept = session.first_frame().said(date(2026, 11, 22), None, 0)["agenda"]
    assert [line[-1] for line in kept][:3] == ["1", "2", ""]

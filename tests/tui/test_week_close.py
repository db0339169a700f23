"""The weekly close in the app: five steps and a line, each answer kept at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.clock import fixed_clock
from habits.practices import BY_SLUG
from habits.reviews import CloseStep
from tests.hostile import each_hostile_drawn
from tests.records import promised
from tests.tui.reviews import app_of, small_history
from tests.tui.screen_text import is_shown, shown
from tests.tui.test_today import type_line
from tui.app import RapportApp
from tui.screens.review import ReviewScreen
from tui.screens.week_close import WeekCloseScreen
from tui.session import Session

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from habits.service import Workspace
    from habits.store.home import Home

SATURDAY = date(2026, 11, 21)
MISSED, STUBS, SLIPS, CONTACT, FOLLOW_UPS, NOTICED = CloseStep


@pytest.fixture
def lived(workspace: Workspace) -> Workspace:
    """A home in which a week was lived: Sunday, with two stubs, three people, two follow-ups."""
    service.log(workspace, BY_SLUG["vision"], "@maya @dev @ana the plan (2026-11-03)")
    service.log(workspace, BY_SLUG["thanks"], "@ana (2026-11-17)")
    service.log(workspace, BY_SLUG["thanks"], "")
    promised(workspace, "ask Dev", date(2026, 11, 20))
    promised(workspace, "back to support", date(2026, 11, 22))
    return workspace


@pytest.fixture
def app(lived: Workspace) -> RapportApp:
    """The app on it."""
    return RapportApp(lambda: Session(lived))


def step(app: RapportApp) -> CloseStep | None:
    """Return the step that is on the screen."""
    assert isinstance(app.screen, WeekCloseScreen)
    return app.screen.step


def answered(workspace: Workspace) -> list[CloseStep]:
    """Return the steps that were gone through."""
    close = service.week_close(workspace)
    return [each for each in CloseStep if close.answered(each)]


def dated(workspace: Workspace, what: str) -> date:
    """Return the date of the entry that says something."""
    return next(entry.date for entry in service.entries(workspace) if entry.what == what)


async def save(pilot: Pilot[None], text: str) -> None:
    """Type the rest of a line and take it."""
    await type_line(pilot, text)
    await pilot.press("enter")


async def test_each_step_is_a_page_and_what_was_gone_through_is_kept_at_once(
    app: RapportApp, lived: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        assert is_shown(app, "This week: C closes the week")
        await pilot.press("C")
        assert shown(app)[0].endswith("Mon 16 to Sun 22 Nov 2026")
        for number, title in enumerate(("Not logged yet", "Bare entries"), 1):
            assert is_shown(app, f"Weekly close {number} of 5")
            assert shown(app)[2] == f" {title}"
            await pilot.press("tab")
        assert answered(lived) == [MISSED, STUBS]
        await pilot.press("n")
        assert service.week_close(lived).review.slipped is False  # type: ignore[union-attr]
        assert step(app) is CONTACT
        await pilot.press("tab", "tab")
        assert is_shown(app, "Weekly close last")
        await pilot.press("tab")
        assert answered(lived) == [MISSED, STUBS, SLIPS, CONTACT, FOLLOW_UPS]
        await save(pilot, "Ana asks first")

        assert service.week_close(lived).ended == date(2026, 11, 22)
        assert is_shown(app, "The week is closed.")
        assert is_shown(app, "   2 entries this week")
        assert is_shown(app, "   slips: no")
        assert is_shown(app, "   noticed: Ana asks first")
        await pilot.press("escape")
        assert isinstance(app.screen, ReviewScreen)
        assert not is_shown(app, "This week:")


async def test_the_close_of_an_earlier_week_is_read_and_made_up_for(home: Home) -> None:
    workspace = small_history(home)
    service.log(workspace, BY_SLUG["thanks"], "(2026-11-12)")
    app = app_of(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("C", "right_curly_bracket")
        assert is_shown(app, "The next week is still to come.")
        await pilot.press("tab", "left_curly_bracket")
        assert shown(app)[0].endswith("Mon 9 to Sun 15 Nov 2026")
        assert is_shown(app, "2 entries that week")
        assert is_shown(app, "What is logged here is dated Sun 15; [ and ] turn the day.")
        await pilot.press("right_square_bracket")
        assert is_shown(app, "That day is not of the week.")
        await pilot.press("left_square_bracket", "enter")
        await save(pilot, "the map")
        assert dated(workspace, "the map") == date(2026, 11, 14)
        await pilot.press("tab", "enter")
        await save(pilot, "@maya the fix")
        assert dated(workspace, "the fix") == date(2026, 11, 12)
        await pilot.press("tab", "n", "tab", "tab", "tab")
        await save(pilot, "it took longer")
        assert is_shown(app, "   noticed: it took longer")
        past = service.week_close(workspace, date(2026, 11, 9))
        assert past.review is not None
        assert (past.ended, past.review.sharpened) == (date(2026, 11, 22), 1)

        await pilot.press("o")
        assert step(app) is MISSED
        await pilot.press(*["left_curly_bracket"] * 6)
        assert is_shown(app, "Nothing was logged before this week.")
        await pilot.press(*["right_curly_bracket"] * 6)
        assert shown(app)[0].endswith("Mon 16 to Sun 22 Nov 2026")
        assert answered(workspace) == [MISSED]
        await pilot.press("escape")
        assert isinstance(app.screen, ReviewScreen)


async def test_it_goes_on_where_it_was_left_after_esc_and_after_a_restart(
    app: RapportApp, lived: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("C", "tab", "tab", "escape", "C")
        assert step(app) is SLIPS
    again = app_of(lived)
    async with again.run_test(size=(80, 24)) as pilot:
        await pilot.press("C")
        assert step(again) is SLIPS
        await pilot.press("shift+tab")
        assert is_shown(again, "answer: looked at")
        await pilot.press("shift+tab", "shift+tab")
        assert step(again) is MISSED


async def test_undo_takes_an_answer_back_and_goes_to_its_step(
    app: RapportApp, lived: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("C", "tab", "tab", "n", "tab", "tab", "tab")
        await save(pilot, "quiet week")
        assert step(app) is None
        await pilot.press("u")
        assert step(app) is NOTICED
        await pilot.press("u", "u", "u")
        assert step(app) is SLIPS
        assert answered(lived) == [MISSED, STUBS]


async def test_what_was_missed_is_logged_for_the_day_that_is_chosen(
    app: RapportApp, lived: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("C")
        assert is_shown(app, "dated Sat 21; [ and ] turn the day.")
        assert is_shown(app, " ▸ Vision: none yet")
        await pilot.press("enter")
        assert is_shown(app, "vision › yesterday:")
        await save(pilot, "the one-liner")
        assert dated(lived, "the one-liner") == SATURDAY
        assert not is_shown(app, "Vision: none yet")

        await pilot.press("left_square_bracket", "3")
        assert is_shown(app, "trust › fri:")
        await save(pilot, "the how")
        assert dated(lived, "the how") == date(2026, 11, 20)

        await pilot.press(*["right_square_bracket"] * 3)
        assert is_shown(app, "That day is still to come.")
        await pilot.press("4")
        assert is_shown(app, "respect ›  what happened")
        await pilot.press("escape", *["left_square_bracket"] * 7)
        assert is_shown(app, "That day is not of the week.")
        assert is_shown(app, "dated Mon 16;")


async def test_on_the_first_day_of_a_week_there_is_no_other_day_to_log_for(home: Home) -> None:
    app = app_of(service.open_workspace(home, fixed_clock("2026-11-16T09:00")))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("C")
        assert not is_shown(app, "turn the day")
        await pilot.press("1")
        assert is_shown(app, "vision ›  what happened")


async def test_a_bare_entry_is_said_anew_in_the_line_and_is_no_stub_any_longer(
    app: RapportApp, lived: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("C", "tab")
        assert is_shown(app, " ▸ Thanks · today")
        assert is_shown(app, "   Thanks · Ana · Tue 17")
        await pilot.press("j", "enter")
        assert is_shown(app, "edit thanks › @ana")
        await save(pilot, " the runbook because it was read")
        assert is_shown(app, "Changed: ")
        close = service.week_close(lived)
        assert len(close.stubs) == 1
        assert close.review is not None
        assert close.review.sharpened == 1
        await pilot.press("u")
        assert is_shown(app, "   Thanks · Ana · Tue 17")


async def test_enter_goes_on_where_nothing_is_to_be_done(app: RapportApp, lived: Workspace) -> None:
    for entry in list(service.entries(lived)):
        service.delete_entry(lived, entry.id)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("C", "tab")
        assert is_shown(app, "no bare entries to say more of")
        assert is_shown(app, "↵/tab next")
        await pilot.press("enter")
        assert step(app) is SLIPS


async def test_yes_is_kept_and_opens_the_line_with_the_slip(
    app: RapportApp, lived: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("C", "y")
        assert is_shown(app, "Yes and no answer another step: Slips.")
        await pilot.press("n")
        assert step(app) is MISSED
        await pilot.press("tab", "tab", "y")
        assert service.week_close(lived).review.slipped is True  # type: ignore[union-attr]
        assert is_shown(app, "trust › yesterday: /dictated")
        await save(pilot, "the index")
        assert is_shown(app, "answer: yes")
        assert is_shown(app, "Trust /dictated · the index · Sat 21")
        await pilot.press("g", "enter")
        assert is_shown(app, "edit trust › /dictated the index")
        await pilot.press("escape", "y")
        assert is_shown(app, "trust › yesterday: /dictated")
        await pilot.press("escape", "G", "enter")
        assert is_shown(app, "yesterday: /unnamed")
        await pilot.press("escape", "tab")
        assert step(app) is CONTACT


async def test_slips_that_were_not_answered_can_be_passed_and_stay_open(
    app: RapportApp, lived: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("C", "tab", "tab", "tab", "tab")
        assert answered(lived) == [MISSED, STUBS, CONTACT]
        await pilot.press("escape", "C")
        assert step(app) is SLIPS


async def test_who_had_no_contact_is_logged_or_followed_up_from_there(
    app: RapportApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("C", "tab", "tab", "n")
        assert is_shown(app, " ▸ Dev · last contact 2 to 4 weeks ago")
        assert not is_shown(app, "Ana ·")
        await pilot.press("f")
        assert is_shown(app, "follow up · Dev ›")
        await pilot.press("escape", "enter", "j", "j", "enter")
        assert is_shown(app, "trust › yesterday: @dev")
        await save(pilot, "the queue")
        assert is_shown(app, " ▸ Maya · last contact")
        assert not is_shown(app, "Dev · last contact")
        await pilot.press("8")
        assert is_shown(app, "thanks › yesterday: @maya")


async def test_follow_ups_are_done_or_moved(app: RapportApp, lived: Workspace) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("C", "d")
        assert is_shown(app, "There is no follow-up here.")
        await pilot.press("w")
        assert is_shown(app, "There is no follow-up here.")
        await pilot.press("left_square_bracket", "tab", "left_square_bracket")
        assert is_shown(app, "Nothing is logged in this step.")
        await pilot.press("tab", "n", "tab")
        assert is_shown(app, " ▸ ask Dev · Fri 20 · 2 days late")
        await pilot.press("enter")
        assert is_shown(app, "Done: ask Dev")
        await pilot.press("w")
        await save(pilot, "fri")
        assert [each.due for each in service.follow_ups(lived)] == [date(2026, 11, 27)]
        assert is_shown(app, "none is late or due this week")


async def test_a_closed_week_is_read_through_and_opened_again(
    app: RapportApp, lived: Workspace
) -> None:
    service.answer_close(lived, NOTICED, "quiet")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("C")
        assert step(app) is None
        await pilot.press("tab")
        assert step(app) is None
        await pilot.press("shift+tab", "shift+tab", "tab", "tab")
        assert step(app) is None
        assert answered(lived) == [NOTICED]
        await pilot.press("o")
        assert step(app) is MISSED
        assert answered(lived) == []
        await pilot.press("o")
        assert is_shown(app, "The week is open: there is nothing to open again.")


async def test_what_another_process_answers_is_followed(app: RapportApp, lived: Workspace) -> None:
    other = service.open_workspace(lived.store.home, lived.clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("C")
        service.answer_close(other, NOTICED, "seen elsewhere")
        app.lookout.look()
        await pilot.pause()
        assert step(app) is None
        assert is_shown(app, "noticed: seen elsewhere")


async def test_behind_the_mask_nothing_is_told_and_what_is_hidden_is_not_changed(
    app: RapportApp, lived: Workspace
) -> None:
    service.answer_close(lived, NOTICED, "Maya is quiet")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("C", "m")
        pages = list(shown(app))
        for _ in CloseStep:
            await pilot.press("shift+tab")
            pages += shown(app)
        for word in ("maya", "dev", "ana ", "support", "quiet"):
            assert word not in "\n".join(pages).casefold()
        await pilot.press("tab", "enter")
        assert is_shown(app, "The mask hides what would be changed.")
        await pilot.press("tab", "tab", "tab", "tab", "enter")
        assert is_shown(app, "The mask hides what would be changed.")


@each_hostile_drawn
async def test_hostile_text_breaks_no_step(lived: Workspace, hostile: str) -> None:
    service.log(lived, BY_SLUG["trust"], f"/dictated x{hostile}"[:9000])
    promised(lived, f"x{hostile}"[:200], SATURDAY)
    app = app_of(lived)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("C")
        for _ in CloseStep:
            await pilot.press("j", "tab")
        await save(pilot, "noticed")
        assert step(app) is None
        assert is_shown(app, "noticed: noticed")


async def test_many_lines_scroll_with_the_cursor_and_the_mouse_chooses_one(
    app: RapportApp, lived: Workspace
) -> None:
    service.add_people(lived, [f"Person{number:02}" for number in range(30)])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("C", "tab", "tab", "n", "G")
        assert is_shown(app, " ▸ ")
        assert not is_shown(app, "No contact this week")
        last = shown(app)
        await pilot.press("pageup", "pagedown", "j")
        assert shown(app) == last
        await pilot.press("g")
        assert shown(app)[2] == " No contact this week"
        await pilot.click("PageList", offset=(10, 6))
        assert shown(app)[8].startswith(" ▸ ")
        await pilot.click("PageList", offset=(10, 0))
        assert shown(app)[8].startswith(" ▸ ")


async def test_it_is_opened_from_the_palette(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*"close the week")
        await pilot.pause(0.3)
        await pilot.press("enter")
        await pilot.pause()
        assert step(app) is MISSED

"""The quick-log line: an act is logged in a few keys, and read back while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.cadence import parse_cadence
from habits.hints import ASKING
from habits.practices import BY_SLUG
from habits.service import PracticeEdit, Promise
from tests.tui.screen_text import is_shown, shown
from tests.tui.test_today import type_line
from tui.app import RapportApp
from tui.session import Session
from tui.widgets.quick_line import QuickLine

if TYPE_CHECKING:
    from habits.clock import FixedClock
    from habits.service import Workspace
    from habits.store.home import Home

THANKS = BY_SLUG["thanks"]


@pytest.fixture
def known(workspace: Workspace) -> RapportApp:
    """The app on a home that knows some people and what was said of them."""
    service.log(workspace, THANKS, "@mark the importer because nobody asked #plan")
    service.log(workspace, THANKS, "/quiet @maya the on-call fix because it saved the launch")
    return RapportApp(lambda: Session(workspace))


def line(app: RapportApp) -> str:
    """Return what is typed in the line."""
    return app.screen.query_one(QuickLine).text


def reading(app: RapportApp) -> str:
    """Return the first line under the one that is typed."""
    return shown(app)[21].strip()


def aside(app: RapportApp) -> str:
    """Return the second line under the one that is typed."""
    return shown(app)[22].strip()


@pytest.mark.parametrize(
    ("keys", "what"),
    [
        (["8", "@", "m", "tab", "o", "n", "tab", "enter"], "on-call fix"),
        (["8", "@", "m", "tab", *"the", "space", "o", "n", "tab", "enter"], "the on-call fix"),
    ],
)
async def test_maya_and_the_on_call_fix_are_named_with_at_most_twelve_keys(
    known: RapportApp, workspace: Workspace, keys: list[str], what: str
) -> None:
    assert len(keys) <= 12
    async with known.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)

        entry = service.entries(workspace)[-1]
        assert len(service.entries(workspace)) == 3
        assert (entry.practice, entry.what) == ("thanks", what)
        assert [service.names(workspace)[key] for key in entry.people] == ["Maya"]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("the docs", "today"),
        ("the docs (yesterday)", "Sat 21"),
        ("yesterday: the docs", "Sat 21"),
        ("the docs (fri)", "Fri 20"),
        ("the docs (3 days ago)", "Thu 19"),
        ("the docs (2026-10-01)", "1 Oct"),
    ],
)
async def test_the_day_that_a_line_names_is_read_back(app: RapportApp, said: str, day: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("8")
        await type_line(pilot, said)
        assert reading(app) == f"Thanks · the docs · {day}"


async def test_a_bracket_that_is_no_date_yet_is_read_as_text_and_blocks_nothing(
    app: RapportApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("8", *"fix", "space", "(", *"yest")
        assert reading(app) == "Thanks · fix (yest · today"
        await pilot.press(*"erday", ")")
        assert reading(app) == "Thanks · fix · Sat 21"


async def test_who_is_not_known_is_read_back_as_new_and_who_is_known_is_not(
    known: RapportApp, workspace: Workspace
) -> None:
    async with known.run_test(size=(80, 24)) as pilot:
        await pilot.press("8")
        await type_line(pilot, "@maya and @zoe.ek the tests of the importer")
        assert reading(known) == "Thanks · Maya, Zoe Ek (new) · the tests of the importer · today"
        await pilot.press("enter")
        assert is_shown(known, "Logged: Thanks · Maya, Zoe Ek (new) · the tests of")
        await pilot.press("8")
        await type_line(pilot, "@zoe.ek the docs")
        assert reading(known) == "Thanks · Zoe Ek · the docs · today"
        await pilot.press("escape", "u")

        assert sorted(service.names(workspace).values()) == ["Mark", "Maya"]
        assert len(service.entries(workspace)) == 2


async def test_several_people_are_thanked_in_one_entry(
    known: RapportApp, workspace: Workspace
) -> None:
    async with known.run_test(size=(80, 24)) as pilot:
        await pilot.press("8", "@", *"may", "tab", "@", *"mar", "tab")
        await type_line(pilot, "the release, with @tom because it was calm")
        await pilot.press("enter")

        entry = service.entries(workspace)[-1]
        names = service.names(workspace)
        assert [names[key] for key in entry.people] == ["Maya", "Mark", "Tom"]
        assert (entry.what, entry.why) == ("the release, with Tom", "it was calm")


async def test_tab_takes_the_candidates_in_turn_and_shift_tab_the_other_way(
    known: RapportApp,
) -> None:
    async with known.run_test(size=(80, 24)) as pilot:
        await pilot.press("8", "@", "m")
        assert aside(known) == "tab @maya Maya · @mark Mark"
        turns = []
        for key in ("tab", "tab", "tab", "shift+tab", "shift+tab"):
            await pilot.press(key)
            turns.append(line(known))
        assert turns == ["@maya ", "@mark ", "@maya ", "@mark ", "@maya "]
        assert aside(known) == "tab [@maya Maya] · @mark Mark"


async def test_shift_tab_begins_with_the_last_candidate_and_goes_back_from_there(
    known: RapportApp,
) -> None:
    async with known.run_test(size=(80, 24)) as pilot:
        await pilot.press("8", "/", "shift+tab")
        assert line(known) == "/relay "
        await pilot.press("shift+tab")
        assert line(known) == "/quiet "


async def test_moves_and_tags_are_completed(known: RapportApp, workspace: Workspace) -> None:
    async with known.run_test(size=(80, 24)) as pilot:
        await pilot.press("8", "/", "q")
        assert aside(known).startswith("tab /quiet for unseen work")
        await pilot.press("tab", *"docs", "space", "#", "p", "tab", "#", *"pl", "tab", "enter")

        entry = service.entries(workspace)[-1]
        assert (entry.move, entry.what, entry.tags) == ("quiet", "docs", ("product", "plan"))


async def test_a_reason_is_never_completed_but_people_in_it_are(known: RapportApp) -> None:
    async with known.run_test(size=(80, 24)) as pilot:
        await pilot.press("8")
        await type_line(pilot, "docs because on")
        await pilot.press("tab")
        assert line(known) == "docs because on"
        assert "tab" not in aside(known)
        await pilot.press("space", "@", *"ma", "tab")
        assert line(known) == "docs because on @maya "


@pytest.mark.parametrize("said", ["it saved", "the lau", "nobo"])
async def test_what_a_reason_said_is_never_offered(known: RapportApp, said: str) -> None:
    async with known.run_test(size=(80, 24)) as pilot:
        await pilot.press("8")
        await type_line(pilot, said)
        await pilot.press("tab")
        assert line(known) == said


async def test_a_word_is_completed_where_it_ends_and_a_blank_is_not_doubled(
    known: RapportApp,
) -> None:
    async with known.run_test(size=(80, 24)) as pilot:
        await pilot.press("8")
        await type_line(pilot, "@ma the docs")
        await pilot.press("home", "right", "right", "tab")
        assert line(known) == "@ma the docs"
        await pilot.press("right", "tab", "tab")
        assert line(known) == "@mark the docs"


async def test_what_was_just_logged_is_known_to_the_next_line(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("8")
        await type_line(pilot, "@zoe the wobbly build")
        await pilot.press("enter", "1", "@", "z", "tab", *"wo", "tab")
        assert line(app) == "@zoe wobbly build"
        await pilot.press("escape", "u", "2", "@", "z", "tab")
        assert line(app) == "@z"


async def test_what_another_process_logged_is_known_to_the_next_line(
    app: RapportApp, home: Home, clock: FixedClock
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("8", "@", "z", "tab")
        assert line(app) == "@z"
        service.log(service.open_workspace(home, clock), THANKS, "@zoe the build")
        await pilot.press("enter", "8", "@", *"zo", "tab")
        assert line(app) == "@zoe "


async def test_the_kind_of_act_is_chosen_from_a_list_and_what_is_written_stays(
    known: RapportApp, workspace: Workspace
) -> None:
    async with known.run_test(size=(80, 24)) as pilot:
        await pilot.press("8")
        await type_line(pilot, "@maya the docs")
        await pilot.press("down")
        assert is_shown(known, "/quiet")
        assert is_shown(known, "for unseen work: tests, docs, on-call")
        await pilot.press("j", "enter")
        assert line(known) == "/quiet @maya the docs"
        await pilot.press("down", "j", "j", "enter")
        assert line(known) == "/relay @maya the docs"
        await pilot.press("down", "escape", "enter")

        assert service.entries(workspace)[-1].move == "relay"


async def test_a_move_that_was_taught_is_chosen_and_completed_like_any_other(
    app: RapportApp, workspace: Workspace
) -> None:
    service.edit_practice(workspace, THANKS, PracticeEdit(move="cake", meaning="bring one"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("8", "/", "c", "tab")
        assert line(app) == "/cake "
        await pilot.press("enter", "8", "down")
        assert is_shown(app, "bring one")
        await pilot.press("k", "enter", "enter")

        assert [entry.move for entry in service.entries(workspace)] == ["cake", "cake"]


@pytest.mark.parametrize("said", ["great job", "docs", "great job because it was needed"])
async def test_a_hint_asks_and_blocks_nothing(
    app: RapportApp, workspace: Workspace, said: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("8")
        await type_line(pilot, said)
        assert aside(app) == ASKING
        await pilot.press("enter")
        assert len(service.entries(workspace)) == 1


async def test_where_enough_is_said_nothing_is_asked(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("8")
        assert not is_shown(app, ASKING)
        await type_line(pilot, "on-call fix because it saved the launch")
        assert not is_shown(app, ASKING)


async def test_enter_saves_all_of_the_line_from_anywhere_in_it(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("8")
        await type_line(pilot, "the on-call fix")
        await pilot.press("home", "right", "enter")
        assert [entry.what for entry in service.entries(workspace)] == ["the on-call fix"]


async def test_a_refused_line_can_be_mended_where_it_stands(
    app: RapportApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("8")
        await type_line(pilot, "/nope the docs")
        await pilot.press("home", "enter")
        assert is_shown(app, "thanks › /nope the docs")
        assert reading(app).startswith("Thanks has no move '/nope'.")
        await pilot.press(*["delete"] * 6, "enter")
        assert [entry.what for entry in service.entries(workspace)] == ["the docs"]


async def test_a_slip_that_was_begun_is_a_draft_of_its_own(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3")
        await type_line(pilot, "half a thought")
        await pilot.press("escape", "x")
        await type_line(pilot, "I drew the schema")
        await pilot.press("escape", "3")
        assert line(app) == "half a thought"
        await pilot.press("escape", "x")
        assert line(app) == "/dictated I drew the schema"


async def test_a_line_that_was_emptied_leaves_no_draft(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "j", "x", "ctrl+u", "escape", "x")
        assert line(app) == "/dictated "


@pytest.mark.parametrize(
    ("moves", "preset"), [((), "@"), (("talk",), "/talk @"), (("talk", "spark"), "/talk @")]
)
async def test_a_bare_entry_for_each_person_asks_for_the_name_in_a_line_that_counts(
    app: RapportApp, workspace: Workspace, moves: tuple[str, ...], preset: str
) -> None:
    growth = BY_SLUG["growth"]
    service.archive_practice(workspace, growth)
    promise = Promise("Talks", parse_cadence("monthly"), moves, each_person=True)
    service.add_habit(workspace, growth, promise)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["j"] * 6, "space")
        assert line(app) == preset
        assert service.entries(workspace) == ()
        await pilot.press(*"maya", "enter")

        (entry,) = service.entries(workspace)
        assert entry.move == (moves[0] if moves else None)
        assert list(service.names(workspace).values()) == ["Maya"]

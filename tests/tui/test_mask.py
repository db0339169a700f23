"""Behind the mask no screen, message or menu tells a name or a text, and all can still be done."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from habits import service
from habits.cadence import parse_cadence
from habits.change_words import change_words
from habits.model import Recognition, Remark
from habits.person import Topic
from habits.practices import BY_SLUG, PRACTICES
from habits.service import Edit, PracticeEdit, Promise
from habits.service.mask import mask_of
from tests.records import promised
from tests.tui.screen_text import is_shown, row, shown
from tests.tui.test_today import type_line
from tui.app import RapportApp
from tui.session import Session
from tui.widgets.quick_line import QuickLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.pilot import Pilot

    from habits.clock import FixedClock
    from habits.model import Person
    from habits.service import Workspace
    from habits.store.home import Home

THANKS, GROWTH = BY_SLUG["thanks"], BY_SLUG["growth"]

HIDDEN = "zz"
"""What all names and texts of the home have in them, and nothing that rapport says itself."""


@pytest.fixture
def masked(workspace: Workspace) -> RapportApp:
    """The app on a home in which everything that can be private is."""
    service.add_people(workspace, ["Jazz Fizz", "Buzz"])
    people = [each.id for each in service.people(workspace)]
    service.edit_practice(workspace, THANKS, PracticeEdit(name="Pizzazz"))
    service.edit_practice(workspace, THANKS, PracticeEdit(move="pizza", meaning="buzz of it"))
    talks = Promise(
        "A muzzy talk that nobody of them all would ever want to see", parse_cadence("monthly"),
        ("talk",), each_person=True,
    )  # fmt: skip
    service.add_habit(workspace, GROWTH, talks)
    promise = Promise("Dazzle them", parse_cadence("weekly"), ("pizza",))
    change = service.add_habit(workspace, THANKS, promise)
    service.edit_habit(workspace, change.habits[0].either.id, Edit(cadence=parse_cadence("daily")))
    service.log(workspace, THANKS, "/pizza @buzz the fuzzy fix because it drizzled #razz")
    service.log(workspace, GROWTH, "/talk @jazz.fizz puzzles")
    for each in people:
        service.edit_person(workspace, each, role="Wizard", manager="Liza")
        service.add_remark(workspace, each, Topic.AIMS, "puzzling", shared=True)
        service.add_remark(workspace, each, Topic.SPARKS, "pizza")
    service.set_north_star(workspace, "No more fizzling")
    promised(workspace, "Puzzle it out", date(2026, 11, 20), tuple(people[:1]))
    service.add_follow_up(workspace, "Grizzly bears", date(2026, 11, 23), people)
    return RapportApp(lambda: Session(workspace))


def stand_in(workspace: Workspace, name: str) -> Person:
    """Return who stands in for a person."""
    session = Session(workspace)
    session.turn_mask()
    assert session.mask is not None
    return session.mask.person(next(p for p in service.people(workspace) if p.name == name))


def assert_tells_nothing(app: RapportApp, after: object) -> None:
    """Check that nothing secret is on the screen."""
    told = [text for text in shown(app) if HIDDEN in text.casefold()]
    assert not told, f"after {after}: {told}"


async def walk(pilot: Pilot[None], app: RapportApp, steps: Sequence[str]) -> None:
    """Press keys one by one, and look at the screen after each."""
    for number, key in enumerate(steps):
        await pilot.press(key)
        assert_tells_nothing(app, steps[: number + 1])


async def test_without_the_mask_all_of_it_is_shown(masked: RapportApp) -> None:
    async with masked.run_test(size=(120, 40), notifications=True) as pilot:
        for word in ("Pizzazz", "fizzling", "Puzzle it", "Grizzly", "Jazz Fizz", "fuzzy fix"):
            assert is_shown(masked, word)
        await pilot.press("l")
        assert is_shown(masked, "/pizza Buzz: the fuzzy fix because it drizzled #razz")


ON_A_ROW = {
    "logged": (
        ("enter", "j", "k", "enter"),
        ("8", "/", "tab", "tab", "tab", "tab", "down", "j", "j", "j", "enter", "enter", "u"),
        ("8", "@", "tab", "tab", "shift+tab", "ctrl+u", "escape"),
        ("8", "/", "n", "o", "enter", "ctrl+u", "(", "1", "2", ")", "enter", "ctrl+u", "escape"),
        ("space", "escape", "u", "U", "u"),
        ("x", "enter", "escape", "u"),
        ("s", "s", "u"),
        ("f", "@", "tab", "a", "enter", "u", "escape"),
        ("d", "w", "escape"),
    ),
    "changed": (
        ("e", "enter"),
        ("e", "j", "enter", "ctrl+u", *"weekly", "enter", "u", "escape"),
        ("e", "j", "j", "enter", "escape"),
        ("e", "j", "j", "j", "enter", "escape"),
        ("e", "j", "j", "j", "j", "enter", "escape"),
        ("e", "j", "j", "j", "j", "j", "enter", "j", "j", "j", "enter", "u", "escape"),
        ("a", "j", "j", "escape", "a", "G", "escape"),
        ("n", "enter", "escape", "n", "a", "enter", "u"),
    ),
    "rested": (
        ("z", "enter", "enter", "z", "enter", "u", "u"),
        ("z", "j", "enter", "enter", "z", "j", "enter", "u", "u"),
        ("z", "j", "j", "enter", "enter", "z", "j", "j", "enter", "u", "u"),
        ("A", "A", "u", "u"),
        ("S", "S", "u", "u"),
        ("question_mark", "escape", "f1", "escape"),
        ("ctrl+p", "m", "o", "escape"),
        ("comma", "j", "j", "escape"),
    ),
}
"""What is done on a row, one way after another."""


@pytest.mark.parametrize("place", [pytest.param(6, marks=pytest.mark.faults), 7])
@pytest.mark.parametrize("ways", ON_A_ROW.values(), ids=ON_A_ROW)
async def test_on_today_nothing_is_told_whatever_is_done_on_a_row(
    masked: RapportApp, ways: Iterable[Sequence[str]], place: int
) -> None:
    async with masked.run_test(size=(120, 40), notifications=True) as pilot:
        await walk(pilot, masked, ["m"])
        for steps in ways:
            await pilot.press("g", *["j"] * place)
            await walk(pilot, masked, steps)
        await pilot.press("m")
        await walk(pilot, masked, ["m"])


async def test_on_further_habits_and_follow_ups_nothing_is_told(masked: RapportApp) -> None:
    async with masked.run_test(size=(120, 40), notifications=True) as pilot:
        await walk(pilot, masked, ["m", *["j"] * 7, "enter", "j"])
        for key in ("e", "escape", "s", "u", "A", "u", "z", "escape"):
            await walk(pilot, masked, [key])
        await walk(pilot, masked, ["j", "d", "u", "w", *"fri", "enter", "u", "space", "x"])


IN_THE_LOGBOOK = (
    ("j", "k", "g", "G"),
    ("e", "enter", "E"),
    ("w", *"fri", "enter", "u"),
    ("d", "d", "u", "u", "U", "u"),
    ("f", "a", "enter", "u"),
    ("b", "k", "escape", "b", "G", "k", "enter", "escape"),
    ("y", "enter", "y", "y", *"today", "enter", "escape"),
    ("slash", "@", "tab", "enter", "slash", "#", "tab", "enter", "escape"),
    ("8", "@", "tab", "a", "enter", "u"),
    ("question_mark", "escape", "comma", "escape", "ctrl+p", "escape"),
    ("t", "l"),
)


async def test_in_the_logbook_nothing_is_told_whatever_is_done(masked: RapportApp) -> None:
    async with masked.run_test(size=(120, 40), notifications=True) as pilot:
        await walk(pilot, masked, ["m", "l"])
        for steps in IN_THE_LOGBOOK:
            await pilot.press("g")
            await walk(pilot, masked, steps)


AMONG_PEOPLE = {
    "logged": (
        ("j", "k", "G", "g", "w"),
        ("slash", "p", "escape", "slash", *"person", "enter", "escape"),
        ("8", "a", "enter", "u", "U", "u"),
        ("i", "a", "enter", "u", "s", "a", "enter", "u"),
        ("z", "enter", "z", "u", "u"),
        ("A", "enter", "A", "u", "u"),
        ("f", "a", "enter", "u"),
        ("a", "escape"),
        ("question_mark", "escape", "ctrl+p", "escape"),
    ),
    "changed": (
        ("e", *["j"] * 8, "escape", "e", "enter"),
        ("e", *["j"] * 4, "enter", *"today", "enter", "u"),
        ("e", *["j"] * 5, "enter", "enter", "u"),
        (*("e", *["j"] * 6, "enter", "enter"), *("e", *["j"] * 6, "enter", "G", "enter", "escape")),
        ("e", *["j"] * 8, "enter", "enter", "u"),
    ),
}
"""What is done with somebody, one way after another."""


@pytest.mark.parametrize(
    "before",
    [
        pytest.param(("t", "p", "g"), id="people", marks=pytest.mark.faults),
        pytest.param(("t", "p", "g", "enter"), id="page"),
    ],
)
@pytest.mark.parametrize("ways", AMONG_PEOPLE.values(), ids=AMONG_PEOPLE)
async def test_among_people_nothing_is_told_whatever_is_done(
    masked: RapportApp, ways: Iterable[Sequence[str]], before: Sequence[str]
) -> None:
    on_page = {"e": "c"} if "enter" in before else {}
    async with masked.run_test(size=(120, 40), notifications=True) as pilot:
        await walk(pilot, masked, ["m", *before])
        for steps in ways:
            await pilot.press(*before)
            await walk(pilot, masked, [on_page.get(key, key) for key in steps])


async def test_what_was_told_before_is_told_no_longer(masked: RapportApp) -> None:
    async with masked.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("8", "@", *"buzz", "enter")
        assert is_shown(masked, "Logged: Pizzazz · Buzz")
        masked.notify("Buzz is damaged", markup=False)
        await pilot.press("l")
        await walk(pilot, masked, ["m", "t"])


async def test_what_was_looked_for_before_is_not_in_the_line(masked: RapportApp) -> None:
    async with masked.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("slash", *"fuzzy", "enter", "m")
        assert_tells_nothing(masked, "m")
        assert is_shown(masked, "note ")
        await walk(pilot, masked, ["slash", "escape"])


async def test_a_draft_is_not_shown_behind_the_mask_and_is_there_after_it(
    masked: RapportApp,
) -> None:
    async with masked.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("8", *"fuzz", "escape", "f", *"buzz", "escape", "m")
        await walk(pilot, masked, ["8", *"note", "escape", "f", "escape"])
        await pilot.press("m", "8")
        assert masked.screen.query_one(QuickLine).text == "fuzz"
        await pilot.press("escape", "m", "8")
        assert masked.screen.query_one(QuickLine).text == "note"


async def test_what_is_changed_has_to_be_seen(masked: RapportApp, workspace: Workspace) -> None:
    before = list(service.history(workspace))
    async with masked.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("m", *["j"] * 7)
        for down in (0, 2, 3, 4):
            await pilot.press("e", *["j"] * down, "enter")
            assert is_shown(masked, "The mask hides what would be changed.")
            assert not masked.screen.query_one(QuickLine).is_open
        await pilot.press("l", "e")
        assert is_shown(masked, "The mask hides what would be changed.")
    assert list(service.history(workspace)) == before


async def test_what_is_logged_behind_the_mask_means_the_true_people_and_moves(
    masked: RapportApp, workspace: Workspace
) -> None:
    buzz, jazz = stand_in(workspace, "Buzz"), stand_in(workspace, "Jazz Fizz")
    async with masked.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("m", "8", "/", "m", "o", "v", "tab", "@", *buzz.handle, "tab")
        await type_line(pilot, f"@{jazz.handle} the docs, and @buzz")
        assert is_shown(masked, f"· {buzz.name}, {jazz.name} · the docs, and {buzz.name} · today")
        await pilot.press("enter")
        assert_tells_nothing(masked, "enter")

    entry = service.entries(workspace)[-1]
    names = service.names(workspace)
    assert (entry.move, entry.what) == ("pizza", "the docs, and Buzz")
    assert [names[key] for key in entry.people] == ["Buzz", "Jazz Fizz"]
    assert len(service.people(workspace)) == 2


async def test_who_is_new_gets_a_stand_in_at_once_and_undo_tells_it_too(
    masked: RapportApp, workspace: Workspace
) -> None:
    async with masked.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("m", "8", "@", *"lizzy", "enter")
        assert_tells_nothing(masked, "enter")
        new = stand_in(workspace, "Lizzy")
        assert is_shown(masked, f"Logged: Thanks · {new.name} (new) · today")
        await pilot.press("u")
        assert is_shown(masked, f"Undone: Thanks · {new.name} · today")


async def test_undo_and_redo_of_all_that_was_done_before_tell_nothing(
    masked: RapportApp, workspace: Workspace
) -> None:
    acts = len(list(service.history(workspace)))
    async with masked.run_test(size=(120, 40), notifications=True) as pilot:
        await walk(pilot, masked, ["m", *["u"] * acts, *["U"] * acts])
        assert is_shown(masked, "Redone: Follow-up: follow-up ")


async def test_undo_of_what_only_the_mask_hides_says_so(
    masked: RapportApp, workspace: Workspace
) -> None:
    service.edit_practice(workspace, BY_SLUG["trust"], PracticeEdit(name="Fizz"))
    async with masked.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("m", "u")
        assert is_shown(masked, "Undone: what the mask hides")
        assert_tells_nothing(masked, "u")


async def test_behind_the_mask_a_promise_of_the_users_own_counts_its_own_moves(
    masked: RapportApp, workspace: Workspace
) -> None:
    service.archive_habit(workspace, next(h.id for h in workspace.ledger.habits() if h.flagship
                                          and h.practice == "thanks"))  # fmt: skip
    async with masked.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("m", *["j"] * 7, "space")
        assert_tells_nothing(masked, "space")
    assert service.entries(workspace)[-1].move == "pizza"


async def test_the_eight_and_what_every_home_has_are_called_as_they_are(
    masked: RapportApp,
) -> None:
    async with masked.run_test(size=(120, 40)) as pilot:
        await pilot.press("m")
        assert [line[5:17].strip() for line in shown(masked)[3:11]] == [p.name for p in PRACTICES]
        assert is_shown(masked, "Tie the work to the north star · weekly")
        assert "note " in row(masked, 8)
        await pilot.press("m")
        assert "the fuzzy fix" in row(masked, 8)


def test_stand_ins_stay_when_others_come_go_and_the_home_is_opened_anew(
    workspace: Workspace, home: Home, clock: FixedClock
) -> None:
    service.add_people(workspace, ["Maya", "Tom", "Ana"])
    before = {name: stand_in(workspace, name).name for name in ("Maya", "Tom", "Ana")}
    service.add_people(workspace, [f"New {number}" for number in range(20)])
    again = service.open_workspace(home, clock)
    assert {name: stand_in(again, name).name for name in before} == before
    service.undo(again)
    assert {name: stand_in(again, name).name for name in before} == before


def test_of_a_person_only_their_days_and_how_they_like_recognition_are_seen(
    workspace: Workspace,
) -> None:
    service.add_people(workspace, ["Buzz", "Jazz"])
    buzz, jazz = service.people(workspace)
    told = (Remark(date(2026, 11, 20), "puzzles", shared=True), Remark(date(2026, 11, 21), "fuzz"))
    known: dict[str, Any] = {
        "joined": date(2026, 3, 1), "left": date(2026, 11, 30), "recognition": Recognition.WRITTEN,
    }  # fmt: skip
    service.edit_person(
        workspace, buzz.id, role="wizard", manager="Jazz", aims=told, sparks=told, **known
    )
    seen = stand_in(workspace, "Buzz")

    assert HIDDEN not in repr(seen)
    assert (seen.role, seen.manager) == ("a role", "a manager")
    assert seen.aims == tuple(replace(each, text=f"aim {n}") for n, each in enumerate(told, 1))
    assert seen.sparks == tuple(replace(each, text=f"spark {n}") for n, each in enumerate(told, 1))
    assert {name: getattr(seen, name) for name in known} == known
    nothing_known = stand_in(workspace, "Jazz")
    assert (nothing_known.id, nothing_known.role, nothing_known.manager) == (jazz.id, "", "")


async def test_undo_of_what_was_learnt_of_a_person_tells_nothing(
    masked: RapportApp, workspace: Workspace
) -> None:
    buzz = next(each for each in service.people(workspace) if each.name == "Buzz")
    service.edit_person(workspace, buzz.id, name="Lizz", handle="lizz", role="wizard")
    service.edit_person(workspace, buzz.id, aims=(Remark(date(2026, 11, 20), "puzzles"),))
    async with masked.run_test(size=(120, 40), notifications=True) as pilot:
        await walk(pilot, masked, ["m", "u", "u", "U", "U"])


async def test_behind_the_mask_a_new_habit_counts_the_users_own_moves(
    masked: RapportApp, workspace: Workspace
) -> None:
    async with masked.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("m", *["j"] * 7, "a", "k", "enter")
        await type_line(pilot, "Say it")
        await pilot.press("enter")
        (stand_in,) = {word for text in shown(masked) for word in re.findall(r"/move\d+", text)}
        await walk(pilot, masked, tuple(f"weekly {stand_in}"))
        assert is_shown(masked, f"Say it · weekly · {stand_in}")
        await walk(pilot, masked, ("enter",))
        assert is_shown(masked, "Added: ")
    (habit,) = [each for each in workspace.ledger.habits() if each.name == "Say it"]
    assert habit.moves == ("pizza",)


def test_who_was_merged_has_the_stand_in_of_who_stays_and_is_told_by_their_own(
    workspace: Workspace,
) -> None:
    service.add_people(workspace, ["Jazz", "Buzz"])
    service.log(workspace, THANKS, "@jazz the fix")
    buzz, jazz = service.people(workspace)
    mask = mask_of(workspace)
    own, other = mask.person(jazz), mask.person(buzz)
    change = service.merge_people(workspace, jazz.id, buzz.id)
    telling = mask_of(workspace, change)
    names = telling.names(service.labels(workspace, change))
    words = change_words(telling.change(change), names, workspace.today, telling.practices)
    assert words == [f"{own.name} is {other.name} from now on"]

    after = mask_of(workspace)
    assert after.names(service.names(workspace)) == {buzz.id: other.name, jazz.id: other.name}
    assert after.words("Jazz and Buzz") == f"{other.name} and {other.name}"
    assert after.unmasked(f"@{other.handle} x") == "@buzz x"
    assert after.vocabulary(service.vocabulary(workspace)).people == [(other.handle, other.name)]

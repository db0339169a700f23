"""Evidence and exports of a person are made in the app, and a person is taken out for good."""

from __future__ import annotations

import json
from asyncio import timeout, to_thread
from threading import Semaphore
from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.errors import RefusedError
from habits.person import Topic
from habits.practices import BY_SLUG
from habits.store import upkeep
from tests.hostile import each_hostile_drawn
from tests.tui.peoples import meet_some, name_here, person_of
from tests.tui.screen_text import is_shown, shown
from tests.tui.test_hostile import if_let_in, require_harmless
from tests.tui.test_person_actions import MASKED, choose
from tests.tui.test_practice_actions import anew
from tests.tui.test_today import type_line
from tui.dialogs.preview import PreviewDialog
from tui.messages import LongAct
from tui.screens.people import PeopleScreen
from tui.screens.working import LOOK_SECONDS, Working

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from textual.pilot import Pilot

    from habits.progress import Stage, Told
    from habits.service import Workspace
    from habits.store import Store
    from tui.app import RapportApp
    from tui.outcome import Outcome

MARKDOWN, HTML, COVER, KEEP = range(4)
"""Where these stand under the preview of evidence."""

EVIDENCE, EXPORT, ANONYMISE, ERASE = range(9, 13)
"""Where these stand in the menu of a person."""

WHERE = pytest.mark.parametrize(
    ("way", "key"), [(("p", "end"), "e"), (("p", "end", "enter"), "c")], ids=["table", "page"]
)
LINES = (
    (
        "thanks",
        "/quiet @maya the Acme fix with @dev because then Kim Roe could ship it (2026-11-18)",
    ),
    ("thanks", "/quiet @maya the old thing because it held (2026-01-08)"),
    ("credit", "/public @maya the import (2026-11-12)"),
)


def meet_more(workspace: Workspace) -> None:
    """Log what names a customer and somebody who is not known, and what is long ago."""
    meet_some(workspace)
    for slug, line in LINES:
        service.log(workspace, BY_SLUG[slug], line)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and wait until what they begin is done."""
    await pilot.press(*keys)
    await pilot.pause()
    await pilot.pause()


async def under(pilot: Pilot[None], number: int) -> None:
    """Choose what stands at a number under a preview."""
    assert isinstance(pilot.app.screen, PreviewDialog)
    await press(pilot, *["j"] * number, "enter")


def is_said(app: RapportApp, text: str) -> bool:
    """Return whether a text stands on the screen, on one line or on several."""
    return text in " ".join(line.strip("│ ") for line in shown(app))


def files(workspace: Workspace) -> list[Path]:
    """Return what stands among the exports."""
    folder = workspace.store.home.exports
    return sorted(folder.iterdir()) if folder.exists() else []


def all_bytes(workspace: Workspace) -> bytes:
    """Return everything in the home: what every file is called, and what it holds."""
    paths = [path for path in workspace.store.home.path.rglob("*") if path.is_file()]
    return b"".join(str(path.name).encode() + path.read_bytes() for path in paths)


@WHERE
async def test_the_preview_of_evidence_names_who_is_in_it_and_the_file_is_for_the_user_alone(
    app: RapportApp, workspace: Workspace, way: tuple[str, ...], key: str
) -> None:
    del key
    meet_more(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*way, "v")
        assert is_shown(app, "evidence since › 2026-05-24")
        await press(pilot, "enter")
        assert is_shown(app, "2 moments of Maya.")
        assert is_said(app, "Names left in, as far as they can be told: Acme, Kim, Roe.")
        assert is_said(app, "Covered: Dev (a teammate)")
        assert is_said(app, "without why it mattered (2)")
        await under(pilot, MARKDOWN)
        assert is_shown(app, "write to › evidence-maya-2026-11-22.md")
        assert files(workspace) == []
        await press(pilot, "enter")
        (path,) = files(workspace)
        assert path.name == "evidence-maya-2026-11-22.md"
        assert path.stat().st_mode & 0o777 == 0o600
        assert is_shown(app, f"Written: {path.name}, in")
        text = path.read_text()
        assert "the on-call fix" in text
        assert "Kim Roe" in text
        assert "Dev" not in text
        assert name_here(app) == "Maya"


KEPT_OUT = (
    ("thanks", "@maya"),
    ("thanks", "@maya the unexplained test"),
    ("trust", "/dictated @maya the dictated schema because of haste"),
    ("credit", "/unnamed @maya the unnamed launch because of haste"),
    ("respect", "/ally @maya the complaint because support was angry"),
    ("growth", "/talk @maya the secret plan because it was time"),
    ("growth", "/match @maya the fitting project because it fits the plan"),
)


@pytest.mark.parametrize("kind", [MARKDOWN, HTML])
async def test_evidence_tells_moments_in_full_and_leaves_out_what_is_not_theirs_to_show(
    app: RapportApp, workspace: Workspace, kind: int
) -> None:
    meet_some(workspace)
    line = "/public @maya the importer https://git.example/7 because imports hold #written"
    for practice, text in (("credit", line), *KEPT_OUT):
        service.log(workspace, BY_SLUG[practice], text)
    key = person_of(workspace, "Maya").id
    service.add_remark(workspace, key, Topic.AIMS, "the shared aim", shared=True)
    service.add_remark(workspace, key, Topic.AIMS, "the secret aim")
    service.add_remark(workspace, key, Topic.SPARKS, "the secret spark")
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "p", "end", "v", "enter")
        assert is_said(app, "2 moments of Maya.")
        for reason in ("slips (2)", "standing up for them (1)", "talk of aims (2)"):
            assert is_said(app, reason)
        await under(pilot, kind)
        await press(pilot, "enter")
    text = files(workspace)[0].read_text()
    for said in (
        *("not a rating", "2026-11-22", "built by them", "the importer", "imports hold"),
        *("in public and in writing", "https://git.example/7", "the shared aim"),
    ):
        assert said in text
    for word in ("secret", "unexplained", "dictated", "unnamed", "complaint", "fitting"):
        assert word not in text


async def test_evidence_since_the_beginning_is_written_as_a_page_anywhere(
    app: RapportApp, workspace: Workspace, tmp_path: Path
) -> None:
    meet_more(workspace)
    path = tmp_path / "for maya.html"
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p", "end", "v", "ctrl+u")
        assert is_shown(app, "Maya · from the first entry on")
        await press(pilot, "enter")
        assert is_shown(app, "3 moments of Maya.")
        await under(pilot, HTML)
        await anew(pilot, str(path))
    assert "<html" in path.read_text()
    assert path.stat().st_mode & 0o777 == 0o600
    assert files(workspace) == []


async def test_a_word_is_covered_from_the_preview_and_another_one_stays(
    app: RapportApp, workspace: Workspace
) -> None:
    meet_more(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p", "end", "v", "enter")
        await under(pilot, COVER)
        assert is_shown(app, "Acme")
        await press(pilot, "enter")
        assert is_shown(app, "Acme is")
        await press(pilot, "j", "enter")
        assert is_said(app, "told: Kim, Roe.")
        assert is_said(app, "Acme (a customer)")
        await under(pilot, COVER)
        await press(pilot, "j", "j", "enter")
        await type_line(pilot, "Kim Roe")
        await press(pilot, "enter", "enter")
        assert is_said(app, "No names are left in")
        await under(pilot, KEEP)
        await type_line(pilot, "Dev")
        await press(pilot, "enter")
        assert is_said(app, "told: Dev")
        await under(pilot, MARKDOWN)
        await press(pilot, "enter")
    text = files(workspace)[0].read_text()
    assert "a customer fix with Dev" in text
    assert "then someone could ship it" in text


async def test_whoever_turns_back_on_the_way_to_a_file_comes_to_the_preview(
    app: RapportApp, workspace: Workspace
) -> None:
    meet_more(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p", "end", "v", "enter")
        for number in (MARKDOWN, KEEP):
            await under(pilot, number)
            await press(pilot, "escape")
        await under(pilot, COVER)
        await press(pilot, "k", "enter")
        await under(pilot, KEEP)
        await press(pilot, "enter")
        assert is_shown(app, "There are no words in it.")
        await press(pilot, "escape")
        await press(pilot, "escape")
        assert isinstance(app.screen, PeopleScreen)
        assert files(workspace) == []


async def test_no_file_is_written_over_and_what_cannot_be_a_file_stays_in_the_line(
    app: RapportApp, workspace: Workspace, tmp_path: Path
) -> None:
    meet_more(workspace)
    (tmp_path / "here").write_text("mine")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p", "end", "v", "enter")
        await under(pilot, MARKDOWN)
        await anew(pilot, str(tmp_path / "here"))
        assert any("Name another file." in line for line in shown(app))
        assert not any("--force" in line for line in shown(app))
        await anew(pilot, str(tmp_path))
        assert is_said(app, "is a folder.")
        await anew(pilot, "~nobody-of-this-name/x")
        assert is_shown(app, "names a user who has no home.")
        await anew(pilot, " ")
        assert is_shown(app, "Name a file; without a folder")
    assert (tmp_path / "here").read_text() == "mine"
    assert files(workspace) == []


@WHERE
async def test_all_that_is_held_is_exported_for_the_user_alone(
    app: RapportApp, workspace: Workspace, way: tuple[str, ...], key: str
) -> None:
    meet_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*way)
        for kind in ("md", "json"):
            await choose(pilot, key, EXPORT)
            await press(pilot, *["j"] * (kind == "json"), "enter")
            (path,) = (each for each in files(workspace) if each.suffix == f".{kind}")
            assert is_shown(app, f"Written: {path.name}")
            assert path.stat().st_mode & 0o777 == 0o600
            text = path.read_text()
            assert "the on-call fix" in text
            assert kind == "md" or json.loads(text)["handle"] == "maya"


@WHERE
async def test_erasing_is_read_first_and_leaves_no_byte_of_them(
    app: RapportApp, workspace: Workspace, way: tuple[str, ...], key: str
) -> None:
    meet_some(workspace)
    service.log(workspace, BY_SLUG["trust"], "as Maya asked")
    workspace.checkpoint()
    service.log(workspace, BY_SLUG["trust"], "to be undone for @maya")
    service.undo(workspace)
    workspace.checkpoint()
    service.backup(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *way)
        await choose(pilot, key, EXPORT)
        await press(pilot, "enter")
        assert len(files(workspace)) == 1
        home = workspace.store.home
        kinds = ([home.data], [home.previous], home.ops.iterdir(), home.backups.iterdir())
        for paths in (*kinds, files(workspace)):
            assert any(b"maya" in path.read_bytes().lower() for path in paths)
        await choose(pilot, key, ERASE)
        await pilot.pause()
        assert is_shown(app, "Maya goes, with @maya and all that is known of them.")
        assert is_shown(app, "2 entries go, naming nobody else.")
        assert is_said(app, "This cannot be taken back, not even by undo.")
        await under(pilot, 0)
        assert person_of(workspace, "Maya").left is None
        await choose(pilot, key, ERASE)
        await pilot.pause()
        await under(pilot, 1)
        await worked(pilot)
        assert isinstance(app.screen, PeopleScreen)
        assert is_shown(app, "Erased, from every file of this home.")
        assert [each.name for each in service.people(workspace)] == ["Ana", "Dev", "Zoe"]
        assert app.screen.person is not None
        await press(pilot, "u")
        assert is_said(app, "Erasing cannot be taken back. Undone, from before it: ")
        assert not is_shown(app, "Maya")
    left = all_bytes(workspace).lower()
    assert not [secret for secret in (b"maya", b"on-call", b"clinic") if secret in left]


async def test_undo_with_nothing_before_an_erasing_says_that_it_stays(
    app: RapportApp, workspace: Workspace
) -> None:
    service.add_person(workspace, "Maya")
    service.erase_person(workspace, person_of(workspace, "Maya").id)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "u")
        assert is_said(app, "Erasing cannot be taken back. There is nothing to undo.")


@WHERE
async def test_who_becomes_anonymous_keeps_the_entries(
    app: RapportApp, workspace: Workspace, way: tuple[str, ...], key: str
) -> None:
    meet_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *way)
        await choose(pilot, key, ANONYMISE)
        await pilot.pause()
        assert is_shown(app, 'Maya becomes "a teammate".')
        await under(pilot, 1)
        await worked(pilot)
        assert isinstance(app.screen, PeopleScreen)
        assert is_shown(app, 'They are "a teammate" now')
        assert len(service.entries(workspace)) == 4
    assert b"maya" not in all_bytes(workspace).lower()


class Gate:
    """Holds an erasing up at each of its stages, until it is let on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._at, self._on = Semaphore(0), Semaphore(0)
        erase = upkeep.erase

        def held_up(store: Store, table: str, key: UUID, told: Told) -> upkeep.Reach:
            def tell(stage: Stage) -> None:
                told(stage)
                self._at.release()
                assert self._on.acquire(timeout=PATIENCE)

            return erase(store, table, key, tell)

        monkeypatch.setattr(upkeep, "erase", held_up)

    async def stage(self, pilot: Pilot[None]) -> None:
        """Wait until the next stage is told and drawn."""
        assert await to_thread(self._at.acquire, timeout=PATIENCE)
        await to_be(pilot, lambda: isinstance(pilot.app.screen, Working))
        await pilot.pause(LOOK_SECONDS)

    def let_on(self, stages: int = 1) -> None:
        """Let so many stages begin."""
        self._on.release(stages)


PATIENCE = 20


async def to_be(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    async with timeout(PATIENCE):
        while not holds():
            await pilot.pause()


async def preview_erasing(pilot: Pilot[None]) -> None:
    """Go to the last one among the people, and read what an erasing would take away."""
    await press(pilot, "p", "end")
    await choose(pilot, "e", ERASE)
    await pilot.pause()


async def worked(pilot: Pilot[None]) -> None:
    """Wait until what goes on is done, and shown."""
    await pilot.pause()
    await to_be(pilot, lambda: not isinstance(pilot.app.screen, Working))
    await pilot.pause()
    await pilot.pause()


async def test_while_it_goes_on_it_is_told_how_far_it_is_and_it_can_be_cancelled(
    app: RapportApp, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    meet_some(workspace)
    gate = Gate(monkeypatch)
    async with app.run_test(size=(80, 24)) as pilot:
        await preview_erasing(pilot)
        await under(pilot, 1)
        await gate.stage(pilot)
        assert is_shown(app, " rapport · Erasing")
        assert is_shown(app, "Looking through all files of the home …")
        assert is_shown(app, "Nothing has changed yet.")
        assert is_shown(app, "  0%")
        assert shown(app)[-1] == " esc cancel"
        app.lookout.look()
        await press(pilot, "u", "q", "escape")
        gate.let_on()
        await worked(pilot)
        assert is_shown(app, "Cancelled. Nothing has changed.")
        assert name_here(app) == "Maya"
    assert [each.name for each in service.people(workspace)] == ["Ana", "Dev", "Maya", "Zoe"]


async def test_once_it_is_certain_that_is_told_and_it_goes_on(
    app: RapportApp, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    meet_some(workspace)
    gate = Gate(monkeypatch)
    async with app.run_test(size=(80, 24)) as pilot:
        await preview_erasing(pilot)
        await under(pilot, 1)
        for _ in range(3):
            await gate.stage(pilot)
            gate.let_on()
        await gate.stage(pilot)
        assert is_shown(app, "Rewriting all files of the home …")
        assert is_shown(app, "It cannot be cancelled any more, and goes on.")
        assert "esc" not in shown(app)[-1]
        await press(pilot, "escape", "u")
        gate.let_on(99)
        await worked(pilot)
        assert is_shown(app, "Erased, from every file of this home.")
        await press(pilot, "escape")
        assert not isinstance(app.screen, PeopleScreen)


async def test_who_leaves_the_app_meanwhile_leaves_once_it_is_done(
    app: RapportApp, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    meet_some(workspace)
    gate = Gate(monkeypatch)
    async with app.run_test(size=(80, 24)) as pilot:
        await preview_erasing(pilot)
        await under(pilot, 1)
        for _ in range(4):
            await gate.stage(pilot)
            gate.let_on()
        gate.let_on(99)
        app.exit()
    assert not app.is_working
    assert not workspace.store.home.erasing.exists()
    assert "maya" not in repr(app.session.first_frame()).casefold()
    assert b"maya" not in all_bytes(workspace).lower()


async def test_what_is_broken_off_goes_on_with_the_next_act(
    app: RapportApp, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    meet_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await preview_erasing(pilot)
        with monkeypatch.context() as broken:

            def fail(*_: object) -> None:
                raise OSError(28, "No space left on device")

            broken.setattr("habits.store.erasing.scrub", fail)
            await under(pilot, 1)
            await worked(pilot)
            assert is_said(app, "still in the files; the next act goes on with it.")
        assert b"maya" in all_bytes(workspace).lower()
        service.log(workspace, BY_SLUG["thanks"], "@dev the demo")
    assert b"maya" not in all_bytes(workspace).lower()


async def test_whoever_was_taken_out_elsewhere_meanwhile_is_not_taken_out_twice(
    app: RapportApp, workspace: Workspace
) -> None:
    meet_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await preview_erasing(pilot)
        service.erase_person(workspace, person_of(workspace, "Maya").id)
        await under(pilot, 1)
        await worked(pilot)
        assert is_shown(app, "This person is gone")


@WHERE
async def test_behind_the_mask_nothing_is_written_or_taken_out(
    app: RapportApp, workspace: Workspace, way: tuple[str, ...], key: str
) -> None:
    meet_some(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *way, "m")
        for number in (EVIDENCE, EXPORT, ANONYMISE, ERASE):
            assert not is_shown(app, MASKED)
            await choose(pilot, key, number)
            await pilot.pause()
            assert is_shown(app, MASKED)
            await press(pilot, "end")
        await press(pilot, "v")
        assert is_shown(app, MASKED)
        assert not is_shown(app, "›")
    assert files(workspace) == []
    assert person_of(workspace, "Maya").left is None


async def test_with_nobody_there_is_no_evidence(app: RapportApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p", "v")
        assert is_shown(app, "Nobody is known yet.")


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_a_long_preview_is_read_to_its_end_and_its_choices_stay_in_sight(
    app: RapportApp, workspace: Workspace, size: tuple[int, int]
) -> None:
    meet_some(workspace)
    for number in range(8):
        line = f"/quiet @maya {'the long-winded thing ' * 3} number {number}"
        service.log(workspace, BY_SLUG["thanks"], line)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "p", "end", "v", "enter")
        for choice in ("Write it as Markdown", "Let a word stay"):
            assert is_shown(app, choice)
        assert is_shown(app, "? help")
        assert is_shown(app, "1 moment of Maya.")
        await press(pilot, *["pagedown"] * 12)
        assert is_shown(app, "and 4 before them.")
        assert is_shown(app, "Let a word stay")
        await press(pilot, *["ctrl+u"] * 12)
        assert is_shown(app, "1 moment of Maya.")


@each_hostile_drawn
async def test_no_name_breaks_a_preview(
    app: RapportApp, workspace: Workspace, hostile: str
) -> None:
    service.add_person(workspace, "Maya")
    with if_let_in():
        service.add_people(workspace, [hostile])
    with if_let_in():
        service.edit_person(workspace, person_of(workspace, "Maya").id, name=hostile)
    (maya,) = (each for each in service.people(workspace) if each.handle == "maya")
    with if_let_in():
        service.log(workspace, BY_SLUG["thanks"], f"/quiet @maya {hostile} because {hostile}")
    async with app.run_test(size=(80, 24)) as pilot:
        app.session.person = maya.id
        await press(pilot, "p", "v", "enter")
        require_harmless(app)
        await under(pilot, MARKDOWN)
        require_harmless(app)
        await press(pilot, "enter")
        require_harmless(app)
        assert len(files(workspace)) == 1
        await choose(pilot, "e", ERASE)
        await pilot.pause()
        require_harmless(app)
        assert is_shown(app, "Leave all as it is")


async def test_a_long_act_that_is_refused_says_so_and_keys_are_heard_again(app: RapportApp) -> None:
    def refuse() -> Outcome | None:
        message = "This person is gone"
        raise RefusedError(message)

    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(LongAct("Looking …", refuse))
        await pilot.pause()
        await pilot.pause()
        assert is_shown(app, "This person is gone")
        await press(pilot, "p")
        assert isinstance(app.screen, PeopleScreen)


async def test_escape_in_a_menu_of_evidence_goes_one_step_back_and_keeps_the_words_covered(
    app: RapportApp, workspace: Workspace
) -> None:
    meet_more(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p", "end", "v")
        await press(pilot, "enter")
        await under(pilot, COVER)
        await press(pilot, "enter", "j", "enter")
        assert is_said(app, "Acme (a customer)")
        await under(pilot, COVER)
        await press(pilot, "enter")
        assert is_shown(app, "Kim is")
        await press(pilot, "escape")
        assert is_shown(app, "Another word")
        await press(pilot, "escape")
        assert is_said(app, "Acme (a customer)")


async def test_escape_after_a_typed_word_goes_back_to_the_line_and_then_to_the_menu(
    app: RapportApp, workspace: Workspace
) -> None:
    meet_more(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p", "end", "v")
        await press(pilot, "enter")
        await under(pilot, COVER)
        await press(pilot, "G", "k", "enter")
        await type_line(pilot, "import")
        await press(pilot, "enter")
        assert is_shown(app, "import is")
        await press(pilot, "escape")
        assert is_shown(app, "cover ›")
        await press(pilot, "escape")
        assert is_shown(app, "Another word")

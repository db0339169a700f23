"""Habits, follow-ups, the mask and the settings, in a real terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from habits.store.home import Home
from habits.store.lock import exclusive
from tests.e2e.terminal import DOWN, ENTER, ESC, UP, terminal
from tests.e2e.test_first_light import plain_records, rapport
from tests.e2e.test_stories import FRIDAY

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.e2e


def test_a_habit_is_added_paused_taken_up_again_laid_down_and_restored(tmp_path: Path) -> None:
    rapport(tmp_path, "--now", FRIDAY, "log", "growth", "@maya a talk")
    with terminal(home=tmp_path, RAPPORT_NOW=FRIDAY) as app:
        app.wait_for("1-8 log")
        app.say("j" * 6, "▸ 7 Growth")
        app.say("a", "Add to Growth", "Another one")
        app.say(UP, "Another one")
        app.say(ENTER, "new habit of Growth ›")
        app.say(f"Read their pull requests{ENTER}", "how often ›")
        app.say("every 2 weeks on", "every 2 weeks on")
        app.say(f" fri{ENTER}", "Added: Growth: Read their pull requests")
        app.say(ENTER, "    Read their…")
        app.say("j", "every 2 weeks on Friday")

        app.say("z", "─ Pause ─")
        app.say(f"{DOWN}{DOWN}{ENTER}", "pause Read their pull requests ›")
        app.say(f"today to 4 dec{ENTER}", "Paused: ", "paused · next by 18 Dec")
        app.say("z", "paused now: resume")
        app.say(f"{DOWN}{DOWN}{ENTER}", "Resumed: ")
        app.wait_until_gone("paused · next by 18 Dec")

        app.say("A", "Archived: ", "1 in a row archived")
        app.say("A", "Restored: ", "1 in a row done · next by Fri 4")
        app.leave()

    growth = rapport(tmp_path, "--now", FRIDAY, "today")["practices"][6]
    assert [habit["name"] for habit in growth["habits"]][1:] == ["Read their pull requests"]


def test_a_follow_up_is_promised_moved_and_done(tmp_path: Path) -> None:
    rapport(tmp_path, "--now", FRIDAY, "log", "empathy", "@maya the export story")
    with terminal(home=tmp_path, RAPPORT_NOW=FRIDAY) as app:
        app.wait_for("1-8 log")
        app.say("f", "follow up ›")
        app.say("back to support @maya (mon)", "back to support · Maya · by Mon 23")
        app.say(ENTER, "Promised: ", "due  back to support")
        app.say("j" * 8, "▸ due  back to support")
        app.say("w", "when ›")
        app.say(f"tomorrow{ENTER}", "Moved: ", "back to support · Sat 21 · Maya · was Mon 23 (u")
        app.say("d", "Done: ")
        app.wait_until_gone("due  back")
        app.say("u", "due  back to support")
        app.leave()
    (kept,) = plain_records(tmp_path, "followups")
    assert (kept["text"], kept["due"], kept.get("done")) == ("back to support", "2026-11-21", None)


def test_the_mask_hides_names_and_texts_until_it_is_taken_off(tmp_path: Path) -> None:
    for text in ("@maya the on-call fix", "@dev a secret of his"):
        rapport(tmp_path, "--now", FRIDAY, "log", "thanks", text)
    with terminal(home=tmp_path, RAPPORT_NOW=FRIDAY) as app:
        app.wait_for("Dev: a sec")
        app.say("m", "Names and texts are masked.")
        app.say("l", "Person ")
        said = "\n".join(app.lines)
        assert not any(word in said for word in ("Maya", "Dev", "secret", "on-call"))
        app.say("u", "Undone: ")
        assert not any(word in "\n".join(app.lines) for word in ("Maya", "Dev", "secret"))
        app.say("m", "The mask is off.", "Maya: the on-call fix")
        app.leave()


def test_settings_and_keys_hold_after_a_restart(tmp_path: Path) -> None:
    home, folder = tmp_path / "home", tmp_path / "rapport"
    folder.mkdir()
    (folder / "config.toml").write_text('[keys]\nundo = "f2"\nundoo = "z"\n')
    rapport(home, "--now", FRIDAY, "log", "thanks", "the fix")
    for start in (1, 2):
        with terminal(home=home, RAPPORT_NOW=FRIDAY, XDG_CONFIG_HOME=str(tmp_path)) as app:
            app.wait_for("there is no action 'undoo'. Did you mean undo?")
            app.wait_for("f2 undo")
            if start == 1:
                app.say(",", "Week begins on  Monday")
                app.say(f"{ENTER}", "Sunday")
                app.say(f"{UP}{ENTER}", "Set: ")
                app.say(",", "Theme           rapport-dark")
                app.say(f"{DOWN}{DOWN}{ENTER}", "rapport-dark", "ansi-dark")
                app.say(f"{DOWN}{ENTER}", "The theme is ansi-dark.")
                app.say("\x1bOQ", "Undone: ")
                app.say("U", "Redone: ")
            else:
                app.say(",", "Week begins on  Sunday", "Theme           ansi-dark")
                app.type(ESC)
                app.wait_until_gone("Week begins on")
            app.leave()
    written = (folder / "config.toml").read_text()
    assert 'theme = "ansi-dark"\n' in written
    assert 'undo = "f2"\nundoo = "z"\n' in written
    assert rapport(home, "config")["settings"]["week_start"] == "sunday"


def test_what_the_shell_logs_appears_by_itself_and_troubles_of_the_disk_are_told(
    tmp_path: Path,
) -> None:
    rapport(tmp_path, "log", "thanks", "the fix")
    with terminal(home=tmp_path, size=(120, 30)) as app:
        app.wait_for("1-8 log")
        rapport(tmp_path, "log", "trust", "the how")
        app.wait_for("the how")

        app.limit_files(0)
        app.say(f"1a dear thought{ENTER}", "cannot be written: File too large.", "vision › a dear")
        app.limit_files(1 << 30)
        app.say(ENTER, "Logged: Vision · a dear thought")

        with exclusive(Home(tmp_path).lock):
            app.say(f"2another one{ENTER}", "is locked by another process.", "empathy › another")
        app.say(ENTER, "Logged: Empathy · another one")
        app.leave()

    assert len(rapport(tmp_path, "entries")) == 4

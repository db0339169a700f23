"""What a product manager does with it, one job after another, in a real terminal."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from tests.e2e.terminal import BACKSPACE, CTRL_W, DOWN, ENTER, ESC, TAB, terminal
from tests.e2e.test_first_light import checkpoint, plain_entries, plain_records, rapport

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.e2e

FRIDAY = "2026-11-20T16:30"


def test_the_first_run_asks_for_the_star_the_names_and_the_practices_and_comes_once(
    tmp_path: Path,
) -> None:
    with terminal(home=tmp_path, RAPPORT_NOW=FRIDAY) as app:
        app.wait_for("1 of 3")
        app.say(f"Admins are live in ten minutes{ENTER}", "2 of 3")
        app.say(f"Maya, Dev, Ana Lima{ENTER}", "■ 2 Empathy", "□ 1 Vision")
        app.say(f" {DOWN}", "■ 1 Vision")
        app.say(ENTER, "★ Admins are live in ten minutes", "1-8 log")
        app.wait_for("3 Trust                                    not started")
        app.say(f"8@an{TAB}the rollback plan{ENTER}", "Logged: Thanks · Ana Lima · the rollback")
        app.leave()

    with terminal(home=tmp_path, RAPPORT_NOW=FRIDAY) as app:
        app.wait_for("★ Admins are live in ten minutes")
        assert not any("1 of 3" in line for line in app.lines)
    assert [entry["people"] for entry in rapport(tmp_path, "entries")] == [["Ana Lima"]]


def test_a_friday_is_logged_with_mistypes_completion_undo_and_redo(tmp_path: Path) -> None:
    with terminal(home=tmp_path, RAPPORT_NOW=FRIDAY) as app:
        app.skip_first_run()
        app.say(f"8@mayaa{BACKSPACE} the on-call fixx{BACKSPACE}", "thanks › @maya the on-call fix")
        app.say(f" becuase{CTRL_W}because it held{ENTER}", "Logged: Thanks · Maya (new)")
        app.say(f"6/st{TAB}", "credit › /stage")
        app.say(f"@m{TAB}the demo{ENTER}", "Logged: Credit /stage · Maya · the demo")
        app.say("3", "trust ›")
        app.say(f"the how (tomorrow){ENTER}", "2026-11-21 is in the future", "(tomorrow)")
        app.say(ESC, "1-8 log")
        app.say("3", "trust › the how (tomorrow)")
        app.say(f"{BACKSPACE * 10}(wed){ENTER}", "Logged: Trust · the how · Wed 18")
        app.say("u", "Undone: Trust · the how")
        app.say("u", "Undone: Credit /stage · Maya · the demo")
        app.say("U", "Redone: Credit /stage · Maya · the demo")
        app.say("U", "Redone: Trust · the how")
        app.leave()

    logged = [(e["date"], e["practice"], e["what"], e["why"]) for e in rapport(tmp_path, "entries")]
    assert sorted(logged) == [
        ("2026-11-18", "trust", "the how", ""),
        ("2026-11-20", "credit", "the demo", ""),
        ("2026-11-20", "thanks", "the on-call fix", "it held"),
    ]


def editor(folder: Path, old: str, new: str) -> str:
    """Return the name of an editor that changes one word."""
    script = folder / "editor"
    script.write_text(f'#!/bin/sh\nsed -i "s/{old}/{new}/" "$1"\n')
    script.chmod(stat.S_IRWXU)
    return str(script)


def test_an_entry_is_found_and_mended_in_the_logbook_and_in_the_editor(tmp_path: Path) -> None:
    home = tmp_path / "home"
    for hour, text in enumerate(("@maya the retry fix", "@dev the deploy", "@maya teh docs")):
        rapport(home, "--now", f"{FRIDAY[:10]}T0{hour}:00", "log", "thanks", text)
    with terminal(
        home=home, RAPPORT_NOW=FRIDAY, EDITOR=editor(tmp_path, "docs", "guide"), VISUAL=""
    ) as app:
        app.wait_for("1-8 log")
        app.say("/", "find ›")
        app.say("@maya", "2 of 3")
        app.say(ENTER, "Maya: teh docs")
        app.say("e", "edit thanks › @maya teh docs")
        app.say(f"{CTRL_W}{CTRL_W}the docs{ENTER}", "Changed: Thanks · Maya · the docs")
        app.say("E", "Changed: Thanks · Maya · the guide", "q quit")
        app.say("w", "when ›")
        app.say(f"wed{ENTER}", "Wed 18")
        app.say(ESC, "3 entries")
        app.say("d", "Deleted: Thanks")
        app.say("u", "Undone")
        app.say("t", "1 Vision")
        app.leave()

    logged = {e["what"]: e["date"] for e in rapport(home, "entries")}
    assert logged == {
        "the retry fix": "2026-11-20",
        "the deploy": "2026-11-20",
        "the guide": "2026-11-18",
    }
    checkpoint(home)
    assert len(plain_entries(home)) == 3


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("", "No editor is named."),
        ("no-such-editor", "cannot be started"),
        ("false", "ended in failure"),
        ("truncate -s 0", "Nothing was changed."),
    ],
)
def test_an_editor_that_fails_or_leaves_nothing_gives_the_terminal_back_and_the_entry_stays(
    tmp_path: Path, command: str, told: str
) -> None:
    home = tmp_path / "home"
    rapport(home, "--now", FRIDAY, "log", "thanks", "@maya the fix")
    with terminal(home=home, RAPPORT_NOW=FRIDAY, EDITOR=command, VISUAL="") as app:
        app.wait_for("1-8 log")
        app.say("l", "1 entry")
        app.say("E", told)
        app.say("t", "1 Vision")
        app.leave()
    assert [entry["what"] for entry in rapport(home, "entries")] == ["the fix"]


def test_a_terminal_that_is_resized_while_one_types_keeps_what_is_typed(tmp_path: Path) -> None:
    rapport(tmp_path, "log", "thanks", "the fix")
    with terminal(home=tmp_path) as app:
        app.wait_for("1-8 log")
        app.say("8half a ", "thanks › half a")
        app.resize(40, 12)
        app.type("though")
        app.wait_for("thanks › half a though")
        app.resize(120, 40)
        app.type("t")
        app.wait_for("thanks › half a thought")
        assert len(app.lines) == 40
        app.wait_for("f1 help")
        app.say(ENTER, "Logged: Thanks · half a thought")
        app.leave()


def test_a_kill_while_one_types_loses_that_line_alone(tmp_path: Path) -> None:
    with terminal(home=tmp_path) as app:
        app.skip_first_run()
        app.say(f"8a thought{ENTER}", "Logged: Thanks · a thought")
        app.say("8another tho", "thanks › another tho")
        app.kill()

    assert [entry["what"] for entry in rapport(tmp_path, "entries")] == ["a thought"]
    with terminal(home=tmp_path) as app:
        app.wait_for("1-8 log")
        app.wait_for("a thought")
        app.leave()


def test_an_action_is_found_by_its_name_in_the_palette(tmp_path: Path) -> None:
    rapport(tmp_path, "log", "thanks", "the fix")
    with terminal(home=tmp_path) as app:
        app.wait_for("1-8 log")
        app.say("\x10", "Open the line for Vision")
        app.type("north")
        app.wait_until_gone("Open the line for Vision")
        app.wait_for("Set the north star")
        app.say(f"{ENTER}", "north star ›")
        app.say(f"Live in ten minutes{ENTER}", "★ Live in ten minutes")
        app.leave()
    (star,) = plain_records(tmp_path, "northstar")
    assert star["text"] == "Live in ten minutes"

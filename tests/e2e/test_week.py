"""A week, as a product manager closes it and begins the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.program import run_program
from tests.e2e.terminal import ENTER, ESC, TAB, terminal
from tests.e2e.test_stories import FRIDAY

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.e2e

MONDAY = "2026-11-23T09:00"


def test_a_close_goes_on_after_a_kill_and_the_next_week_has_an_aim(tmp_path: Path) -> None:
    with terminal(home=tmp_path, RAPPORT_NOW=FRIDAY) as app:
        app.skip_first_run()
        app.say("8@maya", "thanks › @maya")
        app.say(ENTER, "Logged: Thanks · Maya (new)")
        app.say("r", "This week: C closes the week")
        app.say("C", "Weekly close 1 of 5", "is dated Thu 19")
        app.say("3", "trust › yesterday:")
        app.say(f"@dev the queue{ENTER}", "Logged: Trust · Dev (new)", "Thu 19 (u undoes)")
        app.say(TAB, "Weekly close 2 of 5", "Thanks · Maya · today")
        app.say(ENTER, "edit thanks › @maya")
        app.say(f" the on-call fix{ENTER}", "no bare entries to say more of")
        app.say(TAB, "Weekly close 3 of 5")
        app.say("n", "Weekly close 4 of 5")
        app.kill()

    with terminal(home=tmp_path, RAPPORT_NOW=FRIDAY) as app:
        app.wait_for("1-8 log")
        app.say("C", "Weekly close 4 of 5", "nobody who is here went without")
        app.say(TAB, "Weekly close 5 of 5")
        app.say(TAB, "Weekly close last")
        app.say(TAB, "noticed ›")
        app.say(f"Dev decides faster alone{ENTER}", "The week is closed.", "slips: no")
        app.say(ESC, "rapport · Review")
        app.wait_until_gone("closes the week")
        app.leave()

    closed = run_program(tmp_path, "--now", FRIDAY, "review", "close", "--format", "json").json
    assert closed["ended"] == FRIDAY[:10]
    assert [each["answer"] for each in closed["steps"]][2] == "no"
    assert closed["steps"][-1]["answer"] == "Dev decides faster alone"

    with terminal(home=tmp_path, RAPPORT_NOW=MONDAY) as app:
        app.wait_for("1-8 log")
        app.say("r", "This week: W says what is intended for it")
        app.say("W", "Aim of the week", "nothing yet")
        app.say("a", "intend ›")
        app.say(f"Ask Dev what the queue taught{ENTER}", "Kept: Intended this week: Ask Dev")
        app.say("t", "aim  Ask Dev what the queue taught")
        app.leave()

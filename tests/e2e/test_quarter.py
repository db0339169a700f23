"""A quarter looked back on in a real terminal, and what the shell tells of it then."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import run_program
from tests.e2e.terminal import DOWN, ENTER, ESC, TAB, terminal
from tests.e2e.test_first_light import rapport
from tests.e2e.test_stories import FRIDAY

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.e2e


def test_a_quarter_is_looked_back_on_decided_and_written_out(tmp_path: Path) -> None:
    said = "@maya held the release back because two customers would have lost data"
    rapport(tmp_path, "--now", FRIDAY, "log", "trust", said)
    with terminal(home=tmp_path, RAPPORT_NOW=FRIDAY) as app:
        app.wait_for("1-8 log")
        app.say("r", "13 weeks")
        app.say("b", "Quarter 4 of 2026", "▸weeks")
        app.say(TAB, "▸people", "Maya · last contact Fri 20 Nov 2026")
        app.say(f"{TAB}{TAB}", "▸entries", "because two customers would have lost")
        app.say(TAB, "▸promises", "to be decided")
        app.say(" ", "Kept: Tie the work to the north star", "1 of 8 decided")
        app.say("j", "Share a customer story · every 2 weeks")
        app.say(ENTER, "Change how often")
        app.say(f"{DOWN}{ENTER}", "how often ›")
        app.say(f"{chr(127) * 20}monthly{ENTER}", "from ›", "monthly from Fri 1 Jan 2027 on")
        app.say(ENTER, "Changed: Share a customer story", "2 of 8 decided")
        app.say("jA", "Archived: Hand over the how", "3 of 8 decided")
        app.say("u", "2 of 8 decided")
        app.say("v", "Write it as")
        app.say(ENTER, "People named in it: Maya.")
        app.say(ENTER, "write to ›", "quarter-2026-10-01.md")
        app.say(ENTER, "Written: quarter-2026-10-01.md")
        app.say(ESC, "13 weeks")
        app.leave()

    words = ("--now", FRIDAY, "review", "quarter", "--format", "json")
    told = json.loads(run_program(tmp_path, *words).out)
    decided = {each["name"]: each["decision"] for each in told["habits"] if each["decision"]}
    assert decided == {"Tie the work to the north star": "keep", "Share a customer story": "change"}
    (written,) = tmp_path.rglob("quarter-2026-10-01.md")
    assert "monthly from Fri 1 Jan 2027 on" in written.read_text(encoding="utf-8")

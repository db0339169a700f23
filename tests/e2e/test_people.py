"""People, as a product manager lives with them: named, listened to, vouched for, and let go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.terminal import DOWN, ENTER, ESC, Terminal, terminal
from tests.e2e.test_first_light import rapport
from tests.e2e.test_stories import FRIDAY

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.e2e

ERASE = 12
"""Where this stands in the menu of a person."""


def traces(home: Path, *secrets: str) -> list[str]:
    """Return which files of a home tell of something, in their names or their bytes."""
    return [
        f"{path}: {secret}"
        for path in home.rglob("*")
        for secret in secrets
        if secret.encode()
        in path.name.lower().encode() + (path.read_bytes().lower() if path.is_file() else b"")
    ]


def meet_maya(app: Terminal) -> None:
    """Name somebody in an entry, and go to their page."""
    app.skip_first_run()
    app.say(f"8@maya the on-call fix because it held{ENTER}", "Logged: Thanks · Maya (new)")
    app.say("p", "last contact within 2 weeks", "today · Thanks · Maya: the on-call")
    app.say(ENTER, "rapport · Maya", "@maya")


def test_somebody_is_named_listened_to_followed_up_and_vouched_for(tmp_path: Path) -> None:
    with terminal(home=tmp_path, RAPPORT_NOW=FRIDAY) as app:
        meet_maya(app)
        app.say("i", "Where they want to go, in their own words.")
        app.say(f"staff by summer (ok to share){ENTER}", "staff by summer (today, ok to share)")
        app.say("s", "lit up by ›")
        app.say(f"old code{ENTER}", "old code (today)")

        app.say("6", "credit › @maya")
        app.say(f"the importer with @dev because Acme went live{ENTER}", "2 entries")
        app.say("f", "follow up · Maya ›")
        app.say(f"bring her the numbers (mon){ENTER}", "due          bring her the numbers")
        app.say("g", "▸ Mon 23")
        app.say(" ", "Done: bring her the numbers")
        app.wait_until_gone("due          bring her")

        app.say("v", "evidence since ›")
        app.say(ENTER, "2 moments of Maya.", "as far as they can be told", "Acme")
        app.say(ENTER, "write to › evidence-maya-2026-11-20.md")
        app.say(ENTER, "Written: evidence-maya-2026-11-20.md")
        app.leave()

    (path,) = (tmp_path / "exports").iterdir()
    written = path.read_text(encoding="utf-8")
    assert path.stat().st_mode & 0o777 == 0o600
    for said in (
        "not a rating",
        "staff by summer",
        "the on-call fix",
        "the importer with a teammate",
    ):
        assert said in written
    for left_out in ("old code", "Dev", "numbers"):
        assert left_out not in written
    told = rapport(tmp_path, "--now", FRIDAY, "person", "show", "maya")
    assert [each["text"] for each in told["aims"]] == ["staff by summer"]
    assert told["follow_ups"] == []


def test_on_their_page_the_mask_hides_them_and_erasing_leaves_nothing(tmp_path: Path) -> None:
    secrets = ("maya", "on-call", "staff by summer")
    with terminal(home=tmp_path, RAPPORT_NOW=FRIDAY) as app:
        meet_maya(app)
        app.say(f"istaff by summer{ENTER}", "staff by summer (today")
        app.say(f"3@dev the how with Maya{ENTER}", "Logged: Trust")
        app.say(f"v{ENTER}", "1 moment of Maya.")
        app.say(ENTER, "write to ›")
        app.say(ENTER, "Written: evidence-maya")

        app.say("m", "Names and texts are masked.", "rapport · Person ")
        said = "\n".join(app.lines).lower()
        assert not any(secret in said for secret in (*secrets, "dev", "the how"))
        app.say("v", "The mask hides")
        app.say("m", "The mask is off.", "rapport · Maya")

        app.say(f"c{DOWN * ERASE}{ENTER}", "Maya goes, with @maya and all that is known of them.")
        app.type(ESC)
        app.wait_until_gone("Maya goes")
        app.say(f"c{DOWN * ERASE}{ENTER}", "This cannot be taken back")
        app.say(f"{DOWN}{ENTER}", "Erased, from every file of this home.")
        app.wait_until_gone("rapport · Maya")
        app.say("u", "Erasing cannot be taken back.")
        app.say("U", "Redone: ")
        app.leave()

    assert traces(tmp_path, *secrets) == []
    (left,) = rapport(tmp_path, "entries")
    assert (left["what"], left["people"]) == ("the how with someone", ["Dev"])

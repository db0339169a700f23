"""The logbook on the screen: how the tests of it come there and what they look at."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from habits import service
from habits.demo import made_up_year
from habits.practices import BY_SLUG
from tests.conftest import SUNDAY_MORNING
from tui.screens.logbook import LogbookScreen

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from habits.service import Workspace
    from habits.store import Op
    from tui.app import RapportApp

LINES = (
    ("vision", "/tie the SSO ticket because it is minute three #plan (2026-10-02)"),
    ("trust", "/question @dev asked what hurts (2026-11-19)"),
    ("thanks", "/quiet @maya #team the on-call fix because it saved the launch (2026-11-20)"),
    ("credit", "/stage @maya @dev the demo (2026-11-20)"),
    ("thanks", "@ana the fix of the export (yesterday)"),
    ("empathy", "a call with the clinic (2026-11-22)"),
)
"""Some entries, the oldest first: the logbook shows them the other way round."""

WHATS = (
    "a call with the clinic",
    "the fix of the export",
    "the demo",
    "the on-call fix",
    "asked what hurts",
    "the SSO ticket",
)
"""What they say, as the logbook shows them."""


@cache
def the_year() -> tuple[Op, ...]:
    """Return the made-up year that ends on Sunday morning, which is reckoned once."""
    return made_up_year(SUNDAY_MORNING)


def log_some(workspace: Workspace) -> None:
    """Log some entries."""
    for slug, line in LINES:
        service.log(workspace, BY_SLUG[slug], line)


def screen(app: RapportApp) -> LogbookScreen:
    """Return the logbook, which is on the screen."""
    assert isinstance(app.screen, LogbookScreen)
    return app.screen


def listed(app: RapportApp) -> list[str]:
    """Return what the entries say that are listed; a question mark for one that means nothing."""
    book = screen(app).logbook
    entries = [book.entry(place) for place in book.places]
    return [entry.what if entry else "?" for entry in entries]


def here(app: RapportApp) -> str | None:
    """Return what the entry at the cursor says."""
    entry = screen(app).entry
    return None if entry is None else entry.what


async def look_through(pilot: Pilot[None], app: RapportApp) -> None:
    """Wait until all entries are looked through."""
    while screen(app).logbook.is_looking:
        await pilot.pause(0.01)
    await pilot.pause()

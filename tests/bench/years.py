"""Homes of many entries, to measure with: ten years of 40 people, however many entries that is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from habits.clock import SystemClock
from habits.practices import PRACTICES
from habits.service import fill, open_workspace
from habits.store import Op, codec
from habits.store.ids import new_id

if TYPE_CHECKING:
    from habits.store.home import Home

YEARS: Final = timedelta(days=3650)
PEOPLE: Final = 40


def make_years(home: Home, entries: int) -> None:
    """Make a home of so many entries, evenly over ten years until yesterday, and leave it whole."""
    workspace = open_workspace(home, SystemClock(), device="bench")
    end = datetime.now(UTC) - timedelta(days=1)
    start = end - YEARS
    people = [new_id(start) for _ in range(PEOPLE)]
    ops = [
        Op(codec.PEOPLE, person, {"name": f"Person {number}", "handle": f"person{number}"})
        for number, person in enumerate(people)
    ]
    habits = workspace.store.table(codec.HABITS)
    created = {"created": start.date().isoformat(), "made_at": start.isoformat()}
    for key, habit in habits.items():
        cadences = [[start.date().isoformat(), phrase] for _, phrase in habit["cadences"]]
        ops.append(Op(codec.HABITS, key, {**created, "cadences": cadences}))
    for number in range(entries):
        at = start + YEARS * number / entries
        fields = {
            "practice": PRACTICES[number % len(PRACTICES)].slug,
            "date": at.date().isoformat(),
            "logged_at": at.isoformat(),
            "zone": "Europe/Berlin",
            "what": f"the on-call fix number {number} that nobody had asked for",
            "why": "it saved the launch and two nights of the people who wait for it",
            "people": [str(people[number % PEOPLE])],
            "tags": ["team"],
        }
        ops.append(Op(codec.ENTRIES, new_id(at), fields))
    fill(workspace, ops)
    workspace.checkpoint()

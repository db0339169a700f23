"""What every test stands on: a home of its own, a clock that stands still, no user's settings."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from habits import service
from habits.clock import FixedClock
from habits.day import Moment
from habits.store.home import Home

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from habits.service import Workspace

# What decides on a change must come to the same end twice; elsewhere every run tries others.
settings.register_profile("decides", derandomize=True, deadline=None)
settings.register_profile("explores", deadline=None)
settings.load_profile("decides" if os.environ.get("CI") else "explores")

ZONE = "Europe/Berlin"
SUNDAY_MORNING = Moment(datetime(2026, 11, 22, 8, 30, tzinfo=UTC), ZONE)
"""Sunday 22 November 2026, 9:30 in Berlin: the last day of ISO week 47."""


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Keep the machine's user, zone and settings out of the test."""
    for name in [name for name in os.environ if name.startswith(("RAPPORT_", "XDG_"))]:
        monkeypatch.delenv(name)
    for name in (
        "COLUMNS",
        "LINES",
        "NO_COLOR",
        "TEXTUAL",
        "TEXTUAL_THEME",
        "TEXTUAL_COLOR_SYSTEM",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "user"))
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setenv("TZ", ZONE)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home that is not there yet."""
    return Home(tmp_path / "home")


@pytest.fixture
def clock() -> FixedClock:
    """A clock that stands at Sunday morning."""
    return FixedClock(SUNDAY_MORNING)


@pytest.fixture
def workspace(home: Home, clock: FixedClock) -> Workspace:
    """A new home, opened on Sunday morning."""
    return service.open_workspace(home, clock)

"""A home that is only looked at stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from habits.errors import StoreError
from habits.practices import BY_SLUG
from habits.service import glance, log

if TYPE_CHECKING:
    from habits.clock import FixedClock
    from habits.service import Workspace
    from habits.store.home import Home


def test_it_shows_what_is_there(workspace: Workspace, home: Home, clock: FixedClock) -> None:
    log(workspace, BY_SLUG["thanks"], "@maya x")
    seen = glance(home, clock)
    assert [entry.what for entry in seen.ledger.entries()] == ["x"]
    assert [person.name for person in seen.ledger.people()] == ["Maya"]


def test_it_is_not_made(home: Home, clock: FixedClock) -> None:
    with pytest.raises(StoreError, match="There is no home yet"):
        glance(home, clock)
    assert not home.path.exists()


def test_it_is_not_mended(workspace: Workspace, home: Home, clock: FixedClock) -> None:
    workspace.checkpoint()
    file = home.path / "rapport.json"
    file.write_bytes(b"{")

    with pytest.raises(StoreError, match="'rapport doctor' mends what can be"):
        glance(home, clock)

    assert file.read_bytes() == b"{"
    assert not list(home.path.glob("*.corrupt-*"))

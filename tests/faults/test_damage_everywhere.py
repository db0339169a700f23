"""Bits that flip and files that are cut, anywhere: told, kept, and no more lost than was hit."""

from __future__ import annotations

import os
import random
import shutil
from typing import TYPE_CHECKING, Final

import pytest

from habits.store import Store
from habits.store.home import Home
from tests.faults.story import DEVICE, Told, act, proposed, require_kept, seen

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS: Final = 60
ALL: Final = set(range(12))
UNSAVED: Final = set(range(8, 12))
"""What was stored after the last checkpoint, and so stands in the log alone."""


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home of twelve acts, with two snapshots and four acts after them."""
    home = Home(tmp_path / "home")
    store, told = Store(home, DEVICE), Told()
    for number in sorted(ALL):
        act(store, told, number)
        if number in {3, 7}:
            store.checkpoint()
    assert told.kept == ALL
    return home


def log_of(home: Home) -> Path:
    """Return the one log of a home."""
    (path,) = home.ops.iterdir()
    return path


def copied(home: Home, number: int) -> Home:
    """Return a copy of a home to damage."""
    target = home.path.with_name(f"copy-{number}")
    shutil.copytree(home.path, target)
    return Home(target)


def flip(path: Path, chance: random.Random) -> None:
    """Let one bit of a file change."""
    content = bytearray(path.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def all_bytes(home: Home) -> bytes:
    """Return what is in all files of a home."""
    return b"".join(path.read_bytes() for path in home.path.rglob("*") if path.is_file())


@pytest.mark.parametrize("with_previous", [True, False])
def test_a_flipped_bit_in_the_snapshot_loses_nothing_and_is_told(
    home: Home, *, with_previous: bool
) -> None:
    chance = random.Random(1)  # noqa: S311 - places to try
    for number in range(ROUNDS):
        hit = copied(home, number)
        if not with_previous:
            hit.previous.unlink()
        flip(hit.data, chance)
        damaged = hit.data.read_bytes()
        reports = require_kept(hit.path, Told(kept=ALL))
        assert len(reports) == 1
        assert damaged in all_bytes(hit)


@pytest.mark.parametrize("which", ["data", "previous"])
def test_a_snapshot_cut_anywhere_loses_nothing(home: Home, which: str) -> None:
    size = getattr(home, which).stat().st_size
    for number, length in enumerate({0, 1, size // 2, size - 1, size - 20, size - 200}):
        hit = copied(home, number)
        os.truncate(getattr(hit, which), length)
        require_kept(hit.path, Told(kept=ALL))


def test_without_any_snapshot_the_logs_hold_everything(home: Home) -> None:
    home.data.unlink()
    home.previous.unlink()
    assert "was missing" in require_kept(home.path, Told(kept=ALL))[0]


def test_a_flipped_bit_in_the_log_loses_one_act_at_most_and_is_told_where_it_counts(
    home: Home,
) -> None:
    chance = random.Random(2)  # noqa: S311 - places to try
    for number in range(ROUNDS):
        hit = copied(home, number)
        flip(log_of(hit), chance)
        damaged = log_of(hit).read_bytes()
        store = Store(hit, DEVICE)
        entries = {each["number"] for _, each in store.table("entries").items()}
        people = {each["number"] for _, each in store.table("people").items()}
        lost = (ALL - entries) | (ALL - people)
        assert len(lost) <= 1
        assert lost <= UNSAVED
        assert bool(store.take_reports()) >= bool(lost)
        assert damaged in all_bytes(hit)
        store.commit(lambda: proposed(99))
        assert 99 in {each["number"] for _, each in Store(hit, DEVICE).table("people").items()}


def test_a_log_cut_at_its_end_loses_what_was_cut_and_nothing_else(home: Home) -> None:
    size = log_of(home).stat().st_size
    for number, cut in enumerate([1, 17, 200, 900]):
        hit = copied(home, number)
        os.truncate(log_of(hit), size - cut)
        store = Store(hit, DEVICE)
        assert seen(store) >= ALL - UNSAVED
        store.commit(lambda: proposed(99))
        assert 99 in seen(Store(hit, DEVICE))


def test_a_log_cut_below_the_snapshot_and_written_on_loses_nothing(home: Home) -> None:
    """The bytes before a place tell that the log is not the one that was read up to it."""
    Store(home, DEVICE).checkpoint()
    size = log_of(home).stat().st_size
    for number, cut in enumerate([1, 90, 700, 2500, size]):
        hit = copied(home, number)
        os.truncate(log_of(hit), size - cut)
        blind = Store(hit, DEVICE)
        for extra in range(20, 20 + number * 4):
            act(blind, Told(), extra)
        assert seen(Store(hit, DEVICE)) == ALL | set(range(20, 20 + number * 4))


def test_a_log_that_was_replaced_by_one_as_long_is_read_anew(home: Home) -> None:
    Store(home, DEVICE).checkpoint()
    log = log_of(home)
    lines = log.read_bytes().splitlines(keepends=True)
    other = home.path.with_name("other")
    store = Store(Home(other), "fedcba987654")
    store.commit(lambda: proposed(50))
    new = log_of(Home(other)).read_bytes()
    padding = len(b"".join(lines)) - len(new)
    log.write_bytes(b" " * (padding - 1) + b"\n" + new)
    assert seen(Store(home, DEVICE)) == ALL | {50}


@pytest.mark.parametrize("which", ["data", "previous", "log", "lock", "tmp"])
def test_a_link_in_the_place_of_a_file_is_not_written_through(home: Home, which: str) -> None:
    target = home.path.with_name("mine")
    target.write_text("mine")
    path = {
        "data": home.data,
        "previous": home.previous,
        "log": log_of(home),
        "lock": home.lock,
        "tmp": home.data.with_name("rapport.json.tmp"),
    }[which]
    path.unlink(missing_ok=True)
    path.symlink_to(target)

    try:
        store = Store(home, DEVICE)
        store.commit(lambda: proposed(99))
        store.checkpoint()
    except Exception as error:  # noqa: BLE001 - whatever is told, it has to be our own
        assert type(error).__module__ == "habits.errors"  # noqa: PT017 - as above
    assert target.read_text() == "mine"


def test_whatever_the_mask_all_is_closed_to_others(tmp_path: Path) -> None:
    mask = os.umask(0)
    try:
        store = Store(Home(tmp_path / "home"), DEVICE)
        for number in range(2):
            act(store, Told(), number)
            store.checkpoint()
        store.replica.home.data.write_bytes(b"?")
        Store(Home(tmp_path / "home"), DEVICE)
    finally:
        os.umask(mask)
    paths = [tmp_path / "home", *(tmp_path / "home").rglob("*")]
    assert len(paths) > 7
    for path in paths:
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path

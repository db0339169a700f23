"""A fault at every call of an erasing: it has not begun, or the next opening ends it."""

from __future__ import annotations

import errno
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from habits.errors import StoreError
from habits.store import Store
from habits.store.home import Home
from tests.faults.test_every_call import Disk
from tests.store.erasing import MAYA, home_of, traces
from tests.store.test_erasing import LEFT, entries, erase_maya
from tests.store.test_standing_in import LEFT as ANONYMOUS
from tests.store.test_standing_in import NOBODY, names_left, people, stand_in

if TYPE_CHECKING:
    from pathlib import Path


class Killed(BaseException):
    """The process is gone."""


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, Killed()], ids=str)
def test_whichever_call_fails_it_is_all_there_or_all_gone(
    tmp_path: Path, error: int | BaseException
) -> None:
    whole, store = home_of(tmp_path / "whole")
    before = entries(store)
    shutil.copytree(whole.path, tmp_path / "dry")
    dry = Disk()
    with dry.in_place():
        erase_maya(Store(Home(tmp_path / "dry"), "ada"))
    assert dry.count > 20

    ends = set()
    for number, name in enumerate(dry.names):
        home = Home(shutil.copytree(whole.path, tmp_path / str(number)))
        opened = Store(home, "ada")
        refusal = ""
        try:
            with Disk(number, error).in_place(), suppress(Killed):
                erase_maya(opened)
        except StoreError as raised:
            refusal = str(raised)
        again = Store(home, "ada")
        is_there = MAYA in again.table("people")
        ends.add(is_there)
        told = f"call {number} ({name}): {refusal}"
        assert ("goes on with it" in refusal) <= (not is_there), told
        assert ("Nothing is erased" in refusal) <= is_there, told
        assert entries(again) == (before if is_there else LEFT), told
        assert is_there or list(traces(home.path)) == [], told
    assert ends == {True, False}


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, Killed()], ids=str)
def test_whichever_call_fails_she_is_there_or_somebody_stands_in(
    tmp_path: Path, error: int | BaseException
) -> None:
    whole, store = home_of(tmp_path / "whole")
    before = entries(store)
    shutil.copytree(whole.path, tmp_path / "dry")
    dry = Disk()
    with dry.in_place():
        stand_in(Store(Home(tmp_path / "dry"), "ada"))

    ends = set()
    for number, name in enumerate(dry.names):
        home = Home(shutil.copytree(whole.path, tmp_path / str(number)))
        opened = Store(home, "ada")
        with Disk(number, error).in_place(), suppress(StoreError, Killed):
            stand_in(opened)
        again = Store(home, "ada")
        is_there = MAYA in people(again)
        ends.add(is_there)
        told = f"call {number} ({name})"
        assert (NOBODY in people(again)) is not is_there, told
        assert entries(again) == (before if is_there else ANONYMOUS), told
        assert is_there or names_left(home) == set(), told
    assert ends == {True, False}

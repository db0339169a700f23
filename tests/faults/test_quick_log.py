"""A death at every call of a quick `rapport log`: nothing is lost, there twice, or told wrong."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING, Final, NoReturn

import pytest

from habits import service
from habits.clock import SystemClock
from habits.errors import StoreError
from habits.practices import BY_SLUG
from habits.service import board, open_workspace
from habits.store.home import Home
from tests.faults.test_every_call import Disk

if TYPE_CHECKING:
    from pathlib import Path

    from habits.service import Workspace

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")

THANKS: Final = BY_SLUG["thanks"]
KILLED: Final = 9
BEFORE: Final = ["the fix", "the review", "unsaved"]
ALL_UNSAVED: Final = 100
"""So many that no snapshot is made."""


class Death(Disk):
    """Lets the process die in one of its calls: nothing is tidied up behind it."""

    def _fail(self) -> NoReturn:
        os._exit(KILLED)


@pytest.fixture(autouse=True)
def _every_home_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board, "LEAST_KEPT", 0)


def quick(home: Home) -> Workspace:
    """Open the home as `log` and `today` do."""
    return open_workspace(home, SystemClock(), device="ada", is_quick=True)


def lived(path: Path) -> Home:
    """Return a home with a snapshot, what was reckoned of it, and an act that both lack."""
    home = Home(path)
    workspace = open_workspace(home, SystemClock(), device="ada")
    for line in ("@maya the fix", "@ana the review"):
        service.log(workspace, THANKS, line)
    workspace.checkpoint()
    service.log(quick(home), THANKS, "unsaved")
    assert quick(home).store.is_brief
    return home


def log_at_once(home: Home, disk: Disk, most_unsaved: int) -> bool:
    """Log an act and leave, as the shell does; return whether it was acknowledged."""
    with disk.in_place():
        workspace = quick(home)
        try:
            service.log(workspace, THANKS, "new")
        except StoreError:
            return False
        with suppress(StoreError):
            workspace.close(most_unsaved)
        return True


def die(home: Home, number: int, most_unsaved: int) -> int:
    """Log in a process of its own that dies in a call, and return how it ended."""
    child = os.fork()
    if not child:
        try:
            log_at_once(home, Death(number), most_unsaved)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def require_whole(home: Home, may_be: list[list[str]]) -> list[str]:
    """Check that a home shows one of some lists of acts however it is opened, and that it goes on.

    Returns:
        The acts.
    """
    now = quick(home)
    rows = service.today(now).rows
    whole = open_workspace(home, SystemClock(), device="ada")
    acts = [entry.what for entry in whole.ledger.entries()]
    assert acts in may_be
    assert rows == service.today(whole).rows == service.today(service.look(home, now.clock)).rows
    assert rows[-1].leading.standing.total == len(acts)

    service.log(now, THANKS, "after")
    now.close(0)
    assert [entry.what for entry in quick(home).ledger.entries()] == [*acts, "after"]
    assert service.today(quick(home)).rows[-1].leading.standing.total == len(acts) + 1
    return acts


@pytest.mark.parametrize("most_unsaved", [ALL_UNSAVED, 0], ids=["logged alone", "and saved"])
def test_wherever_it_dies_the_act_is_there_once_or_not_at_all(
    tmp_path: Path, most_unsaved: int
) -> None:
    ends = set()
    for number in count():
        home = lived(tmp_path / str(number))
        ended = die(home, number, most_unsaved)
        acts = require_whole(home, [BEFORE, [*BEFORE, "new"]] if ended else [[*BEFORE, "new"]])
        if not ended:
            break
        assert ended == KILLED
        ends.add(len(acts))

    assert number > (3 if most_unsaved else 20)
    assert ends == {len(BEFORE), len(BEFORE) + 1}


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO], ids=errno.errorcode.get)
@pytest.mark.parametrize("most_unsaved", [ALL_UNSAVED, 0], ids=["logged alone", "and saved"])
def test_whichever_call_fails_the_act_is_there_if_that_was_said(
    tmp_path: Path, most_unsaved: int, error: int
) -> None:
    for number in count():
        home, disk = lived(tmp_path / str(number)), Disk(number, error)
        is_said = log_at_once(home, disk, most_unsaved)
        require_whole(home, [[*BEFORE, "new"] if is_said else BEFORE])
        if disk.count <= number:
            break

    assert number > (3 if most_unsaved else 20)

"""What a user is told of syncing, and what setting up, joining and leaving come to."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.errors import OfflineError, RefusedError, WrongKeyError
from habits.service.sync_standing import SyncDevice, device_meant, status_of
from habits.service.syncing import (
    sync_devices,
    sync_doctor,
    sync_forget,
    sync_join,
    sync_now,
    sync_off,
    sync_rekey,
    sync_setup,
    sync_status,
)
from habits.store.home import Home
from habits.sync.keys import key_file, new_keys
from habits.sync.state import SyncState, state_file
from habits.sync.troubles import Trouble, trouble_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from habits.clock import FixedClock
    from habits.service import Workspace

NOW = 1_795_000_000_000
HOUR = 3_600_000


class Desk:
    """Machines of a user with a folder between them, one of which is sat at."""

    def __init__(self, path: Path, clock: FixedClock, patch: pytest.MonkeyPatch) -> None:
        self._path, self._clock, self._patch = path, clock, patch
        self.remote = path / "remote"
        self.remote.mkdir()
        self.place = f"dir:{self.remote}"
        self.shown: list[str] = []

    def at(self, name: str) -> Workspace:
        """Sit down at a machine."""
        self._patch.setenv("XDG_CONFIG_HOME", str(self._path / name / "config"))
        self._patch.setattr("platform.node", lambda: f"{name}'s")
        return service.open_workspace(Home(self._path / name / "home"), self._clock)

    def set_up(self) -> None:
        """Let ada and bob sync."""
        sync_setup(self.at("ada"), self.place, self.shown.append)
        sync_join(self.at("bob"), self.place, self.shown[-1])
        sync_now(self.at("ada"))

    @contextmanager
    def away(self) -> Iterator[None]:
        """Let the folder be away meanwhile."""
        self.remote.rename(self.remote.with_name("away"))
        yield
        self.remote.with_name("away").rename(self.remote)


@pytest.fixture
def desk(tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Machines that do not sync yet."""
    return Desk(tmp_path, clock, monkeypatch)


def test_a_machine_that_has_a_key_shows_it_when_it_is_set_up_again(desk: Desk) -> None:
    desk.set_up()
    sync_off(desk.at("ada"))
    with pytest.raises(RefusedError, match="Another machine syncs"):
        sync_setup(desk.at("ada"), desk.place, desk.shown.append)
    (desk.remote / "other").mkdir()
    sync_setup(desk.at("ada"), f"{desk.place}/other", desk.shown.append)
    assert len(desk.shown) == 2
    assert desk.shown[0] == desk.shown[1]


def test_nobody_joins_where_nothing_is_and_nobody_sets_up_twice(desk: Desk) -> None:
    with pytest.raises(RefusedError, match="There is nothing"):
        sync_join(desk.at("bob"), desk.place, new_keys().recovery)
    assert sync_status(desk.at("bob")).words == "not set up"
    desk.set_up()
    with pytest.raises(RefusedError, match="already"):
        sync_setup(desk.at("ada"), desk.place, desk.shown.append)
    with pytest.raises(RefusedError, match="already"):
        sync_join(desk.at("ada"), desk.place, desk.shown[-1])


def test_all_machines_are_listed_and_this_one_comes_first(desk: Desk) -> None:
    desk.set_up()
    here, other = sync_devices(desk.at("ada"))
    assert (here.machine, here.is_here, here.is_locked) == ("ada's", True, False)
    assert (other.machine, other.is_here, other.is_locked) == ("bob's", False, False)
    assert here.seen_at == other.seen_at
    assert [each.machine for each in sync_devices(desk.at("bob"))] == ["bob's", "ada's"]
    sync_forget(desk.at("ada"), other.device)
    assert sync_devices(desk.at("ada")) == [here]


def test_a_name_that_several_machines_have_asks_for_an_id() -> None:
    here, *others = (
        SyncDevice(device, "vm", "1", is_here=device == "ada1")
        for device in ("ada1", "bob2", "cyd3")
    )
    with pytest.raises(RefusedError, match=r"by its id.*'rapport sync devices'"):
        device_meant([here, *others], "vm")
    assert device_meant([here, *others], "bob2") == "bob2"
    assert device_meant([here, others[0]], "VM") == "bob2"


def test_the_folder_is_made_by_who_is_first_where_the_one_around_it_is_there(desk: Desk) -> None:
    with pytest.raises(OfflineError, match="see that the folder is there"):
        sync_setup(desk.at("ada"), f"{desk.place}/no/rapport", desk.shown.append)
    assert not (desk.remote / "no").exists()
    with pytest.raises(OfflineError, match="see that the folder is there"):
        sync_join(desk.at("bob"), f"{desk.place}/rapport", new_keys().recovery)
    sync_setup(desk.at("ada"), f"{desk.place}/rapport", desk.shown.append)
    sync_join(desk.at("bob"), f"{desk.place}/rapport", desk.shown[-1])
    with desk.away(), pytest.raises(OfflineError):
        sync_now(desk.at("ada"))


def test_what_a_new_key_asks_of_the_others_is_told_on_every_machine(desk: Desk) -> None:
    desk.set_up()
    sync_rekey(desk.at("ada"), desk.shown.append)
    with pytest.raises(WrongKeyError, match="sync join"):
        sync_now(desk.at("bob"))
    status = sync_status(desk.at("bob"))
    assert (status.words, status.trouble) == ("sync: wrong key", Trouble.WRONG_KEY)
    with pytest.raises(WrongKeyError, match="not the present one"):
        sync_join(desk.at("bob"), None, desk.shown[0])
    sync_join(desk.at("cyd"), desk.place, desk.shown[1])
    assert sync_status(desk.at("cyd")).words == "sync: others must join"
    assert [each.is_locked for each in sync_devices(desk.at("cyd"))].count(True) == 1
    sync_join(desk.at("bob"), None, desk.shown[1])
    assert sync_status(desk.at("bob")).words == "synced now"
    assert not sync_now(desk.at("cyd")).told()
    assert sync_status(desk.at("cyd")).words == "synced now"


def test_without_its_key_a_machine_says_how_to_get_it_back(desk: Desk) -> None:
    desk.set_up()
    workspace = desk.at("ada")
    key_file().unlink()
    with pytest.raises(WrongKeyError, match="recovery key"):
        sync_now(workspace)
    sync_join(workspace, None, desk.shown[0])
    assert not sync_doctor(workspace).told()


def test_a_new_key_that_could_not_be_sent_goes_with_the_next_sync(desk: Desk) -> None:
    desk.set_up()
    with desk.away(), pytest.raises(OfflineError):
        sync_rekey(desk.at("ada"), desk.shown.append)
    assert len(desk.shown) == 1
    assert sync_status(desk.at("ada")).words == "offline"
    sync_rekey(desk.at("ada"), desk.shown.append)
    assert sync_status(desk.at("ada")).words == "synced now"


def test_a_home_whose_state_is_damaged_can_leave(desk: Desk) -> None:
    desk.set_up()
    workspace = desk.at("ada")
    state_file(workspace.store.home).write_text("{")
    sync_off(workspace)
    assert sync_status(workspace).remote is None
    with pytest.raises(RefusedError, match="does not sync"):
        sync_off(workspace)


@pytest.mark.parametrize(
    ("trouble", "waiting", "words"),
    [
        ("", 0, "synced 2h"),
        ("", 3, "3 to send"),
        ("offline", 3, "offline, 3 to send"),
        ("offline", 0, "offline"),
        ("sign in", 0, "sync: sign in"),
        ("sign in", 3, "sync: sign in, 3 to send"),
        ("wrong key", 0, "sync: wrong key"),
        ("damaged", 0, "sync: damaged"),
        ("rolled back", 0, "sync: rolled back"),
        ("disk", 0, "sync: disk"),
        ("not installed", 0, "sync: not installed"),
        ("newer", 0, "sync: upgrade"),
        ("other key", 0, "sync: others must join"),
    ],
)
def test_synced_is_said_only_where_nothing_waits_and_all_went_well(
    trouble: str, waiting: int, words: str
) -> None:
    state = SyncState("ada", "dir:x", pulled_at=NOW - 2 * HOUR, trouble=trouble, told="why")
    status = status_of(state, waiting, NOW)
    assert status.words == words
    assert (status.trouble or "") == trouble
    assert status.synced_at == NOW - 2 * HOUR


def test_what_never_synced_is_offline_and_what_was_not_begun_is_no_trouble() -> None:
    assert status_of(SyncState("ada", "dir:x"), 0, NOW).words == "offline"
    without_key = SyncState("ada", "dir:x", trouble="wrong key", told="why")
    assert status_of(without_key, 0, NOW).words == "sync: wrong key"
    assert trouble_of(RefusedError("")) is None
    assert trouble_of(OfflineError("")) is Trouble.OFFLINE
    assert [each.value for each in Trouble if each.is_grave] == [
        "wrong key", "damaged", "rolled back", "disk", "not installed",
    ]  # fmt: skip

"""Homes that sync come to hold the same, and nothing that was acknowledged is lost."""

from __future__ import annotations

import fcntl
import shutil
from typing import TYPE_CHECKING

import pytest

from habits.errors import OfflineError, RefusedError, WrongKeyError
from habits.store import upkeep
from habits.sync.folder import FolderTransport
from habits.sync.keys import new_keys
from habits.sync.segments import open_segment
from habits.sync.state import read_state
from habits.sync.syncing import BusyError, forget, leave, waiting
from habits.sync.transport import is_notice
from tests.sync.faults import Fault, befallen
from tests.sync.machines import KEYS, Machine, machines, own_id, put_back

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from habits.sync.outcome import Outcome


def at_remote(path: Path) -> bytes:
    """Return all that can be read at the remote with the first key."""
    return b"".join(
        group.written
        for file in sorted((path / "remote").rglob("*.seg"))
        for group in open_segment(file.read_bytes(), file.parent.name, KEYS).groups
    )


def is_quiet(outcome: Outcome) -> bool:
    """Return whether nothing moved, and all is well."""
    return (outcome.received, outcome.sent, outcome.told()) == (0, 0, [])


def shelf(path: Path, device: str) -> list[Path]:
    return sorted((path / "remote" / device).glob("*.seg"))


def test_two_machines_come_to_hold_the_same(tmp_path: Path) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    ada.put(1, what="demo", why="to learn")
    bob.put(2, what="thanks")
    ada.sync()
    bob.put(1, what="never")
    bob.sync()
    bob.put(1, why="to show")
    bob.sync()
    ada.sync()
    assert ada.seen() == bob.seen()
    assert ada.lines() == bob.lines()
    assert len(ada.seen()) == 3


def test_a_sync_with_nothing_new_moves_nothing(tmp_path: Path) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    ada.sync()
    before = {file: file.stat().st_mtime_ns for file in (tmp_path / "remote").rglob("*")}
    for machine in (ada, bob, ada, bob):
        assert is_quiet(machine.sync())
    assert {file: file.stat().st_mtime_ns for file in (tmp_path / "remote").rglob("*")} == before


def test_what_waits_is_counted_until_the_remote_has_it(tmp_path: Path) -> None:
    (ada,) = machines(tmp_path, "ada")
    ada.put(1, what="demo")
    ada.put(1, what="demo again")
    state = read_state(ada.home, ada.device)
    assert state is not None
    assert waiting(ada.home, state) == 2
    (tmp_path / "remote").rename(tmp_path / "away")
    with pytest.raises(OfflineError, match="safe here"):
        ada.sync()
    state = read_state(ada.home, ada.device)
    assert state is not None
    assert (waiting(ada.home, state), state.trouble) == (2, "offline")
    (tmp_path / "away").rename(tmp_path / "remote")
    assert ada.sync().sent == 2
    state = read_state(ada.home, ada.device)
    assert state is not None
    assert (waiting(ada.home, state), state.trouble) == (0, "")


def test_a_stale_home_that_is_put_back_overwrites_nothing(tmp_path: Path) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    shutil.copytree(ada.home.path, tmp_path / "copy")
    ada.put(1, what="after the copy")
    ada.sync()
    put_back(tmp_path / "copy", ada.home)
    ada.put(2, what="after it was put back")
    ada.sync()
    bob.sync()
    assert len(ada.seen()) == 3
    assert ada.seen() == bob.seen()


def test_logs_put_back_without_the_state_of_syncing_are_made_whole(tmp_path: Path) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    shutil.copytree(ada.home.ops, tmp_path / "copy")
    ada.put(1, what="after the copy")
    ada.sync()
    for path in (ada.home.data, ada.home.previous):
        path.unlink(missing_ok=True)
    shutil.rmtree(ada.home.ops)
    shutil.copytree(tmp_path / "copy", ada.home.ops)
    ada.sync()
    bob.sync()
    assert ada.seen() == bob.seen()
    assert len(ada.seen()) == 2


def test_a_copied_home_on_another_machine_sends_what_the_first_had_not(tmp_path: Path) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    ada.put(1, what="never sent by ada")
    shutil.copytree(ada.home.path, tmp_path / "cyd")
    cyd = Machine(tmp_path / "cyd", "cyd", ada.transport)
    cyd.put(2, what="by cyd")
    cyd.sync()
    bob.sync()
    assert bob.seen() == cyd.seen()
    assert b'"d":"ada"' in b"".join(line for line in bob.lines() if b"never sent" in line)
    ada.sync()
    bob.sync()
    assert ada.seen() == bob.seen() == cyd.seen()


def test_an_emptied_remote_is_told_and_filled_again(tmp_path: Path) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    ada.put(1, what="demo")
    bob.put(2, what="thanks")
    for machine in (ada, bob, ada):
        machine.sync()
    for device in ("ada", "bob"):
        shutil.rmtree(tmp_path / "remote" / device, ignore_errors=True)
    assert ada.sync().lost == ("ada", "bob")
    assert ada.sync().lost == ()
    cyd = Machine(tmp_path / "cyd", "cyd", ada.transport)
    cyd.begin()
    assert cyd.seen() == ada.seen() == bob.seen()


def test_what_is_erased_can_be_read_nowhere_at_the_remote(tmp_path: Path) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    ada.put(1, "people", name="Maya", handle="maya")
    ada.sync()
    bob.sync()
    bob.put(2, what="only between us", people=[str(own_id(1))])
    bob.put(3, what="Maya said so")
    bob.sync()
    ada.sync()
    upkeep.erase(ada.store(), "people", own_id(1))
    for machine in (ada, bob, ada, bob):
        machine.sync()
    assert b"Maya" not in at_remote(tmp_path)
    assert b"between us" not in at_remote(tmp_path)
    assert not any(b"Maya" in line for line in ada.lines() | bob.lines())
    assert ada.seen() == bob.seen()
    assert len(ada.seen()) == 2
    assert is_quiet(bob.sync())


def test_many_segments_are_packed_into_few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("habits.sync.exchange.MOST_SEGMENTS", 3)
    ada, bob = machines(tmp_path, "ada", "bob")
    for number in range(1, 5):
        ada.put(number, what="demo")
        ada.sync()
    assert len(shelf(tmp_path, "ada")) == 1
    assert bob.sync().lost == ()
    cyd = Machine(tmp_path / "cyd", "cyd", ada.transport)
    cyd.begin()
    assert cyd.seen() == ada.seen() == bob.seen()


def test_lines_that_come_again_are_kept_once(tmp_path: Path) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    ada.put(1, what="demo")
    ada.sync()
    bob.sync()
    before = {log.name: log.read_bytes() for log in bob.home.ops.iterdir()}
    leave(bob.home)
    bob.begin()
    assert {log.name: log.read_bytes() for log in bob.home.ops.iterdir()} == before


def test_a_packing_keeps_what_was_taken_over_from_a_forgotten_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    bob.put(1, what="demo")
    bob.sync()
    forget(ada.here, "bob")
    monkeypatch.setattr("habits.sync.exchange.MOST_SEGMENTS", 0)
    ada.sync()
    cyd = Machine(tmp_path / "cyd", "cyd", ada.transport)
    cyd.begin()
    assert cyd.seen() == bob.seen() == ada.seen()


def test_a_second_syncing_of_a_home_leaves_at_once(tmp_path: Path) -> None:
    (ada,) = machines(tmp_path, "ada")
    with (ada.home.sync / "lock").open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(BusyError, match="already"):
            ada.sync()
    assert ada.sync().sent == 0


def test_a_sealed_segment_that_is_lost_before_it_went_is_sealed_again(tmp_path: Path) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    ada.put(1, what="demo")
    with befallen(Fault(2, is_after=False, is_offline=True)):
        ada.sync()
    (sealed,) = (ada.home.sync / "pending").iterdir()
    sealed.unlink()
    ada.sync()
    bob.sync()
    assert bob.seen() == ada.seen()


def test_a_wrong_key_takes_nothing_in(tmp_path: Path) -> None:
    (ada,) = machines(tmp_path, "ada")
    eve = Machine(tmp_path / "eve", "eve", ada.transport, new_keys())
    with pytest.raises(WrongKeyError, match="safe here"):
        eve.begin()
    assert eve.lines() == set()
    assert read_state(eve.home, eve.device) is None


def test_a_new_key_leaves_nothing_for_the_old_one(tmp_path: Path) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    bob.put(1, what="demo")
    bob.sync()
    new = new_keys()
    ada.keys = new.followed_by(ada.keys)
    ada.sync()
    with pytest.raises(WrongKeyError):
        bob.sync()
    bob.keys = new.followed_by(bob.keys)
    bob.sync()
    for file in (tmp_path / "remote").rglob("*.seg"):
        if is_notice(file.name):
            assert open_segment(file.read_bytes(), "any", KEYS).groups == ()
        else:
            with pytest.raises(WrongKeyError):
                open_segment(file.read_bytes(), "any", KEYS)
    cyd = Machine(tmp_path / "cyd", "cyd", ada.transport, new)
    cyd.begin()
    ada.sync()
    assert cyd.seen() == bob.seen() == ada.seen()


def test_what_a_forgotten_machine_logged_stays(tmp_path: Path) -> None:
    ada, bob, cyd = machines(tmp_path, "ada", "bob", "cyd")
    bob.put(1, what="demo")
    bob.sync()
    cyd.sync()
    forget(ada.here, "bob")
    assert not (tmp_path / "remote" / "bob").exists()
    assert cyd.sync().lost == ()
    dan = Machine(tmp_path / "dan", "dan", ada.transport)
    dan.begin()
    assert dan.seen() == ada.seen() == cyd.seen() == bob.seen()
    assert dan.lines() >= bob.lines()


def test_this_machine_and_one_that_is_unknown_are_not_forgotten(tmp_path: Path) -> None:
    (ada,) = machines(tmp_path, "ada")
    for device in ("ada", "eve"):
        with pytest.raises(RefusedError):
            forget(ada.here, device)
    assert shelf(tmp_path, "ada")


def test_a_home_that_left_syncs_no_more(tmp_path: Path) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    leave(ada.home)
    with pytest.raises(RefusedError, match="does not sync"):
        ada.sync()
    assert shelf(tmp_path, "ada")
    ada.put(1, what="alone")
    ada.begin()
    bob.sync()
    assert bob.seen() == ada.seen()


def test_a_segment_that_arrived_in_part_is_waited_for(tmp_path: Path) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    ada.put(1, what="demo")
    ada.sync()
    newest = shelf(tmp_path, "ada")[-1]
    whole = newest.read_bytes()
    before = bob.lines()
    for length in range(0, len(whole), 29):
        newest.write_bytes(whole[:length])
        assert bob.sync().arriving == (f"ada/{newest.name}",)
        assert bob.lines() == before
    newest.write_bytes(whole)
    assert bob.sync().arriving == ()
    assert bob.seen() == ada.seen()


def _lose_answers(patch: pytest.MonkeyPatch) -> None:
    publish = FolderTransport.publish

    def lose(
        self: FolderTransport, device: str, add: Mapping[str, bytes], drop: Collection[str]
    ) -> None:
        publish(self, device, add, drop)
        message = "the line is dead"
        raise OfflineError(message)

    patch.setattr(FolderTransport, "publish", lose)


def test_a_lost_answer_sends_the_same_bytes_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    ada.put(1, what="demo")
    with monkeypatch.context() as patch:
        _lose_answers(patch)
        with pytest.raises(OfflineError):
            ada.sync()
    sent = shelf(tmp_path, "ada")
    ada.sync()
    assert shelf(tmp_path, "ada") == sent
    bob.sync()
    assert bob.seen() == ada.seen()

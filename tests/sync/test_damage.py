"""What is lost, half there or damaged at the remote is told, and nothing here goes with it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

import pytest

from habits.errors import NewerFormatError, RefusedError, StoreError, WrongKeyError
from habits.store import Op, upkeep
from habits.sync.outcome import Outcome
from habits.sync.pulling import PATIENCE
from habits.sync.state import SyncState, read_state, state_file
from habits.sync.syncing import forget, mend
from habits.sync.transport import name_of
from habits.sync.troubles import Trouble
from tests.sync.machines import Machine, machines, own_id, put_back

if TYPE_CHECKING:
    from pathlib import Path

MEND: Final = "rapport sync doctor"


def newest(path: Path, device: str) -> Path:
    return max((path / "remote" / device).glob("*.seg"))


def state_of(machine: Machine) -> SyncState:
    state = read_state(machine.home, machine.device)
    assert state is not None
    return state


def test_a_remote_that_was_rolled_back_is_told_and_brought_forward(tmp_path: Path) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    shutil.copytree(tmp_path / "remote", tmp_path / "before")
    ada.put(1, what="demo")
    ada.sync()
    shutil.rmtree(tmp_path / "remote")
    (tmp_path / "before").rename(tmp_path / "remote")
    (told,) = ada.sync().told()
    assert (told.trouble, "Nothing is lost here" in told.words) == (Trouble.ROLLED_BACK, True)
    assert state_of(ada).trouble == "rolled back"
    assert ada.sync().told() == []
    assert state_of(ada).trouble == ""
    bob.sync()
    assert bob.seen() == ada.seen()


def test_a_segment_that_never_wholly_arrives_is_damaged_and_doctor_sends_it_again(
    tmp_path: Path,
) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    ada.put(1, what="demo")
    ada.sync()
    rotten = newest(tmp_path, "ada")
    rotten.write_bytes(rotten.read_bytes()[:-1] + b"#")
    assert [each.trouble for each in bob.sync().told()] == [None]
    assert state_of(bob).trouble == ""
    bob.now += PATIENCE + 1
    outcome = bob.sync()
    assert outcome.damaged == (f"ada/{rotten.name}",)
    assert isinstance(outcome.refusal, WrongKeyError)
    assert MEND in state_of(bob).told
    assert mend(ada.here).told()
    assert not rotten.exists()
    assert bob.sync().told() == []
    assert bob.seen() == ada.seen()


def test_what_was_taken_in_once_is_taken_in_again_where_the_logs_were_put_back(
    tmp_path: Path,
) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    shutil.copytree(ada.home.ops, tmp_path / "copy")
    bob.put(1, what="demo")
    bob.sync()
    ada.sync()
    for path in (ada.home.data, ada.home.previous):
        path.unlink(missing_ok=True)
    shutil.rmtree(ada.home.ops)
    shutil.copytree(tmp_path / "copy", ada.home.ops)
    file = newest(tmp_path, "bob")
    whole = file.read_bytes()
    file.write_bytes(whole[:20])
    ada.sync()
    file.write_bytes(whole)
    ada.sync()
    assert ada.seen() == bob.seen()


def test_a_machine_is_not_forgotten_while_part_of_it_is_on_its_way(tmp_path: Path) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    bob.put(1, what="demo")
    bob.sync()
    file = newest(tmp_path, "bob")
    whole = file.read_bytes()
    file.write_bytes(whole[:20])
    with pytest.raises(RefusedError, match="Nothing was taken away"):
        forget(ada.here, "bob")
    file.write_bytes(whole)
    forget(ada.here, "bob")
    assert ada.seen() == bob.seen()


def test_what_is_damaged_of_a_machine_goes_with_it_and_is_no_trouble_any_more(
    tmp_path: Path,
) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    bob.sync()
    (tmp_path / "remote" / "bob" / name_of(9, b"noise")).write_bytes(b"noise")
    assert ada.sync().refusal is not None
    assert forget(ada.here, "bob").refusal is None
    assert ada.sync().told() == []


def test_a_machine_two_years_in_a_drawer_comes_back_to_all_and_no_alarm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("habits.sync.exchange.MOST_SEGMENTS", 2)
    ada, bob, cyd = machines(tmp_path, "ada", "bob", "cyd")
    cyd.put(1, what="never sent by cyd")
    for number in range(10, 18):
        for machine in (ada, bob):
            machine.put(number, what=f"{number} by {machine.device}")
            machine.sync()
    upkeep.erase(ada.store(), "entries", own_id(11))
    ada.sync()
    forget(ada.here, "bob")
    forget(ada.here, "cyd")
    ada.put(20, what="the latest")
    ada.sync()
    assert cyd.sync().told() == []
    bob.sync()
    ada.sync()
    assert ada.seen() == bob.seen() == cyd.seen()
    assert len(ada.seen()) == 10


def test_a_wiped_machine_counts_on_where_it_was(tmp_path: Path) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    bob.put(1, what="demo")
    bob.sync()
    forget(ada.here, "bob")
    put_back(tmp_path / "nothing", bob.home)
    bob.begin()
    bob.put(2, what="thanks")
    bob.sync()
    ada.sync()
    shutil.rmtree(tmp_path / "remote" / "bob")
    assert ada.sync().lost == ("bob",)


def test_what_a_newer_rapport_packed_is_not_taken_for_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    ada.put(1, what="demo")
    ada.sync()
    bob.sync()
    with monkeypatch.context() as newer:
        newer.setattr("habits.sync.segments.VERSION", 2)
        newer.setattr("habits.sync.exchange.MOST_SEGMENTS", 0)
        ada.sync()
    outcome = bob.sync()
    assert [told.trouble for told in outcome.told()] == [Trouble.NEWER]
    assert isinstance(outcome.refusal, NewerFormatError)
    assert state_of(bob).trouble == "newer"


def test_what_a_syncer_puts_back_of_the_erased_goes_again(tmp_path: Path) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    ada.put(1, what="to be erased")
    ada.sync()
    shutil.copytree(tmp_path / "remote" / "ada", tmp_path / "kept")
    upkeep.erase(ada.store(), "entries", own_id(1))
    for machine in (ada, bob, ada, bob):
        machine.sync()
    shutil.copytree(tmp_path / "kept", tmp_path / "remote" / "ada", dirs_exist_ok=True)
    ada.put(2, what="not sent yet")
    ada.sync()
    assert bob.sync().told() == []
    kept = {file.name for file in (tmp_path / "kept").iterdir()}
    assert not kept & {file.name for file in (tmp_path / "remote" / "ada").iterdir()}
    assert not any(b"to be erased" in line for line in ada.lines() | bob.lines())


def test_the_state_of_another_device_says_where_to_sync_and_no_more(tmp_path: Path) -> None:
    (ada,) = machines(tmp_path, "ada")
    remote = ada.transport.describe()
    assert read_state(ada.home, "cyd") == SyncState("cyd", remote)
    state_file(ada.home).write_text(f'{{"v":2,"device":"ada","remote":"{remote}"}}')
    assert read_state(ada.home, "ada") == SyncState("ada", remote)
    for content in ("[]", "{", "{}"):
        state_file(ada.home).write_text(content)
        with pytest.raises(StoreError, match="sync off"):
            read_state(ada.home, "ada")


def test_what_is_told_of_one_machine_is_one_line_and_names_it() -> None:
    outcome = Outcome(
        arriving=("b/1", "b/2"), damaged=("a/1",), lost=("a",), machines={"a": "Ada's {x}"}
    )
    words = [told.words for told in outcome.told()]
    assert len(words) == 3
    assert "1 of Ada's {x}" in words[0]
    assert "2 files of b" in words[2]
    assert Outcome().refusal is None


def test_a_home_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (ada,) = machines(tmp_path, "ada")
    ada.put(1, what="demo")
    ada.sync()
    left = ada.home.sync / "pending" / "left"
    left.mkdir()
    ada.sync()
    left.rmdir()

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("habits.sync.syncing.os.open", fail)
        with pytest.raises(StoreError, match=r"No space left.*safe here"):
            ada.sync()
    bob = Machine(tmp_path / "bob", "bob", ada.transport)
    with monkeypatch.context() as patch:
        patch.setattr("habits.store.carrying.append", fail)
        with pytest.raises(StoreError, match=r"No space left.*safe here"):
            bob.begin()
    assert (state_of(bob).trouble, "safe here" in state_of(bob).told) == ("disk", True)
    monkeypatch.setattr("habits.sync.state.replace_durably", fail)
    with pytest.raises(StoreError, match=r"No space left.*make room"):
        bob.sync()


def test_what_may_be_lost_is_looked_for_until_it_is_known(tmp_path: Path) -> None:
    ada, bob, cyd = machines(tmp_path, "ada", "bob", "cyd")
    bob.put(1, what="demo")
    bob.sync()
    for machine in (ada, cyd):
        machine.sync()
    ada.put(2, what="thanks")
    ada.sync()
    file = newest(tmp_path, "ada")
    whole = file.read_bytes()
    file.write_bytes(whole[:20])
    shutil.rmtree(tmp_path / "remote" / "bob")
    assert [told.trouble for told in cyd.sync().told()] == [None]
    file.write_bytes(whole)
    assert cyd.sync().lost == ("bob",)
    dan = Machine(tmp_path / "dan", "dan", ada.transport)
    dan.begin()
    assert dan.seen() == cyd.seen()


def test_what_is_erased_elsewhere_goes_from_a_home_that_was_never_checkpointed(
    tmp_path: Path,
) -> None:
    zoe, bob = machines(tmp_path, "zoe", "bob")
    put_back(tmp_path / "nothing", bob.home)
    bob.put(4, what="to be erased")
    upkeep.erase(zoe.store(), "entries", own_id(4))
    zoe.sync()
    bob.begin()
    zoe.sync()
    assert not any(b"to be erased" in line for line in zoe.lines() | bob.lines())
    assert bob.seen() == zoe.seen()


def test_a_line_that_was_spoilt_by_hand_is_left_out_and_doctor_brings_it_back(
    tmp_path: Path,
) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    ada.store().commit(lambda: [Op("entries", own_id(each), {"what": "demo"}) for each in (1, 2)])
    bob.put(3, what="thanks")
    bob.sync()
    log = next(ada.home.ops.glob("ada-*"))
    lines = log.read_bytes().split(b"\n")
    log.write_bytes(b"\n".join([lines[0], b"#" + lines[1][1:], *lines[2:]]))
    ada.sync()
    bob.sync()
    assert len(bob.seen()) == 3
    theirs = next(ada.home.ops.glob("bob-*"))
    theirs.write_bytes(b"#" + theirs.read_bytes()[1:])
    assert mend(ada.here).received == 1


def test_a_state_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (ada,) = machines(tmp_path, "ada")
    state_file(ada.home).unlink()
    state_file(ada.home).mkdir()
    with pytest.raises(StoreError, match="cannot be read"):
        read_state(ada.home, "ada")


def test_a_large_log_travels_in_many_segments(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("habits.sync.sealing.MOST_BYTES", 1)
    ada, bob = machines(tmp_path, "ada", "bob")
    for number in range(1, 5):
        ada.put(number, what="demo")
    assert ada.sync().sent == 4
    assert len(list((tmp_path / "remote" / "ada").iterdir())) == 5
    bob.sync()
    assert bob.seen() == ada.seen()


def test_a_place_that_was_taken_meanwhile_is_not_set_up_again(tmp_path: Path) -> None:
    (ada,) = machines(tmp_path, "ada")
    cyd = Machine(tmp_path / "cyd", "cyd", ada.transport)
    with pytest.raises(RefusedError, match="Another machine syncs"):
        cyd.begin(is_first=True)
    shutil.rmtree(tmp_path / "remote")
    (tmp_path / "remote").mkdir()
    with pytest.raises(RefusedError, match="There is nothing"):
        cyd.begin()

"""Keys: one for all machines, kept outside the home, and never taken for another."""

from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

import pytest

from habits.errors import RefusedError, StoreError, WrongKeyError
from habits.sync.keys import (
    DamagedSealError,
    Keys,
    key_file,
    keys_from,
    new_keys,
    read_keys,
    write_keys,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_sealed_is_opened_by_the_same_key_alone() -> None:
    keys = new_keys()
    sealed = keys.seal(b"demo")
    assert b"demo" not in sealed
    assert keys.open(sealed) == b"demo"
    with pytest.raises(WrongKeyError, match="safe here"):
        new_keys().open(sealed)


def test_an_older_key_still_opens_and_no_longer_seals() -> None:
    old, new = new_keys(), new_keys()
    both = new.followed_by(old)
    assert both.open(old.seal(b"demo")) == b"demo"
    assert new.open(both.seal(b"demo")) == b"demo"
    assert both.followed_by(both) == both
    assert new.followed_by(None) == new


@pytest.mark.parametrize("cut", [0, 10, 200, -1])
def test_what_is_cut_is_damaged_and_no_other_key_is_asked_for(cut: int) -> None:
    keys = new_keys()
    with pytest.raises(DamagedSealError):
        keys.open(keys.seal(b"demo")[:cut])


def test_a_recovery_key_is_read_as_a_user_types_it() -> None:
    keys = new_keys()
    assert keys_from(f"  {keys.recovery.lower()}\n") == keys
    for wrong in ("", "AGE-SECRET-KEY-1", keys.recovery[:-1], keys.public, "ä"):
        with pytest.raises(WrongKeyError, match=r"no recovery key, .*mistyped"):
            keys_from(wrong)


def test_keys_are_kept_for_the_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "config" / "sync.key"
    assert read_keys(path) is None
    keys = new_keys().followed_by(new_keys())
    write_keys(path, keys)
    assert read_keys(path) == keys
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert key_file().name == "sync.key"


def test_a_key_file_that_holds_none_is_told(tmp_path: Path) -> None:
    path = tmp_path / "sync.key"
    path.write_bytes(b"\n")
    assert read_keys(path) is None
    path.write_bytes(b"hello")
    with pytest.raises(WrongKeyError, match=r"sync\.key holds no recovery key.*move it away"):
        read_keys(path)
    path.write_bytes(b"\xff")
    with pytest.raises(StoreError, match="cannot be read"):
        read_keys(path)
    with pytest.raises(StoreError, match="cannot be written"):
        write_keys(path / "below", Keys(("x",)))


def test_without_pyrage_the_user_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyrage", None)
    with pytest.raises(RefusedError, match=r"safe here.*rapport-tui\[sync\]"):
        new_keys()

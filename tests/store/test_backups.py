"""Few backups are kept, and they are well spaced; none is ever a second name of the file."""

from __future__ import annotations

import errno
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.errors import StoreError
from habits.store import Op, Store, copies, device
from habits.store.backups import DAILY, WEEKLY, superfluous
from habits.store.device import device_of
from habits.store.home import Home
from habits.store.snapshot import DamagedSnapshotError, Snapshot, decode, encode
from tests.store.faults import broken_disk

if TYPE_CHECKING:
    from habits.store.ops import Document

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)


def named(day: date) -> Path:
    return Path(f"rapport-{day.isoformat()}.json")


def store_with(home: Home, **fields: object) -> Store:
    """Return a store with one record."""
    store = Store(home)
    document: Document = fields
    store.commit(lambda: [Op("entries", UUID(int=1), document)])
    return store


def test_seven_days_and_four_weeks_are_kept_of_a_year() -> None:
    days = [TODAY - timedelta(days=number) for number in range(365)]
    gone = set(superfluous(map(named, days)))
    kept = [day for day in days if named(day) not in gone]
    assert kept[:DAILY] == days[:DAILY]
    assert kept[DAILY:] == [date(2026, 11, 15), date(2026, 11, 8), date(2026, 11, 1)]


@given(st.sets(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=60))
def test_the_newest_stay_and_no_more_than_seven_and_four(days: set[date]) -> None:
    gone = set(superfluous(map(named, days)))
    kept = sorted(day for day in days if named(day) not in gone)
    assert len(kept) <= DAILY + WEEKLY
    assert kept[-DAILY:] == sorted(days)[-DAILY:]


def test_files_of_other_names_are_nobodys_to_take_away() -> None:
    others = [
        Path(name)
        for name in (
            "rapport-schema-1.json",
            "rapport-changed.json",
            "rapport-2026-11-22T083000Z.json",
            "rapport-2026-13-45.json",
            "mine.json",
        )
    ]
    assert superfluous([*others, *(named(TODAY - timedelta(days=n)) for n in range(3))]) == []


def test_the_first_snapshot_of_a_day_is_kept_and_an_edit_of_the_file_leaves_it(home: Home) -> None:
    store = store_with(home, what="first")
    store.checkpoint()
    (kept,) = home.backups.iterdir()
    first = kept.read_bytes()
    store.commit(lambda: [Op("entries", UUID(int=1), {"what": "second"})])
    store.checkpoint()
    with home.data.open("r+b") as file:
        file.write(b"?")
    assert kept.read_bytes() == first
    assert [path.name for path in home.backups.iterdir()] == [kept.name]


def test_old_backups_go_when_a_new_one_comes(home: Home) -> None:
    store = store_with(home, what="first")
    home.backups.mkdir()
    for number in range(400, 430):
        (home.backups / named(TODAY - timedelta(days=number))).write_text("{}")
    store.checkpoint()
    assert len(list(home.backups.iterdir())) <= DAILY + WEEKLY


def test_that_no_backup_can_be_kept_stops_nothing(home: Home) -> None:
    store = store_with(home, what="first")
    home.backups.write_text("mine")
    store.checkpoint()
    assert home.data.exists()
    assert home.backups.read_text() == "mine"


def test_a_copy_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with (
        broken_disk("write", error=errno.ENOSPC),
        pytest.raises(StoreError, match=r"cannot be written: No space left.* Nothing was written"),
    ):
        copies.write(Home(tmp_path), tmp_path / "copy.json", b"x", NOW)


def test_an_edit_that_cannot_be_kept_aside_is_not_taken_in(home: Home) -> None:
    store = store_with(home, what="first")
    store.checkpoint()
    edited = home.data.read_bytes().replace(b"first", b"changed by hand")
    home.data.write_bytes(edited)
    for path in home.backups.iterdir():
        path.unlink()
    home.backups.rmdir()
    home.backups.write_text("mine")
    with pytest.raises(StoreError, match="left as it is until a copy of it can be kept"):
        store.commit(lambda: [Op("entries", UUID(int=2), {"what": "second"})])
    assert home.data.read_bytes() == edited


def test_every_edit_is_kept_beside_the_one_before(home: Home) -> None:
    store = store_with(home, what="first")
    store.checkpoint()
    for words in (b"one", b"other", b"yet another"):
        content = home.data.read_bytes()
        begin = content.index(b'"what":"') + 8
        end = content.index(b'"', begin)
        home.data.write_bytes(content[:begin] + words + content[end:])
        assert store.catch_up()
        assert store.table("entries")[UUID(int=1)] == {"what": words.decode()}
    names = sorted(path.name for path in home.backups.glob("rapport-changed*"))
    assert len(names) == 3


def test_a_damaged_file_that_cannot_be_put_aside_stays_and_is_told(home: Home) -> None:
    store_with(home, what="first").checkpoint()
    home.data.write_text("?")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "rename", _refuse)
        store = Store(home)
        assert "is damaged and cannot be put aside: Permission" in store.take_reports()[0]
        assert store.table("entries")[UUID(int=1)] == {"what": "first"}
        with pytest.raises(StoreError, match="cannot be put aside"):
            store.commit(lambda: [Op("entries", UUID(int=2), {"what": "second"})])
    assert home.data.read_text() == "?"


def _refuse(*_: object) -> None:
    raise PermissionError(errno.EACCES, "Permission denied")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b'"schema":2', b'"schema":3'),
        (b'"newest":', b'"nEwest":'),
        (b'"logs":{', b'"logs":5,"x":{'),
    ],
)
def test_a_snapshot_of_another_form_is_not_taken_for_ours(right: bytes, wrong: bytes) -> None:
    from zlib import crc32  # noqa: PLC0415 - only here

    content = encode(Snapshot()).replace(right, wrong)
    body = content[: -len(b',"crc":"00000000"}}}\n')]
    content = b'%s,"crc":"%08x"}}}\n' % (body, crc32(body + b"}"))
    with pytest.raises(Exception) as trouble:  # noqa: PT011 - one of two
        decode(content)
    assert type(trouble.value).__name__ in {"DamagedSnapshotError", "ForeignSnapshotError"}
    with pytest.raises(DamagedSnapshotError):
        decode(b"")


def test_a_device_is_the_same_every_time_and_another_in_another_home(tmp_path: Path) -> None:
    one, two = Home(tmp_path / "one"), Home(tmp_path / "two")
    assert device_of(one) == device_of(Home(tmp_path / "one")) != device_of(two)
    assert len(device_of(one)) == 12
    (tmp_path / "link").symlink_to(tmp_path)
    assert device_of(Home(tmp_path / "link" / "one")) == device_of(one)


def test_a_device_is_another_one_on_another_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home(tmp_path / "one")
    first = device_of(home)
    monkeypatch.setattr(device, "MACHINE_ID", tmp_path / "none")
    second = device_of(home)
    assert first != second
    assert second == device_of(home)


def test_where_no_identity_can_be_kept_a_process_writes_under_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "state").write_text("mine")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    home = Home(tmp_path / "one")
    assert device_of(home) != device_of(home)
    store = store_with(home, what="kept")
    assert store.device == store.device
    assert len(Store(home).table("entries")) == 1

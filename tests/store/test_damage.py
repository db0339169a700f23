"""What is damaged is told, kept and made anew from what is whole; nothing logged is lost."""

from __future__ import annotations

import errno
import json
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID
from zlib import crc32

import pytest

from habits.clock import wall_milliseconds
from habits.errors import NewerFormatError, StoreError
from habits.store import Op, Store, upkeep
from habits.store.defaults import put_defaults
from habits.store.lines import Kind, Line, encode
from tests.store.faults import broken_disk

if TYPE_CHECKING:
    from collections.abc import Callable

    from habits.store.home import Home

ONE, TWO = UUID(int=1), UUID(int=2)
WRITTEN = datetime(2026, 11, 22, 8, 30, tzinfo=UTC).timestamp()
NEWER = json.dumps(
    {"entries": {"1": {"what": "newer"}}, "_rapport": {"1": {"schema": 3, "acts": "?"}}}
).encode()
ASIDE = "rapport.json.corrupt-20261122T083000Z"

DAMAGE = [
    pytest.param(b"", id="empty"),
    pytest.param(b" \n", id="blank"),
    pytest.param(b'{"entries": {"1": {', id="cut"),
    pytest.param(b'{"entries": {}} {}', id="trailing"),
    pytest.param(b"\x00" * 4096, id="zeros"),
    pytest.param(b"\xff\xfe\x00\xd8 not text", id="not text"),
    pytest.param(b"[" * 100_000, id="deep"),
    pytest.param(b'{"entries": {"1": {"n": ' + b"9" * 5000 + b"}}}", id="huge number"),
    pytest.param(b"null", id="null"),
    pytest.param(b"[]", id="a list"),
    pytest.param(b'"rapport"', id="a text"),
    pytest.param(b'{"entries": []}', id="a table that is a list"),
    pytest.param(b'{"entries": {"x": {}}}', id="a record with a word for an id"),
    pytest.param(b'{"entries": {"-1": {}}}', id="a record with a negative id"),
    pytest.param(b'{"entries": {"1": 5}}', id="a record that is a number"),
    pytest.param(b'{"entries": {"%s": {}}}' % (b"9" * 5000), id="a record with an endless id"),
    pytest.param(b'{"entries": {"%d": {}}}' % (1 << 128), id="a record with an id too large"),
    pytest.param('{"entries": {"٣": {}}}'.encode(), id="a record with foreign digits"),
]
each_damage = pytest.mark.parametrize("content", DAMAGE)


def act(number: int, what: str) -> Callable[[], list[Op]]:
    """Return what proposes a record with some words."""
    return lambda: [Op("entries", UUID(int=number), {"what": what})]


def home_with(home: Home, content: bytes) -> None:
    """Put a file in a home, written at a known time."""
    home.make()
    home.data.write_bytes(content)
    os.utime(home.data, (WRITTEN, WRITTEN))


def names(home: Home, pattern: str) -> list[str]:
    """Return the names of the files in a home that fit a pattern."""
    return sorted(path.name for path in home.path.glob(pattern))


def whats(store: Store) -> list[str]:
    """Return the words of all records."""
    return [document["what"] for _, document in store.table("entries").items()]


@pytest.fixture
def used(home: Home) -> Store:
    """A store with two snapshots, and an act after them."""
    store = Store(home)
    for number, what in enumerate(["first", "second", "third"], start=1):
        store.commit(act(number, what))
        if number < 3:
            store.checkpoint()
    return store


@each_damage
def test_a_damaged_file_without_a_log_is_told_and_left_as_it_is(home: Home, content: bytes) -> None:
    home_with(home, content)
    for _ in range(2):
        with pytest.raises(StoreError, match=r"is damaged: it is not a TinyDB.* left as it is"):
            Store(home)
    assert home.data.read_bytes() == content
    assert names(home, "*.corrupt-*") == []


@each_damage
@pytest.mark.parametrize("previous", ["whole", "damaged", "missing"])
def test_a_damaged_file_is_put_aside_and_made_anew_and_nothing_is_lost(
    used: Store, home: Home, content: bytes, previous: str
) -> None:
    if previous == "damaged":
        home.previous.write_bytes(content)
    elif previous == "missing":
        home.previous.unlink()
    home_with(home, content)

    again = Store(home)

    assert whats(again) == whats(used) == ["first", "second", "third"]
    (report,) = again.take_reports()
    assert report.startswith(f"{home.data} was damaged. It was made anew from ")
    assert report.endswith(f"The damaged file is kept as {ASIDE}.")
    assert (home.path / ASIDE).read_bytes() == content
    assert again.take_reports() == Store(home).take_reports() == []
    assert whats(Store(home)) == ["first", "second", "third"]


def test_damage_that_differs_is_kept_beside_what_was_kept_before(used: Store, home: Home) -> None:
    for content in (b"one", b"two", b"three"):
        home_with(home, content)
        assert whats(Store(home)) == whats(used)
    assert names(home, "*.corrupt-*") == [ASIDE, f"{ASIDE}-2", f"{ASIDE}-3"]
    kept = [(home.path / name).read_bytes() for name in names(home, "*.corrupt-*")]
    assert kept == [b"one", b"two", b"three"]


@pytest.mark.parametrize("content", [b"", b"{", b'{"entries": {"1": 5}}'])
def test_what_goes_bad_under_an_open_store_is_made_anew_with_the_next_look(
    used: Store, home: Home, content: bytes
) -> None:
    home_with(home, content)
    assert used.catch_up()
    assert "was damaged" in used.take_reports()[0]

    home_with(home, content)
    used.commit(act(4, "fourth"))
    assert "was damaged" in used.take_reports()[0]
    assert whats(Store(home)) == ["first", "second", "third", "fourth"]


@pytest.mark.parametrize("keep_previous", [True, False])
def test_a_file_that_is_missing_beside_logs_is_damage_and_not_a_new_user(
    used: Store, home: Home, *, keep_previous: bool
) -> None:
    home.data.unlink()
    if not keep_previous:
        home.previous.unlink()
    again = Store(home)
    assert whats(again) == whats(used)
    assert "was missing. It was made anew from " in again.take_reports()[0]
    assert home.data.exists()


def test_logs_that_are_missing_leave_what_the_snapshot_holds(used: Store, home: Home) -> None:
    used.checkpoint()
    for path in home.ops.iterdir():
        path.unlink()
    again = Store(home)
    assert whats(again) == ["first", "second", "third"]
    again.commit(act(4, "fourth"))
    assert whats(Store(home)) == ["first", "second", "third", "fourth"]


def test_a_bit_that_flipped_is_told_from_an_edit(used: Store, home: Home) -> None:
    used.checkpoint()
    content = home.data.read_bytes()
    home_with(home, content.replace(b'"first"', b'"fIrst"'))

    again = Store(home)

    assert whats(again)[0] == "first"
    assert "was damaged" in again.take_reports()[0]
    assert b"fIrst" in (home.path / ASIDE).read_bytes()


def test_an_edit_by_hand_is_taken_in_and_the_file_is_kept_as_it_was_left(
    used: Store, home: Home
) -> None:
    used.checkpoint()
    used.commit(act(4, "after the snapshot"))
    edited = home.data.read_bytes().replace(b'"first"', b'"changed by hand"')
    home_with(home, edited)

    again = Store(home)

    assert whats(again) == ["changed by hand", "second", "third", "after the snapshot"]
    assert again.take_reports() == [
        (
            f"{home.data} was changed by another program. Its change to 1 record was taken in; "
            "'rapport undo' takes it back. The file as that left it is kept as "
            "backups/rapport-changed.json. 1 record means nothing now: 'rapport doctor' mends it."
        )
    ]
    assert (home.backups / "rapport-changed.json").read_bytes() == edited
    assert whats(Store(home)) == whats(again)


def test_what_an_editor_took_away_goes_and_what_it_never_saw_stays(used: Store, home: Home) -> None:
    used.checkpoint()
    used.commit(act(4, "after the snapshot"))
    tables = json.loads(home.data.read_bytes())
    del tables["entries"]["2"]
    tables["entries"]["9"] = {"what": "new by hand"}
    home_with(home, json.dumps(tables).encode())

    assert whats(Store(home)) == ["first", "third", "after the snapshot", "new by hand"]


def test_a_file_whose_own_table_an_editor_took_out_takes_nothing_away(
    used: Store, home: Home
) -> None:
    tables = {"entries": {"1": {"what": "other"}, "9": {"what": "new"}}}
    home_with(home, json.dumps(tables).encode())
    assert whats(Store(home)) == [*whats(used), "new"]


def test_a_folder_in_the_place_of_the_file_is_told_and_left(home: Home) -> None:
    home.make()
    home.data.mkdir()
    (home.data / "mine").write_text("mine")
    with pytest.raises(StoreError, match=r"rapport\.json cannot be read: Is a directory\."):
        Store(home)
    assert (home.data / "mine").read_text() == "mine"


def test_a_newer_file_is_read_but_not_written(home: Home) -> None:
    home_with(home, NEWER)
    store = Store(home)
    assert whats(store) == ["newer"]
    changes: list[Callable[[], object]] = [
        lambda: store.commit(act(2, "second")),
        lambda: store.undo(lambda commit: commit),
        store.checkpoint,
    ]
    for change in changes:
        with pytest.raises(NewerFormatError, match="can be read but not changed") as refusal:
            change()
        assert refusal.value.exit_code == 6
    put_defaults(store, act(2, "usual")())
    store.close()
    assert home.data.read_bytes() == NEWER


def test_a_file_that_becomes_newer_under_an_open_store_is_not_written(
    used: Store, home: Home
) -> None:
    home_with(home, NEWER)
    assert not used.catch_up()
    with pytest.raises(NewerFormatError):
        used.commit(act(4, "fourth"))
    assert home.data.read_bytes() == NEWER


def test_a_home_that_is_deleted_under_an_open_store_is_told(used: Store, home: Home) -> None:
    for path in sorted(home.path.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    home.path.rmdir()
    with pytest.raises(StoreError, match="cannot be written: No such file or directory"):
        used.commit(list)


@pytest.mark.parametrize("step", ["catch_up", "commit", "check", "events"])
def test_a_log_that_cannot_be_read_is_told(used: Store, home: Home, step: str) -> None:
    folder = home.ops / "fedcba987654-000001.jsonl"
    folder.mkdir()
    acts: dict[str, Callable[[], object]] = {
        "catch_up": used.catch_up,
        "commit": lambda: used.commit(act(4, "fourth")),
        "check": lambda: upkeep.check(used),
        "events": lambda: list(upkeep.events(used)),
    }
    with pytest.raises(StoreError, match="cannot be read: Is a directory"):
        acts[step]()


def test_a_log_in_a_newer_format_waits_and_is_told(used: Store, home: Home) -> None:
    body = b'{"v":2,"o":"dance"'
    newer = b'%s,"c":"%08x"}\n' % (body, crc32(body + b"}"))
    (home.ops / "fedcba987654-000001.jsonl").write_bytes(newer)
    assert not used.catch_up()
    used.commit(act(4, "fourth"))
    (report,) = used.take_reports()
    assert report.startswith("fedcba987654-000001.jsonl goes on in a newer format. What stands")


def test_an_act_that_changes_nothing_writes_nothing(used: Store, home: Home) -> None:
    (log,) = home.ops.iterdir()
    before = log.read_bytes()
    assert used.commit(act(1, "first")).written == ()
    assert used.commit(lambda: [Op("entries", UUID(int=77), None)]).written == ()
    assert log.read_bytes() == before


def test_an_act_may_make_delete_and_make_a_record_again(used: Store, home: Home) -> None:
    key = UUID("019ab1cd-0000-7000-8000-000000000001")
    ops = [
        Op("entries", key, {"what": "a"}),
        Op("entries", key, None),
        Op("entries", key, {"what": "b"}),
    ]
    commit = used.commit(lambda: ops)
    assert [(each.before, each.after) for each in commit.written] == [(None, {"what": "b"})]
    assert Store(home).table("entries")[key] == {"what": "b"}
    used.undo(lambda commit: commit)
    assert key not in Store(home).table("entries")


def test_a_clock_of_another_machine_that_is_ahead_is_told_once_and_what_it_wrote_taken_in(
    used: Store, home: Home
) -> None:
    tomorrow = (wall_milliseconds() + 2 * 24 * 3_600_000) << 16
    for number, what in ((1, "ahead"), (2, "still ahead")):
        line = Line(
            Kind.SET, "entries", 1, {"what": what}, None, tomorrow + number, "fedcba987654", 1
        )
        with (home.ops / "fedcba987654-000001.jsonl").open("ab") as file:
            file.write(encode(line))
        assert used.catch_up()
        assert used.table("entries")[ONE] == {"what": what}
    used.commit(act(4, "fourth"))
    (report,) = used.take_reports()
    assert "was written by a clock that is over a day ahead, or after such a one" in report


def test_the_own_clock_set_back_keeps_the_order_and_is_no_news(
    used: Store, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = wall_milliseconds() - 365 * 24 * 3_600_000
    monkeypatch.setattr("habits.store.drafts.wall_milliseconds", lambda: now)
    monkeypatch.setattr("habits.store.oddities.wall_milliseconds", lambda: now)
    used.commit(act(1, "a year ago"))
    again = Store(home)
    assert again.table("entries")[ONE] == {"what": "a year ago"}
    assert again.take_reports() == []
    again.commit(act(1, "and then"))
    assert used.catch_up()
    assert used.table("entries")[ONE] == {"what": "and then"}
    assert used.take_reports() == []


def test_a_deleted_record_that_is_set_again_is_seen_though_the_line_of_its_making_is_damaged(
    home: Home,
) -> None:
    key = UUID("019ab1cd-0000-7000-8000-000000000001")
    ops = [Op("entries", key, {"what": "a", "why": "b"})]
    store = Store(home)
    store.commit(lambda: ops)
    store.undo(lambda commit: commit)
    (log,) = home.ops.iterdir()
    log.write_bytes(b"#" + log.read_bytes()[1:])

    store = Store(home)
    store.commit(lambda: ops)
    assert store.table("entries")[key] == {"what": "a", "why": "b"}
    assert Store(home).table("entries")[key] == {"what": "a", "why": "b"}
    store.undo(lambda commit: commit)
    assert key not in Store(home).table("entries")


@pytest.mark.usefixtures("used")
def test_a_damaged_line_that_cannot_be_copied_aside_stays_in_the_log_and_is_told(
    home: Home,
) -> None:
    (log,) = home.ops.iterdir()
    with log.open("ab") as file:
        file.write(b"?\n")
    with broken_disk("write", error=errno.ENOSPC):
        (report,) = Store(home).take_reports()
    assert report.endswith("damaged since. They are kept in the log.")
    assert log.read_bytes().endswith(b"?\n")


@pytest.mark.parametrize("missing", [True, False])
def test_a_home_on_a_full_disk_can_be_read_and_says_what_could_not_be_mended(
    used: Store, home: Home, *, missing: bool
) -> None:
    if missing:
        home.data.unlink()
    else:
        home_with(home, b"?")
    with broken_disk("write", error=errno.ENOSPC):
        store = Store(home)
        assert whats(store) == whats(used)
        assert missing or "cannot be written: No space left" in store.take_reports()[0]
        with pytest.raises(StoreError, match="No space left"):
            store.commit(act(4, "fourth"))
    assert whats(Store(home)) == whats(used)
    Store(home).commit(act(4, "fourth"))
    assert whats(Store(home)) == ["first", "second", "third", "fourth"]


@pytest.mark.parametrize("logs", [5, [], {"a": 5}, {"a": ["x", "y"]}, {"a": [1, 2, 3]}])
def test_an_edited_file_whose_own_table_makes_no_sense_takes_nothing_away(
    used: Store, home: Home, logs: object
) -> None:
    used.checkpoint()
    tables = json.loads(home.data.read_bytes())
    tables["_rapport"]["1"]["logs"] = logs
    tables["entries"] = {"9": {"what": "new"}}
    home_with(home, json.dumps(tables).encode())
    assert whats(Store(home)) == ["first", "second", "third", "new"]

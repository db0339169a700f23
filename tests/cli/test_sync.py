"""`rapport sync`: two machines, one folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.pair import Pair


def test_both_see_what_both_logged_and_what_was_undone(pair: Pair) -> None:
    pair("a", "log", "thanks", "one")
    pair.set_up()
    pair("b", "log", "thanks", "two")
    assert pair("b", "sync", "status").lines == ["1 to send"]
    assert "1 went" in pair("b", "sync").err
    assert pair("b", "sync", "status").lines == ["synced now"]
    pair("a", "sync")
    assert pair.whats("a") == pair.whats("b") == ["one", "two"]
    pair("a", "undo")
    pair("a", "sync")
    pair("b", "sync")
    assert pair.whats("a") == pair.whats("b") == ["two"]


def test_who_is_erased_here_is_erased_there(pair: Pair, tmp_path: Path) -> None:
    pair("a", "log", "thanks", "@maya the fix")
    pair.set_up()
    assert pair.whats("b") == ["the fix"]
    pair("a", "person", "erase", "maya", "--yes")
    pair("a", "sync")
    pair("b", "sync")
    assert pair.whats("b") == []
    logs = (tmp_path / "b" / "home" / "ops").iterdir()
    assert not any(b"Maya" in log.read_bytes() for log in logs)


def test_the_recovery_key_is_shown_once_and_a_wrong_one_is_refused(pair: Pair) -> None:
    first = pair("a", "sync", "setup", pair.place)
    assert first.out.startswith("AGE-SECRET-KEY-1")
    assert "AGE-SECRET" not in pair("a", "sync").out + pair("a", "sync", "status").out
    other = pair("a", "sync", "rekey").out
    old = pair("b", "sync", "join", pair.place, typed=first.out)
    assert (old.code, "safe here" in old.refusal) == (5, True)
    assert pair("b", "sync", "join", pair.place, typed="x").code == 5
    assert pair("b", "sync", "join", pair.place, typed=other).code == 0


def test_after_a_new_key_the_others_join_again(pair: Pair) -> None:
    pair.set_up()
    done = pair("a", "sync", "rekey")
    assert "On each other machine: rapport sync join" in done.err
    new = done.out
    assert pair("b", "sync").code == 5
    words, told = pair("b", "sync", "status").lines
    assert words == "sync: wrong key"
    assert "'rapport sync join' with the present recovery key" in told
    assert pair("b", "sync", "join", typed=new).code == 0
    assert pair("a", "sync").code == 0


def test_a_folder_that_is_gone_is_offline_and_loses_nothing(pair: Pair) -> None:
    pair.set_up()
    pair("a", "log", "thanks", "one")
    away = pair.remote.rename(pair.remote.with_name("away"))
    gone = pair("a", "sync")
    assert (gone.code, "safe here" in gone.refusal) == (3, True)
    assert pair("a", "sync", "status", "--json").json["status"] == "offline, 1 to send"
    away.rename(pair.remote)
    pair("a", "sync")
    pair("b", "sync")
    assert pair.whats("b") == ["one"]


def test_a_file_that_has_half_arrived_is_waited_for(pair: Pair) -> None:
    pair.set_up()
    pair("a", "log", "thanks", "one")
    pair("a", "sync")
    newest = max(pair.remote.rglob("*.seg"), key=lambda path: path.stat().st_mtime_ns)
    whole = newest.read_bytes()
    newest.write_bytes(whole[:50])
    assert "Not wholly arrived" in pair("b", "sync").err
    assert pair.whats("b") == []
    newest.write_bytes(whole)
    pair("b", "sync")
    assert pair.whats("b") == ["one"]


def test_a_machine_is_forgotten_and_one_leaves(pair: Pair) -> None:
    pair.set_up()
    here, there = pair("a", "sync", "devices").lines
    assert "this machine" in here
    device = there.split()[0]
    assert pair("a", "sync", "forget", device).code == 0
    assert not (pair.remote / device).exists()
    assert pair("a", "sync", "off").code == 0
    assert pair("a", "sync", "status").lines == ["not set up"]
    assert "does not sync yet" in pair("a", "sync").refusal
    assert "no place to sync" in pair("a", "sync", "setup", "notes").refusal

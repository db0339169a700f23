"""A home that is opened quickly is the same home: its entries are read when one is asked for."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from habits import service
from habits.cadence import parse_cadence
from habits.clock import SystemClock
from habits.practices import BY_SLUG
from habits.service import Promise, board, open_workspace
from habits.store import Op, codec, kept
from habits.store.ids import new_id
from habits.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

    from habits.change import Change
    from habits.service import Workspace
    from habits.store.home import Home

THANKS, GROWTH = BY_SLUG["thanks"], BY_SLUG["growth"]


@pytest.fixture(autouse=True)
def _every_home_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board, "LEAST_KEPT", 0)


@pytest.fixture
def whole(home: Home) -> Workspace:
    """A home with three entries, one of them taken back, whose TinyDB file holds everything."""
    workspace = open_workspace(home, SystemClock(), device="ada")
    for line in ("@maya the fix", "@ana the review", "a mistake"):
        service.log(workspace, THANKS, line)
    service.undo(workspace)
    workspace.checkpoint()
    return workspace


def quick(home: Home, device: str = "ada") -> Workspace:
    """Open the home quickly."""
    return open_workspace(home, SystemClock(), device=device, is_quick=True)


def texts(workspace: Workspace) -> list[str]:
    """Return what the entries say, in the order in which they were made."""
    return [entry.what for entry in workspace.ledger.entries()]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch, home: Home) -> list[str]:
    """Whenever the TinyDB file is read from now on, its name is put here."""
    names: list[str] = []
    real = Path.read_bytes

    def reading(path: Path) -> bytes:
        if path == home.data:
            names.append(path.name)
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", reading)
    return names


@pytest.mark.usefixtures("whole")
def test_logging_and_looking_read_nothing_of_the_file(home: Home, read: list[str]) -> None:
    workspace = quick(home)
    change = service.log(workspace, THANKS, "@maya another one")
    rows = service.rows(workspace, [THANKS])
    service.today(workspace)
    workspace.close(500)

    assert read == []
    assert rows[0].last == change.came[0]
    assert rows[0].leading.standing.total == 3


@pytest.mark.usefixtures("whole")
def test_what_was_logged_since_is_there_at_once_and_for_all(home: Home, read: list[str]) -> None:
    service.log(quick(home), THANKS, "one more")
    later = quick(home)
    assert read == []
    assert texts(later) == ["the fix", "the review", "one more"]
    assert read == [home.data.name]


@pytest.mark.usefixtures("whole")
@pytest.mark.parametrize(
    "act",
    [
        service.delete_entry,
        lambda workspace, key: service.edit_entry(workspace, key, "@tom something else"),
        lambda workspace, _: service.undo(workspace),
    ],
    ids=["delete", "edit", "undo"],
)
def test_an_act_on_an_older_entry_is_done_as_ever(
    home: Home, act: Callable[[Workspace, object], Change]
) -> None:
    workspace = quick(home)
    key = next(iter(Store(home, "ada").table(codec.ENTRIES)))
    change = act(workspace, key)

    assert [each.before is not None for each in change.entries] == [True]
    assert texts(workspace) == texts(open_workspace(home, SystemClock(), device="ada"))
    assert service.today(workspace).rows == service.today(quick(home, "ben")).rows


def test_what_others_do_to_an_older_entry_meanwhile_is_taken_in(
    whole: Workspace, home: Home
) -> None:
    workspace = quick(home)
    key = next(iter(whole.store.table(codec.ENTRIES)))
    service.delete_entry(whole, key)
    service.log(workspace, GROWTH, "a talk")

    assert texts(workspace) == ["the review", "a talk"]
    (row,) = service.rows(workspace, [THANKS])
    assert row.leading.standing.total == 1


def test_a_file_that_somebody_edited_is_read_and_taken_in(whole: Workspace, home: Home) -> None:
    home.data.write_bytes(home.data.read_bytes().replace(b"the review", b"the longer review"))
    workspace = quick(home)

    assert texts(workspace) == ["the fix", "the longer review"]
    assert "changed by another program" in " ".join(workspace.take_reports())
    assert whole.catch_up()


def test_a_file_edited_while_the_home_is_open_is_taken_in_with_the_next_act(
    whole: Workspace, home: Home
) -> None:
    workspace = quick(home)
    home.data.write_bytes(home.data.read_bytes().replace(b"the review", b"the longer review"))
    service.log(workspace, THANKS, "now")

    assert texts(workspace) == ["the fix", "the longer review", "now"]
    assert "changed by another program" in " ".join(workspace.take_reports())
    assert whole.catch_up()


@pytest.mark.usefixtures("whole")
def test_damage_that_no_time_tells_of_is_found_by_whatever_reads_the_file(home: Home) -> None:
    before = home.data.stat()
    home.data.write_bytes(home.data.read_bytes().replace(b"the review", b"the raview"))
    os.utime(home.data, ns=(before.st_atime_ns, before.st_mtime_ns))
    workspace = quick(home)
    service.log(workspace, THANKS, "now")
    assert workspace.take_reports() == []

    assert texts(workspace) == ["the fix", "the review", "now"]
    assert "was damaged" in " ".join(workspace.take_reports())
    assert texts(open_workspace(home, SystemClock())) == ["the fix", "the review", "now"]


@pytest.mark.usefixtures("whole")
def test_damage_is_found_by_a_checkpoint_before_it_writes(home: Home) -> None:
    before = home.data.stat()
    home.data.write_bytes(home.data.read_bytes().replace(b"the review", b"the raview"))
    os.utime(home.data, ns=(before.st_atime_ns, before.st_mtime_ns))
    workspace = quick(home)
    service.log(workspace, THANKS, "now")
    workspace.checkpoint()

    assert "was damaged" in " ".join(workspace.take_reports())
    assert texts(open_workspace(home, SystemClock())) == ["the fix", "the review", "now"]


@pytest.mark.usefixtures("whole")
def test_a_checkpoint_loses_no_entry(home: Home) -> None:
    workspace = quick(home)
    service.log(workspace, THANKS, "now")
    workspace.checkpoint()
    held = json.loads(home.data.read_bytes())[codec.ENTRIES]
    assert [each["what"] for each in held.values()] == ["the fix", "the review", "now"]


@pytest.mark.usefixtures("whole")
def test_a_state_without_its_entries_cannot_be_gone_through(home: Home) -> None:
    live = quick(home).store.replica.state.live
    for look in (iter, lambda each: each.items(), lambda each: each.values()):
        with pytest.raises(LookupError):
            look(live)
    with pytest.raises(LookupError):
        list(live.pieces())


def test_a_person_erased_elsewhere_goes_from_all_files(whole: Workspace, home: Home) -> None:
    workspace = quick(home)
    maya = next(each for each in service.people(whole) if each.handle == "maya")
    service.erase_person(whole, maya.id)
    service.log(workspace, THANKS, "now")

    assert texts(workspace) == ["the review", "now"]
    assert not any(b"Maya" in path.read_bytes() for path in home.path.rglob("*.js*"))


@pytest.mark.usefixtures("whole")
@pytest.mark.parametrize("name", ["file", "schema", "tables", "greatest"])
def test_a_brief_that_cannot_be_used_is_passed_over(home: Home, name: str) -> None:
    said = json.loads(home.today.read_bytes())
    said["brief"][name] = None
    kept.write(home, said)
    workspace = quick(home)
    assert not workspace.store.is_brief
    assert texts(workspace) == ["the fix", "the review"]


@pytest.mark.usefixtures("whole")
def test_a_copied_home_is_opened_quickly_from_the_second_time_on(home: Home) -> None:
    content = home.data.read_bytes()
    home.data.unlink()
    home.data.with_name("other").touch()
    home.data.write_bytes(content)
    first = quick(home)
    assert not first.store.is_brief
    first.close(500)
    assert quick(home).store.is_brief


def test_an_entry_made_by_a_clock_that_was_behind_is_taken_in(whole: Workspace, home: Home) -> None:
    early = new_id(service.entries(whole)[0].logged_at.replace(year=2020))
    fields = codec.entry_fields(service.entries(whole)[0])
    workspace = quick(home)
    workspace.store.commit(lambda: [Op(codec.ENTRIES, early, fields)])
    assert len(texts(workspace)) == 3
    assert not workspace.store.is_brief


@pytest.mark.usefixtures("whole")
def test_a_pause_holds_where_a_new_promise_lets_the_entries_be_read(home: Home) -> None:
    workspace = quick(home)
    service.pause(workspace, workspace.today, workspace.today)
    service.add_habit(workspace, BY_SLUG["growth"], Promise("Listen", parse_cadence("weekly")))

    statuses = {row.leading.standing.status for row in service.today(quick(home)).rows}
    assert statuses == {"paused"}

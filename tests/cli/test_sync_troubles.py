"""What syncing meets is told by an exit code, in a word of its status, and in a line that helps."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

import pytest

from habits.sync.transport import name_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.pair import Pair


def newest(pair: Pair) -> Path:
    """Return what was sent last."""
    return max(pair.remote.rglob("*.seg"), key=lambda path: path.stat().st_mtime_ns)


def take_the_folder_away(pair: Pair, patch: pytest.MonkeyPatch) -> None:
    del patch
    pair.remote.rename(pair.remote.with_name("away"))


def let_nobody_in(pair: Pair, patch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> NoReturn:
        raise PermissionError(13, "Permission denied", str(pair.remote))

    patch.setattr("habits.sync.folder.os.scandir", refuse)


def change_the_key(pair: Pair, patch: pytest.MonkeyPatch) -> None:
    del patch
    assert pair("b", "sync", "rekey").code == 0


def lose_the_key(pair: Pair, patch: pytest.MonkeyPatch) -> None:
    del patch
    (pair.path / "a" / "config" / "rapport" / "sync.key").unlink()


def take_pyrage_away(pair: Pair, patch: pytest.MonkeyPatch) -> None:
    del pair
    patch.setitem(sys.modules, "pyrage", None)


def damage_what_b_sent(pair: Pair, patch: pytest.MonkeyPatch) -> None:
    del patch
    pair("b", "log", "thanks", "two")
    pair("b", "sync")
    segment = newest(pair)
    noise = segment.read_bytes()[:-9] + b"something"
    segment.unlink()
    (segment.parent / name_of(9, noise)).write_bytes(noise)


def upgrade_b(pair: Pair, patch: pytest.MonkeyPatch) -> None:
    pair("b", "log", "thanks", "two")
    with patch.context() as newer:
        newer.setattr("habits.sync.segments.VERSION", 9)
        pair("b", "sync")


def break_the_disk(pair: Pair, patch: pytest.MonkeyPatch) -> None:
    del patch
    state = pair.path / "a" / "home" / "sync" / "state.json"
    state.unlink()
    state.mkdir()


def empty_the_folder(pair: Pair, patch: pytest.MonkeyPatch) -> None:
    del patch
    for segment in pair.remote.rglob("*.seg"):
        segment.unlink()


class Case(NamedTuple):
    """A trouble, and what is told of it."""

    befall: Callable[[Pair, pytest.MonkeyPatch], None]
    code: int
    status: str
    told: str


@pytest.mark.parametrize(
    "case",
    [
        Case(take_the_folder_away, 3, "offline, 1 to send", "see that the folder is there"),
        Case(let_nobody_in, 4, "sync: sign in, 1 to send", "may not be read or written by you"),
        Case(change_the_key, 5, "sync: wrong key, 1 to send", "'rapport sync join'"),
        Case(
            lose_the_key, 5, "sync: wrong key, 1 to send", "'rapport sync join' with the recovery"
        ),
        Case(take_pyrage_away, 1, "sync: not installed, 1 to send", "rapport-tui[sync]"),
        Case(damage_what_b_sent, 5, "sync: damaged", "'rapport sync doctor' on"),
        Case(upgrade_b, 6, "sync: upgrade", "upgrade rapport, then sync again"),
        Case(empty_the_folder, 0, "sync: rolled back", "was sent again"),
        Case(break_the_disk, 7, "", "cannot be read"),
    ],
    ids=lambda case: case.befall.__name__,
)
def test_each_trouble_has_a_code_a_word_and_a_next_step_and_loses_nothing(
    case: Case, pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair.set_up()
    pair("a", "log", "thanks", "one")
    case.befall(pair, monkeypatch)
    done = pair("a", "sync")
    assert (done.code, done.out) == (case.code, "")
    assert case.told in done.err
    assert "here" in done.err
    if case.status:
        assert pair("a", "sync", "status").lines[0] == case.status
        said = pair("a", "sync", "status", "--json").json
        assert (said["status"], case.told in said["told"]) == (case.status, True)
    assert pair.whats("a") == ["one"]


def test_what_does_not_sync_is_refused_with_the_way_to_begin(pair: Pair) -> None:
    for words in ("", "devices", "doctor", "rekey", "off"):
        done = pair("a", "sync", *words.split())
        assert (done.code, "'rapport sync setup REMOTE'" in done.refusal) == (1, True)
    assert pair("a", "sync", "status").lines == ["not set up"]
    assert pair("a", "sync", "setup", "nowhere").code == 1
    assert pair("a", "sync", "setup").code == 2


@pytest.mark.parametrize(
    ("words", "environment", "is_red"),
    [
        ((), {"TERM": "xterm"}, True),
        ((), {"TERM": "xterm", "NO_COLOR": "1"}, False),
        ((), {"TERM": "dumb"}, False),
        (("--color", "never"), {"TERM": "xterm"}, False),
    ],
)
def test_a_grave_trouble_is_red_on_a_terminal_that_shows_it(
    words: tuple[str, ...],
    environment: dict[str, str],
    pair: Pair,
    monkeypatch: pytest.MonkeyPatch,
    *,
    is_red: bool,
) -> None:
    pair.set_up()
    change_the_key(pair, monkeypatch)
    plain = pair("a", "sync").err
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda _: True)
    done = pair("a", "sync", *words)
    assert done.err == (f"\x1b[31m{plain[:-1]}\x1b[0m\n" if is_red else plain)
    monkeypatch.setattr("habits.sync.folder.os.scandir", _no_folder)
    assert not pair("a", "sync").err.startswith("\x1b")


def _no_folder(*_: Any) -> NoReturn:  # noqa: ANN401 - as it is called
    raise FileNotFoundError(2, "No such file or directory", "place")


def test_doctor_tells_what_syncing_stands_on_and_mends_what_is_gone(pair: Pair) -> None:
    pair.set_up()
    pair("a", "log", "thanks", "one")
    done = pair("a", "sync", "doctor")
    assert done.code == 0
    assert f"place: {pair.place}" in done.out
    assert "sync.key" in done.out
    assert "to send: 1" in done.out
    assert done.out.endswith("the place is reached, and what it holds is opened\n")
    for segment in pair.remote.rglob("*.seg"):
        segment.unlink()
    assert "sent again" in pair("a", "sync", "doctor").err
    assert list(pair.remote.rglob("*.seg"))


def test_doctor_tells_that_the_key_is_gone(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    pair.set_up()
    lose_the_key(pair, monkeypatch)
    done = pair("a", "sync", "doctor")
    assert done.code == 5
    assert "key: is not at" in done.out


def test_the_machines_are_told_as_json_too(pair: Pair) -> None:
    pair.set_up()
    pair("b", "log", "thanks", "one")
    pair("b", "sync")
    pair("a", "sync")
    here, there = pair("a", "sync", "devices", "--json").json
    assert (here["here"], there["here"], there["locked"]) == (True, False, False)
    assert there["last_sent"] == "2026-11-22T08:30:00+00:00"
    assert "last sent 2026-11-22" in pair("a", "sync", "devices").out


def test_a_machine_is_forgotten_by_its_name_or_the_end_of_its_id(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    for machine in ("a", "b"):
        monkeypatch.setattr("platform.node", lambda machine=machine: f"Laptop {machine}")
        if machine == "a":
            key = pair("a", "sync", "setup", pair.place).out
        else:
            assert pair("b", "sync", "join", pair.place, typed=key).code == 0
    pair("a", "sync")
    other = pair("a", "sync", "devices", "--json").json[1]
    assert other["machine"] == "Laptop b"
    assert pair("a", "sync", "forget", "laptop a").code == 1
    done = pair("a", "sync", "forget", "laptop b")
    assert (done.code, "what it had sent stays" in done.err) == (0, True)
    assert pair("b", "sync").code == 0
    pair("a", "sync")
    assert pair("a", "sync", "forget", other["device"][-4:]).code == 0


def test_doctor_tells_of_git_where_a_repository_is_the_place(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair.set_up()
    state = pair.path / "a" / "home" / "sync" / "state.json"
    said = state.read_text().replace(pair.place, str(pair.path / "place.git"))
    state.write_text(said)
    change_what_is_kept_as_the_key(pair)
    monkeypatch.setenv("PATH", str(pair.path))
    done = pair("a", "sync", "doctor")
    assert "git: is not installed, or not in PATH\n" in done.out
    assert "sync.key holds no recovery key" in done.out
    assert done.code == 5
    assert "sync.key holds no recovery key" in pair("a", "sync", "doctor").out.splitlines()[-1]


def change_what_is_kept_as_the_key(pair: Pair) -> None:
    (pair.path / "a" / "config" / "rapport" / "sync.key").write_text("nonsense\n")


def test_the_key_is_asked_for_without_an_echo_where_somebody_types(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    key = pair("a", "sync", "setup", pair.place).out

    def type_it(question: str, _: object) -> str:
        asked.append(question)
        return f" {key.strip().lower()} "

    monkeypatch.setattr("habits.cli.sync_words.can_answer", lambda: True)
    monkeypatch.setattr("getpass.getpass", type_it)
    assert pair("b", "sync", "join", pair.place).code == 0
    assert asked == ["Recovery key: "]


def test_who_types_no_key_is_told_what_a_key_is(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    def end_it(*_: object) -> NoReturn:
        raise EOFError

    pair("a", "sync", "setup", pair.place)
    monkeypatch.setattr("habits.cli.sync_words.can_answer", lambda: True)
    monkeypatch.setattr("getpass.getpass", end_it)
    done = pair("b", "sync", "join", pair.place)
    assert (done.code, "That is no recovery key" in done.refusal) == (5, True)

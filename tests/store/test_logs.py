"""Logs are read line by line: what is whole counts, what is not is kept apart and told."""

from __future__ import annotations

import fcntl
import json
import sys
from typing import TYPE_CHECKING, Any
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.store import writer
from habits.store.acts import acts_of
from habits.store.lines import DamagedLineError, Kind, Line, NewerLineError, decode, encode
from habits.store.logs import own_tail, read, segments
from habits.store.merge import State
from habits.store.relog import lacking, lines_of
from habits.store.writer import append, own_segment
from tests.store.histories import histories
from tests.store.test_merge import parts

if TYPE_CHECKING:
    from pathlib import Path

START = (0, "")


def line(number: int, *, act: int | None = None, more: int = 0, **said: Any) -> Line:  # noqa: ANN401
    """Return a line that sets a field."""
    fields = {"number": number}
    mine = number if act is None else act
    return Line(Kind.SET, "entries", number, fields, None, number, "ada", mine, more=more, **said)


def numbers(lines: list[Line]) -> list[int]:
    """Return the numbers of lines."""
    return [each.stamp for each in lines]


def log(folder: Path, *written: bytes) -> Path:
    """Write a log and return its path."""
    path = folder / "ada-000001.jsonl"
    path.write_bytes(b"".join(written))
    return path


@given(histories())
def test_a_line_is_read_as_it_was_written(lines: list[Line]) -> None:
    for each in lines:
        assert decode(encode(each).removesuffix(b"\n")) == each


def test_a_line_can_be_read_by_whoever_reads_json() -> None:
    written = encode(line(7, act=5, more=2, takes_back=3))
    said = json.loads(written)
    assert written.isascii()
    assert (said["v"], said["o"], said["t"], said["f"]) == (1, "set", "entries", {"number": 7})
    assert (said["s"], said["a"], said["u"], said["m"]) == (7, 5, 3, 2)


def test_halves_of_characters_are_kept() -> None:
    half = Line(Kind.SET, "entries", 1, {"text": "\ud83c"}, None, 1, "ada", 1)
    assert decode(encode(half).removesuffix(b"\n")) == half


@pytest.mark.parametrize("content", [b"", b"{}", b"?" * 40, b'{"v":1,"o":"set"'])
def test_what_is_no_line_is_cut(content: bytes) -> None:
    with pytest.raises(DamagedLineError) as damage:
        decode(content)
    assert damage.value.is_cut


def checked(body: bytes) -> bytes:
    return b'%s,"c":"%08x"}' % (body[:-1], crc32(body))


@pytest.mark.parametrize("body", [b"[1]", b'{"v":1}', b'{"v":"x"}', b'{"v":1,"o":"fly"}', b"{?}"])
def test_a_line_of_another_form_is_damaged_though_its_checksum_is_right(body: bytes) -> None:
    with pytest.raises(DamagedLineError) as damage:
        decode(checked(body))
    assert not damage.value.is_cut


def test_a_line_of_a_newer_version_waits_with_all_behind_it(tmp_path: Path) -> None:
    newer = checked(b'{"v":2,"o":"dance"}') + b"\n"
    with pytest.raises(NewerLineError):
        decode(newer.removesuffix(b"\n"))
    path = log(tmp_path, encode(line(1)), newer, encode(line(2)))
    reading = read(path, START)
    assert (numbers(reading.lines), reading.newer, reading.unfinished) == ([1], True, 0)
    assert reading.place[0] == len(encode(line(1)))
    again = read(path, reading.place)
    assert (again.lines, again.newer, again.place) == ([], True, reading.place)


def test_lines_that_were_written_together_count_together(tmp_path: Path) -> None:
    first, last = encode(line(1, act=1, more=1)), encode(line(2, act=1))
    whole = read(log(tmp_path, first, last), START)
    assert (numbers(whole.lines), whole.damaged) == ([1, 2], [])

    torn = read(log(tmp_path, first), START)
    assert (torn.lines, torn.damaged, torn.place, torn.unfinished) == ([], [], START, len(first))

    closed = read(log(tmp_path, first, last[:9], b"\n", encode(line(3))), START)
    assert numbers(closed.lines) == [3]
    assert set(closed.damaged) == {first.removesuffix(b"\n"), last[:9]}


@pytest.mark.parametrize("hit", [0, 1, 2])
def test_one_damaged_line_leaves_the_others_that_were_written_with_it(
    tmp_path: Path, hit: int
) -> None:
    batch = [encode(line(n, act=1, more=3 - n)) for n in (1, 2, 3)]
    batch[hit] = batch[hit].replace(b"number", b"nUmber")
    for behind in ([], [encode(line(9))]):
        reading = read(log(tmp_path, *batch, *behind), START)
        expected = [n for n in (1, 2, 3) if n != hit + 1] + [9] * len(behind)
        assert numbers(reading.lines) == expected
        assert reading.damaged == [batch[hit].removesuffix(b"\n")]
        assert reading.unfinished == 0


def test_blank_lines_are_nothing(tmp_path: Path) -> None:
    reading = read(log(tmp_path, b"\n\n", encode(line(1)), b"\n"), START)
    assert (numbers(reading.lines), reading.damaged, reading.unfinished) == ([1], [], 0)


def test_a_log_that_grew_is_read_from_its_place(tmp_path: Path) -> None:
    first = read(log(tmp_path, encode(line(1))), START)
    path = log(tmp_path, encode(line(1)), encode(line(2)))
    second = read(path, first.place)
    assert (numbers(second.lines), second.restarted) == ([2], False)
    assert read(path, second.place).lines == []


def test_a_log_that_is_another_one_is_read_from_its_beginning(tmp_path: Path) -> None:
    first = read(log(tmp_path, encode(line(1)), encode(line(2))), START)
    for written in ([encode(line(3))], [encode(line(3)), encode(line(4)), encode(line(5))]):
        reading = read(log(tmp_path, *written), first.place)
        assert reading.restarted
        assert len(reading.lines) == len(written)


def test_a_segment_that_is_large_is_followed_by_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "SEGMENT_BYTES", 300)
    places: dict[str, tuple[int, str]] = {}
    for number in range(1, 8):
        name = own_segment(places, "ada")
        places[name] = append(tmp_path / "ops" / name, encode(line(number)))
    assert sorted(places) == ["ada-000001.jsonl", "ada-000002.jsonl", "ada-000003.jsonl"]
    assert own_segment(places, "bob") == "bob-000001.jsonl"

    lines, is_whole = own_tail(tmp_path / "ops", "ada", 1 << 20)
    assert (numbers(lines), is_whole) == ([1, 2, 3, 4, 5, 6, 7], True)
    some, is_whole = own_tail(tmp_path / "ops", "ada", 400)
    assert not is_whole
    assert numbers(some) == numbers(lines)[-len(some) :]
    assert 0 < len(some) < 7


def test_only_segments_are_read(tmp_path: Path) -> None:
    for name in ("ada-000001.jsonl", "notes.txt", "ada-000001.jsonl.tmp"):
        (tmp_path / name).write_bytes(b"")
    assert [path.name for path in segments(tmp_path)] == ["ada-000001.jsonl"]
    assert segments(tmp_path / "none") == []


def test_where_a_drive_keeps_what_it_was_told_to_write_it_is_told_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[int] = []
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", lambda _, order: told.append(order))
    append(tmp_path / "ops" / "ada-000001.jsonl", b"x\n")
    assert told == [51]


def test_acts_that_the_lines_do_not_hold_are_noticed() -> None:
    assert not acts_of([line(9, takes_back=3)]).is_whole
    assert not acts_of([line(9, brings_back=3)]).is_whole
    acts = acts_of([line(1), line(2, act=0), line(3, takes_back=1), line(4, brings_back=1)])
    assert ([act.id for act in acts.done], acts.undone, acts.is_whole) == ([1], [], True)
    acts = acts_of([line(1), line(5), line(6, takes_back=1)])
    assert ([act.id for act in acts.done], [act.id for act in acts.undone]) == ([5], [1])


@given(histories(), st.randoms(use_true_random=False))
def test_a_state_logged_again_comes_to_the_same(lines: list[Line], chance: Any) -> None:  # noqa: ANN401
    state = State()
    for each in lines:
        state.apply(each)
    again = list(lines_of(state))
    chance.shuffle(again)
    other = State()
    for each in again:
        other.apply(each)
    assert parts(other) == parts(state)
    assert lacking(state, again) == []
    assert lacking(state, []) == list(lines_of(state))

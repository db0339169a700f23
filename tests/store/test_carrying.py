"""What counts of a log travels, in the groups in which it counts; what does not stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from habits.store.carrying import Group, pieces, receive
from habits.store.home import Home
from habits.store.lines import Kind, Line, decode, encode

if TYPE_CHECKING:
    from pathlib import Path


def line(number: int, more: int = 0) -> bytes:
    """Return a line of an act as it is written."""
    return encode(Line(Kind.SET, "entries", 1, {"n": number}, None, number, "ada", 7, more=more))


def home_with(path: Path, content: bytes) -> Home:
    home = Home(path)
    home.ops.mkdir(parents=True)
    (home.ops / "ada-000001.jsonl").write_bytes(content)
    return home


def test_an_act_of_which_a_line_was_damaged_travels_with_what_is_left(tmp_path: Path) -> None:
    damaged = line(2, more=1).replace(b'"n":2', b'"n":9')
    home = home_with(tmp_path, line(1, more=2) + damaged + line(3))
    ((group,),) = [piece.groups for piece in pieces(home, {})]
    assert [decode(each).more for each in group.lines] == [1, 0]
    assert [decode(each).stamp for each in group.lines] == [1, 3]


def test_an_act_that_a_crash_cut_off_stays_where_it_is(tmp_path: Path) -> None:
    home = home_with(tmp_path, line(1, more=1))
    assert [piece.groups for piece in pieces(home, {})] == [[]]
    (arrival,) = receive(home, [Group("ada", line(1, more=1) + line(2))])
    assert arrival.groups == 1
    assert [len(group.lines) for piece in pieces(home, {}) for group in piece.groups] == [2]
    assert receive(home, [Group("ada", line(1, more=1) + line(2))]) == []


@pytest.mark.parametrize("count", [3, 40])
def test_of_what_comes_only_what_is_not_here_yet_is_kept(tmp_path: Path, count: int) -> None:
    every = [line(number) for number in range(count)]
    here = (every[0], every[-1])
    home = home_with(tmp_path, b"".join(here))
    (arrival,) = receive(home, [Group("ada", each) for each in (*every, every[1])])
    assert arrival.groups == count - 2
    (log,) = home.ops.iterdir()
    assert log.read_bytes() == b"".join([*here, *every[1:-1]])

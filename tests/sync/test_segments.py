"""Segments: what is sealed is opened as it was, and what cannot be understood is left alone."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from habits.store.carrying import groups_of
from habits.store.lines import Kind, Line, encode
from habits.sync.segments import (
    DamagedSegmentError,
    Header,
    NewerSegmentError,
    Segment,
    open_segment,
    seal,
)
from habits.sync.transport import name_of
from tests.store.histories import histories
from tests.sync.machines import KEYS, Machine, machines

if TYPE_CHECKING:
    from pathlib import Path

HEADER = Header("ada", "Ada's", 7, "1.0", 5, {"bob": 3})


def written(lines: list[Line]) -> list[bytes]:
    return [encode(line).removesuffix(b"\n") for line in lines]


@given(histories())
def test_a_segment_is_opened_as_it_was_sealed(lines: list[Line]) -> None:
    groups = [
        group
        for device in ("ada", "bob", "cyd")
        for mine in [[line for line in lines if line.device == device]]
        for group in groups_of(device, written(mine), mine)
    ]
    segment = Segment(HEADER, tuple(groups))
    assert open_segment(seal(segment, KEYS), "ada", KEYS) == segment


def sealed(head: object, *lines: bytes) -> bytes:
    return KEYS.seal(zlib.compress(b"\n".join([json.dumps(head).encode(), *lines])))


LINE = encode(Line(Kind.NEW, "entries", 1, {"what": "demo"}, None, 5, "ada", 5))[:-1]
SAID = {"v": 1, **HEADER._asdict()}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        KEYS.seal(b"not packed"),
        sealed([]),
        sealed({}),
        sealed({**SAID, "number": None}),
        sealed(SAID, b'{"half'),
        sealed(SAID, LINE.replace(b"demo", b"dem0")),
        KEYS.seal(b"")[:-1],
    ],
    ids="nothing unpacked list bare number half changed cut".split(),
)
def test_what_holds_no_segment_is_damaged(content: bytes) -> None:
    with pytest.raises(DamagedSegmentError):
        open_segment(content, "ada", KEYS)


@pytest.mark.parametrize("number", range(2))
def test_what_a_newer_version_sealed_waits_for_the_upgrade(
    tmp_path: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    with monkeypatch.context() as newer:
        newer.setattr(("habits.store.lines.VERSION", "habits.sync.segments.VERSION")[number], 2)
        ada.put(1, what="demo")
        ada.sync()
        if number == 0:
            expected = ada.seen()
    outcome = bob.sync()
    if number == 0:
        assert len(outcome.newer) == 1
        assert len(bob.seen()) == 1
        with monkeypatch.context() as newer:
            newer.setattr("habits.store.lines.VERSION", 2)
            assert bob.sync().newer == ()
            assert bob.seen() == expected
    else:
        assert len(outcome.newer) == 1


def test_a_newer_segment_is_refused_by_its_header() -> None:
    with pytest.raises(NewerSegmentError):
        open_segment(sealed({**SAID, "v": 2}), "ada", KEYS)


def test_a_damaged_segment_is_named_and_the_others_count(tmp_path: Path) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    content = sealed({})
    name = name_of(99, content)
    (tmp_path / "remote" / "ada" / name).write_bytes(content)
    ada.put(1, what="demo")
    ada.sync()
    assert bob.sync().damaged == (f"ada/{name}",)
    assert bob.seen() == ada.seen()


def test_an_author_whose_name_is_a_path_writes_nowhere_else(tmp_path: Path) -> None:
    (ada,) = machines(tmp_path, "ada")
    evil = Machine(tmp_path / "evil", "evil", ada.transport)
    evil.begin()
    evil.put(1, what="demo")
    log = next(evil.home.ops.glob("evil-*"))
    lines = log.read_bytes().replace(b'"d":"evil"', b'"d":"../../x"').split(b"\n")[:-1]
    checked = [each.rpartition(b',"c":')[0] + b"}" for each in lines]
    log.write_bytes(
        b"".join(b'%s,"c":"%08x"}\n' % (each[:-1], zlib.crc32(each)) for each in checked)
    )
    evil.sync()
    ada.sync()
    assert {path.name for path in ada.home.ops.iterdir()} == {
        "ada-000001.jsonl",
        "evil-000001.jsonl",
    }
    assert ada.seen() == evil.seen()

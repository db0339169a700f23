"""Lines: operations as they stand in a log, one JSON object each, with a checksum of their own."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID
from zlib import crc32

if TYPE_CHECKING:
    from habits.store.ops import Document

VERSION: Final = 1
"""The version of a line; one of a newer version is kept and waits for the upgrade."""

_CHECK: Final = len(b',"c":"00000000"}')
_CHECK_FORM: Final = re.compile(rb',"c":"[0-9a-f]{8}"}')


class Kind(StrEnum):
    """What an operation does to a record."""

    NEW = "new"
    """It makes it."""
    SET = "set"
    """It changes some fields; one that is None goes."""
    DELETE = "del"
    """It takes the record away."""
    ERASE = "erase"
    """It takes the record away for good: no line of it counts any more, whenever it comes."""


class Line(NamedTuple):
    """An operation, as a device wrote it.

    Attributes:
        kind: What it does.
        table: The record's table.
        key: The integer of the record's UUID.
        fields: The fields that it sets; None where it deletes or erases.
        before: What the same fields were, or the whole record that it deletes; None if it is new.
        stamp: When it was written (`habits.store.stamps`).
        device: Who wrote it.
        act: The stamp of the first operation of its act: what is taken back together.
        takes_back: The act that this one undoes, if it does.
        brings_back: The act that this one does again, if it does.
        more: How many lines that were written with this one, at one go, come after it. They count
            together or not at all.
    """

    kind: Kind
    table: str
    key: int
    fields: Document | None
    before: Document | None
    stamp: int
    device: str
    act: int
    takes_back: int | None = None
    brings_back: int | None = None
    more: int = 0


class NewerLineError(Exception):
    """A line that is whole, but of a newer version."""


class DamagedLineError(Exception):
    """A line whose checksum or form is wrong.

    Attributes:
        is_cut: Whether its end is missing, as a crash leaves it.
    """

    def __init__(self, *, is_cut: bool) -> None:
        super().__init__("the line is damaged")
        self.is_cut = is_cut


def encode(line: Line) -> bytes:
    """Return a line as it is written, its line end included."""
    said: dict[str, Any] = {
        "v": VERSION,
        "o": line.kind,
        "t": line.table,
        "k": str(UUID(int=line.key)),
        "f": line.fields,
        "b": line.before,
        "s": line.stamp,
        "d": line.device,
        "a": line.act,
        "u": line.takes_back,
        "r": line.brings_back,
        "m": line.more or None,
    }
    body = to_json({name: value for name, value in said.items() if value is not None})
    return b'%s,"c":"%08x"}\n' % (body[:-1], crc32(body))


def decode(written: bytes) -> Line:
    """Return the operation that a line says, without its line end.

    Raises:
        DamagedLineError: Its checksum or its form is wrong.
        NewerLineError: A newer version wrote it.
    """
    body = _checked(written)
    try:
        said = json.loads(body)
        if said["v"] > VERSION:
            raise NewerLineError
        return Line(
            kind=Kind(said["o"]),
            table=said["t"],
            key=int(said["k"].replace("-", ""), 16),
            fields=said.get("f"),
            before=said.get("b"),
            stamp=said["s"],
            device=said["d"],
            act=said["a"],
            takes_back=said.get("u"),
            brings_back=said.get("r"),
            more=said.get("m", 0),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedLineError(is_cut=False) from error


def goes_on(last: Line, line: Line) -> bool:
    """Return whether a line was written at one go with the one before it."""
    return (last.device, last.act) == (line.device, line.act) and line.more < last.more


def to_json(value: object) -> bytes:
    """Return a value as compact JSON: UTF-8, or ASCII where it holds halves of characters."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=False)
    try:
        return text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":")).encode()


def _checked(written: bytes) -> bytes:
    """Return the JSON of a line without its checksum, which is that of what stands before it."""
    body, check = written[:-_CHECK] + b"}", written[-_CHECK:]
    if check != b',"c":"%08x"}' % crc32(body):
        raise DamagedLineError(is_cut=not _CHECK_FORM.fullmatch(check))
    return body

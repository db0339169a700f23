"""Snapshots: a state as a TinyDB file, with what is needed to go on from it.

Each record is a line of its own, so that the file is read without parsing the records, compared
by eye and mended by hand. The table `_rapport` stands last and holds one document: the schema, how
far each log is in it, what merging needs, and a checksum of all that stands before the checksum.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

from habits.record import dataclass, field
from habits.store.lines import to_json
from habits.store.merge import State
from habits.store.raw import RawTables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SCHEMA: Final = 2
"""The version of the layout."""

OWN_TABLE: Final = "_rapport"
OWN_KEY: Final = "1"

Place = tuple[int, str]
"""How far a log is taken in: bytes, and the last bytes before that, in hexadecimal digits."""

Tables = dict[str, dict[str, dict[str, Any]]]
"""What a TinyDB file holds."""

_TABLE_BEGIN: Final = b":{\n"
_TABLE_END: Final = b"\n},\n"
_OWN_BEGIN: Final = b'"_rapport":{"1":'
_CHECK: Final = len(b',"crc":"00000000"}}}\n')


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A state, and the places in the logs up to which it goes."""

    state: State = field(default_factory=State)
    places: Mapping[str, Place] = field(default_factory=dict)


class DamagedSnapshotError(Exception):
    """A file that is no snapshot of ours any more, nor anything that TinyDB wrote."""


class MissingSnapshotError(Exception):
    """There is no TinyDB file, although there are logs."""


class ForeignSnapshotError(Exception):
    """A file that something else wrote: an older rapport, a newer one, TinyDB or an editor.

    Attributes:
        tables: What it holds, the table of ours left out.
        own: The document of ours, as far as there is one.
    """

    def __init__(self, tables: Tables) -> None:
        super().__init__("the file was written by something else")
        own = tables.pop(OWN_TABLE, {}).get(OWN_KEY, {})
        self.tables = tables
        self.own: dict[str, Any] = own

    @property
    def schema(self) -> int:
        """The version of its layout; 0 where it says none."""
        schema = self.own.get("schema", 0)
        return schema if isinstance(schema, int) else 0

    @property
    def places(self) -> dict[str, Place]:
        """The places in the logs up to which it went; empty where it says none that hold."""
        try:
            return _places(self.own)
        except (ValueError, KeyError, TypeError, AttributeError):
            return {}


Trouble = DamagedSnapshotError | ForeignSnapshotError | MissingSnapshotError
"""What may be wrong with a TinyDB file."""


def encode(snapshot: Snapshot) -> bytes:
    """Return the file that holds a snapshot."""
    body = b"".join([b"{\n", *_encoded_tables(snapshot.state), _OWN_BEGIN])
    checked = body + to_json({"schema": SCHEMA, "bytes": len(body), **own_of(snapshot)})
    return b'%s,"crc":"%08x"}}}\n' % (checked[:-1], crc32(checked))


def own_of(snapshot: Snapshot) -> dict[str, Any]:
    """Return what is kept of a snapshot beside its records."""
    state = snapshot.state
    return {
        "newest": state.newest,
        "logs": {name: list(place) for name, place in sorted(snapshot.places.items())},
        "versions": _by_digits(state.versions),
        "deleted": _by_digits(state.deleted),
        "erased": _by_digits(state.erased),
        "aside": {
            table: {str(key): json.loads(raw) for key, raw in records.items()}
            for table, records in state.aside.items()
            if records
        },
        "unmade": {table: sorted(map(str, keys)) for table, keys in state.unmade.items() if keys},
    }


def decode(content: bytes) -> Snapshot:
    """Return the snapshot that a file holds.

    Raises:
        ForeignSnapshotError: Something else wrote it, and it can be read.
        DamagedSnapshotError: It cannot, or its bytes are not those that were written.
    """
    if not is_whole(content):
        raise _other(content)
    begin = content.rindex(b"\n" + _OWN_BEGIN) + 1
    try:
        own = json.loads(content[begin + len(_OWN_BEGIN) : -len(b"}}\n")])
        if own["schema"] != SCHEMA:
            raise _other(content)
        return snapshot_of(State(RawTables(dict(_pieces(content, begin)))), own)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise DamagedSnapshotError from error


def is_whole(content: bytes) -> bool:
    """Return whether a file is as it was written, by its checksum."""
    checked = crc32(b"}", crc32(memoryview(content)[:-_CHECK]))
    is_checked = content[-_CHECK:] == b',"crc":"%08x"}}}\n' % checked
    return is_checked and content.rfind(b"\n" + _OWN_BEGIN) >= 0


def is_tinydb(tables: object) -> bool:
    """Return whether this is a map of tables, each a map of documents by whole numbers."""
    return isinstance(tables, dict) and all(
        isinstance(table, dict)
        and all(_is_key(key) and isinstance(record, dict) for key, record in table.items())
        for table in tables.values()
    )


def _is_key(digits: str) -> bool:
    """Return whether digits are those of a whole number that a UUID can be."""
    return digits.isascii() and digits.isdecimal() and len(digits) < 40 and int(digits) < 1 << 128  # noqa: PLR2004 - a UUID has 39 digits at most


def state_of(tables: Tables) -> State:
    """Return a state that holds the records of a TinyDB file, and knows nothing of their past."""
    state = State()
    for table, records in tables.items():
        state.live[table] = {int(key): to_json(record) for key, record in records.items()}
    return state


def _other(content: bytes) -> Exception:
    """Return what is wrong with a file whose checksum is not ours.

    Where the bytes are as many as we wrote, and in our form, some of them have changed by
    themselves; whoever edits a file hardly ever leaves its length as it was.
    """
    try:
        tables = json.loads(content)
    except (ValueError, RecursionError):
        return DamagedSnapshotError()
    if not is_tinydb(tables):
        return DamagedSnapshotError()
    own = tables.get(OWN_TABLE, {}).get(OWN_KEY, {})
    if own.get("bytes") == content.rfind(b"\n" + _OWN_BEGIN) + 1 + len(_OWN_BEGIN):
        return DamagedSnapshotError()
    return ForeignSnapshotError(tables)


def _encoded_tables(state: State) -> Iterator[bytes]:
    for table, piece in state.live.pieces():
        yield b"".join([to_json(table), _TABLE_BEGIN, piece, _TABLE_END])


def snapshot_of(state: State, own: dict[str, Any]) -> Snapshot:
    """Return the snapshot that records make with what was kept beside them.

    Raises:
        ValueError: That is not what it should be; or KeyError, TypeError, AttributeError.
    """
    state.newest = own["newest"]
    for table, records in own["aside"].items():
        state.aside[table] = {int(key): to_json(fields) for key, fields in records.items()}
    for table, fields_of in own["versions"].items():
        state.versions[table] = {
            int(key): {name: (stamp, device) for name, (stamp, device) in fields.items()}
            for key, fields in fields_of.items()
        }
    for name, place in (("deleted", state.deleted), ("erased", state.erased)):
        for table, versions in own.get(name, {}).items():
            place[table] = {int(key): (stamp, device) for key, (stamp, device) in versions.items()}
    for table, keys in own["unmade"].items():
        state.unmade[table] = set(map(int, keys))
    return Snapshot(state, _places(own))


def _pieces(content: bytes, end: int) -> Iterator[tuple[str, memoryview]]:
    """Yield each table's name and its records in one piece, which is not copied.

    Args:
        content: The file.
        end: Where the table of ours begins.
    """
    view = memoryview(content)
    begin = len(b"{\n")
    while begin < end:
        name = content.index(_TABLE_BEGIN, begin)
        last = content.index(_TABLE_END, name)
        yield json.loads(content[begin:name]), view[name + len(_TABLE_BEGIN) : last]
        begin = last + len(_TABLE_END)


def _places(own: dict[str, Any]) -> dict[str, Place]:
    return {name: (int(offset), str(tag)) for name, (offset, tag) in own["logs"].items()}


def _by_digits(tables: Mapping[str, Mapping[int, object]]) -> dict[str, dict[str, object]]:
    return {
        table: {str(key): value for key, value in records.items()}
        for table, records in tables.items()
        if records
    }

"""Logging again: a state as the lines that come to it, for a home whose logs were lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from habits.store.acts import NO_ACT
from habits.store.chronicle import all_lines
from habits.store.files import reading
from habits.store.lines import Kind, Line, encode
from habits.store.merge import State, base_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from habits.store.merge import Version
    from habits.store.ops import Document
    from habits.store.replica import Replica


def log_again(replica: Replica) -> list[str]:
    """Log what is known and no log says, and return what was done; the lock is held.

    Raises:
        StoreError: The logs cannot be read or written.
    """
    home = replica.home
    with reading(home.ops):
        lines = lacking(replica.state, all_lines(home.ops))
    replica.append(lines)
    if not lines:
        return []
    return [
        (
            f"The logs in {home.ops} lacked {len(lines)} operations that "
            f"{home.data.name} holds. They were logged again."
        )
    ]


def lines_of(state: State) -> Iterator[Line]:
    """Yield lines that come to a state: each field as old, and by the same device, as it is.

    Fields are in the order of their names, so that equal states have equal lines.
    """
    return _lines_beyond(state, State())


def lacking(state: State, logged: Iterable[Line]) -> list[Line]:
    """Return the lines of a state that others do not come to."""
    known = State()
    for line in logged:
        known.apply(line)
    written = set(map(encode, _lines_beyond(known, state)))
    return [line for line in _lines_beyond(state, known) if encode(line) not in written]


def _lines_beyond(state: State, other: State) -> Iterator[Line]:
    """Yield the lines that come to a state, but those of what another one holds just so."""
    for place, others in ((state.live, other.live), (state.aside, other.aside)):
        for table, records in place.items():
            same = others[table]
            for key, raw in records.items():
                if raw != same.get(key) or not _are_as_old(state, other, table, key):
                    yield from _lines_of_record(state, table, key, json.loads(raw))
    for kind, ends, known in (
        (Kind.DELETE, state.deleted, other.deleted),
        (Kind.ERASE, state.erased, other.erased),
    ):
        for table, versions in ends.items():
            for key, version in versions.items():
                if version != known[table].get(key):
                    yield _line(kind, table, key, None, version)


def _are_as_old(state: State, other: State, table: str, key: int) -> bool:
    """Return whether the fields of a record are as old in another state."""
    return state.versions[table].get(key) == other.versions[table].get(key) and (
        (key in state.unmade[table]) == (key in other.unmade[table])
    )


def _lines_of_record(
    state: State, table: str, key: int, document: dict[str, Any]
) -> Iterator[Line]:
    base = base_of(key)
    versions = state.versions[table].get(key, {})
    by_version: dict[Version, dict[str, Any]] = {}
    for name in sorted({*document, *versions}):
        by_version.setdefault(versions.get(name, base), {})[name] = document.get(name)
    if key not in state.unmade[table]:
        making = min(by_version, default=base)
        made = by_version.pop(making, {}) if making[0] == base[0] else {}
        yield _line(Kind.NEW, table, key, made, making if made else base)
    for version, fields in sorted(by_version.items()):
        yield _line(Kind.SET, table, key, fields, version)


def _line(kind: Kind, table: str, key: int, fields: Document | None, version: Version) -> Line:
    stamp, device = version
    return Line(kind, table, key, fields, None, stamp, device, NO_ACT)

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
    for place in (state.live, state.aside):
        for table, records in place.items():
            for key, raw in records.items():
                yield from _lines_of_record(state, table, key, json.loads(raw))
    for kind, ends in ((Kind.DELETE, state.deleted), (Kind.ERASE, state.erased)):
        for table, versions in ends.items():
            for key, version in versions.items():
                yield _line(kind, table, key, None, version)


def lacking(state: State, logged: Iterable[Line]) -> list[Line]:
    """Return the lines of a state that others do not come to."""
    known = State()
    for line in logged:
        known.apply(line)
    written = set(map(encode, lines_of(known)))
    return [line for line in lines_of(state) if encode(line) not in written]


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

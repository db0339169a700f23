"""Merge: operations of all devices, in any order and any number of times, to one state.

Of two writings of a field the later one holds, by stamp, then by device, at last by what it says. A
delete hides the record from all that was written before it, and a later writing shows it again
whole: so the fields of a deleted record are kept, aside. An erased record is gone whatever else is
written of it. What the state is depends on which operations there are, and on nothing else; that is
why no two devices can differ for long.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from habits.store.lines import Kind, Line, to_json
from habits.store.raw import RawTables
from habits.store.stamps import creation_stamp

if TYPE_CHECKING:
    from habits.store.ops import Document

Version = tuple[int, str]
"""When a field was written and by which device."""


class State:
    """What all operations so far come to.

    Documents are kept as their JSON, one piece of bytes each: a fifth of what they take as
    dictionaries, and a snapshot is those pieces, joined.

    Args:
        live: The records, where some are known.

    Attributes:
        live: The records by table and key, as JSON.
        aside: The records that are deleted, or whose making has not arrived yet.
        versions: The versions of fields that were written after their record was made.
        deleted: The version of the delete of each record that ever was deleted.
        unmade: The records whose making has not arrived yet.
        erased: The version of the erasing of each record that ever was erased.
        newest: The newest stamp seen.
    """

    def __init__(self, live: RawTables | None = None) -> None:
        self.live = RawTables() if live is None else live
        self.aside: defaultdict[str, dict[int, bytes]] = defaultdict(dict)
        self.versions: defaultdict[str, dict[int, dict[str, Version]]] = defaultdict(dict)
        self.deleted: defaultdict[str, dict[int, Version]] = defaultdict(dict)
        self.unmade: defaultdict[str, set[int]] = defaultdict(set)
        self.erased: defaultdict[str, dict[int, Version]] = defaultdict(dict)
        self.newest = 0

    def document(self, table: str, key: int) -> Document | None:
        """Return a record, None where there is none."""
        raw = self.live[table].get(key)
        return None if raw is None else json.loads(raw)

    def lacks(self, table: str, key: int) -> bool:  # noqa: ARG002 - some states do
        """Return whether what is known of a record was not read with the rest."""
        return False

    def document_aside(self, table: str, key: int) -> Document | None:
        """Return a record that is deleted, None where there is none."""
        raw = self.aside[table].get(key)
        return None if raw is None else json.loads(raw)

    def apply(self, line: Line) -> bool:
        """Take an operation in and return whether a record that is seen differs now."""
        self.newest = max(self.newest, line.stamp)
        table, key = line.table, line.key
        if line.kind is Kind.ERASE:
            return self._erase(line)
        if key in self.erased[table]:
            return False
        if line.kind is Kind.DELETE:
            version = line.stamp, line.device
            self.deleted[table][key] = max(version, self.deleted[table].get(key, version))
        elif line.kind is Kind.NEW and self.is_unknown(table, key):
            return self._make(line)
        elif line.kind is Kind.SET and not line.fields:
            return False
        else:
            self._write(line)
        return self._settle(table, key)

    def is_unknown(self, table: str, key: int) -> bool:
        """Return whether nothing of a record has arrived yet."""
        known = self.live[table], self.aside[table], self.deleted[table], self.erased[table]
        return not any(key in place for place in known)

    def is_made(self, table: str, key: int) -> bool:
        """Return whether the making of a record has arrived; until then nothing of it is seen."""
        known = key in self.live[table] or key in self.aside[table]
        return known and key not in self.unmade[table]

    def _erase(self, line: Line) -> bool:
        table, key = line.table, line.key
        version = version_of(line)
        self.erased[table][key] = max(version, self.erased[table].get(key, version))
        return self.forget(table, key)

    def forget(self, table: str, key: int) -> bool:
        """Drop all that is known of a record, and return whether it was seen."""
        self.unmade[table].discard(key)
        for place in (self.aside, self.versions, self.deleted):
            place[table].pop(key, None)
        return self.live[table].pop(key, None) is not None

    def _make(self, line: Line) -> bool:
        fields = {name: value for name, value in (line.fields or {}).items() if value is not None}
        self.live[line.table][line.key] = to_json(fields)
        version = version_of(line)
        if fields and version != base_of(line.key):
            self.versions[line.table][line.key] = dict.fromkeys(fields, version)
        return True

    def _write(self, line: Line) -> None:
        """Set the fields of which this is the latest writing."""
        table, key = line.table, line.key
        raw = self.live[table].get(key) or self.aside[table].get(key)
        fields: dict[str, Any] = json.loads(raw) if raw else {}
        versions = self.versions[table].get(key, {})
        base, version = base_of(key), version_of(line)
        for name, value in (line.fields or {}).items():
            known = name in fields or name in versions
            if known and not _holds(version, value, versions.get(name, base), fields.get(name)):
                continue
            fields[name] = value
            if version != base:
                versions[name] = version
        place: dict[str, dict[int, bytes]] = self.live if key in self.live[table] else self.aside
        present = {name: value for name, value in fields.items() if value is not None}
        place[table][key] = to_json(present)
        if versions:
            self.versions[table][key] = versions
        if line.kind is Kind.NEW:
            self.unmade[table].discard(key)
        elif raw is None:
            self.unmade[table].add(key)

    def _settle(self, table: str, key: int) -> bool:
        """Put a record where it belongs, and return whether what is seen of it may differ."""
        live, aside = self.live[table], self.aside[table]
        versions = self.versions[table].get(key, {}).values()
        latest = max(versions, default=base_of(key))
        gone = latest <= self.deleted[table].get(key, (-1, ""))
        hidden = gone or key in self.unmade[table]
        if hidden and key in live:
            aside[key] = live.pop(key)
            return True
        if not hidden and key in aside:
            live[key] = aside.pop(key)
            return True
        return not hidden


def _holds(version: Version, value: object, other_version: Version, other: object) -> bool:
    """Return whether a writing of a field holds over another one.

    Two writings are equally old where an erasing has changed the words of one, and not all have
    the other yet. Then one of the two has to hold on every device, whichever that is.
    """
    if version != other_version:
        return version > other_version
    return value is not None and (other is None or to_json(value) > to_json(other))


def base_of(key: int) -> Version:
    """Return the version that a record's fields have from its making."""
    return creation_stamp(key), ""


def version_of(line: Line) -> Version:
    """Return the version of what an operation writes.

    A making is as old as the record's id says, not as its line. Where the id tells no time, each
    home has made the record for itself, and of their makings that of the greater device holds.
    """
    if line.kind is not Kind.NEW:
        return line.stamp, line.device
    made = creation_stamp(line.key)
    return (made, "") if made else (0, line.device)

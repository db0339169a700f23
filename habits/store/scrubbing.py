"""Scrubbing: every file of a home put in its own place without what is erased.

It is the one exception to the rule that nothing is rewritten and nothing deleted.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from habits.store.files import replace_durably
from habits.store.lines import to_json
from habits.store.logs import segments
from habits.store.rewriting import rewrite
from habits.store.snapshot import (
    OWN_KEY,
    OWN_TABLE,
    DamagedSnapshotError,
    ForeignSnapshotError,
    decode,
    encode,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from habits.store.erasure import Erasure
    from habits.store.home import Home
    from habits.store.merge import State
    from habits.store.snapshot import Tables


def scrub(home: Home, erasure: Erasure) -> Iterator[float]:
    """Rewrite every file of a home but the TinyDB file, which a checkpoint replaces.

    An export that tells of it goes whole: what it says of somebody need not name them on each line.

    Yields:
        How much of it is done, from 0 to 1, after each file.

    Raises:
        OSError: A file cannot be read or written; the others may be rewritten already.
    """
    logs = sorted(segments(home.ops))
    done, all_of_it = 0, sum(path.stat().st_size for path in (*_others(home), *logs))
    for path in _others(home):
        done += path.stat().st_size
        is_export = home.exports in path.parents
        if path == home.today or path.suffix == ".tmp" or (is_export and _tells(path, erasure)):
            path.unlink()
        else:
            _replace(path, _scrubbed(path.read_bytes(), erasure))
        yield done / max(all_of_it, 1)
    for path in logs:
        done += path.stat().st_size
        rewrite(path, erasure)
        yield done / max(all_of_it, 1)


def copies_telling(home: Home, erasure: Erasure) -> tuple[Path, ...]:
    """Return the copies and exports in a home that tell of what is erased.

    Raises:
        OSError: A file cannot be read.
    """
    lasting = (path for path in _others(home) if path.suffix != ".tmp" and path != home.today)
    return tuple(path for path in lasting if _tells(path, erasure))


def _others(home: Home) -> Iterator[Path]:
    """Yield the files of a home but its logs, its TinyDB file and what guards them.

    Each is looked at when its turn comes: to rewrite one takes away what was left half written.
    What syncing has sealed tells nobody anything, and would be damaged; it is sealed anew.
    """
    kept = {home.data, home.lock, home.erasing, *segments(home.ops)}
    for path in sorted(home.path.rglob("*")):
        is_other = path not in kept and home.sync not in path.parents
        if is_other and path.is_file() and not path.is_symlink():
            yield path


def _tells(path: Path, erasure: Erasure) -> bool:
    return erasure.is_told_in(path.name.encode()) or erasure.is_told_in(path.read_bytes())


def scrub_state(state: State, erasure: Erasure) -> None:
    """Take what is erased out of a state."""
    for erased in erasure.keys:
        state.forget(*erased)
    places: tuple[dict[str, dict[int, bytes]], ...] = (state.live, state.aside)
    for place in places:
        for table, records in place.items():
            for key, raw in list(records.items()):
                if not erasure.is_told_in_json(raw):
                    continue
                document = json.loads(raw)
                if erasure.takes(table, key, document):
                    state.forget(table, key)
                elif (scrubbed := erasure.document(table, document)) != document:
                    records[key] = to_json(scrubbed)


def _replace(path: Path, content: bytes) -> None:
    if content != path.read_bytes():
        replace_durably(path, content)


def _scrubbed(content: bytes, erasure: Erasure) -> bytes:
    """Return the content of any file without what is erased.

    A TinyDB file stays one. Of anything else the lines go that seem to tell of it.
    """
    try:
        snapshot = decode(content)
    except ForeignSnapshotError as foreign:
        tables = _scrubbed_tables(foreign.tables, erasure)
        return to_json({**tables, OWN_TABLE: {OWN_KEY: foreign.own}} if foreign.own else tables)
    except DamagedSnapshotError:
        lines = content.split(b"\n")
        return b"\n".join(line for line in lines if not erasure.is_told_in(line))
    scrub_state(snapshot.state, erasure)
    return encode(snapshot)


def _scrubbed_tables(tables: Tables, erasure: Erasure) -> Tables:
    return {
        table: {
            digits: dict(erasure.document(table, record))
            for digits, record in records.items()
            if not erasure.takes(table, int(digits), record)
        }
        for table, records in tables.items()
    }

"""What people and syncers do to files that are not theirs, for tests of syncing."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tinydb import TinyDB
from tinydb.table import Document

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path
    from random import Random
    from uuid import UUID

    from habits.store.home import Home


def edit(home: Home, record: UUID, word: str) -> None:
    """Set what an entry says in the TinyDB file of a home, as a program does that knows no more."""
    with TinyDB(home.data, encoding="utf-8") as db:
        db.table("entries").upsert(Document({"what": word}, doc_id=record.int))


def spoil(home: Home, chance: Random) -> bool:
    """Change a letter in a line of a log; return whether there was one."""
    logs = _logs(home)
    if not logs:
        return False
    log = chance.choice(logs)
    lines = log.read_bytes().split(b"\n")
    number = chance.randrange(len(lines) - 1)
    lines[number] = b"#" + lines[number][1:]
    log.write_bytes(b"\n".join(lines))
    return True


def copy_a_log(home: Home, chance: Random) -> None:
    """Copy a log of a home under a new name that a syncer gives where it sees a conflict."""
    every = _logs(home)
    logs = [log for log in every if "conflict" not in log.name]
    if logs:
        log = chance.choice(logs)
        second = len(every) - len(logs)
        copy = log.with_name(f"{log.stem}.sync-conflict-20261122-{second:06}-ABCDEFG.jsonl")
        copy.write_bytes(log.read_bytes())


@contextmanager
def half_arrived(chance: Random | None, files: Collection[Path]) -> Iterator[None]:
    """Let some files hold only their beginnings meanwhile."""
    whole = {file: file.read_bytes() for file in sorted(files) if chance and chance.random() < 0.5}
    for file, content in whole.items():
        file.write_bytes(content[: len(content) // 2])
    try:
        yield
    finally:
        for file, content in whole.items():
            if file.exists():
                file.write_bytes(content)


def name_as_conflict(file: Path) -> None:
    """Copy a segment under the name that a syncer gives, and leave half of it under its own."""
    content = file.read_bytes()
    copy = file.with_name(f"{file.stem}.sync-conflict-20261122-101112-ABCDEFG.seg")
    if copy.exists():
        return
    copy.write_bytes(content)
    file.write_bytes(content[: len(content) // 2])


def _logs(home: Home) -> list[Path]:
    return sorted(log for log in home.ops.glob("*.jsonl") if log.stat().st_size > 1)

"""A home in which somebody is named everywhere, for tests of erasing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final
from uuid import UUID

from habits.store import Op, Store, codec
from habits.store.home import Home

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from habits.store.ops import Document


def own_id(number: int) -> UUID:
    """Return an id of version 7."""
    return UUID(int=(1_790_000_000_000 + number) << 80 | 7 << 76 | 2 << 62 | number)


MAYA, ANA, NAMESAKE = own_id(1), own_id(2), own_id(3)
ALONE, BOTH, TEXT, OTHER, PAUSE, DELETED = (own_id(number) for number in range(11, 17))

SECRETS: Final = ("maya", "quintero", "only between us", MAYA.hex, str(MAYA), str(MAYA.int))
"""What nothing under the home may tell any more, whatever its case."""


def entry(what: str, *people: UUID, why: str = "") -> Document:
    """Return the fields of an entry."""
    return {
        "practice": "thanks",
        "date": "2026-11-22",
        "logged_at": "2026-11-22T08:00:00+00:00",
        "zone": "Europe/Berlin",
        "what": what,
        "why": why,
        "people": [str(person) for person in people],
    }


def told(store: Store) -> None:
    """Log what tells of Maya and of others: alone, with others, in words, undone and deleted."""
    acts: list[list[Op]] = [
        [
            Op(codec.PEOPLE, MAYA, {"name": "Maya Quintero", "handle": "mayaq"}),
            Op(codec.ENTRIES, ALONE, entry("the fix, only between us", MAYA)),
        ],
        [Op(codec.PEOPLE, ANA, {"name": "Ana", "handle": "ana"})],
        [Op(codec.ENTRIES, BOTH, entry("the release", MAYA, ANA, why="Maya asked; so did mayas"))],
        [Op(codec.PEOPLE, MAYA, {"name": "Maya", "handle": "maya"})],
        [
            Op(codec.ENTRIES, TEXT, entry("MAYA's plan, and maya again", ANA)),
            Op(codec.ENTRIES, OTHER, entry("the amaya lake", ANA)),
            Op(codec.PAUSES, PAUSE, {"first": "2026-11-01", "person": str(MAYA)}),
        ],
        [Op(codec.ENTRIES, DELETED, entry("only between us, too", MAYA))],
        [Op(codec.ENTRIES, DELETED, None)],
        [Op(codec.ENTRIES, OTHER, {"why": "Maya Quintero said so"})],
    ]
    for act in acts:
        store.commit(lambda act=act: act)  # type: ignore[misc]
    store.undo(lambda commit: commit)


def traces(path: Path) -> Iterator[str]:
    """Yield which file of a home still tells of Maya, and what of her."""
    for file in sorted(path.rglob("*")):
        if file.is_file():
            content = file.read_bytes().decode("utf-8", "replace").casefold()
            content = content.replace("amaya", "").replace("mayas", "")
            yield from (
                f"{file.name}: {secret}" for secret in SECRETS if _is_told(secret, content, file)
            )


def _is_told(secret: str, content: str, file: Path) -> bool:
    """Return whether a secret is told; that a record of this id was erased may be said."""
    is_id = secret in {MAYA.hex, str(MAYA), str(MAYA.int)}
    if is_id and file.suffix == ".jsonl":
        lines = [line for line in content.split("\n") if '"o":"erase"' not in line]
        return any(secret in line for line in lines)
    if is_id and '"erased":{' in content:
        return secret in content.replace(f'"{MAYA.int}":[', "", 1)
    return secret in content


def home_of(path: Path) -> tuple[Home, Store]:
    """Return a home in which every kind of file tells of Maya."""
    home = Home(path)
    store = Store(home, "ada")
    told(store)
    store.checkpoint()
    store.commit(lambda: [Op(codec.ENTRIES, OTHER, {"why": "after Maya left"})])
    store.checkpoint()
    (home.path / "rapport.json.corrupt-20260101T000000Z").write_bytes(b'{"x":\n"Maya",\n"Ana"')
    (home.backups / "rapport-schema-1.json").write_text(
        json.dumps(
            {
                "people": {
                    str(MAYA.int): {"name": "Maya", "handle": "maya"},
                    "5": {"name": "Ana", "handle": "ana"},
                }
            }
        )
    )
    (home.path / "export.md").write_text("# People\n- Maya: the fix\n- Ana: the release\n")
    store.commit(lambda: [Op(codec.ENTRIES, TEXT, {"why": "as Maya said"})])
    return home, store

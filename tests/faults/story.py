"""A story that every fault is injected into: acts, a checkpoint, undo, a second opening."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from uuid import UUID

from tinydb import TinyDB

from habits.errors import StoreError
from habits.store import Op, Store
from habits.store.home import Home

if TYPE_CHECKING:
    from pathlib import Path

DEVICE: Final = "0123456789ab"
"""The device that tells it, so that nothing outside the home is touched."""

ACTS: Final = 8


@dataclass
class Told:
    """What was said to be stored.

    Attributes:
        kept: The numbers of the acts that were acknowledged and not taken back.
        open: Those whose end is not known: they may be there, whole, or not.
    """

    kept: set[int] = field(default_factory=set)
    open: set[int] = field(default_factory=set)


def tell(path: Path, told: Told) -> None:
    """Act in a home as a user would, and note what was acknowledged; troubles are gone past."""
    with suppress(StoreError):
        store = Store(Home(path), DEVICE)
        for number in range(ACTS // 2):
            act(store, told, number)
        with suppress(StoreError):
            store.checkpoint()
        act(store, told, 90)
        take_back(store, told, 90)
        for number in range(ACTS // 2, ACTS):
            act(store, told, number)
            if number % 2:
                with suppress(StoreError):
                    store.checkpoint()


def act(store: Store, told: Told, number: int) -> None:
    """Store two records of one number at one go."""
    told.open.add(number)
    with suppress(StoreError):
        store.commit(lambda: proposed(number))
        told.kept.add(number)
        told.open.discard(number)


def take_back(store: Store, told: Told, number: int) -> None:
    """Take back the newest act, if it is that of a number."""
    if number not in told.kept:
        return
    told.kept.discard(number)
    told.open.add(number)
    with suppress(StoreError):
        store.undo(lambda commit: commit)
        told.open.discard(number)


def proposed(number: int) -> list[Op]:
    """Return an act of two records."""
    return [
        Op(table, UUID(int=number + 1), {"number": number, "text": f"{table} {number} " + "·" * 40})
        for table in ("entries", "people")
    ]


def seen(store: Store) -> set[int]:
    """Return the numbers of the acts that a store shows, each of which it shows whole.

    Raises:
        AssertionError: One is there half.
    """
    tables = [
        {document["number"]: document["text"] for _, document in store.table(name).items()}
        for name in ("entries", "people")
    ]
    assert tables[0].keys() == tables[1].keys(), "an act is there half"
    for name, table in zip(("entries", "people"), tables, strict=True):
        for number, text in table.items():
            assert text == f"{name} {number} " + "·" * 40
    return set(tables[0])


def require_kept(path: Path, told: Told) -> list[str]:
    """Check that a home holds what was told, that it can be used, and that TinyDB reads it.

    Returns:
        What was told to be damaged.

    Raises:
        AssertionError: It does not.
    """
    store = Store(Home(path), DEVICE)
    reports = store.take_reports()
    shown = seen(store)
    assert told.kept <= shown, f"lost: {sorted(told.kept - shown)}"
    assert shown <= told.kept | told.open, f"came from nowhere: {sorted(shown - told.kept)}"

    fresh = max(shown | told.open, default=0) + 1
    store.commit(lambda: proposed(fresh))
    store.checkpoint()
    again = Store(Home(path), DEVICE)
    assert seen(again) == shown | {fresh}
    assert again.take_reports() == []
    with TinyDB(Home(path).data) as db:
        assert {document["number"] for document in db.table("entries")} == shown | {fresh}
    return reports

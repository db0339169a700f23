"""The home as a TinyDB database that may be written to, for scripts.

Plain `tinydb.TinyDB` reads the file after a checkpoint, and what it writes is taken in. This one
needs neither: each of its writings is an act like those of the app, logged and durable when it
returns, and it always shows what is true now.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, Final, NoReturn
from uuid import UUID

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document as TinyDocument
from tinydb.table import Table

from habits.clock import utc_now
from habits.store.ids import new_id
from habits.store.ops import Op, changed_fields
from habits.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from habits.store.home import Home

_HOOKS: Final = ("_get_next_id", "_update_table")


def require_hooks(table: type) -> None:
    """Check that a TinyDB's table can be hung into a store.

    Raises:
        ImportError: It lacks a method that is replaced here.
    """
    if missing := [hook for hook in _HOOKS if not callable(getattr(table, hook, None))]:
        message = f"this TinyDB has no {' and no '.join(missing)}; use tinydb 4.9 or a later 4"
        raise ImportError(message)


require_hooks(Table)


class _StoreStorage(Storage):
    """Shows the tables of a store."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.store = store

    def read(self) -> dict[str, dict[str, Any]]:
        """Return all tables as they are now."""
        self.store.catch_up()
        return {
            name: {str(key.int): dict(document) for key, document in table.items()}
            for name, table in self.store.tables()
        }

    def write(self, data: object) -> NoReturn:  # noqa: ARG002 - TinyDB's own signature
        """Refuse: a table writes what changed, and nothing writes the whole.

        Raises:
            TypeError: Always.
        """
        message = "the tables of a home are changed by their own methods"
        raise TypeError(message)

    def close(self) -> None:
        """Let the TinyDB file hold everything."""
        self.store.close()


class _StoreTable(Table):
    """A table whose changes are acts of the store."""

    # A cached answer would not know what other processes wrote.
    default_query_cache_capacity = 0

    def _get_next_id(self) -> int:
        return new_id(utc_now()).int

    def _update_table(self, updater: Callable[[dict[int, Any]], None]) -> None:
        def propose() -> Iterator[Op]:
            before = {key.int: document for key, document in store.table(self.name).items()}
            after = {key: TinyDocument(copy.deepcopy(dict(d)), key) for key, d in before.items()}
            updater(after)
            for key in before.keys() - after.keys():
                yield Op(self.name, UUID(int=key), None)
            for key, document in after.items():
                if changed := changed_fields(before.get(key, {}), dict(document)):
                    yield Op(self.name, UUID(int=key), changed)
                elif key not in before:
                    yield Op(self.name, UUID(int=key), {})

        store: Store = self._storage.store  # type: ignore[attr-defined]  # it is the one above
        store.commit(propose)
        self.clear_cache()


class Database(TinyDB):
    """A TinyDB database over a home.

    Args:
        home: The home.

    Raises:
        StoreError: It cannot be made or read.
    """

    table_class = _StoreTable

    def __init__(self, home: Home) -> None:
        super().__init__(Store(home), storage=_StoreStorage)

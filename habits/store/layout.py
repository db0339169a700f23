"""The layout of the file: tables as TinyDB keeps them, and the store's own table beside them.

A document's id in the file is the integer of its UUID, as TinyDB wants whole numbers. The table
`_rapport` holds one document: the schema, and the inverses of the acts that can be undone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from habits.errors import NewerFormatError, StoreError
from habits.store.ops import Op, Tables

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA: Final = 1
"""The version of the layout; a newer one is not touched."""

Acts = tuple[tuple[Op, ...], ...]
FileTables = dict[str, dict[str, dict[str, Any]]]

_OWN_TABLE: Final = "_rapport"
_OWN_KEY: Final = "1"


def to_file(tables: Tables, acts: Acts) -> FileTables:
    """Return tables and acts as the file holds them."""
    content: FileTables = {
        name: {str(key.int): record for key, record in table.items()}
        for name, table in tables.items()
    }
    listed = [[[op.table, str(op.key), op.fields] for op in act] for act in acts]
    return {**content, _OWN_TABLE: {_OWN_KEY: {"schema": SCHEMA, "acts": listed}}}


def from_file(content: FileTables, path: Path) -> tuple[Tables, Acts]:
    """Return the tables and acts that a file holds.

    Args:
        content: What TinyDB would read.
        path: The file, for messages.

    Raises:
        NewerFormatError: A newer version wrote it.
        StoreError: The store's own table cannot be understood, or a document's id is no UUID.
    """
    own = content.get(_OWN_TABLE, {}).get(_OWN_KEY, {})
    schema = own.get("schema", SCHEMA)
    if not isinstance(schema, int):
        raise _damaged(path, "its format is not a number")
    if schema > SCHEMA:
        message = (
            f"{path} was written by a newer rapport (format {schema}, this one knows {SCHEMA}). "
            "Upgrade rapport to open it."
        )
        raise NewerFormatError(message)
    try:
        tables = {
            name: {UUID(int=int(key)): record for key, record in table.items()}
            for name, table in content.items()
            if name != _OWN_TABLE
        }
        return tables, tuple(tuple(map(_op, act)) for act in own.get("acts", ()))
    except (TypeError, ValueError, AttributeError) as error:
        raise _damaged(path, str(error)) from error


def _damaged(path: Path, trouble: str) -> StoreError:
    return StoreError(
        f"{path} is damaged: {trouble}. It is left as it is; put a good copy in its place."
    )


def _op(listed: list[Any]) -> Op:
    table, key, fields = listed
    if not (isinstance(table, str) and isinstance(fields, dict | None)):
        message = "an act that can be undone is not readable"
        raise TypeError(message)
    return Op(table, UUID(key), fields)

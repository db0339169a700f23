"""Schema steps: how the tables of an older TinyDB file become those of the present one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.store.snapshot import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from habits.store.snapshot import Tables


def _as_it_is(tables: Tables) -> Tables:
    """Schema 1 kept the same records in one file; only what is beside them differs."""
    return tables


STEPS: Final[Mapping[int, Callable[[Tables], Tables]]] = {0: _as_it_is, 1: _as_it_is}
"""The steps, by the schema that they begin with; 0 is a TinyDB file that names none."""


def upgraded(tables: Tables, schema: int) -> Tables:
    """Return the tables of a file of some schema as the present one has them."""
    for number in range(schema, SCHEMA):
        tables = STEPS[number](tables)
    return tables

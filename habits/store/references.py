"""References: the ids of other records that a document holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

    from habits.store.ops import Document


def refers(document: Document, ids: Container[str]) -> bool:
    """Return whether a document refers to one of some records."""
    return any(value in ids for field in document.values() for value in _references(field))


def refers_to_nothing_else(document: Document, ids: Container[str]) -> bool:
    """Return whether a field of a document refers to some records, and to no other."""
    for field in document.values():
        references = _references(field)
        if references and all(value in ids for value in references):
            return True
    return False


def _references(field: object) -> list[str]:
    values = field if isinstance(field, list) else [field]
    return [value for value in values if isinstance(value, str)]

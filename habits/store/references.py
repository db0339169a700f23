"""References: the ids of other records that a document holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Container
    from collections.abc import Set as AbstractSet

    from habits.store.ops import Document


_REFERENCE: Final = re.compile(rb'"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"')


def may_refer(raw: bytes, ids: AbstractSet[str]) -> bool:
    """Return whether the JSON of a document may refer to one of some records."""
    return not ids.isdisjoint(each.decode() for each in _REFERENCE.findall(raw))


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
